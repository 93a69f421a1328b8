import type { Proposal } from "./candidates.js";
export interface Unit {
    readonly proposals: readonly Proposal[];
    /** Where its edits may be felt. */
    readonly files: ReadonlySet<string>;
}
/** Which files are judged otherwise once one is changed, itself among them. */
export type Concerned = (path: string) => ReadonlySet<string>;
/** In the order of the proposals. */
export declare function unitsOf(proposals: readonly Proposal[], concerned: Concerned): readonly Unit[];
/** The units whose edits may be felt in a file: where nobody can tell, all of them. */
export declare function feltIn(units: readonly Unit[], concerned: Concerned): (file: string | undefined) => readonly Unit[];
