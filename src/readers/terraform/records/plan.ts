// A plan in JSON: every resource and data source as it leaves them, and the part of the configuration that each comes from.

import { at, type Document, entry, isList, isObject, type Json, type Path, textAt } from "../../../text/document.ts";
import { indexOf, type ModulePath, modulePath, prefix } from "./addresses.ts";
import { type Configuration, readConfiguration, resourceAt } from "./configuration.ts";
import { type Instance, shownInstances } from "./state-instances.ts";

/** A resource or data source, one instance of it. */
export interface Planned {
  readonly address: string;
  readonly type: string;
  readonly managed: boolean;
  readonly module: ModulePath;
  /** As addresses have it: `["a"]`, `[0]` or nothing. */
  readonly index: string;
  /** Address without module and instance. */
  readonly local: string;
  readonly before: Json | undefined;
  /** No object: it will not be there. */
  readonly after: Json | undefined;
  /** Marks what of `after` only the apply will tell. */
  readonly unknown: Json | undefined;
  /** Marks what of `after` and `before` is secret. */
  readonly secret: { readonly after: Json | undefined; readonly before: Json | undefined };
  /** Of the entry for it in the document. */
  readonly path: Path;
  /** From there to `after` and to `unknown`; one for all, for plans have many resources. */
  readonly within: Within;
}

interface Within {
  readonly after: Path;
  readonly unknown: Path;
}

const CHANGED: Within = { after: ["change", "after"], unknown: ["change", "after_unknown"] };
const UNCHANGED: Within = { after: ["values"], unknown: ["values"] };

export interface Plan {
  readonly document: Document;
  readonly planned: readonly Planned[];
  /** By address without instance. */
  readonly instances: ReadonlyMap<string, readonly Planned[]>;
  readonly configuration: Configuration;
}

const PRIOR_ROOT = ["prior_state", "values", "root_module"];

export function readPlan(document: Document): Plan {
  const { value } = document;
  const changes = [
    ...changesIn(entry(value, "resource_changes"), ["resource_changes"], []),
    // Put off to a later run, as far as known: Terraform 1.9 and later, "deferred actions".
    ...changesIn(entry(value, "deferred_changes"), ["deferred_changes"], ["resource_change"]),
  ];
  const spokenOf = new Set(changes.flatMap(({ planned, previous }) => [planned.address, previous]));
  // A plan with -target or -refresh-only says of most of what is there only that it is.
  const untouched = shownInstances(at(value, PRIOR_ROOT), PRIOR_ROOT, (address) => !spokenOf.has(address));
  const planned = [...changes.map((change) => change.planned), ...untouched.map(unchanged)];
  return {
    document,
    planned,
    instances: byResource(planned),
    configuration: readConfiguration(entry(value, "configuration")),
  };
}

interface Change {
  readonly planned: Planned;
  /** Address that it was moved from. */
  readonly previous: Json | undefined;
}

function changesIn(list: Json | undefined, path: Path, inner: Path): readonly Change[] {
  if (!isList(list)) return [];
  return list.flatMap((item, index): Change[] => {
    const json = at(item, inner);
    const change = entry(json, "change");
    const address = entry(json, "address");
    // A deposed object is the old one of a replacement that did not finish; the new one has an entry of its own.
    if (!isObject(change) || typeof address !== "string" || entry(json, "deposed") !== undefined) return [];
    const [type = "", name = ""] = ["type", "name"].map((key) => textAt(json, key));
    const managed = entry(json, "mode") === "managed";
    const here = path.concat(index, inner);
    const planned = {
      address,
      type,
      managed,
      module: modulePath(textAt(json, "module_address")),
      index: indexOf(entry(json, "index")),
      local: localAddress({ managed, type, name }),
      before: entry(change, "before"),
      after: entry(change, "after"),
      unknown: entry(change, "after_unknown"),
      secret: { after: entry(change, "after_sensitive"), before: entry(change, "before_sensitive") },
      path: here,
      within: CHANGED,
    };
    return [{ planned, previous: entry(json, "previous_address") }];
  });
}

function unchanged(instance: Instance): Planned {
  const { address, type, managed, attributes, marks, path } = instance;
  const module = modulePath(address);
  const local = localAddress(instance);
  return {
    address,
    type,
    managed,
    module,
    index: address.slice(prefix(module).length + local.length),
    local,
    before: attributes,
    after: attributes,
    unknown: undefined,
    secret: { after: marks, before: marks },
    path,
    within: UNCHANGED,
  };
}

/** Of a planned value, or of what the plan says of its not being known. */
export function pathTo(what: keyof Within, { path, within }: Planned): Path {
  return [...path, ...within[what]];
}

function localAddress({ managed, type, name }: { managed: boolean; type: string; name: string }): string {
  return `${managed ? "" : "data."}${type}.${name}`;
}

export function configurationOf({ module, local }: Planned, { configuration }: Plan): Json | undefined {
  return resourceAt(configuration, module, local)?.json;
}

/** The key of its provider in `provider_config`. */
export function providerOf(planned: Planned, plan: Plan): string {
  return textAt(configurationOf(planned, plan), "provider_config_key");
}

/** All instances of a resource in one instance of its module. */
export function instancesOf(module: ModulePath, local: string, { instances }: Plan): readonly Planned[] {
  return instances.get(prefix(module) + local) ?? [];
}

function byResource(all: readonly Planned[]): ReadonlyMap<string, readonly Planned[]> {
  const instances = new Map<string, Planned[]>();
  for (const planned of all) {
    const key = prefix(planned.module) + planned.local;
    const known = instances.get(key);
    if (known === undefined) instances.set(key, [planned]);
    else known.push(planned);
  }
  return instances;
}
