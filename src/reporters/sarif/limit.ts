// GitHub's limit of results in a log: keeps the most severe, and notes how many are left out.

import type { SarifLog } from "./types.ts";

/** https://docs.github.com/en/code-security/code-scanning/troubleshooting-sarif-uploads/results-exceed-limit */
export const MOST_RESULTS = 25_000;

/** The log with its first results, which are the most severe, and a notification of those that are left out. */
export function limited(log: SarifLog, most: number): SarifLog {
  const [run] = log.runs;
  if (run.results.length <= most) return log;
  const [invocation] = run.invocations;
  const text = leftOut(run.results.length - most, run.results.length);
  const notifications = [...invocation.toolExecutionNotifications, { level: "warning", message: { text } } as const];
  return {
    ...log,
    runs: [
      {
        ...run,
        invocations: [{ ...invocation, toolExecutionNotifications: notifications }],
        results: run.results.slice(0, most),
      },
    ],
  };
}

/** A sentence. */
export function leftOut(left: number, all: number): string {
  return `${left} of ${all} results are left out, the least severe: GitHub takes no more than 25000, and 10 MB compressed. Other formats have all of them.`;
}
