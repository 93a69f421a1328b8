// The record that is kept of a run: the verdicts on its files, and everything that these depend on.

import { hash } from "node:crypto";
import type { Identity } from "../../../findings/fingerprint.ts";
import type { ReportPart } from "../../../findings/merge/parts.ts";
import type { Kind } from "../inputs/discover.ts";

/** The digest of a file's content; null where there is no such file. */
export type Digest = string | null;

/** The verdict on files on which no other file of the run has an effect. */
export interface Verdict {
  /** The only day on which it holds; left out where it holds on any day. */
  readonly day?: string;
  /** The steps that it took from what all files of a run share. */
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
  /** What each file was found to be. */
  readonly kinds: readonly (readonly [candidate: string, digest: string, kind: Kind])[];
  /** Files that are each judged alone. */
  readonly alone: readonly (readonly [path: string, digest: string, verdict: Verdict])[];
  /** All other files, judged together. */
  readonly together?: Together;
}

export const EMPTY: RunRecord = { kinds: [], alone: [] };

const NEWLINE = 0x0a;

/** Begins with a digest of the rest, against a full or failing disk. It is no protection from people who can write there. */
export function writtenRecord(record: RunRecord): string {
  const text = JSON.stringify(record);
  return `${digestOf(text)}\n${text}`;
}

/** Undefined where the file is damaged. */
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

/** Checks only that the lists are there. */
function isRecord(value: unknown): value is RunRecord {
  if (typeof value !== "object" || value === null) return false;
  const { kinds, alone } = value as { readonly kinds?: unknown; readonly alone?: unknown };
  return [kinds, alone].every((list) => Array.isArray(list) && list.every((entry) => Array.isArray(entry)));
}

export function digestOf(content: string | Uint8Array): string {
  return hash("sha256", content, "hex");
}
