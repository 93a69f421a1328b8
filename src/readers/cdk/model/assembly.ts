// The folder of a cloud assembly: the files that its manifest names, and no other.

import { at, type Document, type Json, type Path } from "../../../text/document.ts";
import { parseJson } from "../../../text/json/parse.ts";
import { posix } from "../../../text/posix.ts";
import { Problem } from "../../../text/problem.ts";
import { type Source, source } from "../../../text/source.ts";
import type { Part, ReadFile } from "../../reader.ts";

/** Stages are assemblies within the assembly. */
const STAGES = /(?:\/assembly-[^/]+)+$/;

export interface Assembly {
  readonly manifest: Document;
  /** The folder that the app ran in, as reports name it: `cdk.out` is made there. */
  readonly app: string;
  /** The file that the manifest names at `path`; a Problem there if it cannot be had. */
  part(path: Path, fileOf?: (name: string) => string): Part | Problem;
  /** A file of the folder by its name. */
  file(name: string): Part | undefined;
  /** By the name that reports have: its name in the folder. */
  nameOf(path: string): string;
  /** What a JSON file of the folder holds; undefined where it cannot be read. */
  json(name: string): Json | undefined;
  /** A file of the run, in the folder or not; undefined where it is not there, or holds no text. */
  text(path: string): Source | undefined;
}

export function assemblyOf(manifest: Document, readFile: ReadFile): Assembly {
  const folder = posix.dirname(manifest.source.path);
  const texts = new Map<string, Source | undefined>();
  const values = new Map<string, Json | undefined>();

  function file(name: string): Part | undefined {
    const path = pathWithin(folder, name);
    const content = path === undefined ? undefined : readFile(path);
    return path === undefined || content === undefined ? undefined : { path, content };
  }

  return {
    manifest,
    app: posix.join(folder.replace(STAGES, ""), ".."),
    part(path, fileOf = (name) => name) {
      const name = at(manifest.value, path);
      const wanted = typeof name === "string" ? fileOf(name) : undefined;
      const found = wanted === undefined ? undefined : file(wanted);
      return found ?? missing(wanted, manifest, path);
    },
    file,
    nameOf: (path) => (folder === "." ? path : path.slice(folder.length + 1)),
    json(name) {
      if (!values.has(name)) {
        const found = file(name);
        values.set(name, found && undefinedOnProblem(() => parseJson(source(found.path, found.content)).value));
      }
      return values.get(name);
    },
    text(path) {
      if (!texts.has(path)) texts.set(path, textOf(path, readFile));
      return texts.get(path);
    },
  };
}

function textOf(path: string, readFile: ReadFile): Source | undefined {
  const content = readFile(path);
  return content === undefined ? undefined : undefinedOnProblem(() => source(path, content));
}

function undefinedOnProblem<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch (thrown) {
    if (thrown instanceof Problem) return undefined;
    throw thrown;
  }
}

/** Undefined for a path out of the folder: the CDK writes none, and the author of an assembly must not choose which files are read. */
function pathWithin(folder: string, name: string): string | undefined {
  const path = posix.normalize(name.replaceAll("\\", "/"));
  if (posix.isAbsolute(path) || /^(?:\.\.?(?:\/|$)|[A-Za-z]:)/.test(path)) return undefined;
  return posix.join(folder, path);
}

function missing(name: string | undefined, manifest: Document, path: Path): Problem {
  const where = manifest.source.position(manifest.locate(path).start);
  const message = name === undefined ? `the manifest says no ${path.at(-1)} here` : `${name} is not in the assembly`;
  return new Problem(message, "run 'cdk synth' again, and check the whole folder that it writes", where);
}
