import type { Origin } from "../values/value.js";
export type Severity = "low" | "medium" | "high" | "critical";
export type Tenancy = "single" | "multi";
export type Audience = "self" | "customers";
export interface Vendor {
    readonly name: string;
    /** Whether one account of the vendor serves one customer or many. */
    readonly tenancy: Tenancy;
    /** Account ids of twelve digits. */
    readonly accounts?: readonly string[];
    /** Names of parameters, or addresses of attributes, that carry an account of the vendor; `*` stands for any characters. */
    readonly accountParameters?: readonly string[];
    /** Where `tenancy` is written in the file; set by `parseConfig`. */
    readonly origin?: Origin;
}
/** Which rules keep their own severity: "trust" means those on trust, federation and public resources; the others become low. */
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
    /** YYYY-MM-DD, the last day on which the entry counts. */
    readonly until?: string;
    /** Where the entry is written in the file; set by `parseConfig`. */
    readonly origin?: Origin;
}
/** Settings that the configuration has for all files, and that a scope may have for its own. */
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
    /** The setting of each rule by its id; under "preset" a preset. Default preset: "trust". */
    readonly rules?: Readonly<Record<string, "off" | false | Severity | RuleSetting | Preset>>;
}
export interface Scope extends Settings {
    readonly files: readonly string[];
}
/** A configuration, as `parseConfig` returns it and `check` takes it. schemas/config.schema.json describes what a file may hold. */
export interface Config extends Settings {
    readonly inline?: boolean;
    readonly failOn?: Severity | "never";
    readonly strict?: boolean;
    readonly extends?: readonly string[];
    readonly exclude?: readonly string[];
    readonly scopes?: readonly Scope[];
    readonly ignore?: readonly Ignore[];
    /** Folder of the configuration file, relative to the same folder as the checked paths. Patterns are relative to it. Default: that folder itself. */
    readonly directory?: string;
    /** Value of `--tenancy`. It outranks `tenancy`; a scope outranks it. */
    readonly tenancyOption?: Tenancy;
}
