// The values of one condition key that a policy can tell apart, fewest and most ordinary first.

import { isDoubt } from "../../values/doubt.ts";
import { patternsOf, replaceVariables } from "../evaluation/condition.ts";
import type { Carried, Context } from "../evaluation/context.ts";
import { FAR_FUTURE, instant, instantText, isOnClock } from "../evaluation/instant.ts";
import type { KeyLanguage } from "../evaluation/key-language.ts";
import { addressText, anyContains, type Block, block } from "../evaluation/network.ts";
import { decimalText } from "../evaluation/numbers.ts";
import type { Condition } from "../language/condition.ts";
import type { ConditionKey } from "../language/keys.ts";
import type { Family } from "../language/operators.ts";
import type { Keys } from "../language/senders.ts";
import type { Budget } from "../patterns/budget.ts";
import { cells } from "../patterns/cells.ts";
import { textOf } from "../patterns/glyph.ts";
import { oneOfList, onlyWord, type Pattern } from "../patterns/pattern.ts";
import { hasHole, type Word, type Words } from "../patterns/words.ts";
import { valueGrammar } from "./grammars.ts";

export interface Candidates {
  readonly carried: readonly Carried[];
  readonly complete: boolean;
}

/** Words that a person would take for "anything". */
const FRESH = ["anything", "anything-else", "whatever"];
export function isMadeUpValue(word: Word): boolean {
  return FRESH.includes(word);
}

/** Addresses and names from the ranges that are reserved for documentation. */
const FRESH_ADDRESSES = ["198.51.100.7", "203.0.113.7", "192.0.2.7", "2001:db8::7"];
const TEXTS_PER_STEP = 4;
/** So many sets of values of one key are tried. */
const MANY_SETS = 1000;

const KINDS: readonly (readonly Family[])[] = [["string", "arn", "binary"], ["numeric"], ["date"], ["bool"], ["ip"]];

const ABSENT: Carried = { values: [], fresh: true };

/** All that tells the values of one key apart. */
export interface Distinctions {
  readonly conditions: readonly Condition[];
  /** The keys that have been decided. */
  readonly context: Context;
  /** What a question tells apart. */
  readonly asked: readonly Pattern[];
  /** What tells values apart because a policy variable stands for the key. */
  readonly variablePatterns: readonly Pattern[];
  readonly words: Words;
  readonly steps: Budget;
  readonly keys: Keys;
  /** What the caller can bring, where that is less than anyone can. */
  readonly language?: KeyLanguage | undefined;
}

export function candidates(name: string, distinctions: Distinctions): Candidates {
  const { conditions, asked, variablePatterns, language } = distinctions;
  const key = distinctions.keys(name);
  const read = valuesOf(key, distinctions);
  const optional = key?.always === true ? [] : [ABSENT];
  // A key that we do not know has several values where it is asked as if it had.
  const several = key === undefined ? conditions.some(({ use }) => use.quantifier !== undefined) : key.multivalued;
  // A set does what any other does if it holds, of whatever tells sets apart, a value for the answer that it gives.
  const tellers = conditions.length + asked.length + variablePatterns.length + 1;
  const possible = read.carried.filter(({ values }) => values.every((word) => language?.admits(word) !== false));
  const list = several ? subsets(possible, tellers) : { carried: possible, complete: true };
  return { carried: [...optional, ...list.carried], complete: read.complete && list.complete };
}

function valuesOf(key: ConditionKey | undefined, distinctions: Distinctions): Candidates {
  const { conditions, context, asked, variablePatterns } = distinctions;
  if (key?.values !== undefined) {
    return { carried: key.values.map((word) => ({ values: [word], fresh: false })), complete: true };
  }
  const families = new Set(conditions.map(({ use }) => use.operator.family));
  if (variablePatterns.length > 0) families.add("string");
  if (asked.length > 0) families.add("string");
  const lists = conditions.map((one) => listedValues([one], context));
  const texts = lists.flat();
  // As much as it takes to hold each text against all.
  if (!distinctions.steps.spend(Math.ceil(texts.length / TEXTS_PER_STEP))) return { carried: [], complete: false };
  const found: Carried[] = [];
  let complete = true;
  if (families.has("bool")) found.push(...["false", "true"].map(fresh));
  if (families.has("numeric")) found.push(...numbers(texts, key?.range));
  if (families.has("date")) found.push(...instants(texts));
  if (families.has("ip") || key?.address === true) found.push(...addresses(lists));
  // A tag may be no number, no time and no address at all.
  if (found.length > 0 && isAnyText(key)) found.push(...FRESH.slice(0, 1).map(fresh));
  if (found.length === 0 || families.has("string") || families.has("arn")) {
    const texts = textValues(key, distinctions);
    found.push(...texts.carried);
    complete = texts.complete;
  }
  // Values that two kinds of operators on one key tell apart together are not looked for.
  if (KINDS.filter((kind) => kind.some((family) => families.has(family))).length > 1) complete = false;
  if (families.has("binary")) found.push(...texts.map((word) => ({ values: [word], fresh: false })));
  return { carried: found, complete };
}

function isAnyText(key: ConditionKey | undefined): boolean {
  if (key?.grammar !== undefined) return key.grammar.characters().test("a");
  return key === undefined || key.name.endsWith("/*");
}

function fresh(word: Word): Carried {
  return { values: [word], fresh: true };
}

/** Everything that the conditions list, variables replaced. */
function listedValues(conditions: readonly Condition[], context: Context): Word[] {
  return conditions.flatMap(({ values }) =>
    isDoubt(values)
      ? []
      : values.flatMap(({ template }) => {
          const glyphs = replaceVariables(template, context);
          return glyphs === undefined || isDoubt(glyphs) ? [] : [textOf(glyphs)];
        }),
  );
}

function textValues(key: ConditionKey | undefined, distinctions: Distinctions): Candidates {
  const { conditions, context, asked, variablePatterns, words, steps, language } = distinctions;
  const patterns: Pattern[] = [...asked, ...variablePatterns, ...(language?.told ?? [])];
  for (const condition of conditions) {
    const { family } = condition.use.operator;
    if ((family !== "string" && family !== "arn") || isDoubt(condition.values)) continue;
    for (const { template } of condition.values) {
      const glyphs = replaceVariables(template, context);
      if (glyphs === undefined || isDoubt(glyphs)) continue;
      const found = patternsOf(condition, glyphs, words);
      // Of networks each may be one of everybody's.
      patterns.push(...(key?.control === "network" ? found : oneOfList(found, condition)));
    }
  }
  const { words: found, complete } = cells(
    language?.grammar ?? valueGrammar(key),
    patterns,
    [...(language?.preferred ?? []), ...FRESH],
    steps,
  );
  const spelled = new Set([
    ...listedValues(conditions, context),
    ...[...asked, ...variablePatterns].flatMap((one) => onlyWord(one) ?? []),
  ]);
  // Those found are the shortest of their kind.
  const possible = found.filter((word) => word.length <= (key?.grammar?.most ?? Number.POSITIVE_INFINITY));
  const account = language?.account === undefined ? {} : { account: language.account };
  return { carried: possible.map((word) => ({ values: [word], fresh: !spelled.has(word), ...account })), complete };
}

/** Each constant, and a number in every gap before, between and after them. */
function numbers(texts: readonly Word[], range: ConditionKey["range"]): Carried[] {
  const constants = [...texts.map(Number).filter(Number.isFinite), ...(range ? [range.least, range.most] : [])];
  const possible = numbersAround(constants).filter(
    (number) => !range || (number >= range.least && number <= range.most),
  );
  return [...possible.map((number) => fresh(decimalText(number))), ...holeValues(texts)];
}

function numbersAround(constants: readonly number[]): number[] {
  const sorted = [...new Set(constants)].sort((one, other) => one - other);
  const [first = 0] = sorted;
  const between = sorted.flatMap((number, index) => {
    const next = sorted[index + 1];
    return [number, next === undefined ? number + gap(number) : (number + next) / 2];
  });
  return [first - gap(first), ...between];
}

/** One, or more where a number is so big that one is lost in it. */
function gap(number: number): number {
  return Math.max(1, Math.abs(number) * 2 ** -50);
}

/** Times that the conditions tell apart, so many seconds later too, and one that is past them all. */
export function timesToTry(
  conditions: readonly Condition[],
  context: Context,
  later: readonly number[] = [],
): Candidates {
  const dated = conditions.every(({ use }) => CLOCK_FAMILIES.has(use.operator.family));
  return { carried: instants(listedValues(conditions, context), later), complete: dated };
}

const CLOCK_FAMILIES = new Set<Family>(["date", "numeric", "null"]);

function instants(texts: readonly Word[], later: readonly number[] = []): Carried[] {
  const constants = texts
    .flatMap((text) => instant(text) ?? [])
    .flatMap((at) => [at, ...later.map((more) => at + more)]);
  const around = new Set([
    FAR_FUTURE,
    ...numbersAround(constants).map(Math.round),
    ...constants.flatMap((at) => [at - 1, at, at + 1]),
  ]);
  return [...[...around].filter(isOnClock).map((second) => fresh(instantText(second))), ...holeValues(texts)];
}

/** Of a list it matters whether any of it holds an address. */
function addresses(lists: readonly (readonly Word[])[]): Carried[] {
  const blocksOf = lists.map((list) => list.flatMap((text) => block(text) ?? []));
  const holding = blocksOf.map(anyContains);
  const blocks = blocksOf.flat();
  const edges = blocks.flatMap(({ bits, first, last }) =>
    [first, last, first - 1n, last + 1n]
      .filter((value) => value >= 0n && value < 1n << BigInt(bits))
      .map((value) => addressText(bits, value)),
  );
  const words = [...new Set([...FRESH_ADDRESSES, ...edges])];
  const seen = new Set<string>();
  const told = words.filter((word) => {
    const address = block(word) as Block;
    const signature = `${address.bits} ${holding.map((holds) => (holds(address) ? "1" : "0")).join("")}`;
    return !seen.has(signature) && seen.add(signature);
  });
  return [...told.map(fresh), ...holeValues(lists.flat())];
}

function holeValues(texts: readonly Word[]): Carried[] {
  return texts.filter(hasHole).map((word) => ({ values: [word], fresh: false }));
}

/** Every set of at most so many of the values, for keys that have several; smaller ones first. */
function subsets(single: readonly Carried[], most: number): Candidates {
  const sets: Carried[] = [];
  const values = single.flatMap((one) => one.values.map((word) => ({ word, fresh: one.fresh })));
  let edge: { readonly set: typeof values; readonly next: number }[] = [{ set: [], next: 0 }];
  for (let size = 1; size <= Math.min(most, values.length); size += 1) {
    const longer: typeof edge = [];
    for (const { set, next } of edge) {
      for (const [index, value] of values.entries()) {
        if (index < next) continue;
        if (sets.length >= MANY_SETS) return { carried: sets, complete: false };
        const more = [...set, value];
        longer.push({ set: more, next: index + 1 });
        sets.push({ values: more.map(({ word }) => word), fresh: more.every(({ fresh }) => fresh) });
      }
    }
    edge = longer;
  }
  return { carried: sets, complete: true };
}
