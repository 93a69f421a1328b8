/** Something of a report, and when the run came to it. */
export interface Met<T> {
    readonly value: T;
    readonly order: number;
}
interface Placed {
    readonly file: string;
    readonly line: number;
    readonly column: number;
}
export declare function inReadingOrder<T extends Placed>(all: readonly Met<T>[]): readonly Met<T>[];
/** As the run came to them. */
export declare function inOrderMet<T>(all: readonly Met<T>[]): readonly Met<T>[];
export declare function valuesOf<T>(all: readonly Met<T>[]): readonly T[];
export {};
