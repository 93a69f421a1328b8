/** After all of earlier rounds, and within one in the order of the files that bring others. */
export interface Turn {
    readonly round: number;
    /** The path of the file that brings it. */
    readonly by: string;
}
export interface RelatedFiles<Members> {
    readonly members: Members;
    /** Of all that belongs to it, its own first. */
    readonly paths: readonly string[];
}
/** What wholes bring that is none of their members comes when all of these have come. */
export declare function afterWholes({ round, by }: Turn): Turn;
/** Those that belong to no other; of files that belong to each other the first. */
export declare function topLevelGroups<Members>(families: readonly RelatedFiles<Members>[]): readonly {
    readonly members: Members;
    readonly turn: Turn;
}[];
