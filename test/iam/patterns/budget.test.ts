import { expect, test } from "vitest";
import { budgets, isAmple } from "../../../src/iam/patterns/budget.ts";

/** How many thousands of steps the budget gives, at most a thousand. */
function spent(budget: ReturnType<ReturnType<typeof budgets>>): number {
  let count = 0;
  while (count < 1000 && budget.spend(1000)) count += 1;
  return count;
}

test("a policy that spends all leaves those behind it their share", () => {
  const next = budgets({ pool: 1e6 });
  const first = spent(next("a"));
  const [second, third] = [spent(next("a")), spent(next("a"))];
  expect(first).toBeLessThan(1000);
  expect(second).toBeGreaterThan(0);
  expect(second).toBeLessThan(first);
  expect(third).toBe(second);
});

test("what a policy does not need is not lost to those behind it", () => {
  const next = budgets({ pool: 1e6 });
  next("a").spend(1000);
  expect(spent(next("a"))).toBe(spent(budgets({ pool: 1e6 })("a")));
});

test("a budget that is spent stays so", () => {
  const one = budgets({ pool: 1e6 })("a");
  spent(one);
  expect([one.exhausted, one.spend(1)]).toEqual([true, false]);
});

test("all together take no more of the pool than it has, and each has what is certain to it", () => {
  const next = budgets({ pool: 20_000 });
  const first = next("a");
  for (let count = 0; count < 400; count += 1) first.spend(1000);
  const shares = Array.from({ length: 1000 }, () => {
    const one = next("a");
    let steps = 0;
    while (steps < 100_000 && one.spend(10)) steps += 10;
    return steps;
  });
  expect(Math.min(...shares)).toBeGreaterThan(0);
  expect(shares.reduce((sum, steps) => sum + steps, 0)).toBeLessThan(20_000 + 1000 * (Math.min(...shares) + 10));
});

test("whatever depends on others is told: what is taken of the pool, and what the pool does not give", () => {
  const told = { taken: 0, isBeyond: false };
  const next = budgets({
    pool: 30_000,
    taken: (steps) => {
      told.taken += steps;
    },
    beyond: () => {
      told.isBeyond = true;
    },
  });
  next("a").spend(100);
  expect(told).toEqual({ taken: 0, isBeyond: false });
  next("a").spend(10_000);
  expect([told.isBeyond, isAmple(told.taken, 30_000)]).toEqual([false, true]);
  next("a").owe(10_000);
  expect([told.isBeyond, isAmple(told.taken, 30_000)]).toEqual([false, false]);
  next("a").spend(14_000);
  next("a").spend(14_000);
  expect(told.isBeyond).toBe(true);
});

test("what another policy spent is owed, and not spent again", () => {
  const next = budgets({ pool: 20_000 });
  for (let count = 0; count < 100; count += 1) next("a").owe(10_000);
  expect(next("a").spend(14_000)).toBe(true);
});

test("of what is reserved for a file others take nothing, and what it takes of that is none of the pool", () => {
  let taken = 0;
  const next = budgets({
    pool: 20_000,
    reserveOf: (path) => (path === "mine" ? 5000 : 0),
    taken: (steps) => {
      taken += steps;
    },
  });
  for (let count = 0; count < 400; count += 1) next("other").spend(15_000);
  const before = taken;
  expect(next("other").spend(4000)).toBe(false);
  expect(next("mine").spend(4000)).toBe(true);
  expect(taken).toBe(before + 3700);
});
