// What mends the findings of many files is what mends those of each alone: an edit is tried where it can be felt, and nowhere else.

import { expect, test } from "vitest";
import { type CheckInput, check } from "../../src/check.ts";
import type { Config } from "../../src/config/config.ts";
import { AROUND, WEAK as IF_EXISTS, NONE, template } from "./templates.ts";
import { languages, written } from "./written.ts";

const VENDOR = "111122223333";
const ROOT = `"arn:aws:iam::${VENDOR}:root"`;
const config: Config = { vendors: [{ name: "Acme", tenancy: "multi", accounts: [VENDOR] }] };
const WEAK = { principal: ROOT, condition: ["StringEqualsIfExists", "sts:ExternalId", '"k3f9d7a1"'] } as const;

type Files = CheckInput["files"];

/** In the order of the files: what mends each finding, by its place. */
function fixesIn(files: Files, more: Partial<CheckInput> = {}) {
  const { findings, errors } = check({ files, config, ...more, fixes: true });
  expect(errors).toEqual([]);
  return findings.map(({ file, line, rule, fixes = [] }) => [file, line, rule, fixes] as const);
}

const all = languages.flatMap((language, index) => [
  { path: `weak-${index}/${language}`, content: written(language, WEAK) },
  { path: `none-${index}/${language}`, content: written(language, { principal: ROOT }) },
]);

test("in files that have nothing to do with each other", () => {
  const alone = all.flatMap((file) => fixesIn([file]));
  expect(alone.flatMap(([, , , fixes]) => fixes).length).toBeGreaterThanOrEqual(all.length);
  const byPlace = (one: (typeof alone)[number]) => JSON.stringify(one.slice(0, 3));
  const sorted = (list: typeof alone) => list.toSorted((one, other) => (byPlace(one) < byPlace(other) ? -1 : 1));
  expect(sorted(fixesIn(all))).toEqual(sorted(alone));
});

test("however many of them call their roles the same", () => {
  const files = Array.from({ length: 20 }, (_, index) => {
    const principal = ROOT.replace(VENDOR, `${200_000_000_000 + index}`);
    return { path: `same-${index}/block.yaml`, content: written("block.yaml", { principal }) };
  });
  expect(fixesIn(files, { config: {} }).map(([, , , fixes]) => fixes.length)).toEqual(files.map(() => 1));
});

test("however many edits break what stands beside them in their files", () => {
  // With the parameter they refuse every deployment, and nobody can tell who may assume the other role.
  const { rules } = AROUND;
  const closed = JSON.parse(JSON.stringify(IF_EXISTS).replace("IfExists", ""));
  const files = Array.from({ length: 18 }, (_, index) => {
    const document = JSON.parse(JSON.stringify(NONE).replace(VENDOR, `${200_000_000_000 + index}`));
    const content = JSON.stringify(template([document, closed], index % 3 === 0 ? rules : undefined));
    return { path: `${index + 10}.json`, content };
  });
  const counted = (given: Files) => fixesIn(given, { config: {} }).map(([file, , , fixes]) => [file, fixes.length]);
  const alone = files.flatMap((file) => counted([file]));
  expect(new Set(alone.map(([, count]) => count))).toEqual(new Set([0, 1]));
  expect(counted(files)).toEqual(alone);
});

test("also where rules that tell what an edit breaks are not asked", () => {
  const off: Config = { ...config, rules: { "dead-grant": "off" } };
  expect(fixesIn(all, { config: off })).toEqual(fixesIn(all));
});

const TRUST = `{
  "Version": "2012-10-17",
  "Statement": {
    "Effect": "Allow",
    "Principal": { "AWS": ${ROOT} },
    "Action": "sts:AssumeRole",
    "Condition": { "StringEqualsIfExists": { "sts:ExternalId": "k3f9d7a1" } }
  }
}
`;

test("a policy in a file of its own is tried in what reads it", () => {
  const main = 'resource "aws_iam_role" "role" {\n  assume_role_policy = file("trust.json")\n}\n';
  const files = [{ path: "role/main.tf", content: main }, { path: "role/trust.json", content: TRUST }, ...all];
  const own = fixesIn(files).filter(([file]) => file === "role/trust.json");
  expect(own.map(([, , rule, fixes]) => [rule, fixes.map(({ description }) => description)])).toEqual([
    ["external-id-required", ["drop IfExists from StringEqualsIfExists"]],
  ]);
});

test("what an edit breaks in another file of its module is seen", () => {
  // With the id demanded the variable decides; where nothing can have its value, nobody gets in.
  const role = written("encoded.tf", WEAK).replace('"k3f9d7a1"', "var.id");
  const variable = (words: string) => ({ path: "module/variables.tf", content: `variable "id" {\n${words}}\n` });
  const fixes = (words: string) =>
    fixesIn([{ path: "module/main.tf", content: role }, variable(words), ...all])
      .filter(([file]) => file === "module/main.tf")
      .flatMap(([, , , own]) => own.map(({ description }) => description));
  expect(fixes("  type = string\n")).toEqual(["drop IfExists from StringEqualsIfExists"]);
  expect(fixes('  type = string\n  validation {\n    condition = contains(["x"], var.id)\n  }\n')).toEqual([]);
});

test("policies in several files of a module share one new variable, declared with the first of them", () => {
  const files = ["a", "b", "c"].map((name) => ({
    path: `module/${name}.tf`,
    content: written("encoded.tf", { principal: ROOT }).replace('"role"', `"${name}"`),
  }));
  const declared = fixesIn(files).map(([file, , , fixes]) => [
    file,
    ...fixes.flatMap(({ edits }) => edits.filter(({ text }) => text.includes("variable")).map((edit) => edit.file)),
  ]);
  expect(declared).toEqual(files.map(({ path }) => [path, "module/a.tf"]));
  const [, second, third] = files;
  const named = check({ files: [second, third].filter((file) => file !== undefined), config, fixes: true });
  expect(named.findings.map(({ fixes = [] }) => fixes.length)).toEqual([1, 1]);
});
