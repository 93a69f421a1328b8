// Policies at random on services at a topic and on services that assume a role, and requests that must not get in (RULES, section 4).

import fc from "fast-check";
import type { Texts } from "../request.ts";
import type { Call, CallStatement } from "./call.ts";
import { ARN, conditions, type Kind, MORE, OWN, policiesOf, type Subject } from "./kind.ts";

const VENDOR = "444455556666";
const ORGANIZATION = "o-own1234567";
/** Of them no policy names one. */
const OTHERS = ["314159265358", "600000000006", "999911112222"];
const TOPIC = "arn:aws:sns:us-east-1:999988887777:t";

/** A service, the name of what it acts for, and whether the ARN of that has an account. */
interface Source {
  readonly service: string;
  readonly arn: string;
  readonly hasAccount: boolean;
}

/** What policies ask of the source; every key as AWS writes it, and otherwise. */
function subjects(services: readonly string[], name: string): readonly Subject[] {
  const arns = services.flatMap((service) => [
    ...[
      `arn:aws:${service}:*:${OWN}:${name}:*`,
      `arn:aws:${service}:*:*:${name}:*`,
      `arn:aws:${service}:*:${VENDOR}:*`,
    ],
    `arn:aws:${service}:us-east-1:${OWN}:${name}:a`,
  ]);
  return [
    { key: "aws:SourceAccount", operators: MORE, values: [OWN, VENDOR, "9999*", "*", "${aws:ResourceAccount}"] },
    { key: "AWS:sourceaccount", operators: MORE, values: [OWN, "99998888777?"] },
    {
      key: "aws:SourceArn",
      operators: [...ARN, "StringNotLike", "ArnNotEquals"],
      values: [...arns, "arn:aws:s3:::acme", "arn:aws:s3:*:*:*", "*", `arn:*:*:*:${OWN}:*`],
    },
    { key: "aws:SourceOrgID", operators: MORE, values: [ORGANIZATION, "o-*"] },
    {
      key: "aws:SourceOrgPaths",
      operators: ["ForAnyValue:StringLike", "ForAllValues:StringLike", "ForAnyValue:StringNotLike"],
      values: [`${ORGANIZATION}/*`, "o-*", "*"],
    },
    { key: "aws:PrincipalIsAWSService", operators: ["Bool", "BoolIfExists"], values: ["true", "false"] },
    { key: "aws:PrincipalServiceName", operators: MORE, values: services.map((one) => `${one}.amazonaws.com`) },
    { key: "aws:PrincipalOrgID", operators: ["StringEquals", "StringNotEqualsIfExists"], values: [ORGANIZATION] },
    { key: "aws:PrincipalAccount", operators: ["StringEquals", "StringNotEquals"], values: [OWN] },
  ];
}

function calls(sources: readonly Source[], on: Pick<Call, "action" | "resource">): Call[] {
  return sources.flatMap(({ service, arn, hasAccount }) =>
    OTHERS.flatMap((account) => {
      const names = ["a", `x:${OWN}:${arn}:y`, `x:${VENDOR}:y`];
      const arns = hasAccount
        ? names.map((name) => `arn:aws:${service}:us-east-1:${account}:${arn}:${name}`)
        : ["arn:aws:s3:::acme", "arn:aws:s3:::other"];
      return [...arns, undefined].flatMap((source) =>
        [account, undefined].flatMap((owner) =>
          [undefined, "o-other12345"].map((organization): Call => {
            const principal = `${service}.amazonaws.com`;
            return {
              ...{ type: "service", principal, ...on },
              carries: {
                ...{ "aws:principalisawsservice": "true", "aws:principalservicename": principal },
                "aws:resourceaccount": OWN,
                ...(owner === undefined ? {} : { "aws:sourceaccount": owner }),
                ...(source === undefined ? {} : { "aws:sourcearn": source }),
                ...(organization === undefined
                  ? {}
                  : { "aws:sourceorgid": organization, "aws:sourceorgpaths": [`${organization}/r-ab12/`] }),
              },
            };
          }),
        ),
      );
    }),
  );
}

/** Of an account that is neither ours nor declared, or of nobody knows which. */
function isOfOthers({ carries }: Call): boolean {
  const arn = `${carries["aws:sourcearn"] ?? ""}`.split(":")[4] ?? "";
  const account = `${carries["aws:sourceaccount"] ?? ""}`;
  if (arn !== "" && account !== "" && arn !== account) return false;
  if (`${carries["aws:sourceorgid"] ?? carries["aws:sourceorgpaths"] ?? ""}`.startsWith(ORGANIZATION)) return false;
  return ![OWN, VENDOR].includes(arn === "" ? account : arn);
}

const atTopic = (effect: string): fc.Arbitrary<CallStatement> =>
  fc
    .tuple(
      fc.constantFrom<Partial<CallStatement>>(
        ...[{ Service: "cloudwatch.amazonaws.com" }, { Service: ["s3.amazonaws.com", "events.amazonaws.com"] }].map(
          (Principal) => ({ Principal }),
        ),
        ...[{ Principal: "*" }, { Principal: { AWS: "*" } }],
      ),
      conditions(subjects(["cloudwatch"], "alarm")),
      fc.constantFrom<Partial<CallStatement>>(
        ...["sns:Publish", "sns:*", "SNS:publish", "sns:Subscribe"].map((Action) => ({ Action })),
        ...[{ NotAction: "sns:Subscribe" }, { NotAction: "sns:Pub*" }],
      ),
      fc.constantFrom<Partial<CallStatement>>({ Resource: "*" }, { Resource: TOPIC }, { NotResource: `${TOPIC}-x` }),
    )
    .map(
      ([who, Condition, what, where]) => ({ Effect: effect, ...who, ...what, ...where, Condition }) as CallStatement,
    );

export const SERVICES: Kind = {
  rule: "service-source",
  on: "sns",
  resources: [TOPIC],
  policies: policiesOf(atTopic("Allow"), atTopic("Deny")),
  callsFor: () =>
    calls(
      [
        { service: "cloudwatch", arn: "alarm", hasAccount: true },
        { service: "s3", arn: "", hasAccount: false },
      ],
      { action: "sns:Publish", resource: TOPIC },
    ),
  isDenied: (_, call) => isOfOthers(call),
};

const assuming = (effect: string): fc.Arbitrary<CallStatement> =>
  fc
    .tuple(
      fc.constantFrom<Texts>(...["ecs-tasks.amazonaws.com", "scheduler.amazonaws.com", "ec2.amazonaws.com"], [
        "lambda.amazonaws.com",
        "scheduler.amazonaws.com",
      ]),
      conditions(subjects(["ecs", "scheduler"], "task")),
      fc.constantFrom<Partial<CallStatement>>(
        ...["sts:AssumeRole", "sts:*", "STS:assumerol?", "sts:TagSession"].map((Action) => ({ Action })),
        { NotAction: "sts:TagSession" },
      ),
    )
    .map(
      ([Service, Condition, what]) => ({ Effect: effect, Principal: { Service }, ...what, Condition }) as CallStatement,
    );

export const IN_TRUST: Kind = {
  rule: "service-source-in-trust",
  on: "sts",
  resources: [""],
  policies: policiesOf(assuming("Allow"), assuming("Deny")),
  callsFor: () =>
    calls(
      [
        { service: "ecs", arn: "task", hasAccount: true },
        { service: "scheduler", arn: "task", hasAccount: true },
      ],
      { action: "sts:AssumeRole" },
    ).map((call) => ({ ...call, ...asTasks(call) })),
  isDenied: (_, call) => isOfOthers(call),
};

/** The service of tasks has another name than what it acts for. */
function asTasks({ principal, carries }: Call): Pick<Call, "principal" | "carries"> {
  const name = principal.replace(/^ecs\./, "ecs-tasks.");
  return { principal: name, carries: { ...carries, "aws:principalservicename": name } };
}
