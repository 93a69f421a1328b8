// What a function of Terraform (https://developer.hashicorp.com/terraform/language/functions) is to a call of it.

import type { Origin, Value } from "../../../../values/value.ts";
import type { Evaluation } from "../evaluation.ts";

export interface Row {
  /** Undefined where what is known of the arguments does not tell the result. Refused where Terraform refuses them. */
  readonly run: (inputs: readonly Value[], origin: Origin, evaluation: Evaluation) => Value | undefined;
  /** What shape a result has that is not known: a text, a list of any length, or anything. */
  readonly gives: "text" | "list" | "any";
}

export type Functions = readonly (readonly [name: string, row: Row])[];
