// The thread of `npm run fuzz -- inputs`: tries one number after the other, and says before each which it is, so that others know where it hangs.

import { parentPort, workerData } from "node:worker_threads";
import { TRIALS, tried } from "./trials.ts";

const {
  trial: name,
  seed,
  from,
  to,
  at,
} = workerData as {
  readonly trial: string | undefined;
  readonly seed: number;
  readonly from: number;
  readonly to: number;
  /** The number that is being tried. */
  readonly at: Int32Array;
};

const trial = TRIALS.find((each) => each.name === name);
if (trial === undefined) parentPort?.postMessage({ trials: TRIALS.map(({ name, share }) => ({ name, share })) });
for (let number = from; trial !== undefined && number < to; number += 1) {
  Atomics.store(at, 0, number);
  const { wrong, seconds, name, text } = tried(trial, seed, number);
  if (wrong.length > 0 || seconds > 1) parentPort?.postMessage({ number, wrong, seconds, name, text });
}
