// What an evaluation of a template carries along: the world it runs in, how far it may ask, and what it has spent.

import { entry, isList, isObject, type Json, type Path } from "../../text/document.ts";
import { hole, unknown } from "../../values/hole.ts";
import type { Truth } from "../../values/truth.ts";
import type { Origin, Reason, Unknown, Value } from "../../values/value.ts";
import type { World } from "../../values/worlds.ts";
import type { Template } from "./template.ts";

/** A part of the template and where it stands. */
export interface Node {
  readonly json: Json;
  readonly path: Path;
}

export interface Evaluation {
  readonly template: Template;
  readonly world: World;
  /** settle: splits the world until every parameter has a value or is left open. compare: a parameter stays open, to be compared with words. quiet: never splits. */
  readonly mode: "settle" | "compare" | "quiet";
  readonly effort: { steps: number; depth: number };
  /** Named conditions as they turned out in this world; "asked" while that is found out. */
  readonly decided: Map<string, boolean | "asked">;
  /** The same without splitting. */
  readonly certain: Map<string, Truth | "asked">;
  readonly evaluate: (node: Node, evaluation: Evaluation) => Value;
}

const DEEPEST = 100;
const MOST_STEPS = 10_000;

/** Runs one step of an evaluation, or `spent` if it has gone too deep or on for too long. */
export function step<T>({ effort }: Evaluation, run: () => T, spent: () => T): T {
  effort.steps += 1;
  if (effort.depth >= DEEPEST || effort.steps > MOST_STEPS) return spent();
  effort.depth += 1;
  try {
    return run();
  } finally {
    effort.depth -= 1;
  }
}

export function comparing(evaluation: Evaluation): Evaluation {
  return evaluation.mode === "settle" ? { ...evaluation, mode: "compare" } : evaluation;
}

export function quietly(evaluation: Evaluation): Evaluation {
  return evaluation.mode === "quiet" ? evaluation : { ...evaluation, mode: "quiet" };
}

export function child(node: Node, key: string | number): Node | undefined {
  const json = entry(node.json, key);
  return json === undefined ? undefined : { json, path: [...node.path, key] };
}

/** The elements of a list; of anything else none. */
export function children(node: Node): readonly Node[] {
  return isList(node.json) ? node.json.map((json, index) => ({ json, path: [...node.path, index] })) : [];
}

/** The function call that an object with one entry is, if its key names a function. */
export function callOf(node: Node): { readonly name: string; readonly argument: Node } | undefined {
  const [name, ...others] = isObject(node.json) ? Object.keys(node.json) : [];
  const argument = name === undefined || others.length > 0 ? undefined : child(node, name);
  return name === undefined || argument === undefined ? undefined : { name, argument };
}

export function originOf(node: Node, { template }: Evaluation): Origin {
  return { document: template.document, path: node.path };
}

/** A number or boolean counts as text, as in CloudFormation. */
export function scalar(json: Json | undefined): string | undefined {
  return json === undefined || json === null || typeof json === "object" ? undefined : String(json);
}

/** Something that cannot be worked out here, named after what makes it: a function, a macro. */
export function opaque(name: string, reason: Reason, origin: Origin): Unknown {
  return unknown(hole(`${name} at ${origin.path.join("/")}`, reason, name, { name }), origin);
}
