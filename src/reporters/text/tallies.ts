// Counts of many findings by rule and by account, which show where to begin.

import type { Finding } from "../../findings/report.ts";
import { displayWidth } from "../screen.ts";
import { WORST_FIRST } from "../severities.ts";
import { callerInWords } from "../witness.ts";

/** Up to this many findings need no counts. */
const FEW = 20;
const MOST_ROWS = 10;

/** A title and its rows, by rule and by account; none for few findings. */
export function tallies(findings: readonly Finding[]): readonly (readonly string[])[] {
  if (findings.length <= FEW) return [];
  return [
    ["findings by rule:", ...tally(findings, ({ rule }) => [rule])],
    ["findings by account:", ...tally(findings, ({ callers }) => [...new Set(callers.map(callerInWords))])],
  ].filter(({ length }) => length > 1);
}

/** A row for each name, the most frequent first. */
function tally(findings: readonly Finding[], namesOf: (finding: Finding) => readonly string[]): readonly string[] {
  const byName = new Map<string, Finding[]>();
  for (const finding of findings) {
    for (const name of namesOf(finding)) {
      const others = byName.get(name);
      if (others === undefined) byName.set(name, [finding]);
      else others.push(finding);
    }
  }
  const sorted = [...byName].sort(([, one], [, other]) => other.length - one.length);
  const shown = sorted.slice(0, MOST_ROWS);
  const rest = sorted.length - shown.length;
  const widest = Math.max(...shown.map(([name]) => displayWidth(name)));
  const digits = `${shown[0]?.[1].length ?? 0}`.length;
  const rows = shown.map(([name, some]) => {
    const room = " ".repeat(widest - displayWidth(name));
    return `  ${name}${room}  ${`${some.length}`.padStart(digits)}  (${bySeverity(some)})`;
  });
  return rest > 0 ? [...rows, `  and ${rest} more`] : rows;
}

function bySeverity(findings: readonly Finding[]): string {
  const counts = WORST_FIRST.map(
    (each) => [findings.filter(({ severity }) => severity === each).length, each] as const,
  );
  return counts.flatMap(([count, each]) => (count > 0 ? [`${count} ${each}`] : [])).join(", ");
}
