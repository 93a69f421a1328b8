// The machine that a run is on: files, streams, environment and time. The only door to them.

import {
  type Dirent,
  mkdirSync,
  readdirSync,
  readFileSync,
  readSync,
  realpathSync,
  type Stats,
  statSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import { dirname } from "node:path";
import { Problem } from "../text/problem.ts";

export type Kind = "file" | "folder" | "link" | "other";

export interface Host {
  /** Absolute. */
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly terminal: { readonly stdout: boolean; readonly stderr: boolean; readonly columns?: number };
  /** What stands at a path, links followed; undefined where nothing does, or nothing that may be looked at. */
  kindOf(path: string): Kind | undefined;
  /** The absolute path of what stands at a path, links followed; undefined as in `kindOf`. */
  realPath(path: string): string | undefined;
  /** What is in a folder, by name in code-unit order, links not followed. Throws Problem. */
  list(folder: string): readonly { readonly name: string; readonly kind: Kind }[];
  /** Throws Problem. */
  read(path: string): Uint8Array;
  /** Everything on standard input, to its end. */
  stdin(): Uint8Array;
  /** Writes a file, making its folder. Throws Problem. */
  save(path: string, text: string): void;
  write(stream: "stdout" | "stderr", text: string): void;
  /** ISO date, UTC. */
  today(): string;
  /** A clock that only goes forward. */
  milliseconds(): number;
}

/** Why the system refuses, by error code of Node; anything else is told by its code. */
const REFUSALS: Readonly<Record<string, readonly [message: string, help: string]>> = {
  ENOENT: ["there is no such file or folder", "check the spelling; paths are relative to the working directory"],
  EACCES: ["permission denied", "give the user that runs this the right to it"],
  EPERM: ["permission denied", "give the user that runs this the right to it"],
  EISDIR: ["this is a folder, not a file", "name a file"],
  ENOTDIR: ["a part of this path is a file, not a folder", "check the spelling"],
  ELOOP: ["a symbolic link here leads back to itself", "remove the link"],
  ENOSPC: ["the disk is full", "make room and run again"],
  EROFS: ["the file system is read-only", "name a place that can be written"],
  ERR_FS_FILE_TOO_LARGE: ["the file is larger than 2 GiB", "leave it out with --exclude"],
};

/** The real one. */
export function machine(): Host {
  const closed = new Set<number>();
  return {
    cwd: process.cwd(),
    env: process.env,
    terminal: {
      stdout: process.stdout.isTTY === true,
      stderr: process.stderr.isTTY === true,
      ...(process.stdout.isTTY && { columns: process.stdout.columns }),
    },
    kindOf(path) {
      try {
        return kind(statSync(path));
      } catch {
        return undefined;
      }
    },
    realPath(path) {
      try {
        return realpathSync(path);
      } catch {
        return undefined;
      }
    },
    list(folder) {
      const found = attempt(() => readdirSync(folder, { withFileTypes: true }));
      return found
        .map((each) => ({ name: each.name, kind: kind(each) }))
        .sort((one, other) => (one.name < other.name ? -1 : 1));
    },
    read: (path) => attempt(() => readFileSync(path)),
    stdin: () => attempt(readStandardInput),
    save(path, text) {
      attempt(() => {
        mkdirSync(dirname(path), { recursive: true });
        writeFileSync(path, text);
      });
    },
    write(stream, text) {
      const descriptor = stream === "stdout" ? 1 : 2;
      if (!closed.has(descriptor) && !writeAll(descriptor, text)) closed.add(descriptor);
    },
    today: () => new Date().toISOString().slice(0, 10),
    milliseconds: () => performance.now(),
  };
}

function kind(entry: Dirent | Stats): Kind {
  if (entry.isFile()) return "file";
  if (entry.isDirectory()) return "folder";
  return entry.isSymbolicLink() ? "link" : "other";
}

function attempt<T>(action: () => T): T {
  try {
    return action();
  } catch (thrown) {
    const code = codeOf(thrown);
    if (code === undefined) throw thrown;
    const [message, help] = REFUSALS[code] ?? [`the system refused (${code})`, "check the path and try again"];
    throw new Problem(message, help);
  }
}

function codeOf(thrown: unknown): string | undefined {
  if (!(thrown instanceof Error) || !("code" in thrown)) return undefined;
  return typeof thrown.code === "string" ? thrown.code : undefined;
}

function readStandardInput(): Uint8Array {
  const chunks: Uint8Array[] = [];
  const buffer = Buffer.alloc(65_536);
  for (;;) {
    const length = patiently(() => readSync(0, buffer));
    if (length === 0) return Buffer.concat(chunks);
    chunks.push(Buffer.from(buffer.subarray(0, length)));
  }
}

/** Synchronous: `process.stdout.write` may lose what a pipe has not taken when the process ends. False: nobody reads. */
function writeAll(descriptor: number, text: string): boolean {
  let rest: Uint8Array = Buffer.from(text);
  try {
    while (rest.length > 0) rest = rest.subarray(patiently(() => writeSync(descriptor, rest)));
    return true;
  } catch (thrown) {
    if (codeOf(thrown) === "EPIPE") return false;
    throw thrown;
  }
}

/** A pipe without a free page, or without a byte yet, says EAGAIN: wait a little and ask again. */
function patiently(action: () => number): number {
  for (;;) {
    try {
      return action();
    } catch (thrown) {
      if (codeOf(thrown) !== "EAGAIN") throw thrown;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
    }
  }
}
