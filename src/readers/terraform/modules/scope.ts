// What is around an expression in a module: which instance of which module it is, who calls it, and which provider makes what is judged.

import type { Origin, Value } from "../../../values/value.ts";
import type { World } from "../../../values/worlds.ts";
import type { Dependencies } from "../expressions/effort.ts";
import type { Evaluation, Scope } from "../expressions/evaluation.ts";
import type { Module } from "../model/module.ts";

export interface ModuleScope extends Scope, Surroundings {
  readonly begin: Begin;
  /** The evaluation goes on in a module, as one instance of its call has it; `caller` knows what `each` and `count` are there. */
  within(module: Module, caller: InModule): InModule;
}

export interface Surroundings {
  readonly module: Module;
  /** Before the addresses in this instance of the module: "", or `module.m["a"].`. */
  readonly prefix: string;
  /** The evaluation of the call, in the module that calls this one. */
  readonly caller?: InModule;
  /** Locals by mode and address, of all modules; "asked" while their value is found out. */
  readonly locals: Map<string, Local>;
  /** The provider that makes the resource which is judged, as the root module calls it: "aws", "aws.west". */
  readonly provider: string;
  /** All that the world had told before the evaluation came here: equal for instances that are the same. Undefined where the caller is left out. */
  readonly begun: (() => string) | undefined;
}

export type Local = "asked" | readonly [value: Value, dependencies: Dependencies];

export interface InModule extends Evaluation {
  readonly scope: ModuleScope;
}

/** Begins an evaluation of what stands at `origin`, which knows nothing of the module's caller. */
export type Begin = (module: Module, world: World, origin: Origin) => InModule;

/** The caller's evaluation, which may ask as much as this one. */
export function callerOf({ scope: { caller }, mode }: InModule): InModule | undefined {
  return caller && { ...caller, mode };
}
