// What tells the values of a key apart because a policy variable puts them into what another key is compared with.

import { isDoubt } from "../../values/doubt.ts";
import { patternsOf, replaceVariables } from "../evaluation/condition.ts";
import type { Context } from "../evaluation/context.ts";
import { type Condition, variablesIn } from "../language/condition.ts";
import { conditionKey } from "../language/keys.ts";
import { isVariable, type Template, variablesOf } from "../language/variables.ts";
import type { Budget } from "../patterns/budget.ts";
import { type Glyph, plain, textOf } from "../patterns/glyph.ts";
import { matches, reached } from "../patterns/matching.ts";
import { ANY, type Atom, exactly, fold, type Pattern, textPattern } from "../patterns/pattern.ts";
import type { Word, Words } from "../patterns/words.ts";
import { valueGrammar } from "./grammars.ts";

/** What surrounds a variable in a value; undefined: not spelled out. */
interface Place {
  readonly before: Word | undefined;
  readonly after: Word | undefined;
  readonly ignoreCase: boolean;
}

/** Where policy variables may stand. */
export interface VariableUses {
  readonly conditions: readonly Condition[];
  /** What questions tell apart, by key. */
  readonly asked: ReadonlyMap<string, readonly Pattern[]>;
  /** The keys that have been decided. */
  readonly context: Context;
  readonly words: Words;
  readonly steps: Budget;
}

/**
 * Where `id-${aws:username}` is what an external id is compared with, and "id-a*" another such text, names that begin with
 * "a" are told apart from others. Some are missing once the steps are spent.
 */
export function variablePatterns(key: string, uses: VariableUses, seen: readonly string[] = []): Pattern[] {
  const { conditions, asked, context, words, steps } = uses;
  if (!steps.spend(1)) return [];
  const users = new Set(conditions.filter((one) => variablesIn(one).includes(key)).map((one) => one.key));
  return [...users].flatMap((user) => {
    if (user === key || seen.includes(user)) return [];
    const on = conditions.filter((condition) => condition.key === user);
    const spelling = (texts: readonly Word[]) => texts.map((word) => textPattern(plain(word)));
    const decided = context.get(user);
    const patterns =
      decided !== undefined
        ? spelling(decided.values)
        : distinguishingPatterns(user, [
            ...(asked.get(user) ?? []),
            ...on.flatMap((condition) => patternsIn(condition, key, context, words)),
            ...variablePatterns(user, uses, [...seen, key]),
          ]);
    const places = on.flatMap((condition) => placesIn(condition, key, context));
    if (!steps.spend(places.length * patterns.length)) return [];
    return places.flatMap((place) => patterns.flatMap((pattern) => patternsBetween(pattern, place)));
  });
}

/** Less what matches everything; a word has to be one that the key may have. */
function distinguishingPatterns(key: string, patterns: readonly Pattern[]): Pattern[] {
  const telling = patterns.filter(({ atoms }) => !(atoms.length === 1 && atoms[0] === ANY));
  return [...telling, ...valueGrammar(conditionKey(key)).map((atoms): Pattern => ({ atoms, ignoreCase: false }))];
}

function placesIn({ values, use }: Condition, key: string, context: Context): Place[] {
  if (isDoubt(values)) return [];
  return values.flatMap(({ template }) =>
    [...template.entries()].flatMap(([index, piece]): Place[] => {
      if (!isVariable(piece) || piece.key !== key) return [];
      const before = literalText(template.slice(0, index), context);
      const after = literalText(template.slice(index + 1), context);
      return [{ before, after, ignoreCase: use.operator.ignoreCase === true }];
    }),
  );
}

/** Undefined: a wildcard, or a variable of which nothing has been decided. */
function literalText(template: Template, context: Context): Word | undefined {
  if (variablesOf(template).some((key) => !context.has(key))) return undefined;
  const glyphs = replaceVariables(template, context);
  if (glyphs === undefined || isDoubt(glyphs) || glyphs.some(({ wild }) => wild)) return undefined;
  return textOf(glyphs);
}

/** The other values of a condition on text; variables of which nothing has been decided stand for anything. */
function patternsIn(condition: Condition, key: string, context: Context, words: Words): Pattern[] {
  const { family } = condition.use.operator;
  if (isDoubt(condition.values) || (family !== "string" && family !== "arn")) return [];
  return condition.values.flatMap(({ template }) => {
    if (variablesOf(template).includes(key)) return [];
    const glyphs = replaceOpenVariables(template, context);
    return glyphs === undefined ? [] : patternsOf(condition, glyphs, words);
  });
}

/** A template with its variables replaced, by a wildcard where nothing has been decided of them; undefined: one has no value. */
export function replaceOpenVariables(template: Template, context: Context): readonly Glyph[] | undefined {
  const open = template.map((piece) => (isVariable(piece) && !context.has(piece.key) ? ANYTHING : piece));
  const glyphs = replaceVariables(open, context);
  // Of what cannot be known nothing is told apart.
  return isDoubt(glyphs) ? undefined : glyphs;
}

const ANYTHING: Glyph = { char: "*", wild: true };

/** The patterns of which a word has to match one so that, with what surrounds it, it matches the whole. */
function patternsBetween(whole: Pattern, { before, after, ignoreCase }: Place): Pattern[] {
  const pattern = ignoreCase ? foldPattern(whole) : whole;
  const { atoms } = pattern;
  const all = Array.from({ length: atoms.length + 1 }, (_, index) => index);
  const first = before === undefined ? all : reached(pattern, before);
  const last = all.filter((index) => after === undefined || matches({ ...pattern, atoms: atoms.slice(index) }, after));
  return widestSpans(atoms, first, last).map(([from, to]) => {
    const repeated = atoms[to]?.many ? atoms.slice(to, to + 1) : [];
    return { atoms: [...atoms.slice(from, to), ...repeated], ignoreCase: pattern.ignoreCase };
  });
}

function foldPattern({ atoms }: Pattern): Pattern {
  const lower = ({ char }: Atom) => (char === undefined ? undefined : exactly(fold(char, true)));
  return { atoms: atoms.map((atom) => lower(atom) ?? atom), ignoreCase: true };
}

/** From where to where a word may lead; a run of any length and the place behind it are reached together. */
function widestSpans(atoms: readonly Atom[], first: readonly number[], last: readonly number[]): [number, number][] {
  const from = first.filter((index) => !(atoms[index - 1]?.many && first.includes(index - 1)));
  const to = last.filter((index) => !(atoms[index]?.many && last.includes(index + 1)));
  return from.flatMap((start) => to.filter((end) => end >= start).map((end): [number, number] => [start, end]));
}
