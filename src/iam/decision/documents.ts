// The document of a policy in every world that deployment can bring about.

import type { Policy } from "../../policies/policy.ts";
import { hole, unknown } from "../../values/hole.ts";
import { type Allowance, inEveryWorld, type Outcomes } from "../../values/worlds.ts";
import { type Document, readDocument } from "../language/document.ts";
import { partitionIn } from "../language/partitions.ts";

/** Most steps for the worlds of one policy, so that it leaves enough for the others. Of nearly 10,000 public policies that can be finished, one needed more. */
const STEPS = 80_000;
/** Nearly all policies need fewer. One that needs more may go on while half of the allowance of the run is left. */
const SHARE = 15_000;

const TOO_MANY_WORLDS = hole("worlds", "budget", "a policy with more worlds than the limit");

/** If no world could be finished, the policy is judged as an unknown one: it must not vanish from the report. */
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
