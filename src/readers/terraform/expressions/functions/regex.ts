// Functions that look for patterns in texts.

import { MAYBE, type Truth } from "../../../../values/doubt.ts";
import { matches } from "../../../../values/pattern.ts";
import { type Found, findAll, groupsOf } from "../../../../values/pattern-search.ts";
import { type PatternNode, readPattern } from "../../../../values/pattern-syntax.ts";
import { replace, replaceAround, slice, text, textOf } from "../../../../values/text.ts";
import {
  isKnown,
  type Known,
  literal,
  type Origin,
  type Text,
  type Unknown,
  type Value,
} from "../../../../values/value.ts";
import { nothing, refused } from "../evaluation.ts";
import type { Functions } from "./row.ts";

export const regexes: Functions = [
  ["regex", { gives: "any", run: ([pattern, value], origin) => firstMatch(pattern, value, origin) }],
  ["regexall", { gives: "list", run: ([pattern, value], origin) => allMatches(pattern, value, origin) }],
  ["replace", { gives: "text", run: ([value, old, by], origin) => replaced(value, literal(old), by, origin) }],
];

const ANYTHING: PatternNode = {
  kind: "repeat",
  of: { kind: "character", fits: () => true },
  least: 0,
  most: Number.POSITIVE_INFINITY,
};

/** Does some part of the text match? */
export function matching(pattern: Value | undefined, value: Value | undefined): Truth {
  const word = literal(value);
  const read = readPattern(literal(pattern) ?? "[");
  if (read === undefined || word === undefined) return MAYBE;
  return matches({ kind: "sequence", of: [ANYTHING, read, ANYTHING] }, word);
}

interface Search {
  readonly pattern: PatternNode;
  readonly value: Value;
  readonly found: readonly Found[];
}

function searched(pattern: Value | undefined, value: Value | undefined, most?: number): Search | undefined {
  const [word, read] = [literal(value), readPattern(literal(pattern) ?? "[")];
  const found = word === undefined || read === undefined ? undefined : findAll(read, word, most);
  return found && read && value && { pattern: read, value, found };
}

function firstMatch(pattern: Value | undefined, value: Value | undefined, origin: Origin): Value | undefined {
  const search = searched(pattern, value, 1);
  return search && shapeOf(search.found[0] ?? refused(), search, origin);
}

function allMatches(pattern: Value | undefined, value: Value | undefined, origin: Origin): Value | undefined {
  const search = searched(pattern, value);
  return search && { kind: "list", items: search.found.map((found) => shapeOf(found, search, origin)), origin };
}

/** The whole match; of a pattern with groups these, and a map of them where they have names. */
function shapeOf({ start, end, groups }: Found, { pattern, value }: Search, origin: Origin): Value {
  const captured = groupsOf(pattern);
  if (captured.length === 0) return charactersIn(value, start, end, origin);
  const items = groups.map((group): Value => (group === undefined ? nothing(origin) : text({ text: group }, origin)));
  if (captured.every(({ name }) => name === undefined)) return { kind: "list", items, origin };
  const named = captured.map(
    ({ name }, index) => [name ?? refused(), { key: origin, value: items[index] ?? nothing(origin) }] as const,
  );
  return { kind: "map", entries: new Map(named), origin };
}

/** With the places where they stand, if the text stands in one. */
function charactersIn(value: Value, start: number, end: number, origin: Origin): Value {
  const [only, ...others] = value.kind === "text" ? value.parts : [];
  if (only !== undefined && others.length === 0 && isKnown(only)) return text(slice(only, start, end), origin);
  return text({ text: (literal(value) ?? "").slice(start, end) }, origin);
}

/** What stands between slashes is a pattern. */
function replaced(
  value: Value | undefined,
  old: string | undefined,
  replacing: Value | undefined,
  origin: Origin,
): Value | undefined {
  const [word, by] = [literal(value), literal(replacing)];
  if (value?.kind !== "text" || old === undefined || replacing?.kind !== "text") return undefined;
  const isPattern = old.length > 1 && old.startsWith("/") && old.endsWith("/");
  if (word === undefined || by === undefined) {
    return isPattern ? undefined : replaceAround(value, old, replacing, origin);
  }
  const result = isPattern ? replacedPattern(word, old.slice(1, -1), by, origin) : replace(word, old, by, origin);
  if (result === undefined || result.kind === "unknown") return result;
  return literal(result) === word ? { ...value, type: "string", origin } : result;
}

/** `$1`, `${1}` and `${name}` of a replacement: Go, regexp.Expand. */
const REFERENCE = /\$(?:(\$)|([A-Za-z0-9_]+)|\{([A-Za-z0-9_]+)\})/g;

function replacedPattern(word: string, syntax: string, by: string, origin: Origin): Text | Unknown | undefined {
  const pattern = readPattern(syntax);
  const found = pattern && findAll(pattern, word);
  if (found === undefined || pattern === undefined) return undefined;
  const names = groupsOf(pattern).map(({ name }) => name);
  const parts: Known[] = [];
  let end = 0;
  for (const match of found) {
    const groups = [word.slice(match.start, match.end), ...match.groups];
    const expanded = by.replace(REFERENCE, (_, dollar, bare, braced) => {
      const name: string = bare ?? braced ?? "";
      if (dollar !== undefined) return "$";
      return (/^\d+$/.test(name) ? groups[Number(name)] : match.groups[names.indexOf(name)]) ?? "";
    });
    parts.push({ text: word.slice(end, match.start) + expanded });
    end = match.end;
  }
  const whole = textOf([...parts, { text: word.slice(end) }], origin);
  return whole.kind === "unknown" ? whole : text({ text: literal(whole) ?? "" }, origin);
}
