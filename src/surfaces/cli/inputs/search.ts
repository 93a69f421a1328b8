// The paths of a run, without the files that the configuration and the options exclude.

import { dirname, join } from "node:path";
import type { Config } from "../../../config/config.ts";
import { excludesEverything, wholeFolders } from "../../../config/exclude.ts";
import { matchesFile } from "../../../config/files.ts";
import { nearest } from "../../../text/nearest.ts";
import type { Host } from "../../host.ts";
import { located, named, type Places, pathOf, upwards } from "../../places.ts";
import type { Arguments } from "../options/arguments.ts";
import { COMMANDS, OPTIONS } from "../options/options.ts";
import { Stop } from "../stop.ts";
import { discover } from "./discover.ts";
import type { Search } from "./walk.ts";

export interface TypedSearch extends Search {
  /** The patterns of `--exclude` that have excluded nothing so far. */
  unused(): readonly string[];
}

export function searchFor(given: Arguments, config: Config, places: Places): TypedSearch {
  const paths = given.positionals.length === 0 ? ["."] : given.positionals;
  const stdinName = given.value("stdin-name");
  if (stdinName !== undefined && !paths.includes("-")) {
    throw new Stop({ message: "--stdin-name without standard input", help: "write '-' among the paths" });
  }
  const here = { directory: named(places, places.cwd) };
  const configured = wholeFolders(config.exclude ?? []);
  const typed = given.values("exclude").map((pattern) => ({ pattern, whole: wholeFolders([pattern]) }));
  const unused = new Set(given.values("exclude"));
  const leavesOut = (name: string) => {
    const matching = typed.filter(({ whole }) => matchesFile(here, whole, name));
    for (const { pattern } of matching) unused.delete(pattern);
    return matching.length > 0 || matchesFile(config, configured, name);
  };
  return {
    paths,
    stdinName: stdinName ?? "stdin",
    leavesOut,
    unused: () => [...unused],
  };
}

/** Whether the paths of the run cover everything that the configuration's patterns can match. */
export function isAllBelow(config: string | undefined, { paths }: Search, here: Places): boolean {
  if (config === undefined) return false;
  const folder = dirname(pathOf(here, config));
  return paths.some((path) => [...upwards(folder)].includes(located(here, path)));
}

/**
 * `--allow-empty` is for folders and commits without infrastructure as code. It must not cover a configuration
 * that excludes everything, which whoever can change the repository could write.
 */
export function emptiedByConfig(given: Arguments, config: Config, host: Host, here: Places): boolean {
  if (config.exclude === undefined) return false;
  if (excludesEverything(config)) return true;
  const { exclude: _, ...rest } = config;
  const search = searchFor(given, rest, here);
  const isWalked = walksFolders(search, host, here);
  return isWalked && discover(search, host, here).files.length > 0;
}

export function walksFolders({ paths }: Search, host: Host, here: Places): boolean {
  return paths.some((path) => host.kindOf(located(here, path)) === "folder");
}

/** A mistyped command, as in `unconfused explian x`, is not taken for the name of a file. */
export function refuseMistypedCommand({ paths: [first = "."] }: Search, host: Host, here: Places): void {
  const meant = Object.hasOwn(OPTIONS, first) ? `--${first}` : nearest(first, Object.keys(COMMANDS));
  if (meant === undefined || host.kindOf(located(here, first)) !== undefined) return;
  throw new Stop({ message: `there is no file and no command ${first}`, help: `did you mean 'unconfused ${meant}'?` });
}

/**
 * A hook puts the names of changed files behind the options: whoever may add a file must not switch anything off by how
 * it is called. Throws Stop.
 */
export function refuseFilesLikeOptions(typed: readonly string[], host: Host): void {
  const end = typed.indexOf("--");
  const words = typed.slice(0, end < 0 ? typed.length : end);
  const file = words.find((word) => /^-./.test(word) && host.kindOf(join(host.cwd, word)) !== undefined);
  if (file === undefined) return;
  throw new Stop({
    message: `a file here is called ${file}, as an option is`,
    help: `rename it, or name it './${file}'`,
  });
}
