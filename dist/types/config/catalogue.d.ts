import type { Tenancy } from "./config.js";
export interface Catalogued {
    readonly vendor: string;
    readonly kind: "vendor" | "aws-service";
    /** Said only for accounts with evidence that customers' roles trust them. */
    readonly tenancy?: Tenancy;
}
export type Catalogue = ReadonlyMap<string, Catalogued>;
export declare function builtinCatalogue(): Catalogue;
