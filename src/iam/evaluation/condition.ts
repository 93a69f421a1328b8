// Whether a request context meets a condition, and which texts a condition accepts.

import { type Answer, type Doubt, every, isDoubt, not, some } from "../../values/doubt.ts";
import type { Condition } from "../language/condition.ts";
import { conditionKey } from "../language/keys.ts";
import type { Comparison } from "../language/operators.ts";
import { isVariable, substitute, type Template } from "../language/variables.ts";
import { type Glyph, plain } from "../patterns/glyph.ts";
import { doubtOf, holeDoubt, mayBeWild } from "../patterns/hole.ts";
import { matches, mayMatch } from "../patterns/matching.ts";
import type { Pattern } from "../patterns/pattern.ts";
import { hasHole, type Word, type Words } from "../patterns/words.ts";
import { type Carried, type Context, carried } from "./context.ts";
import { mayMatchUnnamedAccount } from "./deployed-patterns.ts";
import { type ListedValue, listedValue, parsedAs, patternOf, readValue, wholeValues } from "./listed-value.ts";
import { type Block, contains } from "./network.ts";
import { compare } from "./numbers.ts";

function undefinedByAws(what: string): Doubt {
  return { reason: "undefined-by-aws", source: what };
}

export function meets(condition: Condition, context: Context, words: Words): Answer {
  const { operator, quantifier, ifExists } = condition.use;
  const request = carried(context, condition.key);
  const { values } = request;
  const absent = values.length === 0;
  if (operator.family === "null") return meetsNull(condition, absent, words);
  if (!isDoubt(condition.values) && condition.values.length === 0) return meetsEmptyList(condition, absent);
  if (absent) {
    if (quantifier === "any") return ifExists ? undefinedByAws(`${condition.written} on an absent key`) : false;
    return quantifier === "all" || ifExists || operator.negated === true;
  }
  const one = (word: Word): Answer => {
    const listed = matchesList(condition, word, request, context, words);
    return operator.negated ? not(listed) : listed;
  };
  const [first = ""] = values;
  if (quantifier === "all") return values.length === 1 ? one(first) : every(values, one);
  if (quantifier === "any") return values.length === 1 ? one(first) : some(values, one);
  if (conditionKey(condition.key)?.multivalued) return undefinedByAws(`${condition.written} without ForAnyValue`);
  return values.length === 1 ? one(first) : some(values, one);
}

/** "Null with qualifier" of the Access Analyzer checks: ForAllValues is always true, ForAnyValue always false. */
function meetsNull(condition: Condition, absent: boolean, words: Words): Answer {
  if (condition.use.quantifier !== undefined) return condition.use.quantifier === "all";
  if (isDoubt(condition.values)) return condition.values;
  return some(condition.values, ({ word }): Answer => {
    const wanted = word.toLowerCase();
    if (wanted === "true" || wanted === "false") return absent === (wanted === "true");
    return holeDoubt(word, words) ?? { reason: "malformed", source: condition.written };
  });
}

function meetsEmptyList(condition: Condition, absent: boolean): Answer {
  const { quantifier, ifExists } = condition.use;
  if (quantifier === "any") return false;
  if (quantifier === "all" || ifExists) return absent;
  return undefinedByAws(`${condition.written} with an empty list`);
}

function matchesList(condition: Condition, word: Word, request: Carried, context: Context, words: Words): Answer {
  if (isDoubt(condition.values)) return condition.values;
  const wholes = hasHole(word) ? undefined : wholeValues(condition);
  if (wholes !== undefined) return wholes.has(word);
  const parsed = parsedAs(condition, word);
  return some(condition.values, (value): Answer => {
    const listed = listedValue(condition, value, words, () => replaceVariables(value.template, context));
    if (listed === undefined || isDoubt(listed)) return listed ?? false;
    const source = hasHole(word) ? loneSource(value.template, context) : undefined;
    if (source === undefined) return matchesValue(condition, listed, { word, parsed, request }, words);
    // Equal is equal either way round, and how the other value was chosen may tell more.
    const own = { word: listed.text, parsed: listed.parsed, request: source };
    return matchesValue(condition, readValue(condition, plain(word), words), own, words);
  });
}

/** What the request carries for the variable that is all of the template. */
function loneSource(template: Template, context: Context): Carried | undefined {
  const [piece, ...more] = template;
  return piece !== undefined && more.length === 0 && isVariable(piece) ? context.get(piece.key) : undefined;
}

/** A template with its variables replaced by what the request carries: see `substitute`. */
export function replaceVariables(template: Template, context: Context): readonly Glyph[] | Doubt | undefined {
  return substitute(template, (key) => singleValue(key, carried(context, key)));
}

/** A variable stands for a key that has one value; of others AWS says only that they cannot be variables. */
function singleValue(key: string, { values }: Carried): Word | Doubt | undefined {
  const several = values.length > 1 || (values.length > 0 && conditionKey(key)?.multivalued === true);
  return several ? undefinedByAws(`policy variable \${${key}}, which may have several values`) : values[0];
}

/** One value that a request carries, as text and as what the operator makes of it. */
interface SentValue {
  readonly word: Word;
  readonly parsed: ListedValue["parsed"];
  readonly request: Carried;
}

function matchesValue(condition: Condition, listed: ListedValue, sent: SentValue, words: Words): Answer {
  const { operator } = condition.use;
  const { text, pattern, holes } = listed;
  const { word, parsed } = sent;
  if (pattern !== undefined) {
    return isDoubt(pattern) ? pattern : matchesText({ condition, listed, pattern }, word, sent.request, words);
  }
  if (text === word) return operator.comparison !== "less" && operator.comparison !== "greater";
  const [hole] = holes;
  const doubt = hole === undefined ? holeDoubt(word, words) : doubtOf(hole);
  if (doubt !== undefined) return doubt;
  switch (operator.family) {
    case "bool":
      if (operator.variables === "undefined-by-aws" && text.includes("${")) return undefinedByAws(condition.written);
      if (!/^(?:true|false)$/i.test(text)) return ofAnotherKind(condition, text);
      return text.toLowerCase() === word.toLowerCase();
    case "numeric":
    case "date":
    case "ip":
      if (listed.parsed === undefined) return ofAnotherKind(condition, text);
      if (parsed === undefined) return undefinedByAws(`${condition.written} on another kind of value`);
      return holds(operator.comparison, parsed, listed.parsed);
    default:
      return false;
  }
}

/** AWS does not say what becomes of a value that is none of the operator's kind. */
function ofAnotherKind({ written }: Condition, text: Word): Doubt {
  return { reason: "malformed", source: `${written}: ${text}` };
}

function holds(comparison: Comparison | undefined, own: number | Block, its: number | Block): boolean {
  if (typeof own === "number" || typeof its === "number") {
    return typeof own === typeof its && compare(comparison, Number(own), Number(its));
  }
  return contains(its, own);
}

/** All patterns that the value may turn out to be: itself, and the one in which each hole that may be a wildcard is. */
export function patternsOf(condition: Condition, glyphs: readonly Glyph[], words: Words): Pattern[] {
  const isWild = (char: string): boolean => {
    const hole = condition.use.operator.wildcards === true ? words.hole(char) : undefined;
    return hole !== undefined && mayBeWild(hole);
  };
  const loose = glyphs.map((glyph) => (isWild(glyph.char) ? { char: "*", wild: true } : glyph));
  const forms = glyphs.some(({ char }) => isWild(char)) ? [glyphs, loose] : [glyphs];
  // What AWS does not say how to read is a doubt for every request alike.
  return forms.flatMap((form) => {
    const pattern = patternOf(condition, form);
    return isDoubt(pattern) ? [] : [pattern];
  });
}

/** One value of a condition on texts. */
interface ListedText {
  readonly condition: Condition;
  readonly listed: ListedValue;
  readonly pattern: Pattern;
}

function matchesText({ condition, listed, pattern }: ListedText, word: Word, request: Carried, words: Words): Answer {
  if (matches(pattern, word)) return true;
  const { glyphs, text, holes } = listed;
  // Most values are spelled out on both sides.
  if (holes.length === 0 && !hasHole(word)) return false;
  if (namesOtherAccount(condition, glyphs, request.account, words)) return false;
  const inFields = condition.use.operator.family === "arn";
  const lone = words.hole(word);
  const isExact = holes.length === 0 && !condition.use.operator.ignoreCase && !glyphs.some(({ wild }) => wild);
  if (lone !== undefined && isExact && !lone.admits(text)) return false;
  if (!hasHole(word)) {
    if (condition.use.operator.wildcards !== true || !holes.some(mayBeWild)) {
      if (holes.length === glyphs.length && holes.length === 1 && !holes[0]?.admits(word)) return false;
      if (!mayMatch(pattern, word, request.fresh ? 0 : request.freshFrom)) return false;
    } else if (glyphs.length === 1 && holes.some((hole) => !mayMatchUnnamedAccount(hole, word, request, inFields)))
      return false;
  }
  // What was chosen to differ from all that is supplied does so beside a hole as well, except where a wildcard is supplied.
  const isOpen = condition.use.operator.wildcards === true && holes.some(mayBeWild);
  const isLoosened = isOpen && !inFields && glyphs.length > 1;
  const [loosest = pattern] = isLoosened ? patternsOf(condition, glyphs, words).slice(-1) : [];
  const freshFrom = isOpen && !isLoosened ? undefined : request.fresh ? 0 : request.freshFrom;
  return mayMatch(loosest, word, freshFrom) ? (holeDoubt(text, words) ?? holeDoubt(word, words) ?? false) : false;
}

/** Whoever has a named account is that account's caller, and no other is of the role's own. */
function namesOtherAccount(
  condition: Condition,
  glyphs: readonly Glyph[],
  account: Word | undefined,
  words: Words,
): boolean {
  const listed = account === undefined ? undefined : accountIn(condition, glyphs);
  if (account === undefined || listed === undefined || listed === account) return false;
  return /^\d{12}$/.test(listed) ? hasHole(account) : words.hole(listed)?.sort === "own-account";
}

/** The account that the glyphs spell out, alone or in its field of an ARN; undefined: a wildcard may stand for the fields before it. */
function accountIn({ use }: Condition, glyphs: readonly Glyph[]): Word | undefined {
  const fields = glyphs
    .map((glyph) => (glyph.wild ? "*" : glyph.char))
    .join("")
    .split(":");
  if (fields.length === 1) return fields[0];
  const isFixed = use.operator.family === "arn" || !fields.slice(0, 4).join("").includes("*");
  return isFixed && fields.length >= 6 ? fields[4] : undefined;
}
