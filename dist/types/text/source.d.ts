/** UTF-16 offsets into `Source.text`, end exclusive. */
export interface Range {
    readonly start: number;
    readonly end: number;
}
/** Line and column count from 1; columns are UTF-16 code units, as in SARIF. */
export interface Position {
    readonly line: number;
    readonly column: number;
}
export interface Source {
    /** As the report names it: "/" between folders. */
    readonly path: string;
    readonly text: string;
    position(offset: number): Position;
    /** The text of line `line` (from 1), without its line break; undefined past the end. */
    line(line: number): string | undefined;
}
/** Decodes UTF-8, or UTF-16 where a byte order mark says so; the mark is no part of the text. Throws a Problem for NUL characters, and for what is too long to be read. */
export declare function source(path: string, content: string | Uint8Array): Source;
/** Throws a Problem for what is too long to be read. */
export declare function requireLength({ length }: string | Uint8Array): void;
/** LF, CRLF and a lone CR end a line. `next` finds the character from an offset on, and is negative where there is none. */
export declare function lineStarts(next: (character: "\n" | "\r", from: number) => number): readonly number[];
/** Where a line ends whose next one begins at `next`; looks at no more of it than its end, for one line may be all of a file. */
export declare function endOfLine(text: string, start: number, next?: number): number;
/** How many of the ascending numbers are no greater than `limit`. */
export declare function countUpTo(ascending: ArrayLike<number>, limit: number): number;
