import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";

interface Schema {
  readonly $ref?: string;
  readonly description?: string;
  readonly properties?: Readonly<Record<string, Schema | boolean>>;
}

/** All that a user writes; an editor shows what the schema says of the key under the cursor. */
const WRITTEN = ["config", "metadata", "rule"];

describe.each(WRITTEN)("schemas/%s.schema.json", (name) => {
  const schema: Schema = JSON.parse(readFileSync(new URL(`../schemas/${name}.schema.json`, import.meta.url), "utf8"));
  const keys = [...keysIn(schema, schema)];

  test.each(keys)("%s is described", (_, described) => {
    expect(described).toBe(true);
  });
});

/** Every key that the schema knows, by where it knows it, and whether it or what it refers to has a description. */
function* keysIn(value: unknown, root: Schema, path = ""): Generator<readonly [string, boolean]> {
  if (typeof value !== "object" || value === null) return;
  const { properties = {} } = value as Schema;
  for (const [key, schema] of Object.entries(properties)) {
    // `not` is a word of the format itself, and `false` takes a key away.
    if (typeof schema === "object" && key !== "not") yield [`${path}/${key}`, isDescribed(schema, root)];
  }
  for (const [key, inner] of Object.entries(value)) yield* keysIn(inner, root, `${path}/${key}`);
}

function isDescribed({ description, $ref = "" }: Schema, root: Schema): boolean {
  if (description !== undefined || !$ref.startsWith("#/")) return description !== undefined;
  const target = $ref
    .slice(2)
    .split("/")
    .reduce<unknown>((node, step) => (node as Record<string, unknown>)[step], root);
  return isDescribed(target as Schema, root);
}
