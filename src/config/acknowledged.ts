// What a CDK app says of findings on its constructs, as the assembly keeps it: `Validations.of(x).acknowledge` and `node.addMetadata("unconfused", …)`.

import { entry, isList, isObject, type Json, textAt } from "../text/document.ts";
import { type IgnoreEntry, readIgnore } from "./inline.ts";

/** Of aws-cdk-lib, `Validations.ACKNOWLEDGED_RULES_METADATA_KEY`. */
const ACKNOWLEDGED = "aws:cdk:acknowledged-rules";
/** What the CDK writes before the ids of a plugin's rules. */
const OURS = "unconfused::";
const METADATA = "unconfused";

export function speaksOfFindings(metadata: Json): boolean {
  return [ACKNOWLEDGED, METADATA].includes(textAt(metadata, "type"));
}

/** Of one entry of a construct's metadata. */
export function acknowledgedIn(metadata: Json): readonly IgnoreEntry[] {
  const data = entry(metadata, "data");
  if (textAt(metadata, "type") === METADATA) return ignoresIn(data);
  return (isObject(data) ? Object.keys(data) : [])
    .filter((id) => id.startsWith(OURS))
    .map((id) => ({ rule: id.slice(OURS.length), reason: textAt(data, id) }));
}

/** As `Metadata.Unconfused` has them, or the entries alone. */
function ignoresIn(data: Json | undefined): readonly IgnoreEntry[] {
  if (isObject(data) && entry(data, "ignore") !== undefined) {
    const stray = Object.keys(data).find((key) => key !== "ignore");
    return [
      ...ignoresIn(entry(data, "ignore")),
      ...(stray === undefined ? [] : [{ reason: "", invalid: `"${stray}" means nothing in it` }]),
    ];
  }
  return isList(data) ? data.map(readIgnore) : [readIgnore(data ?? null)];
}
