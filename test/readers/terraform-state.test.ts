import { describe, expect, test } from "vitest";
import { readerOf } from "../../src/readers/index.ts";
import type { Json, JsonObject } from "../../src/text/document.ts";
import { parse } from "../../src/text/parse.ts";
import { source } from "../../src/text/source.ts";
import { grants, report, trust, VENDOR } from "./terraform/making.ts";

const values = { arn: "arn:aws:iam::999988887777:role/r", assume_role_policy: trust({ AWS: VENDOR }) };

function stored(...resources: readonly Json[]): JsonObject {
  return { version: 4, terraform_version: "1.11.4", serial: 1, lineage: "l", outputs: {}, resources };
}

function shown(root_module: Json): JsonObject {
  return { format_version: "1.0", terraform_version: "1.11.4", values: { root_module } };
}

const role = (...instances: readonly Json[]) => ({
  mode: "managed",
  type: "aws_iam_role",
  name: "r",
  provider: 'provider["aws"]',
  instances,
});
const shownRole = (address: string) => ({ address, mode: "managed", type: "aws_iam_role", name: "r", values });

describe("recognises", () => {
  test.each<[string, Json, boolean]>([
    ["a state as it is stored", stored(), true],
    ["a state as it is shown", shown({}), true],
    ["an empty one as it is shown", { format_version: "1.0" }, true],
    ["one without a lineage", { version: 4, terraform_version: "1.11.4", resources: [] }, true],
    ["one of an older version without a lineage", { version: 3, terraform_version: "0.11.14", modules: [] }, true],
    ["no other file with a version", { version: 4, resources: [] }, false],
    ["no file of another tool", { "pytest-terraform": 1, outputs: {}, resources: { aws_iam_role: {} } }, false],
  ])("%s: %s", (_, value, expected) => {
    const [document] = parse(source("a.json", JSON.stringify(value))).documents;
    expect(document !== undefined && readerOf(document)?.format === "terraform-state").toBe(expected);
  });
});

describe("judges every instance of a role", () => {
  test.each<[string, JsonObject, string[]]>([
    ["stored", stored(role({ attributes: values })), ["aws_iam_role.r"]],
    [
      "stored, of count and for_each",
      stored(role({ index_key: 0, attributes: values }, { index_key: 'a"b', attributes: values })),
      ["aws_iam_role.r[0]", 'aws_iam_role.r["a\\"b"]'],
    ],
    [
      "stored, in a module",
      stored({ ...role({ attributes: values }), module: "module.m[0]" }),
      ["module.m[0].aws_iam_role.r"],
    ],
    ["stored, but none that is to be destroyed", stored(role({ deposed: "0a1b2c3d", attributes: values })), []],
    ["stored, but no data source", stored({ ...role({ attributes: values }), mode: "data" }), []],
    [
      "shown, also in modules within modules",
      shown({
        resources: [shownRole("aws_iam_role.r")],
        child_modules: [{ child_modules: [{ resources: [shownRole("module.m.module.n.aws_iam_role.r[0]")] }] }],
      }),
      ["aws_iam_role.r", "module.m.module.n.aws_iam_role.r[0]"],
    ],
    ["shown, but no data source", shown({ resources: [{ ...shownRole("data.aws_iam_role.r"), mode: "data" }] }), []],
  ])("%s", (_, state, addresses) => {
    expect(grants(report(state))).toEqual(addresses.map((address) => `${address} ${VENDOR} undeclared finding`));
  });

  test("at the principal's own characters", () => {
    const state = stored(role({ attributes: values }));
    const column = JSON.stringify(state).indexOf(VENDOR) - 1;
    expect(report(state).findings).toMatchObject([{ line: 1, column, endColumn: column + VENDOR.length + 4 }]);
  });

  test("by the account in its own ARN, and those of others count as the organization's", () => {
    const trusting = (own: string, other: string) => ({
      arn: `arn:aws:iam::${own}:role/r`,
      assume_role_policy: trust({ AWS: [own, other] }),
    });
    const instances = [trusting("999988887777", "888877776666"), trusting("888877776666", "222233334444")];
    expect(
      grants(report(stored(role(...instances.map((attributes, index_key) => ({ index_key, attributes })))))),
    ).toEqual([
      "aws_iam_role.r[0] 999988887777 own ok",
      "aws_iam_role.r[0] 888877776666 organization ok",
      "aws_iam_role.r[1] 888877776666 own ok",
      "aws_iam_role.r[1] 222233334444 undeclared finding",
    ]);
  });
});

describe("a state of another version", () => {
  test.each<[string, Json, string, string]>([
    [
      "shown",
      { ...shown({}), format_version: "2.0" },
      "a Terraform state of format version 2.0; this version of unconfused reads up to 1.x",
      "update unconfused, or write the file with an earlier Terraform",
    ],
    [
      "stored by Terraform 0.11",
      { ...stored(), version: 3 },
      "a Terraform state of version 3; this version of unconfused reads version 4",
      "let Terraform 0.12 or later write the state anew: 'terraform apply -refresh-only'",
    ],
    [
      "stored by a later one",
      { ...stored(), version: 5 },
      "a Terraform state of version 5; this version of unconfused reads version 4",
      "update unconfused, or give it the output of 'terraform show -json'",
    ],
  ])("%s is an error that says what to do", (_, state, message, help) => {
    expect(report(state).errors).toMatchObject([{ message, help, line: 1 }]);
  });
});

test.each<[string, Json]>([
  ["resources that are no list", { ...stored(), resources: {} }],
  ["resources that are none", stored(null, 1, [], {}, { instances: [null, 1, {}] }, role(null, {}, { attributes: 3 }))],
  ["modules that are none", shown({ resources: [null, {}], child_modules: [null, {}, 7] })],
])("hostile: %s", (_, state) => {
  expect(report(state).errors).toEqual([]);
});
