// Which field of which resource lists accounts that it is shared with: a part of the table of carriers. One row a field.

import type { Sharing } from "./accounts.ts";

/** Accounts that something is shared with: what they can do, and what else the share says. */
type Share = readonly [
  service: string,
  type: string,
  accounts: string,
  action: string,
  more?: Omit<Sharing, "with" | "action">,
];

export const SHARES: readonly Share[] = [
  [
    "codeguru-profiler",
    "AWS::CodeGuruProfiler::ProfilingGroup",
    "AgentPermissions.Principals",
    "codeguru-profiler:PostAgentProfile",
  ],
  ["config", "AWS::Config::AggregationAuthorization", "AuthorizedAccountId", "config:PutConfigurationAggregator"],
  ["config", "aws_config_aggregate_authorization", "account_id", "config:PutConfigurationAggregator"],
  ["ds", "aws_directory_service_shared_directory", "target.0.id", "ds:AcceptSharedDirectory"],
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
  ...["UserIds", "UserGroups", "OrganizationArns", "OrganizationalUnitArns"].flatMap((name): Share[] => {
    const everyone = name === "UserGroups" ? { everyone: "all" } : {};
    const field = name.replace(/(?<=[a-z])[A-Z]/g, "_$&").toLowerCase();
    const launch = `Distributions.*.AmiDistributionConfiguration.LaunchPermissionConfiguration.${name}`;
    const blocks = `distribution.*.ami_distribution_configuration.0.launch_permission.0.${field}`;
    return [
      ["ec2", "AWS::ImageBuilder::DistributionConfiguration", launch, "ec2:RunInstances", everyone],
      ["ec2", "aws_imagebuilder_distribution_configuration", blocks, "ec2:RunInstances", everyone],
    ];
  }),
  ["auditmanager", "aws_auditmanager_framework_share", "destination_account", "auditmanager:CreateAssessmentFramework"],
  ["eks", "AWS::EKS::AccessEntry", "PrincipalArn", "eks:AccessKubernetesApi"],
  ["eks", "aws_eks_access_entry", "principal_arn", "eks:AccessKubernetesApi"],
  ["apigateway", "aws_api_gateway_domain_name_share", "allowed_accounts", "apigateway:CreateAccessAssociation"],
  [
    "globalaccelerator",
    "AWS::GlobalAccelerator::CrossAccountAttachment",
    "Principals",
    "globalaccelerator:AddEndpoints",
  ],
  [
    "globalaccelerator",
    "aws_globalaccelerator_cross_account_attachment",
    "principals",
    "globalaccelerator:AddEndpoints",
  ],
  ["license-manager", "AWS::LicenseManager::Grant", "Principals", "license-manager:AcceptGrant"],
  ["license-manager", "aws_licensemanager_grant", "principal", "license-manager:AcceptGrant"],
  ["mediaconnect", "AWS::MediaConnect::FlowEntitlement", "Subscribers", "mediaconnect:CreateFlow"],
  ["qbusiness", "AWS::QBusiness::DataAccessor", "Principal", "qbusiness:SearchRelevantContent"],
  ["redshift", "aws_redshift_data_share_authorization", "consumer_identifier", "redshift:AssociateDataShareConsumer"],
  ["ssm", "aws_ssm_document", "permissions.account_ids", "ssm:GetDocument", { everyone: "all", isListed: true }],
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
    "lakeformation",
    "AWS::LakeFormation::DataLakeSettings",
    "ExternalDataFilteringAllowList.*.DataLakePrincipalIdentifier",
    "lakeformation:GetDataAccess",
  ],
  [
    "lakeformation",
    "aws_lakeformation_data_lake_settings",
    "external_data_filtering_allow_list",
    "lakeformation:GetDataAccess",
  ],
  ["lightsail", "AWS::Lightsail::Bucket", "ReadOnlyAccessAccounts", "s3:GetObject"],
  ["lightsail", "AWS::Lightsail::Bucket", "AccessRules.GetObject", "s3:GetObject", { everyone: "public" }],
  ["quicksight", "AWS::QuickSight::Template", "Permissions.*.Principal", "quicksight:DescribeTemplate"],
  ["quicksight", "aws_quicksight_template", "permissions.*.principal", "quicksight:DescribeTemplate"],
  ["securitylake", "AWS::SecurityLake::Subscriber", "SubscriberIdentity.Principal", "securitylake:GetSubscriber"],
  ["securitylake", "aws_securitylake_subscriber", "subscriber_identity.0.principal", "securitylake:GetSubscriber"],
  [
    "ram",
    "AWS::RAM::ResourceShare",
    "Principals",
    "ram:AcceptResourceShareInvitation",
    { external: "AllowExternalPrincipals" },
  ],
  ["ram", "aws_ram_principal_association", "principal", "ram:AcceptResourceShareInvitation"],
  ["ram", "aws_ram_resource_share_associations_exclusive", "principals", "ram:AcceptResourceShareInvitation"],
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
