// A report taken apart by files that nothing else of the run bears on, and the report of a run made of such parts.

import type { Turn } from "../../readers/belonging/wholes.ts";
import { extentOf } from "../assemble.ts";
import type { Report, Shard, ShardList } from "../report.ts";
import type { FileResult } from "../results.ts";
import { summaryOf } from "../summary.ts";
import { mergedReport } from "./reports.ts";

interface PartFile extends Turn {
  readonly path: string;
}

export interface ReportPart {
  /** In the order in which the run came to them. */
  readonly files: readonly PartFile[];
  /** Of these files alone, as of a shard: where something was made is told by their places in that order. */
  readonly report: Report & { readonly shard: Shard };
}

const LISTS = [
  "findings",
  "unknowns",
  "grants",
  "suppressed",
  "errors",
  "notes",
] as const satisfies readonly ShardList[];

type Lists = { [Name in ShardList]: Report[Name][number][] };
type Orders = Record<ShardList, number[]>;

/**
 * `report`: of a run of which one shard is all. `keyOf`: the same for the paths of files that are to be in one part; what
 * is said of the configuration's entries under `ignore` is said of a whole run, so where there are any it must be one.
 */
export function partsOf(
  { version, tool, shard, ...all }: Report,
  results: readonly FileResult[],
  keyOf: (path: string) => string,
): ReadonlyMap<string, ReportPart> {
  if (shard === undefined) throw new Error("a report that does not tell where its entries were made");
  const groups = new Map<string, { files: FileResult[]; lists: Lists; orders: Orders }>();
  const places = results.map((file) => {
    const key = keyOf(file.path);
    const group = groups.get(key) ?? { files: [], lists: emptyLists(), orders: emptyLists() };
    groups.set(key, group);
    return { group, index: group.files.push(file) - 1 };
  });
  if (shard.ignores.length > 0 && groups.size > 1) throw new Error("entries under ignore are of the whole run");
  const put = <Name extends ShardList>(name: Name, value: Report[Name][number], order: number) => {
    const { group, index } = places[order % results.length] ?? {};
    if (group === undefined || index === undefined) throw new Error("an entry that is of no file");
    const list: Report[Name][number][] = group.lists[name];
    list.push(value);
    group.orders[name].push(Math.floor(order / results.length) * group.files.length + index);
  };
  for (const name of LISTS) {
    for (const [at, value] of all[name].entries()) put(name, value, shard.order[name][at] ?? -1);
  }
  return new Map(
    Array.from(groups, ([key, { files, lists, orders }]) => {
      const extent = extentOf(files, () => true);
      const part: ReportPart["report"] = {
        ...{ version, tool, summary: summaryOf(lists, extent), ...lists },
        shard: { ...shard, files: extent.files, order: orders },
      };
      return [key, { files: files.map(({ path, turn }) => ({ path, ...turn })), report: part }];
    }),
  );
}

function emptyLists(): { [Name in ShardList]: never[] } {
  return { findings: [], unknowns: [], grants: [], suppressed: [], errors: [], notes: [] };
}

/** The files of all parts as a run comes to them that was asked for `paths`, in this order. */
export function inTurn(parts: readonly Pick<ReportPart, "files">[], paths: readonly string[]): readonly string[] {
  const ranks = new Map(paths.map((path, rank) => [path, rank]));
  const rankOf = ({ by }: Turn) => ranks.get(by) ?? paths.length;
  return parts
    .flatMap(({ files }) => files)
    .sort((one, other) => one.round - other.round || rankOf(one) - rankOf(other))
    .map(({ path }) => path);
}

/** `order`: of the files of all parts. There is at least one part. */
export function joinedReport(parts: readonly ReportPart[], order: readonly string[]): Report {
  const indexes = new Map(order.map((path, index) => [path, index]));
  const shards = parts.map(({ files, report }, index) => {
    const inRun = files.map(({ path }) => indexes.get(path) ?? 0);
    const orders: Orders = emptyLists();
    for (const name of LISTS) {
      const own = report.shard.order[name];
      orders[name] = own.map((at) => Math.floor(at / files.length) * order.length + (inRun[at % files.length] ?? 0));
    }
    const shard = { ...report.shard, index: index + 1, count: parts.length, order: orders };
    return { name: "a part", report: { ...report, shard }, shard };
  });
  return mergedReport(shards);
}
