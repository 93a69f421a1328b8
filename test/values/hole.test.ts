import { expect, test } from "vitest";
import { derivedHole, elementHole, hole, openIn, unknownHere, valueOfHole } from "../../src/values/hole.ts";
import type { Hole } from "../../src/values/value.ts";
import { inEveryWorld } from "../../src/values/worlds.ts";
import { HERE } from "./making.ts";

const list = hole("Accounts", "parameter", "parameter Accounts", {
  name: "accounts",
  many: true,
  sort: "account",
  alphabet: /\d/,
  admits: (word) => /^\d*$/.test(word),
  owner: { vendor: "Panther", account: "111122223333" },
});

test("what a function makes of a hole has its cause and its owner, and can be any word", () => {
  const made = derivedHole(list, "upper Accounts");
  expect(made).toEqual({
    id: "upper Accounts",
    name: "accounts",
    reason: "parameter",
    source: "parameter Accounts",
    many: false,
    admits: expect.any(Function),
    owner: { vendor: "Panther", account: "111122223333" },
  });
  expect(made.admits("*")).toBe(true);
  expect(derivedHole(hole("P", "parameter", "parameter P"), "upper P")).not.toHaveProperty("owner");
});

test("an element is all that its list is, but one", () => {
  expect(elementHole(list, "first of Accounts")).toEqual({ ...list, id: "first of Accounts", many: false });
});

test("a hole is a text, a list of unknown length anything", () => {
  expect(valueOfHole(list, HERE)).toEqual({ kind: "unknown", why: list, origin: HERE });
  const one = elementHole(list, "first of Accounts");
  expect(valueOfHole(one, HERE)).toEqual({ kind: "text", parts: [{ hole: one }], type: "string", origin: HERE });
});

/** Which of two words the hole P admits where P is none of "1". */
function admitted(more: Partial<Hole>): readonly boolean[] {
  const subject = hole("P", "parameter", "parameter P", more);
  const { outcomes } = inEveryWorld((world) => {
    world.is("P", "1");
    return ["1", "2"].map(openIn(world, subject).admits);
  });
  return outcomes.at(-1)?.result ?? [];
}

test.each<[string, Partial<Hole>, readonly boolean[]]>([
  ["does not admit what the world has excluded", {}, [false, true]],
  ["admits no more than it did", { admits: (word) => word === "1" }, [false, false]],
  ["admits as an element what the list is not", { many: true }, [true, true]],
])("an open hole %s", (_, more, expected) => {
  expect(admitted(more)).toEqual(expected);
});

test("what was not worked out at a place is itself, and nothing that was not worked out elsewhere", () => {
  const [here, again, elsewhere] = [[], [], ["elsewhere"]].map((path) =>
    unknownHere("deep JSON", "budget", "JSON that is too deep", { ...HERE, path }),
  );
  expect(here?.why).toMatchObject({ name: "deep JSON", reason: "budget", source: "JSON that is too deep" });
  expect(again?.why.id).toBe(here?.why.id);
  expect(elsewhere?.why.id).not.toBe(here?.why.id);
});
