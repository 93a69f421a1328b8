// Numbers, and times as numbers, compared as an operator says.

import type { Comparison } from "../language/operators.ts";

export function number(text: string): number | undefined {
  return /^[+-]?\d+(\.\d+)?$/.test(text) ? Number(text) : undefined;
}

/** Undefined: one of the two is no value of the kind. */
export function compare(comparison: Comparison | undefined, left: number | undefined, right: number | undefined) {
  if (right === undefined) return undefined;
  if (left === undefined) return false;
  switch (comparison) {
    case "less":
      return left < right;
    case "less-or-equal":
      return left <= right;
    case "greater":
      return left > right;
    case "greater-or-equal":
      return left >= right;
    default:
      return left === right;
  }
}
