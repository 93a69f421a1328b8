import { type Answer, type Doubt } from "../values/doubt.js";
import type { Hole } from "../values/value.js";
import type { Element } from "./principal.js";
import type { Statement } from "./statement.js";
import { type Word, type Words } from "./words.js";
/**
 * The root user cannot assume roles, and federated-user sessions cannot call STS:
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_temp_request.html
 */
export interface Caller {
    readonly kind: "role" | "user";
    /** Twelve digits, or a word with a hole. */
    readonly account: Word;
    /** "role/name" or "user/path/name". */
    readonly resource: Word;
    /** Of the role or user, never of the session. */
    readonly arn: Word;
    /** His name is none that the policy holds or gets at deployment. */
    readonly freshName: boolean;
    /** Name of the role session that calls. */
    readonly session?: Word;
    /** Organization that the account belongs to, and its path in it. */
    readonly organization?: Word;
    readonly organizationPath?: Word;
    /** The account is the role's own, by a symbol or by a number that the configuration gives. */
    readonly own: boolean;
    /** A statement names the account, as the rule catalogue (section 1) defines it. */
    readonly named: boolean;
    /** The deploy-time value that names him. */
    readonly hole?: Hole;
    /** Unique id (AROA…, AIDA…) by which the policy knows him; that he is of this account, the text does not show. */
    readonly uniqueId?: Word;
    /** What makes it uncertain that there is such a third party. */
    readonly cost?: Doubt;
}
export declare function matchesPrincipal({ negated, elements }: Statement["principal"], caller: Caller, words: Words): Answer;
export declare function matchesElement(element: Element, caller: Caller, words: Words): Answer;
/** A session's ARN leaves the path of its role out. */
export declare function nameOf(caller: Caller): Word;
/** May a principal that deployment decides, and that nobody bound, be `*`? */
export declare function mayBeEveryone({ hole, word }: {
    readonly hole: Hole;
    readonly word: Word;
}): boolean;
export declare function unseen(id: Word): Doubt;
