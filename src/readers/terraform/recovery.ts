// Values of a plan that are known after apply only: what still can be told of them from the plan itself.

import { entry, type Path } from "../../text/document.ts";
import { hole, unknown } from "../../values/hole.ts";
import type { Hole, Origin, Value } from "../../values/value.ts";
import { resourceReference } from "./addresses.ts";
import { addressOf, expressionAt, type Leaf, leavesOf } from "./configuration.ts";
import { type Change, configurationOf, instancesOf, type Plan } from "./plan.ts";
import { plannedValue } from "./planned.ts";
import { policyDocument } from "./policy-document.ts";

const POLICY_DOCUMENT = "aws_iam_policy_document";
const RENDERED = new Set(["json", "minified_json", undefined]);

/**
 * A policy that Terraform will render when it applies: rebuilt from the data source that is read then, if the attribute
 * refers to that alone; else unknown, with the address that it waits for.
 */
export function recovered(change: Change, name: string, plan: Plan): Value {
  const source = sourceDocument(change, name, plan);
  const origin: Origin = { document: plan.document, path: [...change.path, "after_unknown", name], what: "key" };
  if (source === undefined) return unknown(holeAt(change, plan)([name]), origin);
  const place: Origin = { document: plan.document, path: [...source.path, "after"] };
  const marks = entry(source.change, "after_unknown");
  const value = plannedValue(entry(source.change, "after"), place, { marks, steps: [], holeAt: holeAt(source, plan) });
  return value.kind === "map" ? policyDocument(value, place) : value;
}

/** The policy document that an attribute refers to, and nothing beside it. */
export function sourceDocument(change: Change, name: string, plan: Plan): Change | undefined {
  const [leaf, ...others] = leavesIn(change, [name], plan);
  const reference = leaf && others.length === 0 ? resourceReference(leaf.reference) : undefined;
  if (leaf === undefined || reference?.mode !== "data" || reference.type !== POLICY_DOCUMENT) return undefined;
  if (!RENDERED.has(reference.attribute)) return undefined;
  const instances = instancesOf(leaf.module, `data.${reference.type}.${reference.name}`, plan);
  const index = reference.index || leaf.index;
  return (
    instances.find((one) => one.index === index) ?? (instances.length === 1 && index === "" ? instances[0] : undefined)
  );
}

/** What the value at `steps` of a resource comes from. */
export function leavesIn(change: Change, steps: Path, plan: Plan): readonly Leaf[] {
  const json = expressionAt(configurationOf(change, plan), steps);
  return leavesOf({ json, module: change.module, index: change.index }, plan.configuration);
}

/** Names, for the value at each place of a resource, what it waits for. */
export function holeAt(change: Change, plan: Plan): (steps: Path) => Hole {
  return (steps) => {
    const leaves = leavesIn(change, steps, plan);
    const leaf = leaves.find((one) => isUnknown(one, plan)) ?? leaves[0];
    const place = `${change.address}.${steps.filter((step) => typeof step === "string").join(".")}`;
    const name = leaf === undefined ? place : addressOf(leaf);
    return hole(`${change.address} ${steps.join(".")}`, "known-after-apply", `${name}, known after apply`, { name });
  };
}

function isUnknown({ module, reference }: Leaf, plan: Plan): boolean {
  const named = resourceReference(reference);
  if (named?.attribute === undefined) return false;
  const { mode, type, name, attribute } = named;
  const instances = instancesOf(module, `${mode === "data" ? "data." : ""}${type}.${name}`, plan);
  return instances.some(({ change }) => entry(entry(change, "after_unknown"), attribute) !== undefined);
}
