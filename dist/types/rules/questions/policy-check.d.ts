import type { Severity } from "../../config/config.js";
import type { Party, Who } from "../../config/who.js";
import type { Asked } from "../../iam/decision/decide.js";
import type { Grant } from "../../iam/decision/grants.js";
import type { Shape } from "../../iam/decision/shape.js";
import type { TriedRequest } from "../../iam/decision/trial.js";
import type { Document } from "../../iam/language/document.js";
import type { SharedBudget } from "../../iam/patterns/budget.js";
import type { Words } from "../../iam/patterns/words.js";
import type { Ours } from "../../iam/requests/ours.js";
import type { Answer, Doubt } from "../../values/doubt.js";
import type { Outcome, Outcomes } from "../../values/worlds.js";
import type { Question, Rule } from "../rule.js";
import type { Admission } from "./facts.js";
import { type Circumstances } from "./requests.js";
/** A policy, and what is asked of it by whom. */
export interface PolicyCheck {
    readonly policy: Outcomes<Document>;
    readonly rules: readonly Rule[];
    /** Those of them that ask anything under the circumstances, each after those that it yields to. */
    readonly inYieldingOrder: readonly Rule[];
    readonly who: Who;
    readonly circumstances: Circumstances;
    readonly questions: Questions;
    /** What is not known of the policy as a whole: a macro that may rewrite it. */
    readonly doubt?: Doubt | undefined;
    /** Is it a permissions boundary alone, which allows nobody anything? */
    readonly isBoundary?: () => Answer;
    /** What it may cost to decide the policy. */
    readonly steps: SharedBudget;
    /** What has been found of policies that are asked the same, under the same circumstances. */
    readonly tried?: Map<string, ShapeTrials> | undefined;
    severityOf(rule: Rule, asked: Severity | undefined): Severity;
}
/** One rule's question, met by a caller of one grant in one world. */
export interface Hit {
    readonly rule: Rule;
    /** Position of the question in the rule file. */
    readonly index: number;
    readonly question: Question;
    readonly party: Party;
    /** Of an identity policy: whose the role is. */
    readonly owner?: Party | undefined;
    /** True, or why it cannot be told. */
    readonly answer: Exclude<Answer, false>;
    readonly trial: TriedRequest;
    readonly grant: Grant;
    readonly document: Document;
    readonly world: Outcome<Document>;
}
export interface AskedQuestion {
    readonly rule: Rule;
    readonly question: Question;
    readonly index: number;
}
/** What is asked of every policy of a kind under the same circumstances. */
export interface Questions {
    readonly denied: readonly AskedQuestion[];
    readonly admitted: readonly AskedQuestion[];
    readonly asked: Asked;
    /** All that they ask for by its text. */
    readonly texts: readonly string[];
}
/** A grant in the world that is being run through. */
export interface GrantUnderTrial {
    readonly grant: Grant;
    readonly best: Map<string, Hit>;
    readonly admits: Map<string, Answer>;
    readonly admission: Admission;
}
/** What was found of one policy of a shape. */
export interface ShapeTrials {
    readonly shape: Shape;
    readonly trials: WorldTrials;
    /** In steps. */
    readonly cost: number;
}
/** What the requests of one world showed. */
export interface WorldTrials {
    readonly running: readonly GrantUnderTrial[];
    readonly thirdParties: ReadonlyMap<string, Party>;
    readonly untried: readonly {
        readonly doubt: Doubt;
        readonly party?: Party;
        readonly grants: readonly number[];
    }[];
    readonly words: Words;
}
/** The questions of the rules that are asked under the circumstances. */
export declare function questionsOf(rules: readonly Rule[], circumstances: Circumstances): Questions;
/** Where a condition compares the own account with a number, the world says whether it has it. */
export declare function oursIn({ parameters }: Outcome<Document>, ours: Ours): Ours;
