// What a reference names: variables, locals, instances, paths, outputs of modules, and attributes of resources and data sources.

import { hole, valueOfHole } from "../../../values/hole.ts";
import { text } from "../../../values/text.ts";
import { literal, type Origin, sourceText, type Unknown, type Value } from "../../../values/value.ts";
import { dependOn } from "../expressions/effort.ts";
import { attempted, type Found, type Step, unresolved } from "../expressions/evaluation.ts";
import { membersOf } from "../expressions/references.ts";
import { settledOr } from "../expressions/settled.ts";
import { type Body, innermost } from "../model/body.ts";
import { called } from "../model/module.ts";
import { workspace } from "./account.ts";
import { attribute, openAttribute, surroundingsKnown } from "./attributes.ts";
import { hasInstances, instanceAt, instanceKey, instancesOf, withInstance } from "./instances.ts";
import { relativeFolder } from "./paths.ts";
import type { InModule, ModuleScope } from "./scope.ts";
import { memberFromCaller, variableValue } from "./variables.ts";

export function ofInstances(
  block: readonly string[],
  [name, ...rest]: readonly Step[],
  origin: Origin,
  evaluation: InModule,
): readonly Value[] | undefined {
  const declared = evaluation.scope.module.declared.get(block.join("."));
  if (declared === undefined || typeof name !== "string") return undefined;
  const instances = hasInstances(declared.body) ? instancesOf(declared.body, evaluation) : undefined;
  if (instances === undefined || "id" in instances) return undefined;
  return instances.map((instance) =>
    membersOf(attribute(declared, name, origin, withInstance(instance, evaluation)), rest, origin, evaluation),
  );
}

function wordAt(step: Step, evaluation: InModule): string | undefined {
  return typeof step === "string" ? step : literal(evaluation.evaluate(step, evaluation));
}

/** Uses up the steps that are needed to know which object is meant. */
export function named(root: string, steps: readonly Step[], origin: Origin, evaluation: InModule): Found {
  const [first, ...rest] = steps;
  const name = first === undefined ? undefined : wordAt(first, evaluation);
  if (name === undefined) return [unclear(root, origin, evaluation), rest];
  switch (root) {
    case "var":
      return memberFromCaller(name, rest, evaluation) ?? [variableValue(name, origin, evaluation), rest];
    case "local":
      return localValue(name, rest, origin, evaluation);
    case "path":
      return [pathValue(name, origin, evaluation), rest];
    case "module":
      return moduleValue(name, rest, origin, evaluation);
    case "terraform":
      return [
        name === "workspace"
          ? workspace(origin, evaluation)
          : valueOfHole(hole(`terraform.${name}`, "parameter", `terraform.${name}`), origin),
        rest,
      ];
    case "ephemeral":
      return [ephemeral([name, ...rest], origin, evaluation), []];
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

/** A name without a declaration in the files of the run. */
function unclear(address: string, origin: Origin, { scope: { prefix } }: InModule): Value {
  return unresolved(prefix + address, "file", `${prefix}${address}, which no file of the run declares`, origin);
}

/** Objects that are in no state. */
function ephemeral(steps: readonly Step[], origin: Origin, { scope: { prefix } }: InModule): Value {
  const address = `${prefix}ephemeral.${steps.filter((step) => typeof step === "string").join(".")}`;
  return unresolved(address, "known-after-apply", address, origin);
}

function localValue(name: string, steps: readonly Step[], origin: Origin, evaluation: InModule): Found {
  const { mode, scope, effort } = evaluation;
  const { locals, prefix, module } = scope;
  const whole = module.locals.get(name);
  if (whole === undefined) return [unclear(`local.${name}`, origin, evaluation), steps];
  const [argument, rest] = innermost(whole, steps);
  const address = [prefix + name, ...steps.slice(0, steps.length - rest.length)].join(".");
  const key = `${mode} ${address}`;
  const before = locals.get(key);
  if (before === "asked") {
    effort.part.onMore = true;
    return [unresolved(`local.${address}`, "file", `local ${address}, which is made of itself`, origin), rest];
  }
  if (before !== undefined) {
    const [value, dependencies] = before;
    dependOn(dependencies, effort);
    return [value, rest];
  }
  locals.set(key, "asked");
  try {
    const settled = settledOr(module, whereKept(key, scope), evaluation, () =>
      argument.value({ ...evaluation, names: new Map() }),
    );
    locals.set(key, settled);
    return [settled[0], rest];
  } finally {
    if (locals.get(key) === "asked") locals.delete(key);
  }
}

function whereKept(key: string, { provider, begun }: ModuleScope): string | undefined {
  return begun && `${provider} ${key} ${begun()}`;
}

function pathValue(name: string, origin: Origin, { scope: { module } }: InModule): Value {
  if (name === "module") return text({ text: relativeFolder(module), origin }, origin);
  if (name === "root" || name === "cwd") return text({ text: ".", origin }, origin);
  return unresolved(`path.${name}`, "file", `path.${name}`, origin);
}

function moduleValue(name: string, steps: readonly Step[], origin: Origin, evaluation: InModule): Found {
  const { module, prefix, within } = evaluation.scope;
  const body = module.calls.get(name);
  if (body === undefined) return [unclear(`module.${name}`, origin, evaluation), steps];
  const [instance, [output, ...after]] = chosen(body, steps, evaluation);
  const callee = called(name, module);
  const reason = callee ? "known-after-apply" : "file";
  if (steps.length === 0) {
    const whole = `${prefix}module.${name}`;
    const outputOf: AttributeOf = (output, instance) =>
      callee?.outputs.get(output)?.argument("value")?.value(within(callee, instance));
    return [wholeBlock(unresolved(whole, reason, whole, origin), body, evaluation, outputOf), steps];
  }
  const written = typeof output === "string" ? callee?.outputs.get(output)?.argument("value") : undefined;
  if (callee !== undefined && instance !== undefined && written !== undefined) {
    const [argument, rest] = innermost(written, after);
    return [argument.value(within(callee, instance)), rest];
  }
  const address = `${prefix}module.${name}${typeof output === "string" ? `.${output}` : ""}`;
  return [unresolved(address, reason, address, origin), after];
}

function declaredValue(address: string, steps: readonly Step[], origin: Origin, evaluation: InModule): Found {
  const declared = evaluation.scope.module.declared.get(address);
  if (declared === undefined) return undeclared(address, steps, origin, evaluation);
  if (steps.length === 0) {
    const whole = evaluation.scope.prefix + address;
    const open = unresolved(whole, "known-after-apply", whole, origin);
    const attributeOf: AttributeOf = (name, instance) => attribute(declared, name, origin, instance);
    return [wholeBlock(open, declared.body, evaluation, attributeOf), steps];
  }
  const [instance, rest] = chosen(declared.body, steps, evaluation);
  const [wanted, ...after] = rest;
  const name = wanted === undefined ? undefined : wordAt(wanted, evaluation);
  if (instance === undefined || name === undefined) {
    const whole = evaluation.scope.prefix + address + (instance === undefined ? "" : instanceKey(instance));
    return [unresolved(whole, "known-after-apply", whole, origin), rest];
  }
  const value = attribute(declared, name, origin, instance);
  // A block may look like a map, and the provider adds attributes to it.
  const isKnownMember =
    after.length === 0 || attempted(() => membersOf(value, after, origin, evaluation)) !== undefined;
  return [isKnownMember ? value : openAttribute(declared, name, origin, instance), after];
}

/** Declared in files outside of the run; data sources of the account and region are known even so. */
function undeclared(address: string, steps: readonly Step[], origin: Origin, evaluation: InModule): Found {
  const [name, ...rest] = steps;
  const known = typeof name === "string" ? surroundingsKnown(address, name, origin, evaluation) : undefined;
  return known === undefined ? [unclear(address, origin, evaluation), steps] : [known, rest];
}

/** The value of an attribute of one instance of a block. */
type AttributeOf = (name: string, instance: InModule) => Value | undefined;

/** Of a block as a whole only its instances and their attributes are known. */
function wholeBlock(open: Unknown, body: Body, evaluation: InModule, attributeOf: AttributeOf): Value {
  const { why, origin } = open;
  // Its attributes are worked out in this world when they are asked for.
  evaluation.effort.part.onMore = true;
  const instances = hasInstances(body) ? instancesOf(body, evaluation) : [undefined];
  if (instances === undefined || "id" in instances) return open;
  const items = instances.map((instance) => {
    const within = instance === undefined ? { ...evaluation, names: new Map() } : withInstance(instance, evaluation);
    const one = why.name + instanceKey(within);
    const value: Unknown = {
      ...unresolved(one, why.reason, `${why.source}${instanceKey(within)}`, origin),
      attribute: (name) => attributeOf(name, within),
    };
    return { key: instance?.key, value };
  });
  const [only] = items;
  if (!hasInstances(body)) return only?.value ?? open;
  if (body.argument("count") !== undefined) return { kind: "list", items: items.map(({ value }) => value), origin };
  const entries = items.flatMap(({ key, value }) => (key === undefined ? [] : [[key, value] as const]));
  if (entries.some(([key]) => literal(key) === undefined)) return { ...open, entries };
  const named = entries.map(([key, value]) => [sourceText(key), { key: key.origin, value }] as const);
  return { kind: "map", entries: new Map(named), origin };
}

/** Where a block has several instances, the first step says which; undefined where that is not known. */
function chosen(
  body: Body,
  steps: readonly Step[],
  evaluation: InModule,
): readonly [instance: InModule | undefined, rest: readonly Step[]] {
  if (!hasInstances(body)) return [{ ...evaluation, names: new Map() }, steps];
  const [step, ...rest] = steps;
  const key = step === undefined || typeof step === "string" ? undefined : evaluation.evaluate(step, evaluation);
  return key === undefined ? [undefined, steps] : [instanceAt(key, body, evaluation), rest];
}
