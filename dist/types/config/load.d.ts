import { type Document } from "../text/document.js";
import { Problem } from "../text/problem.js";
import type { Config } from "./config.js";
/** An invalid configuration: `message` says what is wrong, `help` what to do, `line` and `column` where, from 1. */
export declare class ConfigError extends Problem {
    readonly name = "ConfigError";
}
export interface ReadConfig {
    /** What the text says; of one with mistakes only what can be told from it all the same: what it extends, and which rules it names. */
    readonly config: Config;
    /** What may have led to others first. */
    readonly mistakes: readonly ConfigError[];
}
/**
 * Parses and validates the text of an unconfused.yaml. `path` is its path, relative to the same folder as the checked files. An
 * empty text is an empty configuration. `extends` is not followed. Throws ConfigError: the first mistake, with the others in it.
 */
export declare function parseConfig(text: string, path: string): Config;
/** Throws ConfigError on a text that is no YAML. */
export declare function readConfig(text: string, path: string): ReadConfig;
export declare function isParsed(config: object): boolean;
/** The mistakes in a configuration, each with its place; what may have led to others first. */
export declare function faultsInConfig(document: Document): readonly Problem[];
/** What the configuration calls rules and `known` does not hold; of one that was read from a text, each says where. */
export declare function unknownRules(config: Config, known: Iterable<string>): ConfigError[];
