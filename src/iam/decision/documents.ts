// The document of a policy in every world that deployment can bring about.

import type { Policy } from "../../policies/policy.ts";
import { hole, unknown } from "../../values/hole.ts";
import { type Allowance, inEveryWorld, type Outcomes } from "../../values/worlds.ts";
import { type Document, readDocument } from "../language/document.ts";
import { partitionIn } from "../language/partitions.ts";

/** One that has no end of worlds leaves the others of its run enough: of nearly 10,000 public policies all but one that end do so with less. */
const STEPS = 80_000;
/** Nearly all end with less; one that does not may take of what the others of its run need as long as half of that is left. */
const SHARE = 15_000;

const TOO_MANY_WORLDS = hole("worlds", "budget", "a policy with more worlds than the limit");

/** A policy does not vanish because deployment stops, or we do, before any of its worlds is known. */
export function documentsOf(policy: Policy, allowance: Allowance): Outcomes<Document> {
  const documents = inEveryWorld(
    (world) => {
      const document = policy.document(world);
      const around = {
        policy: policy.kind,
        service: policy.service,
        shown: policy.owner.isDeployed === true,
        keepsPublicOut: policy.keepsPublicOut(world),
        refusesPublic: policy.refusesPublic(world),
      };
      return readDocument(document, partitionIn(world, document), around);
    },
    { steps: STEPS, share: SHARE, allowance },
  );
  const why = documents.complete ? documents.refused : TOO_MANY_WORLDS;
  if (documents.outcomes.length > 0 || why === undefined) return documents;
  return inEveryWorld(() => readDocument(unknown(why, policy.owner.origin), "aws", { policy: policy.kind }));
}
