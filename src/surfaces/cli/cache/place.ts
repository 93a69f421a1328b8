// Where the verdicts of a run are kept: the folder, and a file name made of the settings of the run.

import { join } from "node:path";
import type { Config } from "../../../config/config.ts";
import type { Rule } from "../../../rules/rule.ts";
import type { Host } from "../../host.ts";
import { located, type Places, upwards } from "../../places.ts";
import type { Store } from "../../store.ts";
import type { Arguments } from "../options/arguments.ts";
import { Stop } from "../stop.ts";
import { digestOf } from "./record.ts";

export interface Settings {
  readonly config: Config;
  readonly rules: readonly Rule[];
  readonly parameters: Readonly<Record<string, unknown>>;
  /** Absolute paths of the configuration and rule files. */
  readonly files: Iterable<string>;
}

/** The version of the record format. */
const FORM = 1;

/** Undefined where the user has no cache folder. Throws Stop on a folder in a repository or among the checked files. */
export function folderFor(
  given: Arguments,
  store: Store,
  paths: readonly string[],
  host: Host,
  here: Places,
): string | undefined {
  const typed = given.value("cache");
  if (typed === undefined || typed === "") return store.folder;
  const folder = located(here, typed);
  const real = realPathToBe(folder, host);
  const checked = [here.cwd, ...paths.map((path) => located(here, path))].map((path) => host.realPath(path) ?? path);
  const isBelow = [...upwards(folder), ...upwards(real)].some((each) => checked.includes(each));
  if (!isBelow && !store.isInRepository(folder) && !store.isInRepository(real)) return folder;
  throw new Stop({
    message: `--cache=${typed} is in a repository, or in what is checked`,
    help: "whoever may change what is checked could write there what a run answers: name a folder elsewhere",
  });
}

/** The real path of the part of the path that exists, with the rest as it is. */
function realPathToBe(folder: string, host: Host): string {
  const there = [...upwards(folder)].find((each) => host.realPath(each) !== undefined);
  return there === undefined ? folder : join(host.realPath(there) ?? there, folder.slice(there.length));
}

/** Equal for runs with the same settings; the files that they find may differ. */
export function nameFor(
  given: Arguments,
  settings: Settings,
  store: Store,
  paths: readonly string[],
  host: Host,
  here: Places,
): string {
  const { config, rules, parameters, files } = settings;
  const options = [given.values("exclude"), paths.map((path) => located(here, path))];
  const texts = Array.from(files, (path) => [path, digestOf(host.read(path))]);
  const all = [FORM, store.program, here, options, texts, config, rules, parameters];
  // The origins of settings refer to the whole text of the configuration, which is among the texts.
  return digestOf(JSON.stringify(all, (key, value) => (key === "origin" ? undefined : value)));
}
