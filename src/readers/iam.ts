// Reads answers of the IAM API (get-role, list-roles, get-account-authorization-details), and a trust policy alone in a file.

import { type Document, entry, type Json, type Path, textAt } from "../text/document.ts";
import type { Value } from "../values/value.ts";
import { type Answered, answeredIn, isCutShort, isServiceLinked } from "./iam/answers.ts";
import { isTrustPolicy } from "./iam/trust-policy.ts";
import { policyAt, writtenValue } from "./iam/values.ts";
import type { Note, Reader, Reading, Resource } from "./reader.ts";

export const iam: Reader = { format: "iam", recognises, read };

const ROLE = "AWS::IAM::Role";
const CUT_SHORT =
  "this is a part of what IAM answers: roles that are not in it are not judged. Run the command again without --max-items, --no-paginate and --starting-token";
const SERVICE_LINKED = "service-linked roles are not judged: only AWS can change who may assume them";

function recognises({ value }: Document): boolean {
  return isTrustPolicy(value) || answeredIn(value) !== undefined;
}

function read(document: Document): Reading {
  const { value } = document;
  if (isTrustPolicy(value)) return { resources: [policyAlone(document)], problems: [], notes: [] };
  const answered = answeredIn(value) ?? [];
  const [linked] = answered.filter(isServiceLinked);
  const cut = isCutShort(value);
  const notes: readonly Note[] = [
    ...(cut === undefined ? [] : [{ message: CUT_SHORT, origin: { document, path: cut } }]),
    ...(linked === undefined ? [] : [{ message: SERVICE_LINKED, origin: { document, path: linked.path } }]),
  ];
  const names = new Set<string>();
  const resources = answered
    .filter((each) => !isServiceLinked(each))
    .map((each) => {
      const { name, arn } = each;
      // Roles of several accounts in one file may share a name.
      const id = names.has(`${each.type} ${name}`) ? arn : name;
      names.add(`${each.type} ${name}`);
      return resourceOf(each, id, document);
    });
  return { resources, problems: [], notes };
}

/** Nothing is known of its role: a file is called after it, or after nothing. */
function policyAlone(document: Document): Resource {
  const origin = { document, path: [] };
  return {
    format: "iam",
    type: ROLE,
    id: document.source.path.replace(/^.*\//s, "").replace(/\.(?:json|ya?ml)$/i, ""),
    origin,
    metadata: [],
    property: (name) =>
      name === "AssumeRolePolicyDocument" ? writtenValue(document.value, origin, true) : { kind: "absent", origin },
  };
}

function resourceOf({ type, arn, path, json }: Answered, id: string, document: Document): Resource {
  const account = /^arn:[^:]*:iam::(\d{12}):/.exec(arn)?.[1];
  return {
    format: "iam",
    type,
    id,
    ...(account !== undefined && { whereabouts: () => ({ account }) }),
    origin: { document, path },
    isDeployed: true,
    metadata: [],
    property: (name) => propertyOf(json, name, path, document),
  };
}

/** By the name that CloudFormation has for it. */
function propertyOf(json: Json, name: string, path: Path, document: Document): Value {
  if (name === "Policies") return inlinePolicies(json, path, document);
  if (name === "PolicyDocument") return defaultVersion(json, path, document);
  const here = { document, path: [...path, name] };
  const value = entry(json, name);
  if (value === undefined) return { kind: "absent", origin: here };
  return name === "AssumeRolePolicyDocument" ? policyAt(value, here) : writtenValue(value, here);
}

const INLINE = ["RolePolicyList", "UserPolicyList", "GroupPolicyList"];

function inlinePolicies(json: Json, path: Path, document: Document): Value {
  const key = INLINE.find((one) => entry(json, one) !== undefined);
  const here = { document, path: [...path, key ?? "Policies"] };
  return key === undefined ? { kind: "absent", origin: here } : writtenValue(entry(json, key) ?? null, here);
}

/** Of a managed policy: the version that counts. */
function defaultVersion(json: Json, path: Path, document: Document): Value {
  const versions = entry(json, "PolicyVersionList");
  const index = Array.isArray(versions)
    ? versions.findIndex((each) => textAt(each, "VersionId") === textAt(json, "DefaultVersionId"))
    : -1;
  const here = { document, path: [...path, "PolicyVersionList", index, "Document"] };
  const written = index < 0 ? undefined : entry(entry(versions, index), "Document");
  return written === undefined ? { kind: "absent", origin: { document, path } } : policyAt(written, here);
}
