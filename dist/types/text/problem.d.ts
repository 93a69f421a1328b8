interface Place {
    readonly line: number;
    readonly column: number;
}
export declare class Problem extends Error {
    readonly help: string;
    readonly line: number | undefined;
    readonly column: number | undefined;
    /** Where the bracket or quote opened that it is about. */
    readonly opened: Place | undefined;
    /** What else is wrong with the same text, or with those that were read with it. */
    readonly others: readonly Problem[];
    constructor(message: string, help: string, where?: Place, opened?: Place);
}
/** An error of ours: it costs the input that brought it about, and no other. Of it nothing is told but its kind and where in the program it occurred, for its message may quote the input. */
export declare class InternalProblem extends Problem {
    readonly kind: string;
    /** "at find (cli.cjs:1:2)", innermost first, without the folders of the machine. */
    readonly frames: readonly string[];
    constructor(thrown: unknown, where?: {
        readonly line: number;
        readonly column: number;
    });
}
/** What went wrong with an input, expected or not. */
export declare function problemOf(thrown: unknown, where?: {
    readonly line: number;
    readonly column: number;
}): Problem;
/** The first of several problems, which has the others with it; undefined where there is none. */
export declare function together<P extends Problem>([first, ...others]: readonly P[]): P | undefined;
export {};
