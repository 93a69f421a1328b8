// The options --baseline and --update-baseline: reads the baseline, takes its findings out of the report, and writes it again.

import type { Checked } from "../../../check.ts";
import { accepted } from "../../../findings/baseline/accept.ts";
import {
  type Baseline,
  type BaselineEntry,
  parseBaseline,
  writtenBaseline,
} from "../../../findings/baseline/baseline.ts";
import { entryOf, matchBaseline } from "../../../findings/baseline/match.ts";
import type { Report, ReportNote } from "../../../findings/report.ts";
import { namesOf, type Rule } from "../../../rules/rule.ts";
import { readNamed } from "../../contents.ts";
import type { Host } from "../../host.ts";
import { located, named, type Places } from "../../places.ts";
import type { Arguments } from "../options/arguments.ts";
import { Stop, stopOnProblem } from "../stop.ts";
import type { Looked } from "./looked.ts";

export interface BaselineFile {
  /** Its name in reports. */
  readonly name: string;
  readonly path: string;
  /** Undefined where the file does not exist yet. */
  readonly baseline: Baseline | undefined;
  readonly update: boolean;
}

/** Undefined without --baseline. Throws Stop on a file that is missing, or is not a baseline. */
export function baselineOf(given: Arguments, host: Host, here: Places): BaselineFile | undefined {
  const typed = given.value("baseline");
  const update = given.has("update-baseline");
  if (typed === undefined) {
    if (!update) return undefined;
    const help = "name the file: --baseline unconfused-baseline.json --update-baseline";
    throw new Stop({ message: "--update-baseline without --baseline", help });
  }
  const partly = (["since", "shard"] as const).find((option) => given.value(option) !== undefined);
  if (update && partly !== undefined) {
    const help = `leave --${partly} out: the baseline holds all that is found`;
    throw new Stop({ message: `--update-baseline and --${partly} contradict each other`, help });
  }
  const path = located(here, typed);
  const name = named(here, path);
  if (host.kindOf(path) === undefined) {
    if (update) return { name, path, baseline: undefined, update };
    throw new Stop({ message: "there is no such baseline", help: "write it with --update-baseline", file: name });
  }
  const text = stopOnProblem(name, () => new TextDecoder().decode(readNamed(path, host)));
  if (update && text.trim() === "") return { name, path, baseline: undefined, update };
  return { name, path, baseline: stopOnProblem(name, () => parseBaseline(text, name)), update };
}

export interface Held {
  readonly report: Report;
  /** Notes for people. */
  readonly notes: readonly string[];
  /** How many entries have no finding any more. */
  readonly stale: number;
}

/** The report without the findings of the baseline. Throws Stop where the baseline cannot be written. */
export function heldAgainst(file: BaselineFile, judged: Checked, report: Report, looked: Looked, host: Host): Held {
  const { name, path, baseline, update } = file;
  const entries = baseline?.entries ?? [];
  const current = new Map(entries.map((entry) => [withTodaysRule(entry, looked.rules), entry]));
  const ignorable = report.findings.filter((finding) => looked.isIgnorable(finding));
  const { findings, left } = matchBaseline(ignorable, judged.identities, [...current.keys()], looked.isGone);
  const undecided = undecidedIn(report);
  const isLooked = (entry: BaselineEntry) =>
    undecided(entry) || !looked.isAsked(entry) ? false : looked.at(entry.file);
  const stale = left.filter((entry) => isLooked(entry) === true);
  if (!update) {
    const noteOn = (entry: BaselineEntry): ReportNote => {
      const where = baseline?.placeOf(current.get(entry) ?? entry) ?? { line: 1, column: 1 };
      const message = `the baseline has a finding of ${entry.rule} that is no more; --update-baseline takes it out`;
      return { message, file: name, ...where };
    };
    const held = accepted(report, findings, `it is in the baseline ${name}`);
    if (held.shard === undefined) {
      return { report: { ...held, notes: [...held.notes, ...stale.map(noteOn)] }, notes: [], stale: stale.length };
    }
    // Its finding may be in another shard.
    const indexes = new Map([...current.keys()].map((entry, index) => [entry, index]));
    const unknown = left.map((entry) => ({
      entry: indexes.get(entry) ?? -1,
      looked: isLooked(entry) ?? null,
      note: noteOn(entry),
    }));
    return { report: { ...held, shard: { ...held.shard, stale: unknown } }, notes: [], stale: 0 };
  }
  const gone = new Set(stale);
  const kept = left.filter((entry) => !gone.has(entry));
  const written = [...ignorable.flatMap((finding) => entryOf(finding, judged.identities) ?? []), ...kept];
  stopOnProblem(name, () => host.save(path, writtenBaseline(written)));
  const rest = report.findings.length - ignorable.length;
  return {
    report: accepted(report, ignorable, `it is in the baseline ${name}`),
    notes: [
      `${name} has ${written.length} findings now: ${ignorable.length - findings.length} new, ${stale.length} taken out`,
      ...(rest > 0 ? [`${rest} findings are not in it: the configuration lets nothing suppress their rules`] : []),
    ],
    stale: 0,
  };
}

/** A finding of --strict is an unknown in a run without it. */
function undecidedIn({ unknowns }: Report): (entry: BaselineEntry) => boolean {
  const keyOf = (rule: string, resource: string) => JSON.stringify([rule, resource]);
  const all = new Set(unknowns.map(({ rule, resource: { path, id } }) => keyOf(rule, path ?? id)));
  return ({ rule, resource }) => all.has(keyOf(rule, resource));
}

/** The rule may have been renamed since the baseline was written. */
function withTodaysRule(entry: BaselineEntry, rules: readonly Rule[]): BaselineEntry {
  const rule = rules.find((each) => namesOf(each).includes(entry.rule));
  return rule === undefined || rule.id === entry.rule ? entry : { ...entry, rule: rule.id };
}
