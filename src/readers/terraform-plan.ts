// Reads Terraform and OpenTofu plans as `show -json` writes them: the resources after the apply, with their planned values.

import { holdsWord } from "../text/bytes.ts";
import { type Document, entry, isList, isObject, type Json } from "../text/document.ts";
import { Problem } from "../text/problem.ts";
import type { Value } from "../values/value.ts";
import type { World } from "../values/worlds.ts";
import type { Content, Deployment, Note, Reader, Reading, Resource } from "./reader.ts";
import { accountsByProvider } from "./terraform/records/accounts.ts";
import { expressionsOf, type Plan, type Planned, pathTo, providerOf, readPlan } from "./terraform/records/plan.ts";
import { planSecrets } from "./terraform/records/plan-secrets.ts";
import { missingAttribute, plannedValue, writtenAttribute } from "./terraform/records/planned.ts";
import { later, recovered } from "./terraform/records/recovery.ts";
import { organizationsIn, providerAccountsIn, suppliedAccounts } from "./terraform/records/seen.ts";
import { formatVersion, refuseLater } from "./terraform/records/versions.ts";
import { madeBy } from "./terraform/stacks.ts";

export const terraformPlan: Reader = { format: "terraform-plan", recognises, read };

/** Parts that only a plan has; a state has `values` instead. */
const PARTS = ["resource_changes", "planned_values", "prior_state", "configuration", "output_changes"];

function recognises({ value }: Document): boolean {
  return isObject(value) && formatVersion(value) !== undefined && PARTS.some((part) => Object.hasOwn(value, part));
}

/** Recognises a plan by its text, before it is parsed. */
export function mayBePlan({ content }: { readonly content: Content }): boolean {
  return holdsWord(content, '"format_version"') && holdsWord(content, '"configuration"');
}

function read(document: Document, deployment: Deployment): Reading {
  refuseLater(document, "plan");
  const plan = readPlan(document);
  const secrets = planSecrets(plan);
  const accountsOf = accountsByProvider(
    providerAccountsIn(plan),
    suppliedAccounts(plan, deployment),
    organizationsIn(plan),
  );
  // A resource that is deleted or forgotten has no value after the apply.
  const there = plan.planned.filter(({ managed, isThere }) => managed && isThere);
  const resources = there.map((planned): Resource => {
    const { type, address, path, tellsAt } = planned;
    let placed: ReturnType<typeof accountsOf> | undefined;
    const place = () => {
      placed ??= accountsOf(providerOf(planned, plan), tellsAt("after", "arn") ?? tellsAt("before", "arn"));
      return placed;
    };
    return {
      format: "terraform-plan",
      type,
      id: address,
      origin: { document, path },
      provider: providerOf(planned, plan),
      metadata: [],
      property: (name, world) => property(planned, name, plan, world),
      written: (name) => written(planned, name, document),
      whereabouts: place,
      isSecret: (name) => secrets.hold(planned, name),
    };
  });
  const made = madeBy(resources, deployment);
  const none: readonly Note[] =
    there.length > 0 ? [] : [{ message: "this plan holds no resource", origin: { document, path: [] } }];
  return {
    resources: [...resources, ...made.resources],
    problems: [...unfinished(document), ...made.problems],
    notes: [...none, ...made.notes],
  };
}

function property(planned: Planned, name: string, plan: Plan, world: World): Value {
  const marks = entry(planned.tells("after_unknown"), name);
  const origin = { document: plan.document, path: [...pathTo("after", planned), name] };
  if (marks === true)
    return isLeftOut(planned, name, plan) ? { kind: "absent", origin } : recovered(planned, name, plan, world);
  if (entry(planned.tells("after"), name) === undefined && marks === undefined)
    return missingAttribute(planned.address, name, origin);
  return plannedValue(entry(planned.tells("after"), name), origin, {
    marks,
    steps: [name],
    valueAt: (steps, origin) => later(planned, steps, origin, plan),
  });
}

/** Of what nothing is left to the apply. */
function written(planned: Planned, name: string, document: Document): ReturnType<typeof writtenAttribute> {
  const marks = entry(planned.tells("after_unknown"), name);
  const json = entry(planned.tells("after"), name);
  const isKnown = marks === undefined || (json !== undefined && (marks === false || isEmptyList(marks)));
  return isKnown ? writtenAttribute(json, document, [...pathTo("after", planned), name]) : undefined;
}

function isEmptyList(marks: Json): boolean {
  return isList(marks) && marks.length === 0;
}

/** Where the configuration says nothing of it AWS fills it in, as it does without Terraform. */
function isLeftOut(planned: Planned, name: string, plan: Plan): boolean {
  const written = expressionsOf(planned, plan);
  return isObject(written) && entry(written, name) === undefined;
}

/** Terraform says so itself where a plan ends early. */
function unfinished({ value, source }: Document): readonly Problem[] {
  if (entry(value, "errored") !== true) return [];
  const help =
    "make Terraform plan without errors, then run 'terraform show -json' again; what the plan holds is checked";
  return [new Problem("this plan is incomplete: Terraform stopped at an error", help, source.position(0))];
}
