import { expect, test } from "vitest";
import type { Grant } from "../../src/findings/report.ts";
import { mermaidMap } from "../../src/reporters/trust-map/mermaid.ts";

function grant(id: string, account: string, verdict: Grant["verdict"], file = "a.yaml"): Grant {
  return {
    resource: { format: "cloudformation", type: "AWS::IAM::Role", id },
    principal: account,
    callers: [{ class: "undeclared", account }],
    conditions: [],
    verdict,
    rules: [],
    file,
    line: 1,
    column: 1,
    endLine: 1,
    endColumn: 2,
  };
}

const linesOf = (grants: readonly Grant[]) => (mermaidMap({ grants })?.text ?? "").trim().split("\n");

test("each caller and each role is drawn once, each way by its worst verdict, the worst first", () => {
  const grants = [grant("A", "1", "ok"), grant("B", "1", "unknown"), grant("B", "1", "finding"), grant("A", "2", "ok")];
  expect(linesOf(grants)).toEqual([
    "flowchart LR",
    '  c0(["1"])',
    '  r0["B<br/>a.yaml"]',
    '  r1["A<br/>a.yaml"]',
    '  c1(["2"])',
    "  c0 ==> r0",
    "  c0 --> r1",
    "  c1 --> r1",
    "  linkStyle 0 stroke:#cf222e",
    "  classDef finding stroke:#cf222e,stroke-width:2px",
    "  class r0 finding",
    "  linkStyle 1,2 stroke:#1a7f37",
    "  classDef ok stroke:#1a7f37,stroke-width:2px",
    "  class r1 ok",
  ]);
});

test("roles of one name in two files are two, and a role is as bad as the worst way into it", () => {
  const lines = linesOf([grant("A", "1", "ok"), grant("A", "1", "unknown", "b.yaml"), grant("A", "2", "ok", "b.yaml")]);
  expect(lines.filter((line) => line.includes("A<br/>"))).toHaveLength(2);
  expect(lines).toContain("  class r0 unknown");
  expect(lines).toContain("  class r1 ok");
});

test("names mean nothing to Mermaid", () => {
  const hostile = '"]; click r0 "javascript:x" %%{init: {}}%% `x` <b> style a:#fff;\n end';
  const [, , role = ""] = linesOf([grant(hostile, "1", "ok")]);
  expect(role.replace(/#\d+;/g, "")).toMatch(/^ {2}r0\["[\p{L}\p{N} ._/-]*<br\/>a.yaml"\]$/u);
});

test("a chart stays within what Mermaid draws, findings first, and tells what is left out", () => {
  const name = "%".repeat(100);
  const grants = Array.from({ length: 600 }, (_, index) =>
    grant(`${index}${name}`, `${index}`, index === 599 ? "finding" : "ok", `${name}${index}`),
  );
  const { text = "", leftOut = 0 } = mermaidMap({ grants }) ?? {};
  expect(text.length).toBeLessThan(50_000);
  expect(text).toContain("==>");
  expect(leftOut + (text.match(/(?:-->|==>)/g) ?? []).length).toBe(600);
});

test("resources that carry a policy are on the map beside roles", () => {
  const { resource, ...rest } = grant("Bucket", "1", "finding");
  const bucket = { ...rest, resource: { ...resource, type: "AWS::S3::BucketPolicy" } };
  expect(linesOf([bucket, grant("A", "1", "ok")]).filter((line) => line.includes("<br/>"))).toEqual([
    '  r0["Bucket<br/>a.yaml"]',
    '  r1["A<br/>a.yaml"]',
  ]);
});

test("where nobody may enter there is no chart", () => {
  expect(mermaidMap({ grants: [{ ...grant("A", "1", "ok"), callers: [] }] })).toBeUndefined();
});
