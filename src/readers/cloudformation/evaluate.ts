// A part of a template as a value in one world.

import { entry, isList, isObject } from "../../text/document.ts";
import { scalarAt } from "../../values/text.ts";
import type { Origin, Struct, Value } from "../../values/value.ts";
import type { World } from "../../values/worlds.ts";
import { withoutSecrets } from "./dynamic-references.ts";
import { callOf, child, children, type Evaluation, type Node, opaque, originOf, scalar, step } from "./evaluation.ts";
import { INTRINSICS } from "./intrinsics.ts";
import type { Template } from "./template.ts";

export function evaluationIn(world: World, template: Template): Evaluation {
  return {
    template,
    world,
    mode: "settle",
    effort: { steps: 0, depth: 0 },
    decided: new Map(),
    certain: new Map(),
    evaluate,
  };
}

function evaluate(node: Node, evaluation: Evaluation): Value {
  const origin = originOf(node, evaluation);
  const run = () => {
    const value = read(node, origin, evaluation);
    return value.kind === "text" ? withoutSecrets(value) : value;
  };
  return step(evaluation, run, () => opaque("a template too deep or too large", "budget", origin));
}

function read(node: Node, origin: Origin, evaluation: Evaluation): Value {
  const { json } = node;
  if (isList(json)) {
    const items = children(node).map((each) => evaluate(each, evaluation));
    return { kind: "list", items: items.filter(({ kind }) => kind !== "absent"), origin };
  }
  if (!isObject(json)) return scalarAt(json, origin.document, origin.path);
  const keys = Object.keys(json);
  const macro = entry(json, "Fn::Transform");
  // What stands beside it is handed to the macro as well.
  if (macro !== undefined) return opaque(`macro ${scalar(entry(macro, "Name")) ?? ""}`.trim(), "macro", origin);
  const loop = keys.find((key) => key.startsWith("Fn::ForEach::"));
  if (loop !== undefined) return opaque(loop, "known-after-apply", origin);
  const call = callOf(node);
  if (call !== undefined && (call.name === "Ref" || call.name.startsWith("Fn::"))) {
    const value = INTRINSICS.get(call.name)?.(call.argument, origin, evaluation);
    return value ?? opaque(call.name, "known-after-apply", origin);
  }
  return struct(node, keys, origin, evaluation);
}

function struct(node: Node, keys: readonly string[], origin: Origin, evaluation: Evaluation): Struct {
  const entries = new Map<string, { key: Origin; value: Value }>();
  for (const key of keys) {
    const inner = child(node, key);
    const value = inner && evaluate(inner, evaluation);
    if (inner === undefined || value === undefined || value.kind === "absent") continue;
    entries.set(key, { key: { ...originOf(inner, evaluation), what: "key" }, value });
  }
  return { kind: "map", entries, origin };
}
