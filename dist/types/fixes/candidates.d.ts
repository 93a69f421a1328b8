import type { FileSettings } from "../config/scopes.js";
import type { Flaw } from "../iam/language/flaw.js";
import type { Resource } from "../readers/reader.js";
import type { GrantJudgement } from "../rules/questions/judge.js";
import type { Ruling } from "../rules/questions/ruling.js";
import { type RunFiles } from "./declare.js";
import { type Edit } from "./edit.js";
/** What might mend a finding. */
export interface Candidate {
    readonly description: string;
    readonly safe: boolean;
    readonly edits: readonly Edit[];
}
/** A finding before it is written, and what stands around it. */
export interface Subject {
    readonly ruling: Ruling;
    readonly grant: GrantJudgement | undefined;
    /** That the policy belongs to. */
    readonly resource: Resource;
    /** Of the policy, in all worlds. */
    readonly flaws: readonly Flaw[];
    readonly settings: FileSettings;
    readonly run: RunFiles;
}
/** Does a person write the files that the resource stands in? What a program makes is made again. */
export declare function isWritten({ format, path, origin }: Resource): boolean;
export declare function candidatesFor(subject: Subject): readonly Candidate[];
