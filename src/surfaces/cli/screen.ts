// Errors and notes on standard error, colours, and the width of text.

import type { ReportError } from "../../findings/report.ts";
import { type Hidden, hiddenIn } from "../../readers/hidden.ts";
import { printable } from "../../reporters/screen.ts";
import { errorLines, mistakeLines } from "../../reporters/text/errors.ts";
import { wrapped } from "../../reporters/text/wrap.ts";
import { Problem } from "../../text/problem.ts";
import type { Source } from "../../text/source.ts";
import { parseUserFile } from "../../text/user-file.ts";
import type { Host } from "../host.ts";
import type { Arguments } from "./options/arguments.ts";
import type { Stop } from "./stop.ts";

export type ColorMode = "auto" | "always" | "never";

/** https://no-color.org and https://force-color.org: set and not empty counts. */
export function colors(host: Host, stream: "stdout" | "stderr", when: ColorMode = "auto"): boolean {
  if (when !== "auto") return when === "always";
  if (host.env.NO_COLOR) return false;
  if (host.env.FORCE_COLOR) return host.env.FORCE_COLOR !== "0";
  return host.terminal[stream] && host.env.TERM !== "dumb";
}

/** The option --color or --no-color. */
export function colorsOf(given: Arguments): ColorMode | undefined {
  return given.has("no-color") ? "never" : given.value("color");
}

/** In columns: the width of the terminal, up to a width that is comfortable to read. */
export function widthOf({ terminal, env }: Host): number {
  const columns = Number(env.COLUMNS);
  const width = Number.isInteger(columns) && columns > 0 ? columns : terminal.columns;
  return Math.max(NARROWEST, Math.min(width ?? USUAL, WIDEST));
}

/** The width to which text for a terminal is wrapped. Other output is not wrapped, so that its lines can be searched. */
export function wrapAt(host: Host, stream: "stdout" | "stderr"): number | undefined {
  return host.terminal[stream] ? widthOf(host) : undefined;
}

const USUAL = 80;
const NARROWEST = 40;
const WIDEST = 100;

export function printError(host: Host, error: ReportError, when?: ColorMode): void {
  host.write("stderr", `${errorLines(error, colors(host, "stderr", when), [], wrapAt(host, "stderr")).join("\n")}\n`);
}

/** Prints each mistake with the line that it is in. */
export function printStop(host: Host, { error, others, sources }: Stop): void {
  const color = colors(host, "stderr");
  const width = wrapAt(host, "stderr");
  const blocks = [error, ...others].map((each) => {
    const source = sources.get(each.file ?? "");
    return errorLines(each, color, source && mistakeLines(each, source, hiddenOf(source)), width).join("\n");
  });
  host.write("stderr", `${blocks.join("\n\n")}\n`);
}

/** Values of parameters may be secret, and in a text that cannot be parsed they cannot be found, so no line of it is shown. */
function hiddenOf(source: Source): (line: number) => readonly Hidden[] {
  try {
    const document = parseUserFile(source.path, source.text);
    const lines = hiddenIn(document === undefined ? [] : [document]);
    return (line) => lines.get(line) ?? [];
  } catch (thrown) {
    if (!(thrown instanceof Problem)) throw thrown;
    const all: readonly Hidden[] = [{ start: 0, end: Number.POSITIVE_INFINITY, declared: true }];
    return () => (/^[^\S\n\r\u2028\u2029]*["']?parameters\b/m.test(source.text) ? all : []);
  }
}

export function printNote(host: Host, text: string): void {
  const width = wrapAt(host, "stderr");
  host.write("stderr", `${wrapped(printable(text), { lead: "note: ", indent: 6, width }).join("\n")}\n`);
}
