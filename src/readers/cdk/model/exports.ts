// What the stacks of an assembly export to each other, by the names that the CDK or the user gives.

import { at, entry, isObject } from "../../../text/document.ts";
import type { StackExport } from "../../reader.ts";
import { type Artifact, artifactsOf, STACK } from "./artifacts.ts";
import type { Assembly } from "./assembly.ts";

/** The exports of stacks in the same account and region; a name that two stacks export is left out. */
export function exportsTo(importer: Artifact, assembly: Assembly): (name: string) => StackExport | undefined {
  let known: ReadonlyMap<string, StackExport | undefined> | undefined;
  return (name) => {
    known ??= readExports(importer, assembly);
    return known.get(name);
  };
}

function readExports({ body }: Artifact, { manifest, json }: Assembly): ReadonlyMap<string, StackExport | undefined> {
  const environment = entry(body, "environment");
  const exported = new Map<string, StackExport | undefined>();
  for (const stack of artifactsOf(manifest.value)) {
    if (stack.type !== STACK || entry(stack.body, "environment") !== environment) continue;
    const file = at(stack.body, ["properties", "templateFile"]);
    const outputs = typeof file === "string" ? entry(json(file), "Outputs") : undefined;
    for (const output of isObject(outputs) ? Object.keys(outputs) : []) {
      const name = at(outputs, [output, "Export", "Name"]);
      if (typeof file !== "string" || typeof name !== "string") continue;
      exported.set(name, exported.has(name) ? undefined : { stack: stack.id, file, output });
    }
  }
  return exported;
}
