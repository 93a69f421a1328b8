// The files that a run may read: those that are named, and those that stand in the folders that are named.

import { join } from "node:path";
import { isManifest, MANIFEST } from "../../../readers/cdk.ts";
import { Problem } from "../../../text/problem.ts";
import { readNamed } from "../../contents.ts";
import type { Host } from "../../host.ts";
import { isWithin, leadingOut, leadsOut, located, named, type Places } from "../../places.ts";

export interface Search {
  /** As typed; "-" is standard input. */
  readonly paths: readonly string[];
  /** The name of standard input in reports. */
  readonly stdinName: string;
  /** Whether a file or folder is excluded, named or met in a folder; `name` as reports have it. */
  leavesOut(name: string): boolean;
}

export interface Candidate {
  /** Its name in reports. */
  readonly name: string;
  /** Throws Problem. */
  content(): Uint8Array;
  /** Found in a folder, not named by the user. */
  readonly walked: boolean;
  /** By its name and folder it should be the manifest of a cloud assembly. */
  readonly isManifest: boolean;
}

/** A path that the user names and excludes. */
export interface Excluded {
  readonly name: string;
  readonly isExcluded: true;
}

/** A link in a folder to what is not in any folder of the run: it is not followed, and nothing else reads what it leads to. */
export interface Link {
  readonly name: string;
  readonly isLink: true;
}

/** The files that are read in a folder. */
export const READ = /\.(?:json|ya?ml|template|tf|tofu|tfstate|hcl)$/i;
const LEFT_OUT = /^(?:node_modules|\.git|\.terraform|\.aws-sam)$/;
/** What the CDK copies into an assembly: code, most of it. */
const ASSET = /^asset\./;
/** The file that marks a folder as a cloud assembly. */
const ASSEMBLY = "cdk.out";

/** In the order of the paths, and in a folder by name. A folder that cannot be listed is a candidate that cannot be read. */
export function* candidates(search: Search, host: Host, places: Places): Iterable<Candidate | Excluded | Link> {
  const { paths, stdinName, leavesOut } = search;
  let walked: readonly string[] | undefined;
  for (const typed of paths) {
    const path = located(places, typed);
    const name = typed === "-" ? stdinName : named(places, path);
    // Also for named files: hooks and editors name every file.
    if (leavesOut(name)) yield { name, isExcluded: true };
    else if (typed === "-") yield { ...byName(name), content: () => host.stdin() };
    else if (host.kindOf(path) !== "folder") yield { ...byName(name), content: () => readTyped(typed, path) };
    else if (leadsOut(path, host)) yield unreadable(name, leadingOut());
    else yield* within(path);
  }

  function readTyped(typed: string, path: string): Uint8Array {
    const kind = host.kindOf(path);
    // A pattern that the shell has not expanded stays unexpanded: the Action has no shell.
    if (kind === undefined && /[*?[\]{}]/.test(typed)) {
      const help = "name files or folders; --exclude takes patterns, and so does exclude in the configuration";
      throw new Problem("there is no such file or folder, and patterns are not expanded", help);
    }
    return readNamed(path, host);
  }

  function* within(folder: string): Iterable<Candidate | Link> {
    const entries = listed(folder);
    if (entries instanceof Problem) return yield unreadable(named(places, folder), entries);
    const holds = (file: string) => entries.some(({ name, kind }) => name === file && kind === "file");
    const hasAssets = entries.some(({ name }) => ASSET.test(name)) && holds(MANIFEST) && isAssembly(folder);
    for (const entry of entries) {
      const path = join(folder, entry.name);
      const name = named(places, path);
      if (LEFT_OUT.test(entry.name) || (hasAssets && ASSET.test(entry.name)) || leavesOut(name)) continue;
      if (entry.kind === "folder") yield* within(path);
      if (entry.kind === "link" && isMissed(entry.name, path)) yield { name, isLink: true };
      if (entry.kind !== "file" || !READ.test(entry.name)) continue;
      const isManifest = entry.name === MANIFEST && holds(ASSEMBLY);
      yield { name, content: () => readListed(path), walked: true, isManifest };
    }
  }

  /** Whether a run that followed the link could read more. */
  function isMissed(entry: string, path: string): boolean {
    const kind = host.kindOf(path);
    if (kind !== "folder" && !(kind === "file" && READ.test(entry))) return false;
    walked ??= paths.flatMap((typed) => host.realPath(located(places, typed)) ?? []);
    return !walked.includes(host.realPath(path) ?? path) && !isWithin(walked, path, host);
  }

  /** A file may be removed or replaced after its folder was listed. */
  function readListed(path: string): Uint8Array {
    try {
      return host.read(path);
    } catch (thrown) {
      const kind = host.kindOf(path);
      if (!(thrown instanceof Problem) || kind === "file") throw thrown;
      const became = kind === undefined ? "it was removed" : "it became something else than a file";
      throw new Problem(`${became} after its folder was listed`, "run again when nothing else changes the files");
    }
  }

  /** The names alone do not make an assembly, or files of any project could be hidden by naming them asset.*. */
  function isAssembly(folder: string): boolean {
    try {
      return isManifest(MANIFEST, host.read(join(folder, MANIFEST)));
    } catch (thrown) {
      if (thrown instanceof Problem) return false;
      throw thrown;
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
  return { name, walked: false, isManifest: false } as const;
}

function unreadable(name: string, problem: Problem): Candidate {
  const content = () => {
    throw problem;
  };
  return { name: name || ".", content, walked: true, isManifest: false };
}
