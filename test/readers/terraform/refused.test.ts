// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the templates of Terraform are written so
import { describe, expect, test } from "vitest";
import { type CheckInput, check } from "../../../src/check.ts";
import type { Json, JsonObject } from "../../../src/text/document.ts";
import { change, configuration, plan, trust, VENDOR } from "./making.ts";

const OPEN = trust({ AWS: VENDOR });

/** A policy for whatever the expression is. */
function trusting(expression: string): string {
  const statement = `{ Effect = "Allow", Principal = { AWS = ${expression} }, Action = "sts:AssumeRole" }`;
  return `\${jsonencode({ Version = "2012-10-17", Statement = [${statement}] })}`;
}

function role(policy: Json | undefined, more: JsonObject = {}): JsonObject {
  return {
    resource: { aws_iam_role: { r: { ...more, ...(policy !== undefined && { assume_role_policy: policy }) } } },
  };
}

function variable(declaration: JsonObject, ...conditions: readonly string[]): JsonObject {
  const validation = conditions.map((condition) => ({ condition: `\${${condition}}`, error_message: "No." }));
  return { variable: { v: { ...declaration, ...(validation.length > 0 && { validation }) } } };
}

/** "address verdict" of every grant, and "reason: source" of what is not known. */
function judged(content: Json, path = "main.tf.json", more: Partial<CheckInput> = {}) {
  const { grants, unknowns } = check({ files: [{ path, content: JSON.stringify(content) }], ...more });
  return [
    ...grants.map(({ resource, verdict }) => `${resource.id} ${verdict}`),
    ...new Set(unknowns.map(({ reason, source }) => `${reason}: ${source}`)),
  ];
}

const STRING = { type: "string" };
const EXPRESSION = "file: an expression that Terraform refuses";
const VALUE = "file: a value that variable v does not accept";
const WITHOUT = "file: aws_iam_role without assume_role_policy";

describe("a role that Terraform never makes is not passed over:", () => {
  const cases: [string, JsonObject, string, Record<string, unknown>?][] = [
    ["a function that fails", role(trusting('tonumber("x")')), EXPRESSION],
    ["an index out of range", role(trusting('["222233334444"][1]')), EXPRESSION],
    [
      "a failure on either side of a question",
      { ...variable(STRING), ...role(trusting('var.v == "x" ? [][0] : [][1]')) },
      EXPRESSION,
    ],
    ["a count that is null", role(OPEN, { count: null }), EXPRESSION],
    ["a count below zero", role(OPEN, { count: -1 }), EXPRESSION],
    ["a count that is an empty text", role(OPEN, { count: "" }), EXPRESSION],
    [
      "a count that fails whatever a variable is",
      { ...variable(STRING), ...role(OPEN, { count: '${var.v == "x" ? -1 : -2}' }) },
      EXPRESSION,
    ],
    ["a for_each over nothing at all", role(OPEN, { for_each: null }), EXPRESSION],
    ["a for_each over a text", role(OPEN, { for_each: "x" }), EXPRESSION],
    ["a module of which there are less than none", { module: { m: { source: "./m", count: -1 } } }, EXPRESSION],
    [
      "a variable that may have no value",
      { ...variable(STRING, "contains([], var.v)"), ...role(trusting("var.v")) },
      VALUE,
    ],
    [
      "a value that a validation does not let through",
      { ...variable(STRING, 'var.v == "222233334444"'), ...role(trusting("var.v")) },
      VALUE,
      { v: "333344445555" },
    ],
    [
      "such a value, which no expression can get around",
      { ...variable(STRING, 'var.v == "x"'), ...role(trusting('try(var.v, "222233334444")')) },
      VALUE,
      { v: "y" },
    ],
    ["a value of another type", { ...variable({ type: "number" }), ...role(trusting("var.v")) }, VALUE, { v: "x" }],
    ["no policy", role(undefined), WITHOUT],
    ["a policy that is null", role(null), WITHOUT],
    [
      "a policy that is null whatever deployment decides",
      { ...variable(STRING), ...role('${var.v == "x" ? null : null}') },
      WITHOUT,
    ],
    ["a block that is a text", { resource: { aws_iam_role: { r: "x" } } }, WITHOUT],
  ];
  const inner = JSON.stringify(role(OPEN));
  const read = (path: string) => (path === "m/main.tf.json" ? inner : undefined);
  test.each(cases)("%s", (_, content, source, parameters = {}) => {
    const [verdict, ...others] = judged(content, "main.tf.json", { read, parameters });
    expect([verdict?.replace("module.m.", ""), ...others]).toEqual(["aws_iam_role.r unknown", source]);
  });

  test("more refused worlds than we look at", () => {
    const names = Array.from({ length: 14 }, (_, index) => `b${index}`);
    const choices = names.map((name) => `var.${name} ? "222233334444" : "333344445555"`);
    const blocks = { variable: Object.fromEntries(names.map((name) => [name, { type: "bool" }])) };
    expect(judged({ ...blocks, ...role(trusting(`[${choices.join(", ")}, [][0]]`)) })).toEqual([
      "aws_iam_role.r unknown",
      "budget: a policy with more worlds than the limit",
    ]);
  });

  test("a plan or a state in which it has no policy", () => {
    const planned = plan([change("aws_iam_role.r", { name: "r", assume_role_policy: null })]);
    expect(judged(planned, "plan.json")).toEqual(["aws_iam_role.r unknown", WITHOUT]);
    const resources = [
      {
        mode: "managed",
        type: "aws_iam_role",
        name: "r",
        provider: 'provider["registry.terraform.io/hashicorp/aws"]',
        instances: [{ attributes: { assume_role_policy: null } }],
      },
    ];
    const state = { version: 4, terraform_version: "1.11.4", serial: 1, lineage: "x", resources };
    expect(judged(state, "terraform.tfstate")).toEqual(["aws_iam_role.r unknown", WITHOUT]);
  });

  test("a plan that keeps an expression which cannot be worked out from it", () => {
    const content = plan([change("aws_iam_role.r", { name: "r" }, { after_unknown: { assume_role_policy: true } })], {
      ...configuration({
        resources: [
          {
            address: "aws_iam_role.r",
            mode: "managed",
            type: "aws_iam_role",
            name: "r",
            expressions: { assume_role_policy: { constant_value: "${[local.x][1]}", references: ["local.x"] } },
          },
        ],
      }),
    });
    expect(judged(content, "plan.json")).toEqual([
      "aws_iam_role.r unknown",
      "known-after-apply: local.x, known after apply",
    ]);
  });
});

describe("a role that Terraform makes in one world is judged in that:", () => {
  const cases: [string, JsonObject][] = [
    ["the other fails", { ...variable(STRING), ...role(trusting('var.v == "x" ? [][0] : "222233334444"')) }],
    ["the other has no policy", { ...variable(STRING), ...role(`\${var.v == "x" ? null : ${JSON.stringify(OPEN)}}`) }],
    ["a block in a list of its own", { resource: { aws_iam_role: { r: [{ assume_role_policy: OPEN }] } } }],
    ["a count that is not known", role(OPEN, { count: "${data.x.y.z}" })],
    ["a precondition is not looked at", role(OPEN, { lifecycle: { precondition: { condition: "${false}" } } })],
  ];
  test.each(cases)("%s", (_, content) => {
    expect(judged(content)).toEqual(["aws_iam_role.r finding"]);
  });
});

test.each([{ count: 0 }, { for_each: {} }])("%o makes no role, and nothing is said of it", (more) => {
  expect(judged(role(OPEN, more))).toEqual([]);
});

test("a role that is made for no word of a variable is not there", () => {
  const blocks = variable(STRING, 'contains(["a", "b"], var.v)');
  expect(judged({ ...blocks, ...role(OPEN, { count: '${var.v == "a" || var.v == "b" ? 0 : 1}' }) })).toEqual([]);
});
