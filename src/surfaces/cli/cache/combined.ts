// Kept and new verdicts put together into the result of one run.

import { type CheckAround, type Checked, type CheckInput, checked } from "../../../check.ts";
import { inTurn, joinedReport } from "../../../findings/merge/parts.ts";
import type { Hidden } from "../../../readers/hidden.ts";
import { grouped } from "../../../text/grouped.ts";
import type { Verdict } from "./record.ts";
import type { WatchedRun } from "./watched.ts";

/** `held`: verdicts of an earlier run; `fresh`: those of `run`. There is at least one. */
export function combined(
  held: readonly Verdict[],
  fresh: readonly Verdict[],
  run: WatchedRun | undefined,
  input: CheckInput,
  around: CheckAround,
): Checked {
  const all = [...held, ...fresh];
  const parts = all.map(({ part }) => part);
  const order = inTurn(
    parts,
    input.files.map(({ path }) => path),
  );
  const declared = new Map(all.flatMap((verdict) => verdict.declared));
  const hidden = new Map(held.flatMap((verdict) => verdict.hidden).map(([path, lines]) => [path, asHidden(lines)]));
  const { progress: _, ...silently } = around;
  /** What the report does not have is found by judging everything again; few runs need it. */
  const again = (files: CheckInput["files"]) =>
    held.length === 0 && run !== undefined ? run.checked : checked({ ...input, files }, silently);
  let mended: Checked | undefined;
  const toMend = () => {
    mended ??= again(filesWithFindings(all, input));
    return mended;
  };
  return {
    report: joinedReport(parts, order),
    identities: new Map(all.flatMap((verdict) => verdict.identities)),
    dated: new Set(all.flatMap(({ day, part }) => (day === undefined ? [] : part.files.map(({ path }) => path)))),
    inlineVerdicts: all.reduce((sum, verdict) => sum + verdict.inlineVerdicts, 0),
    declared: () => order.flatMap((path) => declared.get(path) ?? []),
    passes: () => again(input.files).passes(),
    hidden: (file, line) => hidden.get(file)?.get(line) ?? run?.checked.hidden(file, line) ?? [],
    get results() {
      return toMend().results;
    },
    get known() {
      return toMend().known;
    },
  };
}

/** With the files that they refer to. */
function filesWithFindings(verdicts: readonly Verdict[], { files }: CheckInput): CheckInput["files"] {
  const some = verdicts.filter(({ part: { report } }) => report.findings.length > 0);
  const paths = new Set(some.flatMap(({ part }) => part.files.flatMap(({ path, by }) => [path, by])));
  return files.filter(({ path }) => paths.has(path));
}

function asHidden(lines: Verdict["hidden"][number][1]): ReadonlyMap<number, readonly Hidden[]> {
  const byLine = grouped(lines, ([line]) => line);
  return new Map(
    Array.from(byLine, ([line, all]) => [
      line,
      all.map(([, start, end, declared]): Hidden => ({ start, end: end ?? Number.POSITIVE_INFINITY, declared })),
    ]),
  );
}
