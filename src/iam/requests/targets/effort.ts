// What it takes to ask whether a statement speaks of something.

import { isDoubt } from "../../../values/doubt.ts";
import type { Statement } from "../../language/statement.ts";
import { isVariable, type Template } from "../../language/variables.ts";

/** Statements that cost about as much to ask of one action, or one place, as one step of deciding a request. */
export const STATEMENTS_PER_STEP = 8;

/** Resources that are spelled out, and those that have wildcards, which cost about as much as one step. */
const LITERALS_PER_STEP = 16;
const PATTERNS_PER_STEP = 2;

/** What it takes to ask whether a statement speaks of a role, in steps and parts of one. */
export function effortOf({ resources }: Statement): number {
  const templates = resources === undefined || isDoubt(resources) ? [] : resources.patterns;
  const isOpen = (one: Template) => one.some((piece) => isVariable(piece) || piece.wild);
  const each = templates.map((one) => 1 / (isOpen(one) ? PATTERNS_PER_STEP : LITERALS_PER_STEP));
  return each.reduce((sum, one) => sum + one, 1 / STATEMENTS_PER_STEP);
}
