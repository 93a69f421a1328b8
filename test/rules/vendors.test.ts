import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";

interface VendorFile {
  readonly name: string;
  readonly accounts: readonly { readonly id: string; readonly tenancy?: string; readonly evidence?: string }[];
}

const ROOT = join(import.meta.dirname, "../..");
const FOLDER = join(ROOT, "rules/vendors");

const fits = new Ajv2020().compile(JSON.parse(readFileSync(join(ROOT, "schemas/vendor.schema.json"), "utf8")));
const files = new Map(
  readdirSync(FOLDER).map((file): [string, VendorFile] => [file, parse(readFileSync(join(FOLDER, file), "utf8"))]),
);

test("every vendor file fits the schema", () => {
  expect([...files].filter(([, vendor]) => !fits(vendor)).map(([file]) => file)).toEqual([]);
});

test("a file is called like its vendor", () => {
  const called = [...files].map(([file, { name }]) => [file, `${words(name).join("-")}.yaml`]);
  expect(called.filter(([file, wanted]) => file !== wanted)).toEqual([]);
});

test("an account is that of one vendor", () => {
  const ids = [...files.values()].flatMap(({ accounts }) => accounts.map(({ id }) => id));
  expect(ids.length).toBeGreaterThan(400);
  expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
});

test("no account has a tenancy by pages that are about AWS Security Hub", () => {
  const accounts = [...files.values()].flatMap((vendor) => vendor.accounts);
  const multi = accounts.filter(({ tenancy }) => tenancy === "multi");
  expect(multi.length).toBeGreaterThan(100);
  expect(multi.filter(({ evidence }) => /security-?hub/.test(evidence ?? ""))).toEqual([]);
});

describe("the schema refuses", () => {
  const account = { id: "111122223333", tenancy: "multi", evidence: "https://example.com/roles" };
  const good = { name: "Example", kind: "vendor", accounts: [account] };
  const aws = { id: "111122223333", evidence: "https://docs.aws.amazon.com/example" };

  test("nothing that is right", () => {
    expect(fits(good)).toBe(true);
    expect(fits({ ...good, accounts: [{ id: "111122223333", retired: true }] })).toBe(true);
    expect(fits({ name: "AWS Example", kind: "aws-service", accounts: [aws] })).toBe(true);
  });

  test.each<[string, unknown]>([
    ["an id that is a number", { ...good, accounts: [{ ...account, id: 111122223333 }] }],
    ["an id that lost its zero", { ...good, accounts: [{ ...account, id: "11122223333" }] }],
    ["evidence over plain HTTP", { ...good, accounts: [{ ...account, evidence: "http://example.com/" }] }],
    ["evidence with a placeholder", { ...good, accounts: [{ ...account, evidence: "https://example.com/<USER>" }] }],
    ["a tenancy without evidence", { ...good, accounts: [{ id: "111122223333", tenancy: "multi" }] }],
    ["a tenancy that the public cannot know", { ...good, accounts: [{ ...account, tenancy: "single" }] }],
    ["a tenancy of all accounts of a vendor", { ...good, tenancy: "multi" }],
    ["a tenancy of AWS", { ...good, kind: "aws-service", accounts: [{ ...aws, tenancy: "multi" }] }],
    ["a service of AWS by another's word", { ...good, kind: "aws-service", accounts: [{ id: "111122223333" }] }],
    ["a vendor without an account", { ...good, accounts: [] }],
  ])("%s", (_, vendor) => {
    expect(fits(vendor)).toBe(false);
  });
});

function words(name: string): readonly string[] {
  return name.toLowerCase().match(/[a-z0-9]+/g) ?? [];
}
