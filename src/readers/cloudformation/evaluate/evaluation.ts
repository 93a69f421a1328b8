// What an evaluation of a template carries along: the world it runs in, how far it may ask, and what it has spent.

import type { Reason, Truth } from "../../../values/doubt.ts";
import { hole, unknown } from "../../../values/hole.ts";
import { literal, type Origin, type Text, type Unknown, type Value } from "../../../values/value.ts";
import { Refused, type World } from "../../../values/worlds.ts";
import { cost } from "../../cost.ts";
import { type Binding, type Node, originOf, scalar } from "../model/node.ts";
import type { Template } from "../model/template.ts";

/** What the names of a template stand for, as the evaluation asks it. */
export interface Scope {
  reference(name: string, origin: Origin, evaluation: Evaluation): Value;
  attribute(resource: string, name: string, origin: Origin, evaluation: Evaluation): Value;
  /** Undefined where nobody knows which output of a stack it is. */
  exportedValue(name: string, origin: Origin, evaluation: Evaluation): Value | undefined;
  /** An entry of a section by its name. */
  entryOf(section: SectionName, name: string, evaluation: Evaluation): Node | undefined;
  /** Throws Refused where nothing declares a name that stands beside the map of Fn::Sub. */
  requireDeclared(name: string, map: Node, evaluation: Evaluation): void;
  /** Can the world be asked about what has this id? About no hidden parameter, for the world's words are shown. */
  isSubject(id: string, template: Template): boolean;
  /** What another template fills into a text, put back where it falls. */
  restored(value: Text, evaluation: Evaluation): Text | Unknown;
}

export type SectionName = "Resources" | "Conditions" | "Mappings" | "Outputs";

export interface Evaluation {
  readonly template: Template;
  readonly scope: Scope;
  readonly world: World;
  /** settle: splits the world until every parameter has a value or is left open. compare: a parameter stays open, to be compared with words. quiet: never splits. */
  readonly mode: "settle" | "compare" | "quiet";
  readonly effort: Effort;
  /** Named conditions as they turned out in this world; "asked" while that is found out. */
  readonly decided: Map<string, boolean | "asked">;
  /** The same without splitting. */
  readonly certain: Map<string, Truth | "asked">;
  readonly evaluate: (node: Node, evaluation: Evaluation) => Value;
  /** That of the template which deploys this one. */
  readonly caller?: Evaluation;
}

const DEEPEST = 100;
const MOST_STEPS = 10_000;

interface Effort {
  steps: number;
  depth: number;
  /** How many steps were too many or too deep, and not taken. */
  refused: number;
}

export function untired(): Effort {
  return { steps: 0, depth: 0, refused: 0 };
}

/** Runs one step of an evaluation, or `spent` if it has gone too deep or on for too long. */
export function step<T>({ json }: Node, { effort, world }: Evaluation, run: () => T, spent: () => T): T {
  world.spend(cost(json));
  effort.steps += 1;
  if (effort.depth >= DEEPEST || effort.steps > MOST_STEPS) {
    effort.refused += 1;
    return spent();
  }
  effort.depth += 1;
  try {
    return run();
  } finally {
    effort.depth -= 1;
  }
}

export function comparing(evaluation: Evaluation): Evaluation {
  return evaluation.mode === "settle" ? inMode("compare", evaluation) : evaluation;
}

export function quietly(evaluation: Evaluation): Evaluation {
  return evaluation.mode === "quiet" ? evaluation : inMode("quiet", evaluation);
}

/** The same in a world of which nothing is known yet. */
export function anew(evaluation: Evaluation, world: World): Evaluation {
  const { caller } = evaluation;
  return {
    ...evaluation,
    world,
    effort: untired(),
    decided: new Map(),
    certain: new Map(),
    ...(caller && { caller: anew(caller, world) }),
  };
}

function inMode(mode: Evaluation["mode"], evaluation: Evaluation): Evaluation {
  const { caller } = evaluation;
  return { ...evaluation, mode, ...(caller && { caller: inMode(mode, caller) }) };
}

/** Something that cannot be worked out here, named after what makes it: a function, a macro. */
export function opaque(name: string, reason: Reason, node: Node, { template }: Evaluation): Unknown {
  return unknown(hole(`${name} at ${placeOf(node, template)}`, reason, name, { name }), originOf(node));
}

/** CloudFormation deploys nothing in this world: `source` says for people what it does not take. */
export function refuse(source: string): never {
  throw new Refused(hole(source, "file", source));
}

export function tooLarge(node: Node, evaluation: Evaluation): Unknown {
  return opaque("a template too deep or too large", "budget", node, evaluation);
}

/** Equal for one and the same part of a template, in the same iteration of the loops around it. */
export function placeOf({ document, path, bindings = new Map() }: Node, { scope }: Template): string {
  const iterations = [...bindings].map(([name, binding]) => `[${name}=${wordOf(binding)}]`);
  return [scope, document.source.path, ...path, ...iterations].join("/");
}

function wordOf(binding: Binding): string | undefined {
  return "item" in binding ? literal(binding.item) : undefined;
}

/** A name where the template wants one, loops filled in; undefined where no name stands. */
export function nameAt(node: Node | undefined, evaluation: Evaluation): string | undefined {
  return typeof node?.json === "string" ? literal(evaluation.evaluate(node, evaluation)) : scalar(node?.json);
}
