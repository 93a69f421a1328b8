import type { FileSettings } from "../config/scopes.js";
import type { Finding } from "../findings/report.js";
import type { PolicyResult } from "../findings/results.js";
import type { Grant } from "../iam/decision/grants.js";
import type { Flaw } from "../iam/language/flaw.js";
import type { Resource } from "../readers/reader.js";
import type { Ruling } from "../rules/questions/ruling.js";
import { type RunFiles } from "./declare.js";
import { type Edit } from "./edit.js";
/** What might mend a finding. */
export interface Candidate {
    readonly description: string;
    readonly safe: boolean;
    readonly edits: readonly Edit[];
}
/** One candidate, and all findings that it may mend. */
export interface Proposal {
    readonly candidate: Candidate;
    readonly findings: readonly Finding[];
    /** The policies that these are of, each with what the resource is known by that carries it. */
    readonly policies: ReadonlyMap<PolicyResult, string>;
}
/** A finding before it is written, and what of its policy can be changed. */
export interface Ruled {
    readonly ruling: Pick<Ruling, "rule" | "origin" | "parties">;
    readonly grant: Grant | undefined;
    /** Of the policy, in all worlds. */
    readonly flaws: readonly Flaw[];
}
/** The same, and what stands around it. */
export interface Subject extends Ruled {
    /** That the policy belongs to. */
    readonly resource: Resource;
    readonly settings: FileSettings;
    readonly run: RunFiles;
}
/** Does a person write the files that the resource stands in? What a program makes is made again. */
export declare function isWritten({ format, path, origin }: Resource): boolean;
export declare function candidatesFor(subject: Subject): readonly Candidate[];
