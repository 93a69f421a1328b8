import { type Party } from "../../config/who.js";
/** What is said of a resource: the texts between which its name stands. */
export type Sentence = readonly string[];
export interface PlaceholderValues {
    readonly party?: Party | undefined;
    readonly key?: string | undefined;
    readonly value?: string | undefined;
    readonly flaw?: string | undefined;
}
/** What cannot be told, as a question; `claim` is what the rule would say if it were so. */
export declare function asQuestion([first, ...rest]: Sentence): Sentence;
export declare function withEnd(sentence: Sentence, end: string): Sentence;
export declare function ofResource(sentence: Sentence, name: string): string;
/** `{caller} {account} {vendor} {resource} {key} {value} {flaw}`; one pass, so that what is put in is never read again. */
export declare function fillPlaceholders(template: string, values: PlaceholderValues): Sentence;
