// A part of a template as a value in one world.

import { isList, isObject } from "../../../text/document.ts";
import { unknownHere } from "../../../values/hole.ts";
import { scalarAt } from "../../../values/text.ts";
import type { Origin, Text, Unknown, Value } from "../../../values/value.ts";
import { nameInTag } from "../../template-engines.ts";
import { isExpandingKey, TRANSFORM } from "../model/expanding-keys.ts";
import { callOf, child, children, type FunctionCall, isFunctionName, type Node, originOf } from "../model/node.ts";
import { replaceDynamicReferences } from "./dynamic-references.ts";
import { type Evaluation, step, unknownAt, unknownPastLimits } from "./evaluation.ts";
import { INTRINSICS } from "./intrinsics.ts";
import { membersOf, resolveTransform } from "./members.ts";
import { substituteIdentifiers } from "./substitute.ts";

export function evaluate(node: Node, evaluation: Evaluation): Value {
  const run = () => {
    const value = evaluateNode(node, evaluation);
    const whole = value.kind === "text" ? evaluation.scope.restoreHoles(value, evaluation) : value;
    return whole.kind === "text" ? replaceDynamicReferences(whole) : whole;
  };
  return step(node, evaluation, run, () => unknownPastLimits(node, evaluation));
}

function evaluateNode(node: Node, evaluation: Evaluation): Value {
  const { json } = node;
  const origin = originOf(node);
  if (isList(json)) {
    const items = children(node).map((each) => evaluate(each, evaluation));
    return { kind: "list", items: items.filter(({ kind }) => kind !== "absent"), origin };
  }
  if (!isObject(json)) return evaluateScalar(node, evaluation);
  const call = callOf(node);
  if (call?.name === TRANSFORM) {
    const found = resolveTransform(call.argument, evaluation);
    return "unclear" in found ? found.unclear : evaluate(found, evaluation);
  }
  if (call !== undefined && isFunctionName(call.name) && !isExpandingKey(call.name))
    return evaluateCall(call, node, evaluation);
  return evaluateMap(node, origin, evaluation);
}

function evaluateCall({ name, argument }: FunctionCall, node: Node, evaluation: Evaluation): Value {
  const { skipped } = evaluation.steps;
  if (name === "Fn::Sub") {
    const later = unrenderedText(child(argument, 0) ?? argument, evaluation);
    if (later !== undefined) return { ...later, origin: originOf(node) };
  }
  const value = INTRINSICS.get(name)?.(argument, originOf(node), evaluation);
  if (value !== undefined) return value;
  const isSpent = evaluation.steps.skipped > skipped;
  if (isSpent) return unknownPastLimits(node, evaluation);
  const { rewriter } = evaluation.template;
  return unknownAt(rewriter ?? name, rewriter === undefined ? "known-after-apply" : "macro", node, evaluation);
}

function evaluateScalar(node: Node, evaluation: Evaluation): Text | Unknown {
  const { document, json, path, bindings } = node;
  const later = unrenderedText(node, evaluation);
  if (later !== undefined) return later;
  if (bindings === undefined || typeof json !== "string") return scalarAt(json, document, path);
  return substituteIdentifiers(json, node, evaluation);
}

/** A text that the rewriter will put something else in the place of. */
function unrenderedText(node: Node, evaluation: Evaluation): Unknown | undefined {
  const { json } = node;
  const { rewriter, rewriterTag } = evaluation.template;
  const [tagged] = (typeof json === "string" && rewriterTag?.exec(json)) || [];
  if (rewriter === undefined || tagged === undefined) return undefined;
  return unknownHere(nameInTag(tagged), "macro", rewriter, originOf(node));
}

function evaluateMap(node: Node, origin: Origin, evaluation: Evaluation): Value {
  const entries = new Map<string, { key: Origin; value: Value }>();
  for (const member of membersOf(node, evaluation, () => undefined)) {
    if ("unclear" in member) return { ...member.unclear, origin };
    const { name, node: inner, open } = member;
    // Which entry it is depends on deployment, so the map can be any.
    if (open) return unknownAt(`the key ${name}`, "parameter", inner, evaluation);
    const value = evaluate(inner, evaluation);
    if (value.kind !== "absent") entries.set(name, { key: { ...originOf(inner), what: "key" }, value });
  }
  return { kind: "map", entries, origin };
}
