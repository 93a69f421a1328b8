import type * as library from "./cdk.js" with { "resolution-mode": "import" };
export type * from "./cdk.js" with { "resolution-mode": "import" };
export declare const unconfused: typeof library.unconfused;
export declare const pluginWith: typeof library.pluginWith;
