import type * as library from "./index.js" with { "resolution-mode": "import" };
export type * from "./index.js" with { "resolution-mode": "import" };
export declare const check: typeof library.check;
export declare const ConfigError: typeof library.ConfigError;
export declare const parseConfig: typeof library.parseConfig;
export declare const loadRules: typeof library.loadRules;
export declare const RuleError: typeof library.RuleError;
