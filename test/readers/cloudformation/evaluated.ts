// One property of one resource, evaluated in every world of a small template.

import { cloudformation } from "../../../src/readers/cloudformation.ts";
import type { Deployment, Reading } from "../../../src/readers/reader.ts";
import { parse } from "../../../src/text/parse.ts";
import { source } from "../../../src/text/source.ts";
import type { Value } from "../../../src/values/value.ts";
import { inEveryWorld, type Outcomes } from "../../../src/values/worlds.ts";
import { type Shown, shown } from "../../values/shown.ts";

const NOTHING_SAID: Deployment = { given: new Map(), owners: new Map() };

export function reading(template: string, deployment: Partial<Deployment> = {}): Reading {
  const [document] = parse(source("template.yaml", template)).documents;
  if (document === undefined) throw new Error("no document");
  return cloudformation.read(document, { ...NOTHING_SAID, ...deployment }, () => undefined);
}

/** Property P of resource R, `expression` being a YAML value on one line, `sections` the rest of the template. */
export function outcomes(expression: string, sections = "", deployment: Partial<Deployment> = {}): Outcomes<Value> {
  const resource = `Resources:\n  R:\n    Type: Test::Made::Here\n    Properties:\n      P: ${expression}\n`;
  const merged = sections.includes("\nResources:")
    ? sections.replace("\nResources:\n", `\n${resource}`)
    : sections + resource;
  return outcomesIn(merged, deployment);
}

/** The same, of a whole template. */
export function outcomesIn(template: string, deployment: Partial<Deployment> = {}): Outcomes<Value> {
  const found = reading(template, deployment).resources.find(({ id }) => id === "R");
  if (found === undefined) throw new Error("no resource R");
  return inEveryWorld((world) => found.property("P", world));
}

/** What it is in each world, in the order of the questions; equal ones told once. */
export function values(expression: string, sections?: string, deployment?: Partial<Deployment>): Shown[] {
  const all = outcomes(expression, sections, deployment).outcomes.map(({ result }) => shown(result));
  return all.filter((one, index) => all.findIndex((other) => JSON.stringify(other) === JSON.stringify(one)) === index);
}
