// What is known before deployment of the attributes of resources and data sources: what they are given, who they are, and what AWS tells of the account.

import { BUCKET_ARN, hole, IDENTIFIER, NO_BUCKET, valueOfHole } from "../../../values/hole.ts";
import { jsonText } from "../../../values/json-text.ts";
import type { Hole, Origin, Value } from "../../../values/value.ts";
import { isNull, unresolved } from "../expressions/evaluation.ts";
import { rendered } from "../expressions/functions/files.ts";
import { type Body, isDynamic } from "../model/body.ts";
import type { Declared } from "../model/module.ts";
import { databricksPolicy } from "../policy/databricks.ts";
import { documentOf } from "../policy/policy-arguments.ts";
import { accountOf, accountOfOther, partition } from "./account.ts";
import { clusterIdentity, REGION } from "./clusters.ts";
import { formedArn } from "./formed-arns.ts";
import { identityAttribute } from "./identities.ts";
import { instanceKey } from "./instances.ts";
import { planOf } from "./planned.ts";
import { providerOf } from "./providers.ts";
import { repositoryName } from "./repositories.ts";
import type { InModule } from "./scope.ts";
import { serviceAttribute } from "./service-accounts.ts";

type Source = (name: string, declared: Declared, origin: Origin, evaluation: InModule) => Value | undefined;

/** Data sources of the AWS provider whose attributes follow from the configuration, or from where it is applied. */
const SOURCES: ReadonlyMap<string, Source> = new Map<string, Source>([
  [
    "data.aws_iam_policy_document",
    (name, { body }, origin, evaluation) => {
      if (name !== "json" && name !== "minified_json") return undefined;
      const document = documentOf(body, evaluation);
      return document.kind === "unknown" ? document : jsonText(document, origin);
    },
  ],
  [
    "data.aws_caller_identity",
    (name, declared, origin, evaluation) => {
      if (name !== "account_id" && name !== "id") return undefined;
      return accountOf(providerOf(declared.body, evaluation.scope.module), origin, evaluation);
    },
  ],
  [
    "data.aws_partition",
    (name, _, origin, evaluation) =>
      name === "partition" || name === "id" ? partition(origin, evaluation) : undefined,
  ],
  [
    "data.aws_region",
    (name, _, origin) =>
      name === "name" || name === "id" || name === "region" ? valueOfHole(REGION, origin) : undefined,
  ],
  [
    // Of the provider hashicorp/template, from before there was templatefile.
    "data.template_file",
    (name, { body }, origin, evaluation) => {
      if (name !== "rendered") return undefined;
      const given = body.argument("vars")?.value(evaluation);
      const vars = given === undefined || isNull(given) ? { kind: "map" as const, entries: new Map(), origin } : given;
      return rendered(body.argument("template")?.value(evaluation), vars, origin, evaluation);
    },
  ],
  [
    "data.tls_certificate",
    (name, { body }, _, evaluation) => (name === "url" ? body.argument("url")?.value(evaluation) : undefined),
  ],
]);

/** The same where no file at hand declares it: whichever provider reads it, the account is one that the configuration is applied in. */
export function surroundingsKnown(
  address: string,
  name: string,
  origin: Origin,
  evaluation: InModule,
): Value | undefined {
  if (name === "account_id" && address.startsWith("data.aws_caller_identity.")) {
    return valueOfHole(accountOfOther(`that ${evaluation.scope.prefix}${address} tells`), origin);
  }
  if (name === "partition" && address.startsWith("data.aws_partition.")) return partition(origin, evaluation);
  return clusterIdentity(address, name, evaluation.scope.prefix + address, origin);
}

/** `evaluation` is that of the instance that is meant. */
export function attribute(declared: Declared, name: string, origin: Origin, evaluation: InModule): Value {
  const { mode, type, body } = declared;
  const source = mode === "data" ? SOURCES.get(`data.${type}`) : undefined;
  const argument = (each: string) => body.argument(each)?.value(evaluation);
  const found =
    source?.(name, declared, origin, evaluation) ??
    (mode === "data" && name === "json" ? databricksPolicy(type, argument, origin) : undefined) ??
    identityAttribute(declared, name, origin, evaluation) ??
    serviceAttribute(declared, name, origin, evaluation);
  if (found !== undefined) return found;
  const from = handedOn(type, name);
  const given = mode === "managed" && !isLeftAlone(body, from) ? body.argument(from) : undefined;
  const value = given !== undefined && !body.blocks(name).some(isDynamic) ? given.value(evaluation) : undefined;
  if (value !== undefined && !isNull(value)) return value;
  return openAttribute(declared, name, origin, evaluation);
}

/** https://developer.hashicorp.com/terraform/language/meta-arguments/lifecycle#ignore_changes: what it is given counts only when it is made; others set it later. */
function isLeftAlone(body: Body, argument: string): boolean {
  return body.blocks("lifecycle").some((block) => {
    const written = isDynamic(block) ? "" : block.source("ignore_changes");
    const listed = written
      .replace(/^"?ignore_changes"?\s*[=:]\s*/, "")
      .replace(/^\[|\]$/g, "")
      .split(",");
    return listed.some((one) => ["all", argument].includes(one.replaceAll('"', "").trim()));
  });
}

/** The argument that the attribute has the value of: of that name, but for what Terraform's own resource gives back. */
function handedOn(type: string, name: string): string {
  return type === "terraform_data" && name === "output" ? "input" : name;
}

/** An attribute that only a plan or the apply decides. */
export function openAttribute(declared: Declared, name: string, origin: Origin, evaluation: InModule): Value {
  const { address, type } = declared;
  const instance = `${evaluation.scope.prefix}${address}${instanceKey(evaluation)}`;
  const planned = planOf(evaluation)?.attribute(instance, name, origin);
  if (planned !== undefined) return planned;
  const whole = `${instance}.${name}`;
  const formed =
    clusterIdentity(type, name, instance, origin) ??
    formedArn(declared, name, whole, origin, evaluation) ??
    repositoryName(declared, name, whole, origin, evaluation);
  if (formed !== undefined) return formed;
  if (name !== "arn" || !type.startsWith("aws_")) return unresolved(whole, "known-after-apply", whole, origin);
  const arn = hole(whole, "known-after-apply", whole, arnLike(type));
  return valueOfHole(arn, origin);
}

function arnLike(type: string): Partial<Hole> {
  if (type === "aws_s3_bucket") return BUCKET_ARN;
  return type.startsWith("aws_s3") ? IDENTIFIER : NO_BUCKET;
}
