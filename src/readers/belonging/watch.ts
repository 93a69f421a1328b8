// Watches what the verdicts of a run depend on besides its files: the files that these refer to, and the steps that they share.

import type { FilesIn, ReadFile } from "../reader.ts";

/** `by`: the file that asks; undefined for those of Terraform, whose files ask together. */
export type Asked = (what: "file" | "folder", path: string, by: string | undefined) => void;

/** Told of it as it happens. */
export interface Watch {
  readonly asked: Asked;
  spent(stage: "reading" | "judging" | "deciding", steps: number, file: string): void;
  /** A policy needs more than its share of the steps: what is left of them bears on those after it. */
  readonly beyond: () => void;
}

interface Asking {
  readonly readFile: ReadFile;
  readonly filesIn: FilesIn;
  readonly asked?: Asked | undefined;
}

/** The same, telling what is asked of it. */
export function telling<R extends Asking>(run: R, by?: string): R {
  const { asked, readFile, filesIn } = run;
  if (asked === undefined) return run;
  return {
    ...run,
    readFile(path) {
      asked("file", path, by);
      return readFile(path);
    },
    filesIn(folder) {
      asked("folder", folder, by);
      return filesIn(folder);
    },
  };
}
