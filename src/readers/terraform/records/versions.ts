// Which versions of Terraform's JSON are read, and what to do about one that is not.

import { type Document, entry, type Json, scalarText } from "../../../text/document.ts";
import { Problem } from "../../../text/problem.ts";

/** "A minor version is additive; a major one may break" (Terraform documentation, "JSON Output Format"). 0 is that of Terraform 0.12 to 1.0. */
const LATEST_MAJOR = 1;
/** Of a raw state: written since Terraform 0.12. */
const STATE_VERSION = 4;

/** Of what `terraform show -json` writes; undefined for anything else. */
export function formatVersion(value: Json): string | undefined {
  const version = entry(value, "format_version");
  return typeof version === "string" && /^\d+\.\d+$/.test(version) ? version : undefined;
}

/** Throws a Problem for a later major version than is known here. */
export function refuseLater(document: Document, what: "plan" | "state"): void {
  const version = formatVersion(document.value) ?? "";
  if (Number.parseInt(version, 10) <= LATEST_MAJOR) return;
  const message = `a Terraform ${what} of format version ${version}; this version of unconfused reads up to ${LATEST_MAJOR}.x`;
  throw new Problem(
    message,
    "update unconfused, or write the file with an earlier Terraform",
    placeOf(document, "format_version"),
  );
}

/** Throws a Problem for a raw state of another version. */
export function refuseOtherState(document: Document): void {
  const version = entry(document.value, "version");
  if (version === STATE_VERSION) return;
  const message = `a Terraform state of version ${scalarText(version) ?? "that is no number"}; this version of unconfused reads version ${STATE_VERSION}`;
  const help =
    typeof version === "number" && version < STATE_VERSION
      ? "let Terraform 0.12 or later write the state anew: 'terraform apply -refresh-only'"
      : "update unconfused, or give it the output of 'terraform show -json'";
  throw new Problem(message, help, placeOf(document, "version"));
}

function placeOf(document: Document, key: string) {
  return document.source.position(document.locate([key]).start);
}
