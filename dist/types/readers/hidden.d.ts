import { type Document } from "../text/document.js";
import { type Hidden } from "./hidden/names.js";
export type { Hidden } from "./hidden/names.js";
/** By lines, from 1: offsets in each, which may lie past its end. */
export declare function hiddenIn(documents: readonly Document[]): ReadonlyMap<number, readonly Hidden[]>;
