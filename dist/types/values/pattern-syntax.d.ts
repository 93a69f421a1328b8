export type PatternNode = {
    readonly kind: "character";
    readonly fits: (character: string) => boolean;
} | {
    readonly kind: "start" | "end";
} | {
    readonly kind: "sequence" | "either";
    readonly of: readonly PatternNode[];
} | {
    readonly kind: "repeat";
    readonly of: PatternNode;
    readonly least: number;
    readonly most: number;
    readonly lazy?: boolean;
}
/** One that captures; `name` where it has one. */
 | {
    readonly kind: "group";
    readonly of: PatternNode;
    readonly name?: string;
};
/** Undefined where the pattern says something that is not read here: it may admit anything. */
export declare function readPattern(text: string): PatternNode | undefined;
