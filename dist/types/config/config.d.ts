import type { Origin } from "../values/value.js";
export type Severity = "low" | "medium" | "high" | "critical";
export type Tenancy = "single" | "multi";
export type Audience = "self" | "customers";
export interface Vendor {
    readonly name: string;
    readonly tenancy: Tenancy;
    readonly accounts?: readonly string[];
    readonly accountParameters?: readonly string[];
    /** Where its tenancy stands, if it was read from a file; set by `parseConfig`. */
    readonly origin?: Origin;
}
/** Which rules have their severities: those on trust, federation and public resources alone, or all; the others are low. */
export type Preset = "trust" | "all";
export interface RuleSetting {
    readonly severity?: Severity | "off" | false;
    readonly ignorable?: boolean;
}
export interface Ignore {
    readonly rule: string;
    readonly files?: readonly string[];
    readonly resource?: string;
    readonly reason: string;
    /** ISO date; past it the entry does nothing. */
    readonly until?: string;
    /** Where the entry stands, if it was read from a file; set by `parseConfig`. */
    readonly origin?: Origin;
}
/** What a scope may say for its files, and what the file itself says for all. */
export interface Settings {
    readonly tenancy?: Tenancy;
    readonly audience?: Audience;
    readonly accounts?: {
        readonly own?: readonly string[];
        readonly organization?: readonly string[];
        readonly organizationParameters?: readonly string[];
    };
    readonly organizationIds?: readonly string[];
    readonly vendors?: readonly Vendor[];
    readonly parameters?: Readonly<Record<string, unknown>>;
    /** By rule id; and a preset, which is trust where none is given. */
    readonly rules?: Readonly<Record<string, "off" | false | Severity | RuleSetting | Preset>>;
}
export interface Scope extends Settings {
    readonly files: readonly string[];
}
/** The user's file, as `parseConfig` returns it and `check` takes it. */
export interface Config extends Settings {
    readonly inline?: boolean;
    readonly failOn?: Severity | "never";
    readonly strict?: boolean;
    readonly extends?: readonly string[];
    readonly exclude?: readonly string[];
    readonly scopes?: readonly Scope[];
    readonly ignore?: readonly Ignore[];
    /** Folder of the file, named as the checked files are: its patterns count from there. Left out: the folder that they all count from. */
    readonly directory?: string;
    /** Set by `--tenancy`, which outranks `tenancy` and is outranked by scopes. */
    readonly tenancyOption?: Tenancy;
}
