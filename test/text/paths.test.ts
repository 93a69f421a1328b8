import { expect, test } from "vitest";
import { nameOf, pathOf, pointerTo } from "../../src/text/paths.ts";

test.each([
  [[], ""],
  [["tenancy"], "tenancy"],
  [["scopes", 0, "rules", "public-trust"], "scopes[0].rules.public-trust"],
  [[2, "a"], "[2].a"],
])("%j is called %j", (path, name) => {
  expect(nameOf(path)).toBe(name);
});

test.each([
  ["", []],
  ["/list/1", ["list", 1]],
  ["/map/1", ["map", "1"]],
  ["/map/a~1b/~0", ["map", "a/b", "~"]],
  ["/map/~01", ["map", "~1"]],
  ["/none/1/2", ["none", "1", "2"]],
])("%j leads along %j, and back", (pointer, path) => {
  expect(pathOf(pointer, { list: ["a", "b"], map: { "1": "c", "a/b": {} } })).toEqual(path);
  expect(pointerTo(path)).toBe(pointer);
});
