// The counts of a report.

import type { Severity } from "../config/config.ts";
import type { Report, Summary } from "./report.ts";

type Lists = Pick<Report, "findings" | "unknowns" | "grants" | "suppressed" | "errors">;

/** `extent`: what only those know who have read the files. */
export function summaryOf(
  { findings, unknowns, grants, suppressed, errors }: Lists,
  extent: Pick<Summary, "files" | "resources" | "policies">,
): Summary {
  const verdicts = (verdict: Report["grants"][number]["verdict"]) =>
    grants.filter((grant) => grant.verdict === verdict).length;
  const bySeverity = (severity: Severity) => findings.filter((finding) => finding.severity === severity).length;
  const baselined = suppressed.filter(({ by }) => by === "baseline").length;
  return {
    ...extent,
    grants: { ok: verdicts("ok"), finding: verdicts("finding"), unknown: verdicts("unknown") },
    findings: {
      low: bySeverity("low"),
      medium: bySeverity("medium"),
      high: bySeverity("high"),
      critical: bySeverity("critical"),
    },
    unknowns: unknowns.length,
    suppressed: suppressed.length - baselined,
    baselined,
    errors: errors.length,
  };
}
