// Folders in which the program keeps files for the next run: the user's own, writable by nobody else, and outside of every repository.

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
  writeFileSync,
} from "node:fs";
import { homedir } from "node:os";
import { dirname, isAbsolute, join } from "node:path";

export type Environment = Readonly<Record<string, string | undefined>>;

/** Files that are kept, of all kinds, and of all versions of this program and of Node. */
const MOST_FILES = 32;

/** Undefined where there is none. A folder within a repository does not count: whoever can change the repository can write there. */
export function userFolder(env: Environment, platform: NodeJS.Platform): string | undefined {
  const base = userCaches(env, platform);
  return base === undefined || !isAbsolute(base) || isInRepository(base) ? undefined : join(base, "unconfused");
}

export function isInRepository(folder: string): boolean {
  for (let each = folder; ; each = dirname(each)) {
    if (existsSync(join(each, ".git"))) return true;
    if (each === dirname(each)) return false;
  }
}

function userCaches(env: Environment, platform: NodeJS.Platform): string | undefined {
  if (platform === "win32") return env.LOCALAPPDATA;
  if (env.XDG_CACHE_HOME) return env.XDG_CACHE_HOME;
  try {
    return join(homedir(), platform === "darwin" ? "Library/Caches" : ".cache");
  } catch {
    return undefined;
  }
}

/** Undefined where the file is missing, is longer, or could have been written by somebody else. */
export function readOwn(folder: string, path: string, most = Number.POSITIVE_INFINITY): Buffer | undefined {
  let file: number | undefined;
  try {
    if (!isOwn(lstatSync(folder))) return undefined;
    // Does not wait for a writer where the path is a pipe.
    file = openSync(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0));
    const stats = fstatSync(file);
    return stats.isFile() && isOwn(stats) && stats.size <= most ? readFileSync(file) : undefined;
  } catch {
    return undefined;
  } finally {
    if (file !== undefined) closeSync(file);
  }
}

/** Windows has no such modes; there, what is below a user's own folder counts as theirs. */
function isOwn({ uid, mode }: Stats): boolean {
  return process.geteuid === undefined || (uid === process.geteuid() && (mode & 0o022) === 0);
}

/** Creates the folder where it is missing, and removes old files from it. Throws where a file written there would not be read again. */
export function prepare(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const own = lstatSync(folder);
  if (!own.isDirectory() || !isOwn(own)) throw Object.assign(new Error("not the user's own"), { code: "EPERM" });
  leaveNewest(folder, "", MOST_FILES);
}

/** Removes the oldest of the files whose names have this prefix. */
export function leaveNewest(folder: string, prefix: string, most: number): void {
  const files = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => !entry.isDirectory() && entry.name.startsWith(prefix))
    .map(({ name }) => join(folder, name))
    // Another run may have removed one meanwhile.
    .map((file) => ({ file, time: lstatSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0 }))
    .sort((one, other) => one.time - other.time);
  for (const { file } of files.slice(0, -most)) rmSync(file, { force: true });
}

/** Atomic: whoever reads meanwhile gets the old file or the new one. */
export function replace(path: string, content: string | Uint8Array): void {
  const beside = `${path}.${process.pid}`;
  try {
    writeFileSync(beside, content, { flag: "wx", mode: 0o600 });
    renameSync(beside, path);
  } catch (thrown) {
    rmSync(beside, { force: true });
    throw thrown;
  }
}
