// Which verdicts of an earlier run still hold: those that depend on nothing that has changed.

import type { Digest, RunRecord, Together, Verdict } from "./record.ts";

export interface Today {
  readonly day: string | undefined;
  /** The files of the run in their order, by their paths. */
  readonly files: ReadonlyMap<string, string>;
  /** The digest of the file at a path, as an input that refers to it would find it. */
  digestOf(path: string): Digest;
  /** The digest of a folder's listing. */
  listingOf(folder: string): string;
}

export interface Holding {
  readonly alone: ReadonlyMap<string, Verdict>;
  readonly together?: Together;
}

export const NOTHING: Holding = { alone: new Map() };

export function holdingOf({ alone, together }: RunRecord, today: Today): Holding {
  const isOfDay = ({ day }: Verdict) => day === undefined || day === today.day;
  const holding = alone.filter(([path, digest, verdict]) => today.files.get(path) === digest && isOfDay(verdict));
  return {
    alone: new Map(holding.map(([path, , verdict]) => [path, verdict])),
    ...(together !== undefined && isOfDay(together) && isUnchanged(together, today) && { together }),
  };
}

function isUnchanged({ files, read, listed }: Together, today: Today): boolean {
  const own = new Set(files.map(([path]) => path));
  const inOrder = [...today.files].filter(([path]) => own.has(path));
  return (
    inOrder.length === files.length &&
    files.every(([path, digest], index) => inOrder[index]?.[0] === path && inOrder[index]?.[1] === digest) &&
    read.every(([path, digest]) => today.digestOf(path) === digest) &&
    listed.every(([folder, digest]) => today.listingOf(folder) === digest)
  );
}
