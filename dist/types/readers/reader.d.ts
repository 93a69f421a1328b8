import type { Document } from "../text/document.js";
import type { Problem } from "../text/problem.js";
import type { Origin, Value } from "../values/value.js";
import type { World } from "../values/worlds.js";
export type Format = "cloudformation" | "cdk" | "terraform-plan" | "terraform-state" | "terraform-json" | "hcl";
export interface Resource {
    readonly format: Format;
    /** CloudFormation or Terraform resource type. */
    readonly type: string;
    /** Logical id or address; `Outer/Inner` inside an embedded template. */
    readonly id: string;
    /** Construct path. */
    readonly path?: string;
    readonly origin: Origin;
    /** A property or attribute in a world; throws NoSuchWorld where the resource does not exist in it. */
    property(name: string, world: World): Value;
    /** What rewrites the input before it is deployed ("macro Replace", "org-formation"): what is denied as written may not be in the end. */
    readonly rewriter?: string;
    /** `Metadata.Unconfused` of the resource, then of the template. */
    readonly metadata: readonly Origin[];
}
/** What deployment is told, and who the configuration says supplies what. */
export interface Deployment {
    /** Values given for parameters and variables by the user. */
    readonly given: ReadonlyMap<string, string>;
    /** Parameters that carry a vendor's account (one entry an account; `account` undefined: not known), or accounts of ours. */
    readonly owners: ReadonlyMap<string, readonly ({
        readonly vendor: string;
        readonly account?: string;
    } | "organization")[]>;
}
export interface Reading {
    readonly resources: readonly Resource[];
    /** What is wrong with this input although the rest of it could be read. */
    readonly problems: readonly Problem[];
    /** What the user should know: "before macro X", "construct paths come later". */
    readonly notes: readonly string[];
}
export interface Reader {
    readonly format: Format;
    recognises(document: Document): boolean;
    read(document: Document, deployment: Deployment): Reading;
}
