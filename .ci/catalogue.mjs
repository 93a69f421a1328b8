// Reads the vendor files, rules/vendors/*.yaml, validates them, and makes them compact for src/config/catalogue.ts.

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Ajv2020 } from "ajv/dist/2020.js";
import { parse } from "yaml";

const root = fileURLToPath(new URL("..", import.meta.url));
const fits = new Ajv2020({ allErrors: true }).compile(readJson("schemas/vendor.schema.json"));

export const folder = "rules/vendors";

/** @returns {{ name: string, kind: string, accounts: { id: string, tenancy?: string, evidence?: string, retired?: true }[], externalId?: { form: string, evidence: string } }[]} */
export function readVendors() {
  const names = readdirSync(join(root, folder)).filter((name) => name.endsWith(".yaml"));
  return names.sort().map((name) => readVendor(`${folder}/${name}`));
}

function readVendor(file) {
  const vendor = parse(readFileSync(join(root, file), "utf8"));
  if (fits(vendor)) return vendor;
  const message = fits.errors.map(({ instancePath, message }) => `${instancePath || "/"} ${message}`).join("; ");
  throw Object.assign(new Error(message), { file, help: "schemas/vendor.schema.json says what a vendor file holds" });
}

function readJson(file) {
  return JSON.parse(readFileSync(join(root, file), "utf8"));
}

/** What a run needs to know of the vendors, without the evidence. */
export function catalogue() {
  return readVendors().map(({ name, kind, accounts, externalId }) => {
    const of = (tenancy) => accounts.filter((account) => account.tenancy === tenancy).map(({ id }) => id);
    const ids = externalId && { ids: externalId.form };
    return { vendor: name, kind, multi: of("multi"), untold: of(undefined), ...ids };
  });
}
