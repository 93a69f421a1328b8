import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { isList, isObject, type Json, type Path } from "../../src/text/document.ts";
import { parse } from "../../src/text/parse.ts";
import { source } from "../../src/text/source.ts";

const corpus = join(import.meta.dirname, "../../../shared/corpus/cloudformation");
const files = existsSync(corpus)
  ? readdirSync(corpus, { recursive: true, encoding: "utf8" }).filter((file) => /\.(ya?ml|json|template)$/.test(file))
  : [];

function* paths(value: Json, path: Path = []): Generator<Path> {
  yield path;
  if (isList(value)) for (const [at, item] of value.entries()) yield* paths(item, [...path, at]);
  else if (isObject(value)) for (const [key, inner] of Object.entries(value)) yield* paths(inner, [...path, key]);
}

describe.skipIf(files.length === 0)("public templates", () => {
  test.each(files)("%s is read, and all of it has its place within its parent's", (file) => {
    const { documents, warnings } = parse(source(file, readFileSync(join(corpus, file))));
    expect(documents).toHaveLength(1);
    expect(warnings).toEqual([]);
    for (const document of documents) {
      expect(document.value).toHaveProperty("Resources");
      for (const path of paths(document.value)) {
        const place = document.locate(path);
        const parent = document.locate(path.slice(0, -1));
        expect(parent.start <= place.start && place.start <= place.end && place.end <= parent.end, path.join("/")).toBe(
          true,
        );
      }
    }
  });
});
