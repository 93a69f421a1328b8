// The ARNs and names of identities in the account of their provider, whether the configuration makes them or only looks them up.

import { hole, IDENTIFIER, uniqueIdOf, unknown, valueOfHole } from "../../../values/hole.ts";
import { concat, slice, text } from "../../../values/text.ts";
import { type Hole, isKnown, literal, type Origin, type Part, type Value } from "../../../values/value.ts";
import { inMode, isNull, resultOf } from "../expressions/evaluation.ts";
import type { Declared } from "../model/module.ts";
import { accountOf, partition } from "./account.ts";
import { instanceKey } from "./instances.ts";
import { providerOf } from "./providers.ts";
import type { InModule } from "./scope.ts";

/** What an attribute tells of an identity; in the plural: of all that a data source finds; members: each with all of it. The name of an OIDC provider is its URL without the scheme. */
type IdentityAttribute = "arn" | "name" | "id" | "arns" | "names" | "members";

interface Identity {
  /** As in its ARN; left out where it may be any. */
  readonly kind?: string;
  /** The argument that names it. */
  readonly name?: string;
  readonly path?: string;
  /** The argument with the service that its path names. */
  readonly service?: string;
  /** The argument with an ARN in the account that it is of. */
  readonly beside?: string;
  readonly attributes: Readonly<Record<string, IdentityAttribute>>;
}

const ROLE: Identity = {
  kind: "role",
  name: "name",
  path: "path",
  attributes: { arn: "arn", name: "name", id: "name", unique_id: "id" },
};
const USER: Identity = { ...ROLE, kind: "user" };
const NAMED: Identity = { ...ROLE, attributes: { arn: "arn", name: "name", id: "name" } };

/** "Attribute Reference" of each resource and data source: website/docs of hashicorp/terraform-provider-aws, docs of hashicorp/terraform-provider-awscc. */
const IDENTITIES: ReadonlyMap<string, Identity> = new Map<string, Identity>([
  ["aws_iam_role", ROLE],
  ["aws_iam_user", USER],
  [
    "aws_iam_service_linked_role",
    { kind: "role", service: "aws_service_name", attributes: { arn: "arn", id: "arn", name: "name", unique_id: "id" } },
  ],
  ["aws_iam_instance_profile", { ...NAMED, kind: "instance-profile" }],
  ["aws_iam_group", { ...NAMED, kind: "group" }],
  ["data.aws_iam_group", { kind: "user", attributes: { users: "members" } }],
  [
    "awscc_iam_role",
    { ...ROLE, name: "role_name", attributes: { arn: "arn", role_name: "name", id: "name", role_id: "id" } },
  ],
  ["awscc_iam_user", { ...USER, name: "user_name", attributes: { arn: "arn", user_name: "name", id: "name" } }],
  [
    "data.aws_iam_user",
    { ...USER, name: "user_name", attributes: { arn: "arn", user_name: "name", user_id: "id", id: "id" } },
  ],
  [
    "data.aws_iam_instance_profile",
    { kind: "role", attributes: { role_arn: "arn", role_name: "name", role_id: "id" } },
  ],
  ["data.aws_iam_roles", { kind: "role", attributes: { arns: "arns", names: "names" } }],
  ["data.aws_iam_users", { kind: "user", attributes: { arns: "arns", names: "names" } }],
  ["data.aws_caller_identity", { attributes: { arn: "arn", user_id: "id" } }],
  [
    "data.aws_iam_session_context",
    { beside: "arn", attributes: { issuer_arn: "arn", issuer_name: "name", issuer_id: "id" } },
  ],
  ["aws_iam_saml_provider", { kind: "saml-provider", name: "name", attributes: { arn: "arn", name: "name" } }],
  ["aws_iam_openid_connect_provider", { kind: "oidc-provider", name: "url", attributes: { arn: "arn", url: "name" } }],
]);

/** Undefined for what is no identity, and for other attributes. */
export function identityAttribute(
  declared: Declared,
  name: string,
  origin: Origin,
  evaluation: InModule,
): Value | undefined {
  const { type, mode } = declared;
  const described = [...(mode === "data" ? [IDENTITIES.get(`data.${type}`)] : []), IDENTITIES.get(type)];
  const identity = described.find((one) => one !== undefined && Object.hasOwn(one.attributes, name));
  if (identity === undefined) return undefined;
  if (identity.beside !== undefined && !isOwn(declared, identity.beside, evaluation)) return undefined;
  const set = (item: Value): Value => ({ kind: "list", items: [item], origin, order: "unknown" });
  switch (identity.attributes[name]) {
    case "arn":
      return arn(declared, identity, origin, evaluation);
    case "name":
      return nameOf(declared, identity, origin, evaluation);
    case "id":
      return unknown(uniqueId(declared, name, evaluation), origin);
    case "arns":
      return set(arn(declared, identity, origin, evaluation));
    case "members":
      return set(memberOf(declared, identity, origin, evaluation));
    default:
      return set(nameOf(declared, identity, origin, evaluation));
  }
}

function isOwn({ body }: Declared, argument: string, evaluation: InModule): boolean {
  const value = body.argument(argument)?.value(inMode(evaluation, "certain"));
  return value?.kind === "text" && value.parts.some((part) => !isKnown(part) && part.hole.sort === "own-account");
}

/** Of the account of the provider that makes it: the own one, or another of ours. */
function uniqueId({ address, body }: Declared, name: string, evaluation: InModule): Hole {
  const { prefix, module, provider } = evaluation.scope;
  const whole = `${prefix}${address}${instanceKey(evaluation)}.${name}`;
  const isOther = providerOf(body, module) !== provider;
  return uniqueIdOf(whole, { name: whole, source: whole, ...(isOther && { owner: "organization" }) });
}

function arn(declared: Declared, identity: Identity, origin: Origin, evaluation: InModule): Value {
  const { body, mode } = declared;
  const given = body.argument("arn");
  if (mode === "data" && given !== undefined) return given.value(evaluation);
  const written = (characters: string): Value => text({ text: characters }, origin);
  const path = identity.path && textAt(declared, identity.path, evaluation);
  const service = identity.service && textAt(declared, identity.service, evaluation);
  const before: readonly Part[] = path
    ? path
    : service
      ? [{ text: "/aws-service-role/" }, ...service, { text: "/" }]
      : [];
  const start = `:${identity.kind}${before.length === 0 ? "/" : ""}`;
  return concat(
    [
      written("arn:"),
      partition(origin, evaluation),
      written(":iam::"),
      accountOf(providerOf(body, evaluation.scope.module), origin, evaluation),
      written(identity.kind === undefined ? ":" : start),
      ...(identity.kind === undefined ? [] : [{ kind: "text", parts: before, type: "string", origin } as const]),
      nameOf(declared, identity, origin, evaluation),
    ],
    origin,
  );
}

/** A user of a group: website/docs/d/iam_group.html.markdown. */
function memberOf(declared: Declared, identity: Identity, origin: Origin, evaluation: InModule): Value {
  const path = hole(
    `path of a user of ${declared.address}`,
    "known-after-apply",
    `path of a user of ${declared.address}`,
  );
  const told: readonly (readonly [string, Value])[] = [
    ["path", valueOfHole(path, origin)],
    ["arn", arn(declared, identity, origin, evaluation)],
    ["user_name", nameOf(declared, identity, origin, evaluation)],
    ["user_id", unknown(uniqueId(declared, "users", evaluation), origin)],
  ];
  return { kind: "map", entries: new Map(told.map(([name, value]) => [name, { key: origin, value }])), origin };
}

/** The name that the configuration gives it, or else one that AWS or Terraform makes up. */
function nameOf(declared: Declared, identity: Identity, origin: Origin, evaluation: InModule): Value {
  if (identity.kind === "oidc-provider") return urlOf(declared, origin, evaluation);
  const parts = identity.name === undefined ? undefined : textAt(declared, identity.name, evaluation);
  if (parts !== undefined) return { kind: "text", parts, type: "string", origin };
  const address = `${evaluation.scope.prefix}${declared.address}${instanceKey(evaluation)}`;
  const made = hole(`name of ${address}`, "known-after-apply", `name of ${address}`, {
    name: address,
    sort: "name",
    alphabet: /[\w+=,.@-]/,
  });
  return { kind: "text", parts: [{ hole: made }], type: "string", origin };
}

/** Of an OIDC provider, without the scheme. Where it is not known, equal to what replace makes of the same URL. */
function urlOf(declared: Declared, origin: Origin, evaluation: InModule): Value {
  const given = declared.body.argument("url")?.value(inMode(evaluation, "certain"));
  const known = given?.kind === "text" ? withoutScheme(given.parts) : undefined;
  if (known !== undefined) return { kind: "text", parts: known, type: "string", origin };
  const address = `${evaluation.scope.prefix}${declared.address}${instanceKey(evaluation)}`;
  const written = (characters: string): Value => text({ text: characters }, origin);
  const open: Hole =
    given === undefined || isNull(given)
      ? hole(`name of ${address}`, "known-after-apply", `name of ${address}`, { name: address })
      : resultOf("replace", [given, written(SCHEME), written("")]);
  // IAM takes no port.
  return valueOfHole({ ...open, name: address, alphabet: /[^*?:]/, admits: IDENTIFIER.admits }, origin);
}

const SCHEME = "https://";

/** The ARN of an OIDC provider has its URL without the scheme, which need not be written. */
function withoutScheme([first, ...others]: readonly Part[]): readonly Part[] | undefined {
  if (first === undefined || !isKnown(first)) return undefined;
  const start = first.text.startsWith(SCHEME) ? SCHEME.length : 0;
  return [slice(first, start, first.text.length), ...others];
}

/** Never splits the world for a name: anything but a plain text stays open. */
function textAt({ body }: Declared, name: string, evaluation: InModule): readonly Part[] | undefined {
  const value = body.argument(name)?.value(inMode(evaluation, "certain"));
  if (value?.kind !== "text" || isNull(value) || literal(value) === "") return undefined;
  return value.parts;
}
