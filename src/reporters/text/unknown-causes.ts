// Which unknowns people are shown: each cause once a resource, and none that a finding already reports.

import type { Report, Unknown } from "../../findings/report.ts";
import { parameterOf } from "../ownership.ts";

/** Its finding stands for the unknowns that an unconstrained parameter causes. */
const SPEAKS_FOR_PARAMETERS = "unconstrained-principal";

/** Unknowns of one resource with the same cause; the first is shown. */
export interface UnknownCause {
  readonly first: Unknown;
  /** Rules that cannot tell because of it. */
  readonly rules: readonly string[];
}

export function unknownCauses(report: Report): readonly UnknownCause[] {
  const spokenFor = new Set(
    [...report.findings, ...report.suppressed]
      .filter(({ rule }) => rule === SPEAKS_FOR_PARAMETERS)
      .flatMap(({ file, resource, callers }) =>
        callers.map(({ account }) => key(file, resource.id, parameterOf(account) ?? "")),
      ),
  );
  const byCause = new Map<string, [Unknown, ...Unknown[]]>();
  for (const unknown of report.unknowns) {
    const { file, resource, reason, source } = unknown;
    const parameter = /^(?:parameter|variable) (?:var\.)?(.+)$/.exec(source)?.[1];
    if (parameter !== undefined && spokenFor.has(key(file, resource.id, parameter))) continue;
    const cause = key(file, resource.id, reason, source);
    const others = byCause.get(cause);
    if (others === undefined) byCause.set(cause, [unknown]);
    else others.push(unknown);
  }
  return [...byCause.values()].map((unknowns) => ({
    first: unknowns[0],
    rules: [...new Set(unknowns.map(({ rule }) => rule))],
  }));
}

function key(...parts: readonly string[]): string {
  return JSON.stringify(parts);
}
