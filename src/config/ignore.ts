// Which findings an `ignore` entry of the configuration speaks of.

import { fits } from "../text/wildcard.ts";
import type { Config, Ignore } from "./config.ts";
import { matchesFile } from "./files.ts";

interface Named {
  readonly id: string;
  readonly path?: string;
}

/** `file` as the report names it. */
export function speaksOf(config: Config, ignore: Ignore, file: string, named: Named): boolean {
  const { files, resource } = ignore;
  return (files === undefined || matchesFile(config, files, file)) && (resource === undefined || isOf(resource, named));
}

/** A run may be of some files only: without `files`, an entry for a resource speaks of those that hold it. */
export function speaksOfFile(config: Config, ignore: Ignore, file: string, held: readonly Named[]): boolean {
  const { files, resource } = ignore;
  if (files !== undefined) return matchesFile(config, files, file);
  return resource === undefined || held.some((named) => isOf(resource, named));
}

function isOf(pattern: string, { id, path }: Named): boolean {
  return fits(pattern, id) || (path !== undefined && fits(pattern, path));
}
