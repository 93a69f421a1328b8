// Loads the files that the program is made of (.ci/parts.mjs), each when it is first used, with its code cache.

import { closeSync, fstatSync, openSync, readSync } from "node:fs";
import { join } from "node:path";
import { Script } from "node:vm";
import type { CodeCache } from "./code-cache.ts";

interface Loaded {
  readonly script: Script;
  readonly module: { exports: unknown };
}

export interface Parts {
  load(name: string): unknown;
  /** Those that were loaded, by their names. */
  scripts(): ReadonlyMap<string, Script>;
}

/** `./NAME` is a part in `folder`; every other name is a module of Node. */
export function partsIn(folder: string, { codeOf }: Pick<CodeCache, "codeOf">, node: NodeJS.Require): Parts {
  const loaded = new Map<string, Loaded>();
  const load = (name: string): unknown => {
    const known = loaded.get(name);
    if (known !== undefined) return known.module.exports;
    const filename = join(folder, name);
    const cachedData = codeOf(name);
    const script = new Script(functionOf(filename), {
      filename,
      ...(cachedData !== undefined && { cachedData }),
    });
    const module: Loaded["module"] = { exports: {} };
    const need = (asked: string) => (asked.startsWith("./") ? load(asked.slice(2)) : node(asked));
    loaded.set(name, { script, module });
    script.runInThisContext()(module.exports, need, module);
    return module.exports;
  };
  return { load, scripts: () => new Map(Array.from(loaded, ([name, { script }]) => [name, script])) };
}

const HEAD = "(function (exports, require, module) {";
const TAIL = "\n})";

/** A file as the function that Node would make of it. It is joined as bytes, because V8 keeps a long text twice that is joined as strings. */
function functionOf(filename: string): string {
  const file = openSync(filename, "r");
  try {
    const { size } = fstatSync(file);
    const bytes = Buffer.allocUnsafe(HEAD.length + size + TAIL.length);
    let end = bytes.write(HEAD);
    for (let length = -1; length !== 0; end += length)
      length = readSync(file, bytes, end, size + HEAD.length - end, null);
    end += bytes.write(TAIL, end);
    // The bundler writes ASCII.
    return bytes.toString("latin1", 0, end);
  } finally {
    closeSync(file);
  }
}
