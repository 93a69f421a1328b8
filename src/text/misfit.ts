// Checks whether a value that a program wrote fits a JSON Schema, as far as its reader relies on it; additional properties are allowed.

import type { Path } from "./document.ts";

/** Of JSON Schema the words below, and those that only say something to people. */
export interface JsonSchema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly pattern?: string;
  readonly minLength?: number;
  readonly minimum?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly items?: JsonSchema;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly additionalProperties?: boolean | JsonSchema;
  readonly anyOf?: readonly JsonSchema[];
  readonly $defs?: Readonly<Record<string, JsonSchema>>;
}

const TYPES: Readonly<Record<string, (value: unknown) => boolean>> = {
  object: isMap,
  array: Array.isArray,
  string: (value) => typeof value === "string",
  integer: Number.isSafeInteger,
  boolean: (value) => typeof value === "boolean",
  null: (value) => value === null,
};

/** Where the first part stands that does not fit; undefined: all of it fits. */
export function misfitIn(value: unknown, shape: JsonSchema, whole: JsonSchema = shape): Path | undefined {
  const named = shape.$ref === undefined ? undefined : whole.$defs?.[shape.$ref.replace("#/$defs/", "")];
  if (shape.$ref !== undefined && named === undefined) throw new Error(`a schema without ${shape.$ref}`);
  const asNamed = named && misfitIn(value, named, whole);
  if (asNamed !== undefined) return asNamed;
  if (!fitsItself(value, shape)) return [];
  if (shape.anyOf?.every((each) => misfitIn(value, each, whole) !== undefined)) return [];
  for (const [key, inner, expected] of innerOf(value, shape)) {
    const misfit = misfitIn(inner, expected, whole);
    if (misfit !== undefined) return [key, ...misfit];
  }
  return undefined;
}

function fitsItself(value: unknown, shape: JsonSchema): boolean {
  const { type = [], enum: allowed, required = [], pattern, minLength = 0, minimum = Number.NEGATIVE_INFINITY } = shape;
  const { minItems = 0, maxItems = Number.POSITIVE_INFINITY } = shape;
  const types = [type].flat();
  if (types.length > 0 && !types.some((each) => TYPES[each]?.(value))) return false;
  if ("const" in shape && value !== shape.const) return false;
  if (allowed?.includes(value) === false) return false;
  if (typeof value === "string") {
    return value.length >= minLength && (pattern === undefined || new RegExp(pattern, "u").test(value));
  }
  if (typeof value === "number") return value >= minimum;
  if (Array.isArray(value)) return value.length >= minItems && value.length <= maxItems;
  return !isMap(value) || required.every((key) => Object.hasOwn(value, key));
}

/** What is in a list or a map, by its place, with what is to fit it. */
function* innerOf(value: unknown, shape: JsonSchema): Generator<readonly [key: string | number, unknown, JsonSchema]> {
  const { items, properties = {}, additionalProperties: others } = shape;
  if (Array.isArray(value)) {
    if (items !== undefined) for (const [index, item] of value.entries()) yield [index, item, items];
  } else if (isMap(value)) {
    for (const [key, expected] of Object.entries(properties)) {
      if (Object.hasOwn(value, key)) yield [key, value[key], expected];
    }
    if (typeof others !== "object") return;
    for (const [key, inner] of Object.entries(value)) if (!Object.hasOwn(properties, key)) yield [key, inner, others];
  }
}

function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
