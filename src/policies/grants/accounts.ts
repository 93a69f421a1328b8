// Lists of accounts that something is shared with: each is somebody whom a statement would let in, an organization all of its accounts.

import { withHoles } from "../../values/hole.ts";
import { literal, type Text, type Value } from "../../values/value.ts";
import type { Field, Grants } from "../carrier.ts";
import { memberCalled } from "../members.ts";
import { type Clause, map, type Permission, policyOf, word } from "./statement.ts";

export interface Sharing {
  /** The field with one or a list of accounts, ARNs of roles and users, or ARNs of organizations and their units. */
  readonly with: string;
  /** What it comes to. */
  readonly action: string;
  /** The word for everybody, if there is one. */
  readonly everyone?: string;
  /** Where it is true, nobody gets in before the owner has said yes. */
  readonly asksFirst?: string;
  /** Where it is false, only accounts of the own organization get in. */
  readonly external?: string;
  /** The field is a text with commas between the accounts. */
  readonly isListed?: true;
}

/** Shares of which deployment decides whom with are with accounts: only what has a word for everybody can be open to all. */
export function sharing({ with: accounts, action, everyone, asksFirst, external, isListed }: Sharing): Grants {
  return (field, origin) => {
    if (external !== undefined && isWord(field(external), "false")) return { kind: "absent", origin };
    const isAsked = asksFirst !== undefined && isWord(field(asksFirst), "true");
    const found = inEach(accounts, field);
    const all = isListed === true ? found.flatMap(listed) : found;
    const permissions = all.flatMap((item): Permission[] => {
      const who = sharedWith(item, everyone);
      if (who === undefined || (isAsked && who.principal.kind === "text")) return [];
      return [{ ...who, actions: word(action, origin), origin: item.origin }];
    });
    return policyOf(permissions, origin);
  };
}

/** `*` stands for each of a list. */
function inEach(path: string, field: Field): readonly Value[] {
  const [list = "", ...inner] = path.split(".*.");
  if (inner.length === 0) return itemsOf(field(path));
  return itemsOf(field(list)).flatMap((item) =>
    itemsOf(inner.flatMap((one) => one.split(".")).reduce((value: Value, step) => memberCalled(value, step), item)),
  );
}

function listed(item: Value): readonly Value[] {
  const written = literal(item);
  if (written === undefined || item.kind !== "text") return [item];
  const { origin } = item;
  return written.split(",").map((each) => ({ ...item, parts: [{ text: each.trim(), origin }] }));
}

export function itemsOf(value: Value): readonly Value[] {
  if (value.kind === "absent") return [];
  return value.kind === "list" ? value.items.flatMap(itemsOf) : [value];
}

export function isWord(value: Value, wanted: string): boolean {
  return literal(value)?.toLowerCase() === wanted;
}

/** Undefined: nobody outside of the account. */
function sharedWith(item: Value, everyone: string | undefined): Omit<Permission, "actions" | "origin"> | undefined {
  const { origin } = item;
  if (item.kind !== "text") return { principal: map({ AWS: withoutStar(item, everyone) }, origin) };
  const written = literal(item);
  if (written === undefined)
    return organizationOf(item) ?? { principal: map({ AWS: withoutStar(item, everyone) }, origin) };
  if (everyone !== undefined && written.toLowerCase() === everyone) return { principal: word("*", origin) };
  const organization = organizationOf(item);
  if (organization !== undefined) return organization;
  if (/^[a-z\d.-]+\.amazonaws\.com(?:\.cn)?$/.test(written)) return { principal: map({ Service: item }, origin) };
  const account = ACCOUNT.exec(written)
    ?.slice(1)
    .find((digits) => digits !== undefined);
  if (account !== undefined)
    return { principal: map({ AWS: { ...item, parts: [{ text: account, origin }] } }, origin) };
  return /^arn:[^:]*:(?:iam|sts)::/.test(written) ? { principal: map({ AWS: item }, origin) } : undefined;
}

/** Alone, all that it has of users and roles, or an accelerator that it has. */
const ACCOUNT = /^(\d{12})(?::IAMPrincipals)?$|^arn:[^:]*:globalaccelerator::(\d{12}):accelerator\//;

/** "arn:aws:organizations::111122223333:organization/o-a1b2c3d4e5" and ":ou/o-a1b2c3d4e5/ou-ab12-11111111". */
const ORGANIZATION = /^arn:[^:]*:organizations::[^:]*:(organization|ou)\//;

function organizationOf(item: Text): Omit<Permission, "actions" | "origin"> | undefined {
  const { origin } = item;
  const written = literal(item);
  const kind = written === undefined ? undefined : ORGANIZATION.exec(written)?.[1];
  if (written === undefined || kind === undefined) return undefined;
  const [, id = "", unit] = written.slice(written.lastIndexOf(":") + 1).split("/");
  const clause: Clause =
    kind === "organization"
      ? ["StringEquals", "aws:PrincipalOrgID", word(id, origin)]
      : ["ForAnyValue:StringLike", "aws:PrincipalOrgPaths", word(`${id}/*/${unit ?? ""}/*`, origin)];
  return { principal: word("*", origin), conditions: [clause] };
}

/** What has no word for everybody is of somebody, whoever that will be. */
function withoutStar(value: Value, everyone: string | undefined): Value {
  return withHoles(value, (hole) => ({
    ...hole,
    admits: (text) => (text === "*" ? everyone !== undefined && hole.admits(everyone) : hole.admits(text)),
  }));
}
