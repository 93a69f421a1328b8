// The machine that a run is on: the only access to files, streams, environment and time.

import { type Dirent, fstatSync, readdirSync, readSync, realpathSync, type Stats, statSync, writeSync } from "node:fs";
import { piecesOf } from "../text/pieces.ts";
import { Problem } from "../text/problem.ts";
import { attempt, codeOf, readRegular, replaceFile } from "./disk.ts";
import { askGit } from "./git.ts";
import { type Store, storeOf } from "./store.ts";

export type Kind = "file" | "folder" | "link" | "other";

export interface Host {
  /** Absolute. */
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly terminal: { readonly stdout: boolean; readonly stderr: boolean; readonly columns?: number | undefined };
  /** What is at a path, links followed; undefined where nothing is, or nothing that may be looked at. */
  kindOf(path: string): Kind | undefined;
  /** The absolute path with all links followed; undefined as in `kindOf`. */
  realPath(path: string): string | undefined;
  /** What is in a folder, by name in code-unit order, links not followed. Throws Problem. */
  list(folder: string): readonly { readonly name: string; readonly kind: Kind }[];
  /** A regular file, never one that waits for a writer. Throws Problem. */
  read(path: string): Uint8Array;
  /** Everything on standard input, to its end. */
  stdin(): Uint8Array;
  /** Asks a question at the terminal, and gives the line that is typed; undefined where there is no terminal. */
  readonly ask?: ((question: string) => string) | undefined;
  /** Writes a file, making its folder: either all of the text is written, or the file stays as it was. Throws Problem. */
  save(path: string, text: string): void;
  /**
   * Throws Problem where standard output is closed; errors of standard error are ignored, because there is nowhere to report them.
   * `commands`: the text has commands for the runner of a pipeline on purpose, and no text of an input is among them.
   */
  write(stream: "stdout" | "stderr", text: string, commands?: "commands"): void;
  /** Runs git in a folder, and gives its output. Throws Problem; GitRefusal where git refuses. */
  git(folder: string, words: readonly string[], input?: string): Uint8Array;
  /** What earlier runs have kept; undefined where this build has no digest that tells it from others. */
  readonly store?: (() => Store) | undefined;
  /** ISO date, UTC. */
  today(): string;
  /** A monotonic clock. */
  milliseconds(): number;
}

/** The real machine. `program`: the digest that tells this build from others. */
export function machine(program?: string): Host {
  return {
    ...(program !== undefined && { store: () => storeOf(program) }),
    cwd: process.cwd(),
    env: process.env,
    terminal: {
      get stdout() {
        return mayBeTerminal(1) && process.stdout.isTTY === true;
      },
      get stderr() {
        return mayBeTerminal(2) && process.stderr.isTTY === true;
      },
      get columns() {
        return this.stdout ? process.stdout.columns : undefined;
      },
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
        return realPathOf(path);
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
    read: readRegular,
    stdin: () => attempt(readStandardInput),
    get ask() {
      return mayBeTerminal(0) && mayBeTerminal(2) ? askAtTerminal : undefined;
    },
    save: replaceFile,
    write(stream, text) {
      if (stream === "stdout") return attempt(() => writeAll(1, text));
      try {
        writeAll(2, text);
      } catch (thrown) {
        if (codeOf(thrown) === undefined) throw thrown;
      }
    },
    git: askGit,
    today: () => new Date().toISOString().slice(0, 10),
    // Node loads `performance` when it is first used, which takes longer than this call.
    milliseconds: () => Number(process.hrtime.bigint()) / 1e6,
  };
}

/** The system's own `realpath` makes one call, Node's makes one for each folder of the path. On Windows the system's would replace mapped drives by what they stand for. */
const realPathOf = process.platform === "win32" ? realpathSync : realpathSync.native;

/** Asking `process.stdout` makes Node load its streams; for a file, a pipe or a closed descriptor that is not needed. */
function mayBeTerminal(stream: 0 | 1 | 2): boolean {
  try {
    const stats = fstatSync(stream);
    return stats.isCharacterDevice() && stats.rdev !== statSync("/dev/null", { throwIfNoEntry: false })?.rdev;
  } catch {
    return false;
  }
}

function kind(entry: Dirent | Stats): Kind {
  if (entry.isFile()) return "file";
  if (entry.isDirectory()) return "folder";
  return entry.isSymbolicLink() ? "link" : "other";
}

/** The longest file that is read. */
const LONGEST_INPUT = 2 ** 31;

function readStandardInput(): Uint8Array {
  const chunks: Uint8Array[] = [];
  const buffer = Buffer.alloc(65_536);
  let sum = 0;
  for (;;) {
    const length = patiently(() => readSync(0, buffer));
    if (length === 0) return Buffer.concat(chunks);
    sum += length;
    if (sum > LONGEST_INPUT)
      throw new Problem(
        "standard input is longer than 2 GiB",
        "give less of it, or leave out what is no infrastructure as code",
      );
    chunks.push(Buffer.from(buffer.subarray(0, length)));
  }
}

function askAtTerminal(question: string): string {
  writeAll(2, question);
  const buffer = Buffer.alloc(1000);
  const length = patiently(() => readSync(0, buffer));
  return buffer.subarray(0, length).toString();
}

/** In characters: a long report is encoded piece by piece. */
const AT_ONCE = 1_000_000;

/** Synchronous: `process.stdout.write` may lose what a pipe has not taken when the process ends. */
function writeAll(descriptor: number, text: string): void {
  for (const piece of piecesOf(text, AT_ONCE)) {
    let rest: Uint8Array = Buffer.from(piece);
    while (rest.length > 0) rest = rest.subarray(patiently(() => writeSync(descriptor, rest)));
  }
}

/** A pipe that is full, or has no byte yet, gives EAGAIN: wait a little and try again. */
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
