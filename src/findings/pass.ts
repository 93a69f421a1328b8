// A pass in words: which rule, of which grant, and what denies the requests that the rule speaks of.

import type { GrantJudgement } from "../rules/questions/judge.ts";
import type { Pass } from "../rules/questions/passes.ts";
import { placeOf } from "./place.ts";
import type { PolicyResult } from "./results.ts";

/** "role.yaml:9:20 VendorRole passes external-id-required: denied by StringEquals sts:ExternalId (role.yaml:13:17)". Nothing of a secret policy. */
export function passesInWords({ resource, secret, again }: PolicyResult): readonly string[] {
  if (secret) return [];
  const { judgement, passes } = again();
  const grants = new Map(judgement.grants.map(({ key, grant }: GrantJudgement) => [key, grant]));
  return passes().flatMap(({ rule, grant: key, denyReasons }: Pass) => {
    const grant = grants.get(key);
    if (grant === undefined || denyReasons.length === 0) return [];
    const by = denyReasons.map(({ sentence, origin }) => `${sentence} (${position(origin)})`).join(" and ");
    return [`${position(grant.origin)} ${resource.path ?? resource.id} passes ${rule.id}: denied by ${by}`];
  });
}

function position(origin: Parameters<typeof placeOf>[0]): string {
  const { file, line, column } = placeOf(origin);
  return `${file}:${line}:${column}`;
}
