// Mistakes in what the input says about itself: the run goes on without them.

import { faultInBlock } from "../config/inline.ts";
import { at } from "../text/document.ts";
import { errorIn } from "./problem.ts";
import type { ReportError } from "./report.ts";
import type { FileResult } from "./results.ts";

export function inlineErrors(files: readonly FileResult[]): readonly ReportError[] {
  const metadata = files.flatMap(({ inputs }) =>
    inputs.flatMap(({ resources }) => resources.flatMap((resource) => resource.metadata)),
  );
  // A template's block is that of every resource in it; whatever it is, the map around it is one object.
  const blocks = new Map(metadata.map((block) => [at(block.document.value, block.path.slice(0, -1)), block]));
  return [...blocks.values()].flatMap((block) => {
    const problem = faultInBlock(block);
    return problem === undefined ? [] : [errorIn(block.document.source.path, problem)];
  });
}
