// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the templates of Fn::Sub are written so
import { expect, test } from "vitest";
import { check } from "../../src/check.ts";

/** Ordinary repositories, as their authors write them, without a configuration of ours. */
const REPOSITORIES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  "an API of AWS SAM": {
    "template.yaml": `
AWSTemplateFormatVersion: "2010-09-09"
Transform: AWS::Serverless-2016-10-31
Resources:
  Api: { Type: AWS::Serverless::Api, Properties: { StageName: prod, Auth: { DefaultAuthorizer: AWS_IAM } } }
  Function:
    Type: AWS::Serverless::Function
    Properties:
      Handler: index.handler
      Runtime: nodejs22.x
      Policies: [AWSLambdaBasicExecutionRole, { DynamoDBCrudPolicy: { TableName: !Ref Table } }]
      Events:
        Get: { Type: Api, Properties: { Path: /x, Method: get, RestApiId: !Ref Api } }
  Table: { Type: AWS::Serverless::SimpleTable }
`,
  },
  "functions of AWS SAM behind queues, topics and schedules": {
    "template.yaml": `
Transform: AWS::Serverless-2016-10-31
Globals: { Function: { Runtime: python3.13, Handler: app.handler } }
Resources:
  Queue: { Type: AWS::SQS::Queue }
  Topic: { Type: AWS::SNS::Topic }
  Worker:
    Type: AWS::Serverless::Function
    Properties:
      Policies:
        - Statement: [{ Effect: Allow, Action: ["s3:GetObject", "ssm:GetParameter"], Resource: "*" }]
      FunctionUrlConfig: { AuthType: AWS_IAM }
      Events:
        Jobs: { Type: SQS, Properties: { Queue: !GetAtt Queue.Arn } }
        Told: { Type: SNS, Properties: { Topic: !Ref Topic } }
        Nightly: { Type: ScheduleV2, Properties: { ScheduleExpression: rate(1 day) } }
`,
  },
  "a stack of the CDK": {
    "cdk.out/Stack.template.json": JSON.stringify({
      Resources: {
        FnServiceRole: {
          Type: "AWS::IAM::Role",
          Properties: {
            AssumeRolePolicyDocument: {
              Statement: [
                { Action: "sts:AssumeRole", Effect: "Allow", Principal: { Service: "lambda.amazonaws.com" } },
              ],
              Version: "2012-10-17",
            },
            ManagedPolicyArns: [
              {
                "Fn::Join": [
                  "",
                  ["arn:", { Ref: "AWS::Partition" }, ":iam::aws:policy/service-role/AWSLambdaBasicExecutionRole"],
                ],
              },
            ],
          },
        },
        FnPolicy: {
          Type: "AWS::IAM::Policy",
          Properties: {
            PolicyDocument: {
              Statement: [
                { Action: ["s3:GetObject*", "s3:List*"], Effect: "Allow", Resource: { "Fn::GetAtt": ["B", "Arn"] } },
              ],
              Version: "2012-10-17",
            },
            PolicyName: "FnPolicy",
            Roles: [{ Ref: "FnServiceRole" }],
          },
        },
        B: { Type: "AWS::S3::Bucket" },
        BPolicy: {
          Type: "AWS::S3::BucketPolicy",
          Properties: {
            Bucket: { Ref: "B" },
            PolicyDocument: {
              Statement: [
                {
                  Action: "s3:*",
                  Condition: { Bool: { "aws:SecureTransport": "false" } },
                  Effect: "Deny",
                  Principal: { AWS: "*" },
                  Resource: [{ "Fn::GetAtt": ["B", "Arn"] }],
                },
                {
                  Action: ["s3:PutBucketPolicy", "s3:GetBucket*", "s3:List*", "s3:DeleteObject*"],
                  Effect: "Allow",
                  Principal: { AWS: { "Fn::GetAtt": ["AutoDeleteRole", "Arn"] } },
                  Resource: "*",
                },
              ],
            },
          },
        },
        AutoDeleteRole: {
          Type: "AWS::IAM::Role",
          Properties: {
            AssumeRolePolicyDocument: {
              Version: "2012-10-17",
              Statement: [
                { Action: "sts:AssumeRole", Effect: "Allow", Principal: { Service: "lambda.amazonaws.com" } },
              ],
            },
            ManagedPolicyArns: [
              { "Fn::Sub": "arn:${AWS::Partition}:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole" },
            ],
          },
        },
        K: {
          Type: "AWS::KMS::Key",
          Properties: {
            KeyPolicy: {
              Statement: [
                {
                  Action: "kms:*",
                  Effect: "Allow",
                  Principal: {
                    AWS: {
                      "Fn::Join": [
                        "",
                        ["arn:", { Ref: "AWS::Partition" }, ":iam::", { Ref: "AWS::AccountId" }, ":root"],
                      ],
                    },
                  },
                  Resource: "*",
                },
              ],
              Version: "2012-10-17",
            },
          },
        },
      },
    }),
  },
  "what the Serverless Framework makes": {
    "cloudformation-template-update-stack.json": JSON.stringify({
      AWSTemplateFormatVersion: "2010-09-09",
      Resources: {
        ServerlessDeploymentBucket: { Type: "AWS::S3::Bucket" },
        ServerlessDeploymentBucketPolicy: {
          Type: "AWS::S3::BucketPolicy",
          Properties: {
            Bucket: { Ref: "ServerlessDeploymentBucket" },
            PolicyDocument: {
              Statement: [
                {
                  Action: "s3:*",
                  Effect: "Deny",
                  Principal: "*",
                  Resource: "*",
                  Condition: { Bool: { "aws:SecureTransport": false } },
                },
              ],
            },
          },
        },
        IamRoleLambdaExecution: {
          Type: "AWS::IAM::Role",
          Properties: {
            AssumeRolePolicyDocument: {
              Version: "2012-10-17",
              Statement: [
                { Effect: "Allow", Principal: { Service: ["lambda.amazonaws.com"] }, Action: ["sts:AssumeRole"] },
              ],
            },
            Policies: [
              {
                PolicyName: "dev-lambda",
                PolicyDocument: {
                  Version: "2012-10-17",
                  Statement: [
                    { Effect: "Allow", Action: ["logs:CreateLogStream", "logs:PutLogEvents"], Resource: ["*"] },
                  ],
                },
              },
            ],
          },
        },
        HelloLambdaPermissionApiGateway: {
          Type: "AWS::Lambda::Permission",
          Properties: {
            FunctionName: "hello",
            Action: "lambda:InvokeFunction",
            Principal: "apigateway.amazonaws.com",
            SourceArn: { "Fn::Sub": "arn:${AWS::Partition}:execute-api:${AWS::Region}:${AWS::AccountId}:${Api}/*/*" },
          },
        },
        Api: { Type: "AWS::ApiGateway::RestApi", Properties: { Name: "dev" } },
      },
    }),
  },
  "a service on Fargate": {
    "main.tf": `
data "aws_iam_policy_document" "assume" {
  statement {
    actions = ["sts:AssumeRole"]
    principals {
      type        = "Service"
      identifiers = ["ecs-tasks.amazonaws.com"]
    }
    condition {
      test     = "StringEquals"
      variable = "aws:SourceAccount"
      values   = [data.aws_caller_identity.this.account_id]
    }
  }
}
data "aws_caller_identity" "this" {}
resource "aws_iam_role" "task" {
  name               = "task"
  assume_role_policy = data.aws_iam_policy_document.assume.json
}
resource "aws_iam_role_policy_attachment" "execution" {
  role       = aws_iam_role.task.name
  policy_arn = "arn:aws:iam::aws:policy/service-role/AmazonECSTaskExecutionRolePolicy"
}
resource "aws_iam_role_policy" "task" {
  role   = aws_iam_role.task.id
  policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Action = ["sqs:*"], Resource = "*" }] })
}
`,
  },
  "service accounts of a cluster": {
    "irsa.tf": `
variable "issuer" { type = string }
data "aws_caller_identity" "current" {}
resource "aws_eks_cluster" "this" { name = "main" }
resource "aws_iam_openid_connect_provider" "eks" {
  client_id_list = ["sts.amazonaws.com"]
  url            = aws_eks_cluster.this.identity[0].oidc[0].issuer
}
data "aws_iam_policy_document" "trust" {
  statement {
    actions = ["sts:AssumeRoleWithWebIdentity"]
    principals {
      type        = "Federated"
      identifiers = ["arn:aws:iam::\${data.aws_caller_identity.current.account_id}:oidc-provider/oidc.eks.eu-west-1.amazonaws.com/id/EXAMPLED539D4633E53DE1B71EXAMPLE"]
    }
    condition {
      test     = "StringEquals"
      variable = "oidc.eks.eu-west-1.amazonaws.com/id/EXAMPLED539D4633E53DE1B71EXAMPLE:sub"
      values   = ["system:serviceaccount:payments:api"]
    }
    condition {
      test     = "StringEquals"
      variable = "oidc.eks.eu-west-1.amazonaws.com/id/EXAMPLED539D4633E53DE1B71EXAMPLE:aud"
      values   = ["sts.amazonaws.com"]
    }
  }
}
resource "aws_iam_role" "api" { assume_role_policy = data.aws_iam_policy_document.trust.json }
resource "aws_iam_role" "node" {
  assume_role_policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Principal = { Service = "ec2.amazonaws.com" }, Action = "sts:AssumeRole" }] })
}
resource "aws_iam_role" "pods" {
  assume_role_policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Principal = { Service = "pods.eks.amazonaws.com" }, Action = ["sts:AssumeRole", "sts:TagSession"] }] })
}
resource "aws_iam_role" "cluster" {
  assume_role_policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Principal = { Service = "eks.amazonaws.com" }, Action = "sts:AssumeRole" }] })
}
`,
  },
  "a static site behind a distribution": {
    "site.yaml": `
Resources:
  Site:
    Type: AWS::S3::Bucket
    Properties:
      PublicAccessBlockConfiguration: { BlockPublicAcls: true, BlockPublicPolicy: true, IgnorePublicAcls: true, RestrictPublicBuckets: true }
  Distribution: { Type: AWS::CloudFront::Distribution }
  SitePolicy:
    Type: AWS::S3::BucketPolicy
    Properties:
      Bucket: !Ref Site
      PolicyDocument:
        Version: "2012-10-17"
        Statement:
          - Effect: Allow
            Principal: { Service: cloudfront.amazonaws.com }
            Action: s3:GetObject
            Resource: !Sub "\${Site.Arn}/*"
            Condition: { StringEquals: { AWS:SourceArn: !Sub "arn:aws:cloudfront::\${AWS::AccountId}:distribution/\${Distribution}" } }
`,
  },
  "logs of a load balancer, a trail and a network": {
    "logs.tf": `
data "aws_caller_identity" "me" {}
data "aws_elb_service_account" "elb" {}
data "aws_iam_policy_document" "logs" {
  statement {
    actions   = ["s3:PutObject"]
    resources = ["arn:aws:s3:::logs/*"]
    principals {
      type        = "AWS"
      identifiers = [data.aws_elb_service_account.elb.arn]
    }
  }
  statement {
    actions   = ["s3:PutObject"]
    resources = ["arn:aws:s3:::logs/*"]
    principals {
      type        = "Service"
      identifiers = ["cloudtrail.amazonaws.com", "delivery.logs.amazonaws.com"]
    }
    condition {
      test     = "StringEquals"
      variable = "aws:SourceAccount"
      values   = [data.aws_caller_identity.me.account_id]
    }
  }
}
resource "aws_s3_bucket" "logs" { bucket = "logs" }
resource "aws_s3_bucket_policy" "logs" {
  bucket = aws_s3_bucket.logs.id
  policy = data.aws_iam_policy_document.logs.json
}
resource "aws_iam_role" "flow" {
  assume_role_policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Principal = { Service = "vpc-flow-logs.amazonaws.com" }, Action = "sts:AssumeRole" }] })
}
`,
  },
  "a key that its account administers, for logs too": {
    "kms.tf": `
data "aws_caller_identity" "me" {}
data "aws_partition" "this" {}
resource "aws_kms_key" "k" {
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      { Effect = "Allow", Principal = { AWS = "arn:\${data.aws_partition.this.partition}:iam::\${data.aws_caller_identity.me.account_id}:root" }, Action = "kms:*", Resource = "*" },
      {
        Effect    = "Allow"
        Principal = { Service = "logs.eu-west-1.amazonaws.com" }
        Action    = ["kms:Encrypt*", "kms:Decrypt*", "kms:GenerateDataKey*"]
        Resource  = "*"
        Condition = { ArnLike = { "kms:EncryptionContext:aws:logs:arn" = "arn:aws:logs:eu-west-1:\${data.aws_caller_identity.me.account_id}:*" } }
      },
    ]
  })
}
`,
  },
  "a bucket for an organization that the configuration reads": {
    "org.tf": `
data "aws_organizations_organization" "org" {}
resource "aws_s3_bucket" "b" { bucket = "shared" }
resource "aws_s3_bucket_policy" "b" {
  bucket = aws_s3_bucket.b.id
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Principal = "*", Action = ["s3:GetObject"], Resource = "\${aws_s3_bucket.b.arn}/*", Condition = { StringEquals = { "aws:PrincipalOrgID" = data.aws_organizations_organization.org.id } } }]
  })
}
`,
  },
  "queues and topics between services": {
    "messages.yaml": `
Resources:
  Uploads: { Type: AWS::S3::Bucket }
  Topic: { Type: AWS::SNS::Topic }
  Queue: { Type: AWS::SQS::Queue }
  TopicPolicy:
    Type: AWS::SNS::TopicPolicy
    Properties:
      Topics: [!Ref Topic]
      PolicyDocument:
        Version: "2012-10-17"
        Statement:
          - Effect: Allow
            Principal: { Service: s3.amazonaws.com }
            Action: sns:Publish
            Resource: !Ref Topic
            Condition:
              ArnLike: { aws:SourceArn: !GetAtt Uploads.Arn }
              StringEquals: { aws:SourceAccount: !Ref AWS::AccountId }
          - { Effect: Allow, Principal: { Service: events.amazonaws.com }, Action: sns:Publish, Resource: !Ref Topic }
  QueuePolicy:
    Type: AWS::SQS::QueuePolicy
    Properties:
      Queues: [!Ref Queue]
      PolicyDocument:
        Version: "2012-10-17"
        Statement:
          - Effect: Allow
            Principal: { Service: sns.amazonaws.com }
            Action: sqs:SendMessage
            Resource: !GetAtt Queue.Arn
            Condition: { ArnEquals: { aws:SourceArn: !Ref Topic } }
`,
  },
  "a pipeline of another forge, for one repository": {
    "github.yaml": `
Resources:
  Provider: { Type: AWS::IAM::OIDCProvider, Properties: { Url: "https://token.actions.githubusercontent.com", ClientIdList: [sts.amazonaws.com] } }
  Deploy:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Version: "2012-10-17"
        Statement:
          - Effect: Allow
            Principal: { Federated: !Ref Provider }
            Action: sts:AssumeRoleWithWebIdentity
            Condition:
              StringEquals: { "token.actions.githubusercontent.com:aud": sts.amazonaws.com }
              StringLike: { "token.actions.githubusercontent.com:sub": "repo:acme/app:ref:refs/heads/main" }
      ManagedPolicyArns: [arn:aws:iam::aws:policy/AdministratorAccess]
`,
  },
  "state machines, rules and builds, each with its role": {
    "roles.yaml": `
Resources:
${["states", "events", "codebuild", "codepipeline", "glue", "firehose", "config", "backup", "rds", "ssm"]
  .map(
    (name) => `  R${name}:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Version: "2012-10-17"
        Statement: [{ Effect: Allow, Principal: { Service: ${name}.amazonaws.com }, Action: sts:AssumeRole }]
`,
  )
  .join("")}`,
  },
  "users who sign in with a pool of identities": {
    "cognito.tf": `
resource "aws_cognito_identity_pool" "main" { identity_pool_name = "main" }
resource "aws_iam_role" "users" {
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { Federated = "cognito-identity.amazonaws.com" }
      Action    = "sts:AssumeRoleWithWebIdentity"
      Condition = {
        StringEquals             = { "cognito-identity.amazonaws.com:aud" = aws_cognito_identity_pool.main.id }
        "ForAnyValue:StringLike" = { "cognito-identity.amazonaws.com:amr" = "authenticated" }
      }
    }]
  })
}
`,
  },
  "roles of people, by a provider of assertions": {
    "saml.tf": `
resource "aws_iam_saml_provider" "sso" {
  name                   = "sso"
  saml_metadata_document = "<xml/>"
}
resource "aws_iam_role" "people" {
  assume_role_policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Principal = { Federated = aws_iam_saml_provider.sso.arn }, Action = ["sts:AssumeRoleWithSAML", "sts:TagSession"], Condition = { StringEquals = { "SAML:aud" = "https://signin.aws.amazon.com/saml" } } }]
  })
}
resource "aws_iam_role_policy_attachment" "people" {
  role       = aws_iam_role.people.name
  policy_arn = "arn:aws:iam::aws:policy/PowerUserAccess"
}
resource "aws_ecr_repository_policy" "images" {
  repository = "images"
  policy     = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Principal = { AWS = aws_iam_role.people.arn }, Action = ["ecr:BatchGetImage"] }] })
}
`,
  },
};

test.each(Object.entries(REPOSITORIES))("the default run is quiet: %s", (_, repository) => {
  const files = Object.entries(repository).map(([path, content]) => ({ path, content }));
  const { findings, unknowns, errors, summary } = check({ files });
  expect(errors).toEqual([]);
  expect(summary.resources).toBeGreaterThan(0);
  expect([...findings, ...unknowns].map(({ rule, resource, message }) => `${rule} ${resource.id}: ${message}`)).toEqual(
    [],
  );
});
