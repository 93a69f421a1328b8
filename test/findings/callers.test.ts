import { expect, test } from "vitest";
import { reportOf } from "../surfaces/cli/run.ts";

test.each([
  ["Service", "${Name}.amazonaws.com"],
  ["Service", "${A}${B}"],
  ["Federated", "arn:aws:iam::${Account}:saml-provider/x"],
])("%s that deployment decides is called as it is written: %s", (type, written) => {
  const Statement = [{ Effect: "Allow", Action: "sts:AssumeRole", Principal: { [type]: { "Fn::Sub": written } } }];
  const role = { Type: "AWS::IAM::Role", Properties: { AssumeRolePolicyDocument: { Statement } } };
  const text = JSON.stringify({ Resources: { R: role } });
  const [grant] = reportOf("a.json", { files: { "/home/me/a.json": text } }).grants;
  expect(grant).toMatchObject({ principal: written, callers: [{ class: type.toLowerCase(), account: written }] });
});
