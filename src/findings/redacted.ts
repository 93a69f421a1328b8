// What is said of a policy that is secret: which rule, of whom by class, on which resource and where; nothing that the policy holds.

import type { Rule } from "../rules/rule.ts";
import type { Caller, Finding, Grant, Unknown } from "./report.ts";

/** In the place of what is not shown. */
const SENSITIVE = "(sensitive)";

const ELSEWHERE = "check the policy where it is written, or make it not sensitive";

/** `certain`: not a finding only because what cannot be told counts as one. */
export function redactedFinding(finding: Finding, rule: Rule, certain: boolean): Finding {
  const { witness: _witness, world: _world, vendor: _vendor, help, ...rest } = finding;
  const message = certain ? `${rule.title}: ${redactedResource(finding)}` : question(finding, rule);
  return {
    ...rest,
    message,
    ...(help !== undefined && !certain && { help: ELSEWHERE }),
    callers: withoutNames(finding.callers),
  };
}

export function redactedUnknown(unknown: Unknown, rule: Rule): Unknown {
  const { wouldAllow: _wouldAllow, world: _world, ...rest } = unknown;
  const message = question(unknown, rule);
  return { ...rest, message, help: ELSEWHERE, source: "a sensitive policy", callers: withoutNames(unknown.callers) };
}

export function redactedGrant(grant: Grant): Grant {
  return { ...grant, principal: SENSITIVE, conditions: [], callers: withoutNames(grant.callers) };
}

function question(result: Finding | Unknown, { title }: Rule): string {
  return `cannot tell whether this is so: ${title} (${redactedResource(result)})`;
}

function redactedResource({ resource }: Finding | Unknown): string {
  return `${resource.id}, whose policy is sensitive and is not shown`;
}

function withoutNames(callers: readonly Caller[]): readonly Caller[] {
  const classes = callers.map(({ class: set, tenancy }) => ({ class: set, ...(tenancy !== undefined && { tenancy }) }));
  return [...new Map(classes.map((one) => [JSON.stringify(one), one])).values()];
}
