// The policies of a run, judged under what the configuration says of the file that each is in.

import { bindAccounts } from "../../config/binding.ts";
import type { Config } from "../../config/config.ts";
import { inlineVendor } from "../../config/inline.ts";
import { type FileSettings, scopesKey } from "../../config/scopes.ts";
import { documentsOf } from "../../iam/decision/documents.ts";
import {
  budgets,
  halfOfShares,
  isCertain,
  type NextBudget,
  type SharedBudget,
  type Shares,
} from "../../iam/patterns/budget.ts";
import { afforded } from "../../policies/afforded.ts";
import { isBoundaryAlone } from "../../policies/boundaries.ts";
import { policiesOf } from "../../policies/find.ts";
import { neighboursIn } from "../../policies/neighbours.ts";
import type { Policy } from "../../policies/policy.ts";
import type { FileInputs } from "../../readers/inputs.ts";
import type { Resource } from "../../readers/reader.ts";
import { askRules } from "../../rules/questions/ask.ts";
import { passes } from "../../rules/questions/passes.ts";
import type { PolicyCheck } from "../../rules/questions/policy-check.ts";
import { listOf } from "../../rules/questions/requests.ts";
import { type SharedCheck, sharedChecks } from "../../rules/questions/shared-check.ts";
import type { Rule } from "../../rules/rule.ts";
import { isAsked } from "../../rules/setting.ts";
import type { Allowance } from "../../values/worlds.ts";
import type { JudgedPolicy, PolicyResult } from "../results.ts";
import { formOf } from "./forms.ts";
import { once } from "./kept.ts";
import { silentResult } from "./silent.ts";
import { placedResult, type TellingTerms, unplacedResult } from "./tell.ts";

/** By the scopes that a file is in: the rules for its policies, and the results of earlier ones that may be reused. */
export type Known = Map<string, (policy: Policy) => SharedCheck>;

export interface JudgingTerms extends Pick<TellingTerms, "fingerprint"> {
  readonly config: Config;
  readonly rules: readonly Rule[];
  readonly allowance: Allowance;
  /** All files of the run. */
  readonly files: readonly FileInputs[];
  readonly known: Known;
  /** The steps that all policies share. */
  readonly shares: Shares;
  /** Gives the next policy its budget. Left out: made from `shares`. */
  readonly next?: NextBudget | undefined;
}

/** Fixes need policies with findings as they were judged. So many of them are kept; any others are judged again. */
const MOST_KEPT = 50;

/** Judges the policies of one file, resource by resource. */
export type JudgeIn = (path: string, settings: FileSettings) => (resource: Resource) => readonly PolicyResult[];

export function judging({
  config,
  rules,
  allowance,
  files,
  known,
  fingerprint,
  shares,
  next = budgets(shares),
}: JudgingTerms): JudgeIn {
  let commented: ReadonlySet<string> | undefined;
  const hasComments = (file: string): boolean => {
    const documents = () => files.flatMap(({ inputs }) => inputs.map(({ document }) => document));
    commented ??= new Set(documents().flatMap((each) => (each.comments().length > 0 ? [each.source.path] : [])));
    return commented.has(file);
  };
  const telling: TellingTerms = { strict: config.strict === true, fingerprint, hasComments, once: once() };
  // Everything that is judged again shares half of the steps that the run had.
  const nextAgain = budgets(halfOfShares({ pool: shares.pool, reserveOf: shares.reserveOf }));
  const asAfforded = afforded(allowance);
  const texts = files.flatMap(({ inputs }) => inputs.map(({ document }) => document));
  let leftToKeep = MOST_KEPT;
  const neighbours = neighboursIn(() => files.flatMap(({ inputs }) => inputs.flatMap(({ resources }) => resources)));
  return (path, settings) => {
    const under = scopesKey(config, path);
    const asked = rules.filter((rule) => isAsked(settings, rule));
    // The report lists who may assume a role even if no rule on trust policies is on.
    const kinds = new Set(["trust", ...asked.flatMap(({ policy }) => listOf(policy))]);
    const shared = known.get(under) ?? sharedChecks(settings, config, asked);
    known.set(under, shared);
    const policiesIn = (resource: Resource) =>
      policiesOf(resource, neighbours).filter(
        ({ kind, audience = settings.audience }) => kinds.has(kind) && audience === settings.audience,
      );
    const judge = (policy: Policy, steps: SharedBudget) => {
      const isBoundary = () => isBoundaryAlone(policy.owner, texts);
      return checkPolicy(policy, settings, config, steps, allowance, { ...shared(policy), isBoundary });
    };
    // Finds the policy again by its index: keeping all policies would take more memory than their results.
    const againOf = (resource: Resource, index: number) => () =>
      judge(policiesIn(resource)[index] as Policy, nextAgain(path));
    const owe = (steps: number): void => {
      if (!isCertain(steps)) next(path).owe(steps);
    };
    return (resource) =>
      toldApart(
        policiesIn(resource).map((policy, index) => {
          const own = asAfforded(policy);
          const again = own === policy ? againOf(resource, index) : () => judge(own, nextAgain(path));
          const check = shared(policy);
          const form = formOf(own, check, telling);
          const short = silentResult(own, check, again) ?? form?.result(again, owe);
          if (short !== undefined) return short;
          const steps = next(path);
          const judged = judge(own, steps);
          const unplaced = unplacedResult(judged, telling);
          const alike = form?.keep(judged, unplaced, steps.spent);
          const keeps = leftToKeep > 0 && unplaced.findings.length > 0;
          if (keeps) leftToKeep -= 1;
          return placedResult(unplaced, resource, telling, keeps ? kept(judged) : again, alike);
        }),
      );
  };
}

/** Not written inline: closures made in one function share a scope, so this one would keep alive whatever its neighbours use. */
function kept(judged: JudgedPolicy): PolicyResult["again"] {
  return () => judged;
}

/** Policies that are deployed in no world report nothing; one of them is kept, so that the resource is counted. */
function toldApart(policies: readonly PolicyResult[]): readonly PolicyResult[] {
  const told = policies.filter((one) => one.hasWorlds || tellsSomething(one));
  return told.length > 0 ? told : policies.slice(0, 1);
}

function tellsSomething({ findings, unknowns, grants }: PolicyResult): boolean {
  return findings.length + unknowns.length + grants.length > 0;
}

function checkPolicy(
  policy: Policy,
  settings: FileSettings,
  config: Config,
  steps: SharedBudget,
  allowance: Allowance,
  shared: SharedCheck & Pick<PolicyCheck, "isBoundary">,
): JudgedPolicy {
  const { owner, secret } = policy;
  const metadata = config.inline === false ? [] : owner.metadata;
  const bound = inlineVendor(metadata, settings.vendors);
  const documents = documentsOf(bindAccounts(bound, settings, policy), allowance);
  const policyCheck: PolicyCheck = {
    policy: documents,
    ...shared,
    steps,
    doubt: owner.rewriter === undefined ? undefined : { reason: "macro", source: owner.rewriter },
  };
  const asked = askRules(policyCheck);
  const inlineVendors = bound.map(({ name }) => name);
  const again = () => passes(policyCheck, asked);
  return { resource: owner, worlds: documents.outcomes, secret, ...asked, inlineVendors, passes: again };
}
