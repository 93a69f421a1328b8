// THE table: which resource carries which policy, where. One row a carrier; grants that are written as fields have rows in `grants.ts` beside it.

import type { Resource } from "../readers/reader.ts";
import type { Carrier } from "./carrier.ts";
import { GRANTS } from "./grants.ts";
import { IDENTITIES } from "./identities.ts";

/** The prefix of the actions that the policy speaks of, the type of the resource, and the property with the document, or the way there: a step each, `*` for each of a list; and the type that holds the policy alone, whose document plans and states repeat here. */
type Row = readonly [service: string, type: string, property: string, own?: string];

const ROLES: readonly Carrier[] = [
  { service: "sts", type: "AWS::IAM::Role", property: "AssumeRolePolicyDocument", kind: "trust", isRequired: true },
  // AWS SAM Developer Guide, AWS::Serverless::Function: without it, one for Lambda is made; with Role, "this property does nothing".
  {
    service: "sts",
    type: "AWS::Serverless::Function",
    property: "AssumeRolePolicyDocument",
    kind: "trust",
    unless: "Role",
  },
  { service: "sts", type: "aws_iam_role", property: "assume_role_policy", kind: "trust", isRequired: true },
  { service: "sts", type: "awscc_iam_role", property: "assume_role_policy_document", kind: "trust", isRequired: true },
];

/** CloudFormation, "Resource and property types reference". Terraform's provider for those (awscc) spells them its own way. */
const CLOUDFORMATION: readonly Row[] = [
  ["aiops", "AWS::AIOps::InvestigationGroup", "InvestigationGroupPolicy"],
  ["aps", "AWS::APS::ResourcePolicy", "PolicyDocument"],
  ["backup", "AWS::Backup::BackupVault", "AccessPolicy"],
  ["backup", "AWS::Backup::LogicallyAirGappedBackupVault", "AccessPolicy"],
  ["bedrock", "AWS::Bedrock::ResourcePolicy", "PolicyDocument"],
  ["bedrock", "AWS::Bedrock::KnowledgeBasePolicy", "PolicyDocument"],
  ["bedrock-agentcore", "AWS::BedrockAgentCore::ResourcePolicy", "Policy"],
  ["cloudtrail", "AWS::CloudTrail::ResourcePolicy", "ResourcePolicy"],
  ["codeartifact", "AWS::CodeArtifact::Domain", "PermissionsPolicyDocument"],
  ["codeartifact", "AWS::CodeArtifact::Repository", "PermissionsPolicyDocument"],
  ["comprehend", "AWS::Comprehend::DocumentClassifier", "ModelPolicy"],
  ["comprehend", "AWS::Comprehend::EntityRecognizer", "ModelPolicy"],
  ["dsql", "AWS::DSQL::Cluster", "PolicyDocument"],
  ["dynamodb", "AWS::DynamoDB::Table", "ResourcePolicy.PolicyDocument"],
  ["dynamodb", "AWS::DynamoDB::Table", "StreamSpecification.ResourcePolicy.PolicyDocument"],
  ["dynamodb", "AWS::DynamoDB::GlobalTable", "Replicas.*.ResourcePolicy.PolicyDocument"],
  ["dynamodb", "AWS::DynamoDB::GlobalTable", "Replicas.*.ReplicaStreamSpecification.ResourcePolicy.PolicyDocument"],
  ["ecr", "AWS::ECR::Repository", "RepositoryPolicyText"],
  ["ecr", "AWS::ECR::RegistryPolicy", "PolicyText"],
  ["ecr", "AWS::ECR::RepositoryCreationTemplate", "RepositoryPolicy"],
  ["ecr-public", "AWS::ECR::PublicRepository", "RepositoryPolicyText"],
  ["elasticfilesystem", "AWS::EFS::FileSystem", "FileSystemPolicy"],
  ["es", "AWS::OpenSearchService::Domain", "AccessPolicies"],
  ["es", "AWS::Elasticsearch::Domain", "AccessPolicies"],
  ["events", "AWS::Events::EventBus", "Policy"],
  ["events", "AWS::EventsV2::ResourcePolicy", "PolicyDocument"],
  ["execute-api", "AWS::ApiGateway::RestApi", "Policy"],
  ["execute-api", "AWS::ApiGateway::DomainNameV2", "Policy"],
  // API Gateway Developer Guide, "x-amazon-apigateway-policy": what a definition of OpenAPI says of who may call.
  ["execute-api", "AWS::ApiGateway::RestApi", "Body.x-amazon-apigateway-policy"],
  ["execute-api", "AWS::Serverless::Api", "DefinitionBody.x-amazon-apigateway-policy"],
  ["kafka", "AWS::MSK::ClusterPolicy", "Policy"],
  ["kinesis", "AWS::Kinesis::ResourcePolicy", "ResourcePolicy"],
  ["kms", "AWS::KMS::Key", "KeyPolicy"],
  ["kms", "AWS::KMS::ReplicaKey", "KeyPolicy"],
  ["lambda", "AWS::Lambda::ResourcePolicy", "PolicyDocument"],
  ["lex", "AWS::Lex::ResourcePolicy", "Policy"],
  ["logs", "AWS::Logs::Destination", "DestinationPolicy"],
  ["logs", "AWS::Logs::ResourcePolicy", "PolicyDocument"],
  ["logs", "AWS::Logs::LogGroup", "ResourcePolicyDocument"],
  ["logs", "AWS::Logs::DeliveryDestination", "DeliveryDestinationPolicy.DeliveryDestinationPolicy"],
  ["mediapackagev2", "AWS::MediaPackageV2::ChannelPolicy", "Policy"],
  ["mediapackagev2", "AWS::MediaPackageV2::OriginEndpointPolicy", "Policy"],
  ["mediastore", "AWS::MediaStore::Container", "Policy"],
  ["mediatailor", "AWS::MediaTailor::ChannelPolicy", "Policy"],
  ["oam", "AWS::Oam::Sink", "Policy"],
  ["osis", "AWS::OSIS::Pipeline", "ResourcePolicy.Policy"],
  ["omics", "AWS::Omics::SequenceStore", "S3AccessPolicy"],
  ["organizations", "AWS::Organizations::ResourcePolicy", "Content"],
  ["payment-cryptography", "AWS::PaymentCryptography::Key", "Policy"],
  ["redshift", "AWS::Redshift::Cluster", "NamespaceResourcePolicy"],
  ["redshift-serverless", "AWS::RedshiftServerless::Namespace", "NamespaceResourcePolicy"],
  ["rum", "AWS::RUM::AppMonitor", "ResourcePolicy.PolicyDocument"],
  ["s3", "AWS::S3::BucketPolicy", "PolicyDocument"],
  ["s3", "AWS::S3::AccessPoint", "Policy"],
  ["s3", "AWS::S3::MultiRegionAccessPointPolicy", "Policy"],
  ["s3", "AWS::FSx::S3AccessPointAttachment", "S3AccessPoint.Policy"],
  ["s3-object-lambda", "AWS::S3ObjectLambda::AccessPointPolicy", "PolicyDocument"],
  ["s3-outposts", "AWS::S3Outposts::BucketPolicy", "PolicyDocument"],
  ["s3-outposts", "AWS::S3Outposts::AccessPoint", "Policy"],
  ["s3express", "AWS::S3Express::BucketPolicy", "PolicyDocument"],
  ["s3express", "AWS::S3Express::AccessPoint", "Policy"],
  ["s3files", "AWS::S3Files::FileSystemPolicy", "Policy"],
  ["s3tables", "AWS::S3Tables::TableBucketPolicy", "ResourcePolicy"],
  ["s3tables", "AWS::S3Tables::TablePolicy", "ResourcePolicy"],
  ["s3vectors", "AWS::S3Vectors::VectorBucketPolicy", "Policy"],
  ["sagemaker", "AWS::SageMaker::ModelPackageGroup", "ModelPackageGroupPolicy"],
  ["schemas", "AWS::EventSchemas::RegistryPolicy", "Policy"],
  ["secretsmanager", "AWS::SecretsManager::ResourcePolicy", "ResourcePolicy"],
  ["sms-voice", "AWS::SMSVOICE::ResourcePolicy", "PolicyDocument"],
  ["sns", "AWS::SNS::TopicPolicy", "PolicyDocument"],
  ["sns", "AWS::SNS::TopicInlinePolicy", "PolicyDocument"],
  ["sqs", "AWS::SQS::QueuePolicy", "PolicyDocument"],
  ["sqs", "AWS::SQS::QueueInlinePolicy", "PolicyDocument"],
  ["ssm", "AWS::SSM::ResourcePolicy", "Policy"],
  ["vpc-lattice", "AWS::VpcLattice::AuthPolicy", "Policy"],
  ["vpc-lattice", "AWS::VpcLattice::ResourcePolicy", "Policy"],
  ["xray", "AWS::XRay::ResourcePolicy", "PolicyDocument"],
];

/** website/docs/r of hashicorp/terraform-provider-aws. */
const TERRAFORM: readonly Row[] = [
  ["acm-pca", "aws_acmpca_policy", "policy"],
  ["aps", "aws_prometheus_resource_policy", "policy_document"],
  ["backup", "aws_backup_vault_policy", "policy"],
  ["bedrock-agentcore", "aws_bedrockagentcore_resource_policy", "policy"],
  ["cloudsearch", "aws_cloudsearch_domain_service_access_policy", "access_policy"],
  ["codeartifact", "aws_codeartifact_domain_permissions_policy", "policy_document"],
  ["codeartifact", "aws_codeartifact_repository_permissions_policy", "policy_document"],
  ["codebuild", "aws_codebuild_resource_policy", "policy"],
  ["dsql", "aws_dsql_cluster_policy", "policy"],
  ["dynamodb", "aws_dynamodb_resource_policy", "policy"],
  ["ecr", "aws_ecr_repository_policy", "policy"],
  ["ecr", "aws_ecr_registry_policy", "policy"],
  ["ecr", "aws_ecr_repository_creation_template", "repository_policy"],
  ["ecr-public", "aws_ecrpublic_repository_policy", "policy"],
  ["elasticfilesystem", "aws_efs_file_system_policy", "policy"],
  ["es", "aws_opensearch_domain_policy", "access_policies"],
  ["es", "aws_opensearch_domain", "access_policies", "aws_opensearch_domain_policy"],
  ["es", "aws_elasticsearch_domain_policy", "access_policies"],
  ["es", "aws_elasticsearch_domain", "access_policies", "aws_elasticsearch_domain_policy"],
  ["events", "aws_cloudwatch_event_bus_policy", "policy"],
  ["execute-api", "aws_api_gateway_rest_api_policy", "policy"],
  ["execute-api", "aws_api_gateway_rest_api", "policy", "aws_api_gateway_rest_api_policy"],
  ["execute-api", "aws_api_gateway_domain_name", "policy"],
  ["glacier", "aws_glacier_vault", "access_policy"],
  ["glacier", "aws_glacier_vault_lock", "policy"],
  ["glue", "aws_glue_resource_policy", "policy"],
  ["kafka", "aws_msk_cluster_policy", "policy"],
  ["kinesis", "aws_kinesis_resource_policy", "policy"],
  ["kms", "aws_kms_key", "policy", "aws_kms_key_policy"],
  ["kms", "aws_kms_key_policy", "policy"],
  ["kms", "aws_kms_external_key", "policy"],
  ["kms", "aws_kms_replica_key", "policy"],
  ["kms", "aws_kms_replica_external_key", "policy"],
  ["lambda", "aws_lambda_resource_policy", "policy"],
  ["logs", "aws_cloudwatch_log_destination_policy", "access_policy"],
  ["logs", "aws_cloudwatch_log_resource_policy", "policy_document"],
  ["logs", "aws_cloudwatch_log_delivery_destination_policy", "delivery_destination_policy"],
  ["mediastore", "aws_media_store_container_policy", "policy"],
  ["network-firewall", "aws_networkfirewall_resource_policy", "policy"],
  ["oam", "aws_oam_sink_policy", "policy"],
  ["organizations", "aws_organizations_resource_policy", "content"],
  ["osis", "aws_osis_resource_policy", "policy"],
  ["redshift", "aws_redshift_resource_policy", "policy"],
  ["redshift-serverless", "aws_redshiftserverless_resource_policy", "policy"],
  ["s3", "aws_s3_bucket_policy", "policy"],
  ["s3", "aws_s3_bucket", "policy", "aws_s3_bucket_policy"],
  ["s3", "aws_s3_access_point", "policy", "aws_s3control_access_point_policy"],
  ["s3", "aws_s3control_access_point_policy", "policy"],
  ["s3", "aws_s3control_multi_region_access_point_policy", "details.0.policy"],
  ["s3", "aws_s3control_access_grants_instance_resource_policy", "policy"],
  ["s3", "aws_fsx_s3_access_point_attachment", "s3_access_point.0.policy"],
  ["s3-object-lambda", "aws_s3control_object_lambda_access_point_policy", "policy"],
  ["s3-outposts", "aws_s3control_bucket_policy", "policy"],
  ["s3files", "aws_s3files_file_system_policy", "policy"],
  ["s3tables", "aws_s3tables_table_bucket_policy", "resource_policy"],
  ["s3tables", "aws_s3tables_table_policy", "resource_policy"],
  ["s3vectors", "aws_s3vectors_vector_bucket_policy", "policy"],
  ["sagemaker", "aws_sagemaker_model_package_group_policy", "resource_policy"],
  ["schemas", "aws_schemas_registry_policy", "policy"],
  ["secretsmanager", "aws_secretsmanager_secret_policy", "policy"],
  ["secretsmanager", "aws_secretsmanager_secret", "policy", "aws_secretsmanager_secret_policy"],
  ["ses", "aws_ses_identity_policy", "policy"],
  ["ses", "aws_sesv2_email_identity_policy", "policy"],
  ["sms-voice", "aws_pinpointsmsvoicev2_resource_policy", "policy"],
  ["sns", "aws_sns_topic_policy", "policy"],
  ["sns", "aws_sns_topic", "policy", "aws_sns_topic_policy"],
  ["sqs", "aws_sqs_queue_policy", "policy"],
  ["sqs", "aws_sqs_queue", "policy", "aws_sqs_queue_policy"],
  ["vpc-lattice", "aws_vpclattice_auth_policy", "policy"],
  ["vpc-lattice", "aws_vpclattice_resource_policy", "policy"],
  ["xray", "aws_xray_resource_policy", "policy_document"],
];

const POLICIES: readonly Carrier[] = [...CLOUDFORMATION, ...TERRAFORM].map(([service, type, property, own]) => ({
  service,
  type,
  property,
  kind: "resource",
  ...(own && { own }),
}));

const byType = new Map<string, Carrier[]>();
const inAwscc = new Map<string, Carrier[]>();

export function carriersOf({ type }: Pick<Resource, "type">): readonly Carrier[] {
  if (byType.size === 0) for (const carrier of [...ROLES, ...IDENTITIES, ...POLICIES, ...GRANTS]) put(byType, carrier);
  if (!type.startsWith("awscc_")) return byType.get(type) ?? [];
  if (inAwscc.size === 0)
    for (const carrier of [...byType.values()].flat()) for (const one of spelledByAwscc(carrier)) put(inAwscc, one);
  return [...(byType.get(type) ?? []), ...(inAwscc.get(type) ?? [])];
}

function put(carriers: Map<string, Carrier[]>, carrier: Carrier): void {
  carriers.set(carrier.type, [...(carriers.get(carrier.type) ?? []), carrier]);
}

/** Names in lower case with underscores: https://registry.terraform.io/providers/hashicorp/awscc */
function spelledByAwscc(carrier: Carrier): readonly Carrier[] {
  const [, service, name] = carrier.type.split("::");
  if (service === undefined || name === undefined || carrier.kind === "trust") return [];
  const type = `awscc_${service.toLowerCase()}_${underscored(name)}`;
  return [{ ...carrier, type, property: underscored(carrier.property), spell: underscored }];
}

function underscored(name: string): string {
  return name
    .replace(/([a-z\d])([A-Z])/g, "$1_$2")
    .replace(/([A-Z]+)([A-Z][a-z])/g, "$1_$2")
    .toLowerCase();
}

/** Those of a service's resources that hold a document, in the order of the table. */
export function documentCarriers(service: string): readonly Carrier[] {
  return POLICIES.filter((carrier) => carrier.service === service);
}

export function isRole(resource: Pick<Resource, "type">): boolean {
  return carriersOf(resource).some(({ kind }) => kind === "trust");
}
