// The policies that data sources of the provider databricks/databricks make for the account of a customer.
// Source: databricks/terraform-provider-databricks, aws/constants.go and aws/data_aws_*_policy.go.

import { jsonText } from "../../../values/json-text.ts";
import { concat, text } from "../../../values/text.ts";
import { literal, type Origin, type Text, type Value } from "../../../values/value.ts";
import { isNull } from "../expressions/evaluation.ts";
import { LATEST_VERSION, struct } from "./policy-merge.ts";

interface Databricks {
  readonly partition: string;
  readonly account: string;
  readonly logDelivery: string;
  readonly unityCatalog: string;
}

const DATABRICKS: ReadonlyMap<string, Databricks> = new Map([
  ["aws", of("aws", "414351767826", "prod-IAMRole-3PLHICCRR1TK", "14S5ZJVKOTYTL")],
  ["aws-us-gov", of("aws-us-gov", "044793339203", "prod-aws-gov-IAMRole-L4QM0RCHYQ1G", "1QRFA8SGY15OJ")],
  ["aws-us-gov-dod", of("aws-us-gov", "170661010020", "prod-aws-gov-dod-IAMRole-1DMEHBYR8VC5P", "1DI6DL6ZP26AS")],
]);

function of(partition: string, account: string, delivery: string, catalog: string): Databricks {
  const role = `arn:${partition}:iam::${account}:role/`;
  return {
    ...{ partition, account },
    logDelivery: `${role}SaasUsageDeliveryRole-${delivery}`,
    unityCatalog: `${role}unity-catalog-prod-UCMasterRole-${catalog}`,
  };
}

/** A text, or one that is put together of several. */
type Word = string | Text | { readonly joined: readonly (string | Text)[] };
type Given = (name: string) => Text | undefined;
type Condition = Readonly<Record<string, Readonly<Record<string, Word>>>>;

interface Statement {
  readonly principal: Word;
  readonly actions: readonly string[];
  readonly resources?: readonly Word[];
  readonly condition?: Condition;
}

function joined(...parts: readonly (string | Text)[]): Word {
  return { joined: parts };
}

const IN_BUCKET = ["GetObject", "GetObjectVersion", "PutObject", "DeleteObject", "ListBucket", "GetBucketLocation"];

/** Undefined where an argument is missing that must be there. */
const SOURCES: ReadonlyMap<string, (databricks: Databricks, given: Given) => readonly Statement[] | undefined> =
  new Map([
    [
      "databricks_aws_assume_role_policy",
      ({ partition, account, logDelivery }, given) => {
        const root = joined("arn:", partition, ":iam::", given("databricks_account_id") ?? account, ":root");
        const principal = literal(given("for_log_delivery")) === "true" ? logDelivery : root;
        const id = given("external_id");
        return id && [assuming(principal, { StringEquals: { "sts:ExternalId": id } })];
      },
    ],
    [
      "databricks_aws_unity_catalog_assume_role_policy",
      ({ partition, unityCatalog }, given) => {
        const [id, account, role] = [given("external_id"), given("aws_account_id"), given("role_name")];
        if (id === undefined || account === undefined || role === undefined) return undefined;
        const own = joined("arn:", partition, ":iam::", account, ":role/", role);
        const withId = { StringEquals: { "sts:ExternalId": id } };
        return [
          assuming(given("unity_catalog_iam_arn") ?? unityCatalog, withId),
          assuming(joined("arn:", partition, ":iam::", account, ":root"), {
            ArnLike: { "aws:PrincipalArn": own },
            ...withId,
          }),
        ];
      },
    ],
    [
      "databricks_aws_bucket_policy",
      ({ partition, account }, given) => {
        const [bucket, tag] = [given("bucket"), given("databricks_e2_account_id")];
        if (bucket === undefined) return undefined;
        const arn = ["arn:", partition, ":s3:::", bucket];
        const condition = tag && { StringEquals: { "aws:PrincipalTag/DatabricksAccountId": tag } };
        return [
          {
            principal: given("full_access_role") ?? `arn:${partition}:iam::${account}:root`,
            actions: IN_BUCKET.map((name) => `s3:${name}`),
            resources: [joined(...arn, "/*"), joined(...arn)],
            ...(condition && { condition }),
          },
        ];
      },
    ],
  ]);

function assuming(principal: Word, condition: Condition): Statement {
  return { principal, actions: ["sts:AssumeRole"], condition };
}

/** `argument`: by its name. Undefined for other data sources, and where what decides between policies is not known. */
export function databricksPolicy(
  type: string,
  argument: (name: string) => Value | undefined,
  origin: Origin,
): Value | undefined {
  const statements = SOURCES.get(type);
  if (statements === undefined) return undefined;
  let isOpen = false;
  const given = (name: string): Text | undefined => {
    const value = argument(name);
    // What is left out is empty to the provider.
    if (value === undefined || isNull(value) || literal(value) === "") return undefined;
    const written = value.kind === "unknown" && !value.why.many ? concat([value], value.origin) : value;
    if (written.kind !== "text" || (DECIDING.has(name) && literal(written) === undefined)) isOpen = true;
    return written.kind === "text" ? written : undefined;
  };
  const databricks = DATABRICKS.get(literal(given("aws_partition")) ?? "aws");
  const made = databricks && statements(databricks, given);
  if (made === undefined || isOpen) return undefined;
  return jsonText(document(made, origin), origin);
}

const DECIDING: ReadonlySet<string> = new Set(["aws_partition", "for_log_delivery"]);

function document(statements: readonly Statement[], origin: Origin): Value {
  const value = (word: Word): Value => {
    if (typeof word === "string") return text({ text: word }, origin);
    if (!("joined" in word)) return word;
    return concat(word.joined.map(value), origin);
  };
  const list = (words: readonly Word[]): Value => ({ kind: "list", items: words.map(value), origin });
  const map = (entries: Readonly<Record<string, Value | undefined>>): Value => struct(Object.entries(entries), origin);
  const conditions = (condition: Condition): Value =>
    map(mapped(condition, (keys) => map(mapped(keys, (word) => value(word)))));
  const items = statements.map(({ principal, actions, resources, condition }) =>
    map({
      Effect: value("Allow"),
      Principal: map({ AWS: value(principal) }),
      Action: list(actions),
      Resource: resources && list(resources),
      Condition: condition && conditions(condition),
    }),
  );
  return map({ Version: value(LATEST_VERSION), Statement: { kind: "list", items, origin } });
}

function mapped<T, U>(entries: Readonly<Record<string, T>>, by: (value: T) => U): Readonly<Record<string, U>> {
  return Object.fromEntries(Object.entries(entries).map(([name, value]) => [name, by(value)]));
}
