import type { Plugin } from "./types.js";
/** Registered by `Validations.of(app).addPlugins(unconfused)`; before aws-cdk-lib 2.251 by `policyValidationBeta1: [unconfused]` of the App. */
export declare const unconfused: Plugin;
/** The plugin with options of the command line: `pluginWith("--config", "security/unconfused.yaml", "--fail-on", "high")`. */
export declare function pluginWith(...options: readonly string[]): Plugin;
