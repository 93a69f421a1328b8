// The ARNs and names of identities in the account of their provider, whether the configuration makes them or only looks them up.

import { hole } from "../../../values/hole.ts";
import { concat, slice, text } from "../../../values/text.ts";
import { isKnown, literal, type Origin, type Part, type Value } from "../../../values/value.ts";
import { inMode, isNull } from "../expressions/evaluation.ts";
import { accountOf, partition } from "./account.ts";
import { instanceKey } from "./instances.ts";
import type { Declared } from "./module.ts";
import { providerOf } from "./providers.ts";
import type { InModule } from "./scope.ts";

interface Identity {
  /** As in its ARN. */
  readonly kind: string;
  /** The argument that names it. */
  readonly name: string;
  readonly path?: string;
  /** Attributes that are the name. */
  readonly named: readonly string[];
}

/** hashicorp/terraform-provider-aws, website/docs: "Attribute Reference" of each resource and data source. */
const IDENTITIES: ReadonlyMap<string, Identity> = new Map([
  ["aws_iam_role", { kind: "role", name: "name", path: "path", named: ["name", "id"] }],
  ["aws_iam_user", { kind: "user", name: "name", path: "path", named: ["name", "id"] }],
  ["aws_iam_saml_provider", { kind: "saml-provider", name: "name", named: ["name"] }],
  ["aws_iam_openid_connect_provider", { kind: "oidc-provider", name: "url", named: [] }],
]);

/** Undefined for what is no identity, and for other attributes. */
export function identityAttribute(
  declared: Declared,
  name: string,
  origin: Origin,
  evaluation: InModule,
): Value | undefined {
  const identity = IDENTITIES.get(declared.type);
  if (identity === undefined) return undefined;
  if (identity.named.includes(name)) return nameOf(declared, identity, origin, evaluation);
  return name === "arn" ? arn(declared, identity, origin, evaluation) : undefined;
}

function arn(declared: Declared, identity: Identity, origin: Origin, evaluation: InModule): Value {
  const { body, mode } = declared;
  const given = body.argument("arn");
  if (mode === "data" && given !== undefined) return given.value(evaluation);
  const written = (characters: string): Value => text({ text: characters }, origin);
  const path = identity.path && textAt(declared, identity.path, evaluation);
  return concat(
    [
      written("arn:"),
      partition(origin, evaluation),
      written(":iam::"),
      accountOf(providerOf(body, evaluation.scope.module), origin, evaluation),
      written(`:${identity.kind}`),
      path ? { kind: "text", parts: path, type: "string", origin } : written("/"),
      nameOf(declared, identity, origin, evaluation),
    ],
    origin,
  );
}

/** The name that the configuration gives it, or else one that AWS or Terraform makes up. */
function nameOf(declared: Declared, identity: Identity, origin: Origin, evaluation: InModule): Value {
  const given = textAt(declared, identity.name, evaluation);
  const parts = identity.kind === "oidc-provider" && given ? withoutScheme(given) : given;
  if (parts !== undefined) return { kind: "text", parts, type: "string", origin };
  const address = `${evaluation.scope.prefix}${declared.address}${instanceKey(evaluation)}`;
  const made = hole(`name of ${address}`, "known-after-apply", `name of ${address}`, {
    name: address,
    sort: "name",
    alphabet: /[\w+=,.@-]/,
  });
  return { kind: "text", parts: [{ hole: made }], type: "string", origin };
}

const SCHEME = "https://";

/** The ARN of an OIDC provider has its URL without the scheme, which need not be written. */
function withoutScheme([first, ...others]: readonly Part[]): readonly Part[] | undefined {
  if (first === undefined || !isKnown(first)) return undefined;
  const start = first.text.startsWith(SCHEME) ? SCHEME.length : 0;
  return [slice(first, start, first.text.length), ...others];
}

/** No world is split for a name: what is not plain stays open. */
function textAt({ body }: Declared, name: string, evaluation: InModule): readonly Part[] | undefined {
  const value = body.argument(name)?.value(inMode(evaluation, "quiet"));
  if (value?.kind !== "text" || isNull(value) || literal(value) === "") return undefined;
  return value.parts;
}
