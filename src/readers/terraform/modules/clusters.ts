// The issuer of the tokens of a cluster of Amazon EKS: its URL has one form, whatever the cluster.

import { hole } from "../../../values/hole.ts";
import type { Hole, Origin, Struct, Value } from "../../../values/value.ts";

export const REGION: Hole = hole("region", "parameter", "the region", { alphabet: /[a-z\d-]/ });

const CLUSTER = /^(?:data\.)?aws_eks_cluster(?:\.|$)/;

/**
 * `identity` of the resource or data source, `whole` being its address; undefined for other ones. website/docs/d/eks_cluster.html.markdown of
 * hashicorp/terraform-provider-aws; https://docs.aws.amazon.com/eks/latest/userguide/associate-service-account-role.html
 */
export function clusterIdentity(type: string, name: string, whole: string, origin: Origin): Value | undefined {
  if (name !== "identity" || !CLUSTER.test(type)) return undefined;
  const id = hole(`id of the issuer of ${whole}`, "known-after-apply", whole, { name: whole, alphabet: /[\dA-Fa-f]/ });
  const parts = [{ text: "https://oidc.eks." }, { hole: REGION }, { text: ".amazonaws.com/id/" }, { hole: id }];
  return block("oidc", block("issuer", { kind: "text", parts, type: "string", origin }));
}

/** A list of one block with one argument. */
function block(name: string, value: Value): Value {
  const { origin } = value;
  const entries: Struct["entries"] = new Map([[name, { key: origin, value }]]);
  return { kind: "list", items: [{ kind: "map", entries, origin }], origin };
}
