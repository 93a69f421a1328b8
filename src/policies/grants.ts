// Grants that are written as fields instead of a document: which resource has which. One row a carrier.

import type { Carrier, Grants } from "./carrier.ts";
import { type Sharing, sharing } from "./grants/accounts.ts";
import { accessControlList } from "./grants/acl.ts";
import { eventBusPermission, permission } from "./grants/permissions.ts";
import { apiPolicy, functionUrl } from "./grants/serverless.ts";

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
  ["lambda", "AWS::Serverless::Function", "FunctionUrlConfig", functionUrl],
  ["execute-api", "AWS::Serverless::Api", "Auth", apiPolicy],
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

  ["s3", "AWS::S3::Bucket", "AccessControl", accessControlList({ canned: "AccessControl" }), true],
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

/** Accounts that something is shared with: what they can do, and what else the share says. */
type Share = readonly [
  service: string,
  type: string,
  accounts: string,
  action: string,
  more?: Omit<Sharing, "with" | "action">,
];

const SHARES: readonly Share[] = [
  ["config", "AWS::Config::AggregationAuthorization", "AuthorizedAccountId", "config:PutConfigurationAggregator"],
  ["config", "aws_config_aggregate_authorization", "account_id", "config:PutConfigurationAggregator"],
  ["ec2", "AWS::EC2::NetworkInterfacePermission", "AwsAccountId", "ec2:AttachNetworkInterface"],
  ["ec2", "aws_network_interface_permission", "aws_account_id", "ec2:AttachNetworkInterface"],
  ["ec2", "AWS::EC2::VPCEndpointServicePermissions", "AllowedPrincipals", "ec2:CreateVpcEndpoint", { everyone: "*" }],
  [
    "ec2",
    "aws_vpc_endpoint_service",
    "allowed_principals",
    "ec2:CreateVpcEndpoint",
    { everyone: "*", asksFirst: "acceptance_required" },
  ],
  ["ec2", "aws_vpc_endpoint_service_allowed_principal", "principal_arn", "ec2:CreateVpcEndpoint", { everyone: "*" }],
  ["ec2", "aws_ami_launch_permission", "account_id", "ec2:RunInstances"],
  ["ec2", "aws_ami_launch_permission", "group", "ec2:RunInstances", { everyone: "all" }],
  ["ec2", "aws_ami_launch_permission", "organization_arn", "ec2:RunInstances"],
  ["ec2", "aws_ami_launch_permission", "organizational_unit_arn", "ec2:RunInstances"],
  ["ec2", "aws_snapshot_create_volume_permission", "account_id", "ec2:CreateVolume", { everyone: "all" }],
  ["es", "aws_opensearch_authorize_vpc_endpoint_access", "account", "es:CreateVpcEndpoint"],
  ["kms", "aws_kms_grant", "grantee_principal", "kms:Decrypt"],
  ["kms", "aws_kms_grant", "retiring_principal", "kms:RetireGrant"],
  [
    "lakeformation",
    "AWS::LakeFormation::PrincipalPermissions",
    "Principal.DataLakePrincipalIdentifier",
    "lakeformation:GetDataAccess",
  ],
  [
    "lakeformation",
    "AWS::LakeFormation::Permissions",
    "DataLakePrincipal.DataLakePrincipalIdentifier",
    "lakeformation:GetDataAccess",
  ],
  ["lakeformation", "aws_lakeformation_permissions", "principal", "lakeformation:GetDataAccess"],
  [
    "ram",
    "AWS::RAM::ResourceShare",
    "Principals",
    "ram:AcceptResourceShareInvitation",
    { external: "AllowExternalPrincipals" },
  ],
  ["ram", "aws_ram_principal_association", "principal", "ram:AcceptResourceShareInvitation"],
  ["rds", "aws_db_snapshot", "shared_accounts", "rds:RestoreDBInstanceFromDBSnapshot", { everyone: "all" }],
  ["rds", "aws_db_snapshot_copy", "shared_accounts", "rds:RestoreDBInstanceFromDBSnapshot", { everyone: "all" }],
  ["rds", "aws_db_cluster_snapshot", "shared_accounts", "rds:RestoreDBClusterFromSnapshot", { everyone: "all" }],
  ["rds", "aws_rds_cluster_snapshot_copy", "shared_accounts", "rds:RestoreDBClusterFromSnapshot", { everyone: "all" }],
  ["redshift", "AWS::Redshift::EndpointAuthorization", "Account", "redshift:CreateEndpointAccess"],
  ["redshift", "aws_redshift_endpoint_authorization", "account", "redshift:CreateEndpointAccess"],
  ["s3", "AWS::S3::AccessGrant", "Grantee.GranteeIdentifier", "s3:GetDataAccess"],
  ["s3", "aws_s3control_access_grant", "grantee.0.grantee_identifier", "s3:GetDataAccess"],
  ["servicecatalog", "AWS::ServiceCatalog::PortfolioShare", "AccountId", "servicecatalog:AcceptPortfolioShare"],
  ["servicecatalog", "aws_servicecatalog_portfolio_share", "principal_id", "servicecatalog:AcceptPortfolioShare"],
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
