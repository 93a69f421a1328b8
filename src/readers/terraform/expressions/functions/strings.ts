// Functions of texts.

import { MAYBE, type Truth } from "../../../../values/doubt.ts";
import { matches } from "../../../../values/pattern.ts";
import { type PatternNode, readPattern } from "../../../../values/pattern-syntax.ts";
import { join, split, text } from "../../../../values/text.ts";
import { isKnown, literal, type Origin, type Value } from "../../../../values/value.ts";
import { refused, truthText } from "../evaluation.ts";
import type { Functions, Row } from "./row.ts";

const ANYTHING: PatternNode = {
  kind: "repeat",
  of: { kind: "character", fits: () => true },
  least: 0,
  most: Number.POSITIVE_INFINITY,
};

export const strings: Functions = [
  [
    "join",
    {
      gives: "text",
      run([delimiter, ...lists], origin) {
        const between = literal(delimiter);
        const [only, ...others] = lists;
        if (between === undefined || only === undefined || others.length > 0) return undefined;
        return join(between, only, origin);
      },
    },
  ],
  [
    "split",
    {
      gives: "list",
      run([delimiter, value], origin) {
        const between = literal(delimiter);
        return !between || value === undefined ? undefined : split(between, value, origin);
      },
    },
  ],
  ["lower", mapped((word) => word.toLowerCase())],
  ["upper", mapped((word) => word.toUpperCase())],
  ["title", mapped((word) => word.replace(/(?<=^|\s)\S/g, (each) => each.toUpperCase()))],
  ["chomp", mapped((word) => word.replace(/[\r\n]+$/, ""))],
  ["strrev", mapped((word) => [...word].reverse().join(""))],
  [
    "replace",
    {
      gives: "text",
      run: ([value, old, by], origin) => replaced(value, literal(old), literal(by), origin),
    },
  ],
  [
    "substr",
    {
      gives: "text",
      run([value, offset, length], origin) {
        const [word, start, count] = [literal(value), literal(offset), literal(length)];
        if (word === undefined || start === undefined || count === undefined) return undefined;
        const from = Number(start) < 0 ? word.length + Number(start) : Number(start);
        return text({ text: word.slice(from, Number(count) < 0 ? undefined : from + Number(count)) }, origin);
      },
    },
  ],
  ["startswith", tested((word, part) => word.startsWith(part))],
  ["endswith", tested((word, part) => word.endsWith(part))],
  ["strcontains", tested((word, part) => word.includes(part))],
  ["regex", { gives: "any", run: ([pattern, value], origin) => regex(pattern, value, origin) }],
];

function mapped(change: (word: string) => string): Row {
  return {
    gives: "text",
    run([value], origin) {
      if (value?.kind !== "text" || !value.parts.every(isKnown)) return undefined;
      // What has as many characters as before has them at the same places.
      const parts = value.parts.map((part) => {
        const { origin: place, ...rest } = part;
        const changed = change(part.text);
        return { ...rest, text: changed, ...(changed.length === part.text.length && place && { origin: place }) };
      });
      const seamless = parts.map((part) => part.text).join("") === change(literal(value) ?? "");
      return seamless ? { ...value, parts, origin } : text({ text: change(literal(value) ?? "") }, origin);
    },
  };
}

function tested(test: (word: string, part: string) => boolean): Row {
  return {
    gives: "text",
    run([value, part], origin) {
      const [word, other] = [literal(value), literal(part)];
      if (word !== undefined && other !== undefined) return truthText(test(word, other), origin);
      return undefined;
    },
  };
}

/** Of characters within known parts; an expression between slashes is none that we work out. */
function replaced(
  value: Value | undefined,
  old: string | undefined,
  by: string | undefined,
  origin: Origin,
): Value | undefined {
  if (value?.kind !== "text" || old === undefined || by === undefined || old === "") return undefined;
  if (old.length > 1 && old.startsWith("/") && old.endsWith("/")) return undefined;
  const word = literal(value);
  if (word !== undefined)
    return word.includes(old) ? text({ text: word.replaceAll(old, () => by) }, origin) : { ...value, origin };
  return undefined;
}

/** The text that matches, where that is all of it; a pattern with groups gives what we do not work out. */
function regex(pattern: Value | undefined, value: Value | undefined, origin: Origin): Value | undefined {
  const found = matching(pattern, value);
  if (found === false) return refused();
  const syntax = literal(pattern) ?? "";
  const whole = /^\^[^|]*\$$/.test(syntax) && !syntax.includes("(");
  return whole && found === true ? text({ text: literal(value) ?? "" }, origin) : undefined;
}

/** Does some part of the text match? */
export function matching(pattern: Value | undefined, value: Value | undefined): Truth {
  const word = literal(value);
  const read = readPattern(literal(pattern) ?? "[");
  if (read === undefined || word === undefined) return MAYBE;
  return matches({ kind: "sequence", of: [ANYTHING, read, ANYTHING] }, word);
}
