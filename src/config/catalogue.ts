// The built-in vendors: whose account a number is, by public evidence.

import type { Tenancy } from "./config.ts";
import { json } from "./generated/vendors.js";

export interface Catalogued {
  readonly vendor: string;
  readonly kind: "vendor" | "aws-service";
  /** Said only for accounts with evidence that customers' roles trust them. */
  readonly tenancy?: Tenancy;
  /** A regular expression for the whole of each external ID that the vendor sends, where its documentation tells. */
  readonly ids?: string;
}

export type Catalogue = ReadonlyMap<string, Catalogued>;

/** rules/vendors/*.yaml as the bundle carries them. */
interface Row extends Omit<Catalogued, "tenancy"> {
  /** Accounts that serve many customers. */
  readonly multi: readonly string[];
  /** Accounts of whose tenancy nothing is said. */
  readonly untold: readonly string[];
}

let known: Catalogue | undefined;

export function builtinCatalogue(): Catalogue {
  known ??= new Map((JSON.parse(json) as readonly Row[]).flatMap(accountsOf));
  return known;
}

function accountsOf({ multi, untold, ...plain }: Row): [string, Catalogued][] {
  const shared: Catalogued = { ...plain, tenancy: "multi" };
  return [
    ...multi.map((account): [string, Catalogued] => [account, shared]),
    ...untold.map((account): [string, Catalogued] => [account, plain]),
  ];
}
