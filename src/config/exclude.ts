// What `exclude` leaves out, of the configuration or of an option.

import type { Config } from "./config.ts";
import { matchesFile } from "./files.ts";

/** What leaves out all of a folder leaves out the folder, so that it is not walked for nothing. */
export function wholeFolders(patterns: readonly string[]): readonly string[] {
  return patterns.flatMap((pattern) => (pattern.endsWith("/**") ? [pattern, pattern.slice(0, -3)] : [pattern]));
}

/** Files that nobody has: what leaves out all of them was not written for some. */
const ANY = ["json", "yaml", "yml", "template", "tf", "tfstate"].flatMap((extension) => [
  `qxzjv-0.${extension}`,
  `qxzjv-0/qxzjv-1/qxzjv-2.${extension}`,
]);

/** Whether the configuration leaves nothing to check, whatever there is. */
export function excludesEverything(config: Config): boolean {
  const { directory, exclude = [] } = config;
  const below = directory === undefined ? "" : `${directory}/`;
  return ANY.every((name) => matchesFile(config, exclude, below + name));
}
