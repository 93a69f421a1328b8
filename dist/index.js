import library from "./index.cjs";
export const { check, parseConfig, loadRules } = library;
