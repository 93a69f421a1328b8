import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { check } from "../../src/check.ts";
import type { Config } from "../../src/config/config.ts";
import type { Report } from "../../src/findings/report.ts";
import { checked, FOLDER, fixture } from "./terraform/fixtures.ts";

type Files = Readonly<Record<string, string>>;

function judged(files: Files, config: Config = {}): Report {
  return check({ files: Object.entries(files).map(([path, content]) => ({ path, content })), config });
}

/** "rule file:line:column", of findings and unknowns. */
function told(report: Report): readonly string[] {
  const place = ({ file, line, column }: { file: string; line: number; column: number }) => `${file}:${line}:${column}`;
  return [
    ...report.findings.map((finding) => `${finding.rule} ${place(finding)}`),
    ...report.unknowns.map((unknown) => `?${unknown.rule} ${place(unknown)}`),
  ];
}

const ENCODED = (principal: string, more = "") => `resource "aws_iam_role" "r" {
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRole"
      Principal = { AWS = ${principal} }
      ${more}
    }]
  })
}
`;

const DOCUMENT = (statement: string) => `data "aws_iam_policy_document" "d" {
  statement {
    actions = ["sts:AssumeRole"]
${statement}
  }
}
resource "aws_iam_role" "r" {
  assume_role_policy = data.aws_iam_policy_document.d.json
}
`;

const HEREDOC = (opening: string, principal: string) => `resource "aws_iam_role" "r" {
  assume_role_policy = ${opening}
    {
      "Version": "2012-10-17",
      "Statement": [{
        "Effect": "Allow", "Action": "sts:AssumeRole",
        "Principal": { "AWS": ${principal} }
      }]
    }
  EOT
}
`;

describe("a finding stands where its principal is written", () => {
  const cases: readonly (readonly [what: string, text: string, at: string])[] = [
    ["in jsonencode", ENCODED('"*"'), "public-trust main.tf:7:27"],
    ["in a list", ENCODED('["111122223333", "*"]'), "public-trust main.tf:7:44"],
    ["with keys of JSON", ENCODED('"*"').replace("Principal =", '"Principal" :'), "public-trust main.tf:7:29"],
    [
      "in a policy document",
      DOCUMENT('    principals {\n      type = "AWS"\n      identifiers = ["*"]\n    }'),
      "public-trust main.tf:6:22",
    ],
    ["in a heredoc", HEREDOC("<<EOT", '"*"'), "public-trust main.tf:7:31"],
    ["in an indented heredoc", HEREDOC("<<-EOT", '"*"'), "public-trust main.tf:7:31"],
    ["in a heredoc behind a value", HEREDOC("<<-EOT", '["${local.a}", "*"]'), "public-trust main.tf:7:46"],
    [
      "in a text with escapes",
      'resource "aws_iam_role" "r" {\n  assume_role_policy = "{\\"Version\\": \\"2012-10-17\\", \\"Statement\\": {\\"Effect\\": \\"Allow\\", \\"Action\\": \\"sts:AssumeRole\\", \\"Principal\\": {\\"AWS\\": \\"*\\"}}}"\n}\n',
      "public-trust main.tf:2:151",
    ],
    ["in a local", `locals {\n  who = "*"\n}\n${ENCODED("local.who")}`, "public-trust main.tf:10:27"],
    ["in the branch that is taken", ENCODED('var.open ? "*" : "111122223333"'), "public-trust main.tf:7:38"],
  ];
  test.each(cases)("%s", (_, text, at) => {
    const report = judged({ "main.tf": `${text}locals {\n  a = "111122223333"\n}\nvariable "open" { type = bool }\n` });
    expect(report.errors).toEqual([]);
    expect(told(report)).toContain(at);
    const [finding] = report.findings.filter(({ rule }) => rule === "public-trust");
    expect(finding?.resource).toMatchObject({ format: "hcl", type: "aws_iam_role", id: "aws_iam_role.r" });
    expect(finding?.line).toBe(finding?.endLine);
  });

  test("in a template file", () => {
    const policy = '{"Statement": [{"Effect": "Allow", "Action": "sts:AssumeRole",\n "Principal": {"AWS": "${who}"}}]}';
    const main =
      'resource "aws_iam_role" "r" {\n  assume_role_policy = templatefile("${path.module}/t.tpl", { who = "*" })\n}\n';
    const report = check({
      files: [{ path: "app/main.tf", content: main }],
      read: (path) => (path === "app/t.tpl" ? policy : undefined),
    });
    expect(told(report)).toEqual(["public-trust app/t.tpl:2:23"]);
  });
});

describe("blocks", () => {
  const dynamic = (forEach: string) => `    principals {
      type        = "AWS"
      identifiers = ["111122223333"]
    }
    dynamic "condition" {
      for_each = ${forEach}
      iterator = id
      content {
        test     = "StringEquals"
        variable = "sts:ExternalId"
        values   = [id.value]
      }
    }`;
  const demanded = (forEach: string) => {
    const report = judged({ "main.tf": `${DOCUMENT(dynamic(forEach))}variable "id" { default = null }\n` });
    return [...new Set(report.findings.map(({ rule }) => rule))];
  };

  test("that a dynamic block makes are there", () => {
    expect(demanded('["7f3c1f5e-2d0b-4c57-8a55"]')).toEqual([]);
  });

  test("that it makes in one world are absent in another", () => {
    expect(demanded("var.id == null ? [] : [var.id]")).toContain("external-id-required");
    expect(demanded("var.list")).toContain("external-id-required");
  });

  test("that change nothing are read over", () => {
    const others = `terraform {
  required_providers {
    aws = { source = "hashicorp/aws", configuration_aliases = [aws.other] }
  }
}
moved {
  from = aws_iam_role.old
  to   = aws_iam_role.r
}
import {
  to = aws_iam_role.r
  id = "r"
}
removed {
  from = aws_iam_role.gone
  lifecycle { destroy = false }
}
check "health" {
  data "http" "x" { url = "https://example.com" }
  assert {
    condition     = data.http.x.status_code == 200
    error_message = "no"
  }
}
ephemeral "random_password" "p" { length = 20 }
provider "aws" { region = provider::local::region("x") }
resource "terraform_data" "hook" {
  provisioner "local-exec" { command = "true" }
  lifecycle { ignore_changes = all }
}
`;
    const report = judged({ "main.tf": others + ENCODED('"*"') });
    expect(report.errors).toEqual([]);
    expect(report.findings.map(({ rule }) => rule)).toEqual(["public-trust"]);
  });

  test("without the labels that they need are errors", () => {
    expect(judged({ "main.tf": 'resource "aws_iam_role" {\n}\nvariable {}\n' }).errors).toMatchObject([
      { message: "a block of type resource with 1 labels", line: 1, column: 1 },
      { message: "a block of type variable with 0 labels", line: 3, column: 1 },
    ]);
  });
});

describe("a module", () => {
  const TRUST = (who: string) =>
    `\${jsonencode({ Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { AWS = ${who} } }] })}`;

  test("has files of both syntaxes, and override files of both", () => {
    const files = {
      "main.tf": ENCODED("local.who"),
      "locals.tf.json": JSON.stringify({ locals: { who: "${local.other}" } }),
      "more.tofu": 'locals {\n  other = "111122223333"\n}\n',
    };
    expect(judged(files).findings[0]).toMatchObject({
      rule: "external-id-required",
      callers: [{ account: "111122223333" }],
    });
    const overridden = { ...files, "x_override.tf.json": JSON.stringify({ locals: { who: "*" } }) };
    expect(told(judged(overridden))).toContain("public-trust main.tf:7:27");
    const role = { resource: { aws_iam_role: { r: { assume_role_policy: TRUST('"*"') } } } };
    expect(judged({ ...files, "override.tf.json": JSON.stringify(role) }).findings[0]?.rule).toBe("public-trust");
    const json = {
      "main.tf.json": JSON.stringify({
        resource: { aws_iam_role: { r: { assume_role_policy: TRUST('"111122223333"') } } },
      }),
    };
    expect(told(judged({ ...json, "override.tf": ENCODED('"*"') }))).toContain("public-trust override.tf:7:27");
  });

  test("that has a role twice is judged by both", () => {
    const files = { "a.tf": ENCODED('"*"'), "b.tf": ENCODED('"111122223333"') };
    expect(judged(files).findings.map(({ rule, file }) => `${rule} ${file}`)).toEqual([
      "public-trust a.tf",
      "external-id-required b.tf",
    ]);
  });

  test("of OpenTofu leaves out files of Terraform's that it has in its place", () => {
    const files = { "main.tf": ENCODED('"*"'), "main.tofu": ENCODED('"111122223333"') };
    expect(told(judged(files)).map((each) => each.split(":")[0])).toEqual([
      "public-trust main.tf",
      "external-id-required main.tofu",
    ]);
  });

  test("that is called is judged in each of its callers' contexts", () => {
    const files = {
      "main.tf":
        'module "a" {\n  source = "./role"\n  who = "*"\n}\nmodule "b" {\n  source = "./role"\n  who = "111122223333"\n}\n',
      "role/main.tf": `variable "who" {}\n${ENCODED("var.who")}`,
    };
    const { findings, summary } = judged(files);
    expect(findings.map(({ rule, resource, file }) => [rule, resource.id, file])).toEqual([
      ["public-trust", "module.a.aws_iam_role.r", "role/main.tf"],
      ["external-id-required", "module.b.aws_iam_role.r", "role/main.tf"],
    ]);
    expect(summary.policies).toBe(2);
  });

  test("that is called with the provider of another account is in that", () => {
    const files = {
      "main.tf": `provider "aws" {
  alias = "other"
  assume_role { role_arn = "arn:aws:iam::222233334444:role/x" }
}
module "a" {
  source    = "./role"
  providers = { aws = aws.other }
}
`,
      "role/main.tf": `data "aws_caller_identity" "me" {}\n${ENCODED("data.aws_caller_identity.me.account_id")}`,
    };
    expect(judged(files).grants).toMatchObject([{ callers: [{ class: "own" }], verdict: "ok" }]);
  });

  const REMOTE = (source: string, more = "") => `module "x" {\n  source = "${source}"\n  version = "5.0.0"\n${more}}\n`;
  const GIVEN = (statement: object) => `  policy = jsonencode(${JSON.stringify({ Statement: [statement] })})\n`;
  const TRUSTED = ["public-trust"];
  test.each<[string, string, readonly string[]]>([
    ["made for roles", REMOTE("terraform-aws-modules/iam/aws//modules/iam-assumable-role"), TRUSTED],
    [
      "made for roles, from its repository",
      REMOTE("git::https://github.com/cloudposse/terraform-aws-iam-role.git?ref=1"),
      TRUSTED,
    ],
    ["that is told of an account", REMOTE("x/y/aws", '  trusted = ["arn:aws:iam::111122223333:root"]\n'), TRUSTED],
    [
      "that is told whom to trust",
      REMOTE("x/y/aws", GIVEN({ Effect: "Allow", Principal: { Service: "x" }, Action: "sts:AssumeRole" })),
      TRUSTED,
    ],
    [
      "that is told which roles may be assumed",
      REMOTE("x/y/aws", GIVEN({ Effect: "Allow", Action: ["sts:AssumeRole"], Resource: "*" })),
      ["deputy-assumes-anything"],
    ],
    ["that is told that anybody is trusted", REMOTE("x/y/aws", '  trusted_role_arns = ["*"]\n'), TRUSTED],
    [
      "that is told in statements that anybody may enter",
      REMOTE("x/y/aws", '  policy_statements = { a = { principals = [{ type = "*", identifiers = ["*"] }] } }\n'),
      TRUSTED,
    ],
    [
      "that is given a resource policy",
      REMOTE("x/y/aws", GIVEN({ Effect: "Allow", Principal: "*", Action: "s3:*", Resource: "*" })),
      ["public-resource"],
    ],
    [
      "that is given a resource policy in a list",
      REMOTE(
        "x/y/aws",
        `  policies = [jsonencode({ Statement = [{ Effect = "Allow", Principal = { AWS = "*" }, Action = "sqs:*" }] })]\n`,
      ),
      ["public-resource"],
    ],
    [
      "that is given a resource policy where a variable says so",
      `${REMOTE(
        "x/y/aws",
        '  policy = var.on ? jsonencode({ Statement = [{ Effect = "Allow", Principal = "*", Action = "s3:*" }] }) : null\n',
      )}variable "on" {}\n`,
      ["public-resource"],
    ],
    [
      "that is told of an account where a variable says so",
      `${REMOTE("x/y/aws", '  trusted = var.on ? ["111122223333"] : []\n')}variable "on" {}\n`,
      TRUSTED,
    ],
    [
      "that is given a resource policy whose effect a variable decides",
      `${REMOTE(
        "x/y/aws",
        '  policy = jsonencode({ Statement = [{ Effect = var.effect, Principal = "*", Action = "s3:*" }] })\n',
      )}variable "effect" {}\n`,
      ["public-resource"],
    ],
    [
      "that is given a resource policy that only denies",
      REMOTE("x/y/aws", GIVEN({ Effect: "Deny", Principal: "*", Action: "s3:*", Resource: "*" })),
      [],
    ],
    ['that is given "*" for what is no principal', REMOTE("x/y/aws", '  allowed_headers = ["*"]\n'), []],
    ["that is told of nobody", REMOTE("terraform-aws-modules/vpc/aws", '  cidr = "10.0.0.0/16"\n'), []],
  ])("that is not at hand, %s", (_, text, asked) => {
    const { unknowns, notes, summary } = judged({ "main.tf": text });
    expect(notes[0]?.message).toMatch(
      /^module\.x: .* is missing, so what it makes is not judged; run 'terraform init'/,
    );
    // One cause makes one question: of what its call says nothing of, the note tells.
    expect(summary.policies).toBe(asked.length);
    expect(unknowns.map(({ rule, reason, line }) => [rule, reason, line])).toEqual(
      asked.map((rule) => [rule, "file", 1]),
    );
    if (asked.length > 0) expect(unknowns[0]?.source).toMatch(/^module\.x \(.*\), which is missing/);
  });

  test("that terraform init has fetched is read, modules in it too", () => {
    const manifest = {
      Modules: [
        { Key: "", Source: "", Dir: "." },
        { Key: "x", Source: "registry.terraform.io/x/y/aws", Version: "5.0.0", Dir: ".terraform/modules/x/deep" },
        { Key: "x.inner", Source: "git::https://example.com/z.git", Dir: ".terraform/modules/x.inner" },
      ],
    };
    const installed: Files = {
      "app/.terraform/modules/modules.json": JSON.stringify(manifest),
      "app/.terraform/modules/x/deep/main.tf":
        'variable "trusted" {}\nmodule "inner" {\n  source = "git::https://example.com/z.git"\n  who = var.trusted\n}\n',
      "app/.terraform/modules/x.inner/main.tf": `variable "who" {}\n${ENCODED("var.who")}`,
    };
    const report = check({
      files: [{ path: "app/main.tf", content: REMOTE("x/y/aws", '  trusted = "*"\n') }],
      read: (path) => installed[path],
    });
    expect(report.notes).toEqual([]);
    expect(report.findings).toMatchObject([
      {
        rule: "public-trust",
        file: "app/.terraform/modules/x.inner/main.tf",
        resource: { id: "module.x.module.inner.aws_iam_role.r" },
      },
    ]);
  });

  test("whose other files are missing knows the account that it is applied in", () => {
    const { grants } = judged({
      "main.tf": ENCODED('"arn:${data.aws_partition.p.partition}:iam::${data.aws_caller_identity.me.account_id}:root"'),
    });
    expect(grants).toMatchObject([{ callers: [{ class: "organization" }], verdict: "ok" }]);
  });
});

test("variables are given by --parameters, and never by files of values beside them", () => {
  const files = {
    "main.tf": `variable "who" {}\n${ENCODED("var.who")}`,
    "terraform.tfvars.json": '{"who": "111122223333"}',
  };
  expect(judged(files, { parameters: { who: "*" } }).findings.map(({ rule }) => rule)).toEqual(["public-trust"]);
  expect(judged(files).unknowns.map(({ rule }) => rule)).toContain("public-trust");
});

describe("a comment silences a finding", () => {
  const ignored = (text: string) => {
    const { findings, suppressed } = judged({ "main.tf": text });
    return [findings.map(({ rule }) => rule), suppressed.map(({ rule }) => rule)];
  };
  const WORDS = "unconfused-ignore public-trust -- reviewed";
  test.each([
    ["at the end of its line", ENCODED('"*"', "").replace('"*" }', `"*" } # ${WORDS}`)],
    ["with slashes", ENCODED('"*"', "").replace('"*" }', `"*" } // ${WORDS}`)],
    ["between slashes and stars", ENCODED('"*"', "").replace('"*" }', `"*" } /* ${WORDS} */`)],
    ["above its line", ENCODED('"*"', "").replace("      Principal", `      # ${WORDS}\n      Principal`)],
    ["above the resource", `# ${WORDS}\n${ENCODED('"*"')}`],
    ["above the resource, in several lines", `/*\n${WORDS}\n*/\n${ENCODED('"*"')}`],
  ])("%s", (_, text) => {
    expect(ignored(text)).toEqual([[], ["public-trust"]]);
  });

  test("but not from within a heredoc", () => {
    const text = HEREDOC("<<-EOT", '"*"').replace("      }]", `      }]\n      # ${WORDS}`);
    expect(ignored(text)[1]).toEqual([]);
  });
});

test("a configuration in HCL and the plan that was made of it are judged alike, but for what waits for the apply", () => {
  const folder = join(FOLDER, "app");
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".tf"));
  const report = check({
    files: names.map((name) => ({ path: `app/${name}`, content: fixture(`app/${name}`) })),
    config: { parameters: { phase: "1", vendor_account: "222233334444" } },
  });
  const callers = ({ grants }: Report) => {
    const all = grants.flatMap(({ resource: { id }, callers, verdict }) =>
      callers.map(
        ({ class: who, account }) =>
          `${id.replace(/\[[^\]]*\]/g, "")} ${who === "own" ? who : (account ?? who)} ${verdict}`,
      ),
    );
    return [...new Set(all)].filter((each) => !/later|secret/.test(each)).sort();
  };
  expect(report.errors).toEqual([]);
  expect(callers(report).length).toBeGreaterThan(10);
  expect(callers(report)).toEqual(callers(checked("plan-create.json")));
});
