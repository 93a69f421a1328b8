// The library: what other programs may rely on, and nothing else.

export type { CheckInput } from "./check.ts";
export { check } from "./check.ts";
export type * from "./config/config.ts";
export { ConfigError, parseConfig } from "./config/load.ts";
export type * from "./findings/report.ts";
export type { SarifLog } from "./reporters/sarif/types.ts";
export type { SarifOptions } from "./reporters/to-sarif.ts";
export { toSarif } from "./reporters/to-sarif.ts";
export { loadRules, RuleError } from "./rules/files/load.ts";
export type { RuleInfo } from "./rules/info.ts";
export { rules } from "./rules/info.ts";
export type { Rule } from "./rules/rule.ts";
