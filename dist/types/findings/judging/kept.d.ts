/** `value`, or one that JSON writes alike. */
export type Once = <T>(value: T) => T;
export declare function once(): Once;
/** A list that has grown has room for more. */
export declare function exactly<T>(list: readonly T[]): readonly T[];
