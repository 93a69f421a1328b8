// What judging each file of a run came to, before it is a report.

import type { FileSettings } from "../config/scopes.ts";
import type { Document as Policy } from "../iam/language/document.ts";
import type { Input } from "../readers/inputs.ts";
import type { Resource } from "../readers/reader.ts";
import type { PolicyRulings } from "../rules/questions/ask.ts";
import type { Pass } from "../rules/questions/passes.ts";
import type { Outcome } from "../values/worlds.ts";
import type { ReportError, ReportNote } from "./report.ts";

export interface PolicyResult extends PolicyRulings {
  readonly resource: Resource;
  readonly worlds: readonly Outcome<Policy>[];
  /** No value of the policy may be shown. */
  readonly secret: boolean;
  /** The vendors that `Metadata.Unconfused` binds its accounts to. */
  readonly inlineVendors: readonly string[];
  /** Decides the policy once more. */
  passes(): readonly Pass[];
}

export interface FileResult {
  readonly path: string;
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
