// Judges what has no kept verdict that holds: those files or, where they and the others affect each other, all files.

import type { CheckAround, CheckInput } from "../../../check.ts";
import { type Holding, NOTHING } from "./holding.ts";
import type { Verdict } from "./record.ts";
import { type Judged, type Verdicts, verdictsOf } from "./verdicts.ts";
import { isAffordable, type WatchedRun, watchedRun } from "./watched.ts";

export interface Completed {
  /** The kept verdicts that still hold. */
  readonly holding: Holding;
  /** The verdicts on all other files; left out where there are none. */
  readonly fresh?: Fresh;
}

interface Fresh {
  readonly run: WatchedRun;
  readonly verdicts: Verdicts;
}

export function completed(holding: Holding, input: CheckInput, around: CheckAround): Completed {
  const held = pathsOf(holding);
  const files = input.files.filter(({ path }) => !held.has(path));
  if (files.length === 0) return { holding };
  const fresh = judgedAnew({ ...input, files }, around);
  if (held.size === 0) return { holding, fresh };
  return isApart(fresh, holding, held, input)
    ? { holding, fresh }
    : { holding: NOTHING, fresh: judgedAnew(input, around) };
}

export function pathsOf({ alone, together }: Holding): ReadonlySet<string> {
  return new Set([...alone.keys(), ...(together?.files ?? []).map(([path]) => path)]);
}

export function heldIn({ alone, together }: Holding): readonly Verdict[] {
  return [...alone.values(), ...(together ? [together] : [])];
}

export function judgedIn({ alone, together }: Verdicts): readonly Judged[] {
  return [...alone.values(), ...(together ? [together] : [])];
}

function judgedAnew(input: CheckInput, around: CheckAround): Fresh {
  const run = watchedRun(input, around);
  return { run, verdicts: verdictsOf(run, input) };
}

/** Whether a run of all files would have come to the same verdicts, on those that were judged and on those that were not. */
function isApart({ run, verdicts }: Fresh, holding: Holding, held: ReadonlySet<string>, input: CheckInput): boolean {
  const spent = [...heldIn(holding), ...judgedIn(verdicts).map(({ verdict }) => verdict)].map((one) => one.spent);
  return (
    run.isSufficient &&
    isAffordable(spent, input.files) &&
    ![...run.asked.files].some((path) => held.has(path)) &&
    (holding.together === undefined || verdicts.together === undefined)
  );
}
