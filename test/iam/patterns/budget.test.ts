import { expect, test } from "vitest";
import { budgets } from "../../../src/iam/patterns/budget.ts";

/** How many thousands of steps the budget gives, at most a thousand. */
function spent(budget: ReturnType<ReturnType<typeof budgets>>): number {
  let count = 0;
  while (count < 1000 && budget.spend(1000)) count += 1;
  return count;
}

test("a policy that spends all leaves those behind it their share", () => {
  const next = budgets();
  const first = spent(next());
  const [second, third] = [spent(next()), spent(next())];
  expect(first).toBeLessThan(1000);
  expect(second).toBeGreaterThan(0);
  expect(second).toBeLessThan(first);
  expect(third).toBe(second);
});

test("what a policy does not need is not lost to those behind it", () => {
  const next = budgets();
  next().spend(1000);
  expect(spent(next())).toBe(spent(budgets()()));
});

test("a budget that is spent stays so", () => {
  const one = budgets()();
  spent(one);
  expect([one.exhausted, one.spend(1)]).toEqual([true, false]);
});
