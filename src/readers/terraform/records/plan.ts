// A plan in JSON: every resource and data source as it leaves them, and the part of the configuration that each comes from.

import { at, type Document, entry, isList, type Json, type Path, scalarText } from "../../../text/document.ts";
import { type Items, itemsOf, wholeItems } from "../../../text/json/late/items.ts";
import type { Column } from "../../../text/json/late/keys.ts";
import { indexOf, type ModulePath, modulePath, prefix } from "./addresses.ts";
import { type Configuration, readConfiguration, resourceAt } from "./configuration.ts";
import { type Instance, shownInstances } from "./state-instances.ts";
import { isMarked } from "./taint.ts";

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
  /** Will it be there? */
  readonly isThere: boolean;
  /** Parsed when asked for: most resources of a plan carry no policy. */
  tells(what: Told): Json | undefined;
  /** One attribute of what it tells. */
  tellsAt(what: "before" | "after", attribute: string): Json | undefined;
  /** Of the entry for it in the document. */
  readonly path: Path;
  /** From there to `after` and to `unknown`; one for all, for plans have many resources. */
  readonly within: Within;
}

/** `after_unknown` marks what of `after` only the apply will tell, the others what is secret. */
export type Told = "before" | "after" | "after_unknown" | "before_sensitive" | "after_sensitive";

interface Within {
  readonly after: Path;
  readonly unknown: Path;
}

const CHANGED: Within = { after: ["change", "after"], unknown: ["change", "after_unknown"] };
const UNCHANGED: Within = { after: ["values"], unknown: ["values"] };

export interface Plan {
  readonly document: Document;
  readonly planned: readonly Planned[];
  /** Those that can hold something secret. */
  marked(): readonly Planned[];
  /** By address without instance. */
  instances(): ReadonlyMap<string, readonly Planned[]>;
  readonly configuration: Configuration;
}

const [CHANGES, DEFERRED, CHANGE] = ["resource_changes", "deferred_changes", "resource_change"] as const;
const PLANNED_ROOT = ["planned_values", "root_module"];
const PRIOR_ROOT = ["prior_state", "values", "root_module"];

export function readPlan(document: Document): Plan {
  const { value } = document;
  const deferred = entry(value, DEFERRED);
  const items = itemsOf(entry(value, CHANGES));
  // Put off to a later run, as far as known: Terraform 1.9 and later, "deferred actions".
  const later = wholeItems(isList(deferred) ? deferred.map((each) => entry(each, CHANGE)) : []);
  const changes = changesIn(items, (index) => [CHANGES, index]);
  const laterChanges = changesIn(later, (index) => [DEFERRED, index, CHANGE]);
  const spokenOf = new Set<Json | undefined>();
  for (const { planned, previous } of changes) spokenOf.add(planned.address).add(previous);
  for (const { planned, previous } of laterChanges) spokenOf.add(planned.address).add(previous);
  // Terraform lists each of them as a change as well; tools that cut plans down do not.
  const outcome = items.length > 0 ? [] : shownInstances(at(value, PLANNED_ROOT), PLANNED_ROOT);
  for (const { address } of outcome) spokenOf.add(address);
  // A plan with -target or -refresh-only says of most of what is there only that it is.
  const prior = shownInstances(at(value, PRIOR_ROOT), PRIOR_ROOT, (address) => !spokenOf.has(address));
  const untouched = [...outcome, ...prior].map(unchanged);
  const planned = [...changes, ...laterChanges].map((change) => change.planned).concat(untouched);
  let instances: ReadonlyMap<string, readonly Planned[]> | undefined;
  return {
    document,
    planned,
    marked: () => [...markedIn(items, changes), ...markedIn(later, laterChanges), ...untouched],
    instances: () => {
      instances ??= byResource(planned);
      return instances;
    },
    configuration: readConfiguration(entry(value, "configuration")),
  };
}

interface Change {
  readonly planned: Planned;
  /** Address that it was moved from. */
  readonly previous: Json | undefined;
  /** Of the list that it is in. */
  readonly row: number;
}

/** Those that bear a mark. */
function markedIn(items: Items, changes: readonly Change[]): readonly Planned[] {
  const after = items.column("change.after_sensitive");
  const before = items.column("change.before_sensitive");
  return changes.flatMap(({ planned, row }) => (isMarked(after[row]) || isMarked(before[row]) ? [planned] : []));
}

function changesIn(items: Items, pathOf: (index: number) => Path): readonly Change[] {
  const [addresses, types, names, modes, modules, keys, deposed, previous] = COLUMNS.map((name) => items.column(name));
  const changes: Change[] = [];
  for (let row = 0; row < items.length; row += 1) {
    const address = addresses?.[row];
    // A deposed object is the old one of a replacement that did not finish; the new one has an entry of its own.
    if (!items.isObjectAt(row, "change") || typeof address !== "string" || deposed?.[row] !== undefined) continue;
    const type = scalarText(types?.[row]) ?? "";
    const name = scalarText(names?.[row]) ?? "";
    const managed = modes?.[row] === "managed";
    const planned: Planned = {
      address,
      type,
      managed,
      module: modulePath(scalarText(modules?.[row])),
      index: indexOf(keys?.[row]),
      local: localAddress(address, { managed, type, name }),
      isThere: items.isObjectAt(row, "change.after"),
      ...toldBy(items, row),
      path: pathOf(row),
      within: CHANGED,
    };
    changes.push({ planned, previous: previous?.[row], row });
  }
  return changes;
}

const COLUMNS = ["address", "type", "name", "mode", "module_address", "index", "deposed", "previous_address"] as const;

const COLUMN_OF: Readonly<Record<Told, Column>> = {
  before: "change.before",
  after: "change.after",
  after_unknown: "change.after_unknown",
  before_sensitive: "change.before_sensitive",
  after_sensitive: "change.after_sensitive",
};

/** Remembered: the values of a resource are asked for several times. */
function toldBy(items: Items, row: number): Pick<Planned, "tells" | "tellsAt"> {
  let after: { readonly json: Json | undefined } | undefined;
  const tells = (what: Told) => {
    if (what !== "after") return items.at(row, COLUMN_OF[what]);
    after ??= { json: items.at(row, COLUMN_OF.after) };
    return after.json;
  };
  return {
    tells,
    tellsAt: (what, attribute) =>
      what === "after" ? entry(tells(what), attribute) : items.entryAt(row, COLUMN_OF[what], attribute),
  };
}

function unchanged(instance: Instance): Planned {
  const { address, type, managed, attributes, hasAttributes, marks, path } = instance;
  const module = modulePath(address);
  const local = localAddress(address, instance);
  return {
    address,
    type,
    managed,
    module,
    index: address.slice(prefix(module).length + local.length),
    local,
    isThere: hasAttributes,
    tells: (what) => (what === "after_unknown" ? undefined : what.endsWith("_sensitive") ? marks() : attributes()),
    tellsAt: (_, attribute) => entry(attributes(), attribute),
    path,
    within: UNCHANGED,
  };
}

/** Of a planned value, or of what the plan says of its not being known. */
export function pathTo(what: keyof Within, { path, within }: Planned): Path {
  return [...path, ...within[what]];
}

type Named = Pick<Instance, "managed" | "type" | "name">;

function localAddress(address: string, { managed, type, name }: Named): string {
  const local = `${managed ? "" : "data."}${type}.${name}`;
  // Most are in no module and have no instances: one text for both.
  return local === address ? address : local;
}

/** The expressions of its arguments. */
export function expressionsOf({ module, local }: Planned, { configuration }: Plan): Json | undefined {
  return resourceAt(configuration, module, local)?.tells("expressions");
}

/** The key of its provider in `provider_config`. */
export function providerOf({ module, local }: Planned, { configuration }: Plan): string {
  return scalarText(resourceAt(configuration, module, local)?.tells("provider_config_key")) ?? "";
}

/** All instances of a resource in one instance of its module. */
export function instancesOf(module: ModulePath, local: string, { instances }: Plan): readonly Planned[] {
  return instances().get(prefix(module) + local) ?? [];
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
