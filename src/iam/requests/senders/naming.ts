// Which tenants, or applications, a policy names in a claim of tokens, and what the claim is in tokens of others.

import { type Doubt, isDoubt } from "../../../values/doubt.ts";
import type { KeyLanguage } from "../../evaluation/key-language.ts";
import type { Condition } from "../../language/condition.ts";
import type { NamingClaim } from "../../language/federation/issuer.ts";
import { isVariable } from "../../language/variables.ts";
import type { Grammar } from "../../patterns/cells.ts";
import { matches } from "../../patterns/matching.ts";
import { ANY, type Atom, anyOf, exactly, oneOf, type Pattern } from "../../patterns/pattern.ts";
import { hasHole, type Word } from "../../patterns/words.ts";
import { literalAtoms } from "../grammars.ts";

/** Stands for a wildcard, or for a policy variable, where a value is read as a text. */
const WILD = "\u0001";
const SPELLED = `[^${WILD}]`;
const NAME = /[\w.-]/;

/** However a tenant has it written, it begins with the name of a claim, and what that is. */
const PAIRS: readonly Atom[] = [oneOf(inKey), anyOf(inKey), exactly(":"), oneOf(() => true), ANY];

function inKey(char: string): boolean {
  return /[a-z_]/.test(char) || hasHole(char);
}

/** The values of a claim in tokens of tenants that the conditions on it do not name. */
export function othersLanguage(claim: NamingClaim, conditions: readonly Condition[], unusual: Doubt): KeyLanguage {
  const { usual = ["*"], isCustomizable = false, example, ours } = claim;
  const named = conditions.flatMap((condition) => namesIn(claim, condition));
  const forms = usual.map((form): Pattern => ({ atoms: formAtoms(form), ignoreCase: false }));
  const heads = new Set<string | undefined>(usual.flatMap((form) => headOf(form) ?? []));
  const grammar: Grammar = isCustomizable ? [PAIRS] : forms.map(({ atoms }) => atoms);
  return {
    grammar,
    told: [...named, ...(isCustomizable ? forms : [])],
    preferred: example === undefined ? [] : [example],
    admits: (word) =>
      word !== "" &&
      ours?.test(word) !== true &&
      !named.some((pattern) => matches(pattern, word)) &&
      (!heads.has(headOf(word)) || forms.some((form) => matches(form, word))),
    costOf: (word) => (forms.some((form) => matches(form, word)) ? undefined : unusual),
  };
}

/** Everything of each tenant that a condition names, in whatever way it asks for it. */
function namesIn({ names, everyones }: NamingClaim, { values, use }: Condition): Pattern[] {
  if (isDoubt(values)) return [];
  const ignoreCase = use.operator.ignoreCase === true;
  return values.flatMap(({ template }) => {
    const text = template.map((piece) => (isVariable(piece) || piece.wild ? WILD : piece.char)).join("");
    if (everyones?.test(text) === true) return [];
    // What deployment decides from the beginning has the name in it.
    if (hasHole(text[0] ?? "") && !text.includes(WILD)) return [{ atoms: literalAtoms(text), ignoreCase }];
    return names.flatMap((form) => [nameIn, meantIn].flatMap((read) => read(form, text, ignoreCase) ?? []));
  });
}

function nameIn(form: string, text: Word, ignoreCase: boolean): Pattern | undefined {
  const [before = "", after = ""] = form.split("{}");
  const [end = ""] = after;
  const name = end === "" ? `${SPELLED}+$` : `[^${WILD}${escaped(end)}]+${escaped(after)}`;
  const found = new RegExp(`^(${headPattern(before)})(${name})`, ignoreCase ? "i" : "").exec(text);
  if (found === null) return undefined;
  const [head = "", rest = ""] = found.slice(1).map((part) => (ignoreCase ? part.toLowerCase() : part));
  const atoms = [...headAtoms(before, head), ...literalAtoms(rest)];
  return { atoms: end === "" ? atoms : [...atoms, ANY], ignoreCase };
}

/** Whose name a wildcard ends, is who was meant: of those who get in besides, another one is to be shown. */
function meantIn(form: string, text: Word, ignoreCase: boolean): Pattern | undefined {
  const [, after = ""] = form.split("{}");
  const wild = text.indexOf(WILD);
  return after === "" || wild < 0 ? undefined : nameIn(form, text.slice(0, wild) + after, ignoreCase);
}

function headPattern(before: string): string {
  return escaped(before).replaceAll("\\*", "[^/@]*?").replaceAll("\\+", `[^/:${WILD}]+`);
}

/** What stands before the name: where it may be anything, anything but what ends it. */
function headAtoms(before: string, head: Word): Atom[] {
  if (!before.includes("*")) return literalAtoms(head);
  return before.split("*").flatMap((part, index) => {
    return index === 0 ? literalAtoms(part) : [anyOf((char) => char !== "/" && char !== "@"), ...literalAtoms(part)];
  });
}

function formAtoms(form: string): Atom[] {
  const inName = (char: string): boolean => NAME.test(char) || hasHole(char);
  return [...form].flatMap((char) => {
    if (char === "*") return [ANY];
    return char === "+" ? [oneOf(inName), anyOf(inName)] : [exactly(char)];
  });
}

/** What kind of value it is; one of a kind that is usual has a form that is. */
function headOf(text: string): string | undefined {
  return /^([^:*]+):/.exec(text)?.[1];
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");
}
