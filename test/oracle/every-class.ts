// Policies at random of every class that rules speak of, each with what carries it.

import fc from "fast-check";
import { type CarrierPlaces, carriedBy } from "../../src/examples/carried.ts";
import type { Json } from "../../src/text/document.ts";
import { KINDS } from "./calls/kinds.ts";
import { identityPolicies } from "./identities/policies.ts";
import { policies } from "./policies.ts";
import { resourcePolicies } from "./resources/policies.ts";

/** `on`: trust, identity, or the service of the resource that carries the policy. */
export interface Drawn {
  readonly on: string;
  readonly policy: Json;
}

export const everyClass: fc.Arbitrary<Drawn> = fc.oneof(
  { weight: 2, arbitrary: policies.map((policy) => ({ on: "trust", policy: policy as unknown as Json })) },
  { weight: 2, arbitrary: identityPolicies.map((policy) => ({ on: "identity", policy: policy as unknown as Json })) },
  {
    weight: 4,
    arbitrary: resourcePolicies.map(({ service, policy }) => ({ on: service, policy: policy as unknown as Json })),
  },
  ...KINDS.map((kind) => ({
    weight: 2,
    arbitrary: kind.policies.map((policy) => ({
      on: kind.on === "sts" ? "trust" : kind.on,
      policy: policy as unknown as Json,
    })),
  })),
);

export function placesOf({ on }: Drawn): CarrierPlaces {
  return on === "trust" || on === "identity" ? carriedBy(on) : carriedBy("resource", on);
}
