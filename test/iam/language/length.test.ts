import { describe, expect, test } from "vitest";
import { check } from "../../../src/check.ts";
import type { Json } from "../../../src/text/document.ts";

function judged(statement: Json) {
  const policy = { Statement: statement };
  const role = { Type: "AWS::IAM::Role", Properties: { AssumeRolePolicyDocument: policy } };
  const content = JSON.stringify({ Parameters: { P: { Type: "String" } }, Resources: { Role: role } });
  const { grants, unknowns } = check({ files: [{ path: "a.json", content }] });
  return { verdicts: grants.map(({ verdict }) => verdict), sources: new Set(unknowns.map(({ source }) => source)) };
}

const allow = (AWS: Json, Condition: Json = {}) => ({
  Effect: "Allow",
  Action: "sts:AssumeRole",
  Principal: { AWS },
  Condition,
});
const many = <T>(count: number, make: (index: number) => T) => Array.from({ length: count }, (_, index) => make(index));
const account = (index: number) => String(300_000_000_000 + index);

describe("a policy that is longer than IAM takes is not decided, and stops no run", () => {
  test.each<[string, Json]>([
    ["by its principals", allow(many(4000, account))],
    ["by its statements", many(4000, (index) => allow(account(index)))],
    ["by the values of a condition", allow(account(1), { StringEquals: { "sts:ExternalId": many(4000, account) } })],
    ["by what deployment decides", allow(many(7000, (index) => ({ "Fn::ImportValue": `vendor-${index}` })))],
    ["by values of which nothing is known", allow(many(20_000, (index) => ({ "Fn::Cidr": [index] })))],
    ["by one text", allow({ "Fn::Join": ["", many(3000, () => ({ Ref: "P" }))] })],
  ])("%s", (_, statement) => {
    expect(judged(statement)).toEqual({
      verdicts: ["unknown"],
      sources: new Set(["a policy longer than IAM takes"]),
    });
  });
});

test("one that IAM takes is decided, with as many principals as find room in it", () => {
  expect(judged(allow(many(250, () => account(1)))).verdicts).toEqual(many(250, () => "finding"));
});
