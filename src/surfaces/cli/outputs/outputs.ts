// Where reports may be written: never in the place of what the run reads or writes otherwise, nor through a link that leads out of the repository.

import { basename, dirname, join } from "node:path";
import type { Host } from "../../host.ts";
import { leadingOut, leadsOut, located, type Places, upwards } from "../../places.ts";
import type { Arguments } from "../options/arguments.ts";
import { Stop, stopOnProblem } from "../stop.ts";

/** What the run reads, by absolute path: "an input", "the configuration". Throws Stop. */
export function refuseOutputs(
  { formats }: Pick<Arguments, "formats">,
  reads: ReadonlyMap<string, string>,
  host: Host,
  here: Places,
): void {
  const taken = new Map(Array.from(reads, ([path, what]) => [host.realPath(path) ?? path, what]));
  for (const { output } of formats) {
    if (output === undefined) continue;
    const path = located(here, output);
    stopOnProblem(output, () => requireWithin(path, host));
    const real = realPathToBe(path, host);
    const what = taken.get(real);
    if (what !== undefined) {
      throw new Stop({ message: `--output ${output} would replace ${what}`, help: "name another file for the report" });
    }
    // What is no file (a terminal, /dev/null) takes as many reports as there are.
    if (host.kindOf(path) !== "other") taken.set(real, "another report of this run");
  }
}

/** Whoever may change a repository must not choose what is written elsewhere on the machine. */
function requireWithin(path: string, host: Host): void {
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
