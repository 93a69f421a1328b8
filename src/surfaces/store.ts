// Where verdicts are kept from one run for the next, and read again only if nobody but the user can have written them.

import { join } from "node:path";
import { codeOf } from "./disk.ts";
import { isInRepository, prepare, readOwn, replace, userFolder } from "./start/own-folder.ts";

export interface Store {
  /** Tells this build of the program from every other. */
  readonly program: string;
  /** Where nobody says where; undefined: the user has no such folder, or it lies in a repository. */
  readonly folder: string | undefined;
  /** Whether whoever may change a repository may write there. */
  isInRepository(folder: string): boolean;
  /** Undefined: it is not there, too long, or somebody else may have written it. */
  read(folder: string, name: string): Uint8Array | undefined;
  /** False: it cannot be written. */
  write(folder: string, name: string, text: string): boolean;
}

/** A hundred thousand files make less. */
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
