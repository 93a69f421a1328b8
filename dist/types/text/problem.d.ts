export declare class Problem extends Error {
    readonly help: string;
    readonly line: number | undefined;
    readonly column: number | undefined;
    constructor(message: string, help: string, where?: {
        readonly line: number;
        readonly column: number;
    });
}
