// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the templates of Terraform are written so
import { describe, expect, test } from "vitest";
import { check } from "../../src/check.ts";

const OPEN = { Statement: [{ Effect: "Allow", Principal: "*", Action: "s3:GetObject", Resource: "arn:aws:s3:::b/*" }] };

function answers(files: { path: string; content: string }[]): string[] {
  const { findings, unknowns, errors } = check({ files });
  expect(errors).toEqual([]);
  const found = findings.filter(({ rule }) => rule === "public-resource").map(() => "public");
  const open = unknowns.filter(({ rule }) => rule === "public-resource").map(({ source }) => `? ${source}`);
  return [...found, ...open];
}

function inTemplate(bucket: object, more: object = {}, policy: object = OPEN): string[] {
  const template = {
    Parameters: { P: { Type: "String" } },
    Conditions: { C: { "Fn::Equals": [{ Ref: "P" }, "yes"] } },
    Resources: {
      B: { Type: "AWS::S3::Bucket", ...bucket },
      Policy: { Type: "AWS::S3::BucketPolicy", Properties: { Bucket: { Ref: "B" }, PolicyDocument: policy } },
      ...more,
    },
  };
  return answers([{ path: "t.json", content: JSON.stringify(template) }]);
}

const block = (flags: object) => ({ Properties: { PublicAccessBlockConfiguration: flags } });
const NETWORK = { ...OPEN.Statement[0], Condition: { IpAddress: { "aws:SourceIp": "203.0.113.0/24" } } };

describe("a bucket of CloudFormation whose policy lets everyone in", () => {
  test.each<[string, string[], string[]]>([
    ["nothing is said of it", inTemplate({}), ["public"]],
    ["its policy counts for nobody outside", inTemplate(block({ RestrictPublicBuckets: true })), []],
    ["no such policy is taken", inTemplate(block({ BlockPublicPolicy: "true" })), []],
    ["only lists count for nothing", inTemplate(block({ BlockPublicAcls: true, IgnorePublicAcls: true })), ["public"]],
    ["it is not blocked", inTemplate(block({ RestrictPublicBuckets: false, BlockPublicPolicy: false })), ["public"]],
    ["deployment decides", inTemplate(block({ BlockPublicPolicy: { Ref: "P" } })), ["? parameter P"]],
    [
      "it is blocked in one world",
      inTemplate(block({ BlockPublicPolicy: { "Fn::If": ["C", true, false] } })),
      ["public"],
    ],
    ["it is not there in one world", inTemplate({ Condition: "C", ...block({ BlockPublicPolicy: true }) }), ["public"]],
    [
      "another bucket is blocked",
      inTemplate({}, { Other: { Type: "AWS::S3::Bucket", ...block({ BlockPublicPolicy: true }) } }),
      ["public"],
    ],
    [
      "it has a name, by which the policy calls it",
      inTemplate(
        { Properties: { BucketName: "b", PublicAccessBlockConfiguration: { BlockPublicPolicy: true } } },
        { Policy: { Type: "AWS::S3::BucketPolicy", Properties: { Bucket: "b", PolicyDocument: OPEN } } },
      ),
      [],
    ],
    [
      "which bucket it is deployment decides",
      inTemplate({}, {}, { Statement: [{ ...OPEN.Statement[0], Resource: { "Fn::ImportValue": "x" } }] }),
      ["public"],
    ],
    [
      "who is on a network is no public",
      inTemplate(block({ RestrictPublicBuckets: true }), {}, { Statement: [NETWORK] }),
      ["? condition key aws:SourceIp"],
    ],
    [
      "its access point has everything on",
      inTemplate(
        {},
        {
          Policy: { Type: "AWS::S3::AccessPoint", Properties: { Bucket: { Ref: "B" }, Policy: OPEN } },
        },
      ),
      [],
    ],
    [
      "its access point has it off",
      inTemplate(
        {},
        {
          Policy: {
            Type: "AWS::S3::AccessPoint",
            Properties: {
              Policy: OPEN,
              PublicAccessBlockConfiguration: { BlockPublicPolicy: false, RestrictPublicBuckets: false },
            },
          },
        },
      ),
      ["public"],
    ],
  ])("%s", (_, found, expected) => expect(found).toEqual(expected));
});

test("a secret that refuses policies for the public", () => {
  const secret = (properties: object) => {
    const ResourcePolicy = { Statement: [{ ...OPEN.Statement[0], Action: "*" }] };
    const Properties = { SecretId: "s", ResourcePolicy, ...properties };
    const R = { Type: "AWS::SecretsManager::ResourcePolicy", Properties };
    return answers([
      { path: "t.json", content: JSON.stringify({ Parameters: { P: { Type: "String" } }, Resources: { R } }) },
    ]);
  };
  expect(secret({})).toEqual(["public"]);
  expect(secret({ BlockPublicPolicy: false })).toEqual(["public"]);
  expect(secret({ BlockPublicPolicy: true })).toEqual([]);
  expect(secret({ BlockPublicPolicy: { Ref: "P" } })).toEqual(["? parameter P"]);
  const terraform = (more: string) =>
    answers([
      {
        path: "m.tf",
        content: `resource "aws_secretsmanager_secret_policy" "s" {\n${more}\npolicy = ${POLICY.replace("s3:GetObject", "*")}\n}`,
      },
    ]);
  expect(terraform("")).toEqual(["public"]);
  expect(terraform("block_public_policy = true")).toEqual([]);
});

describe("a bucket that is blocked, whose policy lets in who is not the public", () => {
  const config = {
    accounts: { own: ["999988887777"] },
    organizationIds: ["o-own1234567"],
    vendors: [{ name: "Vendor", tenancy: "multi", accounts: ["444455556666"] }],
  } as const;
  const BLOCKED = { BlockPublicPolicy: true, RestrictPublicBuckets: true };
  const ruled = (statement: object, flags: object = BLOCKED, others: readonly object[] = []): string[] => {
    const whole = { Effect: "Allow", Principal: "*", Action: "s3:PutObject", Resource: "*", ...statement };
    const template = {
      Resources: {
        B: { Type: "AWS::S3::Bucket", ...block(flags) },
        P: {
          Type: "AWS::S3::BucketPolicy",
          Properties: {
            Bucket: { Ref: "B" },
            PolicyDocument: { Version: "2012-10-17", Statement: [whole, ...others] },
          },
        },
      },
    };
    const { findings, unknowns } = check({ files: [{ path: "t.json", content: JSON.stringify(template) }], config });
    return [...findings.map(({ rule }) => rule), ...unknowns.map(({ rule, source }) => `? ${rule}: ${source}`)];
  };
  const trail = { Principal: { Service: "cloudtrail.amazonaws.com" } };
  const asked = (operator: string, key: string, value: string) => ({ Condition: { [operator]: { [key]: value } } });
  const UNITS = "? public-resource: whether S3 takes the accounts of an organization's units for the public";

  test.each<[string, object, string[]]>([
    ["everyone", {}, []],
    ["a service for whomever", trail, ["service-source"]],
    ["a service for its owner", { ...trail, ...asked("StringEquals", "aws:SourceAccount", "999988887777") }, []],
    ["another organization", asked("StringEquals", "aws:PrincipalOrgID", "o-another1234"), ["public-resource"]],
    ["organizations that begin alike", asked("StringLike", "aws:PrincipalOrgID", "o-another*"), []],
    ["whoever is in no other organization", asked("StringEqualsIfExists", "aws:PrincipalOrgID", "o-another1234"), []],
    [
      "a unit of another organization",
      asked("ForAnyValue:StringLike", "aws:PrincipalOrgPaths", "o-another1234/r-ab12/ou-ab12-1/*"),
      [],
    ],
    [
      "one unit of another organization",
      asked("ForAnyValue:StringEquals", "aws:PrincipalOrgPaths", "o-another1234/r-ab12/"),
      [UNITS],
    ],
    [
      "who encrypts by a certain key, as anyone can",
      asked(
        "StringEquals",
        "s3:x-amz-server-side-encryption-aws-kms-key-id",
        "arn:aws:kms:us-east-1:999988887777:key/k",
      ),
      ["service-source", "public-resource"],
    ],
    ["who says where they come from", asked("StringEquals", "aws:Referer", "https://example.com"), []],
  ])("%s", (_, statement, expected) => expect(ruled(statement)).toEqual(expected));

  test("a Deny for all but another organization", () => {
    const Condition = { StringNotEquals: { "aws:PrincipalOrgID": "o-another1234" } };
    const deny = { Effect: "Deny", Principal: "*", Action: "s3:*", Resource: "*", Condition };
    expect(ruled({}, BLOCKED, [deny])).toEqual(["public-resource"]);
    expect(
      ruled({}, BLOCKED, [{ ...deny, Condition: { ...Condition, Null: { "aws:PrincipalOrgID": "false" } } }]),
    ).toEqual([]);
  });

  test("services, where such a policy is taken and counts for nobody else", () => {
    expect(ruled({}, { RestrictPublicBuckets: true })).toEqual(["service-source"]);
    expect(ruled({}, { BlockPublicPolicy: true })).toEqual([]);
  });
});

describe("a bucket of CloudFormation whose list lets everyone in", () => {
  const listed = (properties: object) =>
    inTemplate({ Properties: { AccessControl: "PublicRead", ...properties } }, { Policy: undefined });
  test.each<[string, string[], string[]]>([
    ["nothing is said of it", listed({}), ["public"]],
    ["lists count for nothing", listed({ PublicAccessBlockConfiguration: { IgnorePublicAcls: true } }), []],
    ["policies count for nothing", listed({ PublicAccessBlockConfiguration: { BlockPublicPolicy: true } }), ["public"]],
    [
      "its owner owns all objects",
      listed({ OwnershipControls: { Rules: [{ ObjectOwnership: "BucketOwnerEnforced" }] } }),
      [],
    ],
    [
      "its owner would like to own them",
      listed({ OwnershipControls: { Rules: [{ ObjectOwnership: "BucketOwnerPreferred" }] } }),
      ["public"],
    ],
  ])("%s", (_, found, expected) => expect(found).toEqual(expected));
});

const POLICY = `jsonencode({ Statement = [{ Effect = "Allow", Principal = "*", Action = "s3:GetObject", Resource = "*" }] })`;
const module = (...files: string[]) => answers(files.map((content, index) => ({ path: `m/${index}.tf`, content })));
const bucketPolicy = (bucket: string, more = "") =>
  `resource "aws_s3_bucket_policy" "p" {\n${more}\nbucket = ${bucket}\npolicy = ${POLICY}\n}`;
const publicAccessBlock = (bucket: string, flags: string, more = "") =>
  `resource "aws_s3_bucket_public_access_block" "b" {\n${more}\nbucket = ${bucket}\n${flags}\n}`;
const ON = "block_public_policy = true";
const EACH = 'for_each = toset(["x", "y"])';

describe("a bucket of Terraform whose policy lets everyone in", () => {
  const BUCKET = 'resource "aws_s3_bucket" "b" {\nbucket = "acme"\n}';
  const SEVERAL = `resource "aws_s3_bucket" "b" {\n${EACH}\nbucket = each.key\n}`;
  test.each<[string, string[], string[]]>([
    ["nothing is said of it", module(BUCKET, bucketPolicy("aws_s3_bucket.b.id")), ["public"]],
    [
      "it is blocked, in another file",
      module(BUCKET, bucketPolicy("aws_s3_bucket.b.id"), publicAccessBlock("aws_s3_bucket.b.id", ON)),
      [],
    ],
    [
      "it is called by another attribute, and by its name",
      module(BUCKET, bucketPolicy("aws_s3_bucket.b.id"), publicAccessBlock('"acme"', ON)),
      [],
    ],
    [
      "another bucket is blocked",
      module(BUCKET, bucketPolicy("aws_s3_bucket.b.id"), publicAccessBlock("aws_s3_bucket.c.id", ON)),
      ["public"],
    ],
    [
      "a variable decides between the two",
      module(
        'variable "open" { type = bool }',
        bucketPolicy("aws_s3_bucket.b.id"),
        publicAccessBlock("aws_s3_bucket.b.id", "restrict_public_buckets = var.open"),
      ),
      ["public"],
    ],
    [
      "each of several is blocked",
      module(
        SEVERAL,
        bucketPolicy("aws_s3_bucket.b[each.key].id", EACH),
        publicAccessBlock("aws_s3_bucket.b[each.key].id", ON, EACH),
      ),
      [],
    ],
    [
      "one of several is blocked",
      module(
        SEVERAL,
        bucketPolicy("aws_s3_bucket.b[each.key].id", EACH),
        publicAccessBlock('aws_s3_bucket.b["x"].id', ON),
      ),
      ["public"],
    ],
    [
      "the account is blocked",
      module(bucketPolicy("aws_s3_bucket.b.id"), `resource "aws_s3_account_public_access_block" "a" {\n${ON}\n}`),
      [],
    ],
    [
      "an account is blocked that may be another",
      module(
        bucketPolicy("aws_s3_bucket.b.id"),
        `resource "aws_s3_account_public_access_block" "a" {\nprovider = aws.west\n${ON}\n}`,
      ),
      [
        "? whether the providers of aws_s3_account_public_access_block.a and aws_s3_bucket_policy.p work in one account",
      ],
    ],
    [
      "another account is blocked",
      module(
        'provider "aws" {\nallowed_account_ids = ["999988887777"]\n}',
        'provider "aws" {\nalias = "west"\nallowed_account_ids = ["888877776666"]\n}',
        bucketPolicy("aws_s3_bucket.b.id"),
        `resource "aws_s3_account_public_access_block" "a" {\nprovider = aws.west\n${ON}\n}`,
      ),
      ["public"],
    ],
    [
      "its list counts for nothing",
      module(
        'resource "aws_s3_bucket_acl" "a" {\nbucket = aws_s3_bucket.b.id\nacl = "public-read"\n}',
        'resource "aws_s3_bucket_ownership_controls" "o" {\nbucket = aws_s3_bucket.b.id\nrule {\nobject_ownership = "BucketOwnerEnforced"\n}\n}',
      ),
      [],
    ],
  ])("%s", (_, found, expected) => expect(found).toEqual(expected));
});

describe("a bucket that a module makes", () => {
  const CALL = (more: string) => `module "m" {\nsource = "../m"\n${more}\n}`;
  const MODULE = [
    'resource "aws_s3_bucket" "b" {}',
    bucketPolicy("aws_s3_bucket.b.id"),
    'output "bucket" {\nvalue = aws_s3_bucket.b.id\n}',
  ].join("\n");
  const OWN_BLOCK = publicAccessBlock("aws_s3_bucket.b.id", "block_public_policy = var.block");
  const BLOCKING = `${MODULE}\nvariable "block" {\ntype = bool\n}\n${OWN_BLOCK}`;
  const files = (contents: Record<string, string>) =>
    answers(Object.entries(contents).map(([path, content]) => ({ path, content })));

  test("another root module that calls it does not count", () => {
    const open = { "m/main.tf": BLOCKING, "open/main.tf": CALL("block = false") };
    const blocked = { "blocked/main.tf": CALL("block = true") };
    expect(files({ ...open, ...blocked })).toEqual(["public"]);
    expect(files({ "m/main.tf": BLOCKING, ...blocked })).toEqual([]);
  });

  test("its caller blocks it, or the account", () => {
    const called = { "m/main.tf": MODULE };
    const block = publicAccessBlock("module.m.bucket", ON);
    const account = `resource "aws_s3_account_public_access_block" "a" {\n${ON}\n}`;
    expect(files({ ...called, "root/main.tf": CALL("") })).toEqual(["public"]);
    expect(files({ ...called, "root/main.tf": `${CALL("")}\n${block}` })).toEqual([]);
    expect(files({ ...called, "root/main.tf": `${CALL("")}\n${account}` })).toEqual([]);
  });
});

const SEARCH = `jsonencode({ Statement = [{ Effect = "Allow", Principal = "*", Action = "es:*", Resource = "*" }] })`;

describe("a domain whose policy lets everyone in", () => {
  const search = (vpc: object) =>
    answers([
      {
        path: "t.json",
        content: JSON.stringify({
          Resources: {
            D: {
              Type: "AWS::OpenSearchService::Domain",
              Properties: {
                AccessPolicies: { Statement: { Effect: "Allow", Principal: "*", Action: "es:*", Resource: "*" } },
                ...vpc,
              },
            },
          },
        }),
      },
    ]);
  const DOMAIN =
    'resource "aws_opensearch_domain" "d" {\ndomain_name = "logs"\nvpc_options {\nsubnet_ids = ["s"]\n}\n}';
  test.each<[string, string[], string[]]>([
    ["it is reached from anywhere", search({}), ["public"]],
    ["it is in a network", search({ VPCOptions: { SubnetIds: ["s"] } }), ["? the VPC that D is in"]],
    [
      "it is in a network, and its policy apart",
      module(
        DOMAIN,
        `resource "aws_opensearch_domain_policy" "p" {\ndomain_name = aws_opensearch_domain.d.domain_name\naccess_policies = ${SEARCH}\n}`,
      ),
      ["? the VPC that aws_opensearch_domain.d is in"],
    ],
  ])("%s", (_, found, expected) => expect(found).toEqual(expected));
});

describe("a state", () => {
  const resource = (type: string, attributes: object, provider = "p") => ({
    ...{ mode: "managed", type, name: "r", provider },
    instances: [{ attributes }],
  });
  const stated = (...resources: readonly object[]) => {
    const state = { version: 4, terraform_version: "1.11.4", serial: 1, lineage: "x", outputs: {}, resources };
    return answers([{ path: "terraform.tfstate", content: JSON.stringify(state) }]);
  };
  const policy = resource("aws_s3_bucket_policy", { bucket: "acme", policy: JSON.stringify(OPEN, null, 2) });

  test("tells a policy of the bucket as well, which is told once", () => {
    expect(stated(resource("aws_s3_bucket", { bucket: "acme", policy: JSON.stringify(OPEN) }), policy)).toEqual([
      "public",
    ]);
  });

  test("has a block of an account, which may be another one where another configuration of the provider made it", () => {
    const flags = ["block_public_acls", "block_public_policy", "ignore_public_acls", "restrict_public_buckets"];
    const block = (provider: string) =>
      resource("aws_s3_account_public_access_block", Object.fromEntries(flags.map((flag) => [flag, true])), provider);
    expect(stated(policy, block("p"))).toEqual([]);
    expect(stated(policy, block("p.west"))).toEqual([
      "? whether the providers of aws_s3_account_public_access_block.r and aws_s3_bucket_policy.r work in one account",
    ]);
  });
});
