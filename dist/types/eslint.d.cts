import type * as library from "./surfaces/eslint/plugin.js" with { "resolution-mode": "import" };
declare const plugin: typeof library.plugin;
export = plugin;
