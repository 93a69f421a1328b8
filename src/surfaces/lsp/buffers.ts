// A Host for the language server: open files have the text of the editor, and nothing is written.

import { dirname } from "node:path";
import { Problem } from "../../text/problem.ts";
import type { Host } from "../host.ts";

/** `texts`: of the open files, by absolute path. `cwd`: the working directory of the run. */
export function withBuffers(host: Host, texts: ReadonlyMap<string, string>, cwd: string): Host {
  const encoder = new TextEncoder();
  const bytes = new Map(Array.from(texts, ([path, text]) => [path, encoder.encode(text)]));
  return {
    ...host,
    cwd,
    terminal: { stdout: false, stderr: false },
    kindOf: (path) => (bytes.has(path) ? "file" : host.kindOf(path)),
    realPath: (path) => host.realPath(path) ?? (bytes.has(path) ? path : undefined),
    list(folder) {
      const there = host.list(folder);
      const names = new Set(there.map(({ name }) => name));
      // A file that was never saved.
      const unsaved = [...bytes.keys()]
        .filter((path) => dirname(path) === folder)
        .map((path) => path.slice(folder.length).replace(/^[\\/]/, ""))
        .filter((name) => !names.has(name))
        .map((name) => ({ name, kind: "file" as const }));
      return [...there, ...unsaved].sort((one, other) => (one.name < other.name ? -1 : 1));
    },
    read: (path) => bytes.get(path) ?? host.read(path),
    stdin: () => {
      throw new Problem("standard input belongs to the editor", "name a file");
    },
    save: () => {
      throw new Problem("the editor writes its files itself", "apply the edit there");
    },
    // Standard output speaks the protocol.
    write: () => {},
  };
}
