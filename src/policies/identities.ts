// Which users, groups, roles and permission sets carry an identity policy, where: a part of the table of carriers. One row a carrier.

import type { Carrier } from "./carrier.ts";
import { inlinePolicies } from "./grants/inline.ts";
import { managedPolicies } from "./grants/managed.ts";

/**
 * What users, groups, roles and permission sets may do. Those of one role are one policy: what a Deny of one closes, no other opens.
 * The templates and connectors of AWS SAM permit nobody to assume a role.
 */
const DOCUMENTS: readonly (readonly [type: string, property: string])[] = [
  ["AWS::IAM::ManagedPolicy", "PolicyDocument"],
  ["AWS::IAM::Policy", "PolicyDocument"],
  ["AWS::IAM::RolePolicy", "PolicyDocument"],
  ["AWS::IAM::UserPolicy", "PolicyDocument"],
  ["AWS::IAM::GroupPolicy", "PolicyDocument"],
  ["AWS::SSO::PermissionSet", "InlinePolicy"],
  ["aws_iam_policy", "policy"],
  ["aws_iam_role_policy", "policy"],
  ["aws_iam_user_policy", "policy"],
  ["aws_iam_group_policy", "policy"],
  ["aws_ssoadmin_permission_set_inline_policy", "inline_policy"],
];

/** The list, and in each of it the document; without, each is one, or a template's name or an ARN. */
const LISTS: readonly (readonly [type: string, list: string, document?: string])[] = [
  ["AWS::IAM::Role", "Policies", "PolicyDocument"],
  ["AWS::IAM::User", "Policies", "PolicyDocument"],
  ["AWS::IAM::Group", "Policies", "PolicyDocument"],
  ["AWS::Serverless::Function", "Policies"],
  ["AWS::Serverless::StateMachine", "Policies"],
  ["aws_iam_role", "inline_policy", "policy"],
];

/** What lists policies that are attached, by ARN or name, and the list with those that stand within the role. */
const ATTACHED: readonly (readonly [
  type: string,
  list: string,
  inline?: readonly [list: string, document?: string],
])[] = [
  ["AWS::IAM::Role", "ManagedPolicyArns", ["Policies", "PolicyDocument"]],
  ["AWS::Serverless::Function", "Policies", ["Policies"]],
  ["AWS::Serverless::StateMachine", "Policies", ["Policies"]],
  ["aws_iam_role", "managed_policy_arns", ["inline_policy", "policy"]],
  ["aws_iam_role_policy_attachment", "policy_arn"],
  ["aws_iam_role_policy_attachments_exclusive", "policy_arns"],
];

export const IDENTITIES: readonly Carrier[] = [
  ...DOCUMENTS.map(([type, property]) => ({ service: "iam", type, property, kind: "identity" as const })),
  ...LISTS.map(([type, property, document]) => ({
    ...{ service: "iam", type, property, kind: "identity" as const },
    grants: inlinePolicies(property, document),
    ...(document !== undefined && { listed: document }),
  })),
  // Many a role of one's own is an administrator's, by AWS's own policy; a vendor's should not be.
  ...ATTACHED.map(([type, property, inline]) => ({
    ...{ service: "iam", type, property, kind: "identity" as const, audience: "customers" as const },
    grants: managedPolicies(property, inline),
  })),
];
