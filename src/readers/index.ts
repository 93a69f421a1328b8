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

const CONFIGURATION = /\.(?:tf|tofu)$/;

/** Why a file is passed over that holds infrastructure, by its name. Undefined if it holds none that we know. */
export function unsupported(path: string): string | undefined {
  return CONFIGURATION.test(path)
    ? "Terraform configuration in HCL is not read yet: give its plan or state in JSON"
    : undefined;
}
