// A part of a long JSON text that is read late.

import type { Rows } from "./rows.ts";

/** A list or an object under a late key; it is not empty. */
export interface LatePart {
  readonly start: number;
  readonly end: number;
  /** Of a list that holds nothing but objects. */
  readonly rows: Rows | undefined;
}
