// Where a run stands: the working directory, the repository around it, and how reports name the files in it.

import { dirname, join, relative, resolve, sep } from "node:path";
import type { Host } from "./host.ts";

export interface Places {
  readonly cwd: string;
  /** The nearest folder from the working directory upwards that git keeps; undefined outside of one. */
  readonly repository: string | undefined;
}

export function placesOf(host: Host): Places {
  const folders = [...upwards(host.cwd)];
  return { cwd: host.cwd, repository: folders.find((folder) => host.kindOf(join(folder, ".git")) !== undefined) };
}

/** The folder itself, its parent, and so on to the root. */
export function* upwards(folder: string): Iterable<string> {
  yield folder;
  const parent = dirname(folder);
  if (parent !== folder) yield* upwards(parent);
}

/** Absolute path of what the user named. */
export function located({ cwd }: Places, path: string): string {
  return resolve(cwd, path);
}

/** Absolute path of what reports call `name`. */
export function pathOf({ cwd, repository }: Places, name: string): string {
  return resolve(repository ?? cwd, name);
}

/** As reports name it: relative to the repository, else to the working directory, "/" between folders; "" is that folder itself. */
export function named({ cwd, repository }: Places, path: string): string {
  return relative(repository ?? cwd, path)
    .split(sep)
    .join("/");
}
