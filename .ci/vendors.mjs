// Brings rules/vendors/ up to a table of account owners: vendors.mjs FILE.tsv, with the columns account, owner, kind, status and evidence.
//
// Two tables beside this script hold what people decided, so that a newer table of owners can be taken over without
// losing it. vendor-names.tsv: the name that an owner goes by here, with the reason where it is more than a spelling.
// vendor-evidence.tsv: what the page says the account is for, and a page that says it better where one was found.
//
// An account gets `tenancy: multi` only if its evidence is about roles: the vendor tells all of its customers to name
// this one account in the trust policies of their roles, so that it serves many. That is `role` below; it was decided
// by what the page is, or by public templates and documentation that name the account in a trust policy. An account
// that is published for anything else may be another customer's to reach or nobody's: nothing is said of its tenancy.
//
// Accounts of the files that the table does not know stay as they are. Comments in the files are not kept.

import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { stringify } from "yaml";
import { folder, readVendors } from "./catalogue.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));

/** What an account is for. */
const USES = {
  role: "customers' roles trust it",
  bucket: "customers' S3 buckets let it in",
  key: "customers' KMS keys let it in",
  topic: "customers' SNS topics let it in",
  endpoint: "customers' PrivateLink endpoint services let it in",
  image: "it publishes images, layers or documents",
  partner: "it sends findings to AWS Security Hub",
  other: "something else, or an account of the vendor's own that the page shows in passing",
  unread: "nobody found out",
};

function readTable(path) {
  const [head, ...lines] = readFileSync(path, "utf8").trimEnd().split(/\r?\n/);
  const columns = head.split("\t");
  return lines.map((line) => {
    const cells = line.split("\t");
    return Object.fromEntries(columns.map((column, index) => [column, cells[index] ?? ""]));
  });
}

function decided(name, key) {
  const rows = readTable(fileURLToPath(new URL(name, import.meta.url)));
  return new Map(rows.map((row) => [row[key], row]));
}

const names = decided("vendor-names.tsv", "owner");
const uses = decided("vendor-evidence.tsv", "account");

/** A page that a reader can follow: without a placeholder in its address, and not over plain HTTP. */
const isPage = (evidence) => /^https:\/\/[^\s<>]+$/.test(evidence);

function accountOf({ account: id, owner, kind, status, evidence }) {
  const { about, evidence: better } = uses.get(id) ?? {};
  const page = [better, evidence].find((each) => each && isPage(each));
  if (kind === "vendor" && page !== undefined && !Object.hasOwn(USES, about ?? "")) {
    const words = Object.keys(USES).join(", ");
    throw new Error(`${id} (${owner}): say in vendor-evidence.tsv what ${page} is about: ${words}`);
  }
  return {
    id,
    ...(about === "role" ? { tenancy: "multi" } : {}),
    ...(page === undefined ? {} : { evidence: page }),
    ...(status === "retired" ? { retired: true } : {}),
  };
}

const fileOf = (name) =>
  name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");

function textOf({ name, kind, accounts, externalId }) {
  const sorted = accounts.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const schema = "# yaml-language-server: $schema=../../schemas/vendor.schema.json\n";
  return schema + stringify({ name, kind, accounts: sorted, ...(externalId && { externalId }) }, { lineWidth: 0 });
}

const [path] = process.argv.slice(2);
if (path === undefined) throw new Error("which table? vendors.mjs FILE.tsv");
const rows = readTable(path);
const told = new Set(rows.map(({ account }) => account));
const before = readVendors();
const vendors = new Map(
  before.map((vendor) => [vendor.name, { ...vendor, accounts: vendor.accounts.filter(({ id }) => !told.has(id)) }]),
);
for (const row of rows) {
  const name = names.get(row.owner)?.name ?? row.owner;
  const vendor = vendors.get(name) ?? { name, kind: row.kind, accounts: [] };
  vendors.set(name, { ...vendor, accounts: [...vendor.accounts, accountOf(row)] });
}
for (const { name } of before) rmSync(join(root, folder, `${fileOf(name)}.yaml`));
for (const vendor of vendors.values()) {
  if (vendor.accounts.length > 0) writeFileSync(join(root, folder, `${fileOf(vendor.name)}.yaml`), textOf(vendor));
}
