// Numbers, and times as numbers, compared as an operator says.

import type { Comparison } from "../language/operators.ts";

export function number(text: string): number | undefined {
  return /^[+-]?\d+(\.\d+)?$/.test(text) ? Number(text) : undefined;
}

export function compare(comparison: Comparison | undefined, left: number, right: number): boolean {
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
