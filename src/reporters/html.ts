// The report as a page to open in a browser or to send: one file that asks for nothing, and can be filtered.

import { tool } from "../findings/tool.ts";
import { bodyOf } from "./html/body.ts";
import { element } from "./html/elements.ts";
import { script, scriptHash } from "./html/generated/page.js";
import { page } from "./html/page.ts";
import type { Render } from "./render.ts";

export const html: Render = (report, context) => {
  const footer = [
    "Written by ",
    element("a", { href: context.homepage, rel: "noreferrer" }, `${tool.name} ${report.tool.version}`),
    ". Service control policies, permission boundaries and what vendors do behind their accounts are not judged.",
  ];
  return page({ ...bodyOf(report, context), footer, script, scriptHash });
};
