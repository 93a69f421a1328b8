// What V8 made of the program's code, kept from one run for the next in a folder that nobody but its user can write to.

import { join } from "node:path";
import type { Script } from "node:vm";
import { type Environment, leaveNewest, prepare, readOwn, replace, userFolder } from "./own-folder.ts";

export interface CodeCache {
  /** Undefined: there is none. V8 refuses what another version of it made. */
  codeOf(part: string): Buffer | undefined;
  /** To be called when the run is over, for then V8 has made what a run needs. */
  keep(scripts: ReadonlyMap<string, Script>): void;
}

/** Of a part: this one, and those that other projects, and other versions of Node, may still run. */
const MOST_VERSIONS = 3;

const NONE: CodeCache = { codeOf: () => undefined, keep: () => {} };

/**
 * `versions`: a digest of the text of each part, for V8 compares no more than its length. What is in the folder is
 * code that will run: it must be of the user who runs it, and out of the reach of others.
 */
export function codeCache(folder: string | undefined, versions: Readonly<Record<string, string>>): CodeCache {
  if (folder === undefined) return NONE;
  const pathOf = (part: string) => join(folder, `${part}-${versions[part]}-${process.version}-${process.arch}`);
  return {
    codeOf: (part) => (versions[part] === undefined ? undefined : once(readOwn(folder, pathOf(part)))),
    keep(scripts) {
      const known = [...scripts].filter(([part]) => versions[part] !== undefined);
      // True: V8 did not take it; undefined: there was none. For a new part V8 made more of the others than they needed before.
      if (known.every(([, { cachedDataRejected }]) => cachedDataRejected === false)) return;
      try {
        prepare(folder);
        for (const [part, script] of known) {
          replace(pathOf(part), twice(script.createCachedData()));
          leaveNewest(folder, `${part}-`, MOST_VERSIONS);
        }
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

/** Undefined: nothing is kept. A continuous integration starts anew each time. */
export function cacheFolder(env: Environment, platform: NodeJS.Platform): string | undefined {
  return isSet(env.CI) || isSet(env.NODE_DISABLE_COMPILE_CACHE) ? undefined : userFolder(env, platform);
}

const isSet = (value: string | undefined) => value !== undefined && !["", "0", "false"].includes(value);
