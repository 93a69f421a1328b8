import type { Origin } from "../../values/value.js";
import type { Condition } from "../language/condition.js";
export interface DenyReason {
    readonly kind: "action" | "condition" | "deny" | "companion";
    /** The one that is not met. */
    readonly condition?: Condition;
    /** Completes "denied by …". */
    readonly sentence: string;
    readonly origin: Origin;
}
