// The budgets of a run against one that counts step by step, on whatever policies may spend, owe and ask in turn.

import fc from "fast-check";
import { expect, test } from "vitest";
import { budgets, isAmple } from "../../../src/iam/patterns/budget.ts";

/** What the budgets promise: each policy is certain of some steps, takes of its file's reserve, of the pool, and of what all may need. */
const CERTAIN = 300;
const SHARE = 15_000;
const COMMON = 225_000;

interface Move {
  /** Which of the policies. */
  readonly policy: number;
  readonly steps: number;
  readonly isOwed: boolean;
}

interface Modelled {
  readonly path: "a" | "b";
  used: number;
  isOver: boolean;
}

const FILES = ["a", "b"] as const;

const run = fc.record({
  pool: fc.constantFrom(0, 700, 20_000, 60_000),
  reserves: fc.record({ a: fc.constantFrom(0, 3000), b: fc.constantFrom(0, 20_000) }),
  policies: fc.array(fc.constantFrom(...FILES), { minLength: 1, maxLength: 6 }),
  moves: fc.array(
    fc.record<Move>({
      policy: fc.nat(5),
      steps: fc.oneof(
        fc.constantFrom(1, 299, 300, 301, 14_700, 15_000, 15_001),
        fc.nat(3000),
        fc.integer({ min: 50_000, max: 200_000 }),
      ),
      isOwed: fc.boolean(),
    }),
    { maxLength: 12 },
  ),
});

test("steps are taken where they are promised to be, and their last is the last", () => {
  fc.assert(
    fc.property(run, ({ pool, reserves, policies, moves }) => {
      const next = budgets({ pool, reserveOf: (path) => reserves[path as keyof typeof reserves] });
      const real = policies.map((path) => next(path));
      const left = { ...reserves, pool, common: COMMON };
      const model = policies.map((path): Modelled => ({ path, used: 0, isOver: false }));
      const step = (own: Modelled): void => {
        own.used += 1;
        if (own.used <= CERTAIN) return;
        const from = own.used > SHARE ? "common" : left[own.path] > 0 ? own.path : left.pool > 0 ? "pool" : "common";
        if (left[from] > 0) left[from] -= 1;
        else own.isOver = true;
      };
      for (const { policy, steps, isOwed } of moves) {
        const [budget, own] = [real[policy % real.length], model[policy % model.length]];
        if (budget === undefined || own === undefined) throw new Error();
        if (isOwed) {
          budget.owe(steps);
          own.used += steps;
        } else {
          for (let count = 0; count < steps; count += 1) step(own);
          expect(budget.spend(steps)).toBe(!own.isOver);
        }
        expect([budget.exhausted, budget.spent]).toEqual([own.isOver, own.used]);
      }
      for (const [index, own] of model.entries()) {
        if (own.isOver) expect(real[index]?.left).toBe(0);
      }
      const last = model.findIndex(({ isOver }) => !isOver);
      const own = model[last];
      if (own === undefined) return;
      const before = own.used;
      while (!own.isOver) step(own);
      expect(real[last]?.left).toBe(own.used - before - 1);
    }),
    { numRuns: 25 },
  );
});

test("where nothing is told to depend on others, a policy has what it has alone", () => {
  fc.assert(
    fc.property(run, ({ pool, reserves, policies, moves }) => {
      let isBeyond = false;
      const reserveOf = (path: string) => reserves[path as keyof typeof reserves];
      const beyond = () => {
        isBeyond = true;
      };
      const next = budgets({ pool, reserveOf, beyond });
      const among = policies.map((path) => next(path));
      const alone = policies.map((path) => budgets({ pool: 1e6, reserveOf })(path));
      for (const { policy, steps, isOwed } of moves) {
        const [one, other] = [among[policy % among.length], alone[policy % alone.length]];
        const [mine, its] = [one, other].map((each) => [isOwed ? each?.owe(steps) : each?.spend(steps), each?.left]);
        if (isBeyond) return;
        expect(mine).toEqual(its);
      }
    }),
  );
});

test("where what is taken leaves ample, nobody lacks anything in any other order, whoever spends what others owe", () => {
  const costs = fc.array(
    fc.record({ path: fc.constantFrom(...FILES), steps: fc.nat(SHARE), isOwed: fc.boolean(), place: fc.nat(1000) }),
    { maxLength: 12 },
  );
  fc.assert(
    fc.property(costs, run, (policies, { pool, reserves }) => {
      let sum = 0;
      const reserveOf = (path: string) => reserves[path as keyof typeof reserves];
      const taken = (steps: number) => {
        sum += steps;
      };
      const next = budgets({ pool, reserveOf, taken });
      for (const { path, steps, isOwed } of policies) isOwed ? next(path).owe(steps) : next(path).spend(steps);
      fc.pre(isAmple(sum, pool));
      let isBeyond = false;
      const beyond = () => {
        isBeyond = true;
      };
      const again = budgets({ pool, reserveOf, beyond });
      const others = [...policies].sort((one, other) => one.place - other.place);
      for (const { path, steps } of others) {
        const budget = again(path);
        expect(budget.left).toBeGreaterThanOrEqual(SHARE);
        expect(budget.spend(steps)).toBe(true);
      }
      expect(isBeyond).toBe(false);
    }),
    { numRuns: 100 },
  );
});
