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
