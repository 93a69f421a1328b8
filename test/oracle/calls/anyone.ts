// Policies at random on anyone at a bucket, and requests that must not get in (RULES, section 5).

import fc from "fast-check";
import type { Call, CallStatement } from "./call.ts";
import { ARN, conditions, type Kind, MORE, OWN, policiesOf } from "./kind.ts";

// Anyone at a bucket.
const BUCKET = "arn:aws:s3:::data";
const ACTIONS = ["s3:GetObject", "s3:PutObject", "s3:ListBucket"];
const RESOURCES = [`${BUCKET}/a`, `${BUCKET}/b/c`, BUCKET];
const onBucket = (effect: string): fc.Arbitrary<CallStatement> =>
  fc
    .tuple(
      fc.constantFrom<CallStatement>(
        ...[{ Principal: "*" }, { Principal: { AWS: "*" } }, { Principal: { AWS: OWN } }].map((one) => ({
          Effect: effect,
          ...one,
        })),
        { Effect: effect, NotPrincipal: { AWS: OWN } },
      ),
      fc.constantFrom<Partial<CallStatement>>(
        ...["s3:GetObject", "s3:*", "s3:Get*", "S3:getobject", ["s3:PutObject", "s3:List*"], "*"].map((Action) => ({
          Action,
        })),
        ...[{ NotAction: "s3:GetObject" }, { NotAction: ["s3:Put*", "s3:List*"] }],
      ),
      fc.constantFrom<Partial<CallStatement>>(
        ...[`${BUCKET}/*`, "*", `${BUCKET}/a`, `${BUCKET}/?`, [BUCKET, `${BUCKET}/b/*`]].map((Resource) => ({
          Resource,
        })),
        ...[{ NotResource: `${BUCKET}/b/*` }, { NotResource: [BUCKET, `${BUCKET}/a`] }],
      ),
      conditions([
        { key: "aws:PrincipalAccount", operators: MORE, values: [OWN, "anonymous", "4*"] },
        {
          key: "aws:PrincipalArn",
          operators: ARN,
          values: [`arn:aws:iam::${OWN}:role/*`, "arn:aws:iam::*:role/x*", "*"],
        },
        { key: "aws:SecureTransport", operators: ["Bool", "BoolIfExists"], values: ["true", "false"] },
        { key: "aws:SourceArn", operators: ARN, values: ["arn:aws:sns:*:*:*", "*"] },
      ]),
    )
    .map(([who, what, where, Condition]) => ({ ...who, ...what, ...where, Condition }) as CallStatement);

export const PUBLIC: Kind = {
  rule: "public-resource",
  on: "s3",
  resources: [...RESOURCES, `${BUCKET}/anything`, `${BUCKET}/x`, "anything", `${BUCKET}/b/anything`],
  policies: policiesOf(onBucket("Allow"), onBucket("Deny")),
  callsFor: () =>
    ACTIONS.flatMap((action) =>
      RESOURCES.flatMap((resource) =>
        ["true", "false"].flatMap((secure): Call[] => [
          {
            ...{ type: "anonymous", principal: "*", action, resource },
            carries: { "aws:principalaccount": "anonymous", "aws:userid": "anonymous", "aws:securetransport": secure },
          },
          ...["role/x", "role/zz"].map((name): Call => {
            const principal = `arn:aws:iam::${name === "role/x" ? "412345678901" : "612345678901"}:${name}`;
            const account = principal.split(":")[4] ?? "";
            return {
              ...{ type: "account", principal, action, resource },
              carries: {
                "aws:principalaccount": account,
                "aws:principalarn": principal,
                "aws:securetransport": secure,
              },
            };
          }),
        ]),
      ),
    ),
  isDenied: (_, { principal }) => principal.split(":")[4] !== OWN,
};
