// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the templates of Terraform are written so
import { expect, test } from "vitest";
import { check } from "../../../src/check.ts";
import { parseHcl } from "../../../src/text/hcl/document.ts";
import { source } from "../../../src/text/source.ts";
import { inEveryWorld } from "../../../src/values/worlds.ts";
import { shown } from "../../values/shown.ts";
import { resources } from "./evaluated.ts";
import { fixture } from "./fixtures.ts";

/** Files with what the real Terraform made of their local `v`, as JSON; null where it refuses one. test/e2e/terraform/make.mjs writes it. */
const ROWS: readonly (readonly [file: string, terraform: string | null])[] = JSON.parse(fixture("files.json"));

const RESOURCE = 'resource "test_it" "r" {\n  p = jsonencode(local.v)\n}\n';

test.each(ROWS.filter(([, terraform]) => terraform !== null))("%j is %s", (file, terraform) => {
  expect(parseHcl(source("main.tf", file)).file.problems).toEqual([]);
  const found = resources({ "main.tf": file, "r.tf": RESOURCE }).get("test_it.r");
  const { outcomes } = inEveryWorld((world) => found?.property("p", world));
  expect(outcomes.map(({ result }) => result && shown(result))).toEqual([terraform]);
});

test.each(ROWS.filter(([, terraform]) => terraform === null))("%j is refused", (file) => {
  expect(parseHcl(source("main.tf", file)).file.problems).toHaveLength(1);
});

test("a file is read once, in however many worlds it is asked for", () => {
  const trust = (account: string) =>
    `{ Effect = "Allow", Principal = { AWS = "arn:aws:iam::${account}:root" }, Action = "sts:AssumeRole" }`;
  const role = (name: string) => `resource "aws_iam_role" "${name}" {
    assume_role_policy = jsonencode({ Statement = [${trust("${local.accounts[var.stage]}")}] })
  }`;
  const content = [
    'locals {\n  accounts = jsondecode(file("accounts.json"))\n}',
    'variable "stage" {\n  validation {\n    condition = contains(["test", "live"], var.stage)\n    error_message = "Test or live."\n  }\n}',
    role("one"),
    role("two"),
  ].join("\n");
  const asked: string[] = [];
  const read = (path: string) => {
    asked.push(path);
    return path === "accounts.json" ? '{ "test": "111122223333", "live": "444455556666" }' : undefined;
  };
  const { grants } = check({ files: [{ path: "main.tf", content }], read });
  expect(grants.flatMap(({ callers }) => callers.map(({ account }) => account))).toHaveLength(4);
  expect(asked.filter((path) => path === "accounts.json")).toHaveLength(1);
});
