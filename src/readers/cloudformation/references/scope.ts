// The scope of a template: what its names stand for; and the evaluations that begin in it.

import { inEveryWorld, type World } from "../../../values/worlds.ts";
import { evaluate } from "../evaluate/evaluate.ts";
import { type Evaluation, quietly, type Scope, untired } from "../evaluate/evaluation.ts";
import type { Template } from "../model/template.ts";
import { restored } from "./embedded-text.ts";
import { exportedValue } from "./exports.ts";
import { isPseudo } from "./pseudo-parameters.ts";
import { attribute, reference } from "./references.ts";
import { entryOf } from "./sections.ts";
import { requireDeclared } from "./undeclared.ts";

const SCOPE: Scope = { reference, attribute, exportedValue, entryOf, requireDeclared, isSubject, restored };

/** As far as it is the same in every world; undefined where there can be none. */
export function inNoWorld<T>(template: Template, ask: (evaluation: Evaluation) => T): T | undefined {
  return inEveryWorld((world) => ask(quietly(evaluationIn(world, template)))).outcomes[0]?.result;
}

export function evaluationIn(world: World, template: Template): Evaluation {
  const { caller } = template;
  return {
    template,
    scope: SCOPE,
    world,
    mode: "settle",
    effort: untired(),
    decided: new Map(),
    certain: new Map(),
    evaluate,
    ...(caller && { caller: evaluationIn(world, caller.template) }),
  };
}

function isSubject(id: string, { scope, caller, parameter }: Template): boolean {
  const name = id.startsWith(scope) ? id.slice(scope.length) : "";
  if (isPseudo(id) || isPseudo(name) || parameter(name)?.hidden === false) return true;
  return caller !== undefined && isSubject(id, caller.template);
}
