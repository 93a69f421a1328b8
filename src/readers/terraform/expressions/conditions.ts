// Decides conditions: from what the world knows where possible, else by splitting the world.

import type { Expression } from "../../../text/hcl/syntax.ts";
import { MAYBE } from "../../../values/doubt.ts";
import { keyOf } from "../../../values/equality.ts";
import { unknown } from "../../../values/hole.ts";
import { type Hole, literal, loneHole, type Origin, type Value } from "../../../values/value.ts";
import { sameValue } from "./equality.ts";
import { attempted, type Evaluation, inMode, isNull, refused, resultOf } from "./evaluation.ts";
import { truthIn } from "./scalars.ts";

type Conditional = Expression & { readonly kind: "conditional" };

/** A value only where it is not known and the world must not be split. */
export function decided(condition: Expression, evaluation: Evaluation): boolean | Value {
  const value = evaluation.evaluate(condition, inMode(evaluation, "compare"));
  const truth = truthIn(literal(value) ?? "");
  if (truth !== undefined) return truth;
  if (loneHole(value) === undefined) return refused();
  if (evaluation.mode === "certain") return value;
  const subject = evaluation.scope.subjectOf(value);
  if (subject !== undefined) return evaluation.world.is(subject, "true");
  return splitByCondition(`true: ${keyOf(value)}`, writtenAt(condition, evaluation), evaluation);
}

export function writtenAt({ start, end }: Expression, { writing }: Evaluation): string {
  return writing.text.slice(start, end);
}

/** The world is split by a question that only deployment answers; reports tell it as it is written, `negated` where that says the opposite. */
export function splitByCondition(key: string, written: string, { world }: Evaluation, negated = false): boolean {
  const outcome = world.holds(key);
  world.note(written, outcome !== negated);
  return outcome;
}

/** Splits by the word that a variable is compared with; where it is no such comparison, by the comparison itself. Undefined where that is not known and the world must not be split. */
export function areEqual(
  operands: readonly [Value, Value],
  written: string,
  evaluation: Evaluation,
  negated = false,
): boolean | undefined {
  const [left, right] = operands;
  const certain = sameValue(left, right);
  if (certain !== MAYBE) return certain;
  for (const [one, other] of [
    [left, right],
    [right, left],
  ] as const) {
    const subject = evaluation.scope.subjectOf(one);
    if (subject === undefined) continue;
    if (isNull(other) && !evaluation.scope.isNullable(subject)) return false;
    const word = isNull(other) ? "null" : literal(other);
    if (word !== undefined && evaluation.mode !== "certain") return evaluation.world.is(subject, word);
  }
  if (evaluation.mode === "certain") return undefined;
  return splitByCondition(`equal: ${operands.map(keyOf).sort().join(" ")}`, written, evaluation, negated);
}

/** Is the text empty? Undefined where that is not known and the world must not be split. */
export function isEmptyText(value: Value, evaluation: Evaluation): boolean | undefined {
  if (isNull(value) || literal(value) === "") return true;
  const hole = loneHole(value);
  if (value.kind !== "text" || hole === undefined || hole.many || !hole.admits("")) return false;
  if (evaluation.mode === "certain") return undefined;
  const subject = evaluation.scope.subjectOf(value);
  return subject === undefined ? evaluation.world.holds(`empty: ${hole.id}`) : evaluation.world.is(subject, "");
}

/** Is there an element in what deployment decides? Only where the world may be split. */
export function holdsAny({ id }: Hole, { world }: Evaluation): boolean {
  return world.holds(`any element of ${id}`);
}

/** The origin of the value is the branch, not the conditional. */
export function chosen({ condition, met, otherwise }: Conditional, origin: Origin, evaluation: Evaluation): Value {
  const outcome = decided(condition, evaluation);
  if (typeof outcome !== "boolean") return unknown(resultOf("?:", [outcome]), origin);
  const value = evaluation.evaluate(outcome ? met : otherwise, evaluation);
  return hasOtherThanTexts(value) ? besides(value, outcome ? otherwise : met, evaluation) : value;
}

/** Both branches have one type: where the other has texts, numbers and truth values of this one become texts. */
function besides(value: Value, other: Expression, evaluation: Evaluation): Value {
  const certain = inMode(evaluation, "certain");
  const left = attempted(() => evaluation.evaluate(other, certain));
  return left !== undefined && hasTexts(left) ? asTexts(value) : value;
}

function hasOtherThanTexts(value: Value): boolean {
  if (value.kind === "text") return value.type === "number" || value.type === "boolean";
  return innerOf(value).some(hasOtherThanTexts);
}

function hasTexts(value: Value): boolean {
  return value.kind === "text" ? value.type === "string" : innerOf(value).some(hasTexts);
}

function innerOf(value: Value): readonly Value[] {
  if (value.kind === "list") return value.items;
  return value.kind === "map" ? Array.from(value.entries.values(), (each) => each.value) : [];
}

function asTexts(value: Value): Value {
  if (value.kind === "list") return { ...value, items: value.items.map(asTexts) };
  if (value.kind === "text" && !isNull(value)) return { ...value, type: "string" };
  if (value.kind !== "map") return value;
  return {
    ...value,
    entries: new Map(Array.from(value.entries, ([key, each]) => [key, { ...each, value: asTexts(each.value) }])),
  };
}
