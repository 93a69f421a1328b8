import { type Party } from "../../config/who.js";
/** A message, split where the name of the resource will be put in. */
export type Sentence = readonly string[];
export interface PlaceholderValues {
    readonly party?: Party | undefined;
    readonly key?: string | undefined;
    readonly value?: string | undefined;
    readonly flaw?: string | undefined;
}
/** The message of a rule as a question, for what cannot be told. */
export declare function asQuestion([first, ...rest]: Sentence): Sentence;
export declare function withEnd(sentence: Sentence, end: string): Sentence;
export declare function ofResource(sentence: Sentence, name: string): string;
/** Fills in `{caller} {account} {vendor} {resource} {key} {value} {flaw}`, in one pass: braces in a value are not read as placeholders. */
export declare function fillPlaceholders(template: string, values: PlaceholderValues): Sentence;
