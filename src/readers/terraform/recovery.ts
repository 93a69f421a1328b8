// Values of a plan that are known after apply only: what still can be told of them from the plan itself.

import type { Path } from "../../text/document.ts";
import { hole, undecided, unknown } from "../../values/hole.ts";
import type { Hole, Origin, Value } from "../../values/value.ts";
import { resourceReference } from "./addresses.ts";
import { addressOf } from "./configuration.ts";
import { leavesIn, waitsFor } from "./leaves.ts";
import { instancesOf, type Plan, type Planned } from "./plan.ts";
import { plannedValue } from "./planned.ts";
import { identityLater } from "./planned-identities.ts";
import { policyDocument } from "./policy-document.ts";

const POLICY_DOCUMENT = "aws_iam_policy_document";
const RENDERED = new Set(["json", "minified_json", undefined]);

/**
 * A policy that Terraform will render when it applies: rebuilt from the data source that is read then, if the attribute
 * refers to that alone; else unknown, with the address that it waits for.
 */
export function recovered(planned: Planned, name: string, plan: Plan): Value {
  const { document } = plan;
  const source = sourceDocument(planned, name, plan);
  if (source === undefined) {
    return unknown(holeAt(planned, [name], plan), { document, path: [...planned.unknownPath, name], what: "key" });
  }
  const place: Origin = { document, path: source.afterPath };
  const value = plannedValue(source.after, place, {
    marks: source.unknown,
    steps: [],
    valueAt: (steps, origin) =>
      identityLater(source, planned, steps, origin, plan) ?? later(source, steps, origin, plan),
  });
  return value.kind === "map" ? policyDocument(value, place) : value;
}

/** The policy document that an attribute refers to, and nothing beside it. */
export function sourceDocument(planned: Planned, name: string, plan: Plan): Planned | undefined {
  const [leaf, ...others] = leavesIn(planned, [name], plan);
  const reference = leaf && others.length === 0 ? resourceReference(leaf.reference) : undefined;
  if (leaf === undefined || reference?.mode !== "data" || reference.type !== POLICY_DOCUMENT) return undefined;
  if (!RENDERED.has(reference.attribute)) return undefined;
  const instances = instancesOf(leaf.module, reference.local, plan);
  const index = reference.index || leaf.index;
  return (
    instances.find((one) => one.index === index) ?? (instances.length === 1 && index === "" ? instances[0] : undefined)
  );
}

/** What the apply decides, by what it waits for. */
export function later(planned: Planned, steps: Path, origin: Origin, plan: Plan): Value {
  return undecided(holeAt(planned, steps, plan), origin);
}

function holeAt(planned: Planned, steps: Path, plan: Plan): Hole {
  const leaves = leavesIn(planned, steps, plan);
  const leaf = leaves.find((one) => waitsFor(one, plan)) ?? leaves[0];
  const place = `${planned.address}.${steps.filter((step) => typeof step === "string").join(".")}`;
  const name = leaf === undefined ? place : addressOf(leaf);
  return hole(`${planned.address} ${steps.join(".")}`, "known-after-apply", `${name}, known after apply`, { name });
}
