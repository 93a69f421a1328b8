// Reports into one: that of the shards of a run is what the run would have reported as a whole.

import { inOrderMet, inReadingOrder, type Met, valuesOf } from "../order.ts";
import type { Finding, Report, ShardList, Suppressed } from "../report.ts";
import { summaryOf } from "../summary.ts";
import { idleIgnores } from "./ignores.ts";
import { renumbered } from "./renumber.ts";
import { type Mergeable, runsOf } from "./runs.ts";
import { staleEntries } from "./stale.ts";

export interface NamedReport extends Mergeable {
  readonly report: Report;
}

type Lists = Pick<Report, ShardList>;

/** Throws Problem on shards that are not all of a run. There is at least one. */
export function mergedReport(parts: readonly NamedReport[]): Report {
  const runs = runsOf(parts).map((shards) => listsOf(shards.map(({ report }) => report)));
  const all = <Name extends ShardList>(name: Name): readonly Met<Lists[Name][number]>[] =>
    runs.flatMap((lists): readonly Lists[Name][number][] => lists[name]).map((value, order) => ({ value, order }));
  const lists = {
    findings: valuesOf(inReadingOrder(all("findings"))),
    unknowns: valuesOf(inReadingOrder(all("unknowns"))),
    grants: valuesOf(all("grants")),
    suppressed: valuesOf(inReadingOrder(all("suppressed"))),
    errors: valuesOf(all("errors")),
    notes: valuesOf(all("notes")),
  };
  const sum = (name: "files" | "resources" | "policies") =>
    parts.reduce((total, { report }) => total + report.summary[name], 0);
  const [first] = parts;
  if (first === undefined) throw new Error("no report to merge");
  const { version, tool } = first.report;
  const extent = { files: sum("files"), resources: sum("resources"), policies: sum("policies") };
  return { version, tool, summary: summaryOf(lists, extent), ...lists };
}

/** Of one run, in the order in which it came to them. */
function listsOf(shards: readonly Report[]): Lists {
  const met = <Name extends ShardList>(name: Name): readonly Met<Lists[Name][number]>[] =>
    inOrderMet(
      shards.flatMap((report) => {
        const list: readonly Lists[Name][number][] = report[name];
        return list.map((value, index) => ({ value, order: report.shard?.order[name][index] ?? index }));
      }),
    );
  const idle = idleIgnores(
    shards.map(({ shard }) => shard?.ignores ?? []),
    ({ finding }) => finding?.fingerprint,
  );
  const told = idle.flatMap(({ ignore, isSilenced, fingerprint = "" }) =>
    isSilenced || ignore.finding === null ? [] : [{ ...ignore.finding, fingerprint }],
  );
  const silenced = idle.flatMap(({ ignore, isSilenced, fingerprint = "" }) =>
    isSilenced && ignore.suppressed !== null ? [{ ...ignore.suppressed, fingerprint }] : [],
  );
  const numbers = fingerprintsOf(shards);
  const numbered = <T extends Finding>(finding: T): T => ({
    ...finding,
    fingerprint: numbers.get(finding) ?? finding.fingerprint,
  });
  return {
    findings: [...valuesOf(met("findings")).map(numbered), ...told],
    unknowns: valuesOf(met("unknowns")),
    grants: valuesOf(met("grants")),
    suppressed: [...valuesOf(met("suppressed")).map(numbered), ...silenced],
    errors: valuesOf(met("errors")),
    notes: [
      ...valuesOf(met("notes")),
      ...staleEntries(shards.map(({ shard }) => shard?.stale ?? [])).map(({ note }) => note),
    ],
  };
}

function fingerprintsOf(shards: readonly Report[]): ReadonlyMap<Finding | Suppressed, string> {
  if (shards.length < 2) return new Map();
  const all = shards.flatMap((report, shard) =>
    (["findings", "suppressed"] as const).flatMap((name) =>
      report[name].map((finding, index) => {
        const order = report.shard?.order[name][index] ?? index;
        return { finding, fingerprint: finding.fingerprint, shard, order };
      }),
    ),
  );
  return new Map(Array.from(renumbered(all), ([{ finding }, fingerprint]) => [finding, fingerprint]));
}
