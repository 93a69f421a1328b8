// What is kept of a run for the next, as it is written: the verdicts on its files, and all that these came from.

import { hash } from "node:crypto";
import type { Identity } from "../../../findings/fingerprint.ts";
import type { ReportPart } from "../../../findings/merge/parts.ts";
import type { Kind } from "../inputs/discover.ts";

/** A digest of what stands in a file; null: there is none. */
export type Digest = string | null;

/** What judging files came to, of which no other file of the run knows. */
export interface Verdict {
  /** The only day for which it holds; left out: any. */
  readonly day?: string;
  /** Of what all files of a run may spend together. */
  readonly spent: { readonly reading: number; readonly judging: number; readonly deciding: number };
  readonly part: ReportPart;
  readonly identities: readonly (readonly [fingerprint: string, Identity])[];
  readonly inlineVerdicts: number;
  readonly declared: readonly (readonly [path: string, names: readonly string[]])[];
  readonly hidden: readonly (readonly [path: string, lines: readonly HiddenLine[]])[];
}

/** `end` is null where the rest of the line is hidden. */
export type HiddenLine = readonly [line: number, start: number, end: number | null, declared: boolean];

/** Files that are judged as one, and whatever else they refer to. */
export interface Together extends Verdict {
  readonly files: readonly (readonly [path: string, digest: string])[];
  readonly read: readonly (readonly [path: string, digest: Digest])[];
  readonly listed: readonly (readonly [folder: string, digest: string])[];
}

export interface RunRecord {
  /** What each file that was looked at is to us. */
  readonly kinds: readonly (readonly [candidate: string, digest: string, kind: Kind])[];
  /** Files of which every one is judged for itself. */
  readonly alone: readonly (readonly [path: string, digest: string, verdict: Verdict])[];
  /** All others. */
  readonly together?: Together;
}

export const EMPTY: RunRecord = { kinds: [], alone: [] };

const NEWLINE = 0x0a;

/** A digest first, for a disk may be full or fail; whoever may write can write a right one. */
export function writtenRecord(record: RunRecord): string {
  const text = JSON.stringify(record);
  return `${digestOf(text)}\n${text}`;
}

/** Undefined: it is not as it was written. */
export function parsedRecord(bytes: Uint8Array): RunRecord | undefined {
  const end = bytes.indexOf(NEWLINE);
  const text = bytes.subarray(end + 1);
  if (new TextDecoder().decode(bytes.subarray(0, Math.max(0, end))) !== digestOf(text)) return undefined;
  try {
    const record: unknown = JSON.parse(new TextDecoder().decode(text));
    return isRecord(record) ? record : undefined;
  } catch (thrown) {
    if (thrown instanceof SyntaxError) return undefined;
    throw thrown;
  }
}

/** Whoever wrote it, it is a list of what files are and one of what came of them. */
function isRecord(value: unknown): value is RunRecord {
  if (typeof value !== "object" || value === null) return false;
  const { kinds, alone } = value as { readonly kinds?: unknown; readonly alone?: unknown };
  return [kinds, alone].every((list) => Array.isArray(list) && list.every((entry) => Array.isArray(entry)));
}

export function digestOf(content: string | Uint8Array): string {
  return hash("sha256", content, "hex");
}
