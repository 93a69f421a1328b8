// Where reports may be written: never in the place of what the run reads or writes otherwise, nor through a link that leads out of the repository.

import { basename, dirname, join } from "node:path";
import type { Host } from "../../host.ts";
import { leadingOut, leadsOut, located, type Places, upwards } from "../../places.ts";
import type { BaselineFile } from "../before/baseline.ts";
import type { Arguments } from "../options/arguments.ts";
import { Stop, stopOnProblem } from "../stop.ts";

/** What the run reads, by absolute path: "an input", "the configuration". Throws Stop. */
export function refuseOutputs(
  { formats }: Pick<Arguments, "formats">,
  reads: ReadonlyMap<string, string>,
  host: Host,
  here: Places,
  baseline?: BaselineFile,
): void {
  // Most runs write nothing, and very many files may be read.
  if (baseline?.update !== true && formats.every(({ output }) => output === undefined)) return;
  const taken = new Map(Array.from(reads, ([path, what]) => [host.realPath(path) ?? path, what]));
  const take = (option: string, path: string, typed: string, as: string, help: string) => {
    stopOnProblem(typed, () => requireWithin(path, host));
    const real = realPathToBe(path, host);
    const what = taken.get(real);
    if (what !== undefined) throw new Stop({ message: `${option} ${typed} would replace ${what}`, help });
    // What is no file (a terminal, /dev/null) takes as many reports as there are.
    if (host.kindOf(path) !== "other") taken.set(real, as);
  };
  if (baseline?.update) take("--baseline", baseline.path, baseline.name, "the baseline", "name another file for it");
  else if (baseline !== undefined) taken.set(host.realPath(baseline.path) ?? baseline.path, "the baseline");
  for (const { output } of formats) {
    if (output === undefined) continue;
    const help = "name another file for the report";
    take("--output", located(here, output), output, "another report of this run", help);
  }
}

/** Whoever may change a repository must not choose what is written elsewhere on the machine. */
export function requireWithin(path: string, host: Host): void {
  const there = [...upwards(path)].find((each) => host.realPath(each) !== undefined);
  if (there !== undefined && leadsOut(there, host))
    throw leadingOut("name the file that it leads to, or remove the link");
}

/** Of a file that is not there yet, links on the way to it followed. */
function realPathToBe(path: string, host: Host): string {
  const real = host.realPath(path);
  if (real !== undefined || dirname(path) === path) return real ?? path;
  return join(realPathToBe(dirname(path), host), basename(path));
}
