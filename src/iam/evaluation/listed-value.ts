// One value that a condition lists, read once however many requests are held against it.

import { type Doubt, isDoubt } from "../../values/doubt.ts";
import type { Hole } from "../../values/value.ts";
import type { Condition, ConditionValue } from "../language/condition.ts";
import type { Family } from "../language/operators.ts";
import { isVariable } from "../language/variables.ts";
import { type Glyph, textOf } from "../patterns/glyph.ts";
import { arnPattern, type Pattern, textPattern } from "../patterns/pattern.ts";
import { hasHole, type Word, type Words } from "../patterns/words.ts";
import { instant } from "./instant.ts";
import { type Block, block } from "./network.ts";
import { number } from "./numbers.ts";

export interface ListedValue {
  readonly glyphs: readonly Glyph[];
  readonly text: Word;
  /** What of it deployment decides. */
  readonly holes: readonly Hole[];
  /** Of an operator on texts. */
  readonly pattern?: Pattern | Doubt;
  /** Of an operator on anything else; undefined: it is nothing of that kind. */
  readonly parsed?: number | Block | undefined;
}

/** Those that are the same for every request. */
const known = new WeakMap<ConditionValue, { readonly words: Words; readonly listed: ListedValue }>();

/** `replaced`: what the value comes to in a request. */
export function listedValue(
  condition: Condition,
  value: ConditionValue,
  words: Words,
  replaced: () => readonly Glyph[] | Doubt | undefined,
): ListedValue | Doubt | undefined {
  const found = known.get(value);
  if (found?.words === words) return found.listed;
  const glyphs = replaced();
  if (glyphs === undefined || isDoubt(glyphs)) return glyphs;
  const listed = readValue(condition, glyphs, words);
  if (!value.template.some(isVariable)) known.set(value, { words, listed });
  return listed;
}

export function readValue(condition: Condition, glyphs: readonly Glyph[], words: Words): ListedValue {
  const text = textOf(glyphs);
  const holes = [...text].flatMap((char) => words.hole(char) ?? []);
  const { family } = condition.use.operator;
  return family === "string" || family === "arn"
    ? { glyphs, text, holes, pattern: patternOf(condition, glyphs) }
    : { glyphs, text, holes, parsed: parsedAs(condition, text) };
}

const wholes = new WeakMap<Condition, { readonly texts: ReadonlySet<Word> | undefined }>();

/** The values of an operator that finds them equal to a text or not, if they are spelled out: thousands are as quickly compared as one. */
export function wholeValues(condition: Condition): ReadonlySet<Word> | undefined {
  const found = wholes.get(condition) ?? { texts: wholesIn(condition) };
  wholes.set(condition, found);
  return found.texts;
}

function wholesIn({ use: { operator }, values }: Condition): ReadonlySet<Word> | undefined {
  if (operator.family !== "string" || operator.ignoreCase === true || isDoubt(values)) return undefined;
  const texts = new Set<Word>();
  for (const { template } of values) {
    const glyphs = template.flatMap((piece) => (isVariable(piece) || piece.wild ? [] : piece));
    const text = textOf(glyphs);
    if (glyphs.length < template.length || hasHole(text)) return undefined;
    texts.add(text);
  }
  return texts;
}

/** The pattern of a value under its operator; a doubt where AWS does not say how to read it. */
export function patternOf(condition: Condition, glyphs: readonly Glyph[]): Pattern | Doubt {
  const { operator } = condition.use;
  if (operator.family !== "arn") return textPattern(glyphs, operator.ignoreCase);
  const pattern = arnPattern(glyphs);
  if (pattern !== undefined) return pattern;
  if (!glyphs.some((glyph) => glyph.wild)) return textPattern(glyphs);
  return { reason: "undefined-by-aws", source: `${condition.written} with a pattern that is no ARN` };
}

/** What was read last of each kind: a value of a request is held against many conditions, one after the other. */
const last = new Map<Family, { readonly text: Word; readonly parsed: number | Block | undefined }>();

/** What an operator on other things than texts makes of one. */
export function parsedAs({ use }: Condition, text: Word): number | Block | undefined {
  const { family } = use.operator;
  const before = last.get(family);
  if (before?.text === text) return before.parsed;
  const parsed = readAs(family, text);
  last.set(family, { text, parsed });
  return parsed;
}

function readAs(family: Family, text: Word): number | Block | undefined {
  switch (family) {
    case "numeric":
      return number(text);
    case "date":
      return instant(text);
    case "ip":
      return block(text);
    default:
      return undefined;
  }
}

/** Values that cost about as much to hold a request against as one step of deciding it, if they are literal. */
const VALUES_PER_STEP = 16;
/** What it costs to ask the condition, and to note what it says. */
const VALUES_OF_A_CONDITION = 6;
const CHARACTERS_PER_VALUE = 64;
/** What is made anew for each request, or has to be tried in several ways. */
const OPEN_CHARACTERS_PER_VALUE = 4;

/** In steps and parts of one, for each value that a request carries. */
const efforts = new WeakMap<Condition, number>();

export function effortToMeet(condition: Condition): number {
  const effort = efforts.get(condition) ?? effortOf(condition);
  efforts.set(condition, effort);
  return effort;
}

function effortOf(condition: Condition): number {
  const { values } = condition;
  if (isDoubt(values) || wholeValues(condition) !== undefined) return VALUES_OF_A_CONDITION / VALUES_PER_STEP;
  const all = values.reduce((sum, { template }) => {
    const isOpen = template.some((piece) => isVariable(piece) || piece.wild);
    return sum + 1 + template.length / (isOpen ? OPEN_CHARACTERS_PER_VALUE : CHARACTERS_PER_VALUE);
  }, VALUES_OF_A_CONDITION);
  return all / VALUES_PER_STEP;
}
