export type { CheckInput } from "./check.js";
export { check } from "./check.js";
export type * from "./config/config.js";
export { ConfigError, parseConfig } from "./config/load.js";
export type * from "./findings/report.js";
export { loadRules, RuleError } from "./rules/files/load.js";
export type { Rule } from "./rules/rule.js";
