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
