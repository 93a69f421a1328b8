// What the conditions of a variable's validation say of all its values; of a single word they are simply worked out.

import { innerOf } from "../../../text/hcl/inner.ts";
import type { Expression } from "../../../text/hcl/syntax.ts";
import { lengths } from "../../../values/pattern.ts";
import { readPattern } from "../../../values/pattern-syntax.ts";

const ACCOUNT_LENGTH = 12;

/** The only words that a condition lets through, where it lists them: `contains(["a", "b"], var.x)`. */
export function listed(conditions: readonly Expression[], variable: string): readonly string[] | undefined {
  return wordsListed(conditions, (subject) => isVariable(subject, variable));
}

/** The same of the elements of a list: `alltrue([for each in var.x : contains(["a", "b"], each)])`. */
export function listedElements(conditions: readonly Expression[], variable: string): readonly string[] | undefined {
  for (const claim of conditions.flatMap(claims)) {
    const [loop] = claim.kind === "call" && claim.name === "alltrue" ? claim.arguments : [];
    if (loop?.kind !== "for" || loop.key !== undefined || loop.condition !== undefined) continue;
    if (!isVariable(loop.collection, variable)) continue;
    const words = wordsListed([loop.value], (one) => one?.kind === "name" && one.name === loop.valueName);
    if (words !== undefined) return words;
  }
  return undefined;
}

function wordsListed(
  conditions: readonly Expression[],
  isSubject: (expression: Expression | undefined) => boolean,
): readonly string[] | undefined {
  for (const claim of conditions.flatMap(claims)) {
    if (claim.kind !== "call" || claim.name !== "contains") continue;
    const [list, subject] = claim.arguments;
    const words = list?.kind === "tuple" ? list.items.map(wordIn) : [undefined];
    if (isSubject(subject) && words.every((word) => word !== undefined)) return words;
  }
  return undefined;
}

/** Can a value that is not empty be nothing but an account id where a principal is asked for, by its length? */
export function isAccount(conditions: readonly Expression[], variable: string): boolean {
  return conditions.flatMap(claims).some((claim) => {
    const left = [...(lengthsHeld(claim, variable) ?? [])].filter((length) => length > 0);
    return left.length === 1 && left[0] === ACCOUNT_LENGTH;
  });
}

/** All of which have to hold for the condition to hold. */
function claims(condition: Expression): readonly Expression[] {
  if (condition.kind === "binary" && condition.operator === "&&") {
    return [...claims(condition.left), ...claims(condition.right)];
  }
  if (condition.kind === "call" && condition.name === "can") return condition.arguments.filter(failsUnlessItHolds);
  return [condition];
}

/** What is but false has been worked out, and that is all that `can` asks. */
function failsUnlessItHolds(expression: Expression): boolean {
  return expression.kind === "call" && expression.name === "regex";
}

function lengthsHeld(claim: Expression, variable: string): ReadonlySet<number> | undefined {
  if (claim.kind === "call" && claim.name === "regex") {
    const [pattern, subject] = claim.arguments;
    const syntax = wordIn(pattern);
    if (!isVariable(subject, variable) || syntax === undefined || !/^\^[^|]*\$$/.test(syntax)) return undefined;
    const read = readPattern(syntax);
    return read && lengths(read, ACCOUNT_LENGTH + 1);
  }
  if (claim.kind !== "binary" || claim.operator !== "==") return undefined;
  for (const [length, number] of [
    [claim.left, claim.right],
    [claim.right, claim.left],
  ] as const) {
    if (length.kind !== "call" || length.name !== "length" || !isVariable(length.arguments[0], variable)) continue;
    if (number.kind === "literal" && number.type === "number") return new Set([Number(number.text)]);
  }
  return undefined;
}

const OF_ARGUMENTS: ReadonlySet<string> = new Set(
  "can contains endswith length lower regex regexall startswith substr trimspace upper".split(" "),
);

/** Does it speak of the variable and of nothing else? */
export function isOfVariable(expression: Expression, variable: string): boolean {
  if (isVariable(expression, variable)) return true;
  if (expression.kind === "name") return false;
  if (expression.kind === "call" && !OF_ARGUMENTS.has(expression.name)) return false;
  return innerOf(expression).every((one) => isOfVariable(one, variable));
}

function isVariable(expression: Expression | undefined, name: string): boolean {
  if (expression?.kind !== "attribute" || expression.name !== name) return false;
  return expression.of.kind === "name" && expression.of.name === "var";
}

function wordIn(expression: Expression | undefined): string | undefined {
  if (expression?.kind !== "template") return undefined;
  const words = expression.parts.map((part) => (part.kind === "characters" ? part.text : undefined));
  return words.includes(undefined) ? undefined : words.join("");
}
