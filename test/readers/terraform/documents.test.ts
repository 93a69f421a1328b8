import { describe, expect, test } from "vitest";
import { check } from "../../../src/check.ts";
import type { JsonObject } from "../../../src/text/document.ts";
import { type Shown, shown } from "../../values/shown.ts";
import { outcomesIn, valuesIn } from "./evaluated.ts";

const POLICY = "${jsondecode(data.aws_iam_policy_document.d.json)}";

function documents(d: JsonObject, blocks: JsonObject = {}, others: JsonObject = {}): Shown[] {
  const data = { aws_iam_policy_document: { d, ...others } };
  return valuesIn({ "main.tf.json": { ...blocks, data, resource: { test_it: { r: { p: POLICY } } } } }, "test_it.r");
}

function statements(found: readonly Shown[]): Shown[] {
  return found.map((one) => (typeof one === "object" && !Array.isArray(one) ? (one.Statement ?? "none") : one));
}

test("a policy document is rendered with its defaults, in blocks that are one object or a list of them", () => {
  const statement = {
    actions: ["sts:AssumeRole"],
    principals: { type: "AWS", identifiers: ["${local.a}"] },
    condition: [{ test: "StringEquals", variable: "sts:ExternalId", values: ["x", "&{aws:username}"] }],
  };
  expect(documents({ statement }, { locals: { a: "111122223333" } })).toEqual([
    {
      Version: "2012-10-17",
      Statement: [
        {
          Effect: "Allow",
          Action: ["sts:AssumeRole"],
          Principal: { AWS: ["111122223333"] },
          Condition: { StringEquals: { "sts:ExternalId": ["x", "${aws:username}"] } },
        },
      ],
    },
  ]);
});

describe("dynamic blocks", () => {
  const dynamic = (forEach: unknown, content: object) =>
    ({ dynamic: { statement: { for_each: forEach, content } } }) as unknown as JsonObject;

  test("are there once for each element", () => {
    expect(statements(documents(dynamic("${[1, 2]}", { sid: "S${statement.value}-${statement.key}" })))).toEqual([
      [
        { Sid: "S1-0", Effect: "Allow" },
        { Sid: "S2-1", Effect: "Allow" },
      ],
    ]);
  });

  test("name their elements as they are told to", () => {
    const d = {
      dynamic: { statement: { for_each: ["a"], iterator: "each_one", content: { sid: "${each_one.value}" } } },
    };
    expect(statements(documents(d))).toEqual([[{ Sid: "a", Effect: "Allow" }]]);
  });

  test.each<[string, object]>([
    [
      "principals",
      {
        dynamic: {
          principals: {
            for_each: "${statement.value.principals != null ? statement.value.principals : []}",
            content: { type: "${principals.value.type}", identifiers: "${principals.value.identifiers}" },
          },
        },
      },
    ],
    [
      "not_principals",
      {
        dynamic: {
          not_principals: {
            for_each: "${statement.value.others}",
            content: { type: "AWS", identifiers: "${not_principals.value}" },
          },
        },
      },
    ],
    ["not_actions", { actions: ["a:B"], not_actions: "${statement.value.not_actions}" }],
    ["resources", { resources: "${statement.value.resources}" }],
    ["not_resources", { not_resources: "${try(statement.value.not_resources, null)}" }],
  ])("are not known where deployment decides whether elements have %s", (_, content) => {
    const blocks = { variable: { v: { type: "any" } } };
    expect(statements(documents(dynamic("${var.v}", content), blocks))).toEqual([["?parameter v"], []]);
  });

  test("are known where elements give no more than words", () => {
    const blocks = { variable: { v: { type: "any" } } };
    const content = { actions: ["a:B"], principals: { type: "AWS", identifiers: ["${statement.value.arn}"] } };
    expect(statements(documents(dynamic("${var.v}", content), blocks))[0]).not.toEqual(["?parameter v"]);
  });

  test("are there in one world and not in another where nobody knows", () => {
    const blocks = { variable: { v: { type: "any" } } };
    expect(statements(documents(dynamic("${var.v}", { sid: "A" }), blocks))).toEqual([
      [{ Sid: "A", Effect: "Allow" }],
      [],
    ]);
  });

  test("are there or not by a condition, the same in each place", () => {
    const blocks = { variable: { on: { type: "bool", default: false } } };
    const condition = {
      for_each: "${var.on ? [1] : []}",
      content: { test: "Bool", variable: "a:b", values: ["true"] },
    };
    const d = { statement: { sid: "${var.on ? 1 : 2}", dynamic: { condition } } };
    expect(statements(documents(d as unknown as JsonObject, blocks))).toEqual([
      [{ Sid: "1", Effect: "Allow", Condition: { Bool: { "a:b": ["true"] } } }],
      [{ Sid: "2", Effect: "Allow" }],
    ]);
  });
});

test.each([
  ["data.aws_iam_policy_document.d", "data.aws_iam_policy_document.d"],
  ["data.aws_iam_policy_document.many[0]", "data.aws_iam_policy_document.many[0]"],
  ["jsonencode(data.aws_iam_policy_document.d)", "data.aws_iam_policy_document.d"],
])("a role that has %s for its policy is told what to write", (policy, address) => {
  const statement = `statement {
    actions = ["sts:AssumeRole"]
    principals {
      type = "AWS"
      identifiers = ["222233334444"]
    }
  }`;
  const content = `data "aws_iam_policy_document" "d" {
  ${statement}
}
data "aws_iam_policy_document" "many" {
  count = 2
  ${statement}
}
resource "aws_iam_role" "r" {
  assume_role_policy = ${policy}
}
resource "aws_iam_role" "loop" {
  for_each = { for key, document in data.aws_iam_policy_document.many : key => document }
  assume_role_policy = each.value.json
}`;
  const { findings } = check({ files: [{ path: "main.tf", content }] });
  expect(
    findings.filter(({ rule }) => rule === "invalid-policy").map(({ message, resource }) => [resource.id, message]),
  ).toEqual([
    [
      "aws_iam_role.r",
      `IAM will refuse this policy: ${address} is a data source, and its JSON is wanted; write ${address}.json`,
    ],
  ]);
});

describe("documents of documents", () => {
  const one = { statement: [{ sid: "A", effect: "Deny" }, { sid: "B" }] };
  test("are merged, and what overrides takes the place of what has its Sid", () => {
    const d = {
      source_policy_documents: ["${data.aws_iam_policy_document.one.json}"],
      override_policy_documents: ['{"Statement":[{"Sid":"B","Effect":"Deny"}]}'],
      statement: { sid: "C" },
    };
    expect(statements(documents(d, {}, { one }))).toEqual([
      [
        { Sid: "A", Effect: "Deny" },
        { Sid: "B", Effect: "Deny" },
        { Sid: "C", Effect: "Allow" },
      ],
    ]);
  });

  test("that are not known leave nothing to be told", () => {
    const d = { source_policy_documents: ["${var.v}"], statement: { sid: "C" } };
    expect(statements(documents(d, { variable: { v: {} } }))).toEqual(["?parameter v"]);
  });

  test("that are made of themselves are no endless work", () => {
    const d = { source_policy_documents: [POLICY.replace("jsondecode(", "(")] };
    expect(JSON.stringify(documents(d))).toContain("?budget");
  });
});

test("every token of a policy keeps the place where it is written, through templates, encodings and documents", () => {
  const text = JSON.stringify({
    locals: { who: "arn:1", inner: { Sid: "in\tlocal" } },
    data: {
      aws_iam_policy_document: {
        d: { statement: { sid: "in document", principals: { type: "AWS", identifiers: ["${local.who}"] } } },
      },
    },
    resource: {
      test_it: {
        r: {
          p: '${[jsondecode(data.aws_iam_policy_document.d.json), jsondecode(jsonencode({ a = "in \\"hcl\\"", b = local.inner }))]}',
        },
      },
    },
  });
  const { outcomes } = outcomesIn({ "main.tf.json": text }, "test_it.r");
  const [{ result }] = outcomes as readonly [(typeof outcomes)[number]];
  const found: string[] = [];
  const walk = (value: typeof result): void => {
    if (value.kind === "text") {
      const { document, path, what } = value.origin;
      const { start, end } = document.locate(path, what ?? "value");
      found.push(`${shown(value)}: ${document.source.text.slice(start, end)}`);
    }
    if (value.kind === "list") value.items.forEach(walk);
    if (value.kind === "map") for (const { value: inner } of value.entries.values()) walk(inner);
  };
  walk(result);
  expect(found.filter((line) => !line.startsWith("2012") && !line.startsWith("Allow"))).toEqual([
    'in document: "in document"',
    'arn:1: "${local.who}"',
    String.raw`in "hcl": \"in \\\"hcl\\\"\"`,
    String.raw`in${"\t"}local: "in\tlocal"`,
  ]);
});

describe("a trust policy without a statement", () => {
  const STATEMENT = `statement {
    actions = ["sts:AssumeRole"]
    principals {
      type        = "Service"
      identifiers = ["ec2.amazonaws.com"]
    }
  }`;
  const flaws = (document: string, policy = "data.aws_iam_policy_document.d.json") => {
    const content = `variable "on" {\n  type = bool\n}\nvariable "names" {\n  type = list(string)\n  default = []\n}
      data "aws_iam_policy_document" "d" {\n${document}\n}
      resource "aws_iam_role" "r" {\n  assume_role_policy = ${policy}\n}`;
    const { findings, unknowns } = check({ files: [{ path: "main.tf", content }] });
    return [...findings.filter(({ rule }) => rule === "invalid-policy"), ...unknowns].map(({ message }) => message);
  };
  const EMPTY =
    "IAM will refuse this policy: the policy has no statement; add Statement, a list of maps with Effect, Principal and Action";

  test("is refused where it is so in every world", () => {
    expect(flaws("")).toEqual([EMPTY]);
    expect(flaws(STATEMENT, '""')).toEqual([EMPTY]);
  });

  test("is to be filled in where it is so in one", () => {
    const some = `${STATEMENT.replace("statement {", 'dynamic "statement" {\n for_each = var.on ? [1] : []\n content {')}}`;
    expect(flaws(some)).toEqual([]);
    expect(flaws(STATEMENT, 'var.on ? data.aws_iam_policy_document.d.json : ""')).toEqual([]);
  });
});
