// The output formats by name; one row each.

import { concise } from "./concise.ts";
import { github } from "./github.ts";
import { gitlab } from "./gitlab.ts";
import { json } from "./json.ts";
import { markdown } from "./markdown.ts";
import type { Render } from "./render.ts";
import { sarif } from "./sarif.ts";
import { text } from "./text.ts";

export type { Render, RenderContext } from "./render.ts";

export const reporters = { text, concise, json, sarif, github, gitlab, markdown } satisfies Record<string, Render>;
