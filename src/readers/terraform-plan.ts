// Terraform and OpenTofu plans as `show -json` writes them: the resources that will be there, with their planned values.

import { at, type Document, entry, isObject, type Json } from "../text/document.ts";
import { Problem } from "../text/problem.ts";
import type { Value } from "../values/value.ts";
import type { Deployment, Reader, Reading, Resource } from "./reader.ts";
import { accountBook, configured, type Sighting, sighted, suppliedBy } from "./terraform/accounts.ts";
import { modulePath } from "./terraform/addresses.ts";
import { resourceAt } from "./terraform/configuration.ts";
import { type Change, configurationOf, type Plan, readPlan } from "./terraform/plan.ts";
import { planSecrets } from "./terraform/plan-secrets.ts";
import { plannedValue } from "./terraform/planned.ts";
import { holeAt, recovered } from "./terraform/recovery.ts";
import { resourcesIn } from "./terraform/state-modules.ts";
import { formatVersion, refuseLater } from "./terraform/versions.ts";

export const terraformPlan: Reader = { format: "terraform-plan", recognises, read };

/** Parts that only a plan has; a state has `values` instead. */
const PARTS = ["resource_changes", "planned_values", "prior_state", "configuration", "output_changes"];

function recognises({ value }: Document): boolean {
  return formatVersion(value) !== undefined && PARTS.some((part) => entry(value, part) !== undefined);
}

function read(document: Document, deployment: Deployment): Reading {
  refuseLater(document, "plan");
  const plan = readPlan(document);
  const secrets = planSecrets(plan);
  const accountsOf = accountBook(sightingsIn(plan), suppliedBy(entry(document.value, "variables"), deployment));
  // What is deleted or forgotten has nothing after.
  const there = plan.changes.filter(({ mode, change }) => mode === "managed" && isObject(entry(change, "after")));
  return {
    resources: there.map((change): Resource => {
      const attributes = entry(change.change, "after");
      const arn = entry(attributes, "arn") ?? at(change.change, ["before", "arn"]);
      return {
        format: "terraform-plan",
        type: change.type,
        id: change.address,
        origin: { document, path: change.path.slice(0, -1) },
        metadata: [],
        property: (name) => property(change, name, plan),
        ...accountsOf(providerOf(configurationOf(change, plan)), arn),
        isSecret: (name) => secrets.hold(change, name),
      };
    }),
    problems: unfinished(document),
    notes: [],
  };
}

function property(change: Change, name: string, plan: Plan): Value {
  const unknown = at(change.change, ["after_unknown", name]);
  if (unknown === true) return recovered(change, name, plan);
  const origin = { document: plan.document, path: [...change.path, "after", name] };
  const unknowns = { marks: unknown, steps: [name], holeAt: holeAt(change, plan) };
  return plannedValue(at(change.change, ["after", name]), origin, unknowns);
}

/** Sightings are by the keys of `provider_config`. */
function sightingsIn(plan: Plan): readonly Sighting[] {
  const { document, configuration } = plan;
  const before = resourcesIn(at(document.value, ["prior_state", "values", "root_module"]), []);
  return [
    ...configured(entry(configuration.json, "provider_config")),
    ...before.flatMap(({ json }) => {
      const values = entry(json, "values");
      return sighted(String(entry(json, "type")), providerOf(priorConfiguration(json, configuration)), values);
    }),
    ...plan.changes.flatMap((change) =>
      ["before", "after"].flatMap((when) =>
        sighted(change.type, providerOf(configurationOf(change, plan)), entry(change.change, when)),
      ),
    ),
  ];
}

function priorConfiguration(json: Json, configuration: Plan["configuration"]): Json | undefined {
  const address = String(entry(json, "address"));
  const [mode, type, name] = ["mode", "type", "name"].map((key) => String(entry(json, key)));
  return resourceAt(configuration, modulePath(address), `${mode === "data" ? "data." : ""}${type}.${name}`);
}

function providerOf(resource: Json | undefined): string {
  return String(entry(resource, "provider_config_key"));
}

/** Terraform says so itself where a plan ends early. */
function unfinished({ value, source }: Document): readonly Problem[] {
  if (entry(value, "errored") !== true) return [];
  const help =
    "make Terraform plan without errors, then run 'terraform show -json' again; what the plan holds is checked";
  return [new Problem("this plan is incomplete: Terraform stopped at an error", help, source.position(0))];
}
