// How conditions turn out: by what is known in the world already, and only where that does not say, by splitting the world.

import type { Expression } from "../../../text/hcl/syntax.ts";
import { unknown } from "../../../values/hole.ts";
import { keyOf } from "../../../values/same.ts";
import { literal, loneHole, type Origin, type Value } from "../../../values/value.ts";
import { subjectOf } from "../modules/variables.ts";
import { type Evaluation, inMode, isNull, refused, resultOf } from "./evaluation.ts";
import { truthIn } from "./scalars.ts";

type Conditional = Expression & { readonly kind: "conditional" };

/** A value only where it is not known and the world must not be split. */
export function decided(condition: Expression, evaluation: Evaluation): boolean | Value {
  const value = evaluation.evaluate(condition, inMode(evaluation, "compare"));
  const truth = truthIn(literal(value) ?? "");
  if (truth !== undefined) return truth;
  if (loneHole(value) === undefined) return refused();
  if (evaluation.mode === "quiet") return value;
  const subject = subjectOf(value, evaluation);
  if (subject !== undefined) return evaluation.world.is(subject, "true");
  return eitherWay(`true: ${keyOf(value)}`, condition, evaluation);
}

/** The world is split by a question that only deployment answers; reports tell it as it is written. */
export function eitherWay(key: string, { start, end }: Expression, { world, writing }: Evaluation): boolean {
  const outcome = world.holds(key);
  world.note(writing.text.slice(start, end), outcome);
  return outcome;
}

/** Is the text empty? Undefined where that is not known and the world must not be split. */
export function isEmptyText(value: Value, evaluation: Evaluation): boolean | undefined {
  if (isNull(value) || literal(value) === "") return true;
  const hole = loneHole(value);
  if (value.kind !== "text" || hole === undefined || hole.many || !hole.admits("")) return false;
  if (evaluation.mode === "quiet") return undefined;
  const subject = subjectOf(value, evaluation);
  return subject === undefined ? evaluation.world.holds(`empty: ${hole.id}`) : evaluation.world.is(subject, "");
}

/** The branch speaks for itself: its origin is where it is written. */
export function chosen({ condition, met, otherwise }: Conditional, origin: Origin, evaluation: Evaluation): Value {
  const outcome = decided(condition, evaluation);
  if (typeof outcome !== "boolean") return unknown(resultOf("?:", [outcome]), origin);
  return evaluation.evaluate(outcome ? met : otherwise, evaluation);
}
