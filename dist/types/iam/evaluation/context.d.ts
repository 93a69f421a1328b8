import type { Doubt } from "../../values/doubt.js";
import type { Word } from "../patterns/words.js";
/** What a request carries for one key. */
export interface Carried {
    /** Empty: the request does not carry the key. */
    readonly values: readonly Word[];
    /** Chosen to differ from every text that the policy holds or gets at deployment. */
    readonly fresh: boolean;
    /** Where only a part was chosen so: from this character on. */
    readonly freshFrom?: number;
    /** The caller's account in it, unless it is ours by its number. */
    readonly account?: Word;
    /** What it takes to bring this value, if not everyone can. */
    readonly cost?: Doubt;
    /** Why the other keys may rule it out. */
    readonly doubtful?: Doubt;
}
export type Context = ReadonlyMap<string, Carried>;
export declare function carried(context: Context, key: string): Carried;
