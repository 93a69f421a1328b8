// What one caller can bring for a condition key, where that is less than anyone can.

import type { Doubt } from "../../values/doubt.ts";
import type { Grammar } from "../patterns/cells.ts";
import type { Pattern } from "../patterns/pattern.ts";
import type { Word } from "../patterns/words.ts";

export interface KeyLanguage {
  readonly grammar: Grammar;
  /** What tells values apart, besides what conditions do. */
  readonly told: readonly Pattern[];
  /** Values worth showing. */
  readonly preferred: readonly Word[];
  admits(word: Word): boolean;
  /** The caller's account, which is in every value. */
  readonly account?: Word;
  /** What it takes to have a token with the value. */
  costOf?(word: Word): Doubt | undefined;
}
