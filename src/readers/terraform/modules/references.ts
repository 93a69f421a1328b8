// What a reference names: variables, locals, instances, paths, outputs of modules, and attributes of resources and data sources.

import type { Expression } from "../../../text/hcl/syntax.ts";
import { hole, undecided } from "../../../values/hole.ts";
import { text } from "../../../values/text.ts";
import { literal, type Origin, type Value } from "../../../values/value.ts";
import { type Evaluation, opaque } from "../expressions/evaluation.ts";
import { member } from "../expressions/members.ts";
import { attribute } from "./attributes.ts";
import type { Body } from "./body.ts";
import { within } from "./evaluations.ts";
import { hasInstances, instanceAt, instancesOf, withInstance } from "./instances.ts";
import { called } from "./module.ts";
import { relativeFolder } from "./paths.ts";
import { variableValue } from "./variables.ts";

/** `.name` or `[key]`. */
type Step = string | Expression;

/** What `each` asks of the instances of a block, one by one; undefined where `of` names no block, or nobody knows which there are. */
export function instancesAsked(
  of: Expression,
  each: Expression,
  origin: Origin,
  evaluation: Evaluation,
): readonly Value[] | undefined {
  const named = stepsOf(of);
  const asked = stepsOf(each);
  const [name, ...rest] = asked.steps;
  if (named.root.kind !== "name" || asked.root.kind !== "element" || typeof name !== "string") return undefined;
  const declared = evaluation.module.declared.get([named.root.name, ...named.steps].join("."));
  if (declared === undefined) return undefined;
  const instances = hasInstances(declared.body) ? instancesOf(declared.body, evaluation) : undefined;
  if (instances === undefined || "id" in instances) return undefined;
  return instances.map((instance) =>
    rest.reduce<Value>(
      (value, step) => member(value, keyAt(step, evaluation), origin),
      attribute(declared, name, origin, withInstance(instance, evaluation)),
    ),
  );
}

function stepsOf(expression: Expression): { readonly root: Expression; readonly steps: readonly Step[] } {
  const steps: Step[] = [];
  let root = expression;
  for (; root.kind === "attribute" || root.kind === "index"; root = root.of) {
    steps.unshift(root.kind === "attribute" ? root.name : root.key);
  }
  return { root, steps };
}

/** A name with all that is asked of it, or another expression with that. */
export function reference(expression: Expression, origin: Origin, evaluation: Evaluation): Value {
  const { root, steps } = stepsOf(expression);
  const [value, rest] =
    root.kind === "name" ? named(root.name, steps, origin, evaluation) : [evaluation.evaluate(root, evaluation), steps];
  return rest.reduce<Value>((of, step) => member(of, keyAt(step, evaluation), origin), value);
}

function keyAt(step: Step, evaluation: Evaluation): Value | string {
  return typeof step === "string" ? step : evaluation.evaluate(step, evaluation);
}

function wordAt(step: Step, evaluation: Evaluation): string | undefined {
  return typeof step === "string" ? step : literal(evaluation.evaluate(step, evaluation));
}

type Found = readonly [value: Value, rest: readonly Step[]];

/** Takes as many steps as it needs to know what is meant. */
function named(root: string, steps: readonly Step[], origin: Origin, evaluation: Evaluation): Found {
  const known = evaluation.names.get(root);
  if (known !== undefined) return [known, steps];
  const [first, ...rest] = steps;
  const name = first === undefined ? undefined : wordAt(first, evaluation);
  if (name === undefined) return [unclear(root, origin, evaluation), rest];
  switch (root) {
    case "var":
      return [variableValue(name, origin, evaluation), rest];
    case "local":
      return [localValue(name, origin, evaluation), rest];
    case "path":
      return [pathValue(name, origin, evaluation), rest];
    case "module":
      return moduleValue(name, rest, origin, evaluation);
    case "terraform":
      return [undecided(hole(`terraform.${name}`, "parameter", `terraform.${name}`), origin), rest];
    case "each":
    case "count":
    case "self":
      return [unclear(`${root}.${name}`, origin, evaluation), rest];
    case "data": {
      const [second, ...after] = rest;
      return typeof second === "string"
        ? declaredValue(`data.${name}.${second}`, after, origin, evaluation)
        : [unclear(`data.${name}`, origin, evaluation), after];
    }
    default:
      return declaredValue(`${root}.${name}`, rest, origin, evaluation);
  }
}

/** A name that nothing at hand declares. */
function unclear(address: string, origin: Origin, { scope }: Evaluation): Value {
  return opaque(scope + address, "file", `${scope}${address}, which no file at hand declares`, origin);
}

function localValue(name: string, origin: Origin, evaluation: Evaluation): Value {
  const { locals, mode, scope, module } = evaluation;
  const key = `${mode} ${scope}${name}`;
  const before = locals.get(key);
  if (before === "asked") return opaque(key, "file", `local ${scope}${name}, which is made of itself`, origin);
  if (before !== undefined) return before;
  const argument = module.locals.get(name);
  if (argument === undefined) return unclear(`local.${name}`, origin, evaluation);
  locals.set(key, "asked");
  try {
    const value = argument.value({ ...evaluation, names: new Map() });
    locals.set(key, value);
    return value;
  } finally {
    if (locals.get(key) === "asked") locals.delete(key);
  }
}

function pathValue(name: string, origin: Origin, { module }: Evaluation): Value {
  if (name === "module") return text({ text: relativeFolder(module), origin }, origin);
  if (name === "root" || name === "cwd") return text({ text: ".", origin }, origin);
  return opaque(`path.${name}`, "file", `path.${name}`, origin);
}

function moduleValue(name: string, steps: readonly Step[], origin: Origin, evaluation: Evaluation): Found {
  const { module, scope } = evaluation;
  const body = module.calls.get(name);
  if (body === undefined) return [unclear(`module.${name}`, origin, evaluation), steps];
  const [instance, [output, ...after]] = chosen(body, steps, evaluation);
  const callee = called(name, module);
  const value =
    callee === undefined || instance === undefined || typeof output !== "string"
      ? undefined
      : callee.outputs.get(output)?.argument("value")?.value(within(callee, instance));
  const address = `${scope}module.${name}${typeof output === "string" ? `.${output}` : ""}`;
  return [value ?? opaque(address, callee ? "known-after-apply" : "file", address, origin), after];
}

function declaredValue(address: string, steps: readonly Step[], origin: Origin, evaluation: Evaluation): Found {
  const declared = evaluation.module.declared.get(address);
  if (declared === undefined) return [unclear(address, origin, evaluation), steps];
  const [instance, rest] = chosen(declared.body, steps, evaluation);
  const [wanted, ...after] = rest;
  const name = wanted === undefined ? undefined : wordAt(wanted, evaluation);
  if (instance === undefined || name === undefined) {
    const whole = evaluation.scope + address;
    return [opaque(whole, "known-after-apply", whole, origin), rest];
  }
  return [attribute(declared, name, origin, instance), after];
}

/** Where a block has several instances, the first step says which; undefined where that is not known. */
function chosen(
  body: Body,
  steps: readonly Step[],
  evaluation: Evaluation,
): readonly [instance: Evaluation | undefined, rest: readonly Step[]] {
  if (!hasInstances(body)) return [{ ...evaluation, names: new Map() }, steps];
  const [step, ...rest] = steps;
  const key = step === undefined || typeof step === "string" ? undefined : evaluation.evaluate(step, evaluation);
  return key === undefined ? [undefined, steps] : [instanceAt(key, body, evaluation), rest];
}
