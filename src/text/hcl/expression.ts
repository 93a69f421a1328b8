// Parses HCL expressions: conditionals, operators by precedence, and what follows a term (attributes, indexes, splats).

import {
  expect,
  expectIdentifier,
  LONGEST_CHAIN,
  nested,
  type Reading,
  rangeFrom,
  refuse,
  startOfNext,
  take,
  takeRaw,
} from "./reading.ts";
import type { BinaryOperator, Expression } from "./syntax.ts";
import { readTerm } from "./term.ts";

const OPERATOR = /\|\||&&|[=!]=|[<>]=?|[+\-*/%]/y;
/** How strongly each binds. */
const STRENGTHS: ReadonlyMap<string, number> = new Map(
  [["||"], ["&&"], ["==", "!="], ["<", ">", "<=", ">="], ["+", "-"], ["*", "/", "%"]].flatMap((operators, strength) =>
    operators.map((operator) => [operator, strength] as const),
  ),
);

export function readExpression(reading: Reading): Expression {
  return nested(reading, reading.breaks, () => conditional(reading));
}

function conditional(reading: Reading): Expression {
  const condition = binary(reading, 0);
  if (take(reading, /\?/y) === undefined) return condition;
  const met = readExpression(reading);
  expect(reading, /:/y, '":" and what holds otherwise');
  const otherwise = readExpression(reading);
  return { kind: "conditional", condition, met, otherwise, start: condition.start, end: otherwise.end };
}

/** With the operators that bind at least as strongly as `weakest`. */
function binary(reading: Reading, weakest: number): Expression {
  let left = unary(reading);
  for (let length = 0; ; length += 1) {
    const { at } = reading;
    const operator = take(reading, OPERATOR) as BinaryOperator | undefined;
    const strength = STRENGTHS.get(operator ?? "") ?? -1;
    if (operator === undefined || strength < weakest) {
      reading.at = at;
      return left;
    }
    if (length === LONGEST_CHAIN) refuse(reading, "a chain of operators without end");
    const right = binary(reading, strength + 1);
    left = { kind: "binary", operator, left, right, start: left.start, end: right.end };
  }
}

function unary(reading: Reading): Expression {
  const start = startOfNext(reading);
  const operator = takeRaw(reading, /!(?!=)|-/y) as "!" | "-" | undefined;
  if (operator === undefined) return references(readTerm(reading), reading);
  const of = nested(reading, reading.breaks, () => unary(reading));
  return { kind: "unary", operator, of, start, end: of.end };
}

/** What follows a term: `.name`, `.0`, `[key]`, `[*]`, `.*`. */
function references(term: Expression, reading: Reading): Expression {
  let of = term;
  for (let length = 0; ; length += 1) {
    const next = reference(of, reading, true);
    if (next === undefined) return of;
    if (length === LONGEST_CHAIN) refuse(reading, "a chain of references without end");
    of = next;
  }
}

function reference(of: Expression, reading: Reading, indexes: boolean): Expression | undefined {
  const { start } = of;
  const opening = reading.from.text[startOfNext(reading)];
  if (opening !== "." && opening !== "[") return undefined;
  const splat = take(reading, /\.\s*\*|\[\s*\*\s*\]/y);
  // After `.*` an index is one into the list of results, after `[*]` one into each element.
  if (splat !== undefined) return splatted(of, reading, splat.startsWith("["));
  if (take(reading, /\.(?!\.)/y) !== undefined) {
    const keyStart = startOfNext(reading);
    const digits = take(reading, /\d+/y);
    if (digits === undefined)
      return { kind: "attribute", of, name: expectIdentifier(reading), ...rangeFrom(reading, start) };
    const key: Expression = {
      kind: "literal",
      type: "number",
      text: plainInteger(digits),
      ...rangeFrom(reading, keyStart),
    };
    return { kind: "index", of, key, ...rangeFrom(reading, start) };
  }
  if (!indexes || take(reading, /\[/y) === undefined) return undefined;
  const key = nested(reading, false, () => {
    const inner = readExpression(reading);
    expect(reading, /\]/y, '"]"');
    return inner;
  });
  return { kind: "index", of, key, ...rangeFrom(reading, start) };
}

function plainInteger(digits: string): string {
  return digits.replace(/^0+(?=\d)/, "");
}

function splatted(of: Expression, reading: Reading, indexes: boolean): Expression {
  const each = nested(reading, reading.breaks, () => {
    let inner: Expression = { kind: "element", start: reading.at, end: reading.at };
    for (let length = 0; ; length += 1) {
      const next = reference(inner, reading, indexes);
      if (next === undefined) return inner;
      if (length === LONGEST_CHAIN) refuse(reading, "a chain of references without end");
      inner = next;
    }
  });
  return { kind: "splat", of, each, start: of.start, end: each.end };
}
