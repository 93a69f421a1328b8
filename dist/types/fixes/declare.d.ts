import type { InputFile } from "../readers/inputs.js";
import { type Document } from "../text/document.js";
import type { Edit } from "./edit.js";
export interface Reference {
    readonly name: string;
    readonly language: "cloudformation" | "terraform";
    /** What declares it, if nothing does yet. */
    readonly declaration?: Edit;
}
/** Of one run: whoever asks again for the same run gives the same object. */
export interface RunFiles {
    /** All that were read. */
    readonly files: readonly InputFile[];
    /** The paths of those that may be changed. */
    readonly asked: ReadonlySet<string>;
}
/**
 * `root`: the document that the resource stands in, of which `document` may be a text. `files`: of the run. Undefined
 * where nothing can be declared, or several might be meant.
 */
export declare function externalIdFor(document: Document, root: Document, vendor: string | undefined, files: RunFiles): Reference | undefined;
