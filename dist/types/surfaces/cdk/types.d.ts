/** An `IPolicyValidationPlugin`, and an `IPolicyValidationPluginBeta1` as well. */
export interface Plugin {
    readonly name: string;
    readonly version: string;
    readonly ruleIds: string[];
    validate(context: ValidationContext): PluginReport;
}
export interface ValidationContext {
    readonly templatePaths: string[];
}
export interface PluginReport {
    readonly success: boolean;
    readonly violations: Violation[];
    readonly pluginVersion: string;
}
export interface Violation {
    readonly ruleName: string;
    readonly description: string;
    /** Once something is acknowledged, the CDK fails by what is an "error" here, whatever `success` says. */
    readonly severity: "error" | "warning";
    readonly fix?: string;
    readonly violatingResources: ViolatingResource[];
    readonly ruleMetadata: {
        readonly [key: string]: string;
    };
}
export interface ViolatingResource {
    readonly resourceLogicalId: string;
    readonly templatePath: string;
    readonly locations: string[];
}
