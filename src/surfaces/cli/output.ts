// What a run gives out: its report in every format that was asked for.

import type { Report } from "../../findings/report.ts";
import { type RenderContext, reporters } from "../../reporters/index.ts";
import { type Source, source } from "../../text/source.ts";
import type { Host } from "../host.ts";
import { located, type Places } from "../places.ts";
import type { Arguments } from "./arguments.ts";
import type { Found } from "./discover.ts";
import { colors, complain } from "./screen.ts";
import { orStop } from "./stop.ts";

/** The texts of the files that were read, by the names that reports have. */
export function sourcesOf(files: Found["files"]): (file: string) => Source | undefined {
  const contents = new Map(files.map(({ path, content }) => [path, content]));
  const sources = new Map<string, Source>();
  return (file) => {
    const content = contents.get(file);
    if (content === undefined) return undefined;
    const known = sources.get(file) ?? source(file, content);
    sources.set(file, known);
    return known;
  };
}

/** In every format that was asked for, each where it was asked for. Throws Stop on a file that cannot be written. */
export function writeReport(
  report: Report,
  given: Arguments,
  host: Host,
  here: Places,
  context: Omit<RenderContext, "color">,
): void {
  const when = given.value("color");
  const toScreen = given.formats.find(({ output }) => output === undefined);
  // Where the report goes to a program, people learn of errors here.
  if (toScreen?.format !== "text") for (const error of report.errors) complain(host, error, when);
  for (const { format, output } of given.formats) {
    const color = output === undefined ? colors(host, "stdout", when) : when === "always";
    const text = reporters[format](report, { ...context, color });
    if (output === undefined) host.write("stdout", text);
    else orStop(output, () => host.save(located(here, output), text));
  }
}
