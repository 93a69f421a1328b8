// Files judged, and all that their verdicts came from beside what stands in them.

import { type CheckAround, type Checked, type CheckInput, checked } from "../../../check.ts";
import { isAmple, POOL } from "../../../iam/patterns/budget.ts";
import { ampleFor, limitFor } from "../../../readers/allowance.ts";
import type { Verdict } from "./record.ts";

export interface WatchedRun {
  /** Its report tells where in the run each entry was made. */
  readonly checked: Checked;
  /** What was referred to, there or not. */
  readonly asked: { readonly files: ReadonlySet<string>; readonly folders: ReadonlySet<string> };
  /** Those of the run's files that referred to something. */
  readonly asking: ReadonlySet<string>;
  /** The steps that files spent, by what stands for their paths. */
  spentBy(keyOf: (path: string) => string): ReadonlyMap<string, Verdict["spent"]>;
  /** Every file had as many steps as it needed: with others or without them, its verdict is the same. */
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

/** Whether a run of these files has so many steps that all may spend together. */
export function isAffordable(spent: readonly Verdict["spent"][], files: CheckInput["files"]): boolean {
  const characters = files.reduce((sum, { content }) => sum + content.length, 0);
  const sum = (stage: keyof Verdict["spent"]) => spent.reduce((total, one) => total + one[stage], 0);
  const isRead = sum("reading") <= limitFor(characters);
  return isRead && sum("judging") <= ampleFor(characters) && isAmple(sum("deciding"), POOL);
}
