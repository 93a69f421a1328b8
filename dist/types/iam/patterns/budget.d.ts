export interface Budget {
    /** False from the step on that was one too many. */
    spend(steps: number): boolean;
    readonly exhausted: boolean;
    readonly left: number;
}
/** Does it cost nothing that others could have had? */
export declare function isCertain(steps: number): boolean;
export declare function budget(steps?: number): Budget;
/** No more than half of what is left, so that what comes after finds something left as well. */
export declare function halfOf(whole: Budget, most?: number): Budget;
/** The pool of a run: ordinary policies take nothing of it. */
export declare const POOL = 120000;
export declare function reserveFor(characters: number): number;
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
export declare function halfOfShares({ pool, reserveOf, ...rest }: Shares): Shares;
/** Had each policy its whole share, if all together took so much of the pool? */
export declare function isAmple(taken: number, pool: number): boolean;
/** The budget of one of several policies. */
export interface SharedBudget extends Budget {
    /** What deciding the policy took, whoever spent it. */
    readonly spent: number;
    /** Tells what deciding the same took when another policy spent it: without that one, this one would. */
    owe(steps: number): void;
}
/** A budget for each policy of a file: what is certain to each, a share of the reserve and the pool, and then what those before it have left of what all may need. */
export type NextBudget = (path: string) => SharedBudget;
export declare function budgets({ pool, reserveOf, taken, beyond, common: most, }: Shares): NextBudget;
