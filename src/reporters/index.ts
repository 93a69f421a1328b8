// The output formats by name; one row each, looked up when it is asked for.

import { concise } from "./concise.ts";
import { github } from "./github.ts";
import { gitlab } from "./gitlab.ts";
import { html } from "./html.ts";
import { json } from "./json.ts";
import { markdown } from "./markdown.ts";
import type { Render } from "./render.ts";
import { sarif } from "./sarif.ts";
import { text } from "./text.ts";
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
