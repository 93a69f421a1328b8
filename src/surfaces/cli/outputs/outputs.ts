// Where reports may be written: not over files that the run reads or otherwise writes, and not through a link out of the repository.

import { basename, dirname, join } from "node:path";
import type { Host } from "../../host.ts";
import { leadingOut, leadsOut, located, type Places, upwards } from "../../places.ts";
import type { BaselineFile } from "../before/baseline.ts";
import type { Arguments } from "../options/arguments.ts";
import { Stop, stopOnProblem } from "../stop.ts";

/** `read`: the files that the run reads, by absolute path: "an input", "the configuration". Throws Stop. */
export function refuseOutputs(
  { formats }: Pick<Arguments, "formats">,
  reads: ReadonlyMap<string, string>,
  host: Host,
  here: Places,
  baseline?: BaselineFile,
): void {
  // Skipped for runs that write no file: there may be very many inputs to compare with.
  if (baseline?.update !== true && formats.every(({ output }) => output === undefined)) return;
  const taken = new Map(Array.from(reads, ([path, what]) => [host.realPath(path) ?? path, what]));
  const take = (option: string, path: string, typed: string, as: string, help: string) => {
    stopOnProblem(typed, () => requireWithin(path, host));
    const real = realPathToBe(path, host);
    const what = taken.get(real);
    if (what !== undefined) throw new Stop({ message: `${option} ${typed} would replace ${what}`, help });
    // Several reports may go to one device, such as a terminal or /dev/null.
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

/** A link in a repository must not make a run write elsewhere on the machine. */
export function requireWithin(path: string, host: Host): void {
  const there = [...upwards(path)].find((each) => host.realPath(each) !== undefined);
  if (there !== undefined && leadsOut(there, host))
    throw leadingOut("name the file that it leads to, or remove the link");
}

/** The real path of a file that may not exist yet. */
function realPathToBe(path: string, host: Host): string {
  const real = host.realPath(path);
  if (real !== undefined || dirname(path) === path) return real ?? path;
  return join(realPathToBe(dirname(path), host), basename(path));
}
