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
/** Everything that judging one policy takes. */
export interface PolicyCheck {
    readonly policy: Outcomes<Document>;
    readonly rules: readonly Rule[];
    /** The rules that apply under the circumstances, each after the rules that it yields to. */
    readonly inYieldingOrder: readonly Rule[];
    readonly who: Who;
    readonly circumstances: Circumstances;
    readonly questions: Questions;
    /** Why the policy as a whole is uncertain: a macro may rewrite it. */
    readonly doubt?: Doubt | undefined;
    /** Whether the policy is only used as a permissions boundary, which allows nothing. */
    readonly isBoundary?: () => Answer;
    /** The budget for deciding the policy. */
    readonly steps: SharedBudget;
    /** Results of earlier policies under the same rules and circumstances, by shape; undefined: they are not shared. */
    readonly tried?: Map<string, ShapeTrials> | undefined;
    severityOf(rule: Rule, asked: Severity | undefined): Severity;
}
/** A request that one grant lets in, or may let in, in one world, and that a rule's question says must be denied. */
export interface Hit {
    readonly rule: Rule;
    /** Position of the question in the rule file. */
    readonly index: number;
    readonly question: Question;
    readonly party: Party;
    /** Identity policies only: the party whose account the role is in. */
    readonly owner?: Party | undefined;
    /** True: the request gets in. A doubt: why that cannot be told. */
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
/** The questions that apply to all policies of a kind under the same circumstances. */
export interface Questions {
    readonly denied: readonly AskedQuestion[];
    readonly admitted: readonly AskedQuestion[];
    readonly asked: Asked;
    /** All texts that the questions compare something with. */
    readonly texts: readonly string[];
}
/** A grant, with what the requests of one world have shown so far. */
export interface GrantUnderTrial {
    readonly grant: Grant;
    readonly best: Map<string, Hit>;
    readonly admits: Map<string, Answer>;
    readonly admission: Admission;
}
/** The result of the first policy of a shape. */
export interface ShapeTrials {
    readonly shape: Shape;
    readonly trials: WorldTrials;
    /** In steps. */
    readonly cost: number;
}
/** The result of all requests in one world. */
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
/** The own accounts in a world. Where a condition compares the own account with a number, the world decides whether they are equal. */
export declare function oursIn({ parameters }: Outcome<Document>, ours: Ours): Ours;
