// What keeps the public out of a resource beside its policy: settings of it, of its account, and who owns its objects.

import type { Resource } from "../readers/reader.ts";
import { type Answer, every, some } from "../values/doubt.ts";
import { holeOf, literal, type Value } from "../values/value.ts";
import type { World } from "../values/worlds.ts";
import { memberBeside, memberOf } from "./members.ts";
import { type Neighbours, namesIn } from "./neighbours.ts";

/** Amazon S3 User Guide, "Blocking public access to your Amazon S3 storage": either keeps everyone out, by the policy or by refusing it. */
const FLAGS = {
  policy: ["RestrictPublicBuckets", "BlockPublicPolicy"],
  list: ["IgnorePublicAcls", "BlockPublicAcls"],
  refusal: ["BlockPublicPolicy"],
} as const;

/** Where a setting of a bucket, or of an access point, is written. */
interface Setting {
  readonly type: string;
  /** The property that says of which bucket; left out: of itself. "*": of all in the account. */
  readonly of?: string;
  /** The way to it: property by property, or the index of a list. */
  readonly at: readonly string[];
}

const BLOCKS: readonly Setting[] = [
  { type: "AWS::S3::Bucket", at: ["PublicAccessBlockConfiguration"] },
  { type: "awscc_s3_bucket", at: ["public_access_block_configuration"] },
  { type: "aws_s3_bucket_public_access_block", of: "bucket", at: [] },
  { type: "aws_s3_account_public_access_block", of: "*", at: [] },
  { type: "AWS::S3::AccessPoint", at: ["PublicAccessBlockConfiguration"] },
  { type: "awscc_s3_access_point", at: ["public_access_block_configuration"] },
  { type: "aws_s3_access_point", at: ["public_access_block_configuration", "0"] },
];

const OWNERSHIP: readonly Setting[] = [
  { type: "AWS::S3::Bucket", at: ["OwnershipControls", "Rules", "0", "ObjectOwnership"] },
  { type: "awscc_s3_bucket", at: ["ownership_controls", "rules", "0", "object_ownership"] },
  { type: "aws_s3_bucket_ownership_controls", of: "bucket", at: ["rule", "0", "object_ownership"] },
];

/** What says of which bucket a policy or list is. */
const BUCKET_OF: ReadonlyMap<string, string> = new Map([
  ["AWS::S3::BucketPolicy", "Bucket"],
  ["awscc_s3_bucket_policy", "bucket"],
  ["aws_s3_bucket_policy", "bucket"],
  ["aws_s3_bucket_acl", "bucket"],
  ["aws_s3_object", "bucket"],
  ["aws_s3_bucket_object", "bucket"],
  ["aws_s3_object_copy", "bucket"],
]);

/** Buckets, and what names them. */
const NAME_OF: ReadonlyMap<string, string> = new Map([
  ["AWS::S3::Bucket", "BucketName"],
  ["awscc_s3_bucket", "bucket_name"],
  ["aws_s3_bucket", "bucket"],
]);

/** The same page: whoever makes an access point and says nothing else has all of it on. */
const ON_BY_DEFAULT = new Set(["AWS::S3::AccessPoint", "awscc_s3_access_point", "aws_s3_access_point"]);

/** A resource in a world, with what is deployed beside it. */
export interface Beside {
  readonly resource: Resource;
  readonly neighbours: Neighbours;
  readonly world: World;
}

/**
 * Amazon OpenSearch Service Developer Guide, "Launching your Amazon OpenSearch Service domains within a VPC": who reaches such a
 * domain is on its network.
 */
const DOMAINS: readonly (Setting & { readonly name: string })[] = [
  { type: "AWS::OpenSearchService::Domain", name: "DomainName", at: ["VPCOptions", "SubnetIds"] },
  { type: "AWS::Elasticsearch::Domain", name: "DomainName", at: ["VPCOptions", "SubnetIds"] },
  { type: "awscc_opensearchservice_domain", name: "domain_name", at: ["vpc_options", "subnet_ids"] },
  { type: "aws_opensearch_domain", name: "domain_name", at: ["vpc_options", "0", "subnet_ids"] },
  { type: "aws_elasticsearch_domain", name: "domain_name", at: ["vpc_options", "0", "subnet_ids"] },
];
/** Policies apart from their domain. */
const DOMAIN_POLICIES: ReadonlyMap<string, string> = new Map([
  ["aws_opensearch_domain_policy", "aws_opensearch_domain"],
  ["aws_elasticsearch_domain_policy", "aws_elasticsearch_domain"],
]);

/** Is the domain in a network? */
function isInNetwork(beside: Beside): Answer {
  const { resource, neighbours } = beside;
  const setting = DOMAINS.find(({ type }) => type === (DOMAIN_POLICIES.get(resource.type) ?? resource.type));
  if (setting === undefined) return false;
  const {
    type,
    name,
    at: [first = "", ...steps],
  } = setting;
  const wanted = resource.type === type ? [] : namesIn(at(resource, "domain_name", [], beside));
  const domains = resource.type === type ? [resource] : neighbours(resource, type);
  const found = domains.find((domain) => {
    if (domain === resource) return true;
    return [domain.id, ...namesIn(at(domain, name, [], beside))].some((one) => wanted.includes(one));
  });
  if (found === undefined || at(found, first, steps, beside).kind === "absent") return false;
  return { reason: "network", source: `the VPC that ${found.id} is in` };
}

/** AWS Secrets Manager API Reference, PutResourcePolicy: refuses a policy that lets the public in, and is off unless it is asked for. */
const REFUSING: ReadonlyMap<string, string> = new Map([
  ["AWS::SecretsManager::ResourcePolicy", "BlockPublicPolicy"],
  ["awscc_secretsmanager_resource_policy", "block_public_policy"],
  ["aws_secretsmanager_secret_policy", "block_public_policy"],
]);

/** Is the public kept out, whatever the policy (or the list) of the resource says? "refusal": by refusing such a policy. */
export function keepsPublicOut(beside: Beside, what: keyof typeof FLAGS): Answer {
  const network = isInNetwork(beside);
  if (network !== false) return network;
  const refusing = REFUSING.get(beside.resource.type);
  if (refusing !== undefined) return truthOf(at(beside.resource, refusing, [], beside));
  const names = bucketNames(beside);
  if (names === undefined) return false;
  return some(BLOCKS, (block) =>
    some(holdersOf(block, names, beside), (holder) => {
      const [first, ...steps] = block.at;
      return some(FLAGS[what], (flag) => {
        const name = block.type.startsWith("aws") ? underscored(flag) : flag;
        const value = first === undefined ? at(holder, name, [], beside) : at(holder, first, [...steps, name], beside);
        const isOn = value.kind === "absent" ? ON_BY_DEFAULT.has(holder.type) : truthOf(value);
        return block.of === "*" ? every([isOn, isOfOneAccount(holder, beside.resource)], (one) => one) : isOn;
      });
    }),
  );
}

/** Do all objects belong to the owner of the bucket, so that access control lists have no effect? */
export function ownsAllObjects(beside: Beside): boolean {
  const names = bucketNames(beside);
  return (
    names !== undefined &&
    OWNERSHIP.some((setting) => {
      const [first = "", ...steps] = setting.at;
      return holdersOf(setting, names, beside).some(
        (holder) => literal(at(holder, first, steps, beside)) === "BucketOwnerEnforced",
      );
    })
  );
}

/** Is the list of the bucket told of another resource, which has nothing else? */
export function hasListOfItsOwn(beside: Beside): boolean {
  const names = beside.resource.type === "aws_s3_bucket" ? bucketNames(beside) : undefined;
  return names !== undefined && holdersOf(OWN_LIST, names, beside).length > 0;
}

const OWN_LIST: Setting = { type: "aws_s3_bucket_acl", of: "bucket", at: [] };

/** Where deployment decides it, that is the doubt. */
function truthOf(value: Value): Answer {
  const word = literal(value)?.toLowerCase();
  if (word !== undefined) return word === "true";
  const hole = holeOf(value);
  return hole === undefined ? false : { reason: hole.reason, source: hole.source };
}

function at(holder: Resource, property: string, steps: readonly string[], { resource, world }: Beside): Value {
  return steps.reduce(memberOf, memberBeside(holder, property, resource, world));
}

/** Where two configurations of a provider make them, that depends on how it is set up. */
function isOfOneAccount(one: Resource, other: Resource): Answer {
  const [account, another] = [one, other].map((each) => each.whereabouts?.().account);
  if (account !== undefined && another !== undefined) return account === another;
  if (one.provider === other.provider) return true;
  return { reason: "file", source: `whether the providers of ${one.id} and ${other.id} work in one account` };
}

/** The resources that have the setting for the bucket. */
function holdersOf({ type, of }: Setting, names: ReadonlySet<string>, beside: Beside): readonly Resource[] {
  const { resource, neighbours } = beside;
  if (resource.type === type && of === undefined) return [resource];
  return neighbours(resource, type).filter((holder) => {
    if (of === "*") return true;
    const theirs = of === undefined ? namesOfBucket(holder, beside) : namesIn(at(holder, of, [], beside));
    return theirs.some((name) => names.has(name));
  });
}

/** Undefined: it is of no bucket. */
function bucketNames(beside: Beside): ReadonlySet<string> | undefined {
  const { resource, neighbours } = beside;
  if (NAME_OF.has(resource.type)) return new Set(namesOfBucket(resource, beside));
  if (ON_BY_DEFAULT.has(resource.type)) return new Set();
  const property = BUCKET_OF.get(resource.type);
  if (property === undefined) return undefined;
  const written = namesIn(at(resource, property, [], beside));
  const buckets = [...NAME_OF.keys()].flatMap((type) => neighbours(resource, type));
  const all = buckets.map((bucket) => namesOfBucket(bucket, beside));
  return new Set([...written, ...all.filter((names) => names.some((name) => written.includes(name))).flat()]);
}

function namesOfBucket(bucket: Resource, beside: Beside): readonly string[] {
  return [bucket.id, ...namesIn(at(bucket, NAME_OF.get(bucket.type) ?? "", [], beside))];
}

function underscored(name: string): string {
  return name.replace(/(?<=[a-z])[A-Z]/g, "_$&").toLowerCase();
}
