// Mistakes in what the input says about itself: the run goes on without them.

import { faultsInBlock } from "../config/inline.ts";
import { at } from "../text/document.ts";
import { errorIn } from "./problem.ts";
import type { ReportError } from "./report.ts";
import type { FileResult } from "./results.ts";

export function inlineErrors(files: readonly FileResult[]): readonly ReportError[] {
  const blocks = files.flatMap(({ settings, inputs }) =>
    inputs.flatMap(({ resources }) =>
      resources.flatMap(({ metadata }) => metadata.map((block) => ({ block, vendors: settings.vendors }))),
    ),
  );
  // A template's block is that of every resource in it; whatever it is, the map around it is one object.
  const each = new Map(blocks.map((one) => [at(one.block.document.value, one.block.path.slice(0, -1)), one]));
  return [...each.values()].flatMap(({ block, vendors }) =>
    faultsInBlock(block, vendors).map((problem) => errorIn(block.document.source.path, problem)),
  );
}
