// Judges files, and records everything besides their text that the verdicts depend on.

import { type CheckAround, type Checked, type CheckInput, checked } from "../../../check.ts";
import { isAmple, POOL } from "../../../iam/patterns/budget.ts";
import { ampleFor, limitFor } from "../../../readers/allowance.ts";
import type { Verdict } from "./record.ts";

export interface WatchedRun {
  /** With the place in the run at which each entry of the report was made. */
  readonly checked: Checked;
  /** The paths that were referred to, whether they exist or not. */
  readonly asked: { readonly files: ReadonlySet<string>; readonly folders: ReadonlySet<string> };
  /** The files of the run that refer to others. */
  readonly asking: ReadonlySet<string>;
  /** The steps that files spent, added up by key. */
  spentBy(keyOf: (path: string) => string): ReadonlyMap<string, Verdict["spent"]>;
  /** No file ran out of steps, so that each verdict is the same whatever else is in the run. */
  readonly isSufficient: boolean;
}

const ALL = { index: 1, count: 1, run: "", failOn: "medium" } as const;

export function watchedRun(input: CheckInput, around: CheckAround): WatchedRun {
  const files = new Set<string>();
  const folders = new Set<string>();
  const asking = new Set<string>();
  const spent = {
    reading: new Map<string, number>(),
    judging: new Map<string, number>(),
    deciding: new Map<string, number>(),
  };
  let isSufficient = true;
  const run = checked(input, {
    ...around,
    shard: ALL,
    watch: {
      asked(what, path, by) {
        (what === "file" ? files : folders).add(path);
        if (by !== undefined) asking.add(by);
      },
      spent: (stage, steps, file) => void spent[stage].set(file, (spent[stage].get(file) ?? 0) + steps),
      beyond() {
        isSufficient = false;
      },
    },
  });
  const spentBy = (keyOf: (path: string) => string) => {
    const sums = new Map<string, { reading: number; judging: number; deciding: number }>();
    for (const stage of ["reading", "judging", "deciding"] as const) {
      for (const [path, steps] of spent[stage]) {
        const sum = sums.get(keyOf(path)) ?? { reading: 0, judging: 0, deciding: 0 };
        sums.set(keyOf(path), sum);
        sum[stage] += steps;
      }
    }
    return sums;
  };
  return {
    checked: run,
    asked: { files, folders },
    asking,
    spentBy,
    isSufficient: isSufficient && isAffordable([...spentBy((path) => path).values()], input.files),
  };
}

/** Whether these steps fit into what all files of a run may spend together. */
export function isAffordable(spent: readonly Verdict["spent"][], files: CheckInput["files"]): boolean {
  const characters = files.reduce((sum, { content }) => sum + content.length, 0);
  const sum = (stage: keyof Verdict["spent"]) => spent.reduce((total, one) => total + one[stage], 0);
  const isRead = sum("reading") <= limitFor(characters);
  return isRead && sum("judging") <= ampleFor(characters) && isAmple(sum("deciding"), POOL);
}
