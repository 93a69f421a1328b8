// What brute force has against a report on tokens, services or anyone: a request that it does not speak of, or a finding that is none.

import { check } from "../../../src/check.ts";
import { carriedBy } from "../../../src/examples/carried.ts";
import { cloudformationJson } from "../../../src/examples/forms.ts";
import type { Report, Request as Shown } from "../../../src/findings/report.ts";
import type { Json } from "../../../src/text/document.ts";
import { type Call, type CallPolicy, evaluateCall } from "./call.ts";
import type { Kind } from "./kind.ts";

const CONFIG = {
  accounts: { own: ["999988887777"] },
  organizationIds: ["o-own1234567"],
  vendors: [{ name: "Vendor", tenancy: "multi", accounts: ["444455556666"] }],
} as const;

export function reportOn(
  policy: CallPolicy,
  { on }: Kind,
  config: Parameters<typeof check>[0]["config"] = CONFIG,
): Report {
  const carried = on === "sts" ? carriedBy("trust") : carriedBy("resource", on);
  const written = cloudformationJson.write(policy as unknown as Json, {}, carried);
  if ("reason" in written) throw new Error(written.reason);
  const report = check({ files: written.files, config });
  if (report.errors.length > 0) throw new Error(JSON.stringify(report.errors));
  return report;
}

/** A request that gets in although the rule denies it, and of which the report says nothing. */
export function missed(policy: CallPolicy, report: Report, kind: Kind): string | undefined {
  const isTold = report.findings.some(({ rule }) => rule === kind.rule || rule === kind.yieldsTo);
  if (isTold) return undefined;
  const isOpen = report.unknowns.some(({ rule }) => rule === kind.rule || rule === kind.yieldsTo);
  for (const call of kind.callsFor(policy)) {
    if (!kind.isDenied(policy, call)) continue;
    const verdict = evaluateCall(policy, call);
    if (verdict === true || (verdict === undefined && !isOpen)) return JSON.stringify(call);
  }
  return undefined;
}

/** A finding whose request does not get in, or is none that the rule denies. */
export function refuted(policy: CallPolicy, { findings }: Report, kind: Kind): string | undefined {
  for (const { rule, witness } of findings) {
    if (rule !== kind.rule) continue;
    if (witness === undefined) return `${rule} without a witness`;
    // Reports do not show what a request is on.
    const calls = kind.resources.map((resource) => callOf(witness, resource, kind));
    const isShown = (call: Call): boolean => evaluateCall(policy, call) === true && kind.isDenied(policy, call);
    if (!calls.some(isShown)) return JSON.stringify(witness);
  }
  return undefined;
}

function callOf({ principal, action, context }: Shown, resource: string, { rule }: Kind): Call {
  const [, sender] = /^(federated|service)-/.exec(rule) ?? [];
  const type = (sender as Call["type"] | undefined) ?? typeIn(principal);
  const shown = Object.fromEntries(Object.entries(context).map(([key, texts]) => [key.toLowerCase(), texts]));
  const account = principal.split(":")[4] ?? "anonymous";
  const derived = type === "account" ? { "aws:principalarn": principal, "aws:principalaccount": account } : {};
  const carries = type === "anonymous" ? { "aws:principalaccount": "anonymous", ...shown } : { ...derived, ...shown };
  return { type, principal, action, resource, carries };
}

function typeIn(principal: string): Call["type"] {
  return principal === "*" ? "anonymous" : "account";
}
