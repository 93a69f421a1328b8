// Mistakes in what the input says about itself: the run goes on without them.

import { faultsInBlock } from "../config/inline.ts";
import { at } from "../text/document.ts";
import { errorIn } from "./problem.ts";
import type { ReportError } from "./report.ts";
import type { FileResult } from "./results.ts";

/** Each with the file that it was met in. */
export function inlineErrors(
  files: readonly FileResult[],
): readonly { readonly error: ReportError; readonly file: FileResult }[] {
  const blocks = files.flatMap((file) =>
    file.inputs.flatMap(({ resources }) =>
      resources.flatMap(({ metadata }) => metadata.map((block) => ({ block, vendors: file.settings.vendors, file }))),
    ),
  );
  // A template's block is that of every resource in it; whatever it is, the map around it is one object.
  const each = new Map<unknown, (typeof blocks)[number]>();
  for (const one of blocks) {
    const around = at(one.block.document.value, one.block.path.slice(0, -1));
    each.set(around, { ...one, file: each.get(around)?.file ?? one.file });
  }
  return [...each.values()].flatMap(({ block, vendors, file }) =>
    faultsInBlock(block, vendors).map((problem) => ({ error: errorIn(block.document.source.path, problem), file })),
  );
}
