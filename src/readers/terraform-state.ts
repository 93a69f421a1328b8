// Reads Terraform and OpenTofu states, as `show -json` writes them and as they are stored (version 4): the resources that exist.

import { at, type Document, entry, isList, isObject, type Json } from "../text/document.ts";
import type { Deployment, Reader, Reading, Resource } from "./reader.ts";
import {
  accountsByProvider,
  accountsShownBy,
  organizationShownBy,
  showsAccount,
  showsOrganization,
  suppliedBy,
} from "./terraform/records/accounts.ts";
import { writtenAttribute } from "./terraform/records/planned.ts";
import { attributeOf, shownInstances, storedInstances } from "./terraform/records/state-instances.ts";
import { instanceTexts, isMarkedAt, outputTexts, secretsOf } from "./terraform/records/taint.ts";
import { formatVersion, refuseLater, refuseOtherState } from "./terraform/records/versions.ts";
import { madeBy } from "./terraform/stacks.ts";

export const terraformState: Reader = { format: "terraform-state", recognises, read };

const SHOWN_ROOT = ["values", "root_module"];

function recognises({ value }: Document): boolean {
  return isShown(value) || isStored(value);
}

function isShown(value: Json): boolean {
  return formatVersion(value) !== undefined && (entry(value, "values") !== undefined || isEmpty(value));
}

/** What is shown where there is nothing to show: versions, and what was checked. */
function isEmpty(value: Json): boolean {
  return isObject(value) && Object.keys(value).every((key) => ABOUT.has(key));
}

const ABOUT = new Set([
  "format_version",
  "terraform_version",
  "timestamp",
  "checks",
  "errored",
  "complete",
  "applyable",
]);
const NOTHING =
  "this holds no resource: there is no state yet, or 'terraform show -json' was not given a plan: 'terraform show -json PLANFILE > plan.json'";

/** Tools that write states, or cut them down, leave out the lineage, and Terraform reads them. */
function isStored(value: Json): boolean {
  if (typeof entry(value, "version") !== "number") return false;
  const isOfTerraform =
    entry(value, "terraform_version") !== undefined &&
    ["resources", "modules"].some((name) => isList(entry(value, name)));
  return isOfTerraform || entry(value, "lineage") !== undefined;
}

function read(document: Document, deployment: Deployment): Reading {
  const { value } = document;
  const shown = isShown(value);
  if (shown) refuseLater(document, "state");
  else refuseOtherState(document);
  const instances = shown ? shownInstances(at(value, SHOWN_ROOT), SHOWN_ROOT) : storedInstances(value);
  const providerAccounts = instances.flatMap(({ type, provider, attributes }) =>
    showsAccount(type)
      ? accountsShownBy(type, (name) => entry(attributes(), name)).map((account) => ({ provider, account }))
      : [],
  );
  const organizations = instances.flatMap(({ type, attributes }) =>
    showsOrganization(type) ? [organizationShownBy(attributes())] : [],
  );
  const accountsOf = accountsByProvider(
    providerAccounts,
    suppliedBy(undefined, () => instances, deployment),
    organizations,
  );
  const outputs = shown ? at(value, ["values", "outputs"]) : entry(value, "outputs");
  const secrets = secretsOf([...instances.flatMap(instanceTexts), ...outputTexts(outputs)]);
  const resources = instances
    .filter(({ managed }) => managed)
    .map((instance): Resource => {
      const { type, address, provider, attributes, attributesPath, marks, path } = instance;
      let placed: ReturnType<typeof accountsOf> | undefined;
      const place = () => {
        placed ??= accountsOf(provider, entry(attributes(), "arn"));
        return placed;
      };
      return {
        format: "terraform-state",
        type,
        id: address,
        isDeployed: true,
        origin: { document, path },
        provider,
        metadata: [],
        property: (name) => attributeOf(instance, name, document),
        written: (name) => writtenAttribute(entry(attributes(), name), document, [...attributesPath, name]),
        whereabouts: place,
        isSecret: (name) => isMarkedAt(marks(), name) || secrets.touch(entry(attributes(), name)),
      };
    });
  const notes =
    resources.length > 0
      ? []
      : [{ message: isEmpty(value) ? NOTHING : "this state holds no resource", origin: { document, path: [] } }];
  const made = madeBy(resources, deployment);
  return { resources: [...resources, ...made.resources], problems: made.problems, notes: [...notes, ...made.notes] };
}
