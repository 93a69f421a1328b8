// How many steps one policy may cost, so that a hostile one cannot hang a run: counted, never timed.

export interface Budget {
  /** False from the step on that was one too many. */
  spend(steps: number): boolean;
  readonly exhausted: boolean;
}

/** Ordinary policies need some thousands. */
const STEPS = 500_000;

export function budget(steps = STEPS): Budget {
  let left = steps;
  return {
    spend(count) {
      left -= count;
      return left >= 0;
    },
    get exhausted() {
      return left < 0;
    },
  };
}
