import { expect, test } from "vitest";
import { judged } from "../../src/surfaces/judged.ts";

const ROLE = `resource "aws_iam_role" "r" {
  assume_role_policy = jsonencode({ Statement = { Effect = "Allow", Action = "sts:AssumeRole", Principal = { AWS = "*" } } })
}`;
const AS_FILE = ["--no-config", "--stdin-name", "main.tf", "--", "-"];

test("a plugin is told what is found in a text", () => {
  const { report, status } = judged(AS_FILE, ROLE);
  expect([report.findings.map(({ rule }) => rule), status]).toEqual([["public-trust"], 1]);
});

test.each([
  ["fix", ["--fix"]],
  ["update-baseline", ["--baseline", "unconfused-baseline.json", "--update-baseline"]],
  ["shard", ["--shard", "2/2"]],
])("a plugin is not told of fewer findings by --%s", (option, options) => {
  expect(() => judged([...options, ...AS_FILE], ROLE)).toThrow(
    `--${option} is of no use to a plugin; take it out of the options here, and run it on the command line`,
  );
});
