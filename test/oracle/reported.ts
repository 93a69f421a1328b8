// A report as the properties compare it: which rules speak of which callers, and the request of each finding.

import fc from "fast-check";
import { check } from "../../src/check.ts";
import type { Config } from "../../src/config/config.ts";
import type { Form } from "../../src/examples/form.ts";
import { cloudformationJson } from "../../src/examples/forms.ts";
import type { Caller, Report, Request as Shown } from "../../src/findings/report.ts";
import type { ExampleParameter } from "../../src/rules/rule.ts";
import type { Json } from "../../src/text/document.ts";
import { carried } from "./carried.ts";
import { list, type Request, type Texts } from "./request.ts";
import { type Breach, YIELDS } from "./verdicts.ts";

/** The rules that deny requests of third parties. */
const RULES = ["public-trust", "account-scoped-principal", "external-id-required", "undeclared-account"] as const;

export function isHeart({ rule }: { readonly rule: string }): boolean {
  return (RULES as readonly string[]).includes(rule);
}

export interface Said extends Breach {
  readonly certain: boolean;
}

export function reportOn(
  policy: Json,
  config: Config,
  parameters: Readonly<Record<string, ExampleParameter>> = {},
  form: Form = cloudformationJson,
): Report {
  const written = form.write(policy, parameters);
  if ("reason" in written) throw new Error(written.reason);
  const report = check({ files: written.files, config });
  if (report.errors.length > 0) throw new Error(JSON.stringify(report.errors));
  return report;
}

/** Did the engine look at every request? Where it did not, it says so. */
export function isWhole({ unknowns }: Report): boolean {
  return unknowns.every(({ reason }) => reason !== "budget");
}

/** The same, of a policy whose every request was looked at. */
export function wholeReportOn(...asked: Parameters<typeof reportOn>): Report {
  const report = reportOn(...asked);
  fc.pre(isWhole(report));
  return report;
}

/** Twelve digits, `${Parameter}`, or `*` for whoever the policy does not name. */
function shown({ class: set, account }: Caller): string {
  return set === "unnamed" ? "*" : (account ?? "?");
}

/** What the rules say, of whom; a caller of "" is the policy as a whole. */
export function said({ findings, unknowns }: Report): Said[] {
  const line = (certain: boolean) => (one: { rule: string; callers: readonly Caller[] }) =>
    (one.callers.length === 0 ? [""] : one.callers.map(shown)).map((caller) => ({ rule: one.rule, caller, certain }));
  return [...findings.flatMap(line(true)), ...unknowns.flatMap(line(false))].filter(isHeart);
}

/**
 * Does the report speak of the breach, by its rule or by one that the rule yields to? A rule that has a finding on a grant
 * lists no unknown on it.
 */
export function speaksOf(lines: readonly Said[], { rule, caller }: Breach, certainly: boolean): boolean {
  const rules = [rule, ...(YIELDS[rule] ?? [])];
  return lines.some((line) => {
    if (!rules.includes(line.rule)) return false;
    return certainly ? line.certain && line.caller === caller : line.certain || [caller, ""].includes(line.caller);
  });
}

/** One line a finding, in an order that does not depend on the policy's. */
export function summary({ findings, unknowns }: Report): string[] {
  const line = (mark: string) => (one: { rule: string; callers: readonly Caller[] }) =>
    `${mark}${one.rule}@${one.callers.map(shown).sort().join()}`;
  return [...findings.filter(isHeart).map(line("")), ...unknowns.filter(isHeart).map(line("?"))].sort();
}

/** Past every window that the generated policies name. */
export const LATER = Date.UTC(2101, 0, 1) / 1000;

const FOLLOW =
  /^aws:(principal(account|arn|type|orgid|orgpaths|isawsservice)|userid|username|currenttime|epochtime|securetransport|resource(account|orgid))$/;

/** The witness as a request; keys that it leaves out are such that the policy does not read them. */
export function witnessed({ principal, session, context, absent }: Shown): Request {
  const known = new Map(Object.entries(context).map(([key, texts]) => [key.toLowerCase(), list(texts)]));
  const first = (key: string): string | undefined => known.get(key)?.[0];
  const [uniqueId, callers] = (first("aws:userid") ?? "").split(":");
  const id = first("aws:principalorgid") ?? first("aws:principalorgpaths")?.split("/")[0];
  const now = first("aws:epochtime") ?? first("aws:currenttime") ?? first("aws:tokenissuetime");
  const sends: Record<string, Texts> = { "sts:rolesessionname": "some-session" };
  for (const key of absent) if (!FOLLOW.test(key.toLowerCase())) sends[key.toLowerCase()] = [];
  for (const [key, texts] of known) if (!FOLLOW.test(key)) sends[key] = texts;
  return {
    principal,
    session: session ?? callers ?? "some-session",
    uniqueId: uniqueId || (principal.includes(":user/") ? "AIDASOMEBODYSOMEBODY1" : "AROASOMEBODYSOMEBODY1"),
    ...(id === undefined ? {} : { organization: { id, path: first("aws:principalorgpaths") ?? `${id}/r-zz99/` } }),
    time: now === undefined ? LATER : /^\d+$/.test(now) ? Number(now) : Date.parse(now) / 1000,
    sends,
  };
}

/** Keys whose shown value is none that such a caller has. */
export function contradictions({ context }: Shown, request: Request): string[] {
  const actual = carried(request);
  return Object.entries(context)
    .filter(([key, texts]) => JSON.stringify(list(texts)) !== JSON.stringify(actual.get(key.toLowerCase()) ?? []))
    .map(([key]) => key);
}
