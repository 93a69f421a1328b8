import { type Hole, type Text } from "../../values/value.js";
/** The character of one. */
export declare const HOLE: RegExp;
/** A string in which the character of a hole stands for the value that deployment gives it. */
export type Word = string;
export interface Words {
    /** What AWS::Partition stands for: the role's own partition is the only one that can call it. */
    readonly partition: string;
    of(text: Text): Word;
    token(hole: Hole): Word;
    hole(char: string): Hole | undefined;
    /** Whose default an account is that nothing else of the policy has; none where the parameter has other accounts as well. */
    defaultOf(account: Word): Default | undefined;
    /** For people: a hole as `${Name}`, the own account as `${own}`. */
    show(word: Word): string;
}
export interface Default {
    /** Of the parameter. */
    readonly name: string;
    /** It has more than the account in it. */
    readonly whole: boolean;
}
export declare function hasHole(word: Word): boolean;
export declare function words(partition: string): Words;
/** The account that the configuration says a parameter carries. */
export declare function ownedAccount(hole: Hole | undefined): string | undefined;
