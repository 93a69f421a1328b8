// The report as a page to open in a browser or to send: one file that asks for nothing, and can be filtered.

import { bodyOf } from "./html/body.ts";
import { script, scriptHash } from "./html/generated/page.js";
import { page, writtenBy } from "./html/page.ts";
import type { Render } from "./render.ts";

export const html: Render = (report, context) => {
  return page({ ...bodyOf(report, context), footer: writtenBy(report.tool.version, context), script, scriptHash });
};
