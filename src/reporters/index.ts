// The output formats by name; one row each.

import { json } from "./json.ts";
import type { Render } from "./render.ts";
import { sarif } from "./sarif.ts";
import { text } from "./text.ts";

export type { Render, RenderContext } from "./render.ts";

export const reporters = { text, json, sarif } satisfies Record<string, Render>;
