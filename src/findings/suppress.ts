// Findings sorted into those that stand and those that somebody accepted; acceptance that is not needed is a finding too.

import type { Config } from "../config/config.ts";
import { type Rule, UNUSED_IGNORE } from "../rules/rule.ts";
import type { FindingContext } from "./finding.ts";
import type { Finding, Grant, Suppressed } from "./report.ts";
import type { FileResult } from "./results.ts";
import { configuredSuppressions } from "./suppress/configured.ts";
import { inlineSuppressions } from "./suppress/inline.ts";
import type { FoundIn, Suppression } from "./suppress/suppression.ts";
import { rulesByName, unusedFinding, whyUnused } from "./suppress/unused.ts";

/** What a run is under. */
export interface SuppressionTerms {
  readonly config: Config;
  readonly rules: readonly Rule[];
  /** ISO date; undefined: no suppression ends. */
  readonly today: string | undefined;
  /** Everything that the configuration can speak of was checked. */
  readonly isWhole?: boolean;
}

export interface SuppressionResult {
  readonly findings: readonly Finding[];
  readonly suppressed: readonly Suppressed[];
}

export function suppress(
  made: readonly FoundIn[],
  files: readonly FileResult[],
  grants: readonly Grant[],
  { config, rules, today, isWhole = false }: SuppressionTerms,
  fingerprint: FindingContext["fingerprint"],
): SuppressionResult {
  const byName = rulesByName(rules);
  const sources = [
    ...(config.inline === false ? [] : [inlineSuppressions(files)]),
    configuredSuppressions(config, files, grants, isWhole),
  ];
  const findings: Finding[] = [];
  const suppressed: Suppressed[] = [];
  const used = new Set<Suppression>();

  function settle(one: FoundIn): void {
    const { finding, file } = one;
    const all = sources
      .flatMap((source) => source.matching(one, (rule) => byName.get(rule)?.id === finding.rule))
      .filter((suppression) => whyUnused(suppression, file.settings, byName, today) === undefined);
    for (const suppression of all) used.add(suppression);
    const [first] = all;
    if (first === undefined) findings.push(finding);
    else suppressed.push(asSuppressed(finding, first));
  }

  /** The findings about those that have suppressed nothing so far. */
  function unused(suppressions: readonly Suppression[]): readonly FoundIn[] {
    return suppressions
      .filter((suppression) => !used.has(suppression))
      .flatMap((suppression) => unusedFinding(suppression, byName, today, fingerprint) ?? []);
  }

  const all = sources.flatMap((source) => source.all);
  const silencesUnused = ({ rule = "" }: Suppression) => byName.get(rule)?.id === UNUSED_IGNORE;
  made.forEach(settle);
  unused(all.filter((suppression) => !silencesUnused(suppression))).forEach(settle);
  // What is said of these nothing silences, or it would have no end.
  findings.push(...unused(all.filter(silencesUnused)).map(({ finding }) => finding));
  return { findings, suppressed };
}

function asSuppressed(finding: Finding, { by, reason, until }: Suppression): Suppressed {
  return { ...finding, by, reason, ...(until === undefined ? {} : { until }) };
}
