// Suppressions that the configuration holds, under `ignore`.

import type { Config } from "../../config/config.ts";
import { ignoresFile, ignoresResource } from "../../config/ignore.ts";
import { placeOf } from "../place.ts";
import type { Grant } from "../report.ts";
import type { FileResult } from "../results.ts";
import { type Subject, type Suppression, type Suppressions, wholeFile } from "./suppression.ts";

export function configuredSuppressions(
  config: Config,
  files: readonly FileResult[],
  grants: readonly Grant[],
  isWhole: boolean,
): Suppressions {
  const entries = (config.ignore ?? []).map((ignore) => {
    const { origin, rule, reason, until } = ignore;
    const matching = files.filter(({ path, inputs }) =>
      inputs.some(({ resources }) => ignoresFile(config, ignore, path, resources)),
    );
    // A run of some files says nothing about entries for others.
    const isIdle =
      isWhole &&
      matching.length === 0 &&
      !grants.some(({ file, resource }) => ignoresResource(config, ignore, file, resource));
    const suppression: Suppression = {
      by: "config",
      rule,
      reason,
      ...(until === undefined ? {} : { until }),
      ...(isIdle ? { invalid: "it matches no file and no resource that is there" } : {}),
      files: () => (isIdle ? files : matching),
      subject() {
        const shown = grants.find(({ file, resource }) => ignoresResource(config, ignore, file, resource));
        const subject = shown === undefined ? firstFile(suppression.files()) : shownBy(shown);
        return origin === undefined ? subject : subject && { ...subject, place: placeOf(origin) };
      },
    };
    return { ignore, suppression };
  });
  return {
    all: entries.map(({ suppression }) => suppression),
    matching: ({ finding: { file, resource } }, names) =>
      entries
        .filter(({ ignore }) => names.includes(ignore.rule) && ignoresResource(config, ignore, file, resource))
        .map(({ suppression }) => suppression),
  };
}

/** A configuration that a program made stands nowhere: the first grant that the entry speaks of shows what it means. */
function shownBy({ file, line, column, endLine, endColumn, resource }: Grant): Subject {
  return { place: { file, line, column, endLine, endColumn }, resource };
}

function firstFile(files: readonly FileResult[]): Subject | undefined {
  const [first] = files.flatMap(({ path, inputs }) => inputs.map(({ format }) => ({ path, format })));
  if (first === undefined) return undefined;
  const place = { file: first.path, line: 1, column: 1, endLine: 1, endColumn: 1 };
  return { place, resource: wholeFile(first.path, first.format) };
}
