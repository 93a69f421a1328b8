// Terraform and OpenTofu states, as `show -json` writes them and as they are stored (version 4): what is there now.

import { at, type Document, entry, isList, isObject, type Json, type Path } from "../text/document.ts";
import type { Reader, Reading, Resource } from "./reader.ts";
import { accountBook, sighted } from "./terraform/accounts.ts";
import { indexOf } from "./terraform/addresses.ts";
import { plannedValue } from "./terraform/planned.ts";
import { resourcesIn } from "./terraform/state-modules.ts";
import { isMarked, markedTexts, secretsOf, textsIn } from "./terraform/taint.ts";
import { formatVersion, refuseLater, refuseOtherState } from "./terraform/versions.ts";

export const terraformState: Reader = { format: "terraform-state", recognises, read };

/** One resource or data source, or one instance of it. */
interface Instance {
  readonly managed: boolean;
  readonly type: string;
  readonly address: string;
  readonly provider: string;
  readonly attributes: Json | undefined;
  /** Marks of secret attributes: true, or an object or list that says it of the parts. */
  readonly secret: Json | undefined;
  readonly path: Path;
  /** Below `path`. */
  readonly attributesKey: "attributes" | "values";
}

function recognises({ value }: Document): boolean {
  return isShown(value) || isStored(value);
}

/** An empty state is shown as a version and nothing else. */
function isShown(value: Json): boolean {
  const keys = isObject(value) ? Object.keys(value) : [];
  return formatVersion(value) !== undefined && (entry(value, "values") !== undefined || keys.length === 1);
}

function isStored(value: Json): boolean {
  return typeof entry(value, "version") === "number" && entry(value, "lineage") !== undefined;
}

function read(document: Document): Reading {
  const { value } = document;
  if (isShown(value)) refuseLater(document, "state");
  else refuseOtherState(document);
  const instances = isShown(value) ? shown(value) : stored(value);
  const accountsOf = accountBook(
    instances.flatMap(({ type, provider, attributes }) => sighted(type, provider, attributes)),
    new Map(),
  );
  const secrets = secretsOf([
    ...instances.flatMap(({ attributes, secret }) => markedTexts(attributes, secret)),
    ...secretOutputs(isShown(value) ? at(value, ["values", "outputs"]) : entry(value, "outputs")),
  ]);
  return {
    resources: instances
      .filter(({ managed }) => managed)
      .map(({ type, address, provider, attributes, secret, path, attributesKey }): Resource => {
        return {
          format: "terraform-state",
          type,
          id: address,
          origin: { document, path },
          metadata: [],
          property: (name) => plannedValue(entry(attributes, name), { document, path: [...path, attributesKey, name] }),
          ...accountsOf(provider, entry(attributes, "arn")),
          isSecret: (name) => isMarked(at(secret, [name])) || secrets.touch(entry(attributes, name)),
        };
      }),
    problems: [],
    notes: [],
  };
}

function shown(value: Json): readonly Instance[] {
  const root = ["values", "root_module"];
  return resourcesIn(at(value, root), root).map(({ json, path }) => ({
    ...described(json),
    address: String(entry(json, "address")),
    provider: String(entry(json, "provider_name")),
    attributes: entry(json, "values"),
    secret: entry(json, "sensitive_values"),
    path,
    attributesKey: "values",
  }));
}

function stored(value: Json): readonly Instance[] {
  return listAt(value, "resources").flatMap((resource, index) =>
    listAt(resource, "instances").flatMap((instance, number): Instance[] => {
      // What is left of an instance that was replaced, until it is destroyed.
      if (entry(instance, "deposed") !== undefined) return [];
      const module = entry(resource, "module");
      const { managed, type, name } = described(resource);
      const local = `${managed ? "" : "data."}${type}.${name}${indexOf(entry(instance, "index_key"))}`;
      return [
        {
          managed,
          type,
          address: typeof module === "string" ? `${module}.${local}` : local,
          provider: String(entry(resource, "provider")),
          attributes: entry(instance, "attributes"),
          secret: marksOf(listAt(instance, "sensitive_attributes")),
          path: ["resources", index, "instances", number],
          attributesKey: "attributes",
        },
      ];
    }),
  );
}

function described(json: Json) {
  const [mode, type, name] = ["mode", "type", "name"].map((key) => String(entry(json, key)));
  return { managed: mode === "managed", type: type ?? "", name: name ?? "" };
}

/** A list of paths as marks by attribute: a part of an attribute marks all of it. */
function marksOf(paths: readonly Json[]): Json {
  const marks: [string, true][] = paths.flatMap((steps) => {
    const name = at(steps, [0, "value"]);
    return typeof name === "string" ? [[name, true] as [string, true]] : [];
  });
  return Object.fromEntries(marks);
}

function secretOutputs(outputs: Json | undefined): readonly string[] {
  const all = isObject(outputs) ? Object.keys(outputs).map((name) => entry(outputs, name)) : [];
  return all
    .filter((output) => entry(output, "sensitive") === true)
    .flatMap((output) => textsIn(entry(output, "value")));
}

function listAt(json: Json | undefined, key: string): readonly Json[] {
  const list = entry(json, key);
  return isList(list) ? list : [];
}
