// The roles, users, groups and policies in an answer of IAM, whole or in the parts that `--query` leaves.

import { entry, isList, isObject, type Json, type Path, textAt } from "../../text/document.ts";

/** AWS CLI Command Reference, "iam": get-role, list-roles, get-account-authorization-details. */
const LISTS: Readonly<Record<string, string>> = {
  Roles: "AWS::IAM::Role",
  RoleDetailList: "AWS::IAM::Role",
  UserDetailList: "AWS::IAM::User",
  GroupDetailList: "AWS::IAM::Group",
  Policies: "AWS::IAM::ManagedPolicy",
};
const PAGING = new Set(["IsTruncated", "Marker", "NextToken", "ResponseMetadata", "$metadata"]);
const ARN: Readonly<Record<string, RegExp>> = {
  "AWS::IAM::Role": /^arn:[^:]*:iam::\d{12}:role\//,
  "AWS::IAM::User": /^arn:[^:]*:iam::\d{12}:user\//,
  "AWS::IAM::Group": /^arn:[^:]*:iam::\d{12}:group\//,
  "AWS::IAM::ManagedPolicy": /^arn:[^:]*:iam::\d{12}:policy\//,
};
const NAMES = ["RoleName", "UserName", "GroupName", "PolicyName"];

export interface Answered {
  /** As CloudFormation calls it. */
  readonly type: string;
  readonly name: string;
  readonly arn: string;
  readonly json: Json;
  readonly path: Path;
}

/** Undefined: the value is no answer of IAM. What belongs to AWS is left out. */
export function answeredIn(value: Json): readonly Answered[] | undefined {
  const found = isList(value) ? pages(value) : (page(value, []) ?? role(value, []));
  return found;
}

/** Several answers in a list, as `jq --slurp` makes it, or the roles themselves. */
function pages(list: readonly Json[]): readonly Answered[] | undefined {
  const each = list.map((item, index) => page(item, [index]) ?? role(item, [index]));
  return each.length > 0 && each.every((one) => one !== undefined) ? each.flat() : undefined;
}

function page(value: Json, path: Path): readonly Answered[] | undefined {
  if (!isObject(value)) return undefined;
  const one = entry(value, "Role");
  if (one !== undefined) return role(one, [...path, "Role"]);
  const lists = Object.keys(value).filter((key) => !PAGING.has(key));
  if (lists.length === 0 || !lists.every((key) => Object.hasOwn(LISTS, key))) return undefined;
  const found = lists.map((key) => listed(entry(value, key), LISTS[key] ?? "", [...path, key]));
  return found.every((each) => each !== undefined) ? found.flat() : undefined;
}

function listed(list: Json | undefined, type: string, path: Path): readonly Answered[] | undefined {
  if (!isList(list)) return undefined;
  const all = list.map((json, index) => described(json, type, [...path, index]));
  return all.every((each) => each !== undefined) ? all.filter(({ arn }) => ARN[type]?.test(arn) ?? false) : undefined;
}

/** One that stands alone has no other sign than its policy. */
function role(json: Json, path: Path): readonly Answered[] | undefined {
  if (entry(json, "AssumeRolePolicyDocument") === undefined) return undefined;
  const arn = textAt(json, "Arn");
  const name = textAt(json, "RoleName") || arn.slice(arn.lastIndexOf("/") + 1);
  return name === "" ? undefined : [{ type: "AWS::IAM::Role", name, arn, json, path }];
}

function described(json: Json, type: string, path: Path): Answered | undefined {
  const arn = textAt(json, "Arn");
  const name = NAMES.map((key) => textAt(json, key)).find((text) => text !== "");
  return name === undefined || !/^arn:[^:]*:iam::/.test(arn) ? undefined : { type, name, arn, json, path };
}

/** IAM User Guide, "Service-linked roles": "You can't edit the trust policy"; nobody else can make a role with this path. */
export function isServiceLinked({ arn, json }: Answered): boolean {
  return /:role\/aws-service-role\//.test(arn) || textAt(json, "Path").startsWith("/aws-service-role/");
}

/** Where it says that more would have come. */
export function isCutShort(value: Json): Path | undefined {
  const cut = (json: Json) =>
    ["IsTruncated", "NextToken"].find((key) => ![undefined, null, false, ""].includes(flag(entry(json, key))));
  if (!isList(value)) return cut(value) === undefined ? undefined : [cut(value) ?? ""];
  const last = value.length - 1;
  const key = cut(value[last] ?? null);
  return key === undefined ? undefined : [last, key];
}

function flag(json: Json | undefined): boolean | string | null | undefined {
  return typeof json === "object" && json !== null ? true : typeof json === "number" ? true : json;
}
