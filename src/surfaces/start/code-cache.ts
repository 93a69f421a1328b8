// The code cache: V8's compiled code of the program, kept for the next run in a folder that only the user can write to.

import { join } from "node:path";
import type { Script } from "node:vm";
import { type Environment, leaveNewest, prepare, readOwn, replace, userFolder } from "./own-folder.ts";

export interface CodeCache {
  /** Undefined where there is none. V8 refuses code that another version of it made. */
  codeOf(part: string): Buffer | undefined;
  /** To be called at the end of the run, when V8 has compiled what a run needs. */
  keep(scripts: ReadonlyMap<string, Script>): void;
}

/** Kept files of one part: the current one, and those that other installations and other versions of Node may still use. */
const MOST_VERSIONS = 3;

const NONE: CodeCache = { codeOf: () => undefined, keep: () => {} };

/**
 * `versions`: a digest of the text of each part, because V8 compares only its length. What is in the folder is
 * code that will run: it must be of the user who runs it, and out of the reach of others.
 */
export function codeCache(folder: string | undefined, versions: Readonly<Record<string, string>>): CodeCache {
  if (folder === undefined) return NONE;
  const pathOf = (part: string) => join(folder, `${part}-${versions[part]}-${process.version}-${process.arch}`);
  return {
    codeOf: (part) => (versions[part] === undefined ? undefined : once(readOwn(folder, pathOf(part)))),
    keep(scripts) {
      const known = [...scripts].filter(([part]) => versions[part] !== undefined);
      // True: V8 refused it; undefined: there was none. A run that loads a new part has compiled more of the other parts too, so all are written again.
      if (known.every(([, { cachedDataRejected }]) => cachedDataRejected === false)) return;
      try {
        prepare(folder);
        for (const [part, script] of known) {
          replace(pathOf(part), twice(script.createCachedData()));
          leaveNewest(folder, `${part}-`, MOST_VERSIONS);
        }
      } catch (thrown) {
        // The home folder is missing, read-only or full: the next run starts without kept code.
        if (!(thrown instanceof Error && "code" in thrown)) throw thrown;
      }
    },
  };
}

/** Written twice, so that damage shows: V8 checks only the length, and a digest would take longer than reading the code twice. */
const twice = (code: Buffer) => Buffer.concat([code, code]);

function once(bytes: Buffer | undefined): Buffer | undefined {
  const half = (bytes?.length ?? 0) / 2;
  const code = bytes?.subarray(0, half);
  return half > 0 && code?.equals(bytes?.subarray(half) ?? code) ? code : undefined;
}

/** Undefined where nothing is kept: in continuous integration every run starts on a clean machine. */
export function cacheFolder(env: Environment, platform: NodeJS.Platform): string | undefined {
  return isSet(env.CI) || isSet(env.NODE_DISABLE_COMPILE_CACHE) ? undefined : userFolder(env, platform);
}

const isSet = (value: string | undefined) => value !== undefined && !["", "0", "false"].includes(value);
