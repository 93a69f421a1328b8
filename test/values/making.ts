// Values made by hand: `<Name>` in a text is a hole.

import { parseJson } from "../../src/text/json/parse.ts";
import { source } from "../../src/text/source.ts";
import { hole, unknown } from "../../src/values/hole.ts";
import { concat, text } from "../../src/values/text.ts";
import type { Hole, Origin, Unknown, Value } from "../../src/values/value.ts";

export const HERE: Origin = { document: parseJson(source("made.json", "{}")), path: [] };

/** "arn:<Partition>:iam" with the holes as `holes` describes them, or else admitting anything. */
export function made(template: string, holes: Record<string, Partial<Hole>> = {}): Value {
  const parts = template.split(/<(\w+)>/).map((part, index) => {
    if (index % 2 === 0) return text({ text: part }, HERE);
    const each = hole(part, "parameter", `parameter ${part}`, holes[part] ?? {});
    return { kind: "text", parts: [{ hole: each }], type: "string", origin: HERE } satisfies Value;
  });
  return concat(parts, HERE);
}

export function listed(...items: readonly Value[]): Value {
  return { kind: "list", items, origin: HERE };
}

export function mapped(entries: Record<string, Value>): Value {
  const each = Object.entries(entries).map(([key, value]) => [key, { key: HERE, value }] as const);
  return { kind: "map", entries: new Map(each), origin: HERE };
}

/** Characters that the default of the parameter P supplies. */
export function supplied(characters: string): Value {
  return text({ text: characters, from: { name: "P", by: "default" } }, HERE);
}

/** Of any shape. */
export function anything(name: string, more: Partial<Hole> = {}): Unknown {
  return unknown(hole(name, "parameter", `parameter ${name}`, more), HERE);
}

export const ABSENT: Value = { kind: "absent", origin: HERE };
