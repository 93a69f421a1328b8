// What policies under the same circumstances have in common: who is who, which rules ask what, and what has been found of those before.

import { builtinCatalogue } from "../../config/catalogue.ts";
import type { Config } from "../../config/config.ts";
import { inlineTenancy } from "../../config/inline.ts";
import { settingsForResource } from "../../config/resource-settings.ts";
import type { FileSettings } from "../../config/scopes.ts";
import { type DeclaredTenancy, identifyParties } from "../../config/who.ts";
import type { Policy } from "../../policies/policy.ts";
import type { Whereabouts } from "../../readers/reader.ts";
import type { Rule } from "../rule.ts";
import { severityOf } from "../setting.ts";
import { inYieldingOrder } from "./ask.ts";
import { type PolicyCheck, questionsOf } from "./policy-check.ts";
import { type Circumstances, isAsked, listOf } from "./requests.ts";

export interface SharedCheck
  extends Pick<
    PolicyCheck,
    "rules" | "inYieldingOrder" | "who" | "circumstances" | "questions" | "tried" | "severityOf"
  > {
  /** No rule asks anything of a policy that lets no request through: neither its shape nor whom it has to let in. */
  readonly asksOfRequestsAlone: boolean;
}

const NOWHERE: Whereabouts = {};

/** `settings`: of the files that the policies are in. */
export function sharedChecks(
  settings: FileSettings,
  { inline }: Config,
  rules: readonly Rule[],
): (policy: Policy) => SharedCheck {
  const known = new Map<string, SharedCheck>();
  // Most resources of a file are in one place.
  const byPlace = new WeakMap<Whereabouts, Map<Policy["kind"], SharedCheck>>();
  return (policy) => {
    const { metadata, whereabouts } = policy.owner;
    // What one says of itself, none of the others does.
    if (inline !== false && metadata.length > 0) return sharedCheck(policy, settings, metadata, rules);
    const place = whereabouts?.() ?? NOWHERE;
    const here = byPlace.get(place) ?? new Map<Policy["kind"], SharedCheck>();
    byPlace.set(place, here);
    const before = here.get(policy.kind);
    if (before !== undefined) return before;
    const { account, accounts } = place;
    const { supplied = [], beside = [], organizations = [] } = accounts ?? {};
    const key = JSON.stringify([policy.kind, account, [...supplied], [...beside], organizations]);
    const found = known.get(key) ?? { ...sharedCheck(policy, settings, [], rules), tried: new Map() };
    known.set(key, found);
    here.set(policy.kind, found);
    return found;
  };
}

function sharedCheck(
  { kind, owner }: Policy,
  settings: FileSettings,
  metadata: Policy["owner"]["metadata"],
  all: readonly Rule[],
): SharedCheck {
  const who = identifyParties(
    settingsForResource(settings, owner),
    declaredTenancy(settings, metadata),
    builtinCatalogue(),
  );
  const rules = all.filter((rule) => listOf(rule.policy).includes(kind));
  const circumstances: Circumstances = {
    audience: settings.audience ?? "self",
    vendorsDeclared: who.vendorsDeclared,
    tenanciesOf: who.tenanciesOf,
  };
  const asking = inYieldingOrder(rules).filter((rule) => asksSomething(rule, circumstances));
  return {
    rules,
    inYieldingOrder: asking,
    asksOfRequestsAlone: asking.every(({ require, admit }) => require === undefined && admit === undefined),
    who,
    circumstances,
    questions: questionsOf(rules, circumstances),
    severityOf: (rule, wanted) => severityOf(settings, rule, wanted),
  };
}

function asksSomething({ deny = [], admit = [], require = [] }: Rule, circumstances: Circumstances): boolean {
  return [...deny, ...admit, ...require].some(({ given }) => isAsked(given, circumstances));
}

function declaredTenancy(
  { tenancy, tenancyFrom }: FileSettings,
  metadata: Policy["owner"]["metadata"],
): DeclaredTenancy | undefined {
  if (tenancy !== undefined && tenancyFrom !== undefined) return { tenancy, from: tenancyFrom };
  const inline = inlineTenancy(metadata);
  return inline && { ...inline, from: "metadata" };
}
