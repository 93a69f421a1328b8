// What the playground makes of a text that somebody pasted.

import { describe, expect, test } from "vitest";
import { type Element, markup } from "../../../src/reporters/html/elements.ts";
import { judged, nameOf, type Pasted } from "../../../src/surfaces/site/judge.ts";
import { playground } from "../../../src/surfaces/site/playground.ts";
import { BAD, roleFor } from "../cli/run.ts";

const POLICY = { Statement: [{ Effect: "Allow", Principal: { AWS: "444455556666" }, Action: "sts:AssumeRole" }] };
const HCL = `resource "aws_iam_role" "r" {
  assume_role_policy = jsonencode(${JSON.stringify(POLICY)})
}
`;
const AS_ROLE = { aws_iam_role: { r: { assume_role_policy: JSON.stringify(POLICY) } } };

const judge = (text: string, more: Partial<Pasted> = {}) =>
  judged({ name: "", text, config: "", tenancy: undefined, ...more }, "2026-01-01");
const shown = (elements: readonly Element[]) => elements.map(markup).join("");

describe("a text is read as what it is, whatever it is called", () => {
  test.each([
    ["pasted.yaml", BAD],
    [
      "pasted.json",
      JSON.stringify({
        Resources: { R: { Type: "AWS::IAM::Role", Properties: { AssumeRolePolicyDocument: POLICY } } },
      }),
    ],
    ["pasted.json", JSON.stringify(POLICY, null, 2)],
    ["pasted.tf", HCL],
    ["pasted.tf", `# a comment\n\n${HCL}`],
    ["pasted.tf.json", JSON.stringify({ resource: AS_ROLE })],
  ])("%s", (name, text) => {
    expect(nameOf(text)).toBe(name);
    const { title, main } = judge(text);
    expect(title).toBe("1 finding");
    expect(shown(main)).toContain("external-id-required");
    expect(shown(main)).toContain(`<code>${name}:`);
  });

  test("words of HCL in a template make no configuration of it", () => {
    expect(nameOf('Resources:\n  R:\n    # resource "x" {\n    Type: AWS::IAM::Role\n')).toBe("pasted.yaml");
    expect(nameOf("resource: { a: 1 }\n")).toBe("pasted.yaml");
  });
});

test("the tenancy that is chosen counts, and so does the configuration", () => {
  const vendors = 'vendors: [{ name: V, tenancy: single, accounts: ["444455556666"] }]\n';
  const other = roleFor("arn:aws:iam::777788889999:root");
  expect(judge(BAD, { config: vendors }).title).toBe("No findings");
  expect(shown(judge(other, { config: vendors, tenancy: "single" }).main)).toContain("account-scoped-principal");
  expect(shown(judge(other, { config: vendors, tenancy: "multi" }).main)).toContain("external-id-required");
});

test("a mistake in the configuration is told with its line, and nothing is judged", () => {
  const { title, main } = judge(BAD, { config: "failOn: medium\ntenancy: both\n" });
  expect(title).toBe("The configuration has a mistake");
  expect(shown(main)).toContain("unconfused.yaml:2:10");
  expect(shown(main)).toContain("<mark>both</mark>");
});

test("a rule that is off is told where that hides open roles", () => {
  const { header } = judge(roleFor('"*"'), { config: "rules: { public-trust: off }\n" });
  expect(shown(header)).toContain("public-trust is off: open roles are not reported");
});

test("what is no infrastructure is neither a pass nor a break", () => {
  expect(judge("hello: world\n").title).toBe("Nothing to check");
  expect(judge("Resources: {\n").title).toMatch(/error/);
});

test("of a plan no line is shown", () => {
  const change = {
    address: "aws_iam_role.r",
    type: "aws_iam_role",
    name: "r",
    mode: "managed",
    change: {
      actions: ["create"],
      before: null,
      after: { assume_role_policy: JSON.stringify(POLICY) },
      after_unknown: {},
    },
  };
  const plan = {
    format_version: "1.2",
    terraform_version: "1.9.0",
    planned_values: {},
    resource_changes: [change],
    configuration: {},
  };
  const { title, main } = judge(JSON.stringify(plan));
  expect(title).toBe("1 finding");
  expect(shown(main)).not.toContain('class="frame"');
});

test("examples and the program end no element of the page", () => {
  const text = "</script><script>alert(1)</script><!--";
  const page = playground({ script: "", scriptHash: "sha256-x", worker: text }, [{ name: text, text, config: text }]);
  expect(page.match(/<script/g)).toHaveLength(3);
  expect(page).not.toContain("<!--");
  const [, data = ""] = /id="examples">(.*?)<\/script>/s.exec(page) ?? [];
  expect(JSON.parse(data)).toEqual([{ name: text, text, config: text }]);
});
