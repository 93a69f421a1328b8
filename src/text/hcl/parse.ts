// The entry to this folder: parses HCL expressions and templates. Throws nothing but a Problem.

import { readExpression } from "./expression.ts";
import { begin, type HclText, refuse, skipBlanks } from "./reading.ts";
import type { Expression } from "./syntax.ts";
import { readWhole } from "./template.ts";

/** A text in which `${…}` and `%{…}` are to be worked out, as every string of Terraform's JSON syntax is. Throws a Problem. */
export function parseTemplate(from: HclText): Expression {
  return readWhole(begin(from, readExpression));
}

/** An expression that is the whole text; it may go over several lines. Throws a Problem. */
export function parseExpression(from: HclText): Expression {
  const reading = begin(from, readExpression);
  const expression = readExpression(reading);
  skipBlanks(reading);
  return reading.at === from.text.length ? expression : refuse(reading, "text after the expression");
}
