// Separates suppressed findings from the others, and reports suppressions that suppress nothing (rule unused-ignore).

import type { Config } from "../config/config.ts";
import { namesOf, type Rule, UNUSED_IGNORE } from "../rules/rule.ts";
import { type Fingerprints, fingerprints } from "./fingerprint.ts";
import type { Finding, Grant, ShardIgnore, Suppressed } from "./report.ts";
import type { FileResult } from "./results.ts";
import { configuredSuppressions } from "./suppress/configured.ts";
import { inlineSuppressions } from "./suppress/inline.ts";
import type { FoundIn, Suppression } from "./suppress/suppression.ts";
import { rulesByName, unusedFinding, whyUnused } from "./suppress/unused.ts";

/** The settings of the run that suppressions depend on. */
export interface SuppressionTerms {
  readonly config: Config;
  readonly rules: readonly Rule[];
  /** YYYY-MM-DD. Undefined: no `until` has passed. */
  readonly today: string | undefined;
  /** All files that the configuration can mean were checked, so an entry that matches nothing is unused. */
  readonly isWhole?: boolean;
  /** Other shards judge the rest of the files. */
  readonly isShard?: boolean;
}

export interface SuppressionResult {
  readonly findings: readonly FoundIn[];
  readonly suppressed: readonly (FoundIn & { readonly finding: Suppressed })[];
  /** For each `ignore` entry of the configuration, what this shard knows of its use; empty where the run has no shards. */
  readonly ignores: readonly Omit<ShardIgnore, "met">[];
  /** The files that have a suppression with `until`. */
  readonly dated: readonly FileResult[];
}

export function suppress(
  made: readonly FoundIn[],
  files: readonly FileResult[],
  grants: readonly Grant[],
  { config, rules, today, isWhole = false, isShard = false }: SuppressionTerms,
  fingerprint: Fingerprints["of"],
): SuppressionResult {
  const byName = rulesByName(rules);
  const namesById = new Map(rules.map((rule) => [rule.id, namesOf(rule)]));
  const configured = configuredSuppressions(config, files, grants, isWhole);
  const inline = files.filter(({ isElsewhere }) => !isElsewhere);
  const sources = [...(config.inline === false ? [] : [inlineSuppressions(inline)]), configured];
  const speaking = sources.filter(({ all }) => all.length > 0);
  const findings: FoundIn[] = [];
  const suppressed: SuppressionResult["suppressed"][number][] = [];
  const used = new Set<Suppression>();

  function speakingOf(one: FoundIn): readonly Suppression[] {
    const names = namesById.get(one.finding.rule) ?? [];
    return speaking
      .flatMap((source) => source.matching(one, names))
      .filter((suppression) => whyUnused(suppression, one.file.settings, byName, today) === undefined);
  }

  function settle(one: FoundIn): void {
    const all = speakingOf(one);
    for (const suppression of all) used.add(suppression);
    const [first] = all;
    if (first === undefined) findings.push(one);
    else suppressed.push({ ...one, finding: asSuppressed(one.finding, first) });
  }

  function standing({ rule: name = "" }: Suppression): readonly FoundIn[] {
    const id = byName.get(name)?.id;
    return findings.filter(({ finding }) => finding.rule === id);
  }

  /** The unused-ignore findings about those of the suppressions that have suppressed nothing so far. */
  function unused(suppressions: readonly Suppression[]): readonly FoundIn[] {
    return suppressions
      .filter((suppression) => !used.has(suppression))
      .flatMap((suppression) => unusedFinding(suppression, byName, today, fingerprint, standing(suppression)) ?? []);
  }

  /** What `merge` needs to know of an entry that another shard may use: the finding if none does, and what would suppress that finding. */
  function undecided(suppression: Suppression): SuppressionResult["ignores"][number] {
    const told = used.has(suppression) ? undefined : unusedFinding(suppression, byName, today, fingerprints().of);
    const silences = silencesUnused(suppression);
    const silencers = told === undefined || silences ? [] : speakingOf(told);
    const [first] = silencers;
    return {
      used: used.has(suppression),
      finding: told?.finding ?? null,
      suppressed: told && first ? asSuppressed(told.finding, first) : null,
      silencedBy: silencers.map((silencer) => configured.all.indexOf(silencer)),
      silences,
    };
  }

  const decided = isShard ? sources.filter((source) => source !== configured) : sources;
  const all = decided.flatMap((source) => source.all);
  const silencesUnused = ({ rule = "" }: Suppression) => byName.get(rule)?.id === UNUSED_IGNORE;
  made.forEach(settle);
  unused(all.filter((suppression) => !silencesUnused(suppression))).forEach(settle);
  // A suppression of unused-ignore that is unused itself is always reported: if it could be suppressed, this would have no end.
  findings.push(...unused(all.filter(silencesUnused)));
  const dated = sources.flatMap((source) => source.all.flatMap((one) => (one.until === undefined ? [] : one.files())));
  return { findings, suppressed, ignores: isShard ? configured.all.map(undecided) : [], dated };
}

function asSuppressed(finding: Finding, { by, reason, until }: Suppression): Suppressed {
  return { ...finding, by, reason, ...(until === undefined ? {} : { until }) };
}
