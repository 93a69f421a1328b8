import { posix } from "node:path";
import type { Host, Kind } from "../../src/surfaces/host.ts";
import type { Store } from "../../src/surfaces/store.ts";
import { Problem } from "../../src/text/problem.ts";

/** What a path of the machine in memory leads to; a text or bytes are a file. */
export type Entry =
  | string
  | Uint8Array
  | { readonly link: string }
  | { readonly refuses: string }
  | { readonly kind: "other" };

export interface Machine {
  /** Absolute path to content. */
  readonly files: Readonly<Record<string, Entry>>;
  readonly cwd?: string;
  readonly stdin?: string;
  /** What somebody at the terminal answers, in order; nobody is there, if left out. */
  readonly answers?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  readonly terminal?: boolean;
  /** How many milliseconds go by from one look at the clock to the next. */
  readonly pace?: number;
  readonly today?: string;
  /** What earlier runs have kept, by folder and name; this one adds to it. Nothing is, if left out. */
  readonly kept?: Map<string, string>;
  /** What tells this build from others. */
  readonly build?: string;
}

/** A machine that is only in memory, and remembers what was written. */
export function memoryHost({
  files,
  cwd = "/home/me",
  stdin = "",
  answers,
  env = {},
  terminal = false,
  pace = 0,
  today = "2026-11-22",
  kept,
  build = "a",
}: Machine) {
  const written = { stdout: "", stderr: "" };
  const saved = new Map<string, string>();
  let now = 0;
  const isFolder = (path: string) => Object.keys(files).some((file) => file.startsWith(`${path.replace(/\/$/, "")}/`));
  const resolved = (path: string): Entry | undefined => {
    const entry = files[path];
    return typeof entry === "object" && "link" in entry ? resolved(entry.link) : entry;
  };
  const host: Host = {
    cwd,
    env,
    terminal: { stdout: terminal, stderr: terminal },
    kindOf(path) {
      const entry = files[path];
      const target = typeof entry === "object" && "link" in entry ? entry.link : path;
      const found = files[target];
      if (typeof found === "object" && "kind" in found) return found.kind;
      if (found !== undefined) return "file";
      return isFolder(target) ? "folder" : undefined;
    },
    realPath(path) {
      const entry = files[path];
      if (typeof entry === "object" && "link" in entry) return host.realPath(entry.link);
      return host.kindOf(path) === undefined ? undefined : path;
    },
    list(folder) {
      const prefix = folder === "/" ? "/" : `${folder}/`;
      const entries = new Map<string, Kind>();
      for (const [path, entry] of Object.entries(files)) {
        if (!path.startsWith(prefix)) continue;
        const [name = "", ...deeper] = path.slice(prefix.length).split("/");
        if (name === "" && typeof entry === "object" && "refuses" in entry) throw new Problem(entry.refuses, "help");
        if (deeper.length > 0) entries.set(name, "folder");
        else entries.set(name, typeof entry === "object" && "link" in entry ? "link" : "file");
      }
      return [...entries].map(([name, kind]) => ({ name, kind })).sort((a, b) => (a.name < b.name ? -1 : 1));
    },
    read(path) {
      const entry = resolved(path);
      if (entry === undefined) throw new Problem("there is no such file or folder", "check the spelling");
      if (typeof entry === "string") return new TextEncoder().encode(entry);
      if (entry instanceof Uint8Array) return entry;
      throw new Problem("refuses" in entry ? entry.refuses : "a broken link", "help");
    },
    ...(answers && { ask: answering(answers) }),
    stdin: () => new TextEncoder().encode(stdin),
    save: (path, text) => void saved.set(posix.normalize(path), text),
    write(stream, text) {
      written[stream] += text;
    },
    git: () => {
      throw new Problem("there is no git on the path", "help");
    },
    ...(kept && { store: () => storeIn(kept, build, files) }),
    today: () => today,
    milliseconds: () => (now += pace),
  };
  return { host, written, saved };
}

function storeIn(kept: Map<string, string>, program: string, files: Machine["files"]): Store {
  return {
    program,
    folder: "/home/me/.cache/unconfused",
    isInRepository: (folder) =>
      Object.keys(files).some((file) => /\/\.git(?:\/|$)/.test(file) && folder.startsWith(file.replace(/\.git.*/, ""))),
    read(folder, name) {
      const text = kept.get(`${folder}/${name}`);
      return text === undefined ? undefined : new TextEncoder().encode(text);
    },
    write: (folder, name, text) => kept.set(`${folder}/${name}`, text) === kept,
  };
}

function answering(answers: readonly string[]): (question: string) => string {
  const left = [...answers];
  return () => left.shift() ?? "";
}
