// What mends the findings of a report, found among the rulings that they were made of, and proved by judging again.

import { placeIn, placeOfAuthor } from "../findings/place.ts";
import type { Finding, Fix, Report } from "../findings/report.ts";
import type { FileResult, PolicyResult } from "../findings/results.ts";
import type { InputFile } from "../readers/inputs.ts";
import type { Resource } from "../readers/reader.ts";
import { grouped } from "../text/grouped.ts";
import { type Candidate, candidatesFor, isWritten, type Proposal, type Ruled } from "./candidates.ts";
import { editKey, inOrder, together } from "./edit.ts";
import { editsOf, holdTogether, type JudgeAgain, proven, textsWith } from "./prove.ts";
import { provenOnce } from "./shared-proof.ts";
import { ruledOnce } from "./subjects.ts";
import type { Concerned } from "./units.ts";

/** A run that was judged. */
export interface JudgedRun {
  readonly report: Report;
  readonly results: readonly FileResult[];
  /** Those that were asked for: no others are changed. */
  readonly files: readonly InputFile[];
  /** All that were read, for what is declared in them. */
  readonly around?: readonly InputFile[];
  readonly concerned: Concerned;
  readonly judge: JudgeAgain;
}

interface Found {
  readonly candidate: Candidate;
  readonly findings: Finding[];
  readonly policies: Map<PolicyResult, string>;
}

export interface Mending {
  readonly proposals: readonly Proposal[];
  /** The files whose judgement they bear on. */
  readonly only: ReadonlySet<string>;
}

/** Of the findings in the report, each with what mends it; the likeliest first. */
export function mendings({ report, results, files, around = files, concerned, judge }: JudgedRun): Mending {
  const asked = new Set(files.map(({ path }) => path));
  const found = new Map<string, Found>();
  const only = new Set<string>();
  const run = { files: around, asked };
  const findingsOf = byResource(report);
  const ruledIn = ruledOnce();
  for (const { path, settings, policies } of results) {
    for (const policy of policies) {
      const { resource, secret, findings: told } = policy;
      const own = told.length === 0 ? [] : findingsOf(resource);
      if (own.length === 0 || secret || !isWritten(resource)) continue;
      for (const [finding, ruled] of ruledFor(own, ruledIn(policy), resource)) {
        const all = candidatesFor({ ...ruled, resource, settings, run });
        for (const candidate of all.filter(({ edits }) => edits.every(({ source }) => asked.has(source.path)))) {
          const key = JSON.stringify(inOrder(candidate.edits).map(editKey));
          const known: Found = found.get(key) ?? { candidate, findings: [], policies: new Map() };
          found.set(key, known);
          known.findings.push(finding);
          known.policies.set(policy, carrierKey(path, resource));
          only.add(path);
          for (const { source } of candidate.edits) only.add(source.path);
        }
      }
    }
  }
  const proposals = [...found.values()].map((one) => ({ ...one, findings: [...new Set(one.findings)] }));
  const prove = (those: readonly Proposal[]) => proven(those, judge, only, concerned);
  return { proposals: provenOnce(proposals, (path) => concerned(path).size === 1, prove), only };
}

/** The findings of a resource, each with what it was made of. */
function ruledFor(
  own: readonly Finding[],
  all: readonly Ruled[],
  resource: Resource,
): readonly (readonly [Finding, Ruled])[] {
  return all.flatMap((ruled) => {
    const { origin, rule } = ruled.ruling;
    const { file, line, column } = placeOfAuthor(origin, resource);
    return own
      .filter((one) => one.rule === rule.id && one.file === file && one.line === line && one.column === column)
      .map((finding) => [finding, ruled] as const);
  });
}

type Named = Pick<Finding["resource"], "id" | "type" | "format">;

/** `path`: of the file that the policy is judged in. */
function carrierKey(path: string, { id, type, format }: Named): string {
  return JSON.stringify([path, id, type, format]);
}

/** Findings by what they are about. */
function byResource({ findings }: Report): (resource: Named) => Finding[] {
  const keyOf = ({ id, type, format }: Named) => JSON.stringify([id, type, format]);
  const groups = grouped(findings, ({ resource }) => keyOf(resource));
  return (resource) => groups.get(keyOf(resource)) ?? [];
}

/** The report with what mends its findings. */
export function withFixes(report: Report, { proposals }: Mending): Report {
  const fixes = new Map<Finding, Fix[]>();
  for (const { candidate, findings } of proposals) {
    for (const finding of findings) fixes.set(finding, [...(fixes.get(finding) ?? []), fixOf(candidate)]);
  }
  const mended = report.findings.map((finding) => {
    const own = fixes.get(finding);
    return own === undefined ? finding : { ...finding, fixes: own };
  });
  return { ...report, findings: mended };
}

function fixOf({ description, safe, edits }: Candidate): Fix {
  return {
    description,
    safe,
    edits: inOrder(edits).map(({ source, text, ...range }) => ({ ...placeIn(source, range), text })),
  };
}

/** What is applied at once: of each finding the first that mends it, as long as they go together. */
export function chosen({ proposals, only }: Mending, unsafe: boolean, judge: JudgeAgain): readonly Proposal[] {
  const mended = new Set<Finding>();
  const kept: Proposal[] = [];
  const edits = together();
  for (const proposal of proposals.filter(({ candidate }) => unsafe || candidate.safe)) {
    const findings = proposal.findings.filter((finding) => !mended.has(finding));
    if (findings.length === 0 || !edits.add(proposal.candidate.edits)) continue;
    kept.push({ ...proposal, findings });
    for (const finding of findings) mended.add(finding);
  }
  return greatest(kept, [], judge, only);
}

/** As many of them as can be added to others so that all hold. */
function greatest(
  more: readonly Proposal[],
  others: readonly Proposal[],
  judge: JudgeAgain,
  only: ReadonlySet<string>,
): readonly Proposal[] {
  if (more.length === 0 || holdTogether([...others, ...more], judge, only)) return [...others, ...more];
  if (more.length === 1) return others;
  const half = more.length >> 1;
  return greatest(more.slice(half), greatest(more.slice(0, half), others, judge, only), judge, only);
}

/** By their names, the files that change. */
export function textsOf(proposals: readonly Proposal[]): ReadonlyMap<string, string> {
  return textsWith(editsOf(proposals));
}
