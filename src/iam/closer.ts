// What keeps a request out of a grant whose principal it meets.

import type { Origin } from "../values/value.ts";

export interface Closer {
  readonly kind: "action" | "condition" | "deny" | "companion";
  /** Completes "denied by …". */
  readonly sentence: string;
  readonly origin: Origin;
}
