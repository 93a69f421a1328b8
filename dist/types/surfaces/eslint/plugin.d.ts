import type { Plugin } from "./types.js";
/** In eslint.config.js: `export default [...unconfused.configs.recommended]`. */
export declare const plugin: Plugin;
