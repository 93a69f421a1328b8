// The demand for an external ID in a statement that makes none: where it goes, and how each language spells it.

import { isKnownCondition } from "../iam/language/condition.ts";
import type { Statement } from "../iam/language/statement.ts";
import { at, type Document } from "../text/document.ts";
import type { Range } from "../text/source.ts";
import type { Reference } from "./declare.ts";
import { type Edit, spelledAt } from "./edit.ts";
import { afterEntry, beforeKey, type Entry } from "./insert.ts";
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
  const notation = notationOf(document, { start, end: start + text.length });
  const value = spelledValue(reference, notation, document);
  const same = conditions.filter(
    ({ use }) => use.operator.name === OPERATOR && use.quantifier === undefined && !use.ifExists,
  );
  const [beside] = same;
  if (same.some(({ key }) => key === KEY.toLowerCase())) return undefined;
  if (beside !== undefined) return beforeKey([KEY, value], rangeOf(beside), notationAt(beside, 1), document);
  const [other] = conditions;
  if (other !== undefined) {
    const operator = rangeOf({ origin: other.operatorOrigin });
    return beforeKey([OPERATOR, [[KEY, value]]], operator, notationAt(other, 2), document);
  }
  // One that is empty, or that deployment decides.
  if (/\bCondition\b/.test(text)) return undefined;
  const neighbour = neighbourIn(statement);
  return neighbour && afterEntry(["Condition", [[OPERATOR, [[KEY, value]]]]], neighbour, notation, document);
}

type Placed = Pick<Statement, "origin">;

function rangeOf({ origin: { document, path, what } }: Placed): Range {
  return document.locate(path, what ?? "value");
}

/** Of the map `levels` above a condition's key. */
function notationAt({ origin: { document, path } }: Placed, levels: number): Notation {
  return notationOf(document, document.locate(path.slice(0, -levels)));
}

function spelledValue({ name, language }: Reference, notation: Notation, document: Document): string {
  if (language === "terraform") return document.within === undefined ? `var.${name}` : `"\${var.${name}}"`;
  return notation === "block" ? `!Ref ${name}` : `{ "Ref": "${name}" }`;
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
  const written = /[\w"]+\s*[=:]\s*$/.exec(before(document.source, value.start))?.[0];
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
