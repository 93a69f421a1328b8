// The working directory, the repository around it, and the names of files in reports.

import { dirname, join, relative, resolve, sep } from "node:path";
import { Problem } from "../text/problem.ts";
import type { Host } from "./host.ts";

export interface Places {
  readonly cwd: string;
  /** The nearest folder from the working directory upwards that git keeps; undefined outside of one. */
  readonly repository: string | undefined;
}

export function placesOf(host: Host): Places {
  return { cwd: host.cwd, repository: repositoryOf(host.cwd, host) };
}

function repositoryOf(path: string, host: Host): string | undefined {
  return [...upwards(path)].find((folder) => host.kindOf(join(folder, ".git")) !== undefined);
}

/**
 * Folders that an input may refer into: of the working directory and of every path that the user names the repository,
 * or where there is none the folder that it stands in, short of the whole file system. Links followed.
 */
export function reachOf(paths: readonly string[], host: Host, { cwd }: Places): readonly string[] {
  const named = [cwd, ...paths.map((path) => resolve(cwd, path))].map((path) => host.realPath(path) ?? path);
  return [...new Set(named.map((path) => repositoryOf(path, host) ?? around(path)))];
}

function around(path: string): string {
  const folder = dirname(path);
  return folder === dirname(folder) ? path : folder;
}

/** Whether what stands at a path, links followed, stands in one of the folders. */
export function isWithin(folders: readonly string[], path: string, host: Host): boolean {
  const real = host.realPath(path);
  return real !== undefined && folders.some((folder) => real.startsWith(folder.endsWith(sep) ? folder : folder + sep));
}

/** Whether links on the way to what stands at a path lead out of a repository that the path is in as written. */
export function leadsOut(path: string, host: Host): boolean {
  const real = host.realPath(path);
  return [...upwards(path)]
    .slice(1)
    .filter((folder) => host.kindOf(join(folder, ".git")) !== undefined)
    .map((repository) => host.realPath(repository) ?? repository)
    .some((repository) => real !== repository && !isWithin([repository], path, host));
}

/** Whoever may change a repository must not have the log of a pipeline show what else is on its machine. */
export function leadingOut(help = "name the file or folder that it leads to"): Problem {
  return new Problem("a symbolic link here leads out of the repository", help);
}

/** What would wait for a writer, or has no end. */
export function notRegular(): Problem {
  return new Problem("this is not a regular file", "give a file, or what it holds on standard input: '-'");
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
