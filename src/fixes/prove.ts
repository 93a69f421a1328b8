// Edits tried: what each makes of the policy is judged, and only those that mend and break nothing are left.

import type { Finding, Report } from "../findings/report.ts";
import type { PolicyResult } from "../findings/results.ts";
import { grouped } from "../text/grouped.ts";
import type { Candidate } from "./candidates.ts";
import { type Edit, edited, together, unique } from "./edit.ts";

/** What is said of the files as they are, and with other texts in place of some of them. Told of files in `only` alone, and only of those that these texts concern. */
export type JudgeAgain = (
  texts: ReadonlyMap<string, string>,
  only: ReadonlySet<string>,
) => { readonly before: Report; readonly after: Report };

/** One candidate, and all findings that it may mend. */
export interface Proposal {
  readonly candidate: Candidate;
  readonly findings: readonly Finding[];
  /** The policies that these are of, each with what the resource is known by that carries it. */
  readonly policies: ReadonlyMap<PolicyResult, string>;
}

/** Judging costs what the run cost: what is not proved by then is not proposed. Of many policies there are fewer rounds. */
const MOST_ROUNDS = 12;
const MOST_POLICIES = 3000;

/** In the order of the proposals. Of each those findings are left that it mends. */
export function proven(
  proposals: readonly Proposal[],
  judge: JudgeAgain,
  only: ReadonlySet<string>,
): readonly Proposal[] {
  if (proposals.length === 0) return [];
  const good = new Map<Proposal, readonly Finding[]>();
  let waiting: readonly (readonly Proposal[])[] = [proposals];
  let policies = 0;
  for (let round = 0; round < MOST_ROUNDS && policies < MOST_POLICIES && waiting.length > 0; round += 1) {
    const [group = [], ...others] = waiting;
    const { atOnce, later } = apart(group);
    const { before, after } = judge(textsWith(editsOf(atOnce)), only);
    policies += after.summary.policies;
    const result = comparison(atOnce, tallies(before), tallies(after));
    const left = later.length > 0 && atOnce.length > 0 ? [later] : [];
    if (result !== undefined) for (const [proposal, mended] of result) good.set(proposal, mended);
    // One of them breaks what is not its own: which one, halves tell.
    const halves = atOnce.length > 1 ? [atOnce.slice(0, atOnce.length >> 1), atOnce.slice(atOnce.length >> 1)] : [];
    waiting = [...others, ...left, ...(result === undefined ? halves : [])];
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
function tallies({ findings, suppressed, unknowns, errors, notes }: Report): Tallies {
  const counts = new Map<string, number>();
  const count = (key: string) => counts.set(key, (counts.get(key) ?? 0) + 1);
  for (const finding of [...findings, ...suppressed]) count(findingKey(finding));
  for (const unknown of unknowns) count(`${subjectOf(unknown)} ${unknown.rule} ?`);
  for (const { file } of errors) count(`${file} error`);
  for (const { file, message } of notes) count(`${file} ${message}`);
  return counts;
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
