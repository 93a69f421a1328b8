// The policy that the definition of an API has of who may call it, where the definition is a text.

import { parseObject } from "../../values/embedded.ts";
import { unknownHere } from "../../values/hole.ts";
import { isKnown, type Text } from "../../values/value.ts";
import type { Grants } from "../carrier.ts";
import { memberOf } from "../members.ts";

/** API Gateway Developer Guide, "x-amazon-apigateway-policy". */
const POLICY = "x-amazon-apigateway-policy";

export const policyOfDefinition =
  (at: string): Grants =>
  (field) => {
    const body = field(at);
    const { origin } = body;
    // Most definitions hold none: of one that only the apply knows nothing is told.
    if (body.kind === "unknown" && body.why.reason !== "known-after-apply") return body;
    if (body.kind !== "text" || !wordsOf(body).includes(POLICY)) return { kind: "absent", origin };
    if (/^\s*\{/.test(wordsOf(body))) return memberOf(parseObject(body), POLICY);
    return unknownHere(
      "definition in YAML",
      "file",
      `the ${POLICY} of a definition in YAML, which is not read`,
      origin,
    );
  };

function wordsOf({ parts }: Text): string {
  return parts.map((part) => (isKnown(part) ? part.text : "?")).join("");
}
