// Expressions whose text a plan keeps, as it does where the configuration is in the JSON syntax: worked out with what the plan knows of what they refer to.

import { at, entry, isList, type Json, type Path, scalarText } from "../../../text/document.ts";
import { hole, unknown, valueOfHole } from "../../../values/hole.ts";
import { text } from "../../../values/text.ts";
import type { Origin, Struct, Value } from "../../../values/value.ts";
import type { World } from "../../../values/worlds.ts";
import { attempted } from "../expressions/evaluation.ts";
import { jsonArgument } from "../model/json-body.ts";
import type { Module } from "../model/module.ts";
import { evaluationAlone } from "../modules/evaluations.ts";
import { keyIn, type ModulePath, prefix, resourceReference } from "./addresses.ts";
import { configurationPath, narrowed, resourceAt } from "./configuration.ts";
import { instancesOf, type Plan, type Planned, pathTo } from "./plan.ts";
import { plannedValue } from "./planned.ts";

/** What an expression is worked out for and with. */
export interface PlanEvaluation {
  readonly plan: Plan;
  readonly world: World;
  /** Expressions and documents worked out so far: each may ask for others, again and again. */
  readonly effort: { steps: number };
  /** What is known of an attribute that only the apply decides. */
  attributeLater(planned: Planned, name: string, origin: Origin): Value | undefined;
}

/** Where an expression belongs. */
interface Scope {
  readonly module: ModulePath;
  /** Key of the instance at hand, as in addresses. */
  readonly index: string;
}

const DEEPEST = 20;
const MOST_STEPS = 500;
/** Names that have no value in a plan. */
const NOT_IN_PLAN = ["local", "module", "path", "terraform", "self"];

/** The text of a resource's argument worked out; undefined where the plan does not keep it, or what it tells is not enough. */
export function writtenValue(
  { module, local, index }: Planned,
  steps: Path,
  planEvaluation: PlanEvaluation,
): Value | undefined {
  const resource = resourceAt(planEvaluation.plan.configuration, module, local);
  const path = resource && [...resource.path, "expressions", ...steps];
  // Terraform has evaluated it, so if it is refused here, the plan has too little to evaluate it.
  return path && attempted(() => templateAt(path, { module, index }, planEvaluation, 0));
}

function templateAt(path: Path, scope: Scope, planEvaluation: PlanEvaluation, depth: number): Value | undefined {
  const { document } = planEvaluation.plan;
  const expression = at(document.value, path);
  const origin: Origin = { document, path: [...path, "constant_value"] };
  const references = entry(expression, "references");
  // Without references it is a constant of HCL, in which nothing is a template any more.
  if (entry(expression, "constant_value") === undefined || references === undefined) return undefined;
  if (depth > DEEPEST || !mayGoOn(planEvaluation)) return undefined;
  const names = namesIn(references, scope, planEvaluation, origin, depth);
  const evaluation = evaluationAlone(NOWHERE, planEvaluation.world, origin);
  return jsonArgument(document, origin.path).value({ ...evaluation, names });
}

/** Counts one step; false after too many. */
export function mayGoOn({ effort }: PlanEvaluation): boolean {
  effort.steps += 1;
  return effort.steps <= MOST_STEPS;
}

/** All that the expression refers to; nothing else is looked up. */
function namesIn(
  references: Json | undefined,
  scope: Scope,
  planEvaluation: PlanEvaluation,
  origin: Origin,
  depth: number,
) {
  const tree = new Map<string, Value>(NOT_IN_PLAN.map((name) => [name, later(name, scope, origin)]));
  const key = text({ text: `${keyIn(scope.index) ?? ""}` }, origin);
  const each: readonly [string, Value][] = [
    ["key", key],
    ["value", later("each.value", scope, origin)],
  ];
  tree.set("each", struct(each, origin));
  tree.set("count", struct([["index", key]], origin));
  for (const reference of narrowed(isList(references) ? references.map((each) => scalarText(each) ?? "") : [])) {
    const variable = /^var\.([^.[]+)/.exec(reference)?.[1];
    const named = resourceReference(reference);
    if (variable !== undefined)
      put(tree, ["var", variable], variableValue(variable, scope, planEvaluation, origin, depth));
    else if (named !== undefined)
      put(tree, named.local.split("."), instancesValue(named.local, scope, planEvaluation, origin));
  }
  return tree;
}

function put(tree: Map<string, Value>, [root = "", ...path]: readonly string[], value: Value): void {
  if (path.length === 0) return void tree.set(root, value);
  const before = tree.get(root);
  const entries = before?.kind === "map" ? [...before.entries] : [];
  const inner = new Map(entries.map(([key, each]) => [key, each.value]));
  put(inner, path, value);
  tree.set(root, struct(inner, value.origin));
}

function variableValue(
  name: string,
  { module }: Scope,
  planEvaluation: PlanEvaluation,
  origin: Origin,
  depth: number,
): Value {
  const { document } = planEvaluation.plan;
  const last = module.at(-1);
  if (last === undefined) {
    const path = ["variables", name, "value"];
    const given = at(document.value, path);
    return given === undefined
      ? later(`var.${name}`, { module, index: "" }, origin)
      : plannedValue(given, { document, path });
  }
  const caller = { module: module.slice(0, -1), index: last.index };
  const path = [...configurationPath(caller.module), "module_calls", last.name, "expressions", name];
  return templateAt(path, caller, planEvaluation, depth + 1) ?? later(`var.${name}`, { module, index: "" }, origin);
}

/** The attributes of a resource; of several instances a list or map of them. */
function instancesValue(local: string, scope: Scope, planEvaluation: PlanEvaluation, origin: Origin): Value {
  const instances = instancesOf(scope.module, local, planEvaluation.plan);
  const [first] = instances;
  if (first === undefined) return later(local, scope, origin);
  if (first.index === "") return attributesOf(first, planEvaluation, origin);
  const keys = instances.map(({ index }) => keyIn(index));
  const values = instances.map((each) => attributesOf(each, planEvaluation, origin));
  if (keys.every((key, position) => key === position)) return { kind: "list", items: values, origin };
  return struct(
    values.map((value, position) => [`${keys[position]}`, value]),
    origin,
  );
}

function attributesOf(planned: Planned, planEvaluation: PlanEvaluation, origin: Origin): Value {
  const { document } = planEvaluation.plan;
  return plannedValue(
    planned.tells("after"),
    { document, path: pathTo("after", planned) },
    {
      marks: planned.tells("after_unknown"),
      steps: [],
      valueAt(steps, place) {
        const [name] = steps;
        const told = steps.length === 1 ? planEvaluation.attributeLater(planned, `${name}`, place) : undefined;
        const address = `${planned.address}.${steps.join(".")}`;
        return told ?? valueOfHole(hole(address, "known-after-apply", `${address}, known after apply`), origin);
      },
    },
  );
}

function later(name: string, { module }: Scope, origin: Origin): Value {
  const address = prefix(module) + name;
  return unknown(hole(address, "known-after-apply", `${address}, which the plan does not tell`), origin);
}

function struct(members: Iterable<readonly [string, Value]>, origin: Origin): Struct {
  return {
    kind: "map",
    entries: new Map(Array.from(members, ([name, value]) => [name, { key: origin, value }])),
    origin,
  };
}

/** A plan has no files beside it, and all names come from it. */
const NOWHERE: Module = {
  variables: new Map(),
  locals: new Map(),
  declared: new Map(),
  resources: [],
  outputs: new Map(),
  calls: new Map(),
  providers: [],
  deployment: { given: new Map(), owners: new Map() },
  folder: ".",
  root: ".",
  scope: "",
  workspace: { read: () => undefined, file: () => undefined, declarationsIn: () => undefined },
  plans: [],
};
