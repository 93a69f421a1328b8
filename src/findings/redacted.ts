// What is said of a policy that is secret: which rule, of whom by class, on which resource and where; nothing that the policy holds.

import type { Resource } from "../readers/reader.ts";
import type { Rule } from "../rules/rule.ts";
import type { UnplacedFinding, UnplacedGrant, UnplacedUnknown } from "./judging/unplaced.ts";
import type { Caller } from "./report.ts";

/** In the place of what is not shown. */
const SENSITIVE = "(sensitive)";

const ELSEWHERE = "check the policy where it is written, or make it not sensitive";

/** `certain`: not a finding only because what cannot be told counts as one. */
export function redactedFinding(
  { told, ...finding }: UnplacedFinding,
  rule: Rule,
  resource: Resource,
  certain: boolean,
): UnplacedFinding {
  const { witness: _witness, world: _world, vendor: _vendor, help, ...rest } = told;
  return {
    ...finding,
    message: [certain ? `${rule.title}: ${redactedResource(resource)}` : question(rule, resource)],
    told: { ...rest, ...(help !== undefined && !certain && { help: ELSEWHERE }), callers: withoutNames(told.callers) },
    written: "",
  };
}

export function redactedUnknown(
  { told, ...unknown }: UnplacedUnknown,
  rule: Rule,
  resource: Resource,
): UnplacedUnknown {
  const { wouldAllow: _wouldAllow, world: _world, ...rest } = told;
  const redacted = { ...rest, help: ELSEWHERE, source: "a sensitive policy", callers: withoutNames(told.callers) };
  return { ...unknown, message: [question(rule, resource)], told: redacted };
}

export function redactedGrant(grant: UnplacedGrant["told"]): UnplacedGrant["told"] {
  return { ...grant, principal: SENSITIVE, conditions: [], callers: withoutNames(grant.callers) };
}

function question({ title }: Rule, resource: Resource): string {
  return `cannot tell whether this is so: ${title} (${redactedResource(resource)})`;
}

function redactedResource({ id }: Resource): string {
  return `${id}, whose policy is sensitive and is not shown`;
}

function withoutNames(callers: readonly Caller[]): readonly Caller[] {
  const classes = callers.map(({ class: set, tenancy }) => ({ class: set, ...(tenancy !== undefined && { tenancy }) }));
  return [...new Map(classes.map((one) => [JSON.stringify(one), one])).values()];
}
