// Values that are known only after the apply: what the plan itself still tells of them.

import { at, isList, type Path } from "../../../text/document.ts";
import { hole, unknown, valueOfHole } from "../../../values/hole.ts";
import { jsonText } from "../../../values/json-text.ts";
import { type Hole, literal, type Origin, type Value } from "../../../values/value.ts";
import type { World } from "../../../values/worlds.ts";
import { ownerToldBy } from "../modules/service-accounts.ts";
import { policyDocument } from "../policy/policy-document.ts";
import { resourceReference } from "./addresses.ts";
import { addressOf, type Leaf } from "./configuration.ts";
import { isKnownAfterApply, leavesIn } from "./leaves.ts";
import { instancesOf, type Plan, type Planned, pathTo } from "./plan.ts";
import { mayGoOn, type PlanEvaluation, writtenValue } from "./plan-templates.ts";
import { plannedValue } from "./planned.ts";
import { identityAttribute, identityLater, showsAllBlocks } from "./planned-identities.ts";

const POLICY_DOCUMENT = "aws_iam_policy_document";
const RENDERED = new Set(["json", "minified_json", undefined]);
const MERGED = new Set(["source_policy_documents", "override_policy_documents"]);

/**
 * A policy that Terraform will render when it applies: worked out where the plan keeps the text of the expression; or
 * rebuilt from the data source that is read then, if the attribute refers to that alone; else unknown, with the address
 * that it waits for.
 */
export function recovered(planned: Planned, name: string, plan: Plan, world: World): Value {
  const planEvaluation = planEvaluationFor(planned, plan, world);
  const written = writtenValue(planned, [name], planEvaluation);
  if (written !== undefined) return written;
  const source = sourceDocument(leavesIn(planned, [name], plan), plan);
  if (source !== undefined) return rebuilt(source, planned, planEvaluation);
  const origin: Origin = { document: plan.document, path: [...pathTo("unknown", planned), name], what: "key" };
  return unknown(holeAt(planned, [name], plan), origin);
}

function planEvaluationFor(role: Planned, plan: Plan, world: World): PlanEvaluation {
  const planEvaluation: PlanEvaluation = {
    plan,
    world,
    effort: { steps: 0 },
    attributeLater(made, name, origin) {
      const identity = identityAttribute(made, name, role, origin, plan);
      if (identity !== undefined) return identity;
      if (made.managed || made.type !== POLICY_DOCUMENT || !RENDERED.has(name)) return undefined;
      const document = rebuilt(made, role, planEvaluation);
      return document.kind === "unknown" ? document : jsonText(document, origin);
    },
  };
  return planEvaluation;
}

/** The policy of a data source, for the trust policy of `role`. */
function rebuilt(source: Planned, role: Planned, planEvaluation: PlanEvaluation): Value {
  const { plan } = planEvaluation;
  const place: Origin = { document: plan.document, path: pathTo("after", source) };
  if (!mayGoOn(planEvaluation))
    return unknown(hole(source.address, "budget", `${source.address}, made of too much`), place);
  const value = plannedValue(source.tells("after"), place, {
    marks: source.tells("after_unknown"),
    steps: [],
    valueAt: (steps, origin) =>
      elementLater(source, steps, planEvaluation) ??
      identityLater(source, role, steps, origin, plan) ??
      mergedLater(source, role, steps, planEvaluation) ??
      later(source, steps, origin, plan),
  });
  return value.kind === "map" ? policyDocument(value, place) : value;
}

/** One word of a list of which the plan keeps the expression. Blocks and identifiers come in an order of their own. */
function elementLater(source: Planned, steps: Path, planEvaluation: PlanEvaluation): Value | undefined {
  const [, statement, block, , list, index] = steps;
  if (list === undefined || typeof index !== "number" || !showsAllBlocks(source, planEvaluation.plan)) return undefined;
  const blocks = at(source.tells("after"), ["statement", statement ?? 0, block ?? ""]);
  const written =
    isList(blocks) && blocks.length === 1 ? writtenValue(source, steps.slice(0, -1), planEvaluation) : undefined;
  const marks = at(source.tells("after_unknown"), steps.slice(0, -1));
  if (written?.kind !== "list" || !isList(marks)) return undefined;
  const open = written.items.filter((item) => literal(item) === undefined);
  const waiting = Array.from(marks.keys()).filter((each) => marks[each] === true);
  return open.length === waiting.length ? open[waiting.indexOf(index)] : undefined;
}

/** One of the documents that another is made of: references come in the order of the list, if there is one for each. */
function mergedLater(source: Planned, role: Planned, steps: Path, planEvaluation: PlanEvaluation): Value | undefined {
  const { plan } = planEvaluation;
  const [list, index] = steps;
  if (typeof list !== "string" || !MERGED.has(list) || typeof index !== "number") return undefined;
  const all = at(source.tells("after"), [list]);
  const leaves = leavesIn(source, [list], plan);
  if (!isList(all) || all.length !== leaves.length) return undefined;
  const inner = sourceDocument(leaves.slice(index, index + 1), plan);
  return inner && rebuilt(inner, role, planEvaluation);
}

/** The policy document that an expression refers to, and nothing beside it. */
export function sourceDocument(leaves: readonly Leaf[], plan: Plan): Planned | undefined {
  const [leaf, ...others] = leaves;
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
  return valueOfHole(holeAt(planned, steps, plan), origin);
}

function ownerIn({ reference }: Leaf): Pick<Hole, "owner" | "sort"> | undefined {
  const named = resourceReference(reference);
  return named && ownerToldBy(`${named.mode === "data" ? "data." : ""}${named.type}`, named.attribute);
}

function holeAt(planned: Planned, steps: Path, plan: Plan): Hole {
  const leaves = leavesIn(planned, steps, plan);
  const leaf = leaves.find((one) => isKnownAfterApply(one, plan)) ?? leaves[0];
  const place = `${planned.address}.${steps.filter((step) => typeof step === "string").join(".")}`;
  const name = leaf === undefined ? place : addressOf(leaf);
  const [owned, ...others] = leaves.map(ownerIn);
  const isOfOne = others.every((one) => one?.owner === owned?.owner && one?.sort === owned?.sort);
  return hole(`${planned.address} ${steps.join(".")}`, "known-after-apply", `${name}, known after apply`, {
    name,
    ...(isOfOne && owned),
  });
}
