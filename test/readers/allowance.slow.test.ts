// Policies with more worlds than anybody looks at, beside ordinary ones.

import { expect, test } from "vitest";
import { check } from "../../src/check.ts";

/** Each of its `switches` statements is there or not. */
function topic(name: string, switches: number): string {
  const statements = Array.from({ length: switches }, (_, index) => {
    const account = String(111122223300 + index);
    return `var.${name}_${index} ? [{ Effect = "Allow", Principal = { AWS = "${account}" }, Action = "sns:Publish", Resource = "*", Condition = { StringEquals = { "aws:PrincipalTag/team" = ["a", "b", "c", "${index}"] } } }] : []`;
  });
  const variables = statements.map((_, index) => `variable "${name}_${index}" { type = bool }`);
  return `${variables.join("\n")}
resource "aws_sns_topic_policy" "${name}" {
  arn    = "arn:aws:sns:eu-west-1:999988887777:${name}"
  policy = jsonencode({ Version = "2012-10-17", Statement = concat(${statements.join(", ")}) })
}`;
}

test("policies with very many worlds take from no other what it needs", () => {
  const heavy = Array.from({ length: 12 }, (_, index) => topic(`heavy${index}`, 8)).join("\n");
  const files = [
    { path: "a.tf", content: heavy },
    { path: "b.tf", content: topic("light", 5) },
  ];
  const { unknowns } = check({ files });
  const undecided = new Set(
    unknowns.filter(({ message }) => message.includes("denies every request")).map((one) => one.resource.id),
  );
  expect(undecided.size).toBeGreaterThan(0);
  expect(undecided).not.toContain("aws_sns_topic_policy.light");
});
