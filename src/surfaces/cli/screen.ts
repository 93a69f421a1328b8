// What people see beside the report: errors and notes on standard error, and whether there are colours.

import type { ReportError } from "../../findings/report.ts";
import { printable } from "../../reporters/screen.ts";
import { errorLines } from "../../reporters/text.ts";
import type { Host } from "../host.ts";

export type ColorMode = "auto" | "always" | "never";

/** https://no-color.org and https://force-color.org: set and not empty counts. */
export function colors(host: Host, stream: "stdout" | "stderr", when: ColorMode = "auto"): boolean {
  if (when !== "auto") return when === "always";
  if (host.env.NO_COLOR) return false;
  if (host.env.FORCE_COLOR) return host.env.FORCE_COLOR !== "0";
  return host.terminal[stream] && host.env.TERM !== "dumb";
}

/** In columns: the terminal's, up to what a line of text is read well in. */
export function widthOf({ terminal, env }: Host): number {
  const columns = Number(env.COLUMNS);
  const width = Number.isInteger(columns) && columns > 0 ? columns : terminal.columns;
  return Math.max(NARROWEST, Math.min(width ?? USUAL, WIDEST));
}

const USUAL = 80;
const NARROWEST = 40;
const WIDEST = 100;

export function printError(host: Host, error: ReportError, when?: ColorMode): void {
  host.write("stderr", `${errorLines(error, colors(host, "stderr", when)).join("\n")}\n`);
}

export function printNote(host: Host, text: string): void {
  host.write("stderr", `note: ${printable(text)}\n`);
}

/** Says what is going on while it is, to people at a terminal. */
export function withProgress<T>(host: Host, text: string, work: () => T): T {
  if (!host.terminal.stderr || host.env.TERM === "dumb") return work();
  host.write("stderr", `${text} …`);
  try {
    return work();
  } finally {
    host.write("stderr", "\r\u001b[2K");
  }
}
