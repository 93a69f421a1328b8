import type { Document, Json } from "../text/document.js";
import type { Problem } from "../text/problem.js";
import type { Source } from "../text/source.js";
import type { Origin, Value } from "../values/value.js";
import type { Allowance, World } from "../values/worlds.js";
import type { Written } from "../values/written.js";
export type Format = "cloudformation" | "cdk" | "terraform-plan" | "terraform-state" | "terraform-json" | "hcl" | "iam";
/** Other accounts of which the input itself tells whose they are. */
export interface Accounts {
    /** Of the same run, which count as ours where the configuration does not place them elsewhere. */
    readonly beside: readonly string[];
    /** The organization that they are in, where the input shows it. */
    readonly organizations?: readonly string[];
    /** Values of the variables that the configuration says carry accounts: whose each is. */
    readonly supplied: ReadonlyMap<string, {
        readonly vendor: string;
    } | "organization">;
}
export interface Whereabouts {
    /** The account, where the input tells. */
    readonly account?: string | undefined;
    readonly accounts?: Accounts | undefined;
}
export interface Resource {
    readonly format: Format;
    /** CloudFormation or Terraform resource type. */
    readonly type: string;
    /** Logical id or address; `Outer/Inner` inside an embedded template. */
    readonly id: string;
    /** Construct path. */
    readonly path?: string;
    /** Where its author wrote it, if that is in a program that made the input; undefined where that cannot be told. */
    author?(): Author | undefined;
    /** The folder of the root module, which is deployed as one with all that it calls; left out: what stands in its file is. */
    readonly root?: string;
    /** The configuration of the provider that makes it, in the root module's words; left out: there is one. */
    readonly provider?: string;
    /** Where it is deployed to; nothing is told of it, if left out. Of most resources nobody asks. */
    whereabouts?(): Whereabouts;
    /** AWS told of it: it is there, and its policies are as AWS shows them. */
    readonly isDeployed?: boolean;
    readonly origin: Origin;
    /** A property or attribute in a world; throws NoSuchWorld where the resource does not exist in it. */
    property(name: string, world: World): Value;
    /**
     * What the input has at a property, its functions too, where the resource exists in every world and nothing beside that can
     * change the property; untold: a plan or a state has nothing there. Left out, or undefined: that has to be asked of each world.
     * Whoever gives `property` anew leaves it out.
     */
    written?(name: string): Written | "absent" | "untold" | undefined;
    /** What the resource is given, by name, with where it stands, where functions have to be evaluated to see what that is. */
    given?(): readonly (readonly [name: string, origin: Origin])[];
    /** Is it certain, before it is evaluated, that a property depends on what deployment decides? Of none is it, if left out. */
    isOpen?(property: string): boolean;
    /** What rewrites the input before it is deployed ("macro Replace", "org-formation"): what is denied as written may not be in the end. */
    readonly rewriter?: string;
    /** `Metadata.Unconfused` of the resource, then of the template. */
    readonly metadata: readonly Origin[];
    /** What the CDK keeps of its construct and of those around it. */
    readonly constructMetadata?: readonly Json[];
    /** It is read for the sake of others, and reported only where it speaks of what was asked for. */
    readonly isContext?: boolean;
    /** The same resource as plans of the run have it, by their addresses: it is judged here, and not there. */
    readonly planned?: readonly {
        readonly plan: Document;
        readonly id: string;
    }[];
    /** Holds a property a value that nobody may be shown? None does, if left out. */
    isSecret?(property: string): boolean;
}
/** A place in a file that is no input. Line and columns count from 1, UTF-16, end exclusive. */
export interface Author {
    /** As reports name it. */
    readonly file: string;
    readonly line: number;
    readonly column: number;
    readonly endColumn: number;
    /** Undefined: the program is not at hand. */
    readonly source?: Source | undefined;
}
/** Who supplies the account in a parameter: a vendor (`account` undefined: not known which of its own), or we. */
export type Owner = {
    readonly vendor: string;
    readonly account?: string;
} | "organization";
/** What deployment is told, and who the configuration says supplies what. */
export interface Deployment {
    /** Values given for parameters and variables by the user. */
    readonly given: ReadonlyMap<string, string>;
    /** By the parameters that carry an account; one entry an account. */
    readonly owners: ReadonlyMap<string, readonly Owner[]>;
    /** What reading and evaluating may cost in the run beyond what is anybody's own; left out: as much as it takes. */
    readonly allowance?: Allowance;
    /** Plans of the run that were made from the configuration in the file's folder. */
    readonly plans?: readonly Document[];
    /** The template that a resource of a file deploys, by its path from there, where the whole knows better than the resource says. */
    templateOf?(file: string, id: string): string | undefined;
    /** The output of another stack that is exported to this one under a name, where the whole knows it. */
    exporting?(name: string): StackExport | undefined;
}
/** An output of a template. */
export interface StackExport {
    /** The stack, by its name for people. */
    readonly stack: string;
    /** Its path from the template that imports it. */
    readonly file: string;
    readonly output: string;
}
export interface Reading {
    readonly resources: readonly Resource[];
    /** What is wrong with this input although the rest of it could be read. */
    readonly problems: readonly Problem[];
    readonly notes: readonly Note[];
    /** Other files, which are judged as parts of this input and not for themselves. */
    readonly parts?: readonly Part[];
    /** Resources of templates that this input deploys, by the text in it or the other file that they stand in; such a file is not judged for itself. */
    readonly inner?: readonly {
        readonly document: Document;
        readonly resources: readonly Resource[];
    }[];
}
/** What the user should know: "read as written, before macro X". */
export interface Note {
    readonly message: string;
    readonly origin: Origin;
}
export interface Part {
    /** As reports name it. */
    readonly path: string;
    readonly content: Content;
    /** What the whole knows of it; left out where it stands for itself. */
    readonly context?: AssemblyContext;
}
export interface AssemblyContext {
    readonly format: Format;
    /** Values of parameters that nobody has to give. */
    readonly given: ReadonlyMap<string, string>;
    templateOf(file: string, id: string): string | undefined;
    exporting(name: string): StackExport | undefined;
    annotate(resource: Resource): Resource;
}
export type Content = string | Uint8Array;
/** A file that an input refers to, by the name that reports have for it, or by an absolute path; undefined where there is none. */
export type ReadFile = (path: string) => Content | undefined;
/** The files of the run in a folder, by the names that reports have for them. */
export type FilesIn = (folder: string) => readonly string[];
export interface Reader {
    readonly format: Format;
    recognises(document: Document): boolean;
    read(document: Document, deployment: Deployment, readFile: ReadFile, filesIn?: FilesIn): Reading;
}
