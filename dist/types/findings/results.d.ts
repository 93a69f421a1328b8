import type { FileSettings } from "../config/scopes.js";
import type { Document as Policy } from "../iam/language/document.js";
import type { Turn } from "../readers/belonging/wholes.js";
import type { Input } from "../readers/inputs.js";
import type { Resource } from "../readers/reader.js";
import type { PolicyRulings } from "../rules/questions/ask.js";
import type { Pass } from "../rules/questions/passes.js";
import type { Origin } from "../values/value.js";
import type { Outcome } from "../values/worlds.js";
import type { Written } from "../values/written.js";
import type { Finding, Grant, ReportError, ReportNote, Unknown } from "./report.js";
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
    readonly statement?: {
        readonly origin: Origin;
        readonly others: () => readonly Origin[];
    } | undefined;
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
export declare function inlineVerdictsIn(files: readonly FileResult[]): number;
