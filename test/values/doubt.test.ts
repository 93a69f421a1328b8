import { describe, expect, test } from "vitest";
import { type Answer, every, isDoubt, not, or, some } from "../../src/values/doubt.ts";

const P: Answer = { reason: "parameter", source: "parameter P" };
const Q: Answer = { reason: "import", source: "import Q" };

describe("three-valued logic", () => {
  const cases: [answers: Answer[], every: Answer, some: Answer][] = [
    [[], true, false],
    [[true], true, true],
    [[false], false, false],
    [[P], P, P],
    [[true, false], false, true],
    [[true, P], P, true],
    [[P, true], P, true],
    [[false, P], false, P],
    [[P, false], false, P],
    [[P, Q], P, P],
    [[true, Q, P], Q, true],
  ];
  test.each(cases)("of %j: every %j, some %j", (answers, all, any) => {
    expect([every(answers, (answer) => answer), some(answers, (answer) => answer)]).toEqual([all, any]);
  });

  test.each<[Answer, Answer]>([
    [true, false],
    [false, true],
    [P, P],
  ])("not %j is %j", (answer, expected) => {
    expect(not(answer)).toEqual(expected);
  });

  test("asks no further than the answer", () => {
    const asked: number[] = [];
    every([1, 2, 3], (item) => {
      asked.push(item);
      return item < 2;
    });
    expect(asked).toEqual([1, 2]);
  });

  test.each<[Answer, Answer, Answer]>([
    [true, P, true],
    [P, false, P],
    [false, Q, Q],
    [P, Q, P],
  ])("of %j and %j the stronger is %j", (one, other, expected) => {
    expect(or(one, other)).toEqual(expected);
  });
});

test.each([
  [P, true],
  [true, false],
  ["reason", false],
  [["reason"], false],
  [undefined, false],
])("%j is a doubt: %s", (answer, expected) => {
  expect(isDoubt(answer)).toBe(expected);
});
