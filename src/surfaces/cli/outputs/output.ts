// Writes the report in every requested format.

import type { Report } from "../../../findings/report.ts";
import { inPieces, type RenderContext, reporters } from "../../../reporters/index.ts";
import { withoutCommands } from "../../../reporters/screen.ts";
import { gathered } from "../../../text/pieces.ts";
import type { Host } from "../../host.ts";
import { located, type Places } from "../../places.ts";
import type { Arguments } from "../options/arguments.ts";
import { colors, colorsOf, printError, printNote, wrapAt } from "../screen.ts";
import { stopOnProblem } from "../stop.ts";
import { uploadable } from "./upload.ts";

/** Formats for people, or for a runner that shows them to people. */
const TELLS_ERRORS: ReadonlySet<string> = new Set<keyof typeof reporters>(["text", "concise", "github"]);

/** In characters: a long report is written piece by piece. */
const AT_ONCE = 100_000;

/** Writes each format to its output. Throws Stop on a file that cannot be written. */
export function writeReport(
  report: Report,
  given: Arguments,
  host: Host,
  here: Places,
  context: Omit<RenderContext, "color">,
): void {
  const when = colorsOf(given);
  const toScreen = given.formats.find(({ output }) => output === undefined);
  // The report goes to a program, so people are told of errors on standard error.
  if (toScreen === undefined || !TELLS_ERRORS.has(toScreen.format))
    for (const error of report.errors) printError(host, error, when);
  // Files first: a closed pipe at standard output ends the run.
  const inOrder = [...given.formats].sort(
    (one, other) => Number(one.output === undefined) - Number(other.output === undefined),
  );
  for (const { format, output } of inOrder) {
    const color = output === undefined ? colors(host, "stdout", when) : when === "always";
    // Text in a file is not wrapped to the width of the terminal.
    const width = output === undefined ? wrapAt(host, "stdout") : undefined;
    const shown = { ...context, color, ...(width !== undefined && { width }) };
    if (output === undefined && format !== "sarif") {
      for (const piece of gathered(inPieces(format, report, shown), AT_ONCE))
        host.write("stdout", piece, format === "github" ? "commands" : undefined);
      continue;
    }
    const write = (most?: number) =>
      reporters[format](report, { ...shown, ...(most !== undefined && { mostResults: most }) });
    const { text, note } = format === "sarif" ? uploadable(write, report.findings.length) : { text: write() };
    if (note !== undefined && !given.has("quiet")) printNote(host, note);
    if (output === undefined) host.write("stdout", text);
    else {
      const written = format === "github" ? text : withoutCommands(text);
      stopOnProblem(output, () => host.save(located(here, output), written));
    }
  }
}
