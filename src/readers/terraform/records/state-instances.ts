// The instances of resources and data sources that a state tells of, as `show -json` writes it and as it is stored.

import { type Document, entry, isList, isObject, type Json, type Path, textAt } from "../../../text/document.ts";
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
  readonly attributes: Json | undefined;
  /** Of secret attributes: true, or an object or list that says it of the parts. */
  readonly marks: Json | undefined;
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
  const instances = listAt(module, "resources").flatMap((json, index): Instance[] => {
    const address = textAt(json, "address");
    if (!isWanted(address)) return [];
    const here = path.concat("resources", index);
    return [
      {
        ...described(json),
        address,
        provider: textAt(json, "provider_name"),
        attributes: entry(json, "values"),
        marks: entry(json, "sensitive_values"),
        path: here,
        attributesPath: [...here, "values"],
      },
    ];
  });
  const inner = listAt(module, "child_modules").map((json, index) =>
    shownInstances(json, [...path, "child_modules", index], isWanted, depth + 1),
  );
  return [...instances, ...inner.flat()];
}

/** Of a state of version 4. */
export function storedInstances(state: Json): readonly Instance[] {
  return listAt(state, "resources").flatMap((resource, index) =>
    listAt(resource, "instances").flatMap((instance, number): Instance[] => {
      // What is left of an instance that was replaced, until it is destroyed.
      if (entry(instance, "deposed") !== undefined) return [];
      const module = entry(resource, "module");
      const { managed, type, name } = described(resource);
      const local = `${managed ? "" : "data."}${type}.${name}${indexOf(entry(instance, "index_key"))}`;
      const path = ["resources", index, "instances", number];
      return [
        {
          managed,
          type,
          name,
          address: typeof module === "string" ? `${module}.${local}` : local,
          provider: textAt(resource, "provider"),
          attributes: entry(instance, "attributes"),
          marks: marksOf(listAt(instance, "sensitive_attributes")),
          path,
          attributesPath: [...path, "attributes"],
        },
      ];
    }),
  );
}

export function attributeOf(instance: Instance, name: string, document: Document): Value {
  const { address, attributes, attributesPath } = instance;
  const origin = { document, path: [...attributesPath, name] };
  const json = entry(attributes, name);
  return json === undefined ? missingAttribute(address, name, origin) : plannedValue(json, origin);
}

function described(json: Json) {
  const [mode, type, name] = ["mode", "type", "name"].map((key) => textAt(json, key));
  return { managed: mode === "managed", type: type ?? "", name: name ?? "" };
}

/** Paths as marks, as `show -json` has them; the index of a list is a key like any other. */
function marksOf(paths: readonly Json[]): Json {
  return paths.reduce<Json>(
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
  const list = entry(json, key);
  return isList(list) ? list : [];
}
