// The world of a finding for people: only what the verdict depends on.

import type { Outcome } from "../values/worlds.ts";
import type { World } from "./report.ts";

interface Feature {
  readonly kind: "other" | "condition" | "parameter";
  readonly name: string;
  readonly value: string | boolean;
}

/**
 * `holding` are the worlds that the finding is true in, of `all`. A feature is left out while every world that has the
 * rest is one of them; what nothing can be printed of goes first, then conditions, for a parameter's value says more.
 */
export function smallestWorld<T>(holding: readonly Outcome<T>[], all: readonly Outcome<T>[]): World | undefined {
  const [first] = holding;
  if (first === undefined || holding.length === all.length) return undefined;
  const held = new Set(holding);
  let features = featuresOf(first);
  for (const feature of features) {
    const rest = features.filter((one) => one !== feature);
    if (all.every((outcome) => held.has(outcome) || !rest.every((one) => has(outcome, one)))) features = rest;
  }
  const parameters = features.flatMap((one) => (one.kind === "parameter" ? [[one.name, `${one.value}`]] : []));
  const conditions = features.flatMap((one) => (one.kind === "condition" ? [[one.name, one.value === true]] : []));
  if (parameters.length + conditions.length === 0) return undefined;
  return { parameters: Object.fromEntries(parameters), conditions: Object.fromEntries(conditions) };
}

function featuresOf<T>({ parameters, others, conditions }: Outcome<T>): Feature[] {
  return [
    ...[...others].map((name): Feature => ({ kind: "other", name, value: true })),
    ...[...conditions].map(([name, value]): Feature => ({ kind: "condition", name, value })),
    ...[...parameters].map(([name, value]): Feature => ({ kind: "parameter", name, value })),
  ];
}

/** A world in which nobody asked is one in which it may be so. */
function has<T>({ parameters, others, conditions }: Outcome<T>, { kind, name, value }: Feature): boolean {
  if (kind === "other") return !parameters.has(name);
  if (kind === "condition") return (conditions.get(name) ?? value) === value;
  return parameters.has(name) ? parameters.get(name) === value : !others.has(name);
}
