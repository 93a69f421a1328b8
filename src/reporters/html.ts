// The report as an HTML page: one file without external resources, with a filter.

import { bodyOf } from "./html/body.ts";
import { script, scriptHash } from "./html/generated/page.js";
import { page, writtenBy } from "./html/page.ts";
import type { Render } from "./render.ts";

export const html: Render = (report, context) => {
  return page({ ...bodyOf(report, context), footer: writtenBy(report.tool.version, context), script, scriptHash });
};
