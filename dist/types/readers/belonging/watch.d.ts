import type { FilesIn, ReadFile } from "../reader.js";
/** `by`: the file that asks; undefined for those of Terraform, whose files ask together. */
export type Asked = (what: "file" | "folder", path: string, by: string | undefined) => void;
/** Told of it as it happens. */
export interface Watch {
    readonly asked: Asked;
    spent(stage: "reading" | "judging" | "deciding", steps: number, file: string): void;
    /** A policy needs more than its share of the steps: what is left of them bears on those after it. */
    readonly beyond: () => void;
}
interface Asking {
    readonly readFile: ReadFile;
    readonly filesIn: FilesIn;
    readonly asked?: Asked | undefined;
}
/** The same, telling what is asked of it. */
export declare function telling<R extends Asking>(run: R, by?: string): R;
export {};
