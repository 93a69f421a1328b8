import type { Severity, Tenancy } from "../config/config.js";
import type { PartyClass, TenancyFrom } from "../config/who.js";
import type { Format } from "../readers/reader.js";
export interface Report {
    readonly version: 1;
    readonly tool: {
        readonly name: "unconfused";
        readonly version: string;
    };
    readonly summary: Summary;
    readonly findings: readonly Finding[];
    readonly unknowns: readonly Unknown[];
    /** Every grant of every judged policy: nothing is silently skipped. */
    readonly grants: readonly Grant[];
    readonly suppressed: readonly Suppressed[];
    readonly errors: readonly ReportError[];
    /** What of the input was read otherwise than deployment reads it, or not at all. */
    readonly notes: readonly ReportNote[];
    /** Only a part of the files was judged: what `merge` needs to know of it. */
    readonly shard?: Shard;
}
export interface Summary {
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
    readonly suppressed: number;
    readonly baselined: number;
    readonly errors: number;
}
export interface ReportError {
    readonly message: string;
    readonly help: string;
    readonly file?: string;
    readonly line?: number;
    readonly column?: number;
    /** Where the bracket or quote opened that it is about. */
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
/** `file` with "/", relative to the repository root, else to the working directory. Lines and columns from 1, UTF-16, end exclusive. */
export interface Place {
    readonly file: string;
    readonly line: number;
    readonly column: number;
    readonly endLine: number;
    readonly endColumn: number;
}
export interface Resource {
    readonly format: Format;
    /** CloudFormation or Terraform resource type; "file" where a whole file is meant, whose path is the id. */
    readonly type: string;
    readonly id: string;
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
/** Only what the verdict depends on. */
export interface World {
    readonly parameters: Readonly<Record<string, string>>;
    readonly conditions: Readonly<Record<string, boolean>>;
}
/** What mends a finding: with all of its edits applied, the rule has nothing more to say of the grant, and no other rule speaks that did not before. */
export interface Fix {
    /** An imperative: "drop IfExists from StringEqualsIfExists". */
    readonly description: string;
    /** False: it asks something more of those who deploy or call, so that a person should look at it first. */
    readonly safe: boolean;
    /** In the order of the text, none over another. */
    readonly edits: readonly FixEdit[];
}
/** A text in the place of what stands there; nothing stands there where the two ends are one. */
export interface FixEdit extends Place {
    readonly text: string;
}
export interface Finding extends Place {
    readonly rule: string;
    readonly severity: Severity;
    readonly message: string;
    readonly resource: Resource;
    readonly callers: readonly Caller[];
    /** What to do next, where that is more than the rule's fix. */
    readonly help?: string;
    readonly vendor?: string;
    readonly witness?: Request;
    readonly world?: World;
    readonly related: readonly (Place & {
        readonly message: string;
    })[];
    readonly fingerprint: string;
    /** The first is the one that is proposed. Left out: none is known, or nobody asked. */
    readonly fixes?: readonly Fix[];
}
export interface Suppressed extends Finding {
    readonly by: "comment" | "metadata" | "config" | "baseline" | "acknowledge";
    readonly reason: string;
    readonly until?: string;
}
export interface Unknown extends Place {
    readonly rule: string;
    /** One of the reasons of the rule catalogue, section 7. */
    readonly reason: string;
    /** "parameter VendorAccount". */
    readonly source: string;
    /** A question: "cannot tell whether …". */
    readonly message: string;
    /** What would decide it. */
    readonly help: string;
    readonly resource: Resource;
    readonly callers: readonly Caller[];
    readonly wouldAllow?: Request;
    readonly world?: World;
}
export interface Grant extends Place {
    readonly resource: Resource;
    /** As written in the policy. */
    readonly principal: string;
    readonly callers: readonly Caller[];
    /** "StringEquals sts:ExternalId". */
    readonly conditions: readonly string[];
    readonly verdict: "ok" | "finding" | "unknown";
    /** The rules that say so. */
    readonly rules: readonly string[];
}
