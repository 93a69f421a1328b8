// What a program gives the library instead of files, held against the same schemas: a configuration, a day, values of parameters, files.

import type { ReadFile } from "../readers/reader.ts";
import { isObject, type Json } from "../text/document.ts";
import { givenDocument } from "../text/given.ts";
import { nearest } from "../text/nearest.ts";
import { kindOf, shown } from "../text/schema-faults.ts";
import type { Config } from "./config.ts";
import { DAY_HELP, isDay } from "./day.ts";
import { ConfigError, faultsInConfig, isParsed, unknownRules } from "./load.ts";

/** What `check` is asked with. */
const KEYS = ["files", "read", "config", "rules", "parameters", "today", "fixes"];

/** Throws ConfigError where `check` is asked with anything else than its input: under a misspelt key a configuration would count for nothing. */
export function requireInput(input: unknown): void {
  if (!isMap(input)) throw wrong("the input of check", input, "a map with files");
  const { files, read, config, rules, parameters, today, fixes } = input;
  const unknown = Object.keys(input).find((key) => !KEYS.includes(key));
  if (unknown !== undefined) {
    const meant = nearest(unknown, KEYS);
    const help = meant === undefined ? `known here: ${KEYS.join(", ")}` : `did you mean ${meant}?`;
    throw new ConfigError(`check takes no "${unknown}"`, help);
  }
  requireFiles(files);
  if (read !== undefined && typeof read !== "function") throw wrong("read", read, "a function of a path");
  if (fixes !== undefined && typeof fixes !== "boolean") throw wrong("fixes", fixes, "true or false");
  if (config !== undefined) requireConfig(config);
  requireExtended(config, rules);
  requireDay(today);
  requireParameters(parameters);
}

/** What the configuration extends is in files, which nobody reads here: without its rules a check would pass what they find. */
function requireExtended(config: Config | undefined, rules: unknown): void {
  const { extends: paths = [] } = config ?? {};
  if (paths.length === 0 || rules !== undefined) return;
  throw new ConfigError(
    `the configuration extends ${paths.join(", ")}, and no rules are given`,
    "give what loadRules makes of these files as rules",
  );
}

/**
 * Reads as the caller's function does. What goes wrong there is no fault of the file that is read for: `requireContents` throws what the function
 * threw, or ConfigError where it gave no content, such as a promise.
 */
export function requiredRead(read: ReadFile): { readonly read: ReadFile; requireContents(): void } {
  let failure: { readonly thrown: unknown } | undefined;
  return {
    read(path) {
      try {
        const content: unknown = read(path);
        if (content === undefined || isContent(content)) return content;
        throw wrong(`what read gives for ${path}`, content, "a text, a Uint8Array or undefined, and no promise of one");
      } catch (thrown) {
        failure ??= { thrown };
        return undefined;
      }
    },
    requireContents() {
      if (failure !== undefined) throw failure.thrown;
    },
  };
}

function isContent(content: unknown): content is string | Uint8Array {
  return typeof content === "string" || content instanceof Uint8Array;
}

/** Throws ConfigError on a configuration that `parseConfig` would refuse. What it made itself is not looked at again. */
function requireConfig(config: unknown): asserts config is Config {
  if (typeof config === "object" && config !== null && isParsed(config)) return;
  const [fault] = faultsInConfig(givenDocument(withoutOurs(config)));
  if (fault !== undefined) throw new ConfigError(fault.message, fault.help);
}

/** Throws ConfigError where the configuration speaks of a rule that is none of `names`. */
export function requireKnownRules(config: Config, names: Iterable<string>): void {
  const [unknown] = unknownRules(config, names);
  if (unknown !== undefined) throw unknown;
}

/** Without what the schema does not know, for `parseConfig` and the options add it. */
function withoutOurs(config: unknown): unknown {
  if (!isMap(config)) return config;
  const { directory, tenancyOption, ...rest } = config;
  if (directory !== undefined && typeof directory !== "string") throw wrong("directory", directory, "a text");
  const { vendors, ignore, scopes } = rest;
  return {
    ...rest,
    ...(tenancyOption !== undefined && { tenancy: rest.tenancy ?? tenancyOption }),
    ...(vendors !== undefined && { vendors: withoutOrigins(vendors) }),
    ...(ignore !== undefined && { ignore: withoutOrigins(ignore) }),
    ...(scopes !== undefined && { scopes: withoutOriginsOfVendors(scopes) }),
  };
}

function withoutOriginsOfVendors(scopes: unknown): unknown {
  if (!Array.isArray(scopes)) return scopes;
  return scopes.map((scope: unknown) =>
    isMap(scope) && scope.vendors !== undefined ? { ...scope, vendors: withoutOrigins(scope.vendors) } : scope,
  );
}

function withoutOrigins(entries: unknown): unknown {
  if (!Array.isArray(entries)) return entries;
  return entries.map((each: unknown) => {
    if (!isMap(each)) return each;
    const { origin: _, ...rest } = each;
    return rest;
  });
}

function requireDay(today: unknown): void {
  if (today === undefined) return;
  if (typeof today !== "string") throw wrong("today", today, "a text");
  if (!isDay(today)) throw new ConfigError(`today is ${shown(today)}, which is no day`, DAY_HELP);
}

function requireParameters(parameters: unknown): void {
  if (parameters === undefined) return;
  if (!isMap(parameters)) throw wrong("parameters", parameters, "a map of names to values");
  for (const [name, value] of Object.entries(parameters)) requireJson(value, `parameters.${name}`);
}

const DEEPEST = 100;

/** Deployment takes texts; what else a program may hold has no meaning there. */
function requireJson(value: unknown, name: string, depth = 0): void {
  if (value === undefined || value === null || typeof value === "string" || typeof value === "boolean") return;
  if (typeof value === "number" && Number.isFinite(value)) return;
  if (depth < DEEPEST && (Array.isArray(value) || isMap(value))) {
    for (const [key, inner] of Object.entries(value)) requireJson(inner, `${name}.${key}`, depth + 1);
    return;
  }
  throw wrong(name, value, "a text, number, boolean, list or map");
}

function requireFiles(files: unknown): void {
  if (!Array.isArray(files)) throw wrong("files", files, "a list");
  for (const [index, file] of files.entries()) {
    const name = `files[${index}]`;
    if (!isMap(file)) throw wrong(name, file, "a map of path and content");
    if (typeof file.path !== "string" || file.path === "") throw wrong(`${name}.path`, file.path, "the name of a file");
    if (!isContent(file.content)) {
      throw wrong(`${name}.content`, file.content, "a text or a Uint8Array");
    }
  }
}

function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return isObject(value as Json) && !(value instanceof Map) && !(value instanceof Date);
}

function wrong(name: string, value: unknown, wanted: string): ConfigError {
  const help = `give ${wanted}`;
  if (value === undefined) return new ConfigError(`${name} is missing`, help);
  const isOdd = typeof value === "function" || typeof value === "symbol" || typeof value === "bigint";
  const kind = isOdd ? `a ${typeof value}` : value === null ? "null" : kindOf(value as Json);
  return new ConfigError(`${name} is ${kind}, and should be ${wanted}`, help);
}
