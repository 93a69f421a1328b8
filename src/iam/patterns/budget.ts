// How many steps one policy may cost, so that a hostile one cannot hang a run: counted, never timed.

export interface Budget {
  /** False from the step on that was one too many. */
  spend(steps: number): boolean;
  readonly exhausted: boolean;
  readonly left: number;
}

/** What each policy has whatever others take: ordinary ones need some hundreds. */
const CERTAIN = 300;
/** What each may take of the pool of the run, with that. */
const SHARE = 15_000;
/** What the policies of one run may need on top, all together. */
const COMMON = 225_000;

/** Does it cost nothing that others could have had? */
export function isCertain(steps: number): boolean {
  return steps <= CERTAIN;
}

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

/** The pool of a run: ordinary policies take nothing of it. */
export const POOL = 120_000;
/** What a file's policies have together before they take of the pool, so that no other file can take it from them. */
const RESERVE = 4000;
const RESERVE_PER_CHARACTER = 0.5;

export function reserveFor(characters: number): number {
  return Math.max(RESERVE, Math.floor(RESERVE_PER_CHARACTER * characters));
}

/** What the policies of a run share. */
export interface Shares {
  /** The steps that all may take together, beside what is certain to each: the pool. */
  readonly pool: number;
  /** What the policies of a file have before that; left out: none has anything. */
  readonly reserveOf?: ((path: string) => number) | undefined;
  /** Told what one takes of them. */
  readonly taken?: ((steps: number) => void) | undefined;
  /** Told when one needs more than its share. */
  readonly beyond?: (() => void) | undefined;
  /** What all may need on top of their shares; left out: as much as a run has. */
  readonly common?: number | undefined;
}

/** For what is judged again. */
export function halfOfShares({ pool, reserveOf, ...rest }: Shares): Shares {
  return {
    ...rest,
    pool: Math.ceil(pool / 2),
    reserveOf: reserveOf && ((path) => Math.ceil(reserveOf(path) / 2)),
    common: COMMON / 2,
  };
}

/** Had each policy its whole share, if all together took so much of the pool? */
export function isAmple(taken: number, pool: number): boolean {
  return taken + SHARE <= pool;
}

/** The budget of one of several policies. */
export interface SharedBudget extends Budget {
  /** What deciding the policy took, whoever spent it. */
  readonly spent: number;
  /** Tells what deciding the same took when another policy spent it: without that one, this one would. */
  owe(steps: number): void;
}

/** A budget for each policy of a file: what is certain to each, a share of the reserve and the pool, and then what those before it have left of what all may need. */
export type NextBudget = (path: string) => SharedBudget;

export function budgets({
  pool,
  reserveOf = () => 0,
  taken = () => {},
  beyond = () => {},
  common: most = COMMON,
}: Shares): NextBudget {
  const shares = budget(pool);
  const common = budget(most);
  const reserves = new Map<string, Budget>();
  return (path) => {
    const reserve = reserves.get(path) ?? budget(reserveOf(path));
    reserves.set(path, reserve);
    let spent = 0;
    let owed = 0;
    let isOver = false;
    const count = (steps: number): { readonly ofShare: number; readonly ofCommon: number } => {
      const before = spent + owed;
      const within = (from: number, to: number) => Math.max(0, Math.min(before + steps, to) - Math.max(before, from));
      const ofCommon = within(SHARE, Number.POSITIVE_INFINITY);
      if (ofCommon > 0) beyond();
      return { ofShare: within(CERTAIN, SHARE), ofCommon };
    };
    return {
      spend(steps) {
        const { ofShare, ofCommon } = count(steps);
        spent += steps;
        const ofReserve = Math.min(ofShare, reserve.left);
        const ofPool = ofShare - ofReserve;
        reserve.spend(ofReserve);
        const lacking = Math.max(0, ofPool - shares.left);
        if (ofPool > 0) {
          taken(ofPool);
          shares.spend(ofPool);
        }
        if (lacking > 0) beyond();
        if (lacking + ofCommon > 0) isOver ||= !common.spend(lacking + ofCommon);
        return !isOver;
      },
      owe(steps) {
        // What it would take of the pool if others of its file left it no reserve.
        const { ofShare } = count(steps);
        if (ofShare > 0) taken(ofShare);
        owed += steps;
      },
      get spent() {
        return spent + owed;
      },
      get exhausted() {
        return isOver;
      },
      get left() {
        const used = spent + owed;
        const share = Math.max(0, SHARE - Math.max(used, CERTAIN));
        // How much is left bears on how it is divided.
        if (shares.left < share) beyond();
        return isOver ? 0 : Math.max(0, CERTAIN - used) + Math.min(reserve.left + shares.left, share) + common.left;
      },
    };
  };
}
