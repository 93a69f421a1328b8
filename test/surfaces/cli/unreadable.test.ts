import { describe, expect, test } from "vitest";
import { main } from "../../../src/surfaces/cli/main.ts";
import type { Kind } from "../../../src/surfaces/host.ts";
import { Problem } from "../../../src/text/problem.ts";
import { memoryHost } from "../memory-host.ts";
import { BAD } from "./run.ts";

const role = (principal: string) =>
  `resource "aws_iam_role" "r" {\n  assume_role_policy = jsonencode({ Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { AWS = "${principal}" } }] })\n}\n`;
const CLOSED = role("arn:aws:iam::999988887777:root");
const OPEN = role("*");

interface Refusal {
  readonly path: string;
  readonly message: string;
  /** What stands there by then. */
  readonly becomes: Kind | undefined;
}

/** A run during which one file cannot be read any more that was there when its folder was listed. */
function run(typed: string, files: Readonly<Record<string, string>>, { path, message, becomes }: Refusal) {
  const all = Object.fromEntries(Object.entries(files).map(([name, text]) => [`/home/me/${name}`, text]));
  const { host, written } = memoryHost({ files: all });
  let refused = false;
  const status = main([...typed.split(" "), "--format", "json"], {
    ...host,
    kindOf: (asked) => (refused && asked === `/home/me/${path}` ? becomes : host.kindOf(asked)),
    read(asked) {
      if (asked !== `/home/me/${path}`) return host.read(asked);
      refused = true;
      throw new Problem(message, "what the system says");
    },
  });
  const { errors, findings } = JSON.parse(written.stdout);
  return {
    status,
    errors: errors.map(({ file, message }: { file: string; message: string }) => `${file}: ${message}`),
    findings: findings.map(({ rule, file }: { rule: string; file: string }) => `${rule} ${file}`),
  };
}

describe("a file that cannot be read by the time that it is read is an error, and the others are judged:", () => {
  const denied = { message: "permission denied", becomes: "file" } as const;
  const removed = { message: "there is no such file or folder", becomes: undefined };
  const folder = { message: "this is a folder, not a file", becomes: "folder" } as const;

  test.each([
    ["it may not be read", denied, "permission denied"],
    ["it was removed", removed, "it was removed after its folder was listed"],
    ["it became a folder", folder, "it became something else than a file after its folder was listed"],
  ])("met in a folder, %s", (_, how, message) => {
    const files = { "a.yaml": BAD, "b.yaml": BAD };
    expect(run(".", files, { path: "a.yaml", ...how })).toEqual({
      status: 2,
      errors: [`a.yaml: ${message}`],
      findings: ["external-id-required b.yaml"],
    });
  });

  test.each([
    ["named", "a.yaml b.yaml", { "a.yaml": BAD, "b.yaml": BAD }, "a.yaml", ["external-id-required b.yaml"]],
    [
      "an override beside a file that is named",
      "main.tf --own-account 999988887777",
      { "main.tf": CLOSED, "main_override.tf": OPEN },
      "main_override.tf",
      [],
    ],
    [
      "of a module that is called",
      "app --own-account 999988887777",
      { "app/main.tf": 'module "m" {\n  source = "../m"\n}\n', "m/main.tf": CLOSED, "m/x_override.tf": OPEN },
      "m/x_override.tf",
      [],
    ],
  ])("%s", (_, typed, files, path, findings) => {
    const all: Readonly<Record<string, string>> = Object.fromEntries(Object.entries(files));
    expect(run(typed, all, { path, ...denied })).toEqual({
      status: 2,
      errors: [`${path}: permission denied`],
      findings,
    });
  });

  test("each is told once", () => {
    const files = { "app/main.tf": 'module "m" {\n  source = "../m"\n}\n', "m/main.tf": OPEN, "m/y.tf": "" };
    expect(run(".", files, { path: "m/y.tf", ...denied })).toEqual({
      status: 2,
      errors: ["m/y.tf: permission denied"],
      findings: ["public-trust m/main.tf"],
    });
  });
});
