// A suppression: who asks for silence about the findings of a rule, why, until when, and what it speaks of.

import type { Format, Resource as ReadResource } from "../../readers/reader.ts";
import type { Place, Resource, Suppressed } from "../report.ts";
import type { FileResult, ToldFinding } from "../results.ts";

/** One rule of one entry. */
export interface Suppression {
  readonly by: Extract<Suppressed["by"], "comment" | "metadata" | "config" | "acknowledge">;
  /** As written, known or not; undefined: it names none. */
  readonly rule: string | undefined;
  /** Empty where none is given. */
  readonly reason: string;
  readonly until?: string;
  /** What is wrong with its shape. */
  readonly invalid?: string;
  /** The checked files that it speaks of. */
  files(): readonly FileResult[];
  /** What is said of it is said of this; undefined: it speaks of no checked file. */
  subject(): Subject | undefined;
}

/** Tied to what they speak of: a line, a line that a resource begins in, or the value that they stand in. */
export type Anchored = readonly [suppression: Suppression, ...anchors: unknown[]];

export interface Subject {
  readonly place: Place;
  readonly resource: Resource;
  readonly owner?: ReadResource;
}

export interface Suppressions {
  readonly all: readonly Suppression[];
  /** Those that speak of a finding, whose rule has these names; the nearest first. */
  matching(made: FoundIn, names: readonly string[]): readonly Suppression[];
}

/** A finding, the file that it was made in, and the resource that it was made of. */
export interface FoundIn extends ToldFinding {
  readonly file: FileResult;
  readonly owner?: ReadResource;
}

/** What is no resource's own is the file's. */
export function wholeFile(path: string, format: Format): Resource {
  return { format, type: "file", id: path };
}
