import { expect, test } from "vitest";
import { check } from "../../../src/check.ts";

/** What is shown of the role's openness to everyone. */
function shown(principal: string, id: string) {
  const content = `Parameters:
  Whole: { Type: String, AllowedValues: ["777788889999", "*"] }
  Id: { Type: String, Default: id-1 }
  Open: { Type: String }
Conditions:
  IsOpen: !Equals [!Ref Open, "yes"]
Resources:
  Role:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Statement:
          - Effect: Allow
            Principal: { AWS: ${principal} }
            Action: sts:AssumeRole
            Condition: ${id}
`;
  const { findings } = check({ files: [{ path: "role.yaml", content }] });
  const finding = findings.find(({ rule }) => rule === "public-trust");
  return { id: finding?.witness?.context["sts:ExternalId"], world: finding?.world };
}

test("a request that gets through whatever the parameter is needs no word of it", () => {
  expect(shown('"*"', "{ StringEquals: { sts:ExternalId: !Ref Id } }")).toEqual({ id: "${Id}", world: undefined });
});

test("the world of a finding has what its request takes, besides what the finding takes", () => {
  expect(shown("!Ref Whole", "{ StringEquals: { sts:ExternalId: [!If [IsOpen, !Ref Id, id-2]] } }")).toEqual({
    id: "${Id}",
    world: { parameters: { Whole: "*", Open: "yes" }, conditions: {} },
  });
});

test("a request that takes the default says so in its world", () => {
  expect(
    shown("!Ref Whole", "{ StringEquals: { sts:ExternalId: !Sub '${Id}' }, StringLike: { sts:ExternalId: 'id-*' } }"),
  ).toEqual({
    id: "id-1",
    world: { parameters: { Whole: "*", Id: "id-1" }, conditions: {} },
  });
});
