// What planned values depend on, by the references of the configuration, and which of those values only the apply decides.

import { entry, type Path } from "../../../text/document.ts";
import { resourceReference } from "./addresses.ts";
import { expressionAt, type Leaf, leavesOf } from "./configuration.ts";
import { expressionsOf, instancesOf, type Plan, type Planned } from "./plan.ts";

/** Of the value at `steps` of a resource; of all its arguments without any. */
export function leavesIn(planned: Planned, steps: Path, plan: Plan): readonly Leaf[] {
  const json = expressionAt(expressionsOf(planned, plan), steps);
  return leavesOf({ json, module: planned.module, index: planned.index }, plan.configuration);
}

/** Whether it is an attribute that the plan marks as known after the apply. */
export function isKnownAfterApply({ module, reference }: Leaf, plan: Plan): boolean {
  const named = resourceReference(reference);
  if (named?.attribute === undefined) return false;
  const { attribute } = named;
  return instancesOf(module, named.local, plan).some(
    ({ tells }) => entry(tells("after_unknown"), attribute) !== undefined,
  );
}

/** Has it a value before the apply: a variable of the root module, or an attribute of which the plan says nothing else? */
export function isKnownNow(leaf: Leaf, plan: Plan): boolean {
  if (/^var\./.test(leaf.reference)) return leaf.module.length === 0;
  const named = resourceReference(leaf.reference);
  if (named?.attribute === undefined) return false;
  const { attribute } = named;
  const instances = instancesOf(leaf.module, named.local, plan);
  return instances.length > 0 && instances.every(({ tells }) => entry(tells("after_unknown"), attribute) === undefined);
}
