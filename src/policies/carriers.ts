// THE table: which resource carries which policy, where. One row a carrier.

import type { Format, Resource } from "../readers/reader.ts";
import type { PolicyKind } from "./policy.ts";

export interface Carrier {
  readonly formats: readonly Format[];
  readonly type: string;
  /** The property or attribute that holds the policy's document. */
  readonly property: string;
  readonly kind: PolicyKind;
  /** Without it the resource has a policy that nobody wrote; if left out, the resource cannot be without it. */
  readonly isOptional?: boolean;
  /** The document counts for nothing where this property is set. */
  readonly unless?: string;
}

const TERRAFORM: readonly Format[] = ["terraform-plan", "terraform-state", "terraform-json", "hcl"];
/** Terraform deploys templates, too. */
const CLOUDFORMATION: readonly Format[] = ["cloudformation", "cdk", ...TERRAFORM];

const CARRIERS: readonly Carrier[] = [
  { formats: CLOUDFORMATION, type: "AWS::IAM::Role", property: "AssumeRolePolicyDocument", kind: "trust" },
  // AWS SAM Developer Guide, AWS::Serverless::Function: without it, one for Lambda is made; with Role, "this property does nothing".
  {
    formats: CLOUDFORMATION,
    type: "AWS::Serverless::Function",
    property: "AssumeRolePolicyDocument",
    kind: "trust",
    isOptional: true,
    unless: "Role",
  },
  { formats: TERRAFORM, type: "aws_iam_role", property: "assume_role_policy", kind: "trust" },
  { formats: TERRAFORM, type: "awscc_iam_role", property: "assume_role_policy_document", kind: "trust" },
];

export function carriersOf({ type, format }: Resource): readonly Carrier[] {
  return CARRIERS.filter((carrier) => carrier.type === type && carrier.formats.includes(format));
}

export function isCarrier(resource: Resource): boolean {
  return carriersOf(resource).length > 0;
}
