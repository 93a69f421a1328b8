// A row of the table of carriers: which type of resource carries a policy, and where it stands there.

import type { Origin, Value } from "../values/value.ts";
import type { PolicyKind } from "./policy.ts";

export interface Carrier {
  /** The prefix of the actions that the policy speaks of: "s3", and "sts" of a role. */
  readonly service: string;
  readonly type: string;
  readonly kind: PolicyKind;
  /** Holds the document, or the first of the fields that make one: a property, or the way to it, step by step; `*` is each of a list. */
  readonly property: string;
  /** The resource cannot be without it. */
  readonly isRequired?: boolean;
  /** The document counts for nothing where this property is set. */
  readonly unless?: string;
  /** Makes the document of fields, where none is written. */
  readonly grants?: Grants;
  /** Where that is a list of documents: what each of them stands under. */
  readonly listed?: string;
  /** The type that holds the policy alone: plans and states repeat its document here. */
  readonly own?: string;
  /** An access control list of S3, which settings of the bucket can take the effect of. */
  readonly isList?: true;
  /** It counts in files that are published for customers alone. */
  readonly audience?: "customers";
  /** How the type spells the names of fields. */
  readonly spell?: (name: string) => string;
}

/** The policy that a resource's fields come to; absent where they grant nothing. */
export type Grants = (field: Field, origin: Origin) => Value;

/** The value of a field, in a world. */
export type Field = (path: string) => Value;
