// Accounts and identities that resources and data sources of the AWS provider tell, and whose they are whatever they turn out to be: of AWS's own services, or of our organization.

import { hole, valueOfHole } from "../../../values/hole.ts";
import type { Hole, Origin, Part, Value } from "../../../values/value.ts";
import type { Declared } from "../model/module.ts";
import { OWN, PARTITION } from "./account.ts";
import { instanceKey } from "./instances.ts";
import type { InModule } from "./scope.ts";

/** account: by its number, or an id that stands for it; identity: an ARN that no account of ours can have; own: of the account that it is applied in; organization: the one that this is in; manager: the account that manages it. */
type Told = "account" | "arn" | "identity" | "own" | "organization" | "manager";

const SERVICE: Readonly<Record<string, Told>> = { id: "account", arn: "arn" };
const ORGANIZATION: Readonly<Record<string, Told>> = { id: "organization", master_account_id: "manager" };
const ORIGIN_ACCESS: Readonly<Record<string, Told>> = { iam_arn: "identity", s3_canonical_user_id: "account" };

/** website/docs of hashicorp/terraform-provider-aws, "Attribute Reference" of each. */
const SERVICES: ReadonlyMap<string, Readonly<Record<string, Told>>> = new Map([
  ["data.aws_billing_service_account", SERVICE],
  ["data.aws_cloudtrail_service_account", SERVICE],
  ["data.aws_elb_service_account", SERVICE],
  ["data.aws_redshift_service_account", SERVICE],
  ["data.aws_cloudfront_log_delivery_canonical_user_id", { id: "account" }],
  ["data.aws_canonical_user_id", { id: "own" }],
  ["data.aws_organizations_organization", ORGANIZATION],
  ["aws_organizations_organization", ORGANIZATION],
  ["data.aws_cloudfront_origin_access_identity", ORIGIN_ACCESS],
  ["aws_cloudfront_origin_access_identity", ORIGIN_ACCESS],
  ["awscc_cloudfront_cloudfront_origin_access_identity", { s3_canonical_user_id: "account" }],
]);

/** Undefined for anything else. */
export function serviceAttribute(
  { mode, type, address }: Declared,
  name: string,
  origin: Origin,
  evaluation: InModule,
): Value | undefined {
  const told = toldBy(mode === "data" ? `data.${type}` : type, name);
  if (told === undefined) return undefined;
  if (told === "own") return valueOfHole(OWN, origin);
  const whole = `${evaluation.scope.prefix}${address}${instanceKey(evaluation)}.${name}`;
  if (told === "organization" || told === "manager") {
    const sort = told === "manager" ? ({ sort: "account" } as const) : {};
    return valueOfHole(hole(whole, "known-after-apply", whole, { owner: "organization", ...sort }), origin);
  }
  const account = accountOfAws(whole);
  if (told === "account") return valueOfHole(account, origin);
  const parts: readonly Part[] =
    told === "arn"
      ? [{ text: "arn:" }, { hole: PARTITION }, { text: ":iam::" }, { hole: account }, { text: ":root" }]
      : [
          { text: "arn:" },
          { hole: PARTITION },
          { text: ":iam::cloudfront:user/CloudFront Origin Access Identity " },
          { hole: account },
        ];
  return { kind: "text", parts, type: "string", origin };
}

/** `type`: with "data." before it where it is of a data source. */
export function isOfService(type: string, name: string | undefined): boolean {
  const told = name === undefined ? undefined : toldBy(type, name);
  return told === "account" || told === "arn" || told === "identity";
}

function toldBy(type: string, name: string): Told | undefined {
  const attributes = SERVICES.get(type);
  return attributes !== undefined && Object.hasOwn(attributes, name) ? attributes[name] : undefined;
}

function accountOfAws(address: string): Hole {
  return hole(address, "known-after-apply", address, { sort: "account", owner: "aws" });
}
