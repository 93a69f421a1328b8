// The report with one line a finding, in the form of compiler messages, for editors, reviewdog and grep; then the summary.

import { position } from "./position.ts";
import type { Render } from "./render.ts";
import { printable } from "./screen.ts";
import { worstFirst } from "./severities.ts";
import { summary } from "./text/summary.ts";
import { unknownCauses } from "./text/unknown-causes.ts";

export const concise: Render = (report, context) => {
  const cannotTell = unknownCauses(report);
  const lines = [
    ...worstFirst(report.findings).map(
      (finding) => `${position(finding)}: ${finding.severity}[${finding.rule}] ${printable(finding.message)}`,
    ),
    ...cannotTell.map(
      ({ first, rules }) =>
        `${position(first)}: unknown[${rules.join(", ")}] ${printable(first.message)} (${printable(first.source)})`,
    ),
    ...report.errors.map(({ file, message, help, ...place }) =>
      [
        ...(file === undefined ? [] : [position({ ...place, file })]),
        `error: ${printable(message)}; ${printable(help)}`,
      ].join(": "),
    ),
    ...summary(report, cannotTell.length, context),
  ];
  return `${lines.join("\n")}\n`;
};
