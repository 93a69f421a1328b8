// Files that are not what they should be, of every kind that is read: a few of what `npm run fuzz -- inputs` tries, and the same in every run.

import { describe, expect, test } from "vitest";
import { TRIALS, tried } from "./trials.ts";

const RUNS = Number(process.env.UNCONFUSED_RUNS ?? 120);
const { UNCONFUSED_SEED = "1" } = process.env;
const SEED = UNCONFUSED_SEED === "random" ? Date.now() % 1_000_000_000 : Number(UNCONFUSED_SEED);

describe("whatever stands in it", () => {
  test.each(TRIALS)("$name", { timeout: 1e9 }, (trial) => {
    const failed = Array.from({ length: Math.ceil(RUNS * trial.share) }, (_, number) => tried(trial, SEED, number))
      .map(({ wrong, name, text }, number) => ({ seed: SEED, number, wrong, name, text }))
      .filter(({ wrong }) => wrong.length > 0);
    expect(failed.slice(0, 5)).toEqual([]);
  });
});
