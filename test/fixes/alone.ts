// What mends the findings of files, found with what equal policies share and without it.

import { type CheckInput, check, checked, mendable } from "../../src/check.ts";
import type { Fix, Report } from "../../src/findings/report.ts";
import { mendings, withFixes } from "../../src/fixes/fixes.ts";
import { provenOnce } from "../../src/fixes/shared-proof.ts";
import { UNUSED_IGNORE } from "../../src/rules/rule.ts";

type Fixes = readonly (readonly Fix[])[];

export interface Mended {
  /** Of each finding, in the order of the report. */
  readonly together: Fixes;
  readonly alone: Fixes;
  /** How many of the edits that mend something are tried, of all of them. */
  readonly tried: readonly [some: number, all: number];
}

/** `reported`: of what is found, what is to be mended. */
export function mended(input: CheckInput, reported: (report: Report) => Report = (report) => report): Mended {
  const judged = checked(input);
  const run = { ...mendable(judged, input), report: reported(judged.report) };
  const results = run.results.map((file) => ({
    ...file,
    policies: file.policies.map((policy) => ({ ...policy, alike: undefined })),
  }));
  // As if every edit were felt in one more file.
  const concerned = (path: string) => new Set([...run.concerned(path), "everywhere"]);
  const { proposals } = mendings({ ...run, concerned });
  let tried = 0;
  const isAlone = (path: string) => run.concerned(path).size === 1;
  provenOnce(proposals, isAlone, (those) => {
    tried += those.length;
    return those;
  });
  return {
    together: fixesIn(withFixes(run.report, mendings(run))),
    alone: fixesIn(withFixes(run.report, mendings({ ...run, results, concerned }))),
    tried: [tried, proposals.length],
  };
}

/** Of each file by itself. */
export function ofEach(input: CheckInput): Fixes {
  return input.files.flatMap((file) => fixesIn(check({ ...input, files: [file], fixes: true })));
}

/** What an entry under `ignore` is of no use for depends on all files. */
function fixesIn({ findings }: Report): Fixes {
  return findings.filter(({ rule }) => rule !== UNUSED_IGNORE).map(({ fixes = [] }) => fixes);
}
