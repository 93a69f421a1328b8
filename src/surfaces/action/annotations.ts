// What GitHub shows at the lines of a pull request: findings and errors, as many as a step may have, the most severe first.

import type { Finding, Report, ReportError } from "../../findings/report.ts";
import { printable } from "../../reporters/screen.ts";
import { WORST_FIRST } from "../../reporters/severities.ts";
import { requestInWords } from "../../reporters/witness.ts";

export type Level = "error" | "warning" | "notice";

export interface Annotation {
  readonly level: Level;
  readonly title: string;
  readonly message: string;
  readonly file?: string;
  readonly startLine?: number;
  readonly startColumn?: number;
  readonly endLine?: number;
  readonly endColumn?: number;
}

const LEVELS: Readonly<Record<Finding["severity"], Level>> = {
  critical: "error",
  high: "error",
  medium: "warning",
  low: "notice",
};

/** Of each level, for one step; the runner drops all others without a word. */
const MOST = 10;

/** The last of a level says how many there are that GitHub does not show. */
export function annotations({ errors, findings }: Pick<Report, "errors" | "findings">): readonly Annotation[] {
  const worstFirst = WORST_FIRST.flatMap((severity) => findings.filter((finding) => finding.severity === severity));
  const all = [...errors.map(ofError), ...worstFirst.map(ofFinding)];
  return (["error", "warning", "notice"] as const).flatMap((level) => {
    const those = all.filter((one) => one.level === level);
    return those.slice(0, MOST).map((one, index) => {
      const more = those.length - MOST;
      return index === MOST - 1 && more > 0 ? { ...one, message: `${one.message}\n+${more} more: see the log` } : one;
    });
  });
}

function ofError({ message, help, file, line, column }: ReportError): Annotation {
  return {
    level: "error",
    title: "Unconfused could not do what was asked",
    message: `${printable(message)}\nhelp: ${printable(help)}`,
    ...(file !== undefined && { file }),
    ...(line !== undefined && { startLine: line, endLine: line }),
    ...(line !== undefined && column !== undefined && { startColumn: column }),
  };
}

function ofFinding({ rule, severity, message, witness, file, line, column, endLine, endColumn }: Finding): Annotation {
  return {
    level: LEVELS[severity],
    title: `${severity}: ${rule}`,
    message: [printable(message), ...(witness === undefined ? [] : [`allowed: ${requestInWords(witness)}`])].join("\n"),
    file,
    startLine: line,
    // GitHub takes columns on one line only.
    endLine: line,
    startColumn: column,
    ...(endLine === line && { endColumn }),
  };
}
