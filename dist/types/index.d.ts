export type { CheckInput } from "./check.js";
export { check } from "./check.js";
export type * from "./config/config.js";
export type { ConfigError } from "./config/load.js";
export { parseConfig } from "./config/load.js";
export type * from "./findings/report.js";
export type { RuleError } from "./rules/load.js";
export { loadRules } from "./rules/load.js";
export type { Rule } from "./rules/rule.js";
