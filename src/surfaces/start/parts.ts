// The files that the program is made of (.ci/parts.mjs), each read when it is first asked for, with what V8 made of it in an earlier run.

import { readFileSync } from "node:fs";
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
    // The bundler writes ASCII.
    const text = readFileSync(filename, "latin1");
    const cachedData = codeOf(name);
    const script = new Script(`(function (exports, require, module) {${text}\n})`, {
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
