// The formats that are read, and what is said of those that are not yet.

import type { Document } from "../text/document.ts";
import { cdk } from "./cdk.ts";
import { cloudformation } from "./cloudformation.ts";
import type { Reader } from "./reader.ts";
import { terraformJson } from "./terraform-json.ts";
import { terraformPlan } from "./terraform-plan.ts";
import { terraformState } from "./terraform-state.ts";

const readers: readonly Reader[] = [cloudformation, cdk, terraformPlan, terraformState, terraformJson];

/** Undefined: the document is in no format that is read. */
export function readerOf(document: Document): Reader | undefined {
  return readers.find((reader) => reader.recognises(document));
}

const CONFIGURATION = /\.(?:tf|tofu)$/i;

/** Why a file is passed over that holds infrastructure, by its name; undefined for one that is read. */
export function unsupported(path: string): string | undefined {
  return CONFIGURATION.test(path)
    ? "Terraform configuration in HCL is not read by this version, only plans, states and configuration in JSON: skipped"
    : undefined;
}
