// What the input says about itself: `Metadata.Unconfused` of a resource, then of the template.

import { at, entry, isList, isObject, type Json } from "../text/document.ts";
import type { Origin } from "../values/value.ts";
import type { Tenancy } from "./config.ts";

/** The first of the places that speaks of tenancy; what a file says about itself comes last of all. */
export function inlineTenancy(metadata: readonly Origin[]): SaidInline | undefined {
  for (const { document, path } of metadata) {
    const tenancy = entry(at(document.value, path), "tenancy");
    if (tenancy === "single" || tenancy === "multi")
      return { tenancy, origin: { document, path: [...path, "tenancy"] } };
  }
  return undefined;
}

export interface SaidInline {
  readonly tenancy: Tenancy;
  readonly origin: Origin;
}

/** An entry of `ignore`, as far as it could be read. */
export interface MetadataIgnore {
  readonly rule?: string;
  readonly reason: string;
  readonly until?: string;
  /** What is wrong with its shape. */
  readonly misfit?: string;
  readonly origin: Origin;
}

const KEYS = ["rule", "reason", "until"];

export function metadataIgnores({ document, path }: Origin): readonly MetadataIgnore[] {
  const ignore = entry(at(document.value, path), "ignore");
  if (ignore === undefined) return [];
  if (!isList(ignore)) return [misfit("ignore is no list", { document, path: [...path, "ignore"] })];
  return ignore.map((value, index) => read(value, { document, path: [...path, "ignore", index] }));
}

function read(value: Json, origin: Origin): MetadataIgnore {
  if (!isObject(value)) return misfit("it is no map of rule, reason and until", origin);
  const stray = Object.keys(value).find((key) => !KEYS.includes(key));
  // A misspelled `until` would make the entry last for ever.
  if (stray !== undefined) return misfit(`"${stray}" means nothing in it`, origin);
  const wrong = Object.keys(value).find((key) => typeof entry(value, key) !== "string");
  if (wrong !== undefined) return misfit(`${wrong} is no text`, origin);
  const [rule, reason, until] = KEYS.map((key) => entry(value, key) as string | undefined);
  return {
    ...(rule === undefined ? {} : { rule }),
    reason: reason ?? "",
    ...(until === undefined ? {} : { until }),
    origin: { ...origin, path: [...origin.path, "rule"] },
  };
}

function misfit(what: string, origin: Origin): MetadataIgnore {
  return { reason: "", misfit: what, origin };
}
