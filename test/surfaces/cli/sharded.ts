import { assembly, program } from "../../readers/cdk/assemblies.ts";
import { roleFor, unconfused } from "./run.ts";

export const OPEN = roleFor('"*"');
export const BAD = roleFor("arn:aws:iam::444455556666:root");
const under = (folder: string, files: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(files).map(([name, text]) => [`/r/${folder}${name}`, text]));

/** Reads its policy from a file that another module reads as well. */
const SHARING = `resource "aws_iam_role" "shared" {\n  assume_role_policy = templatefile("../shared/trust.tftpl", {})\n}\n`;
const TRUST = `{"Statement": [{"Effect": "Allow", "Action": "sts:AssumeRole", "Principal": {"AWS": "*"}}]}\n`;
const CONFIG = `accounts: { own: ["999988887777"] }
ignore:
  - { rule: public-trust, files: ["many/3.yaml"], reason: used by one file }
  - { rule: public-trust, files: ["many/*.yaml"], resource: "VendorRole", reason: used by many }
  - { rule: dead-grant, files: ["many/**"], reason: used by none }
  - { rule: public-trust, resource: "Nowhere*", reason: speaks of nothing }
  - { rule: public-trust, files: ["lone/*"], until: "2020-01-01", reason: over }
  - { rule: unused-ignore, files: ["lone/**"], reason: silences what is said there }
  - { rule: unused-ignore, files: ["unconfused.yaml"], resource: "Elsewhere", reason: silences nothing }
`;

/** Every way in which files belong together, and everything that is told of a run as a whole. */
export const FILES = {
  "/r/.git/HEAD": "",
  "/r/unconfused.yaml": CONFIG,
  ...under("app/", { ...assembly("assembly"), ...program() }),
  ...under("many/", Object.fromEntries(Array.from({ length: 7 }, (_, index) => [`${index}.yaml`, OPEN]))),
  ...under("lone/", {
    "comment.yaml": BAD.replace(/(AWS: .*)/, "$1 # unconfused-ignore external-id-required -- known"),
    "idle.yaml": OPEN.replace(/(AWS: .*)/, "$1 # unconfused-ignore dead-grant -- idle"),
    "two.yaml": BAD.replace(/(AWS: )(.*)/, "$1[$2, 444455556666]"),
    "macro.yaml": `Transform: Mine\n${BAD}`,
    "metadata.yaml": `${BAD}Metadata: { Unconfused: { vendr: x } }\n`,
    "import.yaml": BAD.replace(/AWS: .*/, "AWS: !ImportValue X"),
    "values.yaml": "a: 1\n",
  }),
  ...under("nested/", {
    "parent.yaml": `Resources:\n  Child:\n    Type: AWS::CloudFormation::Stack\n    Properties: { TemplateURL: ./child.yaml, Parameters: { Who: "*" } }\n`,
    "child.yaml": `Parameters: { Who: { Type: String } }\n${roleFor("!Ref Who")}`,
  }),
  ...under("tf/", {
    "a/main.tf": `${SHARING}module "m" {\n  source = "../module"\n  who    = "*"\n}\n`,
    "a/other.tf": SHARING.replace('"shared"', '"again"'),
    "b/main.tf": SHARING,
    "c/main.tf": SHARING,
    "module/main.tf": `variable "who" {}\nresource "aws_iam_role" "called" {\n  assume_role_policy = jsonencode({ Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { AWS = var.who } }] })\n}\n`,
    "shared/trust.tftpl": TRUST,
    "broken/main.tf": `resource "aws_iam_role" "x" {\n`,
  }),
  ...under("broken/", { "a.template": `AWSTemplateFormatVersion: "2010-09-09"\n  - [\n`, "b.tfstate": "{" }),
};

/** Each shard writes both kinds; then they are merged, in any order. */
export function sharded(count: number, options = "", files: Readonly<Record<string, string>> = FILES) {
  const shards = Array.from({ length: count }, (_, index) => {
    const outputs = `--format json --output ${index}.json --format sarif --output ${index}.sarif`;
    return unconfused(`check . --shard ${index + 1}/${count} ${outputs} ${options}`, { cwd: "/r", files });
  });
  const saved = Object.fromEntries(shards.flatMap((shard) => [...shard.saved]));
  const merge = (kind: string) => {
    const names = Array.from({ length: count }, (_, index) => `${index}.${kind}`).reverse();
    return unconfused(`merge ${names.join(" ")}`, { cwd: "/r", files: saved });
  };
  return { shards, saved, json: merge("json"), sarif: merge("sarif") };
}

export function whole(format: string, options = "", files: Readonly<Record<string, string>> = FILES) {
  return unconfused(`check . --format ${format} ${options}`, { cwd: "/r", files });
}
