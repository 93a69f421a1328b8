// The files that the program is made of (.ci/parts.mjs), each read when it is first asked for, with what V8 made of it in an earlier run.

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

/** `./NAME` stands beside the others in `folder`; everything else is asked of Node. */
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

/** A file as the function that Node would make of it. Put together before it is a text: V8 keeps a long one twice that is put together after. */
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
