// The severities in order, with their names in SARIF, GitHub and GitLab.

import type { Severity } from "../config/config.ts";

export const WORST_FIRST: readonly Severity[] = ["critical", "high", "medium", "low"];

/** The most severe first; those of one severity stay in the order that they have. */
export function worstFirst<T extends { readonly severity: Severity }>(findings: readonly T[]): readonly T[] {
  const rank = ({ severity }: T) => WORST_FIRST.indexOf(severity);
  return [...findings].sort((one, other) => rank(one) - rank(other));
}

/**
 * `level`: SARIF 2.1.0, section 3.27.10. `score`: GitHub's security-severity, a number in a string;
 * above 9 is shown as critical, from 7 as high, from 4 as medium.
 * https://docs.github.com/en/code-security/code-scanning/integrating-with-code-scanning/sarif-support-for-code-scanning
 */
export const IN_SARIF: Readonly<
  Record<Severity, { readonly level: "error" | "warning" | "note"; readonly score: string }>
> = {
  critical: { level: "error", score: "9.5" },
  high: { level: "error", score: "8.0" },
  medium: { level: "warning", score: "5.5" },
  low: { level: "note", score: "2.5" },
};
