// The input formats, and the messages for forms that are not read.

import type { Document } from "../text/document.ts";
import { cdk } from "./cdk.ts";
import { cloudformation } from "./cloudformation.ts";
import { hcl } from "./hcl.ts";
import { iam } from "./iam.ts";
import type { Reader } from "./reader.ts";
import { terraformJson } from "./terraform-json.ts";
import { terraformPlan } from "./terraform-plan.ts";
import { terraformState } from "./terraform-state.ts";

/** In the order in which they are asked; each is looked up when it is, for most runs need one of them. */
const READERS: readonly (() => Reader)[] = [
  () => cloudformation,
  () => cdk,
  () => terraformPlan,
  () => terraformState,
  () => terraformJson,
  () => hcl,
  () => iam,
];

/** Undefined: the document is in no format that is read. */
export function readerOf(document: Document): Reader | undefined {
  for (const reader of READERS) if (reader().recognises(document)) return reader();
  return undefined;
}

/** By their names. */
const UNSUPPORTED: readonly (readonly [name: RegExp, why: string])[] = [
  [
    /(?:^|\/)(?:terragrunt|terragrunt\.stack|root)\.hcl$/,
    "Terragrunt is not read: check the configuration that it deploys, or its plan ('terragrunt plan -out', then 'terragrunt show -json')",
  ],
  [
    /\.(?:tfcomponent|tfstack|tfdeploy)\.hcl$/,
    "stacks of Terraform are not read: their modules are checked alone, with any values that their variables take",
  ],
  [/\.(?:tftest|tofutest)\.hcl$/, "tests of Terraform are not read: what they make does not stay"],
];

/** Why a file is passed over that holds infrastructure, by its name; undefined for one that is read. */
export function unsupportedReason(path: string): string | undefined {
  return UNSUPPORTED.find(([name]) => name.test(path))?.[1];
}
