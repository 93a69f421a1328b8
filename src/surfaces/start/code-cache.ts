// What V8 made of the program's code, kept from one run for the next in a folder that nobody but its user can write to.

import {
  closeSync,
  constants,
  existsSync,
  fstatSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
  writeFileSync,
} from "node:fs";
import { homedir } from "node:os";
import { dirname, isAbsolute, join } from "node:path";
import type { Script } from "node:vm";

export interface CodeCache {
  /** Undefined: there is none. V8 refuses what another version of it made. */
  codeOf(part: string): Buffer | undefined;
  /** To be called when the run is over, for then V8 has made what a run needs. */
  keep(scripts: ReadonlyMap<string, Script>): void;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** Of several versions, of this program and of Node. */
const MOST_FILES = 32;

const NONE: CodeCache = { codeOf: () => undefined, keep: () => {} };

/**
 * `versions`: a digest of the text of each part, for V8 compares no more than its length. What is in the folder is
 * code that will run: it must be of the user who runs it, and out of the reach of others.
 */
export function codeCache(folder: string | undefined, versions: Readonly<Record<string, string>>): CodeCache {
  if (folder === undefined) return NONE;
  const pathOf = (part: string) => join(folder, `${versions[part]}-${process.version}-${process.arch}`);
  return {
    codeOf: (part) => (versions[part] === undefined ? undefined : once(readOwn(folder, pathOf(part)))),
    keep(scripts) {
      // True: V8 did not take it; undefined: there was none.
      const made = [...scripts].filter(
        ([part, { cachedDataRejected }]) => versions[part] && cachedDataRejected !== false,
      );
      if (made.length === 0) return;
      try {
        prepare(folder);
        for (const [part, script] of made) replace(pathOf(part), twice(script.createCachedData()));
      } catch (thrown) {
        // A home that is not there, read-only or full: the next run starts without.
        if (!(thrown instanceof Error && "code" in thrown)) throw thrown;
      }
    },
  };
}

/** So that damage shows: V8 looks at no more than the length, and a digest would take longer than to read it twice. */
const twice = (code: Buffer) => Buffer.concat([code, code]);

function once(bytes: Buffer | undefined): Buffer | undefined {
  const half = (bytes?.length ?? 0) / 2;
  const code = bytes?.subarray(0, half);
  return half > 0 && code?.equals(bytes?.subarray(half) ?? code) ? code : undefined;
}

/** Undefined: nothing is kept. A continuous integration starts anew each time; a folder within a repository holds what whoever may change it likes. */
export function cacheFolder(env: Environment, platform: NodeJS.Platform): string | undefined {
  if (isSet(env.CI) || isSet(env.NODE_DISABLE_COMPILE_CACHE)) return undefined;
  const base = userCaches(env, platform);
  if (base === undefined || !isAbsolute(base)) return undefined;
  for (let folder = base; ; folder = dirname(folder)) {
    if (existsSync(join(folder, ".git"))) return undefined;
    if (folder === dirname(folder)) return join(base, "unconfused");
  }
}

const isSet = (value: string | undefined) => value !== undefined && !["", "0", "false"].includes(value);

function userCaches(env: Environment, platform: NodeJS.Platform): string | undefined {
  if (platform === "win32") return env.LOCALAPPDATA;
  if (env.XDG_CACHE_HOME) return env.XDG_CACHE_HOME;
  try {
    return join(homedir(), platform === "darwin" ? "Library/Caches" : ".cache");
  } catch {
    return undefined;
  }
}

function readOwn(folder: string, path: string): Buffer | undefined {
  let file: number | undefined;
  try {
    if (!isOwn(lstatSync(folder))) return undefined;
    file = openSync(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0));
    const stats = fstatSync(file);
    return stats.isFile() && isOwn(stats) ? readFileSync(file) : undefined;
  } catch {
    return undefined;
  } finally {
    if (file !== undefined) closeSync(file);
  }
}

/** Windows has no such modes: there, what is below a user's folder is theirs. */
function isOwn({ uid, mode }: Stats): boolean {
  return process.geteuid === undefined || (uid === process.geteuid() && (mode & 0o022) === 0);
}

/** Throws where nothing can be written that would be read. */
function prepare(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const stats = lstatSync(folder);
  if (!stats.isDirectory() || !isOwn(stats)) throw Object.assign(new Error("not the user's own"), { code: "EPERM" });
  const files = readdirSync(folder).map((name) => join(folder, name));
  const oldestFirst = files.map((file) => ({ file, time: statSync(file).mtimeMs })).sort((a, b) => a.time - b.time);
  for (const { file } of oldestFirst.slice(0, -MOST_FILES)) rmSync(file, { force: true });
}

/** Whoever reads meanwhile has the old one or the new one. */
function replace(path: string, bytes: Buffer): void {
  const beside = `${path}.${process.pid}`;
  writeFileSync(beside, bytes, { flag: "wx", mode: 0o600 });
  renameSync(beside, path);
}
