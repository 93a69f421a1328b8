import { expect, test } from "vitest";
import { check } from "../../src/check.ts";

/** What AWS's own pages, and the CDK, write for ordinary purposes: nobody is let in whom anyone would ask about. */
const ORDINARY: Readonly<Record<string, string>> = {
  "the logs of load balancers, by the account of a region": `
Mappings: { Elb: { us-east-1: { Account: "127311923021" } } }
Resources:
  P:
    Type: AWS::S3::BucketPolicy
    Properties:
      Bucket: logs
      PolicyDocument:
        Statement:
          - Effect: Allow
            Principal: { AWS: !Sub ["arn:\${AWS::Partition}:iam::\${A}:root", { A: !FindInMap [Elb, us-east-1, Account] }] }
            Action: s3:PutObject
            Resource: arn:aws:s3:::logs/*
          - Effect: Allow
            Principal: { Service: delivery.logs.amazonaws.com }
            Action: s3:PutObject
            Resource: arn:aws:s3:::logs/*
            Condition: { StringEquals: { s3:x-amz-acl: bucket-owner-full-control } }
          - Effect: Deny
            Principal: "*"
            Action: s3:*
            Resource: arn:aws:s3:::logs/*
            Condition: { Bool: { aws:SecureTransport: "false" } }`,
  "a distribution, by its origin access control and its identity": `
Resources:
  Oai: { Type: AWS::CloudFront::CloudFrontOriginAccessIdentity }
  Distribution: { Type: AWS::CloudFront::Distribution }
  P:
    Type: AWS::S3::BucketPolicy
    Properties:
      Bucket: site
      PolicyDocument:
        Statement:
          - Effect: Allow
            Principal: { Service: cloudfront.amazonaws.com }
            Action: s3:GetObject
            Resource: arn:aws:s3:::site/*
            Condition:
              StringEquals: { AWS:SourceArn: !Sub "arn:aws:cloudfront::\${AWS::AccountId}:distribution/\${Distribution}" }
          - Effect: Allow
            Principal: { CanonicalUser: !GetAtt Oai.S3CanonicalUserId }
            Action: s3:GetObject
            Resource: arn:aws:s3:::site/*
          - Effect: Allow
            Principal: { AWS: !Sub "arn:aws:iam::cloudfront:user/CloudFront Origin Access Identity \${Oai}" }
            Action: s3:GetObject
            Resource: arn:aws:s3:::site/*`,
  "accounts that the template makes, and its organization": `
Resources:
  Ours: { Type: AWS::Organizations::Organization }
  Audit: { Type: AWS::Organizations::Account, Properties: { AccountName: audit, Email: audit@example.com } }
  P:
    Type: AWS::S3::BucketPolicy
    Properties:
      Bucket: logs
      PolicyDocument:
        Statement:
          - Effect: Allow
            Principal: { AWS: [!Ref Audit, !Sub "arn:aws:iam::\${Audit.AccountId}:root", !GetAtt Ours.ManagementAccountId] }
            Action: s3:GetObject
            Resource: arn:aws:s3:::logs/*
          - Effect: Allow
            Principal: "*"
            Action: s3:GetObject
            Resource: arn:aws:s3:::logs/*
            Condition: { StringEquals: { aws:PrincipalOrgID: !Ref Ours } }`,
  "a queue that a topic sends to": `
Resources:
  Topic: { Type: AWS::SNS::Topic }
  P:
    Type: AWS::SQS::QueuePolicy
    Properties:
      Queues: [q]
      PolicyDocument:
        Statement:
          - Effect: Allow
            Principal: "*"
            Action: sqs:SendMessage
            Resource: "*"
            Condition: { ArnEquals: { aws:SourceArn: !Ref Topic } }
          - Effect: Allow
            Principal: { Service: sns.amazonaws.com }
            Action: sqs:SendMessage
            Resource: "*"
            Condition: { ArnEquals: { aws:SourceArn: !Ref Topic } }`,
  "a key that its account administers, and uses through a service": `
Resources:
  Role:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Statement: [{ Effect: Allow, Principal: { Service: lambda.amazonaws.com }, Action: sts:AssumeRole }]
  K:
    Type: AWS::KMS::Key
    Properties:
      KeyPolicy:
        Statement:
          - { Effect: Allow, Principal: { AWS: !Ref AWS::AccountId }, Action: "kms:*", Resource: "*" }
          - { Effect: Allow, Principal: { AWS: !GetAtt Role.Arn }, Action: kms:Decrypt, Resource: "*" }
          - Effect: Allow
            Principal: { AWS: "*" }
            Action: kms:Decrypt
            Resource: "*"
            Condition:
              StringEquals: { kms:CallerAccount: !Ref AWS::AccountId, kms:ViaService: !Sub "s3.\${AWS::Region}.amazonaws.com" }`,
  "functions that services and the own account invoke": `
Resources:
  Api: { Type: AWS::ApiGateway::RestApi }
  A:
    Type: AWS::Lambda::Permission
    Properties:
      Action: lambda:InvokeFunction
      FunctionName: f
      Principal: apigateway.amazonaws.com
      SourceArn: !Sub "arn:\${AWS::Partition}:execute-api:\${AWS::Region}:\${AWS::AccountId}:\${Api}/*/GET/"
  B:
    Type: AWS::Lambda::Permission
    Properties: { Action: lambda:InvokeFunction, FunctionName: f, Principal: !Ref AWS::AccountId }
  C:
    Type: AWS::Lambda::Permission
    Properties: { Action: lambda:InvokeFunctionUrl, FunctionName: f, Principal: "*", FunctionUrlAuthType: AWS_IAM, PrincipalOrgID: o-own1234567 }`,
  "an endpoint of a network, and a policy of things": `
Resources:
  E:
    Type: AWS::EC2::VPCEndpoint
    Properties: { PolicyDocument: { Statement: [{ Effect: Allow, Principal: "*", Action: "*", Resource: "*" }] } }
  I:
    Type: AWS::IoT::Policy
    Properties: { PolicyDocument: { Statement: [{ Effect: Allow, Action: "iot:*", Resource: "*" }] } }`,
  "a bucket and a topic that a Deny keeps to one organization": `
Resources:
  B: { Type: AWS::S3::Bucket }
  T: { Type: AWS::SNS::Topic }
  P:
    Type: AWS::S3::BucketPolicy
    Properties:
      Bucket: !Ref B
      PolicyDocument:
        Statement:
          - { Effect: Allow, Principal: "*", Action: s3:GetObject, Resource: !Sub "\${B.Arn}/*" }
          - { Effect: Allow, Principal: "*", Action: s3:ListBucket, Resource: "*" }
          - Effect: Deny
            Principal: "*"
            Action: s3:*
            Resource: [!GetAtt B.Arn, !Sub "\${B.Arn}/*"]
            Condition: { StringNotEquals: { aws:PrincipalOrgID: o-own1234567 } }
  Q:
    Type: AWS::SNS::TopicPolicy
    Properties:
      Topics: [!Ref T]
      PolicyDocument:
        Statement:
          - { Effect: Allow, Principal: "*", Action: sns:Publish, Resource: "*" }
          - Effect: Deny
            Principal: "*"
            Action: sns:Publish
            Resource: !Ref T
            Condition: { StringNotEquals: { aws:PrincipalOrgID: o-own1234567 } }`,
  "a bucket that one organization reads": `
Resources:
  P:
    Type: AWS::S3::BucketPolicy
    Properties:
      Bucket: b
      PolicyDocument:
        Statement:
          - Effect: Allow
            Principal: "*"
            Action: s3:GetObject
            Resource: arn:aws:s3:::b/*
            Condition: { StringEquals: { aws:PrincipalOrgID: [o-own1234567] } }`,
};

const ORDINARY_TERRAFORM: Readonly<Record<string, string>> = {
  "the logs of load balancers, and of access to a bucket": `
data "aws_elb_service_account" "main" {}
data "aws_caller_identity" "current" {}
data "aws_iam_policy_document" "logs" {
  statement {
    actions   = ["s3:PutObject"]
    resources = ["arn:aws:s3:::logs/*"]
    principals {
      type        = "AWS"
      identifiers = [data.aws_elb_service_account.main.arn]
    }
  }
  statement {
    actions   = ["s3:PutObject"]
    resources = ["arn:aws:s3:::logs/*"]
    principals {
      type        = "Service"
      identifiers = ["logging.s3.amazonaws.com"]
    }
    condition {
      test     = "StringEquals"
      variable = "aws:SourceAccount"
      values   = [data.aws_caller_identity.current.account_id]
    }
  }
}
resource "aws_s3_bucket_policy" "logs" {
  bucket = "logs"
  policy = data.aws_iam_policy_document.logs.json
}`,
  "a distribution's identity, and lists of an owner": `
data "aws_canonical_user_id" "current" {}
data "aws_cloudfront_log_delivery_canonical_user_id" "cdn" {}
resource "aws_cloudfront_origin_access_identity" "cdn" {}
resource "aws_s3_bucket_policy" "site" {
  bucket = "site"
  policy = jsonencode({
    Statement = [{
      Effect    = "Allow"
      Principal = { AWS = aws_cloudfront_origin_access_identity.cdn.iam_arn }
      Action    = "s3:GetObject"
      Resource  = "arn:aws:s3:::site/*"
    }]
  })
}
resource "aws_s3_bucket_acl" "logs" {
  bucket = "logs"
  access_control_policy {
    owner { id = data.aws_canonical_user_id.current.id }
    grant {
      permission = "FULL_CONTROL"
      grantee {
        type = "CanonicalUser"
        id   = data.aws_canonical_user_id.current.id
      }
    }
    grant {
      permission = "FULL_CONTROL"
      grantee {
        type = "CanonicalUser"
        id   = data.aws_cloudfront_log_delivery_canonical_user_id.cdn.id
      }
    }
    grant {
      permission = "READ_ACP"
      grantee {
        type = "Group"
        uri  = "http://acs.amazonaws.com/groups/s3/LogDelivery"
      }
    }
  }
}`,
  "a bucket that the organization of the account reads, and its manager": `
data "aws_organizations_organization" "ours" {}
resource "aws_organizations_account" "audit" {
  name  = "audit"
  email = "audit@example.com"
}
resource "aws_s3_bucket_policy" "b" {
  bucket = "b"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect    = "Allow"
        Principal = "*"
        Action    = "s3:GetObject"
        Resource  = "arn:aws:s3:::b/*"
        Condition = { StringEquals = { "aws:PrincipalOrgID" = data.aws_organizations_organization.ours.id } }
      },
      {
        Effect    = "Allow"
        Principal = { AWS = "arn:aws:iam::\${data.aws_organizations_organization.ours.master_account_id}:root" }
        Action    = "s3:GetObject"
        Resource  = "arn:aws:s3:::b/*"
      },
      {
        Effect    = "Allow"
        Principal = { AWS = "arn:aws:iam::\${aws_organizations_account.audit.id}:root" }
        Action    = "s3:GetObject"
        Resource  = "arn:aws:s3:::b/*"
      },
    ]
  })
}`,
  "a secret, a repository and an image of our own": `
data "aws_caller_identity" "current" {}
resource "aws_iam_role" "r" {
  assume_role_policy = jsonencode({ Statement = [{ Effect = "Allow", Principal = { Service = "ec2.amazonaws.com" }, Action = "sts:AssumeRole" }] })
}
resource "aws_secretsmanager_secret_policy" "s" {
  secret_arn = "s"
  policy = jsonencode({ Statement = [{ Effect = "Allow", Principal = { AWS = aws_iam_role.r.arn }, Action = "secretsmanager:GetSecretValue", Resource = "*" }] })
}
resource "aws_ecr_repository_policy" "e" {
  repository = "e"
  policy = jsonencode({ Statement = [{ Effect = "Allow", Principal = { AWS = "arn:aws:iam::\${data.aws_caller_identity.current.account_id}:root" }, Action = ["ecr:BatchGetImage"] }] })
}
resource "aws_ami_launch_permission" "a" {
  image_id   = "ami-1"
  account_id = "222233334444"
}`,
};

const CONFIG = {
  accounts: { own: ["999988887777"], organization: ["222233334444"] },
  organizationIds: ["o-own1234567"],
  vendors: [{ name: "Panther", tenancy: "single", accounts: ["111122223333"] }],
  tenancy: "single",
  rules: { preset: "all" },
} as const;
const RULES = ["public-resource", "resource-account-scoped", "resource-undeclared-account"];

test.each([
  ...Object.entries(ORDINARY).map(([name, content]) => [name, "t.yaml", content]),
  ...Object.entries(ORDINARY_TERRAFORM).map(([name, content]) => [name, "main.tf", content]),
])("%s", (_, path = "", content = "") => {
  const { findings, unknowns, errors } = check({ files: [{ path, content }], config: CONFIG });
  expect(errors).toEqual([]);
  const told = [...findings, ...unknowns].filter(({ rule }) => RULES.includes(rule));
  expect(told.map(({ rule, message }) => `${rule}: ${message}`)).toEqual([]);
});

test.each(["state", "plan"])("the organization that a %s shows is ours, and the accounts in it", (kind) => {
  const organization = { id: "o-shown12345", master_account_id: "123123123123", accounts: [{ id: "321321321321" }] };
  const statement = (principal: unknown, more: object = {}) => ({
    ...{ Effect: "Allow", Principal: principal, Action: "s3:GetObject", Resource: "*" },
    ...more,
  });
  const policy = (id: string) =>
    JSON.stringify({
      Statement: [
        statement("*", { Condition: { StringEquals: { "aws:PrincipalOrgID": id } } }),
        statement({ AWS: ["123123123123", "arn:aws:iam::321321321321:role/x", "213213213213"] }),
      ],
    });
  const told = (id: string): string[] => {
    const all = [
      { type: "aws_organizations_organization", mode: "data", values: organization },
      { type: "aws_organizations_account", mode: "managed", values: { id: "213213213213" } },
      { type: "aws_s3_bucket_policy", mode: "managed", values: { bucket: "b", policy: policy(id) } },
    ].map(({ type, mode, values }) => ({ address: `${type}.r`, mode, type, name: "r", values }));
    const state = { format_version: "1.0", values: { root_module: { resources: all } } };
    const plan = {
      ...{ format_version: "1.2", configuration: {}, prior_state: state },
      resource_changes: all.map(({ values, ...one }) => ({
        ...one,
        change: { actions: ["no-op"], before: values, after: values, after_unknown: {} },
      })),
    };
    const content = JSON.stringify(kind === "state" ? state : plan);
    const { findings, unknowns } = check({
      files: [{ path: "x.json", content }],
      config: { ...CONFIG, accounts: {}, organizationIds: [] },
    });
    return [...findings, ...unknowns].map(({ rule }) => rule);
  };
  expect(told("o-shown12345")).toEqual([]);
  expect(told("o-else123456")).toEqual(["public-resource"]);
});
