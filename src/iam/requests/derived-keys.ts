// What tells the values of a key apart that follows from the caller, also where policy variables stand in what it is compared with.

import { isDoubt } from "../../values/doubt.ts";
import { patternsOf } from "../evaluation/condition.ts";
import { type Condition, templatesOf, variablesIn } from "../language/condition.ts";
import { conditionsIn, conditionsOn, type Document } from "../language/document.ts";
import { conditionKey } from "../language/keys.ts";
import type { Family } from "../language/operators.ts";
import { isVariable, type Template, type Variable, variablesOf } from "../language/variables.ts";
import type { Budget } from "../patterns/budget.ts";
import { plain } from "../patterns/glyph.ts";
import {
  type Atom,
  anyOf,
  exactly,
  fold,
  hasWildcard,
  oneOf,
  oneOfList,
  type Pattern,
  textPattern,
} from "../patterns/pattern.ts";
import { valueGrammar } from "./grammars.ts";
import type { Ours } from "./ours.ts";
import { templatesForRoles } from "./role-keys.ts";
import { comparedWith } from "./ties.ts";
import { replaceOpenVariables, variablePatterns } from "./variable-patterns.ts";

export interface DistinguishingPatterns {
  readonly patterns: Pattern[];
  /** False: values that a variable makes a difference to may be missing. */
  readonly complete: boolean;
}

export interface KeySearch {
  readonly document: Document;
  readonly ours: Ours;
  readonly steps: Budget;
  /** Keys that are being worked out already. */
  readonly seen?: readonly string[];
}

/**
 * Conditions on the key, on keys that are compared with it, and on what it is compared with. What a variable stands for is
 * either part of the same caller, or the request brings it: then whoever has a value that can be brought is told apart, as all
 * that tells the variable's values apart does.
 */
export function keyPatterns(key: string, search: KeySearch): DistinguishingPatterns {
  const { document, ours, steps, seen = [] } = search;
  const all = conditionsIn(document).filter((one) => !isFollowedBy(key, one, document));
  // Of what the variable stands in, the values are told apart already.
  const patterns = variablePatterns(
    key,
    { conditions: all, asked: new Map(), context: new Map(), words: document.words, steps },
    seen,
  );
  let complete = true;
  for (const condition of conditionsOn(document, key)) {
    if (isDoubt(condition.values)) continue;
    complete &&= COMPARED_AS_TEXT.has(condition.use.operator.family);
    for (const { template: written } of condition.values) {
      const isFixed = !written.some(isVariable);
      for (const template of templatesForRoles(written, ours, document.words)) {
        const glyphs = replaceOpenVariables(template, new Map());
        if (glyphs === undefined) continue;
        const forms = patternsOf(condition, glyphs, document.words);
        if (isFixed) patterns.push(...oneOfList(forms, condition));
        else {
          const read = patternsWithVariables({ template, forms, condition }, search);
          patterns.push(...read.patterns);
          complete &&= read.complete;
        }
      }
    }
  }
  return { patterns, complete };
}

/** Operators by which values are told apart as texts; presence tells nothing more. */
const COMPARED_AS_TEXT = new Set<Family>(["string", "arn", "binary", "null"]);

/** One value of a condition. */
interface ValueWithVariables {
  readonly condition: Condition;
  readonly template: Template;
  /** The patterns of the template, in which an atom that takes anything stands for each variable. */
  readonly forms: readonly Pattern[];
}

function patternsWithVariables(
  { template, forms, condition }: ValueWithVariables,
  search: KeySearch,
): DistinguishingPatterns {
  const { document, seen = [] } = search;
  const { key } = condition;
  const variables = template.filter(isVariable);
  const followed = variables.filter((one) => follows(one, template, condition));
  const closed = forms.map((form) =>
    followed.reduce(
      (whole, one) => (one.key === ACCOUNT ? whole : replaceAtom(whole, template.indexOf(one), SEGMENT)),
      form,
    ),
  );
  const instead = followed.flatMap(({ fallback }, index) => {
    const place = template.indexOf(followed[index] as Variable);
    return fallback === undefined ? [] : forms.map((form) => replaceAtom(form, place, textPattern(plain(fallback))));
  });
  const patterns = [...closed, ...instead];
  const [brought] = variables.filter((one) => !followed.includes(one) && one.key !== key);
  if (brought === undefined)
    return { patterns, complete: variables.every((one) => one.key !== key) || template.length === 1 };
  if (seen.includes(brought.key)) return { patterns, complete: template.length === 1 };
  const source = valuesOf(brought, { ...search, seen: [...seen, key] });
  const place = template.indexOf(brought);
  patterns.push(...closed.flatMap((form) => source.patterns.map((inner) => replaceAtom(form, place, inner))));
  const isWorkedOut =
    variables.length === followed.length + 1 &&
    isBrought(brought.key) &&
    isPlaced(template, brought, condition) &&
    isFree(brought.key, template, condition, document) &&
    (condition.use.operator.ignoreCase !== true || !source.patterns.some(isOfLetters));
  return { patterns, complete: source.complete && isWorkedOut };
}

const ACCOUNT = "aws:principalaccount";
const COLONS_BEFORE_ACCOUNT = 4;
/** Part of a name or path, between slashes. */
const SEGMENT: Pattern = { atoms: [anyOf((char) => char !== "/")], ignoreCase: false };

/** Is the variable a part of what it is compared with, for every caller, so that it stands for whatever is there? */
function follows(variable: Variable, template: Template, { key, use }: Condition): boolean {
  const place = template.indexOf(variable);
  const isFirst = template.findIndex((one) => isVariable(one) && one.key === variable.key) === place;
  const [before, after] = [template.slice(0, place), template.slice(place + 1)];
  switch (`${key} ${variable.key}`) {
    case `aws:principalarn ${ACCOUNT}`:
      // Under an operator on texts a wildcard may stand for colons.
      return (
        isFirst &&
        is(after[0], ":") &&
        before.filter((one) => is(one, ":")).length === COLONS_BEFORE_ACCOUNT &&
        before.every((one) => !isVariable(one) && (use.operator.family === "arn" || !one.wild))
      );
    case "aws:principalarn aws:username":
      return isFirst && after.length === 0 && is(before.at(-1), "/");
    case "aws:principalorgpaths aws:principalorgid":
      return isFirst && before.length === 0 && is(after[0], "/");
    default:
      return false;
  }
}

/** Does the key, wherever it stands in what the condition's key is compared with, stand for a part of it? */
function isFollowedBy(key: string, condition: Condition, document: Document): boolean {
  const on = conditionsOn(document, condition.key).filter((one) => variablesIn(one).includes(key));
  return (
    on.length > 0 &&
    on.every((one) =>
      templatesOf(one).every((template) =>
        template.filter(isVariable).every((variable) => variable.key !== key || follows(variable, template, one)),
      ),
    )
  );
}

function is(piece: Template[number] | undefined, char: string): boolean {
  return piece !== undefined && !isVariable(piece) && !piece.wild && piece.char === char;
}

/** Is there but one text, for each caller, that the variable can stand for? */
function isPlaced(template: Template, variable: Variable, { use }: Condition): boolean {
  const place = template.indexOf(variable);
  const wilds = template.flatMap((one, index) => (!isVariable(one) && one.wild ? [index] : []));
  if (wilds.length === 0) return true;
  const colons = template.flatMap((one, index) => (is(one, ":") ? [index] : []));
  const lastField = colons[FIELDS_BEFORE_RESOURCE - 1] ?? Number.POSITIVE_INFINITY;
  return use.operator.family === "arn" && place > lastField && wilds.every((index) => index < lastField);
}

const FIELDS_BEFORE_RESOURCE = 5;

/**
 * May the variable's value be chosen with this template alone in mind? Nothing else that follows from the caller is compared
 * with it, it is compared with no variable, and no other variable is in what it stands in elsewhere.
 */
function isFree(key: string, template: Template, condition: Condition, document: Document): boolean {
  const all = conditionsIn(document);
  const readers = all.filter((one) => variablesIn(one).includes(key));
  const users = new Set(readers.map((one) => one.key).filter((user) => user !== condition.key));
  const holding = readers.filter((one) => one.key === condition.key).flatMap(templatesOf);
  return (
    holding.every((one) => !variablesOf(one).includes(key) || JSON.stringify(one) === JSON.stringify(template)) &&
    all.every((one) => one.key !== key || variablesIn(one).length === 0) &&
    comparedWith(key).every((other) => other === key || !all.some((one) => keysOf(one).includes(other))) &&
    [...users].every(
      (user) =>
        isBrought(user) &&
        !all.some((one) => variablesIn(one).includes(user)) &&
        all.every((one) => one.key !== user || variablesIn(one).every((other) => other === key)),
    )
  );
}

function keysOf(condition: Condition): string[] {
  return [condition.key, ...variablesIn(condition)];
}

/** Does it match some of the texts that differ in the case of a letter, and by a wildcard others as well? */
function isOfLetters(pattern: Pattern): boolean {
  const isLetter = ({ char = "" }: Atom): boolean => char.toLowerCase() !== char.toUpperCase();
  return !pattern.ignoreCase && hasWildcard(pattern) && pattern.atoms.some(isLetter);
}

/** What tells the values of a variable apart, and which of them a request can bring. */
function valuesOf({ key, fallback }: Variable, search: KeySearch): DistinguishingPatterns {
  const { patterns: told, complete } = keyPatterns(key, search);
  const possible = valueGrammar(conditionKey(key)).map((atoms): Pattern => ({ atoms, ignoreCase: false }));
  const instead = fallback === undefined ? [] : [textPattern(plain(fallback))];
  return { patterns: [...told, ...possible, ...instead], complete };
}

/** A pattern with another in the place of one of its atoms; letters of either case match where one of the two regards none. */
function replaceAtom({ atoms, ignoreCase }: Pattern, place: number, inner: Pattern): Pattern {
  const fitted = (atom: Atom): Atom => {
    if (atom.char === undefined || inner.ignoreCase === ignoreCase) return atom;
    const char = fold(atom.char, true);
    return ignoreCase ? exactly(char) : oneOf((one) => fold(one, true) === char);
  };
  return { atoms: [...atoms.slice(0, place), ...inner.atoms.map(fitted), ...atoms.slice(place + 1)], ignoreCase };
}

/** Whether it is there, and with which value, does not follow from who calls. */
function isBrought(name: string): boolean {
  const control = conditionKey(name)?.control;
  return control !== "derived" && control !== "fixed";
}
