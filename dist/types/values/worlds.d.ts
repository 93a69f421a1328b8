import type { Hole } from "./value.js";
/** What an evaluation may ask of the world it runs in. The same question always gets the same answer. */
export interface World {
    /** Is the subject (a parameter, a pseudo-parameter) this word? Splits the world in two where nobody has said yet. */
    is(subject: string, word: string): boolean;
    /** The word that the subject is known to be; never splits. */
    known(subject: string): string | undefined;
    /** Words that the subject is known not to be; never splits. */
    excluded(subject: string): ReadonlySet<string>;
    /** How a condition turns out that nothing decides; `key` is equal for equal conditions. Splits where nobody has said yet. */
    holds(key: string): boolean;
    /** Counts steps of the evaluation. Where there were too many in all worlds together, no further world is looked at. */
    spend(steps: number): void;
    /** Notes how a named condition turned out, for the report. */
    note(condition: string, outcome: boolean): void;
}
/**
 * Thrown by an evaluation: deployment cannot bring this world about (or the thing evaluated is not there in it).
 * No Error: it is caught for most resources of a file, and to note each time where it was thrown costs more than all else.
 */
export declare class NoSuchWorld {
}
/** Thrown likewise: deployment stops there. Where it stops in every world, what would be made is not known, for that reason. */
export declare class Refused extends NoSuchWorld {
    readonly why: Hole;
    constructor(why: Hole);
}
/** One way things may turn out. */
export interface Outcome<T> {
    /** Subjects that have a certain word in this world. */
    readonly parameters: ReadonlyMap<string, string>;
    /** Subjects that are none of the words they were compared with. */
    readonly others: ReadonlySet<string>;
    readonly conditions: ReadonlyMap<string, boolean>;
    readonly result: T;
}
export interface Outcomes<T> {
    readonly outcomes: readonly Outcome<T>[];
    /** False: there are more worlds than the limit, or they cost more than that; nothing may be called denied on their account. */
    readonly complete: boolean;
    /** Why deployment stops in the first world in which it does. */
    readonly refused?: Hole;
}
/** What the evaluations of a run may cost together, in steps, beyond what each has for itself. */
export interface Allowance {
    /** False where there is not so much left. `isMuch`: for one that has had its share, which must leave something to those that have not. */
    spend(steps: number, isMuch?: boolean): boolean;
}
interface Limits {
    readonly worlds?: number;
    /** Past so many, no world after the first is looked at. */
    readonly steps?: number;
    /** Past so many, what it takes of the allowance is much. */
    readonly share?: number;
    readonly allowance?: Allowance | undefined;
}
/** Runs `evaluate` (pure, for it runs again from the start after each question) once in every world that its questions tell apart, in at most so many `worlds`. */
export declare function inEveryWorld<T>(evaluate: (world: World) => T, { worlds, steps: enough, share, allowance }?: Limits): Outcomes<T>;
/** Does `evaluate` come to an end in any world? Where that cannot be told, or only at length, it does. */
export declare function isInSomeWorld(evaluate: (world: World) => unknown, allowance?: Allowance): boolean;
/** An evaluation that asks nothing of the world, so that it comes to one result in all of them. */
export interface Unasked<T> {
    readonly result: T;
    /** That it took. */
    readonly steps: number;
}
/** Of that no question is answered, not even what is known so far: undefined where one is asked, where nothing is made, or after `most` steps. */
export declare function unasked<T>(evaluate: (world: World) => T, most: number): Unasked<T> | undefined;
export {};
