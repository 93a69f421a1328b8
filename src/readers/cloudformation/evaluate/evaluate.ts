// A part of a template as a value in one world.

import { isList, isObject } from "../../../text/document.ts";
import { unknownHere } from "../../../values/hole.ts";
import { scalarAt } from "../../../values/text.ts";
import type { Origin, Text, Unknown, Value } from "../../../values/value.ts";
import { nameIn } from "../../template-engines.ts";
import { isMany, MACRO } from "../model/expanding-keys.ts";
import { type Call, callOf, child, children, isFunction, type Node, originOf } from "../model/node.ts";
import { withoutSecrets } from "./dynamic-references.ts";
import { type Evaluation, opaque, step, tooLarge } from "./evaluation.ts";
import { INTRINSICS } from "./intrinsics.ts";
import { included, membersOf } from "./members.ts";
import { filled } from "./substitute.ts";

export function evaluate(node: Node, evaluation: Evaluation): Value {
  const run = () => {
    const value = read(node, evaluation);
    const whole = value.kind === "text" ? evaluation.scope.restored(value, evaluation) : value;
    return whole.kind === "text" ? withoutSecrets(whole) : whole;
  };
  return step(node, evaluation, run, () => tooLarge(node, evaluation));
}

function read(node: Node, evaluation: Evaluation): Value {
  const { json } = node;
  const origin = originOf(node);
  if (isList(json)) {
    const items = children(node).map((each) => evaluate(each, evaluation));
    return { kind: "list", items: items.filter(({ kind }) => kind !== "absent"), origin };
  }
  if (!isObject(json)) return scalar(node, evaluation);
  const call = callOf(node);
  if (call?.name === MACRO) {
    const found = included(call.argument, evaluation);
    return "unclear" in found ? found.unclear : evaluate(found, evaluation);
  }
  if (call !== undefined && isFunction(call.name) && !isMany(call.name)) return called(call, node, evaluation);
  return struct(node, origin, evaluation);
}

function called({ name, argument }: Call, node: Node, evaluation: Evaluation): Value {
  const { refused } = evaluation.effort;
  if (name === "Fn::Sub") {
    const later = unrendered(child(argument, 0) ?? argument, evaluation);
    if (later !== undefined) return { ...later, origin: originOf(node) };
  }
  const value = INTRINSICS.get(name)?.(argument, originOf(node), evaluation);
  if (value !== undefined) return value;
  const isSpent = evaluation.effort.refused > refused;
  if (isSpent) return tooLarge(node, evaluation);
  const { rewriter } = evaluation.template;
  return opaque(rewriter ?? name, rewriter === undefined ? "known-after-apply" : "macro", node, evaluation);
}

function scalar(node: Node, evaluation: Evaluation): Text | Unknown {
  const { document, json, path, bindings } = node;
  const later = unrendered(node, evaluation);
  if (later !== undefined) return later;
  if (bindings === undefined || typeof json !== "string") return scalarAt(json, document, path);
  return filled(json, node, evaluation);
}

/** A text that the rewriter will put something else in the place of. */
function unrendered(node: Node, evaluation: Evaluation): Unknown | undefined {
  const { json } = node;
  const { rewriter, tag } = evaluation.template;
  const [tagged] = (typeof json === "string" && tag?.exec(json)) || [];
  if (rewriter === undefined || tagged === undefined) return undefined;
  return unknownHere(nameIn(tagged), "macro", rewriter, originOf(node));
}

function struct(node: Node, origin: Origin, evaluation: Evaluation): Value {
  const entries = new Map<string, { key: Origin; value: Value }>();
  for (const member of membersOf(node, evaluation, () => undefined)) {
    if ("unclear" in member) return { ...member.unclear, origin };
    const { name, node: inner, open } = member;
    // Which entry it is depends on deployment, so the map can be any.
    if (open) return opaque(`the key ${name}`, "parameter", inner, evaluation);
    const value = evaluate(inner, evaluation);
    if (value.kind !== "absent") entries.set(name, { key: { ...originOf(inner), what: "key" }, value });
  }
  return { kind: "map", entries, origin };
}
