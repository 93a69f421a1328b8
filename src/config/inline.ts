// What the input says about itself: `Metadata.Unconfused` of a resource, then of the template.

import { at, entry, isList, isObject, type Json } from "../text/document.ts";
import { nearest } from "../text/nearest.ts";
import { Problem } from "../text/problem.ts";
import { faultIn, placeOf, shown } from "../text/schema-faults.ts";
import type { Origin } from "../values/value.ts";
import type { Tenancy, Vendor } from "./config.ts";
import { validate } from "./generated/metadata-schema.js";
import { vendorsIn } from "./vendors.ts";

/** What a file says about itself comes last of all. */
export function inlineTenancy(metadata: readonly Origin[]): InlineTenancy | undefined {
  const setting = nearestEntry(metadata, "tenancy");
  if (setting?.value !== "single" && setting?.value !== "multi") return undefined;
  return { tenancy: setting.value, origin: setting.origin };
}

/** The entries of the vendor that deploy-time accounts are bound to; none where the metadata name none that is declared. */
export function inlineVendor(metadata: readonly Origin[], vendors?: readonly Vendor[]): readonly Vendor[] {
  const name = nearestEntry(metadata, "vendor")?.value;
  return typeof name === "string" ? (vendorsIn(vendors).byName.get(name) ?? []) : [];
}

/** The first block that has the key speaks, also where what it says is a mistake: a farther one is not meant. */
function nearestEntry(metadata: readonly Origin[], key: string): { value: Json; origin: Origin } | undefined {
  for (const { document, path } of metadata) {
    const value = entry(at(document.value, path), key);
    if (value !== undefined) return { value, origin: { document, path: [...path, key] } };
  }
  return undefined;
}

/** What is wrong with a block, but for the entries of its `ignore`. */
export function faultsInBlock(block: Origin, vendors?: readonly Vendor[]): readonly Problem[] {
  const { document, path } = block;
  return [faultIn(document, validate, path), undeclaredVendor(block, vendors)].filter((fault) => fault !== undefined);
}

function undeclaredVendor({ document, path }: Origin, vendors: readonly Vendor[] | undefined): Problem | undefined {
  const name = entry(at(document.value, path), "vendor");
  const { byName } = vendorsIn(vendors);
  if (typeof name !== "string" || name.trim() === "" || byName.has(name)) return undefined;
  const meant = nearest(name, byName.keys());
  const help = meant === undefined ? "declare it under vendors in unconfused.yaml" : `did you mean ${meant}?`;
  return new Problem(`no vendor is called ${shown(name)}`, help, placeOf(document, [...path, "vendor"]));
}

export interface InlineTenancy {
  readonly tenancy: Tenancy;
  readonly origin: Origin;
}

/** An entry of `ignore`, as far as it could be read. */
export interface IgnoreEntry {
  readonly rule?: string;
  readonly reason: string;
  readonly until?: string;
  /** What is wrong with its shape. */
  readonly invalid?: string;
}

export interface MetadataIgnore extends IgnoreEntry {
  readonly origin: Origin;
}

const KEYS = ["rule", "reason", "until"];

export function metadataIgnores({ document, path }: Origin): readonly MetadataIgnore[] {
  const ignore = entry(at(document.value, path), "ignore");
  if (ignore === undefined) return [];
  if (!isList(ignore))
    return [{ ...invalidIgnore("ignore is no list"), origin: { document, path: [...path, "ignore"] } }];
  return ignore.map((value, index) => {
    const here = [...path, "ignore", index];
    const read = readIgnore(value);
    return { ...read, origin: { document, path: read.invalid === undefined ? [...here, "rule"] : here } };
  });
}

export function readIgnore(value: Json): IgnoreEntry {
  if (!isObject(value)) return invalidIgnore("it is no map of rule, reason and until");
  const stray = Object.keys(value).find((key) => !KEYS.includes(key));
  // A misspelled `until` would make the entry last for ever.
  if (stray !== undefined) return invalidIgnore(`"${stray}" means nothing in it`);
  const wrong = Object.keys(value).find((key) => typeof entry(value, key) !== "string");
  if (wrong !== undefined) return invalidIgnore(`${wrong} is no text`);
  const [rule, reason, until] = KEYS.map((key) => entry(value, key) as string | undefined);
  return {
    ...(rule === undefined ? {} : { rule }),
    reason: reason ?? "",
    ...(until === undefined ? {} : { until }),
  };
}

function invalidIgnore(what: string): IgnoreEntry {
  return { reason: "", invalid: what };
}
