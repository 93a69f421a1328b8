import type { Resource } from "../readers/reader.js";
import type { Answer } from "../values/doubt.js";
import type { Value } from "../values/value.js";
import type { World } from "../values/worlds.js";
import type { Written } from "../values/written.js";
export type PolicyKind = "trust" | "resource" | "identity";
export interface Policy {
    readonly kind: PolicyKind;
    /** The prefix of the actions that it speaks of: "s3", and "sts" of a role. */
    readonly service: string;
    readonly owner: Resource;
    /** It counts in files that are published for customers alone. */
    readonly audience?: "customers";
    /** No value of it may be shown. */
    readonly secret: boolean;
    /** The document, JSON text parsed; throws NoSuchWorld where the policy is not there. */
    document(world: World): Value;
    /** The documents that together are it, as they are written, where that is the same in every world; none: there is no policy. */
    written?(): readonly Written[] | undefined;
    /** Is the public kept out of the resource, whatever the document says? */
    keepsPublicOut(world: World): Answer;
    /** Is a document that lets the public in not even taken? */
    refusesPublic(world: World): Answer;
}
