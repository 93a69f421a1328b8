import { posix as node } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { posix } from "../../src/text/posix.ts";

const name = fc.constantFrom("", ".", "..", "a", "b.tf", ".hidden", "c.d.json", "...", "e.", " ", "ä\nö");
const path = fc.tuple(fc.constantFrom("", "/", "//"), fc.array(name, { maxLength: 5 }), fc.constantFrom("", "/", "//"));
const paths = path.map(([root, names, end]) => root + names.join("/") + end);

describe("paths are taken apart and put together as Node does it", () => {
  test.each(["normalize", "dirname", "extname", "isAbsolute"] as const)("%s", (how) => {
    const agree = fc.property(paths, (path) => void expect(posix[how](path), path).toBe(node[how](path)));
    fc.assert(agree, { numRuns: 1000 });
  });

  test("join", () => {
    const some = fc.array(paths, { maxLength: 3 });
    fc.assert(fc.property(some, (all) => void expect(posix.join(...all)).toBe(node.join(...all))));
  });

  test("relative, where the way does not lead through the working directory", () => {
    const below = paths.filter((path) => !node.normalize(path).startsWith("..") && !node.isAbsolute(path));
    const root = fc.constantFrom("", "/", "../");
    const agree = fc.property(below, below, root, (from, to, root) => {
      expect(posix.relative(root + from, root + to)).toBe(node.relative(root + from, root + to));
    });
    fc.assert(agree, { numRuns: 1000 });
  });
});
