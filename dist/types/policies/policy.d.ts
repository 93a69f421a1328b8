import type { Resource } from "../readers/reader.js";
import type { Value } from "../values/value.js";
import type { World } from "../values/worlds.js";
export type PolicyKind = "trust" | "resource" | "identity";
export interface Policy {
    readonly kind: PolicyKind;
    readonly owner: Resource;
    /** No value of it may be shown. */
    readonly secret: boolean;
    /** The document, JSON text parsed; throws NoSuchWorld where the policy is not there. */
    document(world: World): Value;
}
