// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the templates of Terraform are written so
import { describe, expect, test } from "vitest";
import { check } from "../../../src/check.ts";

const role = (name: string, account: string, more = "") => `resource "aws_iam_role" "${name}" {
  ${more}
  assume_role_policy = jsonencode({
    Statement = [{
      Effect    = "Allow"
      Principal = { AWS = "arn:aws:iam::\${${account}}:root" }
      Action    = "sts:AssumeRole"
    }]
  })
}`;

const STAGE = `variable "stage" {
  validation {
    condition     = contains(["test", "live"], var.stage)
    error_message = "Test or live."
  }
}`;
const MODULE = `variable "account" {}
locals {
  given = var.account
}
output "account" {
  value = local.given
}
${role("m", "local.given")}`;
const CALL = `module "m" {
  for_each = { test = "111122223333", live = "444455556666" }
  source   = "./m"
  account  = each.value
}`;

/** Roles, and what they share; in each they are told of in the same words. */
const CASES: Record<string, readonly [shared: string, roles: readonly [string, string, ...string[]]]> = {
  "a variable decides": [
    `${STAGE}\nlocals {\n  all = { test = "111122223333", live = "444455556666" }\n  one = local.all[var.stage]\n}`,
    [
      role("a", "local.one"),
      role("b", "local.one"),
      role("c", 'local.one == "111122223333" ? local.one : "777788889999"'),
    ],
  ],
  "a variable decides, and another beside it": [
    `${STAGE}\nvariable "swap" {\n  type = bool\n}\nlocals {\n  one = var.stage == "test" ? (var.swap ? "111122223333" : "777788889999") : "444455556666"\n}`,
    [
      role("a", "local.one"),
      role("b", "local.one", "count = var.swap ? 1 : 0"),
      role("c", 'var.swap ? "999900001111" : local.one'),
    ],
  ],
  "a module as a whole": [
    `${STAGE}\n${CALL}\nlocals {\n  all = module.m\n  one = local.all[var.stage]\n}`,
    [role("a", "local.one.account"), role("b", "local.one.account"), role("c", 'local.all["live"].account')],
  ],
  "locals of instances of a module": [
    `${STAGE}\n${CALL}`,
    [
      role("a", 'module.m["test"].account'),
      role("b", "module.m[var.stage].account"),
      role("c", 'module.m["live"].account'),
    ],
  ],
  "a local that is made of itself": [
    "locals {\n  one = local.two\n  two = local.one\n}",
    [role("a", "local.one"), role("b", "local.two")],
  ],
  "which instance it is": [
    'locals {\n  all = { a = "111122223333", b = "444455556666" }\n}',
    [
      role("a", "each.value", "for_each = local.all"),
      role("b", "local.all[each.key]", "for_each = local.all"),
      role("c", 'local.all["b"]'),
    ],
  ],
};

function grantsOf(roles: readonly string[], shared: string, names: readonly string[]) {
  const files = [
    { path: "shared.tf", content: shared },
    { path: "m/main.tf", content: MODULE },
    ...roles.map((content, index) => ({ path: `${names[index]}.tf`, content })),
  ];
  const { grants, errors } = check({ files });
  expect(errors).toEqual([]);
  return grants.filter(({ file }) => names.includes(file.slice(0, 1)));
}

describe("a role is judged alike alone, after others, and before them", () => {
  test.each(Object.entries(CASES))("%s", (_, [shared, roles]) => {
    const names = roles.map((_, index) => "abc".charAt(index));
    const alone = roles.flatMap((one, index) => grantsOf([one], shared, names.slice(index, index + 1)));
    expect(alone.length).toBeGreaterThanOrEqual(roles.length);
    expect(grantsOf(roles, shared, names)).toEqual(alone);
    const backwards = grantsOf(roles.toReversed(), shared, names.toReversed());
    expect(backwards.toSorted((one, other) => (one.file < other.file ? -1 : 1))).toEqual(alone);
  });
});
