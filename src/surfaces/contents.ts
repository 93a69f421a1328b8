// The contents of files by the names that reports have for them: what a run found, and what that refers to.

import type { Content, ReadFile } from "../readers/reader.ts";
import { Problem } from "../text/problem.ts";
import type { Host } from "./host.ts";
import { isWithin, type Places, pathOf } from "./places.ts";

export interface Contents {
  /** Undefined for what is not there, out of reach, or may not be read; every file is read once. */
  readonly read: ReadFile;
  /** Of everything that was asked for so far. */
  names(): readonly string[];
}

/** `reach`: the folders that inputs may refer into. An input that others wrote must not have the report show what else is on the machine. */
export function contentsOf(
  found: readonly { readonly path: string; readonly content: Content }[],
  host: Host,
  places: Places,
  reach: readonly string[],
): Contents {
  const known = new Map<string, Content | undefined>(found.map(({ path, content }) => [path, content]));
  return {
    read(name) {
      if (!known.has(name)) known.set(name, readIfThere(pathOf(places, name), reach, host));
      return known.get(name);
    },
    names: () => [...known.keys()],
  };
}

function readIfThere(path: string, reach: readonly string[], host: Host): Content | undefined {
  if (host.kindOf(path) !== "file" || !isWithin(reach, path, host)) return undefined;
  try {
    return host.read(path);
  } catch (thrown) {
    if (thrown instanceof Problem) return undefined;
    throw thrown;
  }
}
