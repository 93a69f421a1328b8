// The results of a run by file, before they become one report. Of each policy only what is reported is kept, because there may be very many.

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

/** Everything that judging one policy found out. It is dropped once its `PolicyResult` is made, because there may be very many. */
export interface JudgedPolicy extends PolicyRulings {
  readonly resource: Resource;
  readonly worlds: readonly Outcome<Policy>[];
  /** No value of the policy may be shown. */
  readonly secret: boolean;
  /** The vendors that `Metadata.Unconfused` binds the accounts of the policy to. */
  readonly inlineVendors: readonly string[];
  /** Why its grants pass. This decides the policy again. */
  passes(): readonly Pass[];
}

/** Marks policies that share one result because they are written alike. */
export interface Alike {
  /** The same object for all of them. */
  readonly as: object;
  readonly document: Written;
}

/** What the report says of one policy. */
export interface PolicyResult {
  readonly resource: Resource;
  readonly secret: boolean;
  /** Whether the policy is deployed in some world. */
  readonly hasWorlds: boolean;
  readonly findings: readonly ToldFinding[];
  readonly unknowns: readonly Unknown[];
  readonly grants: readonly Grant[];
  /** The files that its grants stand in. */
  readonly files: readonly string[];
  /** Number of grants whose verdict depends on `Metadata.Unconfused` in the input. */
  readonly inlineVerdicts: number;
  /** Undefined: the result holds for this policy alone. */
  readonly alike: Alike | undefined;
  /** Judges the policy again, for callers that need more than the report says. */
  again(): JudgedPolicy;
}

export interface ToldFinding {
  readonly finding: Finding;
  /** The statement of the finding, and the principals in it that other findings are about. Only where the file has comments. */
  readonly statement?: { readonly origin: Origin; readonly others: () => readonly Origin[] } | undefined;
}

export interface FileResult {
  readonly path: string;
  readonly turn: Turn;
  /** Nobody asked for the file: it is judged because others depend on it, and reported only where it affects them. */
  readonly isContext: boolean;
  /** Another shard judges the file and reports everything about it. */
  readonly isElsewhere?: boolean;
  readonly settings: FileSettings;
  /** Empty: the file holds no infrastructure as code, or cannot be read. */
  readonly inputs: readonly Input[];
  readonly policies: readonly PolicyResult[];
  readonly errors: readonly ReportError[];
  readonly notes: readonly ReportNote[];
}

/** How many grants are judged by what the input says about itself. */
export function inlineVerdictsIn(files: readonly FileResult[]): number {
  return files.flatMap(({ policies }) => policies).reduce((sum, one) => sum + one.inlineVerdicts, 0);
}
