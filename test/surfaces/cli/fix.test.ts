// The option --fix: what is written into the files, what is not touched, and what people are told.

import { describe, expect, test } from "vitest";
import { main } from "../../../src/surfaces/cli/main.ts";
import type { Host } from "../../../src/surfaces/host.ts";
import { type Entry, memoryHost } from "../memory-host.ts";
import { BAD, roleFor } from "./run.ts";

const LOOSE = roleFor(
  "arn:aws:iam::444455556666:root",
  "            Condition:\n              StringEqualsIfExists:\n                sts:ExternalId: 3f0a7a34-6d1c-4c55-9d0e-5a1a2f1b7c99\n",
);
const STRICT = LOOSE.replace("IfExists", "");

/** What is saved stands in the file from then on. */
function unconfused(
  typed: string,
  given: Readonly<Record<string, Entry>>,
  more: (host: Host) => Partial<Host> = () => ({}),
) {
  const files: Record<string, Entry> = { ...given };
  const { host, written } = memoryHost({ files });
  const saving: Host = { ...host, save: (path, text) => void Object.assign(files, { [path]: text }) };
  const status = main(typed.split(" "), { ...saving, ...more(saving) });
  return { status, ...written, files };
}

test("what is safe is mended, and the rest is reported", () => {
  const { status, stdout, stderr, files } = unconfused("check --fix --format concise", {
    "/home/me/loose.yaml": LOOSE,
    "/home/me/bad.yaml": BAD,
  });
  expect(files["/home/me/loose.yaml"]).toBe(STRICT);
  expect(files["/home/me/bad.yaml"]).toBe(BAD);
  expect(status).toBe(1);
  expect(stdout).toMatch(/^bad\.yaml:/);
  expect(stdout).not.toContain("loose.yaml");
  expect(stderr).toContain("note: fixed 1 finding in 1 file: loose.yaml\n");
  expect(stderr).toContain("note: --fix=unsafe can fix 1 more");
});

test("--fix=unsafe mends that as well", () => {
  const { status, stderr, files } = unconfused("--fix=unsafe --format concise", { "/home/me/bad.yaml": BAD });
  expect(status).toBe(0);
  expect(files["/home/me/bad.yaml"]).toBe(
    `Parameters:
  ExternalId:
    Type: String
    MinLength: 2
    Description: The external ID that the vendor made for this account
${BAD}            Condition:
              StringEquals:
                sts:ExternalId: !Ref ExternalId
`,
  );
  expect(stderr).not.toContain("--fix=unsafe");
});

test("two that cannot be made at once are both made", () => {
  const other = `  OtherRole:${BAD.split("VendorRole:")[1]}`.replaceAll("444455556666", "222233334444");
  const config = `vendors:
  - { name: One, tenancy: multi, accounts: ["444455556666"] }
  - { name: Two, tenancy: multi, accounts: ["222233334444"] }
`;
  const { status, files } = unconfused("--fix=unsafe", {
    "/home/me/both.yaml": BAD + other,
    "/home/me/unconfused.yaml": config,
  });
  expect(status).toBe(0);
  expect(files["/home/me/both.yaml"]).toMatch(/!Ref OneExternalId[\s\S]*!Ref (?:One|Two)ExternalId/);
});

test("the mark at the beginning of a file and its line breaks stay", () => {
  const text = `\uFEFF${LOOSE.replaceAll("\n", "\r\n")}`;
  const { files } = unconfused("--fix", { "/home/me/loose.yaml": text });
  expect(files["/home/me/loose.yaml"]).toBe(`\uFEFF${STRICT.replaceAll("\n", "\r\n")}`);
});

describe("left as it is", () => {
  test("a file that changes meanwhile", () => {
    const changed = `${LOOSE}# mine\n`;
    let reads = 0;
    const { stderr, files } = unconfused("--fix loose.yaml", { "/home/me/loose.yaml": LOOSE }, (host) => ({
      read: (path) =>
        path.endsWith("loose.yaml") && ++reads > 1 ? new TextEncoder().encode(changed) : host.read(path),
    }));
    expect(files["/home/me/loose.yaml"]).toBe(LOOSE);
    expect(stderr).toContain("loose.yaml is left as it is: it has changed in the meantime; run again");
  });

  test("a file in UTF-16, whose bytes would all be others", () => {
    const bytes = new Uint8Array(Buffer.from(`\uFEFF${LOOSE}`, "utf16le"));
    const { stderr, files } = unconfused("--fix", { "/home/me/loose.yaml": bytes });
    expect(files["/home/me/loose.yaml"]).toBe(bytes);
    expect(stderr).toContain("loose.yaml is left as it is: it is not UTF-8");
  });

  test("what a link leads out of the repository for", () => {
    const { files, status } = unconfused("--fix link.yaml", {
      "/home/me/.git/HEAD": "",
      "/home/me/link.yaml": { link: "/elsewhere/loose.yaml" },
      "/elsewhere/loose.yaml": LOOSE,
    });
    expect(files["/elsewhere/loose.yaml"]).toBe(LOOSE);
    expect(status).toBe(2);
  });

  test("what is ignored, with a reason", () => {
    const ignored = LOOSE.replace(
      "                sts:ExternalId",
      "                # unconfused-ignore external-id-required -- agreed\n$&",
    );
    const { files, status } = unconfused("--fix", { "/home/me/loose.yaml": ignored });
    expect(status).toBe(0);
    expect(files["/home/me/loose.yaml"]).toBe(ignored);
  });

  test("a state, and people are told what to change", () => {
    const policy = JSON.stringify({
      Version: "2012-10-17",
      Statement: [{ Effect: "Allow", Principal: { AWS: "444455556666" }, Action: "sts:AssumeRole" }],
    });
    const state = JSON.stringify({
      version: 4,
      terraform_version: "1.9.0",
      serial: 1,
      lineage: "a",
      resources: [
        {
          mode: "managed",
          type: "aws_iam_role",
          name: "a",
          provider: 'provider["registry.terraform.io/hashicorp/aws"]',
          instances: [{ attributes: { assume_role_policy: policy } }],
        },
      ],
    });
    const { files, stderr } = unconfused("--fix=unsafe", { "/home/me/a.tfstate": state });
    expect(files["/home/me/a.tfstate"]).toBe(state);
    expect(stderr).toContain("1 finding of a plan or state: change the configuration, and plan again");
  });

  test("a template that the CDK made, and people are told where", () => {
    const made = BAD.replace("    Type: AWS::IAM::Role\n", "$&    Metadata: { aws:cdk:path: App/Vendor/Resource }\n");
    const { files, stderr } = unconfused("--fix=unsafe", { "/home/me/made.yaml": made });
    expect(files["/home/me/made.yaml"]).toBe(made);
    expect(stderr).toContain("1 finding of what the CDK made: change the program at ");
  });
});

describe("refused", () => {
  test.each([
    ["--fix -", "--fix cannot change standard input"],
    ["--fix --shard 1/2", "--fix and --shard contradict each other"],
    ["--fix --baseline known.json --update-baseline", "--fix and --update-baseline contradict each other"],
    ["--fix=all", "--fix cannot be 'all'"],
    ["rules --fix", "'rules' has no option --fix"],
  ])("%s", (typed, says) => {
    const { status, stderr, files } = unconfused(typed, { "/home/me/loose.yaml": LOOSE });
    expect(status).toBe(2);
    expect(stderr).toContain(says);
    expect(files["/home/me/loose.yaml"]).toBe(LOOSE);
  });
});

test("after --fix stands a path, not its value", () => {
  const { files } = unconfused("--fix loose.yaml", { "/home/me/loose.yaml": LOOSE, "/home/me/bad.yaml": BAD });
  expect(files["/home/me/loose.yaml"]).toBe(STRICT);
});

test("reports for programs carry what mends a finding", () => {
  const { stdout } = unconfused("--format sarif", { "/home/me/loose.yaml": LOOSE });
  const [result] = JSON.parse(stdout).runs[0].results;
  expect(result.fixes[0]).toEqual({
    description: { text: "drop IfExists from StringEqualsIfExists" },
    artifactChanges: [
      {
        artifactLocation: { uri: "loose.yaml" },
        replacements: [
          {
            deletedRegion: { startLine: 13, startColumn: 15, endLine: 13, endColumn: 35 },
            insertedContent: { text: "StringEquals" },
          },
        ],
      },
    ],
  });
});
