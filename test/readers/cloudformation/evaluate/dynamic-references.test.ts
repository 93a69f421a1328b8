// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the templates of Fn::Sub are written so

import { describe, expect, test } from "vitest";
import type { Shown } from "../../../values/shown.ts";
import { outcomes, values } from "../evaluated.ts";

const SECTIONS = "Parameters:\n  A: { Type: String }\n  B: { Type: String, Default: '{{resolve:ssm:/b}}' }\n";

describe("a dynamic reference", () => {
  const cases: [string, string, Shown][] = [
    ["alone", "'{{resolve:ssm:/a/b:1}}'", "<resolve:ssm>"],
    ["within a text", "'a-{{resolve:secretsmanager:x:SecretString:y}}-b'", "a-<resolve:secretsmanager>-b"],
    ["twice", "'{{resolve:ssm:/a}}{{resolve:ssm-secure:/b}}'", "<resolve:ssm><resolve:ssm-secure>"],
    ["put together", "!Join ['', ['{{resolve:ssm:', !Ref A, '}}:root']]", "<resolve:ssm>:root"],
    ["put together in steps", "!Join ['', ['{{resolve:ssm:', !Sub 'x${A}', '}}']]", "<resolve:ssm>"],
    ["in a substitution", "!Sub 'arn:aws:iam::{{resolve:ssm:/a}}:root'", "arn:aws:iam::<resolve:ssm>:root"],
    ["that is not closed", "'{{resolve:ssm:/a'", "{{resolve:ssm:/a"],
    ["of a service that we do not know", "'{{resolve:my secret:x}}'", "<resolve:another service>"],
    ["nothing like it", "'{{other:ssm}}'", "{{other:ssm}}"],
  ];
  test.each(cases)("%s: %s", (_, expression, expected) => {
    expect(values(expression, SECTIONS)).toEqual([expected]);
  });

  test("by default", () => {
    expect(values("!Ref B", SECTIONS)).toEqual(["<resolve:ssm>", "<B>"]);
  });

  test("is equal to itself, and tells neither path nor value to people", () => {
    const [world] = outcomes("['{{resolve:ssm:/a}}', '{{resolve:ssm:/a}}', '{{resolve:ssm:/b}}']").outcomes;
    const items = world?.result.kind === "list" ? world.result.items : [];
    const holes = items
      .flatMap((item) => (item.kind === "text" ? item.parts : []))
      .map((part) => ("hole" in part ? part.hole : undefined));
    expect(holes[0]?.id).toBe(holes[1]?.id);
    expect(holes[0]?.id).not.toBe(holes[2]?.id);
    expect(holes[0]).toMatchObject({
      source: "dynamic reference to ssm",
      name: "resolve:ssm",
      reason: "dynamic-reference",
    });
  });
});
