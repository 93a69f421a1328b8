// How many steps one policy may cost, so that a hostile one cannot hang a run: counted, never timed.

export interface Budget {
  /** False from the step on that was one too many. */
  spend(steps: number): boolean;
  readonly exhausted: boolean;
  readonly left: number;
}

/** Ordinary policies need some thousands. */
const SHARE = 15_000;
/** What the policies of one run may need on top, all together. */
const COMMON = 300_000;

export function budget(steps = SHARE + COMMON): Budget {
  let left = steps;
  return {
    spend(count) {
      left -= count;
      return left >= 0;
    },
    get exhausted() {
      return left < 0;
    },
    get left() {
      return Math.max(0, left);
    },
  };
}

/** No more than half of what is left, so that what comes after finds something left as well. */
export function halfOf(whole: Budget, most = Number.POSITIVE_INFINITY): Budget {
  const half = budget(Math.min(most, Math.ceil(whole.left / 2)));
  return {
    spend: (count) => half.spend(count) && whole.spend(count),
    get exhausted() {
      return half.exhausted || whole.exhausted;
    },
    get left() {
      return Math.min(half.left, whole.left);
    },
  };
}

/** A budget for each policy of a run: a share of its own, and then what those before it have left of what all may need. `beyond` is told when one needs of that. */
export function budgets(beyond: () => void = () => {}): () => Budget {
  const common = budget(COMMON);
  return () => {
    let own = SHARE;
    let isOver = false;
    return {
      spend(count) {
        const more = Math.max(0, count - own);
        own = Math.max(0, own - count);
        if (more > 0) {
          beyond();
          isOver ||= !common.spend(more);
        }
        return !isOver;
      },
      get exhausted() {
        return isOver;
      },
      get left() {
        return isOver ? 0 : own + common.left;
      },
    };
  };
}
