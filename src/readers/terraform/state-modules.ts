// The module tree in which `terraform show -json` tells values: every resource of it, with where it stands.

import { entry, isList, type Json, type Path } from "../../text/document.ts";

export interface StateResource {
  readonly json: Json;
  readonly path: Path;
}

const DEEPEST = 100;

/** Resources and data sources of a module and all modules below it. */
export function resourcesIn(module: Json | undefined, path: Path, depth = 0): readonly StateResource[] {
  if (depth > DEEPEST) return [];
  const resources = listAt(module, "resources").map((json, index) => ({ json, path: [...path, "resources", index] }));
  const inner = listAt(module, "child_modules").map((json, index) =>
    resourcesIn(json, [...path, "child_modules", index], depth + 1),
  );
  return [...resources, ...inner.flat()];
}

function listAt(json: Json | undefined, key: string): readonly Json[] {
  const list = entry(json, key);
  return isList(list) ? list : [];
}
