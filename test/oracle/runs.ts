// How many policies a property is tried on: UNCONFUSED_RUNS. A failure prints the seed and the smallest policy.

import type { Parameters } from "fast-check";

const RUNS = Number(process.env.UNCONFUSED_RUNS ?? 20);

/** Requests that are drawn for each Allow of a policy. */
export const DRAWS = 60;

/** Milliseconds; a long run takes hours. */
export const PATIENCE = 60_000 + RUNS * 1_000;

/** `share`: how much of a full run the property takes. */
export function running<T>(share: number): Parameters<T> {
  return { numRuns: Math.ceil(RUNS * share) };
}
