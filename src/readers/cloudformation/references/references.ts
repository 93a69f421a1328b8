// What Ref and Fn::GetAtt name: pseudo-parameters, parameters, outputs of nested stacks, and the identities that the template itself makes in its own account.

import { entry, type Json } from "../../../text/document.ts";
import {
  ACCOUNT_ID,
  BUCKET_ARN,
  hole,
  IDENTIFIER,
  NO_BUCKET,
  ORGANIZATION_ID,
  uniqueIdOf,
  valueOfHole,
} from "../../../values/hole.ts";
import { slice, text } from "../../../values/text.ts";
import { type Hole, holeOf, isKnown, type Origin, OWN_ACCOUNT, type Text, type Value } from "../../../values/value.ts";
import { type Evaluation, withoutSplitting } from "../evaluate/evaluation.ts";
import { substitute } from "../evaluate/substitute.ts";
import { childAt } from "../model/node.ts";
import { outputOf } from "./outputs.ts";
import { parameterValue } from "./parameter-values.ts";
import { pseudoParameter } from "./pseudo-parameters.ts";
import { entryOf } from "./sections.ts";

interface Identity {
  /** As in its ARN. */
  readonly kind: string;
  /** The property that names it. */
  readonly name: string;
  readonly path?: string;
  readonly ref: "name" | "arn";
  /** The attribute that is its unique id. */
  readonly id?: string;
}

/** CloudFormation, "Resource and property types reference", return values of each type. */
const IDENTITIES: ReadonlyMap<string, Identity> = new Map([
  ["AWS::IAM::Role", { kind: "role", name: "RoleName", path: "Path", ref: "name", id: "RoleId" }],
  ["AWS::IAM::User", { kind: "user", name: "UserName", path: "Path", ref: "name" }],
  // Its ARN is no attribute, and AWS makes its name up.
  ["AWS::IAM::ServiceLinkedRole", { kind: "role", name: "RoleName", ref: "name" }],
  ["AWS::IAM::InstanceProfile", { kind: "instance-profile", name: "InstanceProfileName", path: "Path", ref: "name" }],
  ["AWS::IAM::Group", { kind: "group", name: "GroupName", path: "Path", ref: "name" }],
  ["AWS::IAM::SAMLProvider", { kind: "saml-provider", name: "Name", ref: "arn" }],
  ["AWS::IAM::OIDCProvider", { kind: "oidc-provider", name: "Url", ref: "arn" }],
  ["Custom::AWSCDKOpenIdConnectProvider", { kind: "oidc-provider", name: "Url", ref: "arn" }],
]);

type Owned = Pick<Hole, "owner" | "sort" | "alphabet" | "admits">;

const OF_AWS: Partial<Owned> = { sort: "account", owner: "aws" };
const MEMBER: Partial<Owned> = { sort: "account", owner: "organization", ...ACCOUNT_ID };
const ORGANIZATION: Partial<Owned> = { owner: "organization", ...ORGANIZATION_ID };

/** Attributes that tell an account or organization, and whose it is whatever it turns out to be; `ref`: the one that Ref gives. */
const OWNED: ReadonlyMap<Json, { readonly ref?: string; readonly attributes: ReadonlyMap<string, Partial<Owned>> }> =
  new Map([
    // Of a service of AWS, which acts for the distribution that has it.
    ["AWS::CloudFront::CloudFrontOriginAccessIdentity", { attributes: new Map([["S3CanonicalUserId", OF_AWS]]) }],
    ["AWS::Organizations::Account", { ref: "AccountId", attributes: new Map([["AccountId", MEMBER]]) }],
    [
      "AWS::Organizations::Organization",
      {
        ref: "Id",
        attributes: new Map([
          ["Id", ORGANIZATION],
          ["ManagementAccountId", MEMBER],
        ]),
      },
    ],
  ]);

export function reference(name: string, origin: Origin, evaluation: Evaluation): Value {
  const { template } = evaluation;
  const pseudo = pseudoParameter(name, origin, evaluation);
  if (pseudo !== undefined) return pseudo;
  const parameter = template.parameter(name);
  if (parameter !== undefined) return parameterValue(parameter, origin, evaluation);
  const identity = identityOf(name, evaluation);
  if (identity !== undefined) {
    return identity.ref === "arn"
      ? arnOf(name, identity, origin, evaluation)
      : nameOf(name, identity, origin, evaluation);
  }
  const { ref } = ownedBy(name, evaluation) ?? {};
  if (ref !== undefined) return attribute(name, ref, origin, evaluation);
  const reason = template.rewriter === undefined ? "known-after-apply" : "macro";
  // Of a bucket it is the name.
  const more = isOfAws(name, evaluation) ? { name, ...NO_BUCKET } : { name };
  return valueOfHole(hole(`Ref ${template.idPrefix}${name}`, reason, `reference to ${name}`, more), origin);
}

export function attribute(resource: string, name: string, origin: Origin, evaluation: Evaluation): Value {
  const identity = identityOf(resource, evaluation);
  if (identity !== undefined && name === "Arn") return arnOf(resource, identity, origin, evaluation);
  if (identity?.id === name) return uniqueId(`${resource}.${name}`, origin, evaluation);
  if (identity !== undefined && name === identity.name) return nameOf(resource, identity, origin, evaluation);
  const output = outputOf(resource, name, origin, evaluation);
  if (output !== undefined) return output;
  const whole = `${resource}.${name}`;
  return valueOfHole(
    hole(
      `Fn::GetAtt ${evaluation.template.idPrefix}${whole}`,
      "known-after-apply",
      `attribute ${name} of ${resource}`,
      {
        name: whole,
        ...(/Arn$/.test(name) && isOfAws(resource, evaluation)
          ? arnLike(`${typeOf(resource, evaluation)}.${name}`)
          : {}),
        ...ownedBy(resource, evaluation)?.attributes.get(name),
      },
    ),
    origin,
  );
}

function identityOf(resource: string, evaluation: Evaluation): Identity | undefined {
  const type = typeOf(resource, evaluation);
  return typeof type === "string" ? IDENTITIES.get(type) : undefined;
}

function typeOf(resource: string, evaluation: Evaluation): Json | undefined {
  return entry(entryOf("Resources", resource, evaluation)?.json, "Type");
}

function ownedBy(resource: string, evaluation: Evaluation) {
  const type = typeOf(resource, evaluation);
  return type === undefined ? undefined : OWNED.get(type);
}

/** A resource that AWS makes itself; what stacks and custom resources give is whatever they like. */
function isOfAws(resource: string, evaluation: Evaluation): boolean {
  const type = typeOf(resource, evaluation);
  return typeof type === "string" && /^AWS::(?!CloudFormation::)/.test(type);
}

/** What an attribute with an ARN can be. */
function arnLike(attribute: string): Partial<Hole> {
  if (attribute === "AWS::S3::Bucket.Arn") return BUCKET_ARN;
  return /^AWS::S3|Bucket/.test(attribute) ? IDENTIFIER : NO_BUCKET;
}

/** Of the own account; of the outer stack's where it deploys to others. */
function uniqueId(attribute: string, origin: Origin, evaluation: Evaluation): Value {
  const account = pseudoParameter(OWN_ACCOUNT, origin, evaluation);
  const owner = holeOf(account)?.owner;
  const address = `${evaluation.template.idPrefix}${attribute}`;
  return valueOfHole(uniqueIdOf(address, { name: attribute, ...(owner && { owner }) }), origin);
}

function arnOf(resource: string, identity: Identity, origin: Origin, evaluation: Evaluation): Value {
  const { kind, path } = identity;
  const before = path === undefined ? undefined : property(resource, path, evaluation);
  const valueNamed = (part: string) => {
    if (part === "path") return before ?? text({ text: "/" }, origin);
    if (part === "name") return nameOf(resource, identity, origin, evaluation);
    return reference(part, origin, evaluation);
  };
  return substitute(`arn:\${AWS::Partition}:iam::\${AWS::AccountId}:${kind}\${path}\${name}`, valueNamed, origin);
}

/** The name that the template gives it, or else one that CloudFormation makes up. */
function nameOf(resource: string, { name, kind }: Identity, origin: Origin, evaluation: Evaluation): Text {
  const given = property(resource, name, evaluation);
  const parts = kind === "oidc-provider" ? withoutScheme(given) : given?.parts;
  if (parts !== undefined) return { kind: "text", parts, type: "string", origin };
  const { idPrefix } = evaluation.template;
  const source = `name of ${resource}`;
  const alphabet = /[\w+=,.@-]/;
  return {
    kind: "text",
    parts: [
      {
        hole: hole(`name of ${idPrefix}${resource}`, "known-after-apply", source, {
          name: resource,
          sort: "name",
          alphabet,
        }),
      },
    ],
    type: "string",
    origin,
  };
}

const SCHEME = "https://";

/** The ARN of an OIDC provider has its URL without the scheme. */
function withoutScheme(url: Text | undefined): Text["parts"] | undefined {
  const [first, ...others] = url?.parts ?? [];
  if (first === undefined || !isKnown(first) || !first.text.startsWith(SCHEME)) return undefined;
  return [slice(first, SCHEME.length, first.text.length), ...others];
}

/** No world is split for a name: what is not plain stays open. */
function property(resource: string, name: string, evaluation: Evaluation): Text | undefined {
  const properties = entryOf("Resources", resource, evaluation);
  const node = properties && childAt(properties, ["Properties", name]);
  const value = node && evaluation.evaluate(node, withoutSplitting(evaluation));
  return value?.kind === "text" ? value : undefined;
}
