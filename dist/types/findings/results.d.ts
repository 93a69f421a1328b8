import type { FileSettings } from "../config/scopes.js";
import type { Document as Policy } from "../iam/language/document.js";
import type { Input } from "../readers/inputs.js";
import type { Resource } from "../readers/reader.js";
import type { PolicyRulings } from "../rules/questions/ask.js";
import type { Pass } from "../rules/questions/passes.js";
import type { Outcome } from "../values/worlds.js";
import type { ReportError, ReportNote } from "./report.js";
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
