// The demand for an external ID in a statement that makes none: where it goes, and how each language spells it.

import { isKnownCondition } from "../iam/language/condition.ts";
import type { Statement } from "../iam/language/statement.ts";
import { at, entry, isList, type Json } from "../text/document.ts";
import { isHcl } from "../text/hcl/document.ts";
import type { Range } from "../text/source.ts";
import type { Origin } from "../values/value.ts";
import type { Reference } from "./declare.ts";
import { type Edit, spelledAt } from "./edit.ts";
import { afterEntry, beforeKey, type Entry, inBraces } from "./insert.ts";
import { before, indentation, lineBreak, type Notation, notationOf } from "./surroundings.ts";

const KEY = "sts:ExternalId";
const OPERATOR = "StringEquals";

/** Undefined where the statement is written in a way that nothing can be put into. */
export function demandIn(statement: Statement, reference: Reference): Edit | undefined {
  const { document } = statement.origin;
  const conditions = statement.conditions.filter(isKnownCondition);
  if (conditions.length < statement.conditions.length) return undefined;
  if (conditions.some(({ origin }) => origin.document !== document)) return undefined;
  const { start, text } = spelledAt(statement.origin);
  if (/^statement\s*\{/.test(text)) return asBlock(statement, reference);
  const written = at(document.value, statement.origin.path);
  if (!isText(written) && entry(written, "principals") !== undefined) return asJsonBlock(statement, reference);
  const notation = notationOf(document, { start, end: start + text.length });
  const value = spelledValue(reference, notation, statement.origin);
  const quote = quoteIn(statement.origin);
  if (value === undefined || quote === undefined) return undefined;
  const put = (edit: Edit | undefined) => edit && { ...edit, text: edit.text.replaceAll('"', quote) };
  const same = conditions.filter(
    ({ use }) => use.operator.name === OPERATOR && use.quantifier === undefined && !use.ifExists,
  );
  const [beside] = same;
  if (same.some(({ key }) => key === KEY.toLowerCase())) return undefined;
  if (beside !== undefined) return put(beforeKey([KEY, value], rangeOf(beside), notationAt(beside, 1), document));
  const [other] = conditions;
  if (other !== undefined) {
    const operator = rangeOf({ origin: other.operatorOrigin });
    return put(beforeKey([OPERATOR, [[KEY, value]]], operator, notationAt(other, 2), document));
  }
  // One that is empty, or that deployment decides.
  if (/\bCondition\b/.test(text)) return undefined;
  const neighbour = neighbourIn(statement);
  return put(neighbour && afterEntry(["Condition", [[OPERATOR, [[KEY, value]]]]], neighbour, notation, document));
}

type Placed = Pick<Statement, "origin">;

function rangeOf({ origin: { document, path, what } }: Placed): Range {
  return document.locate(path, what ?? "value");
}

/** Of the map `levels` above a condition's key. */
function notationAt({ origin: { document, path } }: Placed, levels: number): Notation {
  return notationOf(document, document.locate(path.slice(0, -levels)));
}

/** Undefined where a text can name nothing. */
function spelledValue({ name, language }: Reference, notation: Notation, origin: Origin): string | undefined {
  const { document } = origin;
  if (language === "terraform") {
    return document.within === undefined && isExpression(origin) ? `var.${name}` : `"\${var.${name}}"`;
  }
  if (document.within !== undefined) return SUBSTITUTED.test(document.within) ? `"\${${name}}"` : undefined;
  return notation === "block" ? `!Ref ${name}` : `{ "Ref": "${name}" }`;
}

/** A text that stands alone in Fn::Sub, no part of one that is joined of several. */
const SUBSTITUTED = /^\[null,\[(?!.*"Fn::(?!Sub"|If")).*"Fn::Sub"\],0\]$/;

/** Of HCL, also where it stands in a string of JSON. */
function isExpression({ document, path }: Origin): boolean {
  return isHcl(document) || isText(at(document.value, path));
}

function isText(value: Json | undefined): value is string {
  return typeof value === "string";
}

/** How a quotation mark is spelled in the text that a statement stands in; undefined where none stands there to tell. */
function quoteIn(origin: Origin): string | undefined {
  const { document } = origin;
  const isOwn = document.within === undefined && !isText(at(document.value, origin.path));
  return isOwn ? '"' : /(?<!\\)\\*"/.exec(spelledAt(origin).text)?.[0];
}

/** The entry that the Condition goes behind: of HCL the Principal, whose place is known. */
function neighbourIn({ origin, principal }: Statement): { readonly key: Range; readonly value: Range } | undefined {
  const { document, path } = origin;
  const statement = at(document.value, path);
  const name = ["Action", "Principal"].find((key) => at(statement, [key]) !== undefined);
  if (name !== undefined) {
    const inside = [...path, name];
    return { key: document.locate(inside, "key"), value: document.locate(inside) };
  }
  if (principal.origin.document !== document) return undefined;
  const value = rangeOf(principal);
  const written = /(?<![\w"\\])[\w"\\]+\s*[=:]\s*$/.exec(before(document.source, value.start))?.[0];
  if (written === undefined) return undefined;
  const start = value.start - written.length;
  return { key: { start, end: value.start }, value };
}

/** Of an aws_iam_policy_document, behind its block of principals. */
function asBlock({ origin, principal }: Statement, { name }: Reference): Edit | undefined {
  const { source } = origin.document;
  if (!/^principals\s*\{/.test(spelledAt(principal.origin).text)) return undefined;
  const { start, end } = rangeOf(principal);
  const broken = `${lineBreak(source)}${indentation(source, start)}`;
  const entries: readonly Entry[] = [
    ["test    ", `"${OPERATOR}"`],
    ["variable", `"${KEY}"`],
    ["values  ", `[var.${name}]`],
  ];
  const inner = entries.map(([key, value]) => `${broken}  ${key} = ${value}`).join("");
  return { source, start: end, end, text: `${lineBreak(source)}${broken}condition {${inner}${broken}}` };
}

/** The same in Terraform's JSON syntax: one block, or a list of them. */
function asJsonBlock({ origin: { document, path } }: Statement, { name }: Reference): Edit | undefined {
  const demand: readonly Entry[] = [
    ["test", `"${OPERATOR}"`],
    ["variable", `"${KEY}"`],
    ["values", `["\${var.${name}}"]`],
  ];
  const inside = [...path, "condition"];
  const there = at(document.value, inside);
  if (there === undefined) {
    const beside = [...path, "principals"];
    const neighbour = { key: document.locate(beside, "key"), value: document.locate(beside) };
    return afterEntry(["condition", demand], neighbour, "braces", document);
  }
  const { start, end } = document.locate(isList(there) ? [...inside, 0] : inside);
  if (isList(there) && there.length === 0) return undefined;
  const { source } = document;
  const block = inBraces(demand);
  if (isList(there)) return { source, start, end: start, text: `${block}, ` };
  return { source, start, end, text: `[${block}, ${source.text.slice(start, end)}]` };
}
