// Access control lists of S3 buckets: canned ones, and lists of grantees.

import { keyOf } from "../../values/equality.ts";
import { literal, loneHole, type Origin, type Value } from "../../values/value.ts";
import type { Grants } from "../carrier.ts";
import { memberOf } from "../members.ts";
import { itemsOf } from "./accounts.ts";
import { map, type Permission, policyOf, word } from "./statement.ts";

/** Amazon S3 User Guide, "Access control list (ACL) overview", canned ACLs: those that let somebody in beside the owner and AWS's services, and what they may do beside reading. */
const CANNED: ReadonlyMap<string, readonly [who: "everyone" | "authenticated", actions: readonly string[]]> = new Map([
  ["public-read", ["everyone", []]],
  ["public-read-write", ["everyone", ["s3:PutObject"]]],
  ["authenticated-read", ["authenticated", []]],
]);

/** The same page, "Predefined Amazon S3 groups"; the third is AWS's own log delivery. */
const GROUPS: ReadonlyMap<string, "everyone" | "authenticated"> = new Map([
  ["http://acs.amazonaws.com/groups/global/AllUsers", "everyone"],
  ["http://acs.amazonaws.com/groups/global/AuthenticatedUsers", "authenticated"],
]);

/** The same page, "Mapping of ACL permissions and access policy permissions". */
const PERMISSIONS: Readonly<Record<string, string>> = {
  READ: "s3:ListBucket",
  WRITE: "s3:PutObject",
  READ_ACP: "s3:GetBucketAcl",
  WRITE_ACP: "s3:PutBucketAcl",
  FULL_CONTROL: "s3:*",
};

interface Fields {
  /** Of one object: what a list of a bucket says of the bucket, it says of that. */
  readonly isObject?: true;
  readonly canned?: string;
  /** Of grants, each with its grantee. */
  readonly grants?: string;
  /** The owner's id; a list that has none names the owner as the one who may do everything. */
  readonly owner?: string;
}

export function accessControlList({ canned, grants, owner, isObject }: Fields): Grants {
  return (field, origin) => {
    const word = canned === undefined ? undefined : field(canned);
    const all = grants === undefined ? [] : itemsOf(field(grants));
    const id = owner === undefined ? ownerIn(all) : field(owner);
    const isOwner = (one: Value): boolean => id !== undefined && one.kind !== "absent" && keyOf(one) === keyOf(id);
    const others = all.filter((grant) => !isOwner(idIn(grant)));
    const listed = others.flatMap(granted);
    return policyOf(
      [...(word === undefined ? [] : cannedOf(word, isObject === true ? "s3:GetObject" : "s3:ListBucket")), ...listed],
      origin,
    );
  };
}

function cannedOf(value: Value, read: string): readonly Permission[] {
  const { origin } = value;
  if (value.kind === "absent") return [];
  const written = literal(value);
  const name = written && kebab(written);
  const known = name === undefined ? undefined : CANNED.get(name);
  if (known !== undefined) return [permission(known[0], [read, ...known[1]], origin)];
  const hole = loneHole(value);
  // Which it will be only deployment knows: perhaps one that is open to all.
  const mayBeOpen = hole !== undefined && ["public-read", "PublicRead"].some((one) => hole.admits(one));
  return mayBeOpen && value.kind === "text"
    ? [{ principal: map({ AWS: value }, origin), actions: word(read, origin), origin }]
    : [];
}

/** "PublicRead" of CloudFormation is "public-read" elsewhere. */
function kebab(name: string): string {
  return name.replace(/([a-z])([A-Z])/g, "$1-$2").toLowerCase();
}

function permission(who: "everyone" | "authenticated", actions: readonly string[], origin: Origin): Permission {
  const star = word("*", origin);
  return {
    principal: who === "everyone" ? star : map({ AWS: star }, origin),
    actions: { kind: "list", items: actions.map((action) => word(action, origin)), origin },
    origin,
  };
}

/** Who alone may do everything. */
function ownerIn(grants: readonly Value[]): Value | undefined {
  const [first, ...others] = grants.filter((grant) => {
    const words = [...itemsOf(memberOf(grant, "permissions")), ...itemsOf(memberOf(grant, "permission"))];
    return idIn(grant).kind !== "absent" && words.some((each) => literal(each) === "FULL_CONTROL");
  });
  return first === undefined || others.length > 0 ? undefined : idIn(first);
}

/** Absent, for a group. */
function idIn(grant: Value): Value {
  const id = memberOf(granteeOf(grant), "id");
  return literal(id) === "" ? { kind: "absent", origin: id.origin } : id;
}

function granteeOf(grant: Value): Value {
  return itemsOf(memberOf(grant, "grantee"))[0] ?? grant;
}

/** One grant: of a list in an argument of its own, or of a bucket. */
function granted(grant: Value): readonly Permission[] {
  const permissions = [...itemsOf(memberOf(grant, "permission")), ...itemsOf(memberOf(grant, "permissions"))];
  const actions: Value = {
    kind: "list",
    items: permissions.map((each) => word(PERMISSIONS[literal(each) ?? ""] ?? "s3:*", each.origin)),
    origin: grant.origin,
  };
  const uri = memberOf(granteeOf(grant), "uri");
  const group = GROUPS.get(literal(uri) ?? "");
  if (group !== undefined) return [{ ...permission(group, [], uri.origin), actions }];
  const id = idIn(grant);
  if (id.kind === "absent") return [];
  return [{ principal: map({ CanonicalUser: id }, id.origin), actions, origin: id.origin }];
}
