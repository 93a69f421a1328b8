// Which files of a run may be judged otherwise once some of them are changed.

import { unitsOf } from "../../readers/belonging/units.ts";
import type { FileResult } from "../results.ts";

/** By the files that are changed. */
export function concernedBy(results: readonly FileResult[]): (changed: Iterable<string>) => ReadonlySet<string> {
  const all = new Set(results.map(({ path }) => path));
  // What a plan says of variables reaches whatever is read beside it.
  if (results.some(({ inputs }) => inputs.some(({ format }) => format === "terraform-plan"))) return () => all;
  const units = new Map(unitsOf(results).flatMap((unit) => unit.map(({ path }) => [path, unit] as const)));
  const carriers = carriersOf(results);
  return (changed) => {
    const concerned = new Set<string>();
    for (const path of changed) {
      for (const one of [path, ...(carriers.get(path) ?? [])]) {
        concerned.add(one);
        for (const beside of units.get(one) ?? []) concerned.add(beside.path);
      }
    }
    return concerned;
  };
}

/** Of texts that hold policies: the files that carry these. */
function carriersOf(results: readonly FileResult[]): ReadonlyMap<string, ReadonlySet<string>> {
  const carriers = new Map<string, Set<string>>();
  for (const { path, policies } of results) {
    for (const text of policies.flatMap(({ files }) => files)) {
      if (text === path) continue;
      const known = carriers.get(text) ?? new Set();
      carriers.set(text, known.add(path));
    }
  }
  return carriers;
}
