// Conversion of texts to booleans and numbers, where Terraform asks for those. Source: go-cty, cty/convert/conversion_primitive.go.

import { decimal } from "../../../text/hcl/decimal.ts";

const TRUTHS: ReadonlyMap<string, boolean> = new Map([
  ["true", true],
  ["1", true],
  ["false", false],
  ["0", false],
]);

/** Undefined where Terraform refuses it. */
export function truthIn(word: string): boolean | undefined {
  return TRUTHS.get(word);
}

/** In the digits in which Terraform prints it; undefined where it refuses it. */
export function numberIn(word: string): string | undefined {
  return decimal(word);
}

/** Fractions of two that numbers here are exact in, as those of Terraform are to 512 binary digits. */
const FINEST = 1024;

/** What can be computed with here as Terraform computes. */
export function isExact(number: number): boolean {
  return Number.isSafeInteger(number * FINEST);
}
