// How patterns are written: the part of the syntax that Java (CloudFormation) and RE2 (Terraform) read alike.

export type PatternNode =
  | { readonly kind: "character"; readonly fits: (character: string) => boolean }
  | { readonly kind: "start" | "end" }
  | { readonly kind: "sequence" | "either"; readonly of: readonly PatternNode[] }
  | {
      readonly kind: "repeat";
      readonly of: PatternNode;
      readonly least: number;
      readonly most: number;
      readonly lazy?: boolean;
    }
  /** One that captures; `name` where it has one. */
  | { readonly kind: "group"; readonly of: PatternNode; readonly name?: string };

const LONGEST_PATTERN = 1000;
const CLASSES = /\\[dDwWsS]/y;
/** A backslash before a letter or digit is a construct of its own, never that character. */
const LITERAL = /\\[^A-Za-z0-9]|[^\\^$.|?*+()[{]/y;
/** `[` and `&&` inside a class mean union and intersection in Java only. */
const ITEM = /\\[^A-Za-z0-9]|[^\\[\]&]|&(?!&)/y;
const RANGE = /(?:\\[^A-Za-z0-9]|[^\\[\]])-(?:\\[^A-Za-z0-9]|[^\\[\]])/y;
const GROUP = /\((?:(\?:)|\?P?<([A-Za-z][A-Za-z0-9]*)>|(?!\?))/y;
const QUANTIFIER = /(?:([*+?])|\{(\d{1,4})(,?)(\d{0,4})\})([?+]?)/y;

class NotUnderstood extends Error {}

interface Reading {
  readonly text: string;
  at: number;
}

/** Undefined where the pattern says something that is not read here: it may admit anything. */
export function readPattern(text: string): PatternNode | undefined {
  if (text.length > LONGEST_PATTERN) return undefined;
  const reading: Reading = { text, at: 0 };
  try {
    const node = either(reading);
    return reading.at === text.length ? node : undefined;
  } catch (thrown) {
    if (thrown instanceof NotUnderstood) return undefined;
    throw thrown;
  }
}

function take(reading: Reading, token: RegExp): RegExpExecArray | undefined {
  token.lastIndex = reading.at;
  const match = token.exec(reading.text);
  if (match === null) return undefined;
  reading.at = token.lastIndex;
  return match;
}

function either(reading: Reading): PatternNode {
  const branches = [sequence(reading)];
  while (take(reading, /\|/y)) branches.push(sequence(reading));
  return { kind: "either", of: branches };
}

function sequence(reading: Reading): PatternNode {
  const parts: PatternNode[] = [];
  while (reading.at < reading.text.length && !/[|)]/.test(reading.text.charAt(reading.at))) {
    parts.push(quantified(atom(reading), reading));
  }
  return { kind: "sequence", of: parts };
}

function quantified(of: PatternNode, reading: Reading): PatternNode {
  const match = take(reading, QUANTIFIER);
  if (match === undefined) return of;
  const [, sign, low, comma, high, manner] = match;
  // Possessive: what it has taken it does not give back, which changes what matches.
  if (manner === "+") throw new NotUnderstood();
  const lazy = manner === "?";
  if (sign !== undefined) {
    return { kind: "repeat", of, least: sign === "+" ? 1 : 0, most: sign === "?" ? 1 : Number.POSITIVE_INFINITY, lazy };
  }
  const least = Number(low);
  const most = comma === "" ? least : high === "" ? Number.POSITIVE_INFINITY : Number(high);
  return { kind: "repeat", of, least, most, lazy };
}

function atom(reading: Reading): PatternNode {
  const group = take(reading, GROUP);
  if (group !== undefined) {
    const [, isPlain, name] = group;
    const of = either(reading);
    if (!take(reading, /\)/y)) throw new NotUnderstood();
    return isPlain === undefined ? { kind: "group", of, ...(name && { name }) } : of;
  }
  if (take(reading, /\^/y)) return { kind: "start" };
  if (take(reading, /\$/y)) return { kind: "end" };
  if (take(reading, /\./y)) return { kind: "character", fits: (each) => !/[\n\r\u0085\u2028\u2029]/.test(each) };
  if (take(reading, /\[/y)) return bracketed(reading);
  return { kind: "character", fits: one(reading, LITERAL) };
}

function bracketed(reading: Reading): PatternNode {
  const negated = take(reading, /\^/y) !== undefined;
  const items: ((character: string) => boolean)[] = [];
  do {
    const range = take(reading, RANGE)?.[0];
    items.push(range === undefined ? one(reading, ITEM) : within(range));
  } while (!take(reading, /\]/y));
  return { kind: "character", fits: (each) => items.some((fits) => fits(each)) !== negated };
}

/** `a-z`, whose ends may be escaped. */
function within(range: string): (character: string) => boolean {
  const ends = range.replaceAll(/\\(.)/gs, "$1");
  return (each) => ends.charAt(0) <= each && each <= ends.charAt(2);
}

/** A class such as `\d`, or a character, escaped or not. */
function one(reading: Reading, character: RegExp): (character: string) => boolean {
  const name = take(reading, CLASSES)?.[0];
  if (name !== undefined) return classNamed(name);
  const literal = take(reading, character)?.[0].slice(-1);
  if (literal === undefined) throw new NotUnderstood();
  return (each) => each === literal;
}

function classNamed(name: string): (character: string) => boolean {
  const members = { d: /\d/, w: /\w/, s: /[ \t\n\v\f\r]/ }[name.charAt(1).toLowerCase()];
  const negated = name !== name.toLowerCase();
  return (each) => members?.test(each) !== negated;
}
