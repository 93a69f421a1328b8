// Lists of resources that are spelled out, which are looked up at once, held against the same lists with a pattern beside them that matches nothing.

import fc from "fast-check";
import { expect, test } from "vitest";
import { isOn } from "../../../src/iam/evaluation/resource.ts";
import { plain, wild } from "../../../src/iam/patterns/glyph.ts";
import { words } from "../../../src/iam/patterns/words.ts";
import { hole } from "../../../src/values/hole.ts";

const WORDS = words("aws");
const HOLES = ["a", "b"].map((name) => WORDS.token(hole(name, "parameter", `parameter ${name}`)));
const text = (...chars: string[]) =>
  fc.array(fc.constantFrom(...chars), { minLength: 1, maxLength: 3 }).map((all) => all.join(""));
const listed = fc.array(text("a", "b", ":", ...HOLES), { maxLength: 4 });

test("a resource is one of those that are spelled out as it is where they are asked one by one", () => {
  fc.assert(
    fc.property(listed, text("a", "b", ":"), fc.boolean(), (all, resource, negated) => {
      const patterns = all.map(plain);
      const beside = { negated, patterns: [...patterns, wild("nothing?is*like this")] };
      expect(isOn({ negated, patterns }, resource, WORDS)).toEqual(isOn(beside, resource, WORDS));
    }),
    { numRuns: 2000 },
  );
});
