// The library: what other programs may rely on, and nothing else.

export type { CheckInput } from "./check.ts";
export { check } from "./check.ts";
export type * from "./config/config.ts";
export { ConfigError, parseConfig } from "./config/load.ts";
export type * from "./findings/report.ts";
export { loadRules, RuleError } from "./rules/files/load.ts";
export type { Rule } from "./rules/rule.ts";
