// Policies at random on services at a topic and on anyone at a bucket, and requests that must not get in (RULES, sections 4 and 5).

import fc from "fast-check";
import type { Texts } from "../request.ts";
import type { Call, CallStatement } from "./call.ts";
import { ARN, conditions, type Kind, MORE, OWN, policiesOf, type Subject } from "./kind.ts";

// CloudWatch, and S3 whose ARNs have no account, on a topic.
const SOURCES: readonly Subject[] = [
  { key: "aws:SourceAccount", operators: MORE, values: [OWN, "444455556666", "9999*", "*"] },
  {
    key: "aws:SourceArn",
    operators: ARN,
    values: [
      ...[
        `arn:aws:cloudwatch:*:${OWN}:alarm:*`,
        "arn:aws:cloudwatch:*:*:alarm:*",
        "arn:aws:s3:::acme",
        "arn:aws:s3:*:*:*",
      ],
      ...[`arn:aws:cloudwatch:us-east-1:${OWN}:alarm:a`, "*", "arn:aws:cloudwatch:*:444455556666:*"],
    ],
  },
];
const serviceStatement = (effect: string): fc.Arbitrary<CallStatement> =>
  fc
    .tuple(
      fc.constantFrom<CallStatement["Principal"]>(
        ...[{ Service: "cloudwatch.amazonaws.com" }, { Service: ["s3.amazonaws.com", "events.amazonaws.com"] }],
        ...["*", { AWS: "*" }],
      ),
      conditions(SOURCES),
      fc.constantFrom<Texts>("sns:Publish", "sns:*", "sns:Subscribe"),
    )
    .map(
      ([Principal, Condition, Action]) =>
        ({ Effect: effect, Principal, Action, Resource: "*", Condition }) as CallStatement,
    );

const ACCOUNTS_OF_OTHERS = ["314159265358", "600000000006", "999911112222"];

export const SERVICES: Kind = {
  rule: "service-source",
  on: "sns",
  resources: ["arn:aws:sns:us-east-1:999988887777:t"],
  policies: policiesOf(serviceStatement("Allow"), serviceStatement("Deny")),
  callsFor: () =>
    ["cloudwatch", "s3"].flatMap((service) =>
      ACCOUNTS_OF_OTHERS.flatMap((account) => {
        const names = ["a", `x:${OWN}:alarm:y`, "x:444455556666:y"];
        const arns =
          service === "s3"
            ? ["arn:aws:s3:::acme", "arn:aws:s3:::other"]
            : names.map((name) => `arn:aws:cloudwatch:us-east-1:${account}:alarm:${name}`);
        return [...arns, undefined].flatMap((arn) =>
          [account, undefined].map(
            (source): Call => ({
              ...{
                type: "service",
                principal: `${service}.amazonaws.com`,
                action: "sns:Publish",
                resource: "arn:aws:sns:us-east-1:999988887777:t",
              },
              carries: {
                "aws:principalisawsservice": "true",
                ...(source === undefined ? {} : { "aws:sourceaccount": source }),
                ...(arn === undefined ? {} : { "aws:sourcearn": arn }),
              },
            }),
          ),
        );
      }),
    ),
  isDenied(_, { carries }) {
    const arn = `${carries["aws:sourcearn"] ?? ""}`.split(":")[4] ?? "";
    const account = `${carries["aws:sourceaccount"] ?? ""}`;
    if (arn !== "" && account !== "" && arn !== account) return false;
    return ![OWN, "444455556666"].includes(arn === "" ? account : arn);
  },
};

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
