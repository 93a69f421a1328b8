import type { Severity } from "../../config/config.js";
import type { Request, Shard, ShardIgnore, ShardStale, World } from "../../findings/report.js";
export interface SarifLog {
    readonly $schema: string;
    readonly version: "2.1.0";
    readonly runs: readonly [SarifRun];
}
export interface SarifRun {
    readonly tool: {
        readonly driver: {
            readonly name: string;
            readonly version: string;
            readonly semanticVersion: string;
            readonly informationUri: string;
            readonly supportedTaxonomies: readonly ComponentReference[];
            readonly rules: readonly RuleDescriptor[];
        };
    };
    readonly automationDetails?: {
        readonly id: string;
    };
    readonly taxonomies: readonly Taxonomy[];
    readonly columnKind: "utf16CodeUnits";
    readonly invocations: readonly [Invocation];
    readonly results: readonly Result[];
    readonly properties?: {
        readonly shard: SarifShard;
    };
}
/** What `merge` needs to know of one shard of a run, as the report in JSON has it. */
export interface SarifShard extends Pick<Shard, "index" | "count" | "run" | "files" | "failOn"> {
    /** Where in the whole run each of the lists' entries was made. */
    readonly order: {
        readonly results: readonly number[];
        readonly notifications: readonly number[];
    };
    readonly ignores: readonly SarifIgnore[];
    readonly stale: readonly SarifStale[];
}
export interface SarifStale extends Omit<ShardStale, "note"> {
    readonly notification: Notification;
}
export interface SarifIgnore extends Omit<ShardIgnore, "finding" | "suppressed"> {
    readonly result: Result | null;
}
export interface ComponentReference {
    readonly name: string;
    readonly index: number;
}
interface Message {
    readonly text: string;
}
export interface RuleDescriptor {
    readonly id: string;
    readonly name: string;
    readonly deprecatedIds?: readonly string[];
    readonly shortDescription: Message;
    readonly fullDescription: Message;
    readonly help: {
        readonly text: string;
        readonly markdown: string;
    };
    readonly helpUri?: string;
    readonly defaultConfiguration: {
        readonly level: Level;
    };
    readonly relationships: readonly {
        readonly target: {
            readonly id: string;
            readonly index: number;
            readonly toolComponent: ComponentReference;
        };
        readonly kinds: readonly string[];
    }[];
    readonly properties: {
        readonly tags: readonly string[];
        readonly precision: string;
        readonly "security-severity": string;
    };
}
export interface Taxonomy {
    readonly name: string;
    readonly organization: string;
    readonly informationUri: string;
    readonly shortDescription: Message;
    readonly taxa: readonly {
        readonly id: string;
        readonly helpUri: string;
    }[];
}
export type Level = "error" | "warning" | "note";
export interface Invocation {
    readonly executionSuccessful: boolean;
    readonly toolExecutionNotifications: readonly Notification[];
}
export interface Notification {
    readonly level: Level;
    readonly message: Message;
    readonly locations?: readonly Location[];
}
export interface Result {
    readonly ruleId: string;
    /** Index into the driver's rules; -1 is SARIF's own word for none. */
    readonly ruleIndex: number;
    readonly level: Level;
    readonly message: Message;
    readonly locations: readonly [Location];
    readonly relatedLocations: readonly (Location & {
        readonly id: number;
        readonly message: Message;
    })[];
    /** The way in: where somebody is trusted, and what lets the request through. */
    readonly codeFlows?: readonly [
        {
            readonly threadFlows: readonly [{
                readonly locations: readonly {
                    readonly location: Location;
                }[];
            }];
        }
    ];
    readonly fixes?: readonly SarifFix[];
    readonly partialFingerprints: {
        readonly primaryLocationLineHash: string;
        readonly "unconfused/v1": string;
    };
    readonly properties: {
        readonly severity: Severity;
        readonly witness?: Request;
        readonly world?: World;
    };
}
export interface SarifFix {
    readonly description: Message;
    readonly artifactChanges: readonly {
        readonly artifactLocation: {
            readonly uri: string;
        };
        readonly replacements: readonly {
            readonly deletedRegion: Required<Region>;
            readonly insertedContent: {
                readonly text: string;
            };
        }[];
    }[];
}
export interface Location {
    readonly physicalLocation: {
        readonly artifactLocation: {
            readonly uri: string;
        };
        readonly region?: Region;
        /** Lines around it. */
        readonly contextRegion?: Region;
    };
    readonly message?: Message;
    readonly logicalLocations?: readonly {
        readonly name: string;
        readonly fullyQualifiedName: string;
        readonly kind: string;
    }[];
}
/** Lines and columns from 1; `endColumn` is the column after the last character. */
export interface Region {
    readonly startLine: number;
    readonly startColumn?: number;
    readonly endLine?: number;
    readonly endColumn?: number;
}
export {};
