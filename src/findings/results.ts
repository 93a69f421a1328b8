// What the files of a run came to, before all of it is one report: of each policy what is told of it, and nothing of what it was worked out from.

import type { FileSettings } from "../config/scopes.ts";
import type { Document as Policy } from "../iam/language/document.ts";
import type { Turn } from "../readers/belonging/wholes.ts";
import type { Input } from "../readers/inputs.ts";
import type { Resource } from "../readers/reader.ts";
import type { PolicyRulings } from "../rules/questions/ask.ts";
import type { Pass } from "../rules/questions/passes.ts";
import type { Origin } from "../values/value.ts";
import type { Outcome } from "../values/worlds.ts";
import type { Written } from "../values/written.ts";
import type { Finding, Grant, ReportError, ReportNote, Unknown } from "./report.ts";

/** All that judging one policy came to. There may be very many: it is let go of when it is told. */
export interface JudgedPolicy extends PolicyRulings {
  readonly resource: Resource;
  readonly worlds: readonly Outcome<Policy>[];
  /** No value of the policy may be shown. */
  readonly secret: boolean;
  /** The vendors that `Metadata.Unconfused` binds its accounts to. */
  readonly inlineVendors: readonly string[];
  /** Decides the policy once more. */
  passes(): readonly Pass[];
}

/** A policy of which the same is told as of any other that is written alike. */
export interface Alike {
  /** One for all of them. */
  readonly as: object;
  readonly document: Written;
}

/** One policy as the report tells it. */
export interface PolicyResult {
  readonly resource: Resource;
  readonly secret: boolean;
  /** There is a world in which it is deployed. */
  readonly hasWorlds: boolean;
  readonly findings: readonly ToldFinding[];
  readonly unknowns: readonly Unknown[];
  readonly grants: readonly Grant[];
  /** The files that its grants stand in. */
  readonly files: readonly string[];
  /** How many grants are judged by what the input says about itself. */
  readonly inlineVerdicts: number;
  /** Undefined: what is told of it may hold for no other. */
  readonly alike: Alike | undefined;
  /** Judges it once more, for who needs what the report does not tell. */
  again(): JudgedPolicy;
}

export interface ToldFinding {
  readonly finding: Finding;
  /** The statement that it is about, where comments stand in its file, and the principals in it that other findings are about. */
  readonly statement?: { readonly origin: Origin; readonly others: () => readonly Origin[] } | undefined;
}

export interface FileResult {
  readonly path: string;
  readonly turn: Turn;
  /** It is judged for the sake of others, and reported only where it speaks of those. */
  readonly isContext: boolean;
  /** Another shard judges it, and reports all that is of it. */
  readonly isElsewhere?: boolean;
  readonly settings: FileSettings;
  /** None: the file holds no infrastructure as code, or cannot be read. */
  readonly inputs: readonly Input[];
  readonly policies: readonly PolicyResult[];
  readonly errors: readonly ReportError[];
  readonly notes: readonly ReportNote[];
}

/** How many grants are judged by what the input says about itself. */
export function inlineVerdictsIn(files: readonly FileResult[]): number {
  return files.flatMap(({ policies }) => policies).reduce((sum, one) => sum + one.inlineVerdicts, 0);
}
