// Type constraints of variables (https://developer.hashicorp.com/terraform/language/expressions/type-constraints), and values made to fit them.

import { parseExpression } from "../../../text/hcl/parse.ts";
import type { Expression } from "../../../text/hcl/syntax.ts";
import { Problem } from "../../../text/problem.ts";
import { unknown } from "../../../values/hole.ts";
import { text } from "../../../values/text.ts";
import {
  type Hole,
  isKnown,
  type List,
  literal,
  loneHole,
  type Origin,
  type Struct,
  type Text,
  type Value,
} from "../../../values/value.ts";
import { isNull, nothing, refused } from "./evaluation.ts";
import { keyText, sorted } from "./members.ts";
import { numberIn, truthIn } from "./scalars.ts";
import { listFrom, ofOneType, setOf } from "./sets.ts";

export type Type =
  | { readonly kind: "any" }
  | { readonly kind: Text["type"] & ("string" | "number" | "boolean") }
  | { readonly kind: "list" | "set" | "map"; readonly of: Type }
  | { readonly kind: "object"; readonly attributes: ReadonlyMap<string, Attribute> };

interface Attribute {
  readonly type: Type;
  readonly optional: boolean;
  readonly default?: Expression;
}

export const ANY: Type = { kind: "any" };
const WORDS: ReadonlyMap<string, Type> = new Map<string, Type>([
  ["string", { kind: "string" }],
  ["number", { kind: "number" }],
  ["bool", { kind: "boolean" }],
  ["list", { kind: "list", of: ANY }],
  ["set", { kind: "set", of: ANY }],
  ["map", { kind: "map", of: ANY }],
]);

/** `words` as in `type = list(string)`; what is no type that we know holds anything. */
export function readType(words: string | undefined): Type | undefined {
  if (words === undefined) return undefined;
  try {
    return typeOf(parseExpression({ text: words, position: () => ({ line: 1, column: 1 }) }));
  } catch (thrown) {
    if (thrown instanceof Problem) return ANY;
    throw thrown;
  }
}

function typeOf(written: Expression | undefined): Type {
  if (written?.kind === "name") return WORDS.get(written.name) ?? ANY;
  if (written?.kind !== "call") return ANY;
  const {
    name,
    arguments: [of],
  } = written;
  if (name === "list" || name === "set" || name === "map") return { kind: name, of: typeOf(of) };
  if (name !== "object" || of?.kind !== "object") return ANY;
  const attributes = of.entries.flatMap(({ key, value }) => {
    const [only] = key.kind === "template" ? key.parts : [];
    return only?.kind === "characters" ? [[only.text, attributeOf(value)] as const] : [];
  });
  return { kind: "object", attributes: new Map(attributes) };
}

/** `optional(type, default)` */
function attributeOf(written: Expression): Attribute {
  if (written.kind !== "call" || written.name !== "optional") return { type: typeOf(written), optional: false };
  const [of, byDefault] = written.arguments;
  return { type: typeOf(of), optional: true, ...(byDefault && { default: byDefault }) };
}

export function isScalar(type: Type): boolean {
  return textTypeOf(type) !== "null";
}

/** Of a scalar; "null" for all else. */
export function textTypeOf({ kind }: Type): Text["type"] {
  return kind === "string" || kind === "number" || kind === "boolean" ? kind : "null";
}

/** What a member is converted to, whatever the others are. Undefined where that cannot be said. */
export function memberOf(type: Type, name: string): Attribute | undefined {
  if (type.kind === "any") return { type: ANY, optional: false };
  if (type.kind === "object") return type.attributes.get(name);
  return type.kind === "map" && isScalar(type.of) ? { type: type.of, optional: false } : undefined;
}

/** A hole of this type as a value. */
export function openValue(hole: Hole, type: Type | undefined, origin: Origin): Value {
  if (type !== undefined && !isScalar(type)) return unknown(hole, origin);
  return { kind: "text", parts: [{ hole }], type: type === undefined ? "string" : textTypeOf(type), origin };
}

/** Refused where the value does not fit. `evaluated` works out defaults of attributes. */
export function convert(value: Value, type: Type, evaluated: (expression: Expression) => Value): Value {
  if (isNull(value) || type.kind === "any" || value.kind === "unknown") return value;
  const inner = (each: Value, of: Type) => convert(each, of, evaluated);
  switch (type.kind) {
    case "string":
    case "number":
    case "boolean":
      return scalar(value, type.kind);
    case "list":
    case "set": {
      const hole = loneHole(value);
      if (hole !== undefined) return unknown({ ...hole, many: true }, value.origin);
      const from = listIn(value);
      const items = ofOneType(from.items.map((item) => inner(item, type.of)));
      return type.kind === "set" ? setOf(items, value.origin) : listFrom(from, items, value.origin);
    }
    case "map":
      if (value.kind !== "map") return loneHole(value) === undefined ? refused() : value;
      return mapOf(value, type.of, inner);
    case "object": {
      if (value.kind !== "map") return loneHole(value) === undefined ? refused() : value;
      const entries = [...type.attributes].map(([name, attribute]) => {
        const given = value.entries.get(name);
        if (given !== undefined && !(isNull(given.value) && attribute.default)) {
          return [name, { ...given, value: inner(given.value, attribute.type) }] as const;
        }
        if (!attribute.optional) return refused();
        const left = attribute.default === undefined ? nothing(value.origin) : evaluated(attribute.default);
        return [name, { key: value.origin, value: inner(left, attribute.type) }] as const;
      });
      return { ...value, entries: new Map(entries) };
    }
  }
}

function mapOf(map: Struct, type: Type, inner: (each: Value, of: Type) => Value): Struct {
  const entries = sorted(map.entries);
  const values = ofOneType(entries.map(([, { value }]) => inner(value, type)));
  const made = entries.map(
    ([name, entry], index) => [name, { ...entry, value: values[index] ?? entry.value }] as const,
  );
  return { ...map, entries: new Map(made) };
}

function scalar(value: Value, type: Text["type"]): Value {
  if (value.kind !== "text") return refused();
  const word = literal(value);
  if (word === undefined || type === "string") return { ...value, type };
  const converted = type === "number" ? numberIn(word) : truthIn(word)?.toString();
  if (converted === undefined) return refused();
  if (converted === word) return { ...value, type };
  const from = value.parts.find(isKnown)?.from;
  return text({ text: converted, ...(from && { from }) }, value.origin, type);
}

/** A set made into a list or the other way round; keys of maps do not count. */
function listIn(value: Value): List {
  if (value.kind === "list") return value;
  if (value.kind !== "map") return refused();
  return {
    kind: "list",
    items: sorted(value.entries).map(([name, { key }]) => keyText(name, key)),
    origin: value.origin,
  };
}
