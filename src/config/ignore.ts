// Which findings an `ignore` entry of the configuration speaks of.

import { matchesWildcard } from "../text/wildcard.ts";
import type { Config, Ignore } from "./config.ts";
import { matchesFile } from "./files.ts";

interface NamedResource {
  readonly id: string;
  readonly path?: string;
}

/** `file` as the report names it. */
export function ignoresResource(config: Config, ignore: Ignore, file: string, named: NamedResource): boolean {
  const { files, resource } = ignore;
  return (
    (files === undefined || matchesFile(config, files, file)) &&
    (resource === undefined || matchesResource(resource, named))
  );
}

/** A run may be of some files only: without `files`, an entry for a resource speaks of those that hold it. */
export function ignoresFile(config: Config, ignore: Ignore, file: string, held: readonly NamedResource[]): boolean {
  const { files, resource } = ignore;
  if (files !== undefined) return matchesFile(config, files, file);
  return resource === undefined || held.some((named) => matchesResource(resource, named));
}

function matchesResource(pattern: string, { id, path }: NamedResource): boolean {
  return matchesWildcard(pattern, id) || (path !== undefined && matchesWildcard(pattern, path));
}
