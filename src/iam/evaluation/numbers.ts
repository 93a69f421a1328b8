// Numbers, and times as numbers, compared as an operator says.

import type { Comparison } from "../language/operators.ts";

export function number(text: string): number | undefined {
  return /^[+-]?\d+(\.\d+)?$/.test(text) ? Number(text) : undefined;
}

/** Without an exponent, which IAM's numeric operators do not know. `toLocaleString` writes it so too, but takes longer to load its data than many a policy takes. */
export function decimalText(number: number): string {
  const text = `${number}`;
  if (!text.includes("e")) return text;
  return Number.isInteger(number) ? `${BigInt(number)}` : number.toFixed(20).replace(/\.?0+$/, "");
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
