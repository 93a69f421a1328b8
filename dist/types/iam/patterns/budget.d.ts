export interface Budget {
    /** False from the step on that was one too many. */
    spend(steps: number): boolean;
    readonly exhausted: boolean;
    readonly left: number;
}
export declare function budget(steps?: number): Budget;
/** No more than half of what is left, so that what comes after finds something left as well. */
export declare function halfOf(whole: Budget, most?: number): Budget;
/** A budget for each policy of a run: a share of its own, and then what those before it have left of what all may need. `beyond` is told when one needs of that. */
export declare function budgets(beyond?: () => void): () => Budget;
