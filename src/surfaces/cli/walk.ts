// The files that a run may read: those that are named, and those that stand in the folders that are named.

import { join } from "node:path";
import { Problem } from "../../text/problem.ts";
import type { Host } from "../host.ts";
import { located, named, type Places } from "../places.ts";

export interface Search {
  /** As typed; "-" is standard input. */
  readonly paths: readonly string[];
  /** What reports call standard input. */
  readonly stdinName: string;
  /** Whether a file or folder that is met in a folder is left out; `name` as reports have it. */
  leavesOut(name: string): boolean;
}

export interface Candidate {
  /** As reports have it. */
  readonly name: string;
  /** Throws Problem. */
  content(): Uint8Array;
  /** Met in a folder, not named by the user. */
  readonly walked: boolean;
  /** Belongs to a cloud assembly of the CDK. */
  readonly inAssembly: boolean;
}

const READ = /\.(?:json|ya?ml|template|tf|tofu|tfstate)$/;
const LEFT_OUT = /^(?:node_modules|\.git|\.terraform|\.aws-sam|asset\..*)$/;
/** The file that marks a folder as a cloud assembly. */
const ASSEMBLY = "cdk.out";
const MANIFEST = "manifest.json";

/** In the order of the paths, and within a folder of the names. A folder that cannot be listed is a candidate that cannot be read. */
export function* candidates({ paths, stdinName, leavesOut }: Search, host: Host, places: Places): Iterable<Candidate> {
  for (const typed of paths) {
    const path = located(places, typed);
    if (typed === "-") yield { ...byName(stdinName), content: () => host.stdin() };
    else if (host.kindOf(path) === "folder") yield* within(path);
    else yield { ...byName(named(places, path)), content: () => readNamed(typed, path) };
  }

  /** What the shell has not expanded, nobody does: the Action has no shell. */
  function readNamed(typed: string, path: string): Uint8Array {
    if (host.kindOf(path) !== undefined || !/[*?[\]{}]/.test(typed)) return host.read(path);
    const help = "name files or folders; --exclude takes patterns, and so does exclude in the configuration";
    throw new Problem("there is no such file or folder, and patterns are not expanded", help);
  }

  function* within(folder: string): Iterable<Candidate> {
    const entries = listed(folder);
    if (entries instanceof Problem) return yield unreadable(named(places, folder) || ".", entries);
    const holds = (file: string) => entries.some(({ name, kind }) => name === file && kind === "file");
    const inAssembly = holds(ASSEMBLY);
    for (const entry of entries) {
      // The manifest names what belongs to the assembly; what else is there, an earlier synthesis left.
      if (inAssembly && holds(MANIFEST) && entry.name !== MANIFEST) continue;
      const path = join(folder, entry.name);
      const name = named(places, path);
      if (LEFT_OUT.test(entry.name) || leavesOut(name)) continue;
      if (entry.kind === "folder") yield* within(path);
      if (entry.kind !== "file" || !READ.test(entry.name)) continue;
      yield { name, content: () => host.read(path), walked: true, inAssembly };
    }
  }

  function listed(folder: string): ReturnType<Host["list"]> | Problem {
    try {
      return host.list(folder);
    } catch (thrown) {
      if (thrown instanceof Problem) return thrown;
      throw thrown;
    }
  }
}

function byName(name: string) {
  return { name, walked: false, inAssembly: false } as const;
}

function unreadable(name: string, problem: Problem): Candidate {
  const content = () => {
    throw problem;
  };
  return { name, content, walked: true, inAssembly: false };
}
