// What `--shard` says: which part of the files a run judges, and which run that is a part of.

import { createHash } from "node:crypto";
import type { Config } from "../../../config/config.ts";
import type { ShardTerms } from "../../../findings/shard.ts";
import type { File } from "../inputs/discover.ts";
import { Stop } from "../stop.ts";
import type { Arguments } from "./arguments.ts";

/** Throws Stop on what is no part. */
export function shardIn(
  given: Arguments,
  { failOn = "medium" }: Config,
  files: readonly File[],
): ShardTerms | undefined {
  const typed = given.value("shard");
  if (typed === undefined) return undefined;
  const [, index = 0, count = 0] = (/^(\d{1,4})\/(\d{1,4})$/.exec(typed) ?? []).map(Number);
  if (index >= 1 && index <= count) return { index, count, run: runOf(files), failOn };
  throw new Stop({
    message: `--shard cannot be '${typed}'`,
    help: "it is I/N, the part and how many there are: --shard 1/4 to --shard 4/4",
  });
}

/** Shards of other files, or of other versions of them, do not make one report. */
function runOf(files: readonly File[]): string {
  const hash = createHash("sha256");
  for (const { path, content } of files) hash.update(`${path}\0${content.length}\0`).update(content);
  return hash.digest("hex").slice(0, 16);
}
