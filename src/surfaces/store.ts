// The folder of kept verdicts: read only if nobody but the user can have written them.

import { join } from "node:path";
import { codeOf } from "./disk.ts";
import { isInRepository, prepare, readOwn, replace, userFolder } from "./start/own-folder.ts";

export interface Store {
  /** The digest that tells this build of the program from others. */
  readonly program: string;
  /** The default folder; undefined where the user has none, or it is in a repository. */
  readonly folder: string | undefined;
  /** Whether the folder is in a repository, so that whoever can change the repository can write there. */
  isInRepository(folder: string): boolean;
  /** Undefined where the file is missing, is too long, or could have been written by somebody else. */
  read(folder: string, name: string): Uint8Array | undefined;
  /** False where it cannot be written. */
  write(folder: string, name: string, text: string): boolean;
}

/** More than the verdicts on a hundred thousand files. */
const LONGEST = 2 ** 28;

export function storeOf(program: string): Store {
  return {
    program,
    get folder() {
      const own = userFolder(process.env, process.platform);
      return own && join(own, "verdicts");
    },
    isInRepository,
    read: (folder, name) => readOwn(folder, join(folder, name), LONGEST),
    write(folder, name, text) {
      try {
        prepare(folder);
        replace(join(folder, name), text);
        return true;
      } catch (thrown) {
        if (codeOf(thrown) === undefined) throw thrown;
        return false;
      }
    },
  };
}
