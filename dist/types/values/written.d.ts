import type { Document, Json, Path } from "../text/document.js";
import { type Origin, type Value } from "./value.js";
/** What is the same in every world: functions in it are to be evaluated. */
export interface Written {
    readonly json: Json;
    /** Where a part of it stands, or the key of that part. */
    at(path: Path, what?: "key"): Origin;
}
/** What stands at a path of a document. */
export declare function writtenAt(json: Json, document: Document, path: Path): Written;
/** Undefined where anything in the value is no text, list or map that stands there as it is. */
export declare function writtenValue(whole: Value): Written | undefined;
