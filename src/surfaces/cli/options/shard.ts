// The option --shard: which part of the files a run judges, and a digest by which `merge` knows the shards of one run.

import { createHash } from "node:crypto";
import type { Config } from "../../../config/config.ts";
import type { ShardTerms } from "../../../findings/shard.ts";
import { tool } from "../../../findings/tool.ts";
import type { Rule } from "../../../rules/rule.ts";
import type { File } from "../inputs/discover.ts";
import { Stop } from "../stop.ts";
import type { Arguments } from "./arguments.ts";

/** What decides the verdicts of a run besides its files. */
export interface Settings {
  readonly config: Config;
  readonly rules: readonly Rule[];
  readonly parameters: Readonly<Record<string, unknown>>;
}

/** Throws Stop on an invalid value of --shard. */
export function shardIn(given: Arguments, files: readonly File[], settings: Settings): ShardTerms | undefined {
  const typed = given.value("shard");
  if (typed === undefined) return undefined;
  const [, index = 0, count = 0] = (/^(\d{1,4})\/(\d{1,4})$/.exec(typed) ?? []).map(Number);
  const { failOn = "medium", ...config } = settings.config;
  const before = [given.value("since"), given.value("baseline")];
  if (index >= 1 && index <= count) {
    return { index, count, run: runOf(files, [tool.version, before, { ...settings, config }]), failOn };
  }
  throw new Stop({
    message: `--shard cannot be '${typed}'`,
    help: "it is I/N, the part and how many there are: --shard 1/4 to --shard 4/4",
  });
}

/** A digest of files and settings: shards of which it differs are not of one run. */
function runOf(files: readonly File[], settings: unknown): string {
  const hash = createHash("sha256");
  // The origins of settings refer to the whole text of the configuration, and would be digested with it.
  hash.update(JSON.stringify(settings, (key, value) => (key === "origin" ? undefined : value)));
  for (const { path, content } of files) hash.update(`\0${path}\0${content.length}\0`).update(content);
  return hash.digest("hex").slice(0, 16);
}
