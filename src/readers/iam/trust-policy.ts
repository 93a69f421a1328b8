// Recognises a trust policy alone in a file: it lets somebody assume its role, and names no resource.

import { entry, isList, isObject, type Json } from "../../text/document.ts";

/** IAM User Guide, "Permissions for AssumeRole": all that a trust policy may speak of. */
const ACTIONS = [
  "sts:AssumeRole",
  "sts:AssumeRoleWithSAML",
  "sts:AssumeRoleWithWebIdentity",
  "sts:TagSession",
  "sts:SetSourceIdentity",
  "sts:SetContext",
].map((name) => name.toLowerCase());

/**
 * Other policies that say the like have a Resource: those of VPC endpoints, and resource control policies. Of a policy that has
 * one in each of its statements nobody can tell that it was meant for a role.
 */
export function isTrustPolicy(value: Json): boolean {
  const statement = entry(value, "Statement");
  return listOf(statement).some(mayAssume);
}

function mayAssume(statement: Json): boolean {
  if (!isObject(statement)) return false;
  const has = (name: string) => entry(statement, name) !== undefined;
  if (!(has("Principal") || has("NotPrincipal")) || has("Resource") || has("NotResource")) return false;
  const patterns = listOf(entry(statement, "Action"));
  return has("NotAction") || patterns.some((pattern) => typeof pattern === "string" && coversOne(pattern));
}

function coversOne(pattern: string): boolean {
  const lower = pattern.toLowerCase();
  const [before = ""] = lower.split(/[*?]/);
  if (before === lower) return ACTIONS.includes(lower);
  return ACTIONS.some((action) => action.startsWith(before)) || before === "";
}

function listOf(json: Json | undefined): readonly Json[] {
  return json === undefined ? [] : isList(json) ? json : [json];
}
