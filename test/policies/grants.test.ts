// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the templates of Fn::Sub are written so
import { describe, expect, test } from "vitest";
import { statementsIn } from "./documents.ts";

const template = (Type: string, Properties: object, more: object = {}) =>
  JSON.stringify({ ...more, Resources: { R: { Type, Properties } } });

describe("fields of CloudFormation that grant", () => {
  const parameters = { Parameters: { P: { Type: "String" } } };
  const cases: [string, string, object, string[]][] = [
    [
      "a permission for a service",
      "AWS::Lambda::Permission",
      {
        Action: "lambda:InvokeFunction",
        Principal: "s3.amazonaws.com",
        SourceArn: "arn:aws:s3:::b",
        SourceAccount: { Ref: "AWS::AccountId" },
      },
      [
        "Allow Service s3.amazonaws.com lambda:InvokeFunction, StringEquals aws:SourceAccount <AWS::AccountId>, ArnLike aws:SourceArn arn:aws:s3:::b",
      ],
    ],
    [
      "a permission for a service whose suffix deployment decides",
      "AWS::Lambda::Permission",
      { Action: "lambda:InvokeFunction", Principal: { "Fn::Sub": "sns.${AWS::URLSuffix}" } },
      ["Allow Service sns.<AWS::URLSuffix> lambda:InvokeFunction"],
    ],
    [
      "a permission for a service of a region",
      "AWS::Lambda::Permission",
      { Action: "lambda:InvokeFunction", Principal: { "Fn::Sub": "logs.${AWS::Region}.amazonaws.com" } },
      ["Allow Service logs.<AWS::Region>.amazonaws.com lambda:InvokeFunction"],
    ],
    [
      "a permission for everybody by URL",
      "AWS::Lambda::Permission",
      { Action: "lambda:InvokeFunctionUrl", Principal: "*", FunctionUrlAuthType: "NONE" },
      ["Allow * lambda:InvokeFunctionUrl, StringEquals lambda:FunctionUrlAuthType NONE"],
    ],
    [
      "a permission for whom deployment decides",
      "AWS::Lambda::Permission",
      { Action: "lambda:InvokeFunction", Principal: { Ref: "P" }, PrincipalOrgID: "o-own1234567" },
      ["Allow AWS <P> lambda:InvokeFunction, StringEquals aws:PrincipalOrgID o-own1234567"],
    ],
    [
      "a layer for an organization",
      "AWS::Lambda::LayerVersionPermission",
      { Action: "lambda:GetLayerVersion", Principal: "*", OrganizationId: "o-own1234567" },
      ["Allow * lambda:GetLayerVersion, StringEquals aws:PrincipalOrgID o-own1234567"],
    ],
    [
      "an event bus for an account",
      "AWS::Events::EventBusPolicy",
      { StatementId: "a", Principal: "111122223333", Action: "events:PutEvents" },
      ["Allow AWS 111122223333 events:PutEvents"],
    ],
    [
      "an event bus for an organization",
      "AWS::Events::EventBusPolicy",
      {
        StatementId: "a",
        Principal: "*",
        Action: "events:PutEvents",
        Condition: { Type: "StringEquals", Key: "aws:PrincipalOrgID", Value: "o-own1234567" },
      },
      ["Allow * events:PutEvents, StringEquals aws:PrincipalOrgID o-own1234567"],
    ],
    [
      "an event bus by a statement",
      "AWS::Events::EventBusPolicy",
      { StatementId: "a", Statement: { Effect: "Allow", Principal: "*", Action: "events:PutRule" } },
      ["Allow * events:PutRule"],
    ],
    [
      "an endpoint service for everybody and a role",
      "AWS::EC2::VPCEndpointServicePermissions",
      { AllowedPrincipals: ["*", "arn:aws:iam::111122223333:role/r"] },
      ["Allow * ec2:CreateVpcEndpoint", "Allow AWS arn:aws:iam::111122223333:role/r ec2:CreateVpcEndpoint"],
    ],
    [
      "a share with accounts, an organization, a unit of one, and a service",
      "AWS::RAM::ResourceShare",
      {
        Principals: [
          "111122223333",
          "arn:aws:organizations::999988887777:organization/o-own1234567",
          "arn:aws:organizations::999988887777:ou/o-own1234567/ou-ab12-11111111",
          "service.amazonaws.com",
        ],
      },
      [
        "Allow AWS 111122223333 ram:AcceptResourceShareInvitation",
        "Allow * ram:AcceptResourceShareInvitation, StringEquals aws:PrincipalOrgID o-own1234567",
        "Allow * ram:AcceptResourceShareInvitation, ForAnyValue:StringLike aws:PrincipalOrgPaths o-own1234567/*/ou-ab12-11111111/*",
        "Allow Service service.amazonaws.com ram:AcceptResourceShareInvitation",
      ],
    ],
    [
      "a share within the organization",
      "AWS::RAM::ResourceShare",
      { Principals: ["111122223333"], AllowExternalPrincipals: false },
      [],
    ],
    [
      "a permission of a data lake for everybody who IAM permits",
      "AWS::LakeFormation::PrincipalPermissions",
      { Principal: { DataLakePrincipalIdentifier: "IAM_ALLOWED_PRINCIPALS" } },
      [],
    ],
    [
      "a permission of a data lake for the principals of an account",
      "AWS::LakeFormation::PrincipalPermissions",
      { Principal: { DataLakePrincipalIdentifier: "111122223333:IAMPrincipals" } },
      ["Allow AWS 111122223333 lakeformation:GetDataAccess"],
    ],
    ["a bucket that all can list", "AWS::S3::Bucket", { AccessControl: "PublicRead" }, ["Allow * s3:ListBucket"]],
    [
      "a bucket that all with an account can list",
      "AWS::S3::Bucket",
      { AccessControl: "AuthenticatedRead" },
      ["Allow AWS * s3:ListBucket"],
    ],
    ["a bucket for logs", "AWS::S3::Bucket", { AccessControl: "LogDeliveryWrite" }, []],
    ["a bucket of its own", "AWS::S3::Bucket", {}, []],
    [
      "a bucket whose list deployment decides",
      "AWS::S3::Bucket",
      { AccessControl: { Ref: "P" } },
      ["Allow AWS <P> s3:ListBucket"],
    ],
    [
      "a function with a URL for everybody",
      "AWS::Serverless::Function",
      { FunctionUrlConfig: { AuthType: "NONE" } },
      ["Allow * lambda:InvokeFunctionUrl, StringEquals lambda:FunctionUrlAuthType NONE"],
    ],
    [
      "a function with a URL for identities",
      "AWS::Serverless::Function",
      { FunctionUrlConfig: { AuthType: "AWS_IAM" } },
      [],
    ],
    [
      "an API with lists of accounts and networks",
      "AWS::Serverless::Api",
      { Auth: { ResourcePolicy: { AwsAccountWhitelist: ["111122223333"], IpRangeWhitelist: ["203.0.113.0/24"] } } },
      [
        "Allow AWS 111122223333 execute-api:Invoke",
        "Allow * execute-api:Invoke",
        "Deny * execute-api:Invoke, NotIpAddress aws:SourceIp 203.0.113.0/24",
      ],
    ],
    [
      "an API with statements",
      "AWS::Serverless::Api",
      {
        Auth: {
          ResourcePolicy: { CustomStatements: { Effect: "Allow", Principal: "*", Action: "execute-api:Invoke" } },
        },
      },
      ["Allow * execute-api:Invoke"],
    ],
    ["an API without a policy", "AWS::Serverless::Api", { StageName: "prod" }, []],
    [
      "what the events of a function say of their paths",
      "AWS::Serverless::Function",
      {
        Events: {
          Queue: { Type: "SQS", Properties: { Auth: { ResourcePolicy: { AwsAccountWhitelist: ["111122223333"] } } } },
          Open: { Type: "Api", Properties: { Path: "/", Method: "get" } },
          Shared: {
            Type: "Api",
            Properties: {
              Auth: {
                ResourcePolicy: {
                  AwsAccountWhitelist: ["444455556666"],
                  CustomStatements: [{ Effect: "Allow", Principal: "*", Action: "execute-api:Invoke" }],
                },
              },
            },
          },
        },
      },
      ["Allow * execute-api:Invoke", "Allow AWS 444455556666 execute-api:Invoke"],
    ],
    ["a function whose events say nothing of who calls", "AWS::Serverless::Function", { Events: {} }, []],
    [
      "a statement in parts, with a condition as a text",
      "AWS::EntityResolution::PolicyStatement",
      {
        Arn: "arn:aws:entityresolution:us-east-1:999988887777:matchingworkflow/w",
        StatementId: "one",
        Effect: "Allow",
        Action: ["entityresolution:GetMatchingJob"],
        Principal: ["111122223333"],
        Condition: '{"StringEquals":{"aws:PrincipalOrgID":"o-own1234567"}}',
      },
      ["Allow AWS 111122223333 entityresolution:GetMatchingJob, StringEquals aws:PrincipalOrgID o-own1234567"],
    ],
    [
      "a statement in parts that denies",
      "AWS::EntityResolution::PolicyStatement",
      { Effect: "Deny", Action: ["entityresolution:*"], Principal: ["111122223333"] },
      ["Deny AWS 111122223333 entityresolution:*"],
    ],
    [
      "a recognizer, as a classifier",
      "AWS::Comprehend::EntityRecognizer",
      {
        ModelPolicy:
          '{"Statement":[{"Effect":"Allow","Principal":{"AWS":"111122223333"},"Action":"comprehend:ImportModel"}]}',
      },
      ["Allow AWS 111122223333 comprehend:ImportModel"],
    ],
    [
      "a monitor of pages",
      "AWS::RUM::AppMonitor",
      {
        ResourcePolicy: {
          PolicyDocument: '{"Statement":[{"Effect":"Allow","Principal":"*","Action":"rum:PutRumEvents"}]}',
        },
      },
      ["Allow * rum:PutRumEvents"],
    ],
    ...["Custom::OpenSearchAccessPolicy", "Custom::ElasticsearchAccessPolicy"].map(
      (type): [string, string, object, string[]] => [
        `what the CDK gives a domain by ${type}`,
        type,
        {
          Create: {
            "Fn::Join": [
              "",
              [
                '{"action":"updateDomainConfig","service":"OpenSearch","parameters":{"DomainName":"',
                { Ref: "P" },
                '","AccessPolicies":"{\\"Statement\\":[{\\"Effect\\":\\"Allow\\",\\"Action\\":\\"es:*\\",\\"Principal\\":{\\"AWS\\":\\"*\\"},\\"Resource\\":\\"',
                { Ref: "P" },
                '/*\\"}]}"}}',
              ],
            ],
          },
        },
        ["Allow AWS * es:*"],
      ],
    ),
    [
      "what the CDK lets a domain write",
      "Custom::CloudwatchLogResourcePolicy",
      {
        Create: JSON.stringify({
          parameters: {
            policyDocument: JSON.stringify({
              Statement: [{ Effect: "Allow", Principal: { Service: "es.amazonaws.com" }, Action: "logs:PutLogEvents" }],
            }),
          },
        }),
      },
      ["Allow Service es.amazonaws.com logs:PutLogEvents"],
    ],
    [
      "accelerators of others",
      "AWS::GlobalAccelerator::CrossAccountAttachment",
      { Principals: ["111122223333", "arn:aws:globalaccelerator::444455556666:accelerator/a"] },
      [
        "Allow AWS 111122223333 globalaccelerator:AddEndpoints",
        "Allow AWS 444455556666 globalaccelerator:AddEndpoints",
      ],
    ],
    [
      "a subscriber of a data lake",
      "AWS::SecurityLake::Subscriber",
      { SubscriberIdentity: { ExternalId: "a-1", Principal: "111122223333" } },
      ["Allow AWS 111122223333 securitylake:GetSubscriber"],
    ],
    [
      "profiles that agents of others send",
      "AWS::CodeGuruProfiler::ProfilingGroup",
      { AgentPermissions: { Principals: ["arn:aws:iam::111122223333:role/x"] } },
      ["Allow AWS arn:aws:iam::111122223333:role/x codeguru-profiler:PostAgentProfile"],
    ],
    [
      "a bucket of Lightsail for accounts and for everybody",
      "AWS::Lightsail::Bucket",
      { ReadOnlyAccessAccounts: ["111122223333"], AccessRules: { GetObject: "public" } },
      ["Allow AWS 111122223333 s3:GetObject", "Allow * s3:GetObject"],
    ],
    ["a bucket of Lightsail of its own", "AWS::Lightsail::Bucket", { AccessRules: { GetObject: "private" } }, []],
    [
      "engines of others that filter what they read",
      "AWS::LakeFormation::DataLakeSettings",
      { ExternalDataFilteringAllowList: [{ DataLakePrincipalIdentifier: "111122223333" }] },
      ["Allow AWS 111122223333 lakeformation:GetDataAccess"],
    ],
    [
      "a template of analyses for a user and an account",
      "AWS::QuickSight::Template",
      {
        Permissions: [
          { Principal: "arn:aws:quicksight:us-east-1:999988887777:user/default/x", Actions: [] },
          { Principal: "arn:aws:iam::111122223333:root", Actions: ["quicksight:DescribeTemplate"] },
        ],
      },
      ["Allow AWS arn:aws:iam::111122223333:root quicksight:DescribeTemplate"],
    ],
    ...["AWS::ApiGateway::RestApi", "AWS::Serverless::Api"].map((type): [string, string, object, string[]] => [
      `what a definition of OpenAPI says in ${type}`,
      type,
      {
        [type.endsWith("RestApi") ? "Body" : "DefinitionBody"]: {
          openapi: "3.0.1",
          "x-amazon-apigateway-policy": {
            Statement: [{ Effect: "Allow", Principal: "*", Action: "execute-api:Invoke" }],
          },
        },
      },
      ["Allow * execute-api:Invoke"],
    ]),
    [
      "images that a pipeline gives to accounts, everybody and an organization",
      "AWS::ImageBuilder::DistributionConfiguration",
      {
        Distributions: [
          {
            AmiDistributionConfiguration: {
              LaunchPermissionConfiguration: { UserIds: ["111122223333"], UserGroups: ["all"] },
            },
          },
          { Region: "us-east-1" },
        ],
      },
      ["Allow AWS 111122223333 ec2:RunInstances", "Allow * ec2:RunInstances"],
    ],
    [
      "a cluster that a role uses",
      "AWS::EKS::AccessEntry",
      { PrincipalArn: "arn:aws:iam::111122223333:role/x" },
      ["Allow AWS arn:aws:iam::111122223333:role/x eks:AccessKubernetesApi"],
    ],
    [
      "a licence",
      "AWS::LicenseManager::Grant",
      { Principals: ["arn:aws:iam::111122223333:root"] },
      ["Allow AWS arn:aws:iam::111122223333:root license-manager:AcceptGrant"],
    ],
    [
      "a flow",
      "AWS::MediaConnect::FlowEntitlement",
      { Subscribers: ["111122223333"] },
      ["Allow AWS 111122223333 mediaconnect:CreateFlow"],
    ],
    [
      "an index, to a vendor's role",
      "AWS::QBusiness::Permission",
      { Principal: "arn:aws:iam::111122223333:role/x", Actions: ["qbusiness:SearchRelevantContent"] },
      ["Allow AWS arn:aws:iam::111122223333:role/x qbusiness:SearchRelevantContent"],
    ],
    [
      "tables in several regions, each with its policy",
      "AWS::DynamoDB::GlobalTable",
      {
        Replicas: ["111122223333", "444455556666"].map((account) => ({
          ResourcePolicy: {
            PolicyDocument: {
              Statement: [{ Effect: "Allow", Principal: { AWS: account }, Action: "dynamodb:GetItem" }],
            },
          },
        })),
      },
      ["Allow AWS 111122223333 dynamodb:GetItem", "Allow AWS 444455556666 dynamodb:GetItem"],
    ],
  ];
  test.each(cases)("%s", (_, type, properties, expected) => {
    expect(statementsIn("t.json", template(type, properties, parameters))).toEqual(expected);
  });
});

describe("arguments and blocks of Terraform that grant", () => {
  const cases: [string, string, string[]][] = [
    [
      "a URL for everybody",
      `resource "aws_lambda_function_url" "u" {
        function_name = "f"
        authorization_type = "NONE"
      }`,
      ["Allow * lambda:InvokeFunctionUrl, StringEquals lambda:FunctionUrlAuthType NONE"],
    ],
    ["a URL for identities", `resource "aws_lambda_function_url" "u" { authorization_type = "AWS_IAM" }`, []],
    ["an object for everybody", `resource "aws_s3_object" "o" { acl = "public-read" }`, ["Allow * s3:GetObject"]],
    ["an object for whom its bucket is", `resource "aws_s3_object" "o" { acl = "bucket-owner-full-control" }`, []],
    [
      "a document for accounts",
      `resource "aws_ssm_document" "d" {
        permissions = {
          type        = "Share"
          account_ids = "111122223333, 444455556666"
        }
      }`,
      ["Allow AWS 111122223333 ssm:GetDocument", "Allow AWS 444455556666 ssm:GetDocument"],
    ],
    [
      "a document for everybody",
      `resource "aws_ssm_document" "d" { permissions = { type = "Share", account_ids = "All" } }`,
      ["Allow * ssm:GetDocument"],
    ],
    [
      "images that a pipeline gives to accounts and everybody",
      `resource "aws_imagebuilder_distribution_configuration" "d" {
        distribution {
          region = "us-east-1"
          ami_distribution_configuration {
            launch_permission {
              user_ids    = ["111122223333"]
              user_groups = ["all"]
            }
          }
        }
      }`,
      ["Allow AWS 111122223333 ec2:RunInstances", "Allow * ec2:RunInstances"],
    ],
    [
      "images, by the provider of CloudFormation's types",
      `resource "awscc_imagebuilder_distribution_configuration" "d" {
        distributions = [{ ami_distribution_configuration = { launch_permission_configuration = { user_ids = ["111122223333"] } } }]
      }`,
      ["Allow AWS 111122223333 ec2:RunInstances"],
    ],
    [
      "filtered data, a subscriber and a template of analyses",
      `resource "aws_lakeformation_data_lake_settings" "l" { external_data_filtering_allow_list = ["111122223333"] }
      resource "aws_securitylake_subscriber" "s" {
        subscriber_identity {
          external_id = "a-1"
          principal   = "111122223333"
        }
      }
      resource "aws_quicksight_template" "t" {
        permissions {
          actions   = ["quicksight:DescribeTemplate"]
          principal = "arn:aws:iam::111122223333:root"
        }
      }`,
      [
        "Allow AWS 111122223333 lakeformation:GetDataAccess",
        "Allow AWS 111122223333 securitylake:GetSubscriber",
        "Allow AWS arn:aws:iam::111122223333:root quicksight:DescribeTemplate",
      ],
    ],
    [
      "data of a cluster",
      `resource "aws_redshift_data_share_authorization" "d" { consumer_identifier = "111122223333" }`,
      ["Allow AWS 111122223333 redshift:AssociateDataShareConsumer"],
    ],
    [
      "a permission",
      `resource "aws_lambda_permission" "p" {
        action = "lambda:InvokeFunction"
        principal = "events.amazonaws.com"
        source_arn = "arn:aws:events:eu-west-1:999988887777:rule/r"
      }`,
      [
        "Allow Service events.amazonaws.com lambda:InvokeFunction, ArnLike aws:SourceArn arn:aws:events:eu-west-1:999988887777:rule/r",
      ],
    ],
    [
      "an event bus for an organization",
      `resource "aws_cloudwatch_event_permission" "p" {
        principal = "*"
        condition {
          key = "aws:PrincipalOrgID"
          type = "StringEquals"
          value = "o-own1234567"
        }
      }`,
      ["Allow * events:PutEvents, StringEquals aws:PrincipalOrgID o-own1234567"],
    ],
    [
      "a list of grantees",
      `resource "aws_s3_bucket_acl" "a" {
        access_control_policy {
          grant {
            permission = "READ"
            grantee {
              type = "Group"
              uri = "http://acs.amazonaws.com/groups/global/AllUsers"
            }
          }
          grant {
            permission = "WRITE"
            grantee {
              type = "Group"
              uri = "http://acs.amazonaws.com/groups/s3/LogDelivery"
            }
          }
          grant {
            permission = "FULL_CONTROL"
            grantee {
              type = "CanonicalUser"
              id = "79a59df900b949e55d96a1e698fbacedfd6e09d98eacf8f8d5218e7cd47ef2be"
            }
          }
        }
      }`,
      [
        "Allow * s3:ListBucket",
        "Allow CanonicalUser 79a59df900b949e55d96a1e698fbacedfd6e09d98eacf8f8d5218e7cd47ef2be s3:*",
      ],
    ],
    [
      "grants of a bucket, one for each of a list",
      `resource "aws_s3_bucket" "b" {
        dynamic "grant" {
          for_each = ["READ", "WRITE"]
          content {
            type = "Group"
            uri = "http://acs.amazonaws.com/groups/global/AuthenticatedUsers"
            permissions = [grant.value]
          }
        }
      }`,
      ["Allow AWS * s3:ListBucket", "Allow AWS * s3:PutObject"],
    ],
    [
      "an image for all, and for an account",
      `resource "aws_ami_launch_permission" "a" { group = "all" }
       resource "aws_ami_launch_permission" "b" { account_id = "111122223333" }`,
      ["Allow * ec2:RunInstances", "Allow AWS 111122223333 ec2:RunInstances"],
    ],
    [
      "a snapshot for accounts, and for all",
      `resource "aws_db_snapshot" "s" { shared_accounts = ["111122223333", "all"] }`,
      ["Allow AWS 111122223333 rds:RestoreDBInstanceFromDBSnapshot", "Allow * rds:RestoreDBInstanceFromDBSnapshot"],
    ],
    [
      "an endpoint service that asks first",
      `resource "aws_vpc_endpoint_service" "s" {
        acceptance_required = true
        allowed_principals = ["*", "arn:aws:iam::111122223333:root"]
      }`,
      ["Allow AWS arn:aws:iam::111122223333:root ec2:CreateVpcEndpoint"],
    ],
    [
      "a grant of a key",
      `resource "aws_kms_grant" "g" { grantee_principal = "arn:aws:iam::111122223333:role/r" }`,
      ["Allow AWS arn:aws:iam::111122223333:role/r kms:Decrypt"],
    ],
    [
      "a custom domain name",
      `resource "aws_api_gateway_domain_name_share" "s" { allowed_accounts = ["111122223333"] }`,
      ["Allow AWS 111122223333 apigateway:CreateAccessAssociation"],
    ],
    [
      "an accelerator",
      `resource "aws_globalaccelerator_cross_account_attachment" "a" { principals = ["111122223333"] }`,
      ["Allow AWS 111122223333 globalaccelerator:AddEndpoints"],
    ],
    [
      "a resource share whose members are listed in one place",
      `resource "aws_ram_resource_share_associations_exclusive" "a" { principals = ["111122223333"] }`,
      ["Allow AWS 111122223333 ram:AcceptResourceShareInvitation"],
    ],
    [
      "a directory",
      `resource "aws_directory_service_shared_directory" "d" {
        target {
          id = "111122223333"
        }
      }`,
      ["Allow AWS 111122223333 ds:AcceptSharedDirectory"],
    ],
    [
      "an API by its definition",
      `resource "aws_api_gateway_rest_api" "a" {
        body = jsonencode({
          openapi                      = "3.0.1"
          info                         = { title = var.title }
          "x-amazon-apigateway-policy" = { Statement = [{ Effect = "Allow", Principal = "*", Action = "execute-api:Invoke" }] }
        })
      }
      variable "title" {}`,
      ["Allow * execute-api:Invoke"],
    ],
    [
      "an API by its definition in YAML",
      `resource "aws_api_gateway_rest_api_put" "a" { body = "openapi: 3.0.1\\nx-amazon-apigateway-policy:\\n  Statement: []\\n" }`,
      ["?file definition in YAML"],
    ],
    [
      "an API whose definition says nothing of it",
      `resource "aws_api_gateway_rest_api" "a" { body = jsonencode({ openapi = "3.0.1" }) }
       resource "aws_api_gateway_rest_api" "b" { body = aws_instance.o.user_data }
       resource "aws_instance" "o" {}
       resource "aws_api_gateway_rest_api" "c" { name = "c" }`,
      [],
    ],
    ["a queue without a policy", `resource "aws_sqs_queue" "q" {}`, []],
    [
      "a bucket policy of the provider for CloudFormation's types",
      `resource "awscc_s3_bucket_policy" "p" {
        policy_document = jsonencode({ Statement = [{ Effect = "Allow", Principal = "*", Action = "s3:GetObject" }] })
      }`,
      ["Allow * s3:GetObject"],
    ],
    [
      "a table of the provider for CloudFormation's types",
      `resource "awscc_dynamodb_table" "t" {
        resource_policy = {
          policy_document = jsonencode({ Statement = [{ Effect = "Allow", Principal = "*", Action = "dynamodb:GetItem" }] })
        }
      }`,
      ["Allow * dynamodb:GetItem"],
    ],
    [
      "a permission of the provider for CloudFormation's types",
      `resource "awscc_lambda_permission" "p" {
        action = "lambda:InvokeFunction"
        principal = "*"
        principal_org_id = "o-own1234567"
      }`,
      ["Allow * lambda:InvokeFunction, StringEquals aws:PrincipalOrgID o-own1234567"],
    ],
  ];
  test.each(cases)("%s", (_, content, expected) => {
    expect(statementsIn("main.tf", content)).toEqual(expected);
  });

  test("in a state a text that is empty is no policy", () => {
    const instances = [{ attributes: { policy: "" } }];
    const resources = [{ mode: "managed", type: "aws_sqs_queue", name: "q", provider: "p", instances }];
    const state = { version: 4, terraform_version: "1.11.4", serial: 1, lineage: "x", outputs: {}, resources };
    expect(statementsIn("terraform.tfstate", JSON.stringify(state))).toEqual([]);
  });
});

const OPEN = { Statement: [{ Effect: "Allow", Principal: "*", Action: "x:Y" }] };
const DOCUMENTS = `
  AWS::S3::BucketPolicy.PolicyDocument AWS::SQS::QueuePolicy.PolicyDocument AWS::SNS::TopicPolicy.PolicyDocument
  AWS::KMS::Key.KeyPolicy AWS::SecretsManager::ResourcePolicy.ResourcePolicy AWS::ECR::Repository.RepositoryPolicyText
  AWS::ECR::PublicRepository.RepositoryPolicyText AWS::Events::EventBus.Policy AWS::Backup::BackupVault.AccessPolicy
  AWS::EFS::FileSystem.FileSystemPolicy AWS::OpenSearchService::Domain.AccessPolicies AWS::ApiGateway::RestApi.Policy
  AWS::CodeArtifact::Domain.PermissionsPolicyDocument AWS::Kinesis::ResourcePolicy.ResourcePolicy
  AWS::DynamoDB::Table.ResourcePolicy.PolicyDocument AWS::S3::AccessPoint.Policy AWS::S3Express::BucketPolicy.PolicyDocument
  AWS::S3::MultiRegionAccessPointPolicy.Policy AWS::Organizations::ResourcePolicy.Content
  AWS::Logs::ResourcePolicy.PolicyDocument AWS::MediaStore::Container.Policy
  aws_s3_bucket_policy.policy aws_s3_bucket.policy aws_sqs_queue_policy.policy aws_sns_topic_policy.policy aws_kms_key.policy
  aws_secretsmanager_secret_policy.policy aws_ecr_repository_policy.policy aws_ecrpublic_repository_policy.policy
  aws_cloudwatch_event_bus_policy.policy aws_backup_vault_policy.policy aws_glacier_vault.access_policy
  aws_efs_file_system_policy.policy aws_opensearch_domain.access_policies aws_api_gateway_rest_api_policy.policy
  aws_codeartifact_domain_permissions_policy.policy_document aws_glue_resource_policy.policy
  aws_kinesis_resource_policy.policy aws_dynamodb_resource_policy.policy aws_s3control_access_point_policy.policy
  aws_s3control_multi_region_access_point_policy.details.policy aws_organizations_resource_policy.content
  aws_cloudwatch_log_resource_policy.policy_document aws_media_store_container_policy.policy aws_acmpca_policy.policy
  aws_lambda_resource_policy.policy aws_dsql_cluster_policy.policy aws_osis_resource_policy.policy
  aws_bedrockagentcore_resource_policy.policy aws_s3files_file_system_policy.policy
  aws_pinpointsmsvoicev2_resource_policy.policy
  awscc_ecr_repository.repository_policy_text awscc_opensearchservice_domain.access_policies`;

test.each(DOCUMENTS.trim().split(/\s+/))("the document of %s is read", (carrier) => {
  const [type = "", ...path] = carrier.split(".");
  const isTemplate = type.includes("::");
  const leaf = isTemplate ? OPEN : JSON.stringify(OPEN);
  const [name = "", ...inner] = path;
  const properties = { [name]: inner.reduceRight<unknown>((value, step) => ({ [step]: value }), leaf) };
  const statements = isTemplate
    ? statementsIn("t.json", template(type, properties))
    : statementsIn("main.tf.json", JSON.stringify({ resource: { [type]: { r: properties } } }));
  expect(statements).toEqual(["Allow * x:Y"]);
});

test.each(["AWS::EC2::VPCEndpoint", "AWS::IoT::Policy", "AWS::SNS::Topic"])(
  "%s carries no policy that is read",
  (type) => {
    expect(statementsIn("t.json", template(type, { PolicyDocument: OPEN }))).toEqual([]);
  },
);
