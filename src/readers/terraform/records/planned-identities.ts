// ARNs of roles, users and identity providers that a plan makes itself: in the account of their provider, whatever number that has.

import { at, entry, isList, type Json, type Path } from "../../../text/document.ts";
import { hole, uniqueIdOf } from "../../../values/hole.ts";
import type { Hole, Origin, Part, Text } from "../../../values/value.ts";
import { accountOfOther, OWN, PARTITION } from "../modules/account.ts";
import { resourceReference } from "./addresses.ts";
import { addressOf, type Leaf } from "./configuration.ts";
import { isKnownNow, leavesIn } from "./leaves.ts";
import { expressionsOf, instancesOf, type Plan, type Planned, providerOf } from "./plan.ts";

/** hashicorp/terraform-provider-aws: types with an `arn`, what they are called there, and the attributes that stand behind that. */
const KINDS: ReadonlyMap<string, { readonly kind: string; readonly name: string; readonly path?: string }> = new Map([
  ["aws_iam_role", { kind: "role", name: "name", path: "path" }],
  ["aws_iam_user", { kind: "user", name: "name", path: "path" }],
  ["aws_iam_openid_connect_provider", { kind: "oidc-provider", name: "url" }],
  ["aws_iam_saml_provider", { kind: "saml-provider", name: "name" }],
]);

/**
 * One identifier of a policy document that only the apply decides, as the trust policy of `role` has it. References are
 * all that a plan tells of it: so it is taken for such an ARN only where the document waits for nothing else, and shows
 * all its blocks (a dynamic one, which the configuration part leaves out, may wait for anything).
 */
export function identityLater(
  document: Planned,
  role: Planned,
  steps: Path,
  origin: Origin,
  plan: Plan,
): Text | undefined {
  if (steps.at(-2) !== "identifiers" || !showsAllBlocks(document, plan)) return undefined;
  const waiting = leavesIn(document, [], plan).filter((leaf) => !isKnownNow(leaf, plan));
  const [first, ...others] = waiting.map((leaf) => identityOf(leaf, role, plan));
  if (first === undefined) return undefined;
  const isAlike = (other: Identity | undefined): boolean =>
    other?.kind === first.kind && other.account.id === first.account.id && other.attribute === first.attribute;
  if (!others.every(isAlike)) return undefined;
  if (first.attribute === "unique_id") return uniqueId(first, waiting.map(addressOf).join(" or "), origin);
  return arn(first, others.length === 0 ? first.name : undefined, waiting.map(addressOf).join(" or "), origin);
}

/** The ARN or unique id of a role or user that the plan makes, for the trust policy of `role`; undefined for anything else. */
export function identityAttribute(
  made: Planned,
  name: string,
  role: Planned,
  origin: Origin,
  plan: Plan,
): Text | undefined {
  const identity = madeIdentity(made, role, plan);
  if (identity === undefined) return undefined;
  if (name === "arn") return arn(identity, identity.name, `${made.address}.arn`, origin);
  return name === "unique_id" ? uniqueId(identity, `${made.address}.unique_id`, origin) : undefined;
}

function uniqueId({ account: { owner } }: Identity, address: string, origin: Origin): Text {
  const id = uniqueIdOf(address, { name: address, ...(owner && { owner }) });
  return { kind: "text", parts: [{ hole: id }], type: "string", origin };
}

function arn({ kind, account }: Identity, name: string | undefined, source: string, origin: Origin): Text {
  const named = hole(`name of ${source}`, "known-after-apply", source, {
    name: source,
    sort: "name",
    alphabet: /[\w+=,.@/-]/,
  });
  const parts: readonly Part[] = [
    { text: "arn:" },
    { hole: PARTITION },
    { text: ":iam::" },
    { hole: account },
    { text: `:${kind}` },
    name === undefined ? { hole: named } : { text: name },
  ];
  return { kind: "text", parts, type: "string", origin };
}

interface Identity {
  readonly kind: string;
  readonly account: Hole;
  /** With the path before it; undefined where the plan does not know it. */
  readonly name: string | undefined;
  /** What is asked of it. */
  readonly attribute?: string;
}

function identityOf({ module, reference }: Leaf, role: Planned, plan: Plan): Identity | undefined {
  const named = resourceReference(reference);
  const attribute = named?.attribute;
  if (named === undefined || (attribute !== "arn" && attribute !== "unique_id")) return undefined;
  const instances = instancesOf(module, named.local, plan);
  const only = instances.find(({ index }) => instances.length === 1 || index === named.index);
  const [any] = instances;
  const identity = any && madeIdentity(only ?? any, role, plan);
  return identity && { ...identity, name: only && identity.name, attribute };
}

function madeIdentity(made: Planned, role: Planned, plan: Plan): Identity | undefined {
  const known = made.managed ? KINDS.get(made.type) : undefined;
  if (known === undefined) return undefined;
  const name = entry(made.tells("after"), known.name);
  const path = known.path === undefined ? undefined : entry(made.tells("after"), known.path);
  return {
    kind: known.kind,
    account: accountFor(providerOf(made, plan), role, plan),
    // Of a URL the ARN leaves the scheme out.
    name:
      typeof name === "string"
        ? `${typeof path === "string" ? path : "/"}${name.replace(/^https:\/\//, "")}`
        : undefined,
  };
}

function accountFor(provider: string, role: Planned, plan: Plan): Hole {
  return provider === providerOf(role, plan) ? OWN : accountOfOther(provider);
}

const BLOCKS = ["principals", "not_principals", "condition"];

export function showsAllBlocks(document: Planned, plan: Plan): boolean {
  const written = expressionsOf(document, plan);
  const sameCount = (path: Path): boolean => countAt(at(written, path)) === countAt(at(document.tells("after"), path));
  const statements = countAt(entry(document.tells("after"), "statement"));
  return (
    sameCount(["statement"]) &&
    [...Array(statements).keys()].every((index) => BLOCKS.every((block) => sameCount(["statement", index, block])))
  );
}

function countAt(blocks: Json | undefined): number {
  return isList(blocks) ? blocks.length : 0;
}
