// What keeps a request out of a grant whose principal it meets.

import type { Origin } from "../../values/value.ts";
import type { Condition } from "../language/condition.ts";

export interface Closer {
  readonly kind: "action" | "condition" | "deny" | "companion";
  /** The one that is not met. */
  readonly condition?: Condition;
  /** Completes "denied by …". */
  readonly sentence: string;
  readonly origin: Origin;
}
