// One condition of a statement as it is written: an operator, a condition key and values.

import { type Doubt, isDoubt } from "../../values/doubt.ts";
import type { Origin } from "../../values/value.ts";
import type { Word } from "../patterns/words.ts";
import type { OperatorUse } from "./operators.ts";
import { type Template, variablesOf } from "./variables.ts";

export interface ConditionValue {
  readonly word: Word;
  readonly template: Template;
  /** A parameter's default stands in it. */
  readonly byDefault: boolean;
  /** Of the element of the list, or of the value that stands alone. */
  readonly origin: Origin;
}

export interface Condition {
  readonly use: OperatorUse;
  /** Lower case. */
  readonly key: string;
  /** The key as it is written. */
  readonly name: string;
  /** A doubt: the list is not known. */
  readonly values: readonly ConditionValue[] | Doubt;
  /** As written: "StringEquals sts:ExternalId". */
  readonly written: string;
  /** Of the key under its operator. */
  readonly origin: Origin;
  /** Where the operator's name stands. */
  readonly operatorOrigin: Origin;
}

/** One that is not known, or of which IAM knows no operator. */
export interface OpenCondition extends Doubt {
  /** As written, with what deployment decides as `${Name}`. */
  readonly written: string;
}

export function isKnownCondition(condition: Condition | Doubt): condition is Condition {
  return !isDoubt(condition);
}

const variables = new WeakMap<Condition, readonly string[]>();

/** Asked for each caller again, and there may be thousands of values. */
export function variablesIn(condition: Condition): readonly string[] {
  const known = variables.get(condition) ?? templatesOf(condition).flatMap(variablesOf);
  variables.set(condition, known);
  return known;
}

export function templatesOf({ values }: Condition): Template[] {
  return isDoubt(values) ? [] : values.map(({ template }) => template);
}
