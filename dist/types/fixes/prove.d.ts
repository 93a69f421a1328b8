import type { Report } from "../findings/report.js";
import type { Proposal } from "./candidates.js";
import { type Edit } from "./edit.js";
import { type Concerned } from "./units.js";
/** What is said of the files as they are, and with other texts in place of some of them. Told of files in `only` alone, and only of those that these texts concern. */
export type JudgeAgain = (texts: ReadonlyMap<string, string>, only: ReadonlySet<string>) => {
    readonly before: Report;
    readonly after: Report;
};
/** In the order of the proposals. Of each those findings are left that it mends. */
export declare function proven(proposals: readonly Proposal[], judge: JudgeAgain, only: ReadonlySet<string>, concerned: Concerned): readonly Proposal[];
/** Do they all mend what they should, applied at once? */
export declare function holdTogether(proposals: readonly Proposal[], judge: JudgeAgain, only: ReadonlySet<string>): boolean;
export declare function editsOf(proposals: readonly Proposal[]): readonly Edit[];
/** The texts of the files that the edits are in, with them. */
export declare function textsWith(edits: readonly Edit[]): ReadonlyMap<string, string>;
