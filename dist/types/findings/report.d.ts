import type { Severity, Tenancy } from "../config/config.js";
import type { PartyClass, TenancyFrom } from "../config/who.js";
import type { Format } from "../readers/reader.js";
/** What `check` returns, and what `--format json` writes. Lists are in the order of files and places. */
export interface Report {
    readonly version: 1;
    readonly tool: {
        readonly name: "unconfused";
        readonly version: string;
    };
    readonly summary: Summary;
    /** Grants that let a request in which a rule says must be denied, and other faults that rules name. */
    readonly findings: readonly Finding[];
    /** What a rule asks and cannot tell, because deployment decides it or a budget ran out. */
    readonly unknowns: readonly Unknown[];
    /** Every grant of every judged policy, also those that pass. */
    readonly grants: readonly Grant[];
    /** Findings that a comment, metadata, the configuration or a baseline accepts. */
    readonly suppressed: readonly Suppressed[];
    /** Inputs that could not be read or judged. While there are any, the report is incomplete. */
    readonly errors: readonly ReportError[];
    /** Parts of the input that were not read, or not as deployment reads them. */
    readonly notes: readonly ReportNote[];
    /** Present where only a part of the files was judged: what `unconfused merge` needs. */
    readonly shard?: Shard;
}
/** Counts. */
export interface Summary {
    /** Files that hold infrastructure as code. */
    readonly files: number;
    readonly resources: number;
    readonly policies: number;
    readonly grants: {
        readonly ok: number;
        readonly finding: number;
        readonly unknown: number;
    };
    readonly findings: Readonly<Record<Severity, number>>;
    readonly unknowns: number;
    /** Suppressed findings without those of a baseline, which `baselined` counts. */
    readonly suppressed: number;
    readonly baselined: number;
    readonly errors: number;
}
export interface ReportError {
    readonly message: string;
    /** What to do about it. */
    readonly help: string;
    readonly file?: string;
    /** From 1, as `column`. */
    readonly line?: number;
    readonly column?: number;
    /** Position of the opening bracket or quote, where the closing one is missing. */
    readonly opened?: {
        readonly line: number;
        readonly column: number;
    };
}
export interface ReportNote {
    readonly message: string;
    readonly file: string;
    readonly line: number;
    readonly column: number;
}
/**
 * A range in a file. `file` is the path as it was given to `check`; the command line gives paths relative to the root of the
 * repository, or else to the working directory. Lines and columns count from 1, columns in UTF-16 code units; the end is exclusive.
 */
export interface Place {
    readonly file: string;
    readonly line: number;
    readonly column: number;
    readonly endLine: number;
    readonly endColumn: number;
}
export interface Resource {
    readonly format: Format;
    /** CloudFormation or Terraform resource type; "file" where the whole file is meant. */
    readonly type: string;
    /** Logical id, or Terraform address; the path of the file where `type` is "file". */
    readonly id: string;
    /** Path of the construct, where the CDK made the resource. */
    readonly path?: string;
}
export type CallerClass = PartyClass | "service" | "federated";
export interface Shard {
    /** From 1. */
    readonly index: number;
    readonly count: number;
    /** The same for all shards of one run: of the files that were found, of what stands in them, and of the settings. */
    readonly run: string;
    /** Files of the whole run that hold infrastructure as code. */
    readonly files: number;
    readonly failOn: Severity | "never";
    /** Where in the whole run each entry of the lists was made. */
    readonly order: Readonly<Record<ShardList, readonly number[]>>;
    /** The entries under `ignore` in the configuration, of which one shard cannot tell whether they are of use. */
    readonly ignores: readonly ShardIgnore[];
    /** The entries of the baseline that are no finding of this shard. */
    readonly stale: readonly ShardStale[];
}
export interface ShardStale {
    /** Its place in the baseline. */
    readonly entry: number;
    /** Whether all that can be found in its file would have been; null: this shard cannot tell. */
    readonly looked: boolean | null;
    /** What is told of it if it is no finding of any shard. */
    readonly note: ReportNote;
}
export type ShardList = "findings" | "unknowns" | "grants" | "suppressed" | "errors" | "notes";
export interface ShardIgnore {
    readonly used: boolean;
    /** Where in the whole run its subject was met; null: nowhere in this shard. */
    readonly met: number | null;
    /** What is told of it if no shard uses it; null: nothing. */
    readonly finding: Finding | null;
    /** The same where other entries, by their place in this list, silence it. */
    readonly suppressed: Suppressed | null;
    readonly silencedBy: readonly number[];
    /** It silences what is told of entries that are of no use. */
    readonly silences: boolean;
}
export interface Caller {
    readonly class: CallerClass;
    /** Twelve digits, or `${Parameter}`. */
    readonly account?: string;
    readonly vendor?: string;
    readonly tenancy?: Tenancy;
    readonly tenancyFrom?: TenancyFrom;
}
export interface Request {
    readonly principal: string;
    readonly session?: string;
    readonly action: string;
    readonly context: Readonly<Record<string, string | readonly string[]>>;
    /** Keys that the request must not carry. */
    readonly absent: readonly string[];
}
/** The values of parameters and conditions with which the finding is true: only those that the verdict depends on. */
export interface World {
    readonly parameters: Readonly<Record<string, string>>;
    readonly conditions: Readonly<Record<string, boolean>>;
}
/** Edits that mend a finding. With all of them applied, the rule no longer reports the grant, and no other rule has a new finding. */
export interface Fix {
    /** An imperative: "drop IfExists from StringEqualsIfExists". */
    readonly description: string;
    /** False: whoever deploys or calls has to do something as well, so a person should look at it first. */
    readonly safe: boolean;
    /** In the order of the text; they do not overlap. */
    readonly edits: readonly FixEdit[];
}
/** Replaces the range by `text`; inserts it where the range is empty. */
export interface FixEdit extends Place {
    readonly text: string;
}
/** A rule's finding, at the principal or element that it is about. */
export interface Finding extends Place {
    /** Id of the rule. */
    readonly rule: string;
    readonly severity: Severity;
    readonly message: string;
    readonly resource: Resource;
    readonly callers: readonly Caller[];
    /** What to do next, where there is more to say than the `fix` of the rule. */
    readonly help?: string;
    readonly vendor?: string;
    /** A request that the policy lets in and that the rule says must be denied. Accounts of strangers are documentation accounts. */
    readonly witness?: Request;
    readonly world?: World;
    readonly related: readonly (Place & {
        readonly message: string;
    })[];
    /** Stays the same when lines move or other resources change. 32 hexadecimal digits. */
    readonly fingerprint: string;
    /** The first one is proposed. Left out: none is known, or `fixes` was not asked for. */
    readonly fixes?: readonly Fix[];
}
export interface Suppressed extends Finding {
    readonly by: "comment" | "metadata" | "config" | "baseline" | "acknowledge";
    readonly reason: string;
    readonly until?: string;
}
export interface Unknown extends Place {
    readonly rule: string;
    /** Why it cannot be told: "parameter", "file", "budget" and so on. */
    readonly reason: string;
    /** What the answer depends on, such as "parameter VendorAccount". */
    readonly source: string;
    /** A question: "cannot tell whether …". */
    readonly message: string;
    /** What would decide it. */
    readonly help: string;
    readonly resource: Resource;
    readonly callers: readonly Caller[];
    /** A request that may get through. */
    readonly wouldAllow?: Request;
    readonly world?: World;
}
/** One Allow statement and one element of its principal. */
export interface Grant extends Place {
    readonly resource: Resource;
    /** As written in the policy. */
    readonly principal: string;
    readonly callers: readonly Caller[];
    /** The operators and keys of the statement, such as "StringEquals sts:ExternalId". */
    readonly conditions: readonly string[];
    readonly verdict: "ok" | "finding" | "unknown";
    /** Ids of the rules that report it; empty where the verdict is "ok". */
    readonly rules: readonly string[];
}
