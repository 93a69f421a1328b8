// unconfused.yaml into Config: its text read, its shape held against the schema, and each mistake told with its place.

import { at, type Document, isList, isObject, type Path } from "../text/document.ts";
import { nearest } from "../text/nearest.ts";
import { Problem, together } from "../text/problem.ts";
import { faultsIn, placeOf, shown } from "../text/schema-faults.ts";
import { parseUserFile } from "../text/user-file.ts";
import type { Config } from "./config.ts";
import { contradictionIn } from "./contradiction.ts";
import { DAY_HELP, isDay } from "./day.ts";
import { validate } from "./generated/config-schema.js";
import { isRuleName } from "./scopes.ts";

export class ConfigError extends Problem {
  override readonly name = "ConfigError";
}

/** `path` names the file as the checked files are named. An empty file is an empty configuration. Throws ConfigError. */
export function parseConfig(text: string, path: string): Config {
  const document = read(text, path);
  if (document === undefined) return {};
  const fault = together(faultsInConfig(document).map(configError));
  if (fault !== undefined) throw fault;
  const directory = path.split("/").slice(0, -1).join("/");
  const config = {
    ...withOrigins(document),
    ...(directory !== "" && directory !== "." && { directory }),
  };
  parsed.add(config);
  return config;
}

/** What `parseConfig` made, which need not be held against the schema again. */
const parsed = new WeakSet<object>();

export function isParsed(config: object): boolean {
  return parsed.has(config);
}

/** The mistakes in a configuration, each with its place; where its shape is wrong, those of its shape. */
export function faultsInConfig(document: Document): readonly Problem[] {
  const faults = faultsIn(document, validate);
  if (faults.length > 0) return faults;
  return [...numbersForAccounts(document, ["parameters"]), ...contradictions(document), ...noDays(document)];
}

/** A finding about an entry points at the rule that it names, one about a vendor at its tenancy. */
function withOrigins(document: Document): Config {
  const config = document.value as Config;
  const located = <T>(entries: readonly T[] | undefined, list: Path, key: string) =>
    entries?.map((entry, index) => ({ ...entry, origin: { document, path: [...list, index, key] } }));
  const ignore = located(config.ignore, ["ignore"], "rule");
  const vendors = located(config.vendors, ["vendors"], "tenancy");
  const scopes = config.scopes?.map((scope, index) => {
    const own = located(scope.vendors, ["scopes", index, "vendors"], "tenancy");
    return { ...scope, ...(own && { vendors: own }) };
  });
  return { ...config, ...(ignore && { ignore }), ...(vendors && { vendors }), ...(scopes && { scopes }) };
}

/** What the configuration calls rules and `known` does not hold. With the text that it was read from, each says where. */
export function unknownRules(
  config: Config,
  known: Iterable<string>,
  written?: { readonly text: string; readonly path: string },
): ConfigError[] {
  const ids = new Set(known);
  const document = written && read(written.text, written.path);
  return [...namedRules(config)]
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

function* namedRules({ rules, scopes = [], ignore = [] }: Config): Generator<NamedRule> {
  for (const id of Object.keys(rules ?? {}).filter(isRuleName)) yield { id, path: ["rules", id], what: "key" };
  for (const [index, scope] of scopes.entries()) {
    for (const id of Object.keys(scope.rules ?? {}).filter(isRuleName))
      yield { id, path: ["scopes", index, "rules", id], what: "key" };
  }
  for (const [index, { rule }] of ignore.entries()) yield { id: rule, path: ["ignore", index, "rule"], what: "value" };
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

/** Whoever lists a vendor's account twice must not find out from a pass which of the two counted. */
function contradictions(document: Document): readonly Problem[] {
  const { vendors, scopes = [] } = document.value as Config;
  const lists = [vendors, ...scopes.map((scope) => scope.vendors)];
  return lists.flatMap((list = [], number) => {
    const found = contradictionIn(list);
    if (found === undefined) return [];
    const path = number === 0 ? ["vendors"] : ["scopes", number - 1, "vendors"];
    return [new Problem(found.message, found.help, placeOf(document, [...path, found.index]))];
  });
}

/** The schema knows the form of a date, and the calendar knows which there are. */
function noDays(document: Document): readonly Problem[] {
  const { ignore = [] } = document.value as Config;
  return ignore.flatMap(({ until }, index) => {
    if (until === undefined || isDay(until)) return [];
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
