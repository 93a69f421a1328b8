// The verdicts of a run: one on each file that stands alone, and one on all others together.

import type { CheckInput } from "../../../check.ts";
import { partsOf, type ReportPart } from "../../../findings/merge/parts.ts";
import { type FileResult, inlineVerdictsIn } from "../../../findings/results.ts";
import { declaredIn } from "../../../readers/declared.ts";
import { hiddenIn } from "../../../readers/hidden.ts";
import type { Format } from "../../../readers/reader.ts";
import { isOfModule } from "../../../readers/terraform/model/workspace.ts";
import type { Document } from "../../../text/document.ts";
import { grouped } from "../../../text/grouped.ts";
import type { HiddenLine, Verdict } from "./record.ts";
import type { WatchedRun } from "./watched.ts";

export interface Judged {
  readonly verdict: Verdict;
  /** False for a file of which nothing may be kept, or whose error must be reported again. */
  readonly mayKeep: boolean;
}

export interface Verdicts {
  /** By path. */
  readonly alone: ReadonlyMap<string, Judged>;
  readonly together?: Judged;
}

/** Formats in which a file is judged by its own text, and by the files that it refers to. */
const ALONE: ReadonlySet<Format> = new Set<Format>(["cloudformation", "iam"]);
/** Formats with secrets in clear text, of which nothing is kept. */
const CONFIDENTIAL: ReadonlySet<Format> = new Set<Format>(["terraform-plan", "terraform-state"]);
const TOGETHER = "";

export function verdictsOf(run: WatchedRun, { files, config, today }: CheckInput): Verdicts {
  const { report, results } = run.checked;
  // Unused entries of the configuration are found from the verdicts on all files.
  const isOne = (config?.ignore ?? []).length > 0;
  const alone = isOne ? new Set<string>() : standingAlone(run, new Set(files.map(({ path }) => path)));
  const keyOf = (path: string) => (alone.has(path) ? path : TOGETHER);
  const groups = new Map<string, FileResult[]>();
  for (const file of results) {
    const group = groups.get(keyOf(file.path)) ?? [];
    groups.set(keyOf(file.path), group);
    group.push(file);
  }
  const spent = run.spentBy(keyOf);
  const judged = new Map<string, Judged>();
  for (const [key, part] of partsOf(report, results, keyOf)) {
    judged.set(key, judgedOf(run, part, groups.get(key) ?? [], spent.get(key), today));
  }
  const together = judged.get(TOGETHER);
  judged.delete(TOGETHER);
  return { alone: judged, ...(together && { together }) };
}

/** Paths. */
function standingAlone({ checked, asked, asking }: WatchedRun, wanted: ReadonlySet<string>): ReadonlySet<string> {
  const { results } = checked;
  const bringing = new Set(results.flatMap(({ path, turn }) => (turn.by === path ? [] : [turn.by])));
  const isAlone = ({ path, turn, inputs }: FileResult) =>
    wanted.has(path) &&
    turn.round === 0 &&
    turn.by === path &&
    !(asking.has(path) || bringing.has(path) || asked.files.has(path) || isOfModule(path)) &&
    inputs.every(isWhole);
  return new Set(results.filter(isAlone).map(({ path }) => path));
}

function isWhole({ document, format, parts = [], inner = [], resources }: FileResult["inputs"][number]): boolean {
  const own = document.source.path;
  return (
    ALONE.has(format) &&
    parts.length + inner.length === 0 &&
    resources.every(({ origin, planned = [] }) => origin.document.source.path === own && planned.length === 0)
  );
}

function judgedOf(
  run: WatchedRun,
  part: ReportPart,
  results: readonly FileResult[],
  spent: Verdict["spent"] = { reading: 0, judging: 0, deciding: 0 },
  today: string | undefined,
): Judged {
  const { identities, dated } = run.checked;
  const { findings, suppressed, errors } = part.report;
  const inputs = results.flatMap((file) => file.inputs);
  const isConfidential = inputs.some(({ format }) => CONFIDENTIAL.has(format));
  const mayKeep = errors.length === 0 && !isConfidential && run.isSufficient;
  return {
    mayKeep,
    verdict: {
      ...(today !== undefined && results.some(({ path }) => dated.has(path)) && { day: today }),
      spent,
      part,
      identities: [...findings, ...suppressed].flatMap(({ fingerprint }) => {
        const identity = identities.get(fingerprint);
        return identity === undefined ? [] : [[fingerprint, identity] as const];
      }),
      inlineVerdicts: inlineVerdictsIn(results),
      declared: results.map((file) => [file.path, file.inputs.flatMap(({ document }) => declaredIn(document))]),
      hidden: mayKeep ? hiddenLines(inputs.map(({ document }) => document)) : [],
    },
  };
}

function hiddenLines(documents: readonly Document[]): Verdict["hidden"] {
  const byPath = grouped(documents, ({ source: { path } }) => path);
  return Array.from(byPath, ([path, own]) => [path, linesOf(own)] as const).filter(([, lines]) => lines.length > 0);
}

function linesOf(documents: readonly Document[]): readonly HiddenLine[] {
  return [...hiddenIn(documents)].flatMap(([line, all]) =>
    all.map(({ start, end, declared }): HiddenLine => [line, start, Number.isFinite(end) ? end : null, declared]),
  );
}
