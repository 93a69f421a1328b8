// The trust policy of a role as it is once deployed, with one text for all that deployment decides.

import { policiesOf } from "../../src/policies/find.ts";
import { readInputs } from "../../src/readers/inputs.ts";
import type { Json } from "../../src/text/document.ts";
import { isKnown, type Value } from "../../src/values/value.ts";
import { inEveryWorld } from "../../src/values/worlds.ts";
import type { Policy } from "../oracle/request.ts";

export function deployedPolicies(path: string, content: string, decided: string): readonly Policy[] {
  const run = {
    readFile: () => undefined,
    deployment: () => ({ given: new Map<string, string>(), owners: new Map<string, []>() }),
  };
  const resources = readInputs([{ path, content }], run).flatMap(({ inputs }) =>
    inputs.flatMap((one) => one.resources),
  );
  return resources
    .flatMap((resource) => policiesOf(resource))
    .filter(({ kind }) => kind === "trust")
    .flatMap((policy) => inEveryWorld((world) => asJson(policy.document(world), decided)).outcomes)
    .map(({ result }) => result as unknown as Policy)
    .map((policy) => ({ ...policy, Statement: [policy.Statement].flat() }));
}

function asJson(value: Value, decided: string): Json {
  switch (value.kind) {
    case "text":
      return value.parts.map((part) => (isKnown(part) ? part.text : decided)).join("");
    case "list":
      return value.items.filter(({ kind }) => kind !== "absent").map((item) => asJson(item, decided));
    case "map":
      return Object.fromEntries(
        Array.from(value.entries)
          .filter(([, { value: inner }]) => inner.kind !== "absent")
          .map(([key, { value: inner }]) => [key, asJson(inner, decided)]),
      );
    case "absent":
      return null;
    case "unknown":
      return decided;
  }
}
