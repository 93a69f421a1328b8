// One argument of one resource, evaluated in every world of a small module, in both syntaxes of Terraform.

import { expect } from "vitest";
import { inHcl } from "../../../src/examples/hcl-text.ts";
import { readInputs } from "../../../src/readers/inputs.ts";
import type { Deployment, Resource } from "../../../src/readers/reader.ts";
import type { JsonObject } from "../../../src/text/document.ts";
import type { Value } from "../../../src/values/value.ts";
import { inEveryWorld, type Outcomes } from "../../../src/values/worlds.ts";
import { type Shown, shown } from "../../values/shown.ts";

export type Files = Readonly<Record<string, JsonObject | string>>;

/** All resources of the files, by their addresses. */
export function resources(files: Files, deployment: Partial<Deployment> = {}): ReadonlyMap<string, Resource> {
  const all = Object.entries(files).map(([path, content]) => ({
    path,
    content: typeof content === "string" ? content : JSON.stringify(content),
  }));
  const run = readInputs(
    all.filter(({ path }) => /\.tf(?:\.json)?$/.test(path)),
    {
      readFile: (path) => all.find((file) => file.path === path)?.content,
      deployment: () => ({ given: new Map(), owners: new Map(), ...deployment }),
    },
  );
  return new Map(run.flatMap(({ inputs }) => inputs.flatMap((each) => each.resources)).map((each) => [each.id, each]));
}

export function outcomesIn(files: Files, address: string, deployment?: Partial<Deployment>): Outcomes<Value> {
  const found = resources(files, deployment).get(address);
  if (found === undefined) throw new Error(`no resource ${address}`);
  return inEveryWorld((world) => found.property("p", world));
}

/** What argument p of `test_it.r` is in each world, in the order of the questions; equal ones told once. Where there is no world, why Terraform stops. */
export function values(template: string, blocks: JsonObject = {}, deployment?: Partial<Deployment>): Shown[] {
  const { resource, ...others } = blocks;
  const made = { test_it: { r: { p: template } }, ...(resource as JsonObject | undefined) };
  return valuesIn({ "main.tf.json": { ...others, resource: made } }, "test_it.r", deployment);
}

/** The same whichever syntax it is written in. */
export function valuesIn(files: Files, address: string, deployment?: Partial<Deployment>): Shown[] {
  const inJson = valuesAsWritten(files, address, deployment);
  expect(valuesAsWritten(asHcl(files), address, deployment).map(joined), "in HCL").toEqual(inJson);
  return inJson;
}

/** An escape sequence of HCL is a part of its own. */
function joined(value: Shown): Shown {
  if (typeof value === "string") return value.replace(/\|(\w+ \w+)\]\[([^|\]]*)\|\1\]/g, "$2|$1]");
  if (Array.isArray(value)) return value.map(joined);
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, joined(each)]));
}

function asHcl(files: Files): Files {
  return Object.fromEntries(
    Object.entries(files).map(([path, content]) =>
      typeof content === "string" ? [path, content] : [path.replace(/\.json$/, ""), inHcl(content).text],
    ),
  );
}

function valuesAsWritten(files: Files, address: string, deployment?: Partial<Deployment>): Shown[] {
  const { outcomes, refused } = outcomesIn(files, address, deployment);
  if (outcomes.length === 0 && refused !== undefined) return [`refused: ${refused.source}`];
  const all = outcomes.map(({ result }) => shown(result));
  return all.filter((one, index) => all.findIndex((other) => JSON.stringify(other) === JSON.stringify(one)) === index);
}
