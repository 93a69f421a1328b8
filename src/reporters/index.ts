// The output formats by name, one row each; each is loaded when it is first used.

import type { Report } from "../findings/report.ts";
import { concise } from "./concise.ts";
import { github } from "./github.ts";
import { gitlab } from "./gitlab.ts";
import { html } from "./html.ts";
import { json, jsonInPieces } from "./json.ts";
import { markdown } from "./markdown.ts";
import type { Render, RenderContext } from "./render.ts";
import { sarif } from "./sarif.ts";
import { text, textInPieces } from "./text.ts";
import { mermaid } from "./trust-map/mermaid.ts";

export type { Render, RenderContext } from "./render.ts";

export const reporters = {
  text: (...given) => text(...given),
  concise: (...given) => concise(...given),
  json: (...given) => json(...given),
  sarif: (...given) => sarif(...given),
  github: (...given) => github(...given),
  gitlab: (...given) => gitlab(...given),
  markdown: (...given) => markdown(...given),
  html: (...given) => html(...given),
  mermaid: (report) => mermaid(report),
} satisfies Record<string, Render>;

/** The same text in pieces, each of whole lines, where a format can be written so: a report may be very long. */
export function inPieces(format: keyof typeof reporters, report: Report, context: RenderContext): Iterable<string> {
  if (format === "text") return textInPieces(report, context);
  if (format === "json") return jsonInPieces(report);
  return [reporters[format](report, context)];
}
