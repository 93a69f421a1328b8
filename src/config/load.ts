// unconfused.yaml into Config: its text read, its shape held against the schema, and each mistake told with its place.

import { at, type Document, entry, isList, isObject, type Json, type Path } from "../text/document.ts";
import { nearest } from "../text/nearest.ts";
import { Problem, together } from "../text/problem.ts";
import { faultsIn, placeOf, shown } from "../text/schema-faults.ts";
import { parseUserFile } from "../text/user-file.ts";
import type { Config } from "./config.ts";
import { contradictionIn } from "./contradiction.ts";
import { DAY_HELP, hasFormOfDay, isDay } from "./day.ts";
import { validate } from "./generated/config-schema.js";
import { isRuleName } from "./scopes.ts";

/** An invalid configuration: `message` says what is wrong, `help` what to do, `line` and `column` where, from 1. */
export class ConfigError extends Problem {
  override readonly name = "ConfigError";
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
export function parseConfig(text: string, path: string): Config {
  requireTexts({ text, path });
  const { config, mistakes } = readConfig(text, path);
  const fault = together(mistakes);
  if (fault !== undefined) throw fault;
  return config;
}

/** A program in JavaScript may leave one out, or give the bytes of the file. */
function requireTexts(given: Readonly<Record<string, unknown>>): void {
  for (const [name, value] of Object.entries(given)) {
    if (typeof value !== "string")
      throw new ConfigError(
        `the ${name} given to parseConfig is not a string`,
        "give the text of the file, and its path",
      );
  }
}

/** Throws ConfigError on a text that is no YAML. */
export function readConfig(text: string, path: string): ReadConfig {
  const document = read(text, path);
  if (document === undefined) return { config: {}, mistakes: [] };
  const mistakes = faultsInConfig(document).map(configError);
  const config = mistakes.length > 0 ? legible(document) : withOrigins(document, path);
  documents.set(config, document);
  return { config, mistakes };
}

/** The texts that configurations were read from, which need not be held against the schema again. */
const documents = new WeakMap<object, Document>();

export function isParsed(config: object): boolean {
  return documents.has(config);
}

/** The mistakes in a configuration, each with its place; what may have led to others first. */
export function faultsInConfig(document: Document): readonly Problem[] {
  const faults = faultsIn(document, validate);
  const others = [
    ...numbersForAccounts(document, ["parameters"]),
    ...noDays(document),
    // Of lists that are not what they should be, nothing more can be said.
    ...(faults.length > 0 ? [] : contradictions(document)),
  ];
  return [...faults, ...others];
}

/** What another mistake does not keep from being told: a rule's name that is wrong as well. */
function legible({ value }: Document): Config {
  const paths = entry(value, "extends");
  return { extends: isList(paths) ? paths.filter((each) => typeof each === "string") : [] };
}

/** A finding about an entry points at the rule that it names, one about a vendor at its tenancy. */
function withOrigins(document: Document, path: string): Config {
  const config = document.value as Config;
  const directory = path.split("/").slice(0, -1).join("/");
  const located = <T>(entries: readonly T[] | undefined, list: Path, key: string) =>
    entries?.map((entry, index) => ({ ...entry, origin: { document, path: [...list, index, key] } }));
  const ignore = located(config.ignore, ["ignore"], "rule");
  const vendors = located(config.vendors, ["vendors"], "tenancy");
  const scopes = config.scopes?.map((scope, index) => {
    const own = located(scope.vendors, ["scopes", index, "vendors"], "tenancy");
    return { ...scope, ...(own && { vendors: own }) };
  });
  return {
    ...config,
    ...(ignore && { ignore }),
    ...(vendors && { vendors }),
    ...(scopes && { scopes }),
    ...(directory !== "" && directory !== "." && { directory }),
  };
}

/** What the configuration calls rules and `known` does not hold; of one that was read from a text, each says where. */
export function unknownRules(config: Config, known: Iterable<string>): ConfigError[] {
  const ids = new Set(known);
  const document = documents.get(config);
  return [...namedRules(document?.value ?? (config as Json))]
    .filter(({ id }) => !ids.has(id))
    .map(({ id, path, what }) => {
      const meant = nearest(id, ids);
      const help = meant === undefined ? "'unconfused rules' lists them all" : `did you mean ${meant}?`;
      return new ConfigError(`no rule is called "${id}"`, help, document && placeOf(document, path, what));
    });
}

interface NamedRule {
  readonly id: string;
  readonly path: Path;
  readonly what: "key" | "value";
}

/** Also of a configuration that has mistakes: whatever stands where a name should be and is none is passed over. */
function* namedRules(config: Json): Generator<NamedRule> {
  yield* keysOf(config, ["rules"]);
  for (const index of itemsOf(config, "scopes").keys()) yield* keysOf(config, ["scopes", index, "rules"]);
  for (const [index, ignore] of itemsOf(config, "ignore").entries()) {
    const id = entry(ignore, "rule");
    if (typeof id === "string") yield { id, path: ["ignore", index, "rule"], what: "value" };
  }
}

function* keysOf(config: Json, path: Path): Generator<NamedRule> {
  const rules = at(config, path);
  if (!isObject(rules)) return;
  for (const id of Object.keys(rules).filter(isRuleName)) yield { id, path: [...path, id], what: "key" };
}

function itemsOf(config: Json, key: string): readonly Json[] {
  const items = entry(config, key);
  return isList(items) ? items : [];
}

function read(text: string, path: string): Document | undefined {
  try {
    return parseUserFile(path, text);
  } catch (thrown) {
    throw thrown instanceof Problem ? configError(thrown) : thrown;
  }
}

function configError({ message, help, line = 1, column = 1, opened }: Problem): ConfigError {
  return new ConfigError(message, help, { line, column }, opened);
}

/** Whoever lists an account twice must not find out from a pass which of the two counted. */
function contradictions(document: Document): readonly Problem[] {
  const config = document.value as Config;
  const places = [{ of: config, path: ["vendors"] }, ...scopesOf(config)];
  return places.flatMap(({ of, path }) => {
    const found = contradictionIn(of, of === config ? {} : config);
    return found === undefined
      ? []
      : [new Problem(found.message, found.help, placeOf(document, [...path, found.index]))];
  });
}

function scopesOf({ scopes = [] }: Config) {
  return scopes.map((of, index) => ({ of, path: ["scopes", index, "vendors"] }));
}

/** The schema knows the form of a date, and the calendar knows which there are. */
function noDays(document: Document): readonly Problem[] {
  return itemsOf(document.value, "ignore").flatMap((ignore, index) => {
    const until = entry(ignore, "until");
    if (typeof until !== "string" || !hasFormOfDay(until) || isDay(until)) return [];
    const message = `ignore[${index}].until is ${shown(until)}, which is no date`;
    return [new Problem(message, DAY_HELP, placeOf(document, ["ignore", index, "until"]))];
  });
}

/** A parameter may have any value, but twelve digits without quotes are an account id that YAML may already have changed. */
function numbersForAccounts(document: Document, path: Path): readonly Problem[] {
  const value = at(document.value, path);
  if (isList(value) || isObject(value)) {
    const keys = isList(value) ? [...value.keys()] : Object.keys(value);
    return keys.flatMap((key) => numbersForAccounts(document, [...path, key]));
  }
  const spelling = typeof value === "number" ? document.spelling(path) : undefined;
  if (spelling === undefined || !/^\d{12}$/.test(spelling)) return [];
  const message = `${spelling} is a number here; write "${spelling}"`;
  return [new Problem(message, "an account id is twelve digits in quotes", placeOf(document, path))];
}
