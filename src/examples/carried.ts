// Which resource carries the policy of an example, by its types in CloudFormation and Terraform.

import { documentCarriers } from "../policies/carriers.ts";
import type { PolicyKind } from "../policies/policy.ts";
import { listOf } from "../rules/questions/requests.ts";
import type { Example, Rule } from "../rules/rule.ts";
import type { Json, Path } from "../text/document.ts";

/** Left out where the format has no such resource. */
export interface CarrierPlaces {
  readonly cloudformation?: Place;
  readonly terraform?: Place;
}

/** The resource and the property with the policy. */
export interface Place {
  readonly type: string;
  readonly path: readonly [property: string, ...Path];
}

export const OF_ROLE: CarrierPlaces = {
  cloudformation: { type: "AWS::IAM::Role", path: ["AssumeRolePolicyDocument"] },
  terraform: { type: "aws_iam_role", path: ["assume_role_policy"] },
};

const OF_IDENTITIES: CarrierPlaces = {
  cloudformation: { type: "AWS::IAM::ManagedPolicy", path: ["PolicyDocument"] },
  terraform: { type: "aws_iam_policy", path: ["policy"] },
};

/** The service whose resource carries a resource policy where an example says nothing else. */
const USUAL_SERVICE = "s3";

/** `service`: the prefix of its actions. The first of its resources stands for them. */
export function carriedBy(kind: PolicyKind, service = USUAL_SERVICE): CarrierPlaces {
  if (kind !== "resource") return kind === "identity" ? OF_IDENTITIES : OF_ROLE;
  const cloudformation = placeIn(service, "AWS::");
  const terraform = placeIn(service, "aws_");
  return { ...(cloudformation && { cloudformation }), ...(terraform && { terraform }) };
}

/**
 * For people: what carries the policy of an example, where that is no role.
 *
 * @public to the script that writes the page of the rules.
 */
export function carrierText({ policy }: Pick<Rule, "policy">, { carrier }: Pick<Example, "carrier">): string {
  const [kind = "trust"] = listOf(policy);
  if (kind === "trust") return "";
  const { cloudformation, terraform } = carriedBy(kind, carrier);
  return [cloudformation, terraform]
    .flatMap((place) => (place === undefined ? [] : [`\`${place.path.join(".")}\` of \`${place.type}\``]))
    .join(", ");
}

function placeIn(service: string, prefix: string): Place | undefined {
  const row = documentCarriers(service).find(({ type }) => type.startsWith(prefix));
  if (row === undefined) return undefined;
  const [property = "", ...inner] = row.property.split(".");
  return { type: row.type, path: [property, ...inner] };
}

/** The value with the policy in its place. */
export function within([, ...inner]: Place["path"], policy: Json): Json {
  return inner.reduceRight<Json>((value, step) => ({ [step]: value }), policy);
}
