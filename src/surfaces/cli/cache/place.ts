// Where the verdicts of a run are kept, and by what they are found again: the settings that they were given under.

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
  /** Absolute paths of the files that say so. */
  readonly files: Iterable<string>;
}

/** Of the form in which records are written. */
const FORM = 1;

/** Undefined: the user has no folder of their own. Throws Stop on one that others may write to with what is checked. */
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

/** Links on the way followed, as far as there is one. */
function realPathToBe(folder: string, host: Host): string {
  const there = [...upwards(folder)].find((each) => host.realPath(each) !== undefined);
  return there === undefined ? folder : join(host.realPath(there) ?? there, folder.slice(there.length));
}

/** The same for runs of which all settings are the same; the files that they find may differ. */
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
  // Where something is written in a configuration leads to the whole of it, which is among the texts.
  return digestOf(JSON.stringify(all, (key, value) => (key === "origin" ? undefined : value)));
}
