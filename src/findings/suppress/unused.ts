// Why a suppression counts for nothing, and the finding that says so.

import { isDay } from "../../config/day.ts";
import type { FileSettings } from "../../config/scopes.ts";
import { namesOf, type Rule, UNUSED_IGNORE } from "../../rules/rule.ts";
import { isAsked, isIgnorable, severityOf } from "../../rules/setting.ts";
import { nearest } from "../../text/nearest.ts";
import type { Fingerprints } from "../fingerprint.ts";
import type { Place } from "../report.ts";
import type { FoundIn, Suppression } from "./suppression.ts";

/** Rules by their ids, and by the names that they had before. */
export type RulesByName = ReadonlyMap<string, Rule>;

export function rulesByName(rules: readonly Rule[]): RulesByName {
  return new Map(rules.flatMap((rule) => namesOf(rule).map((name) => [name, rule])));
}

/** Undefined: it counts in a file of these settings. Without `today` no date has passed. */
export function whyUnused(
  { rule: name, reason, until, invalid }: Suppression,
  settings: FileSettings,
  rules: RulesByName,
  today: string | undefined,
): string | undefined {
  if (invalid !== undefined) return invalid;
  if (name === undefined) return "it names no rule";
  const rule = rules.get(name);
  if (rule === undefined) return noRule(name, rules);
  if (!isIgnorable(settings, rule)) return `the configuration lets nothing suppress ${rule.id}`;
  if (reason.trim() === "") return `it gives no reason to suppress ${rule.id}`;
  if (until !== undefined && !isDay(until)) return `"${until}" is no date such as 2027-03-31`;
  if (until !== undefined && today !== undefined && until < today) return `${until} was its last day`;
  return undefined;
}

function noRule(name: string, rules: RulesByName): string {
  const meant = nearest(name, rules.keys());
  return `no rule is called "${name}"${meant === undefined ? "" : `; did you mean ${meant}?`}`;
}

const SUBJECTS: Readonly<Record<Suppression["by"], string>> = {
  comment: "the comment",
  metadata: "the entry in the metadata",
  config: "the entry in the configuration",
  acknowledge: "the acknowledgement in the app",
};

/** What `unused-ignore` says of a suppression that suppresses nothing; undefined where it, or the rule that is named, is not asked. */
export function unusedFinding(
  suppression: Suppression,
  rules: RulesByName,
  today: string | undefined,
  fingerprint: Fingerprints["of"],
  standing: readonly FoundIn[] = [],
): FoundIn | undefined {
  const { by, rule: name = "" } = suppression;
  const speaker = rules.get(UNUSED_IGNORE);
  const asked = [speaker, rules.get(name)].filter((rule) => rule !== undefined);
  const file = suppression
    .files()
    .find(({ settings, isContext }) => !isContext && asked.every((rule) => isAsked(settings, rule)));
  const subject = suppression.subject();
  if (speaker === undefined || file === undefined || subject === undefined) return undefined;
  const { place, resource, owner } = subject;
  const why = whyUnused(suppression, file.settings, rules, today) ?? nothingFor(name, by, place, standing);
  const finding = {
    rule: speaker.id,
    severity: severityOf(file.settings, speaker),
    message: `${SUBJECTS[by]} suppresses nothing: ${why}`,
    ...place,
    resource,
    callers: [],
    related: [],
    fingerprint: fingerprint(speaker.id, place.file, resource.path ?? resource.id, name),
  };
  return { finding, file, ...(owner === undefined ? {} : { owner }) };
}

/** Whoever wrote it into the input meant one that stands elsewhere there, more often than none. */
function nothingFor(name: string, by: Suppression["by"], { file, line }: Place, standing: readonly FoundIn[]): string {
  const beside = by === "config" ? [] : standing.filter(({ finding }) => finding.file === file);
  const lines = beside.map(({ finding }) => finding.line);
  const nearest = lines.reduce<number | undefined>(
    (best, each) => (best === undefined || Math.abs(each - line) < Math.abs(best - line) ? each : best),
    undefined,
  );
  const elsewhere = nearest === undefined ? "" : `; one stands in line ${nearest}`;
  return `there is no finding of ${name} for it${elsewhere}`;
}
