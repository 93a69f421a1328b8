// The library: what other programs may rely on, and nothing else.

export type { CheckInput } from "./check.ts";
export { check } from "./check.ts";
export type * from "./config/config.ts";
export type { ConfigError } from "./config/load.ts";
export { parseConfig } from "./config/load.ts";
export type * from "./findings/report.ts";
export type { RuleError } from "./rules/load.ts";
export { loadRules } from "./rules/load.ts";
export type { Rule } from "./rules/rule.ts";
