// Files on disk: reads only regular files, replaces a file as a whole, and turns errors of the system into Problems.

import { randomUUID } from "node:crypto";
import {
  closeSync,
  constants,
  fstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";
import { Problem } from "../text/problem.ts";

const REGULAR = "give a file, or what it holds on standard input: '-'";

/** Why the system refuses, by error code of Node; anything else is told by its code. */
const REFUSALS: Readonly<Record<string, readonly [message: string, help: string]>> = {
  ENOENT: ["there is no such file or folder", "check the spelling; paths are relative to the working directory"],
  EACCES: ["permission denied", "give the user that runs this the right to it"],
  EPERM: ["permission denied", "give the user that runs this the right to it"],
  EISDIR: ["this is a folder, not a file", "name a file"],
  ENOTDIR: ["a part of this path is a file, not a folder", "check the spelling"],
  ELOOP: ["a symbolic link here leads back to itself", "remove the link"],
  ENXIO: ["this is not a regular file", REGULAR],
  EPIPE: ["the pipe was closed by its reader", "read to its end, or write the report to a file: --output FILE"],
  ENAMETOOLONG: ["this name is longer than the system takes", "choose a shorter one"],
  ENOSPC: ["the disk is full", "make room and run again"],
  EDQUOT: ["the disk quota is used up", "make room and run again"],
  EROFS: ["the file system is read-only", "name a place that can be written"],
  ERR_FS_FILE_TOO_LARGE: ["the file is larger than 2 GiB", "leave it out with --exclude"],
};

/** Throws Problem where the system refuses. */
export function attempt<T>(action: () => T): T {
  try {
    return action();
  } catch (thrown) {
    const code = codeOf(thrown);
    if (code === undefined) throw thrown;
    const [message, help] = REFUSALS[code] ?? [`the system refused (${code})`, "check the path and try again"];
    throw new Problem(message, help);
  }
}

export function codeOf(thrown: unknown): string | undefined {
  if (!(thrown instanceof Error) || !("code" in thrown)) return undefined;
  return typeof thrown.code === "string" ? thrown.code : undefined;
}

/** Opened without waiting: a named pipe that nobody writes to would stop the run for ever. */
export function readRegular(path: string): Uint8Array {
  return attempt(() => {
    const descriptor = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    try {
      const stats = fstatSync(descriptor);
      if (!stats.isFile() && !stats.isDirectory()) throw new Problem("this is not a regular file", REGULAR);
      return readFileSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
  });
}

/**
 * The text is written to a file beside it, which then takes its name: whoever reads the old file, or finds the disk
 * full, has all of it. What is no regular file (a terminal, a pipe) is written to as it is.
 */
export function replaceFile(path: string, text: string): void {
  attempt(() => {
    const before = statsOf(path);
    if ((before !== undefined && !before.isFile()) || isDevice(path)) return writeFileSync(path, text);
    mkdirSync(dirname(path), { recursive: true });
    // A link stays, and leads to the new text.
    const real = before === undefined ? path : realpathSync(path);
    const beside = join(dirname(real), `.${basename(real).slice(0, 100)}.${randomUUID()}.tmp`);
    try {
      writeFileSync(beside, text, { flag: "wx", mode: before?.mode ?? 0o666, flush: true });
      renameSync(beside, real);
    } catch (thrown) {
      rmSync(beside, { force: true });
      throw thrown;
    }
  });
}

function statsOf(path: string): Stats | undefined {
  try {
    return statSync(path);
  } catch (thrown) {
    if (codeOf(thrown) === "ENOENT") return undefined;
    throw thrown;
  }
}

/** `/dev/stdout` leads to the file that the shell opened: under its name there would be another one. */
function isDevice(path: string): boolean {
  return /^\/(?:dev|proc)\//.test(path);
}
