import type { Finding, Place, ReportNote, Unknown } from "../../findings/report.js";
export interface Position {
    readonly line: number;
    readonly column: number;
}
export interface Location {
    readonly start: Position;
    readonly end: Position;
}
/** The one node of a file. */
export interface Ast {
    readonly type: "Document";
    readonly loc: Location;
    readonly range: [number, number];
    readonly lines: string[];
}
export interface Told {
    readonly finding: Finding;
    readonly place: Place;
    /** What mends it, of this file alone. */
    readonly mendings: readonly Mending[];
}
/** What cannot be told, and the rules that cannot. */
export interface Doubt {
    readonly unknown: Unknown;
    readonly rules: readonly string[];
}
export interface Mending {
    readonly description: string;
    readonly safe: boolean;
    readonly edits: readonly {
        readonly range: [number, number];
        readonly text: string;
    }[];
}
/** Of a file. */
export interface Judged {
    readonly findings: readonly Told[];
    readonly doubts: readonly Doubt[];
    /** What was not read, or otherwise than it stands there. */
    readonly notes: readonly ReportNote[];
}
export interface SourceCode extends Judged {
    readonly text: string;
    readonly lines: string[];
    readonly ast: Ast;
    getLoc(node: Ast): Location;
    getRange(node: Ast): [number, number];
    getParent(node: Ast): undefined;
    getAncestors(node: Ast): Ast[];
    getText(): string;
    traverse(): {
        readonly kind: 1;
        readonly target: Ast;
        readonly phase: 1 | 2;
        readonly args: Ast[];
    }[];
}
export interface ParseError extends Position {
    readonly message: string;
}
/** No interface, for ESLint's type is one that takes any key. */
export type LanguageOptions = {
    /** Those of the command line, as they are typed. */
    readonly options?: readonly string[];
};
interface File {
    readonly path: string;
    readonly body: string | Uint8Array;
}
type Parsed = Judged & {
    readonly ok: true;
    readonly ast: Ast;
};
export interface Language {
    readonly fileType: "text";
    readonly lineStart: 1;
    readonly columnStart: 1;
    readonly nodeTypeKey: "type";
    readonly visitorKeys: Record<string, string[]>;
    readonly defaultLanguageOptions: LanguageOptions;
    validateLanguageOptions(options: LanguageOptions): void;
    parse(file: File, context: {
        readonly languageOptions: LanguageOptions;
    }): Parsed | {
        readonly ok: false;
        readonly errors: ParseError[];
    };
    createSourceCode(file: File, parsed: Parsed): SourceCode;
}
/** The type of what it makes is ESLint's own. */
interface Fixer {
    replaceTextRange(range: [number, number], text: string): Replacement;
}
interface Replacement {
    readonly range: [number, number];
    readonly text: string;
}
export type Mend = (fixer: Fixer) => Replacement[];
interface Problem {
    readonly loc: Location;
    readonly message: string;
    readonly fix?: Mend;
    readonly suggest?: {
        readonly desc: string;
        readonly fix: Mend;
    }[];
}
export interface EslintRule {
    readonly meta: {
        readonly type: "problem";
        readonly docs: {
            readonly description: string;
            readonly url: string;
        };
        readonly fixable?: "code";
        readonly hasSuggestions?: true;
        readonly schema: [];
    };
    create(context: {
        readonly sourceCode: object;
        report(problem: Problem): void;
    }): {
        Document(): void;
    };
}
export interface EslintConfig {
    readonly name: string;
    readonly files: string[];
    readonly plugins: Record<string, Omit<Plugin, "configs">>;
    readonly language: string;
    readonly rules: Record<string, "error" | "warn">;
}
export interface Plugin {
    readonly meta: {
        readonly name: string;
        readonly version: string;
    };
    readonly languages: {
        readonly iac: Language;
    };
    readonly rules: Record<string, EslintRule>;
    readonly configs: {
        readonly recommended: EslintConfig[];
    };
}
export {};
