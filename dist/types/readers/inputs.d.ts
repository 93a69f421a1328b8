import type { Document } from "../text/document.js";
import { Problem } from "../text/problem.js";
import { type Asked } from "./belonging/watch.js";
import { type Turn } from "./belonging/wholes.js";
import type { Content, Deployment, FilesIn, Format, ReadFile, Reading } from "./reader.js";
/** One document of a file that is infrastructure as code. */
export interface Input extends Reading {
    readonly document: Document;
    readonly format: Format;
    /** It is read for the sake of others only. */
    readonly isContext?: boolean;
}
export interface FileInputs {
    /** As reports name it. */
    readonly path: string;
    /** None: the file holds no infrastructure as code, or cannot be read. */
    readonly inputs: readonly Input[];
    readonly problems: readonly Problem[];
    /** What is wrong with its text although it could be read. */
    readonly warnings: readonly Problem[];
    /** It is read for the sake of others only. */
    readonly isContext?: boolean;
}
export interface RunFile extends FileInputs {
    readonly turn: Turn;
}
export interface InputFile {
    /** As reports name it. */
    readonly path: string;
    readonly content: Content;
    /** Nobody asked for it: it makes one whole with files that were asked for. */
    readonly isContext?: boolean;
}
export interface RunHost {
    readonly readFile: ReadFile;
    /** Those of the run are there in any case. */
    readonly filesIn?: FilesIn | undefined;
    /** By the path of the file that it is asked for. */
    deployment(path: string): Deployment;
    readonly asked?: Asked | undefined;
}
/** No file twice. What `files` have counts as there for an input that refers to it. */
export declare function readInputs(files: readonly InputFile[], around: RunHost): readonly RunFile[];
/** The paths by the folder that they are in, and those that are there besides. */
export declare function folderListing(paths: readonly string[], beside?: FilesIn): FilesIn;
