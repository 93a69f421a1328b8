export interface Budget {
    /** False from the step on that was one too many. */
    spend(steps: number): boolean;
    readonly exhausted: boolean;
    readonly left: number;
}
export declare function budget(steps?: number): Budget;
/** No more than half of what is left, so that what comes after finds something left as well. */
export declare function halfOf(whole: Budget, most?: number): Budget;
export declare function poolFor(characters: number): number;
/** What the policies of a run share. */
export interface Shares {
    /** The steps that all may take together, beside what is certain to each: the pool. */
    readonly pool: number;
    /** Told what one takes of them. */
    readonly taken?: ((steps: number) => void) | undefined;
    /** Told when one needs more than its share. */
    readonly beyond?: (() => void) | undefined;
}
/** Had each policy its whole share, if all together took so much of the pool? */
export declare function isAmple(taken: number, pool: number): boolean;
/** The budget of one of several policies. */
export interface SharedBudget extends Budget {
    /** What deciding the policy took, whoever spent it. */
    readonly spent: number;
    /** Tells what deciding the same took when another policy spent it: without that one, this one would. */
    owe(steps: number): void;
}
/** A budget for each policy of a run: what is certain to each, a share of the pool, and then what those before it have left of what all may need. */
export declare function budgets({ pool, taken, beyond }: Shares): () => SharedBudget;
