// A Host on which the files of the repository are those of a git revision: they are read from git's objects, and nothing is checked out.

import { join, posix, relative, sep } from "node:path";
import { Problem } from "../../../text/problem.ts";
import { GitRefusal } from "../../git.ts";
import type { Host, Kind } from "../../host.ts";
import { type Places, pathOf } from "../../places.ts";
import { Stop } from "../stop.ts";

interface Blob {
  readonly id: string;
  readonly size: number;
  readonly isLink: boolean;
}

export interface Tree {
  readonly host: Host;
  /** The regular files, as reports name them. */
  readonly names: readonly string[];
}

/** How much is read from git at a time: bytes, and files. */
const BATCH = { bytes: 32 * 1024 * 1024, files: 1000 };
const MOST_LINKS = 40;

/** `isRead`: names of files that are likely to be asked for. Throws Stop where git does not have the revision. */
export function treeAt(
  revision: string,
  machine: Host,
  here: Places,
  stdinName: string,
  isRead: (name: string) => boolean,
): Tree {
  const root = rootOf(here);
  const blobs = listed(treeIdOf(revision, machine, root), machine, root);
  const folders = foldersOf(blobs);
  const contents = contentsOf(blobs, machine, root, isRead);
  /** Folders whose path has no link: remembered, because every part of a deep path would be looked up again. */
  const plain = new Set<string>();

  /** The path below the root with links followed; undefined where nothing is, or a link leads out. */
  function resolved(path: string, links = 0): string | undefined {
    const below = relative(root, path);
    if (below === "") return "";
    if (below === ".." || below.startsWith(`..${sep}`)) return undefined;
    const name = below.split(sep).join("/");
    const parent = posix.dirname(name);
    let at = plain.has(parent) ? parent : "";
    const steps = name.slice(at === "" ? 0 : at.length + 1).split("/");
    for (const [index, step] of steps.entries()) {
      at = at === "" ? step : `${at}/${step}`;
      const blob = blobs.get(at);
      if (blob === undefined && folders.has(at)) plain.add(at);
      if (!blob?.isLink) continue;
      const target = join(root, at, "..", new TextDecoder().decode(contents(at)));
      return links === MOST_LINKS ? undefined : resolved(join(target, ...steps.slice(index + 1)), links + 1);
    }
    return blobs.has(at) || folders.has(at) ? at : undefined;
  }

  function kindOf(path: string): Kind | undefined {
    // The folder that marks the root of a repository is in no tree.
    if (path === join(root, ".git")) return "folder";
    const at = resolved(path);
    if (at === undefined) return undefined;
    return blobs.has(at) ? "file" : "folder";
  }

  function read(path: string): Uint8Array {
    const at = resolved(path);
    if (at === undefined || !blobs.has(at)) throw new Problem("there is no such file", "it was not there before");
    return contents(at);
  }

  const host: Host = {
    ...machine,
    kindOf,
    read,
    realPath(path) {
      const at = resolved(path);
      return at === undefined ? undefined : join(root, at);
    },
    list(folder) {
      const at = resolved(folder);
      const entries = at === undefined ? undefined : folders.get(at);
      if (entries === undefined) throw new Problem("there is no such folder", "it was not there before");
      return [...entries]
        .map(([name, kind]) => ({ name, kind }))
        .sort((one, other) => (one.name < other.name ? -1 : 1));
    },
    // An editor sends the file of this name over standard input.
    stdin: () => read(pathOf(here, stdinName)),
  };
  return { host, names: [...blobs].flatMap(([name, { isLink }]) => (isLink ? [] : [name])) };
}

function rootOf({ repository }: Places): string {
  if (repository !== undefined) return repository;
  throw new Stop({ message: "--since outside of a git repository", help: "run it in the repository, or leave it out" });
}

/** The tree of a repository without a commit. */
const NOTHING = "";

function treeIdOf(revision: string, host: Host, root: string): string {
  const what = `--since: there is no revision ${revision}`;
  // No revision begins with a dash, and git would take it for an option.
  if (/^-|^$|[\p{Cc}]/u.test(revision)) {
    throw new Stop({ message: what, help: "name a commit, a branch or a tag: --since origin/main" });
  }
  try {
    return textOf(host.git(root, ["rev-parse", "--verify", "--quiet", `${revision}^{tree}`]));
  } catch (thrown) {
    if (!(thrown instanceof GitRefusal)) throw asStop(thrown);
    if (revision === "HEAD" && isWithoutCommit(host, root)) return NOTHING;
    throw new Stop(
      refusal(thrown, revision, host, root) ?? { message: what, help: "'git log' and 'git branch --all' list them" },
    );
  }
}

/** Whether HEAD is a branch without a commit, in contrast to one that is damaged. */
function isWithoutCommit(host: Host, root: string): boolean {
  const head = succeeds(host, root, ["rev-parse", "--verify", "--quiet", "HEAD"]);
  return head === undefined && succeeds(host, root, ["symbolic-ref", "--quiet", "HEAD"]) !== undefined;
}

function refusal({ words }: GitRefusal, revision: string, host: Host, root: string) {
  if (/not a git repository/.test(words)) {
    return { message: "--since: git takes this for no repository", help: "check out the repository with git" };
  }
  if (/dubious ownership/.test(words)) {
    const help = `if you trust it: git config --global --add safe.directory ${root}`;
    return { message: "--since: the repository belongs to another user, and git does not read it", help };
  }
  const shallow = succeeds(host, root, ["rev-parse", "--is-shallow-repository"]);
  if (shallow !== "true") return undefined;
  const help = `fetch it: git fetch --depth=1 origin BRANCH, and give --since FETCH_HEAD; in actions/checkout: fetch-depth: 0`;
  return { message: `--since: this shallow clone does not have ${revision}`, help };
}

/** The output of git, or undefined where it refuses. */
function succeeds(host: Host, root: string, words: readonly string[]): string | undefined {
  try {
    return textOf(host.git(root, words));
  } catch (thrown) {
    if (thrown instanceof Problem) return undefined;
    throw thrown;
  }
}

function listed(tree: string, host: Host, root: string): ReadonlyMap<string, Blob> {
  const blobs = new Map<string, Blob>();
  if (tree === NOTHING) return blobs;
  const text = textOf(
    asking(() => host.git(root, ["ls-tree", "-r", "-l", "-z", "--full-tree", tree])),
    false,
  );
  for (const [, mode, type, id = "", size, name = ""] of text.matchAll(/(\d+) (\w+) (\w+) +(\d+|-)\t([^\0]+)\0/g)) {
    if (type === "blob") blobs.set(name, { id, size: Number(size), isLink: mode === "120000" });
  }
  return blobs;
}

function foldersOf(blobs: ReadonlyMap<string, Blob>): ReadonlyMap<string, ReadonlyMap<string, Kind>> {
  const folders = new Map<string, Map<string, Kind>>([["", new Map()]]);
  for (const [name, { isLink }] of blobs) {
    const steps = name.split("/");
    let folder = "";
    for (const [index, step] of steps.entries()) {
      const entries = folders.get(folder) ?? new Map<string, Kind>();
      folders.set(folder, entries);
      entries.set(step, index < steps.length - 1 ? "folder" : isLink ? "link" : "file");
      folder = folder === "" ? step : `${folder}/${step}`;
    }
  }
  return folders;
}

/** Contents by name; with each file others are read ahead that are likely to be needed. */
function contentsOf(
  blobs: ReadonlyMap<string, Blob>,
  host: Host,
  root: string,
  isRead: (name: string) => boolean,
): (name: string) => Uint8Array {
  const known = new Map<string, Uint8Array>();
  const likely = [...blobs].filter(([name]) => isRead(name)).map(([, blob]) => blob);
  return (name) => {
    const blob = blobs.get(name);
    if (blob === undefined) return new Uint8Array();
    const before = known.get(blob.id);
    if (before !== undefined) return before;
    const wanted = [blob];
    let bytes = blob.size;
    for (const other of isRead(name) ? likely : []) {
      if (other === blob || known.has(other.id)) continue;
      bytes += other.size;
      if (bytes > BATCH.bytes || wanted.length === BATCH.files) break;
      wanted.push(other);
    }
    const ids = wanted.map(({ id }) => `${id}\n`).join("");
    for (const [id, content] of batch(asking(() => host.git(root, ["cat-file", "--batch"], ids))))
      known.set(id, content);
    const content = known.get(blob.id);
    if (content !== undefined) return content;
    throw new Problem(
      "this clone does not have the contents of the file",
      "fetch them: git fetch --refetch --no-filter",
    );
  };
}

/** `<id> blob <size>`, a line break, so many bytes, a line break; `<id> missing` where it is not there. */
function* batch(output: Uint8Array): Iterable<readonly [string, Uint8Array]> {
  let at = 0;
  while (at < output.length) {
    const end = output.indexOf(0x0a, at);
    const [id = "", type, size] = textOf(output.subarray(at, end), false).split(" ");
    at = end + 1;
    if (type !== "blob") continue;
    yield [id, output.subarray(at, at + Number(size))];
    at += Number(size) + 1;
  }
}

function asking<T>(action: () => T): T {
  try {
    return action();
  } catch (thrown) {
    throw asStop(thrown);
  }
}

function asStop(thrown: unknown): unknown {
  if (!(thrown instanceof Problem)) return thrown;
  return new Stop({ message: `--since: ${thrown.message}`, help: thrown.help });
}

function textOf(bytes: Uint8Array, trimmed = true): string {
  const text = new TextDecoder().decode(bytes);
  return trimmed ? text.trim() : text;
}
