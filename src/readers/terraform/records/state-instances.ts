// The instances of resources and data sources that a state tells of, as `show -json` writes it and as it is stored.

import { type Document, entry, isList, isObject, type Json, type Path, scalarText } from "../../../text/document.ts";
import { itemsOf } from "../../../text/json/late/items.ts";
import { once } from "../../../values/once.ts";
import type { Value } from "../../../values/value.ts";
import { indexOf } from "./addresses.ts";
import { missingAttribute, plannedValue } from "./planned.ts";

export interface Instance {
  readonly managed: boolean;
  readonly type: string;
  readonly name: string;
  /** As Terraform writes it: modules, type, name and key. */
  readonly address: string;
  /** As this form of a state has it: with the alias where it is stored, without where it is shown. */
  readonly provider: string;
  attributes(): Json | undefined;
  /** Are they an object? */
  readonly hasAttributes: boolean;
  /** Of secret attributes: true, or an object or list that says it of the parts. */
  marks(): Json | undefined;
  /** Of the instance, and of its attributes. */
  readonly path: Path;
  readonly attributesPath: Path;
}

const DEEPEST = 100;

/** Of a module as `show -json` tells it, at `path`, and all modules below it: those at whose addresses `isWanted`. */
export function shownInstances(
  module: Json | undefined,
  path: Path,
  isWanted: (address: string) => boolean = () => true,
  depth = 0,
): readonly Instance[] {
  if (depth > DEEPEST) return [];
  const items = itemsOf(entry(module, "resources"));
  const wanted = items.column("address").flatMap((json, index) => {
    const address = scalarText(json) ?? "";
    return isWanted(address) ? [{ address, index }] : [];
  });
  const [modes, types, names, providers] = wanted.length === 0 ? [] : COLUMNS.map((name) => items.column(name));
  const instances = wanted.map(({ address, index }): Instance => {
    const here = path.concat("resources", index);
    return {
      managed: modes?.[index] === "managed",
      type: scalarText(types?.[index]) ?? "",
      name: scalarText(names?.[index]) ?? "",
      address,
      provider: scalarText(providers?.[index]) ?? "",
      attributes: once(() => items.at(index, "values")),
      hasAttributes: items.isObjectAt(index, "values"),
      marks: once(() => items.at(index, "sensitive_values")),
      path: here,
      attributesPath: [...here, "values"],
    };
  });
  const inner = listAt(module, "child_modules").map((json, index) =>
    shownInstances(json, [...path, "child_modules", index], isWanted, depth + 1),
  );
  return [...instances, ...inner.flat()];
}

const COLUMNS = ["mode", "type", "name", "provider_name"] as const;

function lastKept<T>(read: (index: number) => T): (index: number) => T {
  let last: { readonly index: number; readonly value: T } | undefined;
  return (index) => {
    if (last?.index !== index) last = { index, value: read(index) };
    return last.value;
  };
}

/** Of a state of version 4. */
export function storedInstances(state: Json): readonly Instance[] {
  const items = itemsOf(entry(state, "resources"));
  const [modules, modes, types, names, providers] = STORED_COLUMNS.map((name) => items.column(name));
  // Parsed again each time: most carry no policy, and one resource may have thousands of instances, which are asked for one after the other.
  const instancesOf = lastKept((index) => listOf(items.at(index, "instances")));
  return Array.from({ length: items.length }, (_, index) => {
    const module = modules?.[index];
    const managed = modes?.[index] === "managed";
    const [type = "", name = "", provider = ""] = [types, names, providers].map((each) => scalarText(each?.[index]));
    return listOf(items.at(index, "instances")).flatMap((instance, number): Instance[] => {
      // What is left of an instance that was replaced, until it is destroyed.
      if (entry(instance, "deposed") !== undefined) return [];
      const local = `${managed ? "" : "data."}${type}.${name}${indexOf(entry(instance, "index_key"))}`;
      const path = ["resources", index, "instances", number];
      const marks = marksOf(entry(instance, "sensitive_attributes"));
      return [
        {
          managed,
          type,
          name,
          address: typeof module === "string" ? `${module}.${local}` : local,
          provider,
          attributes: once(() => entry(instancesOf(index)[number], "attributes")),
          hasAttributes: isObject(entry(instance, "attributes")),
          marks: () => marks,
          path,
          attributesPath: [...path, "attributes"],
        },
      ];
    });
  }).flat();
}

const STORED_COLUMNS = ["module", "mode", "type", "name", "provider"] as const;

export function attributeOf(instance: Instance, name: string, document: Document): Value {
  const { address, attributes, attributesPath } = instance;
  const origin = { document, path: [...attributesPath, name] };
  const json = entry(attributes(), name);
  return json === undefined ? missingAttribute(address, name, origin) : plannedValue(json, origin);
}

/** Paths as marks, as `show -json` has them; the index of a list is a key like any other. Of what is no list of paths nobody knows what it marks. */
function marksOf(paths: Json | undefined): Json {
  if (paths !== undefined && paths !== null && !isList(paths)) return true;
  return listOf(paths ?? undefined).reduce<Json>(
    (marks, steps) => marked(marks, isList(steps) ? steps.slice(0, DEEPEST).map(keyOf) : []),
    {},
  );
}

/** Of a step by name or index; undefined for an element of a set, which only its value tells. */
function keyOf(step: Json): string | undefined {
  const value = entry(step, "value");
  const key = isObject(value) ? entry(value, "value") : value;
  return typeof key === "string" || typeof key === "number" ? `${key}` : undefined;
}

function marked(marks: Json, [key, ...rest]: readonly (string | undefined)[]): Json {
  if (marks === true || key === undefined) return true;
  const inner = isObject(marks) ? marks : {};
  return { ...inner, [key]: marked(entry(inner, key) ?? {}, rest) };
}

function listAt(json: Json | undefined, key: string): readonly Json[] {
  return listOf(entry(json, key));
}

function listOf(json: Json | undefined): readonly Json[] {
  return isList(json) ? json : [];
}
