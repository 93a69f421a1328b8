// Edits tried: what each makes of the policy is judged, and only those that mend and break nothing are left.

import type { Finding, Report } from "../findings/report.ts";
import { grouped } from "../text/grouped.ts";
import type { Proposal } from "./candidates.ts";
import { type Edit, edited, together, unique } from "./edit.ts";
import { type Concerned, feltIn, type Unit, unitsOf } from "./units.ts";

/** What is said of the files as they are, and with other texts in place of some of them. Told of files in `only` alone, and only of those that these texts concern. */
export type JudgeAgain = (
  texts: ReadonlyMap<string, string>,
  only: ReadonlySet<string>,
) => { readonly before: Report; readonly after: Report };

/** Judging costs what the run cost: what is not proved by then is not proposed. Of many policies there are fewer rounds. */
const MOST_ROUNDS = 12;
const MOST_POLICIES = 3000;

/** Of one unit: groups that are tried one after the other. */
interface Queue {
  readonly unit: Unit;
  readonly waiting: readonly (readonly Proposal[])[];
}

/** In the order of the proposals. Of each those findings are left that it mends. */
export function proven(
  proposals: readonly Proposal[],
  judge: JudgeAgain,
  only: ReadonlySet<string>,
  concerned: Concerned,
): readonly Proposal[] {
  const good = new Map<Proposal, readonly Finding[]>();
  const units = unitsOf(proposals, concerned);
  const unitsAt = feltIn(units, concerned);
  let queues = units.map((unit): Queue => ({ unit, waiting: [unit.proposals] }));
  let policies = 0;
  for (let round = 0; round < MOST_ROUNDS && policies < MOST_POLICIES && queues.length > 0; round += 1) {
    const turns = queues.map(({ unit, waiting: [group = [], ...others] }) => ({ unit, others, ...apart(group) }));
    const { before, after } = judge(textsWith(editsOf(turns.flatMap(({ atOnce }) => atOnce))), only);
    policies += after.summary.policies;
    const [talliesBefore, talliesAfter] = [talliesIn(before, unitsAt), talliesIn(after, unitsAt)];
    queues = turns.flatMap(({ unit, others, atOnce, later }) => {
      const result = comparison(atOnce, talliesBefore(unit), talliesAfter(unit));
      for (const [proposal, mended] of result ?? []) good.set(proposal, mended);
      const left = later.length > 0 && atOnce.length > 0 ? [later] : [];
      // One of them breaks what is not its own: which one, halves tell.
      const halves = atOnce.length > 1 ? [atOnce.slice(0, atOnce.length >> 1), atOnce.slice(atOnce.length >> 1)] : [];
      const waiting = [...others, ...left, ...(result === undefined ? halves : [])];
      return waiting.length === 0 ? [] : [{ unit, waiting }];
    });
  }
  return proposals.flatMap((proposal) => {
    const findings = good.get(proposal) ?? [];
    return findings.length === 0 ? [] : [{ ...proposal, findings }];
  });
}

/** Do they all mend what they should, applied at once? */
export function holdTogether(proposals: readonly Proposal[], judge: JudgeAgain, only: ReadonlySet<string>): boolean {
  const judged = judge(textsWith(editsOf(proposals)), only);
  const [before, after] = [tallies(judged.before), tallies(judged.after)];
  const all = [...demands(proposals.flatMap(({ findings }) => findings))];
  return rises(before, after).length === 0 && all.every(([key, count]) => fell(before, after, key) >= count);
}

export function editsOf(proposals: readonly Proposal[]): readonly Edit[] {
  return unique(proposals.flatMap(({ candidate }) => candidate.edits));
}

/** The texts of the files that the edits are in, with them. */
export function textsWith(edits: readonly Edit[]): ReadonlyMap<string, string> {
  const byFile = grouped(edits, ({ source }) => source.path);
  return new Map(Array.from(byFile, ([path, own]) => [path, edited(own[0]?.source.text ?? "", own)]));
}

/** Those that can be tried at once, for they change policies of different resources, and the rest. */
function apart(proposals: readonly Proposal[]): { atOnce: readonly Proposal[]; later: readonly Proposal[] } {
  const atOnce: Proposal[] = [];
  const later: Proposal[] = [];
  const taken = new Set<string>();
  const edits = together();
  for (const proposal of proposals) {
    const carriers = [...proposal.policies.values()];
    if (carriers.some((carrier) => taken.has(carrier)) || !edits.add(proposal.candidate.edits)) later.push(proposal);
    else {
      atOnce.push(proposal);
      for (const carrier of carriers) taken.add(carrier);
    }
  }
  return { atOnce, later };
}

type Tallies = ReadonlyMap<string, number>;

/** How many findings, questions and errors there are, by what they are about: in each file a resource may have the same name. */
function tallies(report: Report): Tallies {
  const counts = new Map<string, number>();
  for (const { key } of talliedIn(report)) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

/** The same, of what the edits of a unit may have changed. */
function talliesIn(report: Report, unitsAt: ReturnType<typeof feltIn>): (unit: Unit) => Tallies {
  const byUnit = new Map<Unit, Map<string, number>>();
  for (const { key, file } of talliedIn(report)) {
    for (const unit of unitsAt(file)) {
      const counts = byUnit.get(unit) ?? new Map<string, number>();
      byUnit.set(unit, counts.set(key, (counts.get(key) ?? 0) + 1));
    }
  }
  return (unit) => byUnit.get(unit) ?? new Map();
}

function talliedIn({ findings, suppressed, unknowns, errors, notes }: Report): readonly {
  readonly key: string;
  readonly file: string | undefined;
}[] {
  return [
    ...[...findings, ...suppressed].map((finding) => ({ key: findingKey(finding), file: finding.file })),
    ...unknowns.map((unknown) => ({ key: `${subjectOf(unknown)} ${unknown.rule} ?`, file: unknown.file })),
    ...errors.map(({ file }) => ({ key: `${file} error`, file })),
    ...notes.map(({ file, message }) => ({ key: `${file} ${message}`, file })),
  ];
}

function subjectOf({ file, resource: { format, type, id, path } }: Pick<Finding, "file" | "resource">): string {
  return JSON.stringify([file, format, type, id, path]);
}

function findingKey(finding: Finding): string {
  return `${subjectOf(finding)} ${finding.rule}`;
}

function demands(findings: readonly Finding[]): ReadonlyMap<string, number> {
  return new Map(Array.from(grouped(findings, findingKey), ([key, { length }]) => [key, length]));
}

function rises(before: Tallies, after: Tallies): readonly string[] {
  return [...after].filter(([key, count]) => count > (before.get(key) ?? 0)).map(([key]) => key);
}

function fell(before: Tallies, after: Tallies, key: string): number {
  return (before.get(key) ?? 0) - (after.get(key) ?? 0);
}

/** Which findings each of them mends; undefined where something got worse that belongs to none of their policies. */
function comparison(
  proposals: readonly Proposal[],
  before: Tallies,
  after: Tallies,
): readonly (readonly [Proposal, readonly Finding[]])[] | undefined {
  const worse = rises(before, after);
  const isOf = ({ findings }: Proposal, key: string) =>
    findings.some((finding) => key.startsWith(`${subjectOf(finding)} `));
  if (proposals.length > 1 && worse.some((key) => !proposals.some((proposal) => isOf(proposal, key)))) return undefined;
  return proposals.map((proposal) => {
    const breaks = proposals.length === 1 ? worse.length > 0 : worse.some((key) => isOf(proposal, key));
    const needed = demands(proposal.findings);
    const mended = proposal.findings.filter(
      (finding) => fell(before, after, findingKey(finding)) >= (needed.get(findingKey(finding)) ?? 0),
    );
    return [proposal, breaks ? [] : mended] as const;
  });
}
