import type { Tenancy } from "./config.js";
export interface Catalogued {
    readonly vendor: string;
    readonly kind: "vendor" | "aws-service";
    /** Said only for accounts with evidence that customers' roles trust them. */
    readonly tenancy?: Tenancy;
    /** A regular expression for the whole of each external ID that the vendor sends, where its documentation tells. */
    readonly ids?: string;
}
export type Catalogue = ReadonlyMap<string, Catalogued>;
export declare function builtinCatalogue(): Catalogue;
