// Writes strings of Terraform's JSON syntax, which are templates, in HCL, and maps each character to its new place.

import { parseTemplate } from "../text/hcl/parse.ts";
import type { Expression, TemplatePart } from "../text/hcl/syntax.ts";
import { Problem } from "../text/problem.ts";

export interface Text {
  readonly text: string;
  /** The offset in this text of each character of the JSON string, and of its end. */
  readonly offsets: readonly number[];
}

const OPENING = 2;

/** In brackets where it goes over lines. */
function bare(expression: string): Text {
  const text = /[\r\n]/.test(expression) ? `(${expression})` : expression;
  const shift = (text.length - expression.length) / 2 - OPENING;
  return { text, offsets: Array.from({ length: expression.length + OPENING + 1 }, (_, at) => at + shift) };
}

export function interpolation(characters: string): string | undefined {
  const [only, ...others] = partsOf(characters);
  if (only?.kind !== "interpolation" || others.length > 0) return undefined;
  return characters.slice(OPENING, -1);
}

function partsOf(characters: string): readonly TemplatePart[] {
  try {
    const tree: Expression = parseTemplate({ text: characters, position: () => ({ line: 1, column: 1 }) });
    return tree.kind === "template" ? tree.parts : [];
  } catch (thrown) {
    if (thrown instanceof Problem) return [];
    throw thrown;
  }
}

/** Expressions in it stay as they are. */
function quoted(characters: string, parts: readonly TemplatePart[], isLiteral = false): Text {
  const raw = new Set<number>();
  for (const part of parts) markExpressions(part, raw);
  let text = '"';
  const offsets: number[] = [];
  for (let at = 0; at < characters.length; at += 1) {
    offsets.push(text.length);
    const character = characters[at] ?? "";
    const opens = isLiteral && /[$%]/.test(character) && characters[at + 1] === "{";
    text += raw.has(at) ? character : `${opens ? character : ""}${escaped(character)}`;
  }
  offsets.push(text.length);
  return { text: `${text}"`, offsets };
}

function markExpressions(part: TemplatePart, raw: Set<number>): void {
  if (part.kind === "characters") return;
  const inner = part.kind === "if" ? [...part.met, ...part.otherwise] : part.kind === "for" ? part.body : [];
  const own = part.kind === "interpolation" ? part : part.kind === "if" ? part.condition : part.collection;
  for (let at = own.start; at < own.end; at += 1) raw.add(at);
  for (const each of inner) markExpressions(each, raw);
}

function escaped(character: string): string {
  return JSON.stringify(character)
    .slice(1, -1)
    .replace(/\\[bf]/, (short) => (short === "\\b" ? "\\u0008" : "\\u000c"));
}

/** What is between quotes and in no `${…}` is escaped; a template that is one `${…}` is the expression itself. */
export function templateText(characters: string): Text {
  const whole = interpolation(characters);
  return whole === undefined ? quoted(characters, partsOf(characters)) : bare(whole);
}

/** A key, which is no expression by itself. */
export function keyText(characters: string): Text {
  const whole = interpolation(characters);
  return whole === undefined ? quoted(characters, partsOf(characters)) : { text: `(${whole})`, offsets: [] };
}

/** Nothing in it is a template. */
export function literalText(characters: string): Text {
  const all = { kind: "characters", text: characters, start: 0, end: characters.length } as const;
  return quoted(characters, [all], true);
}
