// Condition operators as data, and how a prefix or suffix changes them.

import { nearest } from "../../text/nearest.ts";

export type Family = "string" | "arn" | "numeric" | "date" | "bool" | "binary" | "ip" | "null";
export type Comparison = "equal" | "less" | "less-or-equal" | "greater" | "greater-or-equal";

export interface Operator {
  readonly name: string;
  readonly family: Family;
  /** The request value must match none of the listed ones; true where the key is absent. */
  readonly negated?: boolean;
  readonly ignoreCase?: boolean;
  /** `*` and `?` are wildcards. */
  readonly wildcards?: boolean;
  /** Policy variables are replaced; undefined-by-aws: the documentation contradicts itself. */
  readonly variables?: boolean | "undefined-by-aws";
  readonly comparison?: Comparison;
}

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html */
export const OPERATORS: readonly Operator[] = [
  { name: "StringEquals", family: "string", variables: true },
  { name: "StringNotEquals", family: "string", variables: true, negated: true },
  { name: "StringEqualsIgnoreCase", family: "string", variables: true, ignoreCase: true },
  { name: "StringNotEqualsIgnoreCase", family: "string", variables: true, ignoreCase: true, negated: true },
  { name: "StringLike", family: "string", variables: true, wildcards: true },
  { name: "StringNotLike", family: "string", variables: true, wildcards: true, negated: true },
  { name: "ArnEquals", family: "arn", variables: true, wildcards: true },
  { name: "ArnNotEquals", family: "arn", variables: true, wildcards: true, negated: true },
  { name: "ArnLike", family: "arn", variables: true, wildcards: true },
  { name: "ArnNotLike", family: "arn", variables: true, wildcards: true, negated: true },
  { name: "NumericEquals", family: "numeric", comparison: "equal" },
  { name: "NumericNotEquals", family: "numeric", comparison: "equal", negated: true },
  { name: "NumericLessThan", family: "numeric", comparison: "less" },
  { name: "NumericLessThanEquals", family: "numeric", comparison: "less-or-equal" },
  { name: "NumericGreaterThan", family: "numeric", comparison: "greater" },
  { name: "NumericGreaterThanEquals", family: "numeric", comparison: "greater-or-equal" },
  { name: "DateEquals", family: "date", comparison: "equal" },
  { name: "DateNotEquals", family: "date", comparison: "equal", negated: true },
  { name: "DateLessThan", family: "date", comparison: "less" },
  { name: "DateLessThanEquals", family: "date", comparison: "less-or-equal" },
  { name: "DateGreaterThan", family: "date", comparison: "greater" },
  { name: "DateGreaterThanEquals", family: "date", comparison: "greater-or-equal" },
  { name: "Bool", family: "bool", variables: "undefined-by-aws" },
  { name: "BinaryEquals", family: "binary" },
  { name: "IpAddress", family: "ip" },
  { name: "NotIpAddress", family: "ip", negated: true },
  { name: "Null", family: "null" },
];

const byName = new Map(OPERATORS.map((operator) => [operator.name.toLowerCase(), operator]));

export type Quantifier = "all" | "any";

export interface OperatorUse {
  readonly operator: Operator;
  readonly quantifier?: Quantifier;
  readonly ifExists: boolean;
}

const PARTS = /^(?:(forallvalues|foranyvalue):)?(.*?)(ifexists)?$/;

/** `ForAnyValue:StringLikeIfExists` → its parts; undefined: no such operator. Case is undocumented and read leniently. */
export function operatorUse(written: string): OperatorUse | undefined {
  const [, quantifier, name = "", suffix] = PARTS.exec(written.toLowerCase()) ?? [];
  const operator = byName.get(name);
  if (operator === undefined) return undefined;
  const ifExists = suffix !== undefined;
  // "You cannot use IfExists with Null": Access Analyzer, NULL_WITH_IF_EXISTS.
  if (ifExists && operator.family === "null") return undefined;
  if (quantifier === undefined) return { operator, ifExists };
  return { operator, ifExists, quantifier: quantifier === "forallvalues" ? "all" : "any" };
}

/** The use of an operator that an unknown one was probably meant to be. */
export function nearestOperator(written: string): string | undefined {
  const uses = OPERATORS.flatMap(({ name, family }) =>
    ["", "ForAllValues:", "ForAnyValue:"].flatMap((quantifier) => [
      `${quantifier}${name}`,
      ...(family === "null" ? [] : [`${quantifier}${name}IfExists`]),
    ]),
  );
  return nearest(written.trim(), uses);
}
