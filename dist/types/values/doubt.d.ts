import type { Reason } from "./value.js";
/** Why a question has no answer before deployment. */
export interface Doubt {
    readonly reason: Reason;
    /** "parameter VendorAccount", "condition key aws:Foo". */
    readonly source: string;
}
/** Strong Kleene logic: true and false hold for every completion of what is unknown. */
export type Answer = boolean | Doubt;
export declare function isDoubt(answer: unknown): answer is Doubt;
export declare function not(answer: Answer): Answer;
export declare function every<T>(items: Iterable<T>, ask: (item: T) => Answer): Answer;
export declare function some<T>(items: Iterable<T>, ask: (item: T) => Answer): Answer;
/** The answer nearer to true. */
export declare function stronger(one: Answer, other: Answer): Answer;
