// Principals that IAM refuses. The rule that says so comes first, and the others say nothing of what such a principal leaves open.

import type { Document } from "../../iam/language/document.ts";
import { type Answer, isDoubt } from "../../values/doubt.ts";
import { originKey } from "../../values/value.ts";
import type { Ruling } from "./ruling.ts";

export const INVALID_POLICY = "invalid-policy";

/** Keys of the places that it has found something at. */
export type Refusals = ReadonlySet<string>;

export function refusalsIn(rulings: readonly Ruling[]): Refusals {
  return new Set(
    rulings.flatMap(({ rule, grant }) => (rule.id === INVALID_POLICY && grant !== undefined ? [grant] : [])),
  );
}

/** The author will change the principal that makes it uncertain, in this grant or another. */
export function isRefusal(answer: Answer | undefined, { statements }: Document, refusals: Refusals): boolean {
  if (!isDoubt(answer) || answer.reason !== "malformed") return false;
  const elements = statements.flatMap(({ principal }) => principal.elements);
  return elements.some(({ kind, origin }) => kind === "malformed" && refusals.has(originKey(origin)));
}
