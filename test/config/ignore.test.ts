import { expect, test } from "vitest";
import { ignoresFile, ignoresResource } from "../../src/config/ignore.ts";

const ROLE = { id: "LegacyRole", path: "App/Vendor/LegacyRole/Resource" };
const ADDRESS = { id: 'module.vendor["a*b"].aws_iam_role.this[0]' };

test.each([
  ["LegacyRole", ROLE, true],
  ["App/Vendor/LegacyRole/Resource", ROLE, true],
  ["App/*/Resource", ROLE, true],
  ["Legacy*", ROLE, true],
  ["*Role", ROLE, true],
  ["*", ROLE, true],
  ["**", ROLE, true],
  ["L*g*y*R*e", ROLE, true],
  ["*gacy*acy*", ROLE, false],
  ["LegacyRole*LegacyRole", ROLE, false],
  ["Legacy", ROLE, false],
  ["legacyrole", ROLE, false],
  ["Role", ROLE, false],
  ["L*y", ROLE, false],
  ["Legacy????", ROLE, false],
  ["Legacy(Role)", ROLE, false],
  ["module.vendor[*].aws_iam_role.this[0]", ADDRESS, true],
  ["module.vendor[*].aws_iam_role.this[01]", ADDRESS, false],
  ["module?vendor*", ADDRESS, false],
])("%s speaks of %j: %s", (resource, named, expected) => {
  expect(ignoresResource({}, { rule: "public-trust", reason: "why", resource }, "a.yaml", named)).toBe(expected);
});

const entry = { rule: "public-trust", reason: "why" };

test.each([
  ["everything", entry, true],
  ["its path", { ...entry, files: ["legacy/**"] }, true],
  ["another path", { ...entry, files: ["other/**"] }, false],
  ["its path, and a resource that it does not hold", { ...entry, files: ["legacy/**"], resource: "Other" }, true],
  ["a resource that it holds", { ...entry, resource: "Legacy*" }, true],
  ["a resource that it does not hold", { ...entry, resource: "Other" }, false],
])("an entry for %s speaks of a file: %s", (_, ignore, expected) => {
  expect(ignoresFile({ directory: "infra" }, ignore, "infra/legacy/a.yaml", [ROLE])).toBe(expected);
});
