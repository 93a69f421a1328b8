// Where an evaluation begins: in a world, in a module, in one instance of every module around it.

import type { Origin } from "../../../values/value.ts";
import type { World } from "../../../values/worlds.ts";
import type { Evaluation } from "../expressions/evaluation.ts";
import { evaluate } from "../expressions/expressions.ts";
import { inInstance, instanceKey } from "./instances.ts";
import type { Module } from "./module.ts";

/** Of what stands at `origin`. Knows nothing of the module's caller. */
export function evaluationAlone(module: Module, world: World, origin: Origin): Evaluation {
  return {
    module,
    scope: module.scope,
    world,
    mode: "settle",
    effort: { steps: 0, depth: 0 },
    names: new Map(),
    locals: new Map(),
    provider: "",
    writing: { text: "", place: () => origin },
    evaluate,
  };
}

/** `provider` makes the resource that is judged. Throws NoSuchWorld where a module around has no instance. */
export function evaluationIn(module: Module, world: World, origin: Origin, provider: string): Evaluation {
  const { call } = module;
  if (call === undefined) return { ...evaluationAlone(module, world, origin), provider };
  const outer = evaluationIn(call.from, world, origin, provider);
  return within(module, inInstance(call.body, `module.${call.name}`, outer));
}

/** The module as one instance of its call has it, whose names `caller` knows. */
export function within(module: Module, caller: Evaluation): Evaluation {
  const name = module.call?.name ?? "";
  return { ...caller, module, caller, scope: `${caller.scope}module.${name}${instanceKey(caller)}.`, names: new Map() };
}
