// Makes the inputs of the benchmark: the same bytes in every run, in realistic shapes.

import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { modules } from "./hcl-inputs.mjs";

const VENDOR = "444455556666";

const id = (index) => `7f3c1f5e-2d0b-4c57-8a55-${String(index).padStart(12, "0")}`;
const account = (index) => String(200_000_000_000 + index);

/** Every third trusts a vendor by an external ID, every third one without, and every third a service. */
function trust(index) {
  const principal =
    index % 3 === 2
      ? { Service: "ec2.amazonaws.com" }
      : { AWS: `arn:aws:iam::${index % 2 === 0 ? VENDOR : account(index % 50)}:root` };
  return {
    Version: "2012-10-17",
    Statement: [
      {
        Effect: "Allow",
        Action: "sts:AssumeRole",
        Principal: principal,
        ...(index % 3 === 0 && { Condition: { StringEquals: { "sts:ExternalId": id(index) } } }),
      },
    ],
  };
}

const ACTIONS = [
  "s3:GetObject",
  "s3:ListBucket",
  "ec2:DescribeInstances",
  "cloudwatch:GetMetricData",
  "logs:FilterLogEvents",
];

function role(index) {
  return {
    Type: "AWS::IAM::Role",
    Properties: {
      RoleName: `vendor-${index}`,
      AssumeRolePolicyDocument: trust(index),
      Policies: [
        {
          PolicyName: "read",
          PolicyDocument: {
            Version: "2012-10-17",
            Statement: [{ Effect: "Allow", Action: ACTIONS, Resource: `arn:aws:s3:::data-${index}/*` }],
          },
        },
      ],
      Tags: [{ Key: "owner", Value: `team-${index}` }],
    },
  };
}

/** What most of a template is: resources that carry no policy. */
function other(index) {
  switch (index % 3) {
    case 0:
      return {
        Type: "AWS::S3::Bucket",
        Properties: {
          BucketName: { "Fn::Sub": `\${AWS::StackName}-data-${index}` },
          VersioningConfiguration: { Status: "Enabled" },
          PublicAccessBlockConfiguration: { BlockPublicAcls: "true", BlockPublicPolicy: "true" },
          Tags: [{ Key: "owner", Value: `team-${index}` }],
        },
      };
    case 1:
      return {
        Type: "AWS::EC2::SecurityGroup",
        Properties: {
          GroupDescription: `what reaches service ${index}`,
          SecurityGroupIngress: [
            { IpProtocol: "tcp", FromPort: "443", ToPort: "443", CidrIp: "10.0.0.0/8", Description: "from inside" },
          ],
          Tags: [{ Key: "owner", Value: `team-${index}` }],
        },
      };
    default:
      return {
        Type: "AWS::CloudWatch::Alarm",
        Properties: {
          AlarmDescription: `service ${index} answers late`,
          MetricName: "Latency",
          Namespace: "AWS/ELB",
          Statistic: "Average",
          Period: "60",
          EvaluationPeriods: "5",
          Threshold: "0.5",
          ComparisonOperator: "GreaterThanThreshold",
          Dimensions: [{ Name: "LoadBalancerName", Value: { Ref: "Environment" } }],
        },
      };
  }
}

/** A template of some roles among other resources. */
function template(roles, others, first = 0) {
  const count = roles + others;
  const resources = {};
  for (let index = 0, done = 0; index < count; index += 1) {
    // The roles stand evenly among the others.
    const isRole = Math.floor(((index + 1) * roles) / count) > done;
    if (isRole) done += 1;
    const number = first + index;
    resources[isRole ? `Role${number}` : `Other${number}`] = isRole ? role(first + done) : other(number);
  }
  return {
    AWSTemplateFormatVersion: "2010-09-09",
    Description: "Roles that others assume, among what a stack has otherwise",
    Parameters: { Environment: { Type: "String", Default: "test", AllowedValues: ["test", "production"] } },
    Resources: resources,
  };
}

/** JSON values as people write YAML: blocks, and quotes only where they are needed. */
function yaml(value, indent = "") {
  return Object.entries(value)
    .map(([key, each]) => `${indent}${/^[\w.-]+$/.test(key) ? key : `"${key}"`}:${yamlBelow(each, indent)}`)
    .join("\n");
}

function yamlBelow(value, indent) {
  if (typeof value === "string") return ` ${scalar(value)}`;
  if (!Array.isArray(value)) return `\n${yaml(value, `${indent}  `)}`;
  const items = value.map((each) => {
    if (typeof each === "string") return `${indent}  - ${scalar(each)}`;
    return `${indent}  - ${yaml(each, `${indent}    `).trimStart()}`;
  });
  return `\n${items.join("\n")}`;
}

const scalar = (text) => (/^[A-Za-z][\w ./-]*(?::[\w./*-]+)*$/.test(text) ? text : JSON.stringify(text));

/** As `cdk synth` writes: logical ids with a hash, a path in the metadata of each resource, two spaces. */
function synthesised(roles, others) {
  const { Resources, ...rest } = template(roles, others);
  const resources = Object.entries(Resources).map(([name, resource], index) => [
    `${name}${(0x10000000 + index * 2_654_435).toString(16).toUpperCase()}`,
    { ...resource, Metadata: { "aws:cdk:path": `Stack/${name}/Resource` } },
  ]);
  return JSON.stringify({ ...rest, Resources: Object.fromEntries(resources) }, undefined, 1);
}

/** What `terraform show -json` writes of a plan, as long as is asked for: every tenth resource is a role. */
function plan(bytes) {
  const one = JSON.stringify(planOf(1000)).length / 1000;
  return JSON.stringify(planOf(Math.round(bytes / one)));
}

function planOf(count) {
  const resources = Array.from({ length: count }, (_, index) => {
    const type = index % 10 === 0 ? "aws_iam_role" : "aws_ssm_parameter";
    const provider_name = "registry.terraform.io/hashicorp/aws";
    return { address: `${type}.r${index}`, mode: "managed", type, name: `r${index}`, provider_name };
  });
  const told = resources.map((each, index) => ({ ...each, values: planned(index), sensitive_values: {} }));
  const changes = resources.map((each, index) => {
    const values = planned(index);
    const change = { actions: ["no-op"], before: values, after: values, after_unknown: {}, after_sensitive: {} };
    return { ...each, change };
  });
  const configured = resources.map((each) => ({ ...each, provider_config_key: "aws", expressions: {} }));
  return {
    format_version: "1.2",
    terraform_version: "1.11.4",
    planned_values: { root_module: { resources: told } },
    resource_changes: changes,
    prior_state: { format_version: "1.0", values: { root_module: { resources: told } } },
    configuration: {
      provider_config: { aws: { name: "aws" } },
      root_module: { resources: configured },
    },
  };
}

function planned(index) {
  if (index % 10 === 0)
    return { name: `role-${index}`, path: "/", assume_role_policy: JSON.stringify(trust(index / 10)) };
  return {
    name: `thing-${index}`,
    description: "x".repeat(200),
    tags: { environment: "test", owner: `team-${index}` },
  };
}

/** Four of five are YAML, the others JSON; they differ in size and in what they hold. */
function templates(count) {
  const files = {};
  for (let index = 0; index < count; index += 1) {
    const one = template(1 + (index % 4), 4 + (index % 9), index * 20);
    const name = `service-${index % 40}/stack-${index}`;
    if (index % 5 === 4) files[`${name}.json`] = JSON.stringify(one, undefined, 2);
    else files[`${name}.yaml`] = `${yaml(one)}\n`;
  }
  return files;
}

/** Each by its name: what kind it is, and a function that gives its files. */
export const INPUTS = {
  "yaml-20k": { title: "20 KB of YAML, nine roles", files: () => ({ "template.yaml": `${yaml(template(9, 35))}\n` }) },
  "json-1m": {
    title: "1 MB of JSON as the CDK writes it",
    files: () => ({ "stack.template.json": synthesised(200, 1300) }),
  },
  "templates-1000": { title: "1,000 templates", files: () => templates(1000) },
  "plan-12m": { title: "plan of 12 MB", files: () => ({ "plan.json": plan(12e6) }) },
  "plan-25m": { title: "plan of 25 MB", files: () => ({ "plan.json": plan(25e6) }) },
  "plan-50m": { title: "plan of 50 MB", files: () => ({ "plan.json": plan(50e6) }) },
  "hcl-500": { title: "HCL of 500 modules", files: () => modules(500) },
};

/** Writes the files of an input below a folder, and tells their bytes and number. */
export function write(folder, files) {
  let bytes = 0;
  for (const [name, text] of Object.entries(files)) {
    const path = join(folder, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
    bytes += Buffer.byteLength(text);
  }
  return { bytes, count: Object.keys(files).length };
}
