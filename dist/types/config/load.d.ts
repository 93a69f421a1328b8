import { type Document } from "../text/document.js";
import { Problem } from "../text/problem.js";
import type { Config } from "./config.js";
export declare class ConfigError extends Problem {
    readonly name = "ConfigError";
}
/** `path` names the file as the checked files are named. An empty file is an empty configuration. Throws ConfigError. */
export declare function parseConfig(text: string, path: string): Config;
export declare function isParsed(config: object): boolean;
/** The mistakes in a configuration, each with its place; where its shape is wrong, those of its shape. */
export declare function faultsInConfig(document: Document): readonly Problem[];
/** What the configuration calls rules and `known` does not hold. With the text that it was read from, each says where. */
export declare function unknownRules(config: Config, known: Iterable<string>, written?: {
    readonly text: string;
    readonly path: string;
}): ConfigError[];
