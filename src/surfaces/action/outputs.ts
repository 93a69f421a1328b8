// The outputs of the Action for later steps (action.yml documents them).

import type { Severity } from "../../config/config.ts";
import type { Report } from "../../findings/report.ts";
import { WORST_FIRST } from "../../reporters/severities.ts";
import type { Status } from "../cli/commands/check.ts";

export type Output = "result" | "exit-code" | "findings" | Severity | "unknowns" | "files" | "sarif-file";

const RESULTS: Readonly<Record<Status, string>> = { 0: "pass", 1: "fail", 2: "error", 3: "empty" };

/** Of a run that was stopped there are no counts. `sarif`: where the report was written, if one was asked for. */
export function outputsOf(
  status: Status,
  report: Report | undefined,
  sarif: string | undefined,
): readonly (readonly [Output, string | number])[] {
  return [
    ["result", RESULTS[status]],
    ["exit-code", status],
    ...(report === undefined ? [] : counts(report)),
    ...(report === undefined || sarif === undefined ? [] : [["sarif-file", sarif] as const]),
  ];
}

function counts({ summary, findings }: Report): readonly (readonly [Output, number])[] {
  return [
    ["findings", findings.length],
    ...WORST_FIRST.map((severity) => [severity, summary.findings[severity]] as const),
    ["unknowns", summary.unknowns],
    ["files", summary.files],
  ];
}
