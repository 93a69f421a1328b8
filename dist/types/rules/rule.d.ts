import type { Audience, Config, Severity, Tenancy } from "../config/config.js";
import type { CallerType } from "../iam/language/senders.js";
import type { PolicyKind } from "../policies/policy.js";
import type { Json } from "../text/document.js";
export type SetName = "$own" | "$organization" | "$aws" | "$vendor" | "$catalogued" | "$undeclared" | "$deployTime" | "$unnamed" | "$thirdParty";
/** The value that is asked for, or one of a list; `{ not: … }`: anything else. */
export type Expected<T> = T | readonly T[] | {
    readonly not: T | readonly T[];
};
/** The role that is assumed, in questions on identity policies. */
export interface RoleClass {
    /** The party whose account the role is in. */
    readonly of?: SetName | readonly SetName[];
    /** The tenancy of that party. */
    readonly tenancy?: Tenancy;
    /** A role with a name that no statement spells out: a grant that covers it covers roles of any name. */
    readonly name?: "$unlisted";
}
export interface RequestClass {
    readonly caller?: {
        readonly type?: CallerType;
        readonly is?: SetName | readonly SetName[];
        readonly tenancy?: Tenancy;
        /** False: in the same world another third-party account gets in as well. */
        readonly alone?: boolean;
        /** Tokens only: the policy does not name the tenant that the token belongs to. */
        readonly tenant?: "$unnamed";
        /** Tokens only: the policy does not name the application that the token was issued for. */
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
    /** What an allowed request counts as. Default: "finding". */
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
    /** Resource policies only: the service of the resource, by the prefix of its actions. Default: "s3". */
    readonly carrier?: string;
    /** JSON Pointer into the policy: where the finding of a bad example points. */
    readonly at?: string;
    readonly config?: Config;
    readonly parameters?: Readonly<Record<string, ExampleParameter>>;
}
/** The id of the one rule that asks nothing of policies: it reports suppressions that suppress nothing. */
export declare const UNUSED_IGNORE = "unused-ignore";
export interface Rule {
    readonly id: string;
    readonly aliases?: readonly string[];
    readonly title: string;
    readonly severity: Severity;
    readonly enabled?: boolean;
    /** The rule has its severity only under this preset of the configuration, and is "low" under any other. */
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
/** The id of a rule, and the ids that it had in earlier versions. */
export declare function namesOf({ id, aliases }: Rule): readonly string[];
/** The rule with another severity. Not by a spread: `examples` is a getter that parses when it is read. */
export declare function withSeverity(rule: Rule, severity: Severity): Rule;
