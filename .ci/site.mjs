// Makes site/index.html, the playground: one file to put on any host, or to open from a disk. It is not committed, because it is built from the library.

import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { define } from "./package.mjs";
import { forBrowsers, hashOf } from "./page.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));

/** No library of ours finds a trace of Node, or a switch of its own. */
const nowhere = { ...define, process: "undefined", Buffer: "undefined" };

/** @returns {Promise<string>} the page */
async function make() {
  const script = await forBrowsers(root, "src/surfaces/site/page.ts");
  const worker = await forBrowsers(root, "src/surfaces/site/worker.ts", {
    define: nowhere,
    mainFields: ["module", "main"],
  });
  const folder = mkdtempSync(join(tmpdir(), "site-"));
  try {
    const outfile = join(folder, "playground.cjs");
    const entryPoints = [join(root, "src/surfaces/site/playground.ts")];
    await build({ entryPoints, outfile, bundle: true, platform: "node", define, logLevel: "warning" });
    const { playground } = createRequire(outfile)(outfile);
    return playground({ script, scriptHash: hashOf(script), worker }, examples());
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Those of examples/ with their configuration, and a policy alone. */
function examples() {
  const folder = join(root, "examples");
  const read = (name) => readFileSync(join(folder, name), "utf8");
  const templates = readdirSync(folder).filter((name) => name.endsWith(".yaml") && name !== "unconfused.yaml");
  return [
    ...templates.sort().map((name) => ({
      name: `CloudFormation: ${name.replace(/\.yaml$/, "").replaceAll("-", " ")}`,
      text: read(name),
      // Its scopes are for names of files.
      config: read("unconfused.yaml").replace(/^scopes:[\s\S]*/m, name.startsWith("single") ? "tenancy: single\n" : ""),
    })),
    { name: "A trust policy alone", text: POLICY, config: "" },
    { name: "Terraform: a role of a vendor", text: TERRAFORM, config: "" },
  ];
}

const POLICY = `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Allow",
      "Principal": { "AWS": "arn:aws:iam::464622532012:root" },
      "Action": "sts:AssumeRole",
      "Condition": { "StringEqualsIfExists": { "sts:ExternalId": "3f0a7a34-6d1c-4c55-9d0e-5a1a2f1b7c99" } }
    }
  ]
}
`;

const TERRAFORM = `variable "external_id" {
  type    = string
  default = ""
}

data "aws_iam_policy_document" "trust" {
  statement {
    actions = ["sts:AssumeRole"]
    principals {
      type        = "AWS"
      identifiers = ["arn:aws:iam::464622532012:root"]
    }
    dynamic "condition" {
      for_each = var.external_id == "" ? [] : [var.external_id]
      content {
        test     = "StringEquals"
        variable = "sts:ExternalId"
        values   = [condition.value]
      }
    }
  }
}

resource "aws_iam_role" "vendor" {
  name               = "vendor"
  assume_role_policy = data.aws_iam_policy_document.trust.json
}
`;

mkdirSync(join(root, "site"), { recursive: true });
writeFileSync(join(root, "site/index.html"), await make());
