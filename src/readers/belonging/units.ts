// Divides the files of a run into units that are judged independently: a module, an assembly, and files that deploy or call each other belong together.

import { posix } from "../../text/posix.ts";
import type { FileInputs } from "../inputs.ts";
import { isOfModule } from "../terraform/model/workspace.ts";

/** Files that can be judged without those of any other unit, in the order of the run. */
export function unitsOf<F extends Pick<FileInputs, "path" | "inputs">>(files: readonly F[]): readonly (readonly F[])[] {
  const joined = new Map<string, string>();
  const find = (path: string): string => {
    let first = path;
    for (let next = joined.get(first); next !== undefined && next !== first; next = joined.get(first)) first = next;
    joined.set(path, first);
    return first;
  };
  for (const file of files) {
    for (const other of belongingTo(file)) joined.set(find(other), find(file.path));
  }
  const units = new Map<string, F[]>();
  for (const file of files) {
    const unit = units.get(find(file.path));
    if (unit === undefined) units.set(find(file.path), [file]);
    else unit.push(file);
  }
  return [...units.values()];
}

/** Paths, and for a Terraform module its folder. */
function belongingTo({ path, inputs }: Pick<FileInputs, "path" | "inputs">): readonly string[] {
  return [
    ...(isOfModule(path) ? [`${posix.dirname(path)}/`] : []),
    ...inputs.flatMap(({ parts = [], inner = [], resources }) => [
      ...parts.map((part) => part.path),
      ...inner.map(({ document }) => document.source.path),
      ...resources.flatMap(({ origin, planned = [], author }) => [
        origin.document.source.path,
        // A comment in the program speaks of what all of its assemblies make there.
        ...[author?.()?.file ?? []].flat(),
        ...planned.map(({ plan }) => plan.source.path),
      ]),
    ]),
  ];
}
