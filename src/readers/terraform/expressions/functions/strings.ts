// Functions of texts.

import { join, replace, split, text } from "../../../../values/text.ts";
import {
  isKnown,
  type Known,
  type List,
  literal,
  loneHole,
  type Origin,
  type Value,
} from "../../../../values/value.ts";
import { isNull, refused, truthText } from "../evaluation.ts";
import { charactersOf } from "./characters.ts";
import { listOfLists } from "./lists.ts";
import type { Functions, Row } from "./row.ts";

export const strings: Functions = [
  ["join", { gives: "text", run: ([delimiter, ...lists], origin) => joined(literal(delimiter), lists, origin) }],
  ["split", { gives: "list", run: ([delimiter, value], origin) => parted(literal(delimiter), value, origin) }],
  ["lower", mapped((word) => byCharacter(word, (each) => each.toLowerCase()))],
  ["upper", mapped((word) => byCharacter(word, (each) => each.toUpperCase()))],
  ["title", mapped((word) => word.replace(WORD, (each) => byCharacter(each, (one) => one.toUpperCase())))],
  ["chomp", mapped((word) => word.replace(/(?<![\r\n])[\r\n]+$/, ""))],
  ["strrev", mapped((word) => [...charactersOf(word)].reverse().join(""))],
  ["indent", { gives: "text", run: ([spaces, value], origin) => indented(literal(spaces), value, origin) }],
  ["substr", { gives: "text", run: (inputs, origin) => part(inputs.map(literal), origin) }],
  ["startswith", tested((word, part) => word.startsWith(part))],
  ["endswith", tested((word, part) => word.endsWith(part))],
  ["strcontains", tested((word, part) => word.includes(part))],
];

/** The first character of a word, as Go's strings.Title finds it: after anything but a letter, a digit or an underscore. */
const WORD = /(?<![\p{L}\p{N}_])\p{L}/gu;
const WIDEST = 100;

/** Of which one letter never becomes two, as in Go. */
function byCharacter(word: string, change: (character: string) => string): string {
  return Array.from(word, (each) => {
    const changed = change(each);
    return [...changed].length === 1 ? changed : each;
  }).join("");
}

function mapped(change: (word: string) => string): Row {
  return {
    gives: "text",
    run([value], origin) {
      if (value?.kind !== "text" || !value.parts.every(isKnown)) return undefined;
      // What has as many characters as before has them at the same places.
      const parts = value.parts.map((part): Known => {
        const { origin: place, ...rest } = part;
        const changed = change(part.text);
        return { ...rest, text: changed, ...(changed.length === part.text.length && place && { origin: place }) };
      });
      const seamless = parts.map((part) => part.text).join("") === change(literal(value) ?? "");
      return seamless
        ? { ...value, type: "string", parts, origin }
        : text({ text: change(literal(value) ?? "") }, origin);
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

/** Of the elements of all the lists; undefined where their order is not known. */
function joined(between: string | undefined, lists: readonly Value[], origin: Origin): Value | undefined {
  if (between === undefined) return undefined;
  const [only, ...others] = lists;
  if (only?.kind === "unknown" && others.length === 0) return join(between, only, origin);
  // A text may be a value of any shape that is not known.
  if (lists.some((each) => each.kind === "map" || (each.kind === "text" && loneHole(each) === undefined)))
    return refused();
  const all = listOfLists(lists, origin);
  if (all?.kind !== "list" || all.order === "unknown") return undefined;
  const [one, ...rest] = all.items;
  // What stands alone stays what it is: JSON that is made here is known by its text.
  if (one?.kind === "text" && !isNull(one) && rest.length === 0) return { ...one, type: "string", origin };
  return all.items.some(isNull) ? refused() : join(between, all, origin);
}

/** Every character for itself, where nothing stands between them. */
function parted(between: string | undefined, value: Value | undefined, origin: Origin): Value | undefined {
  if (between === undefined || value === undefined) return undefined;
  if (between !== "") return split(between, value, origin);
  const word = literal(value);
  if (word === undefined) return undefined;
  return { kind: "list", items: [...word].map((each) => text({ text: each }, origin)), origin } satisfies List;
}

/** All lines but the first. */
function indented(spaces: string | undefined, value: Value | undefined, origin: Origin): Value | undefined {
  const [count, word] = [Number(spaces ?? Number.NaN), literal(value)];
  if (word === undefined || !(count >= 0 && count <= WIDEST)) return undefined;
  return replace(word, "\n", `\n${" ".repeat(count)}`, origin);
}

/** From a place that may count from the end; to the end where the length is negative, or the place counts from there and the length is 0. */
function part([word, offset, length]: readonly (string | undefined)[], origin: Origin): Value | undefined {
  const [start, count] = [Number(offset ?? Number.NaN), Number(length ?? Number.NaN)];
  if (word === undefined || Number.isNaN(start) || Number.isNaN(count)) return undefined;
  if (!Number.isInteger(start) || !Number.isInteger(count)) return refused();
  const characters = charactersOf(word);
  const from = start < 0 ? Math.max(0, characters.length + start) : start;
  const isOpen = count < 0 || (count === 0 && start < 0);
  return text({ text: characters.slice(from, isOpen ? undefined : from + count).join("") }, origin);
}
