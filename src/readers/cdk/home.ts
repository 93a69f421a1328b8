// From an absolute path of the machine that synthesised to the name that reports have for the file.

import { posix } from "node:path";
import type { Assembly } from "./assembly.ts";

/**
 * Names of files count from a folder that only the caller of a run knows. It is the folder in which the assembly's own
 * manifest is found again under its name; a file that has no such folder above it is none of this run, and what it is
 * called stays untold.
 */
export function homeOf(file: string, { manifest, text }: Assembly): string | undefined {
  const name = manifest.source.path;
  if (posix.isAbsolute(name) || name.startsWith("../")) return undefined;
  const path = posix.normalize(plain(file));
  if (!posix.isAbsolute(path) && !/^[A-Za-z]:\//.test(path)) return undefined;
  for (let folder = posix.dirname(path); ; folder = posix.dirname(folder)) {
    if (text(posix.join(folder, name))?.text === manifest.source.text) return posix.relative(folder, path);
    if (folder === posix.dirname(folder)) return undefined;
  }
}

/** ES modules are known by their URLs. */
function plain(file: string): string {
  if (!file.startsWith("file://")) return file;
  const path = file.slice("file://".length);
  try {
    return decodeURIComponent(path).replace(/^\/(?=[A-Za-z]:)/, "");
  } catch {
    return path;
  }
}
