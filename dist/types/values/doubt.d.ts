/** Why something cannot be judged; the closed list of the rule catalogue, section 7. */
export type Reason = "parameter" | "import" | "known-after-apply" | "dynamic-reference" | "macro" | "sensitive" | "file" | "network" | "time" | "condition-key" | "undefined-by-aws" | "malformed" | "undeclared" | "budget";
/** Why a question has no answer before deployment. */
export interface Doubt {
    readonly reason: Reason;
    /** "parameter VendorAccount", "condition key aws:Foo". */
    readonly source: string;
}
export type Answer = boolean | Doubt;
/** A doubt of which nobody asks the reason. */
export declare const MAYBE = "maybe";
export type Truth = boolean | typeof MAYBE;
export declare function isDoubt(answer: boolean | string | object | undefined): answer is Doubt;
/** Strong Kleene logic; of several doubts the first counts. */
export declare function every<T, D>(items: Iterable<T>, ask: (item: T) => boolean | D): boolean | D;
export declare function some<T, D>(items: Iterable<T>, ask: (item: T) => boolean | D): boolean | D;
export declare function not<D>(answer: boolean | D): boolean | D;
/** The answer nearer to true. */
export declare function or(one: Answer, other: Answer): Answer;
