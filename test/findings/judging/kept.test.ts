// What is kept of very many policies is what was told, once.

import { describe, expect, test } from "vitest";
import { exactly, once } from "../../../src/findings/judging/kept.ts";

describe("once", () => {
  test("gives the first of equal values, and each other one as it is", () => {
    const kept = once();
    const first = kept([{ class: "vendor", account: "444455556666" }]);
    expect(kept([{ class: "vendor", account: "444455556666" }])).toBe(first);
    expect(kept([{ class: "vendor", account: "444455556667" }])).toEqual([
      { class: "vendor", account: "444455556667" },
    ]);
    expect(kept({ a: "1" })).toEqual({ a: "1" });
    expect(kept({ a: 1 })).toEqual({ a: 1 });
  });

  test("gives what it is given when there have been very many", () => {
    const kept = once();
    for (let number = 0; number < 1500; number += 1) kept({ number });
    expect(kept({ number: 0 })).toEqual({ number: 0 });
  });
});

test("a list is kept with what is in it, and not the one that grows", () => {
  const grown = [1, 2];
  const kept = exactly(grown);
  grown.push(3);
  expect(kept).toEqual([1, 2]);
  expect(exactly([])).toEqual([]);
});
