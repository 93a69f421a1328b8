// A JSON value of a plan or state as a value: null is absent, and what the plan marks as unknown is a hole.

import { below, type Document, entry, isList, isObject, type Json, type Path } from "../../../text/document.ts";
import { objectIn } from "../../../values/embedded.ts";
import { hole, unknown } from "../../../values/hole.ts";
import { scalarAt } from "../../../values/text.ts";
import type { Origin, Value } from "../../../values/value.ts";
import { type Written, writtenAt } from "../../../values/written.ts";

/** The marks of a plan for what is not known in a value. */
export interface Unknowns {
  /** `after_unknown` at the same place: true, or an object or list that says it of the parts. */
  readonly marks: Json | undefined;
  /** Steps from the resource's attributes to here. */
  readonly steps: Path;
  /** The marks of the value at the given steps. */
  valueAt(steps: Path, origin: Origin): Value;
}

export function plannedValue(json: Json | undefined, origin: Origin, unknowns?: Unknowns): Value {
  const { document, path } = origin;
  if (unknowns?.marks === true) return unknowns.valueAt(unknowns.steps, origin);
  if (json === undefined || json === null) return { kind: "absent", origin };
  const inner = (key: string | number): Value => {
    const { marks, steps = [] } = unknowns ?? {};
    const inside = unknowns && { ...unknowns, marks: entry(marks, key), steps: [...steps, key] };
    return plannedValue(entry(json, key), { document, path: below(path, key) }, inside);
  };
  if (isList(json)) return { kind: "list", items: json.map((_, index) => inner(index)), origin };
  if (!isObject(json)) return scalarAt(json, document, path);
  const names = new Set([...Object.keys(json), ...keysOf(unknowns?.marks)]);
  const entries = [...names].map((name) => {
    const key: Origin = { document, path: below(path, name), what: "key" };
    return [name, { key, value: inner(name) }] as const;
  });
  return { kind: "map", entries: new Map(entries), origin };
}

/** The object that a text is, a list without elements, or that nothing is there; undefined for anything else. */
export function writtenAttribute(
  json: Json | undefined,
  document: Document,
  path: Path,
): Written | "absent" | "untold" | undefined {
  if (json === undefined) return "untold";
  if (json === null) return "absent";
  if (isList(json) && json.length === 0) return writtenAt(json, document, path);
  const inner = typeof json === "string" ? objectIn(document, path, json) : undefined;
  return inner && writtenAt(inner.value, inner, []);
}

/** Terraform writes null for what is not set: what is left out altogether, somebody cut away. */
export function missingAttribute(address: string, name: string, origin: Origin): Value {
  const source = `${address}.${name}, of which the file tells nothing`;
  return unknown(hole(source, "file", source, { name: `${address}.${name}` }), origin);
}

function keysOf(marks: Json | undefined): readonly string[] {
  return isObject(marks) ? Object.keys(marks) : [];
}
