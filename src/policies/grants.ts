// Grants that are written as fields instead of a document: which resource has which. One row a carrier.

import type { Carrier, Grants } from "./carrier.ts";
import { sharing } from "./grants/accounts.ts";
import { accessControlList } from "./grants/acl.ts";
import { calledWith } from "./grants/calls.ts";
import { policyOfDefinition } from "./grants/definition.ts";
import { eventBusPermission, permission, policyStatement } from "./grants/permissions.ts";
import { apiPolicy, eventPolicies, functionUrl } from "./grants/serverless.ts";
import { SHARES } from "./grants/shares.ts";

/** The field first that a policy stands on. */
type Row = readonly [service: string, type: string, property: string, grants: Grants, isList?: true];

/** AWS Lambda API Reference, AddPermission, and the policies that it makes. */
const LAMBDA = [
  ["StringEquals", "aws:SourceAccount"],
  ["ArnLike", "aws:SourceArn"],
  ["StringEquals", "aws:PrincipalOrgID"],
  ["StringEquals", "lambda:FunctionUrlAuthType"],
  ["StringEquals", "lambda:EventSourceToken"],
  ["Bool", "lambda:InvokedViaFunctionUrl"],
] as const;

function lambda(fields: readonly (string | undefined)[]): readonly (readonly [string, string, string])[] {
  return LAMBDA.flatMap(([operator, key], index) => {
    const field = fields[index];
    return field === undefined ? [] : [[operator, key, field] as const];
  });
}

const ROWS: readonly Row[] = [
  [
    "lambda",
    "AWS::Lambda::Permission",
    "Principal",
    permission({
      principal: "Principal",
      action: "Action",
      conditions: lambda([
        "SourceAccount",
        "SourceArn",
        "PrincipalOrgID",
        "FunctionUrlAuthType",
        "EventSourceToken",
        "InvokedViaFunctionUrl",
      ]),
    }),
  ],
  [
    "lambda",
    "aws_lambda_permission",
    "principal",
    permission({
      principal: "principal",
      action: "action",
      conditions: lambda([
        "source_account",
        "source_arn",
        "principal_org_id",
        "function_url_auth_type",
        "event_source_token",
        "invoked_via_function_url",
      ]),
    }),
  ],
  [
    "lambda",
    "AWS::Lambda::LayerVersionPermission",
    "Principal",
    permission({
      principal: "Principal",
      action: "Action",
      conditions: [["StringEquals", "aws:PrincipalOrgID", "OrganizationId"]],
    }),
  ],
  [
    "lambda",
    "aws_lambda_layer_version_permission",
    "principal",
    permission({
      principal: "principal",
      action: "action",
      conditions: [["StringEquals", "aws:PrincipalOrgID", "organization_id"]],
    }),
  ],
  ["lambda", "AWS::Serverless::Function", "FunctionUrlConfig", functionUrl("FunctionUrlConfig.AuthType")],
  // The provider adds the permission for everybody: website/docs/r/lambda_function_url.html.markdown.
  ["lambda", "aws_lambda_function_url", "authorization_type", functionUrl("authorization_type")],
  ["execute-api", "AWS::Serverless::Api", "Auth", apiPolicy],
  ["execute-api", "aws_api_gateway_rest_api", "body", policyOfDefinition("body")],
  ["execute-api", "aws_api_gateway_rest_api_put", "body", policyOfDefinition("body")],
  ["execute-api", "AWS::Serverless::Function", "Events", eventPolicies],
  // AWS CDK, Domain.addAccessPolicies, and what lets the domain write its logs.
  ["es", "Custom::OpenSearchAccessPolicy", "Create", calledWith("AccessPolicies")],
  ["es", "Custom::ElasticsearchAccessPolicy", "Create", calledWith("AccessPolicies")],
  ["logs", "Custom::CloudwatchLogResourcePolicy", "Create", calledWith("policyDocument")],
  ["entityresolution", "AWS::EntityResolution::PolicyStatement", "Principal", policyStatement],
  [
    "events",
    "AWS::Events::EventBusPolicy",
    "Principal",
    eventBusPermission({
      statement: "Statement",
      principal: "Principal",
      action: "Action",
      organization: "Condition.Value",
    }),
  ],
  [
    "events",
    "aws_cloudwatch_event_permission",
    "principal",
    eventBusPermission({ principal: "principal", action: "action", organization: "condition.0.value" }),
  ],
  ["signer", "AWS::Signer::ProfilePermission", "Principal", permission({ principal: "Principal", action: "Action" })],
  [
    "signer",
    "aws_signer_signing_profile_permission",
    "principal",
    permission({ principal: "principal", action: "action" }),
  ],
  [
    "acm-pca",
    "AWS::ACMPCA::Permission",
    "Principal",
    permission({
      principal: "Principal",
      action: "Actions",
      conditions: [["StringEquals", "aws:SourceAccount", "SourceAccount"]],
    }),
  ],
  [
    "acm-pca",
    "aws_acmpca_permission",
    "principal",
    permission({
      principal: "principal",
      action: "actions",
      conditions: [["StringEquals", "aws:SourceAccount", "source_account"]],
    }),
  ],
  ["qbusiness", "AWS::QBusiness::Permission", "Principal", permission({ principal: "Principal", action: "Actions" })],

  ["s3", "AWS::S3::Bucket", "AccessControl", accessControlList({ canned: "AccessControl" }), true],
  ...["aws_s3_object", "aws_s3_bucket_object", "aws_s3_object_copy"].map((type): Row => {
    return ["s3", type, "acl", accessControlList({ canned: "acl", isObject: true }), true];
  }),
  ["s3", "aws_s3_bucket", "acl", accessControlList({ canned: "acl", grants: "grant" }), true],
  [
    "s3",
    "aws_s3_bucket_acl",
    "acl",
    accessControlList({
      canned: "acl",
      grants: "access_control_policy.0.grant",
      owner: "access_control_policy.0.owner.0.id",
    }),
    true,
  ],
];

export const GRANTS: readonly Carrier[] = [
  ...ROWS,
  ...SHARES.map(
    ([service, type, accounts, action, more]): Row => [
      service,
      type,
      accounts,
      sharing({ with: accounts, action, ...more }),
    ],
  ),
].map(([service, type, property, grants, isList]) => ({
  service,
  type,
  property,
  kind: "resource",
  grants,
  ...(isList && { isList }),
}));
