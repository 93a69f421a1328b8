// The properties of a SARIF log that tell `merge` of which shard it is.

import type { Finding, Report, ReportNote, Shard } from "../../findings/report.ts";
import type { Notification, Result, SarifShard } from "./types.ts";

/** `findings`: in the order of the log's results. */
export function shardInSarif(
  report: Report,
  { index, count, run, files, failOn, order, ignores, stale }: Shard,
  findings: readonly Finding[],
  asResult: (finding: Finding) => Result,
  asNotification: (note: ReportNote) => Notification,
): SarifShard {
  const orders = new Map(report.findings.map((finding, at) => [finding, order.findings[at] ?? at]));
  return {
    index,
    count,
    run,
    files,
    failOn,
    order: {
      results: findings.map((finding, at) => orders.get(finding) ?? at),
      notifications: [...order.errors, ...order.notes],
    },
    ignores: ignores.map(({ finding, suppressed: _, ...ignore }) => ({
      ...ignore,
      result: finding === null ? null : asResult(finding),
    })),
    stale: stale.map(({ note, ...entry }) => ({ ...entry, notification: asNotification(note) })),
  };
}
