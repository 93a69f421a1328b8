// A plan in JSON: its changes by address, and the part of its configuration that each comes from.

import { at, type Document, entry, isList, isObject, type Json, type Path } from "../../text/document.ts";
import { indexOf, type ModulePath, modulePath, prefix } from "./addresses.ts";
import { type Configuration, readConfiguration, resourceAt } from "./configuration.ts";

/** One entry of `resource_changes`. */
export interface Change {
  readonly address: string;
  readonly type: string;
  readonly mode: string;
  readonly module: ModulePath;
  /** As addresses have it: `["a"]`, `[0]` or nothing. */
  readonly index: string;
  /** Address without module and instance. */
  readonly local: string;
  /** `change`: before, after, after_unknown, after_sensitive, … */
  readonly change: Json;
  /** Of `change` in the document. */
  readonly path: Path;
}

export interface Plan {
  readonly document: Document;
  readonly changes: readonly Change[];
  /** By address without instance. */
  readonly instances: ReadonlyMap<string, readonly Change[]>;
  readonly configuration: Configuration;
}

export function readPlan(document: Document): Plan {
  const { value } = document;
  const changes = [
    ...changesIn(entry(value, "resource_changes"), ["resource_changes"], []),
    // Put off to a later run, as far as known: Terraform 1.9 and later, "deferred actions".
    ...changesIn(entry(value, "deferred_changes"), ["deferred_changes"], ["resource_change"]),
  ];
  return {
    document,
    changes,
    instances: byResource(changes),
    configuration: readConfiguration(entry(value, "configuration")),
  };
}

function changesIn(list: Json | undefined, path: Path, inner: Path): readonly Change[] {
  if (!isList(list)) return [];
  return list.flatMap((item, index): Change[] => {
    const json = at(item, inner);
    const change = entry(json, "change");
    const address = entry(json, "address");
    // A deposed object is the old one of a replacement that did not finish; the new one has an entry of its own.
    if (!isObject(change) || typeof address !== "string" || entry(json, "deposed") !== undefined) return [];
    const [mode, type, name] = ["mode", "type", "name"].map((key) => String(entry(json, key)));
    const found = {
      address,
      type: type ?? "",
      mode: mode ?? "",
      module: modulePath(String(entry(json, "module_address") ?? "")),
      index: indexOf(entry(json, "index")),
      local: `${mode === "data" ? "data." : ""}${type}.${name}`,
      change,
      path: [...path, index, ...inner, "change"],
    };
    return [found];
  });
}

export function configurationOf({ module, local }: Change, { configuration }: Plan): Json | undefined {
  return resourceAt(configuration, module, local);
}

/** All instances of a resource in one instance of its module. */
export function instancesOf(module: ModulePath, local: string, { instances }: Plan): readonly Change[] {
  return instances.get(prefix(module) + local) ?? [];
}

function byResource(changes: readonly Change[]): ReadonlyMap<string, readonly Change[]> {
  const instances = new Map<string, Change[]>();
  for (const change of changes) {
    const key = prefix(change.module) + change.local;
    const known = instances.get(key);
    if (known === undefined) instances.set(key, [change]);
    else known.push(change);
  }
  return instances;
}
