// Functions of the AWS provider, which put ARNs together and take them apart: website/docs/functions of hashicorp/terraform-provider-aws.

import { concat, join, split, text } from "../../../../values/text.ts";
import { literal, type Origin, type Value } from "../../../../values/value.ts";
import { refused } from "../evaluation.ts";
import type { Functions } from "./row.ts";

export const arns: Functions = [
  ["provider::aws::arn_build", { gives: "text", run: (fields, origin) => built(fields, origin) }],
  ["provider::aws::arn_parse", { gives: "any", run: ([arn], origin) => arn && parsed(arn, origin) }],
  ["provider::aws::trim_iam_role_path", { gives: "text", run: ([arn], origin) => arn && withoutPath(arn, origin) }],
];

const FIELDS = ["partition", "service", "region", "account_id"];

function built(fields: readonly Value[], origin: Origin): Value {
  if (fields.length !== FIELDS.length + 1) return refused();
  return join(":", { kind: "list", items: [text({ text: "arn" }, origin), ...fields], origin }, origin);
}

function parsed(arn: Value, origin: Origin): Value | undefined {
  const pieces = split(":", arn, origin);
  if (pieces.kind !== "list") return undefined;
  const [scheme, ...fields] = pieces.items;
  if (literal(scheme) !== "arn" || fields.length <= FIELDS.length) return refused();
  const rest = { kind: "list", items: fields.slice(FIELDS.length), origin } as const;
  const named = [
    ...FIELDS.map((name, index) => [name, fields[index]] as const),
    ["resource", join(":", rest, origin)] as const,
  ];
  return {
    kind: "map",
    entries: new Map(named.flatMap(([name, value]) => (value ? [[name, { key: origin, value }]] : []))),
    origin,
  };
}

/** The name follows the last slash. */
function withoutPath(arn: Value, origin: Origin): Value | undefined {
  const pieces = split("/", arn, origin);
  if (pieces.kind !== "list") return undefined;
  const [kind, name] = [pieces.items[0], pieces.items.at(-1)];
  if (kind === undefined || name === undefined || pieces.items.length < 2) return refused();
  return concat([kind, text({ text: "/" }, origin), name], origin);
}
