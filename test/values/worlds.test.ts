import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { hole } from "../../src/values/hole.ts";
import { inEveryWorld, isInSomeWorld, NoSuchWorld, Refused, unasked, type World } from "../../src/values/worlds.ts";

function results<T>(evaluate: (world: World) => T): T[] {
  return inEveryWorld(evaluate).outcomes.map(({ result }) => result);
}

describe("inEveryWorld", () => {
  const cases: [string, (world: World) => unknown, unknown[]][] = [
    ["runs once where nothing is asked", () => 1, [1]],
    ["splits by a word", (world) => world.is("P", "a"), [true, false]],
    ["splits by a condition", (world) => world.holds("c"), [true, false]],
    [
      "answers the same question alike",
      (world) => [world.is("P", "a"), world.is("P", "a")],
      [
        [true, true],
        [false, false],
      ],
    ],
    [
      "knows that one word is no other",
      (world) => [world.is("P", "a"), world.is("P", "b")],
      [
        [true, false],
        [false, true],
        [false, false],
      ],
    ],
    [
      "does not take one subject for another",
      (world) => world.is("P", "a") && world.is("Q", "a"),
      [true, false, false],
    ],
    ["tells what is known", (world) => world.is("P", "a") && world.known("P"), ["a", false]],
    ["tells what is excluded", (world) => world.is("P", "a") || [...world.excluded("P")], [true, ["a"]]],
    ["never splits by asking what is known", (world) => [world.known("P"), world.excluded("P").size], [[undefined, 0]]],
    ["asks only where it matters", (world) => (world.holds("c") ? world.holds("d") : "no"), [true, false, "no"]],
  ];
  test.each(cases)("%s", (_, evaluate, expected) => {
    expect(results(evaluate)).toEqual(expected);
  });

  test("leaves out worlds that cannot be", () => {
    const evaluate = (world: World) => {
      if (world.is("P", "a")) throw new NoSuchWorld();
      return "left";
    };
    expect(inEveryWorld(evaluate)).toMatchObject({ complete: true, outcomes: [{ result: "left" }] });
    expect(inEveryWorld(evaluate)).not.toHaveProperty("refused");
  });

  test("says why the first was refused, beside those that are left", () => {
    const evaluate = (world: World) => {
      if (world.is("P", "a")) throw new Refused(hole("first", "file", "the first"));
      if (world.is("Q", "a")) throw new Refused(hole("second", "file", "the second"));
      return "left";
    };
    const { outcomes, refused } = inEveryWorld(evaluate);
    expect([outcomes.map(({ result }) => result), refused?.source]).toEqual([["left"], "the first"]);
  });

  test("looks at no further world where all together cost too much", () => {
    const evaluate = (world: World) => {
      const asked = ["P", "Q"].map((subject) => world.is(subject, "a"));
      world.spend(200_000);
      return asked;
    };
    expect(inEveryWorld(evaluate)).toMatchObject({
      complete: false,
      outcomes: [{ result: [true, true] }, { result: [true, false] }],
    });
  });

  test("begins no other world past as many steps as are enough", () => {
    const evaluate = (world: World) => {
      world.spend(100);
      return [world.holds("c"), world.holds("d")];
    };
    const found = (steps: number) => {
      const { outcomes, complete } = inEveryWorld(evaluate, { steps });
      return [outcomes.length, complete];
    };
    expect([found(1), found(600), found(10_000)]).toEqual([
      [1, false],
      [2, false],
      [4, true],
    ]);
    const none = (world: World) => {
      evaluate(world);
      throw new NoSuchWorld();
    };
    expect(inEveryWorld(none, { steps: 1 }).complete).toBe(false);
  });

  test("begins no other past them either that only asks", () => {
    let begun = 0;
    const { outcomes, complete } = inEveryWorld(
      (world) => {
        begun += 1;
        world.spend(100);
        for (let index = 0; index < 100; index += 1) world.holds(`${index}`);
      },
      { steps: 1 },
    );
    expect([begun, outcomes.length, complete]).toEqual([8, 0, false]);
  });

  test("passes on what is no world of its own", () => {
    const evaluate = () => {
      throw new RangeError("broken");
    };
    expect(() => inEveryWorld(evaluate)).toThrow(RangeError);
  });

  test("describes each world by its parameters, the others, and the named conditions", () => {
    const evaluate = (world: World) => world.note("IsA", world.is("P", "a"));
    const [first, second] = inEveryWorld(evaluate).outcomes;
    expect([first?.parameters, first?.others, first?.conditions]).toEqual([
      new Map([["P", "a"]]),
      new Set(),
      new Map([["IsA", true]]),
    ]);
    expect([second?.parameters, second?.others, second?.conditions]).toEqual([
      new Map(),
      new Set(["P"]),
      new Map([["IsA", false]]),
    ]);
  });

  test("counts a subject that is a later word among no others", () => {
    const worlds = inEveryWorld((world) => world.is("P", "a") || world.is("P", "b")).outcomes;
    expect(worlds.map(({ parameters, others }) => [parameters.get("P"), others.has("P")])).toEqual([
      ["a", false],
      ["b", false],
      [undefined, true],
    ]);
  });

  test("takes names that JavaScript gives meaning to", () => {
    const evaluate = (world: World) => world.is("__proto__", "constructor") && world.known("__proto__");
    expect(results(evaluate)).toEqual(["constructor", false]);
    expect(results((world) => world.known("toString"))).toEqual([undefined]);
  });

  test("stops at the limit and says so", () => {
    const evaluate = (world: World) => Array.from({ length: 40 }, (_, index) => world.holds(`c${index}`)).length;
    const { outcomes, complete } = inEveryWorld(evaluate, { worlds: 10 });
    expect([outcomes.length, complete]).toEqual([10, false]);
    expect(inEveryWorld((world) => world.holds("c"), { worlds: 2 }).complete).toBe(true);
  });

  test("spends what all evaluations share only when it has spent its own", () => {
    let left = 100;
    const allowance = {
      spend(steps: number) {
        left -= steps;
        return left >= 0;
      },
    };
    const costing = (steps: number) => inEveryWorld((world) => world.spend(steps), { allowance }).complete;
    expect([costing(900), left]).toEqual([true, 100]);
    expect([costing(1000), left]).toEqual([true, 50]);
    expect(costing(2000)).toBe(false);
    expect(costing(900)).toBe(true);
  });

  test("tells the allowance when it has had its share", () => {
    const asked: (boolean | undefined)[] = [];
    const allowance = { spend: (_: number, isMuch?: boolean) => asked.push(isMuch) > 0 };
    const evaluate = (world: World) => {
      for (const steps of [1000, 1000, 1000]) world.spend(steps);
    };
    inEveryWorld(evaluate, { share: 2500, allowance });
    expect(asked).toEqual([false, false, true]);
  });

  test("stops where splitting leads to no world at all", () => {
    let runs = 0;
    const { outcomes, complete } = inEveryWorld(
      (world) => {
        runs += 1;
        for (let word = 0; ; word += 1) if (world.is("P", String(word))) throw new NoSuchWorld();
      },
      { worlds: 5 },
    );
    expect([outcomes, complete, runs]).toEqual([[], false, 5 * 16]);
  });

  test("finds what trying every assignment finds", () => {
    const subjects = ["P", "Q"];
    const words = ["a", "b"];
    type Tree = string | { subject: string; word: string; yes: Tree; no: Tree };
    const { tree } = fc.letrec<{ tree: Tree }>((tie) => ({
      tree: fc.oneof(
        { maxDepth: 5 },
        fc.constantFrom("1", "2", "3"),
        fc.record({
          subject: fc.constantFrom(...subjects),
          word: fc.constantFrom(...words),
          yes: tie("tree"),
          no: tie("tree"),
        }),
      ),
    }));
    const walk = (node: Tree, is: (subject: string, word: string) => boolean): string =>
      typeof node === "string" ? node : walk(is(node.subject, node.word) ? node.yes : node.no, is);
    fc.assert(
      fc.property(tree, (node) => {
        const brute = ["a", "b", "other"].flatMap((p) =>
          ["a", "b", "other"].map((q) => walk(node, (subject, word) => (subject === "P" ? p : q) === word)),
        );
        expect(new Set(results((world) => walk(node, world.is)))).toEqual(new Set(brute));
      }),
    );
  });
});

describe("isInSomeWorld", () => {
  const inLastOf = (questions: number, cost: number) => {
    let begun = 0;
    const found = isInSomeWorld((world) => {
      begun += 1;
      world.spend(cost);
      for (let index = 0; index < questions; index += 1) {
        if (!world.is(`P${index}`, "a")) throw new NoSuchWorld();
      }
      throw new NoSuchWorld();
    });
    return { found, begun };
  };

  test("looks at every world of what costs little", () => {
    expect(inLastOf(20, 100)).toEqual({ found: false, begun: 41 });
  });

  test("looks at few of what costs much, and takes it to exist", () => {
    const { found, begun } = inLastOf(20, 20_000);
    expect(found).toBe(true);
    expect(begun).toBeLessThan(10);
  });
});

describe("unasked", () => {
  test("tells what comes of an evaluation in every world, and its steps", () => {
    const evaluate = (world: World): string => {
      world.spend(3);
      world.spend(4);
      return "result";
    };
    expect(unasked(evaluate, 7)).toEqual({ result: "result", steps: 7 });
    expect(unasked(evaluate, 6)).toBeUndefined();
  });

  const other: readonly (readonly [string, (world: World) => unknown])[] = [
    ["a word", (world) => world.is("P", "a")],
    ["a condition", (world) => world.holds("c")],
    ["what is known", (world) => world.known("P")],
    ["what is excluded", (world) => world.excluded("P")],
    ["to have something noted", (world) => world.note("c", true)],
  ];
  test.each(other)("tells nothing where the world is asked for %s", (_, evaluate) => {
    expect(unasked(evaluate, 10)).toBeUndefined();
  });

  test("tells nothing where nothing is made, and of no fault of ours", () => {
    const failing = (thrown: unknown) => () => {
      throw thrown;
    };
    expect(unasked(failing(new NoSuchWorld()), 10)).toBeUndefined();
    expect(unasked(failing(new Refused(hole("h", "file", "h"))), 10)).toBeUndefined();
    expect(() => unasked(failing(new TypeError("ours")), 10)).toThrow("ours");
  });
});
