// Why a grant whose principal matches the caller does not let a request in: an explicit deny, or what makes the deny implicit.

import type { Origin } from "../../values/value.ts";
import type { Condition } from "../language/condition.ts";

export interface DenyReason {
  readonly kind: "action" | "condition" | "deny" | "companion";
  /** The one that is not met. */
  readonly condition?: Condition;
  /** Completes "denied by …". */
  readonly sentence: string;
  readonly origin: Origin;
}
