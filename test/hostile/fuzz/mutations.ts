// Texts made from good ones by mistakes that nobody would make: characters, pieces and values in the wrong places, drawn by a seed.

import type { Seed } from "./seeds.ts";

export interface Draw {
  /** From 0, below `below`. */
  number(below: number): number;
  one<T>(all: readonly T[]): T;
}

/** Mulberry32: the same numbers for the same seed. */
export function drawFrom(seed: number): Draw {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const number = (below: number) => Math.floor(next() * below);
  return { number, one: (all) => all[number(all.length)] as (typeof all)[number] };
}

/** What parsers and evaluators trip over. */
const PIECES = [
  ..."\" ' { } [ ] ( ) : , - # & * ! | > % @ ` \\ = ? $ . / < > \n \r \t \0 \ufeff \u2028 \ud800 \u0085 \u001b[2J".split(
    " ",
  ),
  ..."${ }} %{ {{ <<EOF <<: &a *a !Sub !GetAtt !!binary --- ... null ~ true 0o17 0x1f 1e999 -0 .inf 012345678901".split(
    " ",
  ),
  ..."__proto__ constructor toString Fn::If Fn::Sub Fn::ForEach::x Fn::Transform Ref Condition for_each count dynamic".split(
    " ",
  ),
  "\n::error::x\n",
  "##[error]x",
  "# unconfused-ignore all -- x",
  "a".repeat(2000),
  "[".repeat(300),
  "{a: ".repeat(150),
  '${"${'.repeat(50),
  "(".repeat(300),
];

const VALUES: readonly unknown[] = [
  null,
  true,
  0,
  -1,
  1e21,
  0.1,
  "",
  "*",
  "${",
  "arn:aws:iam::444455556666:root",
  "\u001b[2J",
  [],
  {},
  [[]],
  [null],
  { toString: 1 },
  { __proto__: null, length: 3 },
  { Ref: "X" },
  { Ref: { Ref: "X" } },
  { "Fn::If": ["C", { Ref: "AWS::NoValue" }] },
  { "Fn::Sub": "${A}${B.C}${!D}${" },
  { "Fn::GetAtt": [] },
  { "Fn::Select": [{}, []] },
  { "Fn::Split": ["", "x"] },
  { "Fn::FindInMap": ["M", "a", "b"] },
  { "Fn::ForEach::x": ["x", ["a", "b"], { "${x}": {} }] },
  { "Fn::Transform": { Name: "AWS::Include", Parameters: { Location: "./a" } } },
  "${var.x[*].y}",
  '${jsonencode({ a = [for x in "abc" : x] })}',
  "${each.value}${count.index}${self.x}",
];

/** One to four changes of the text. */
export function mutated(text: string, others: readonly Seed[], draw: Draw): string {
  let result = draw.number(3) === 0 ? (restructured(text, draw) ?? text) : text;
  for (let left = draw.number(4) + (result === text ? 1 : 0); left > 0; left -= 1)
    result = changed(result, others, draw);
  return result;
}

function changed(text: string, others: readonly Seed[], draw: Draw): string {
  const start = draw.number(text.length + 1);
  const end = Math.min(text.length, start + draw.number(draw.one([2, 20, 200])));
  const piece = text.slice(start, end);
  switch (draw.number(8)) {
    case 0:
      return text.slice(0, start) + text.slice(end);
    case 1:
      return text.slice(0, end) + piece + text.slice(end);
    case 2:
      return text.slice(0, start) + piece.repeat(1 + draw.number(50)) + text.slice(end);
    case 3:
      return text.slice(0, start);
    case 4: {
      const { text: other } = draw.one(others);
      const from = draw.number(other.length + 1);
      return text.slice(0, start) + other.slice(from, from + draw.number(400)) + text.slice(end);
    }
    case 5:
      return text.slice(0, start) + String.fromCharCode(draw.number(0x300)) + text.slice(start + 1);
    default:
      return text.slice(0, start) + draw.one(PIECES) + text.slice(draw.one([start, end]));
  }
}

/** Of JSON: another value in one place, or a member taken from another place. */
function restructured(text: string, draw: Draw): string | undefined {
  let root: unknown;
  try {
    root = JSON.parse(text);
  } catch {
    return undefined;
  }
  const parents: (Record<string, unknown> | unknown[])[] = [];
  const visit = (value: unknown): void => {
    if (typeof value !== "object" || value === null) return;
    if (Object.keys(value).length > 0) parents.push(value as Record<string, unknown>);
    Object.values(value).forEach(visit);
  };
  visit(root);
  if (parents.length === 0) return undefined;
  for (let left = 1 + draw.number(3); left > 0; left -= 1) {
    const parent = draw.one(parents) as Record<string, unknown>;
    const key = draw.one(Object.keys(parent));
    const other = draw.one(parents);
    const value = draw.number(4) === 0 ? structuredClone(draw.one(Object.values(other))) : draw.one(VALUES);
    const change = draw.number(6);
    if (change === 0) delete parent[key];
    else if (change === 1) parent[draw.one(["__proto__x", "toString", "Fn::If", "Ref", "//", ""])] = value;
    else parent[key] = value;
  }
  return JSON.stringify(root, undefined, draw.number(2) * 2);
}
