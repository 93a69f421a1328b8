import type { Audience, Config, Severity, Tenancy } from "../config/config.js";
import type { CallerType } from "../iam/language/senders.js";
import type { PolicyKind } from "../policies/policy.js";
import type { Json } from "../text/document.js";
export type SetName = "$own" | "$organization" | "$aws" | "$vendor" | "$catalogued" | "$undeclared" | "$deployTime" | "$unnamed" | "$thirdParty";
/** `{ not: … }` of a value, or the value; a list is "or". */
export type Expected<T> = T | readonly T[] | {
    readonly not: T | readonly T[];
};
/** Of an identity policy: the role that is assumed. */
export interface RoleClass {
    /** Whose account it is in. */
    readonly of?: SetName | readonly SetName[];
    /** Of a third party. */
    readonly tenancy?: Tenancy;
    /** Whatever it is called: no statement spells its name out. */
    readonly name?: "$unlisted";
}
export interface RequestClass {
    readonly caller?: {
        readonly type?: CallerType;
        readonly is?: SetName | readonly SetName[];
        readonly tenancy?: Tenancy;
        /** False: some other third-party account gets in as well, in the same world. */
        readonly alone?: boolean;
        /** Of a token: the policy does not name the tenant that it is of. */
        readonly tenant?: "$unnamed";
        /** Of a token: the policy does not name the application that it was made for. */
        readonly application?: "$unnamed";
    };
    readonly action?: string | readonly string[];
    readonly resource?: Expected<string> | RoleClass;
    readonly context?: Readonly<Record<string, Expected<string>>>;
}
export interface Given {
    readonly audience?: Audience;
    readonly vendors?: "declared" | "none";
    readonly tenancy?: "said" | "unsaid";
}
export interface Question {
    readonly request: RequestClass;
    readonly message: string;
    readonly given?: Given;
    /** What an allowed request is. */
    readonly answer?: "finding" | "unknown";
    readonly severity?: Severity;
}
export type FactName = "principal" | "caller" | "tenancy" | "catalogueTenancy" | "admits" | "scopedBy" | "externalId" | "flaw";
export type Facts = Readonly<Partial<Record<FactName, Expected<string>>>>;
export interface Shape {
    readonly where: Facts;
    readonly must: Facts;
    readonly message: string;
    readonly given?: Given;
}
/** A parameter or variable, as each input format can declare it. */
export interface ExampleParameter {
    readonly default?: string;
    readonly allowedValues?: readonly string[];
    readonly allowedPattern?: string;
    readonly list?: boolean;
}
export interface Example {
    readonly name: string;
    readonly policy: Json;
    /** Of a resource policy: the service whose resource has it, by the prefix of its actions; s3 if left out. */
    readonly carrier?: string;
    /** JSON Pointer into the policy: where the finding of a bad example points. */
    readonly at?: string;
    readonly config?: Config;
    readonly parameters?: Readonly<Record<string, ExampleParameter>>;
}
/** The one rule that asks nothing of a policy: its findings are suppressions that suppress nothing. */
export declare const UNUSED_IGNORE = "unused-ignore";
export interface Rule {
    readonly id: string;
    readonly aliases?: readonly string[];
    readonly title: string;
    readonly severity: Severity;
    readonly enabled?: boolean;
    /** It has its severity under this preset of the configuration alone, and is low otherwise. */
    readonly preset?: "all";
    readonly precision: "low" | "medium" | "high" | "very-high";
    readonly cwe?: readonly number[];
    readonly since?: string;
    readonly why: string;
    readonly fix: string;
    readonly references?: readonly string[];
    readonly policy: PolicyKind | readonly PolicyKind[];
    readonly yieldsTo?: readonly string[];
    readonly deny?: readonly Question[];
    readonly admit?: readonly Question[];
    readonly require?: readonly Shape[];
    readonly examples: {
        readonly bad: readonly Example[];
        readonly good: readonly Example[];
        readonly unknown?: readonly Example[];
    };
}
/** A rule's id, and those that it had before. */
export declare function namesOf({ id, aliases }: Rule): readonly string[];
/** The rule with another severity. A spread would read its examples. */
export declare function withSeverity(rule: Rule, severity: Severity): Rule;
