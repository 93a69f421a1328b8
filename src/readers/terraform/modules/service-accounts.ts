// Accounts and identities that resources and data sources of the AWS provider tell, and whose they are whatever they turn out to be: of AWS's own services, or of our organization.

import { ACCOUNT_ID, hole, ORGANIZATION_ID, valueOfHole } from "../../../values/hole.ts";
import type { Hole, Origin, Part, Value } from "../../../values/value.ts";
import type { Declared } from "../model/module.ts";
import { OWN, PARTITION } from "./account.ts";
import { instanceKey } from "./instances.ts";
import type { InModule } from "./scope.ts";

/** account: by its number, or an id that stands for it; identity: an ARN that no account of ours can have; own: of the account that it is applied in; organization: the one that this is in; member: an account of it; members: several, with what is told of each. */
type Told = "account" | "arn" | "identity" | "own" | "organization" | "member" | "members";

const SERVICE: Readonly<Record<string, Told>> = { id: "account", arn: "arn" };
const ORGANIZATION: Readonly<Record<string, Told>> = {
  id: "organization",
  master_account_id: "member",
  accounts: "members",
  non_master_accounts: "members",
};
const MEMBERS: Readonly<Record<string, Told>> = { accounts: "members" };
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
  ["aws_organizations_account", { id: "member" }],
  ["data.aws_organizations_organizational_unit_child_accounts", MEMBERS],
  ["data.aws_organizations_organizational_unit_descendant_accounts", MEMBERS],
  ["data.aws_organizations_delegated_administrators", { delegated_administrators: "members" }],
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
  if (told === "organization" || told === "member") return valueOfHole(ofOrganization(whole, told), origin);
  if (told === "members") return members(whole, origin);
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

/** Whose the account or organization is that an attribute tells. `type`: with "data." before it where it is of a data source. */
export function ownerToldBy(type: string, name: string | undefined): Pick<Hole, "owner" | "sort"> | undefined {
  const told = name === undefined ? undefined : toldBy(type, name);
  if (told === "organization") return { owner: "organization" };
  if (told === "member") return { sort: "account", owner: "organization" };
  return told === "account" || told === "arn" || told === "identity" ? { sort: "account", owner: "aws" } : undefined;
}

function toldBy(type: string, name: string): Told | undefined {
  const attributes = SERVICES.get(type);
  return attributes !== undefined && Object.hasOwn(attributes, name) ? attributes[name] : undefined;
}

function ofOrganization(address: string, told: "organization" | "member", many = false): Hole {
  const more = told === "member" ? ({ sort: "account", many, ...ACCOUNT_ID } as const) : ORGANIZATION_ID;
  return hole(address, "known-after-apply", address, { owner: "organization", ...more });
}

/** One account that stands for all. */
function members(address: string, origin: Origin): Value {
  const field = (name: string, value: Hole) => [name, { key: origin, value: textOfHole(value, origin) }] as const;
  const open = (name: string): Hole =>
    hole(`${address}.${name}`, "known-after-apply", `${address}.${name}`, { many: true });
  const entries = new Map([
    field("id", ofOrganization(`${address}.id`, "member", true)),
    ...["arn", "email", "name", "status", "state"].map((name) => field(name, open(name))),
  ]);
  return { kind: "list", items: [{ kind: "map", entries, origin }], origin, order: "unknown" };
}

function textOfHole(hole: Hole, origin: Origin): Value {
  return { kind: "text", parts: [{ hole }], type: "string", origin };
}

function accountOfAws(address: string): Hole {
  return hole(address, "known-after-apply", address, { sort: "account", owner: "aws" });
}
