// The reports that are to be one: those of the shards of a run belong together, all of them and each once; any other is a run of its own.

import { Problem } from "../../text/problem.ts";
import type { Shard } from "../report.ts";

/** A report, or what else holds what one shard found. */
export interface Mergeable {
  /** The file that it was read from, for people. */
  readonly name: string;
  readonly shard?: Pick<Shard, "index" | "count" | "run" | "failOn"> | undefined;
}

/** The runs in the order in which they were given, the shards of each by their numbers. Throws Problem on a run that is not whole. */
export function runsOf<P extends Mergeable>(parts: readonly P[]): readonly (readonly P[])[] {
  const runs = new Map<unknown, P[]>();
  for (const part of parts) {
    const key = part.shard?.run ?? part;
    const others = runs.get(key);
    if (others === undefined) runs.set(key, [part]);
    else others.push(part);
  }
  return [...runs.values()].map(wholeRun);
}

const MOST_NAMED = 20;

function wholeRun<P extends Mergeable>(parts: readonly P[]): readonly P[] {
  const [first] = parts;
  const count = first?.shard?.count;
  if (count === undefined) return parts;
  const byIndex = new Map<number, P>();
  for (const part of parts) {
    const { index, count: other } = part.shard ?? { index: 0, count: 0 };
    const before = byIndex.get(index);
    if (other !== count) {
      const help = "give the reports of one run, made with the same number of shards";
      throw new Problem(`${first?.name} is one of ${count} shards and ${part.name} one of ${other}`, help);
    }
    if (index > count) {
      throw new Problem(`${part.name} says to be shard ${index} of ${count}`, "give reports as they were written");
    }
    if (before !== undefined) {
      throw new Problem(`${before.name} and ${part.name} are both shard ${index} of ${count}`, "give each shard once");
    }
    byIndex.set(index, part);
  }
  if (byIndex.size === count) return [...byIndex].sort(([one], [other]) => one - other).map(([, part]) => part);
  const missing: number[] = [];
  for (let index = 1; index <= count && missing.length <= MOST_NAMED; index += 1) {
    if (!byIndex.has(index)) missing.push(index);
  }
  const some = missing.slice(0, MOST_NAMED).join(", ") + (missing.length > MOST_NAMED ? " …" : "");
  const which = missing.length === 1 ? `shard ${some} of ${count} is` : `shards ${some} of ${count} are`;
  throw new Problem(
    `${which} missing: nobody knows what is in the files of ${missing.length === 1 ? "it" : "them"}`,
    "give the reports of all shards, made of the same files under the same settings",
  );
}
