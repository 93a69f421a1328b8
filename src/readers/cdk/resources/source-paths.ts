// Maps a path on the machine that synthesised to the name of the file in reports.

import { posix } from "../../../text/posix.ts";
import type { Assembly } from "../model/assembly.ts";
import { type Frame, isOfJvm } from "./frames.ts";

/** More folders than a path has, and than a program is in. */
const DEEPEST = 40;
const MOST = 500;

/** Maven, "Introduction to the Standard Directory Layout"; Gradle, "Build Init Plugin", puts an app in a project `app`. */
const JVM_SOURCES = ["", "app"].flatMap((project) =>
  ["java", "kotlin", "scala"].map((language) => posix.join(project, "src/main", language)),
);

/**
 * Names of files count from a folder that only the caller of a run knows. A file that is at hand is the one of the run
 * that has the same text and the longest end of its path. One that is not, because another machine synthesised, is known
 * by its path alone, counted from the app's folder, or from the one that all of the program is in where that is unknown.
 * Undefined: it is none of this run, and its path stays untold.
 */
export function runFileNames(assembly: Assembly, program: () => Iterable<Frame>): (file: string) => string | undefined {
  const { app, text } = assembly;
  const known = new Map<string, string | undefined>();
  let root: string | undefined;

  function find(path: string): string | undefined {
    if (!isAbsolute(path)) {
      const roots = path.startsWith("../") ? [] : isOfJvm(path) ? JVM_SOURCES : ["."];
      return roots.map((root) => posix.join(app, root, path)).find((name) => text(name) !== undefined);
    }
    const names = pathEnds(path).flatMap((end) => [...new Set([end, posix.join(app, end)])]);
    const written = text(path)?.text;
    if (written !== undefined) return names.find((name) => text(name)?.text === written);
    root ??= rootOf(assembly, program);
    // A path from the root of a disk would show folders of the machine.
    if (/^(?:[A-Za-z]:)?$/.test(root) || !path.startsWith(`${root}/`)) return undefined;
    const rest = path.slice(root.length + 1);
    return names.find((name) => name.endsWith(rest) && text(name) !== undefined) ?? posix.join(app, rest);
  }

  return (file) => {
    if (!known.has(file)) known.set(file, find(pathOfFile(file)));
    return known.get(file);
  };
}

/** The folder of the program on the machine that synthesised: the one with the assembly, else the one that all of it is in. */
function rootOf({ app, manifest, text }: Assembly, program: () => Iterable<Frame>): string {
  const files = [...program()].map(({ file }) => pathOfFile(file)).filter(isAbsolute);
  const { path, text: written } = manifest.source;
  const below = path.startsWith(`${app}/`) ? path.slice(app.length + 1) : path;
  const folders = [...new Set(files.flatMap(foldersAbove))].slice(0, MOST);
  return folders.find((folder) => text(`${folder}/${below}`)?.text === written) ?? folderOfAll(files);
}

/** ES modules are known by their URLs. */
function pathOfFile(file: string): string {
  if (!file.startsWith("file://")) return posix.normalize(file);
  const path = file.slice("file://".length);
  try {
    return posix.normalize(decodeURIComponent(path).replace(/^\/(?=[A-Za-z]:)/, ""));
  } catch {
    return path;
  }
}

function isAbsolute(path: string): boolean {
  return posix.isAbsolute(path) || /^[A-Za-z]:\//.test(path);
}

/** `a/b/c.ts`, `b/c.ts`, `c.ts`. */
function pathEnds(path: string): readonly string[] {
  const parts = path.split("/").slice(1).slice(-DEEPEST);
  return parts.map((_, index) => parts.slice(index).join("/"));
}

/** Without the "/" at its end; "" where the files share none. */
function folderOfAll(files: readonly string[]): string {
  const [first = [], ...others] = files.map((file) => file.split("/").slice(0, -1));
  const differs = first.findIndex((part, index) => others.some((other) => other[index] !== part));
  return (differs < 0 ? first : first.slice(0, differs)).join("/");
}

/** Of `/a/b/c.ts`: `/a/b`, `/a`, and the root, which is empty. */
function foldersAbove(file: string): readonly string[] {
  const parts = file.split("/").slice(0, -1).slice(0, DEEPEST);
  return parts.map((_, index) => parts.slice(0, parts.length - index).join("/"));
}
