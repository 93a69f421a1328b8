// Mistakes in what the input says about itself: the run goes on without them.

import { faultsInBlock } from "../config/inline.ts";
import { at, isObject, type JsonObject } from "../text/document.ts";
import { nearest } from "../text/nearest.ts";
import { Problem } from "../text/problem.ts";
import type { Origin } from "../values/value.ts";
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
  const faults = [...each.values()].flatMap(({ block, vendors, file }) =>
    faultsInBlock(block, vendors).map((problem) => ({ error: errorIn(block.document.source.path, problem), file })),
  );
  return [...faults, ...files.flatMap((file) => misspelledIn(file).map((error) => ({ error, file })))];
}

/** Of letters: whoever has more of them wrong meant something else. */
const MOST_EDITS = 2;
const WITH_METADATA = new Set(["cloudformation", "cdk"]);

/** Keys of metadata that are nearly `Unconfused`, of the resources of a file and of their templates. */
function misspelledIn({ inputs }: FileResult): readonly ReportError[] {
  const maps = new Map<JsonObject, Origin>();
  for (const { format, origin } of inputs.flatMap(({ resources }) => resources)) {
    if (!WITH_METADATA.has(format)) continue;
    for (const path of [["Metadata"], [...origin.path, "Metadata"]]) {
      const map = at(origin.document.value, path);
      if (isObject(map)) maps.set(map, { document: origin.document, path });
    }
  }
  // The CDK gives every resource the same keys.
  const others = new Set(["Unconfused"]);
  return [...maps].flatMap(([map, { document, path }]) =>
    Object.keys(map).flatMap((key) => {
      if (!others.has(key) && nearest(key, ["Unconfused"], MOST_EDITS) === undefined) others.add(key);
      if (others.has(key)) return [];
      const where = document.source.position(document.locate([...path, key], "key").start);
      const message = `"${key}" in ${path.join(".")} is not read`;
      return [errorIn(document.source.path, new Problem(message, "did you mean Unconfused?", where))];
    }),
  );
}
