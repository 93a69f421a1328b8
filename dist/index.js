import library from "./index.cjs";
export const { check, ConfigError, parseConfig, loadRules, RuleError } = library;
