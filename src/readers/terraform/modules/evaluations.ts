// Begins evaluations: in a world, in a module, and in one instance of every module around it.

import type { Origin } from "../../../values/value.ts";
import { isInSomeWorld, type World } from "../../../values/worlds.ts";
import { noEffort, recording } from "../expressions/effort.ts";
import { evaluate } from "../expressions/expressions.ts";
import type { Module } from "../model/module.ts";
import { inInstance, instanceKey } from "./instances.ts";
import { located } from "./paths.ts";
import { named, ofInstances } from "./references.ts";
import type { InModule, ModuleScope, Surroundings } from "./scope.ts";
import { isNullable, subjectOf } from "./variables.ts";

/** Of what stands at `origin`. Knows nothing of the module's caller. */
export function evaluationAlone(module: Module, world: World, origin: Origin, provider = ""): InModule {
  const effort = noEffort();
  const begun = module.call === undefined ? () => "" : undefined;
  return {
    scope: scopeOf({ module, prefix: module.scope, locals: new Map(), provider, begun }),
    world: recording(world, effort),
    mode: "split",
    effort,
    names: new Map(),
    writing: { text: "", place: () => origin },
    evaluate,
  };
}

/** `provider` makes the resource that is judged. Throws NoSuchWorld where a module around has no instance. */
export function evaluationIn(module: Module, world: World, origin: Origin, provider: string): InModule {
  const { call } = module;
  if (call === undefined) return evaluationAlone(module, world, origin, provider);
  const outer = evaluationIn(call.from, world, origin, provider);
  return within(module, inInstance(call.body, `module.${call.name}`, outer));
}

/** Has the module an instance in any world? Where that cannot be told, it has. */
export function isCalled(module: Module): boolean {
  const { call } = module;
  if (call === undefined) return true;
  const { allowance } = module.deployment;
  return isInSomeWorld((world) => evaluationIn(module, world, call.body.origin, ""), allowance);
}

function within(module: Module, caller: InModule): InModule {
  const { prefix, locals, provider } = caller.scope;
  const inner = `${prefix}module.${module.call?.name ?? ""}${instanceKey(caller)}.`;
  const { told } = caller.effort;
  const { size } = told;
  const begun = caller.scope.begun && (() => JSON.stringify([...told].slice(0, size)));
  const scope = scopeOf({ module, prefix: inner, caller, locals, provider, begun });
  return { ...caller, scope, names: new Map() };
}

function scopeOf(surroundings: Surroundings): ModuleScope {
  const { module } = surroundings;
  const scope: ModuleScope = {
    ...surroundings,
    begin: evaluationAlone,
    within,
    named: (root, steps, origin, evaluation) => named(root, steps, origin, { ...evaluation, scope }),
    ofInstances: (block, steps, origin, evaluation) => ofInstances(block, steps, origin, { ...evaluation, scope }),
    subjectOf: (value) => subjectOf(value, module),
    isNullable: (subject) => isNullable(subject, module),
    file(name) {
      const path = located(name, module);
      return path === undefined ? undefined : module.workspace.file(path);
    },
  };
  return scope;
}
