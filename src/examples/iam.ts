// Trust policies in the forms of IAM: alone in a file, and percent-encoded in an answer of the API.

import { isTrustPolicy } from "../readers/iam/trust-policy.ts";
import { isList, isObject, type Json, type Path } from "../text/document.ts";
import { parseJson } from "../text/json/parse.ts";
import { source } from "../text/source.ts";
import { OF_ROLE } from "./carried.ts";
import { type Form, type Location, NO_SUCH_RESOURCE } from "./form.ts";

const NO_VALUES = "IAM has a value for everything";
const UNRECOGNISED = "nobody sees that it is a trust policy";
const DELETED = "IAM shows the unique id of a principal only when that has been deleted";

export const trustPolicyAlone: Form = {
  name: "IAM (trust policy)",
  write(policy, parameters, carried = OF_ROLE) {
    if (carried !== OF_ROLE) return NO_SUCH_RESOURCE;
    if (asksForValues(policy, parameters)) return { reason: NO_VALUES };
    if (!isTrustPolicy(policy)) return { reason: UNRECOGNISED };
    const path = "trust.json";
    const locations = (part: Path) => (["value", "key"] as const).map((what): Location => ({ path: part, what }));
    return { files: [{ path, content: JSON.stringify(policy, null, 2) }], path, locations };
  },
};

export const listedRole: Form = {
  name: "IAM (list-roles)",
  write(policy, parameters, carried = OF_ROLE) {
    if (carried !== OF_ROLE) return NO_SUCH_RESOURCE;
    if (asksForValues(policy, parameters)) return { reason: NO_VALUES };
    if (holdsUniqueId(policy)) return { reason: DELETED };
    const text = JSON.stringify(policy, null, 1);
    const inner = parseJson(source("policy", text));
    const role = {
      RoleName: "Example",
      Arn: "arn:aws:iam::999988887777:role/Example",
      AssumeRolePolicyDocument: encodeURIComponent(text),
    };
    const encoded = (offset: number) => encodeURIComponent(text.slice(0, offset)).length;
    const locations = (part: Path) =>
      (["value", "key"] as const).map((what): Location => {
        const { start, end } = inner.locate(part, what);
        return {
          path: ["Roles", 0, "AssumeRolePolicyDocument"],
          what: { start: encoded(start), end: encoded(end) },
        };
      });
    const path = "roles.json";
    return { files: [{ path, content: JSON.stringify({ Roles: [role] }) }], path, locations };
  },
};

function asksForValues(policy: Json, parameters: object): boolean {
  return Object.keys(parameters).length > 0 || someObject(policy, isExpression);
}

function isExpression(key: string): boolean {
  return ["Ref", "Fn::Sub", "Fn::If", "$unknown"].includes(key);
}

function someObject(value: Json, isMeant: (key: string) => boolean): boolean {
  if (isList(value)) return value.some((item) => someObject(item, isMeant));
  return isObject(value) && Object.keys(value).some((key) => isMeant(key) || someObject(value[key] ?? null, isMeant));
}

function holdsUniqueId(value: Json): boolean {
  if (typeof value === "string") return /^A(?:ROA|IDA)[A-Z0-9]{12,}$/.test(value);
  return (isList(value) ? value : isObject(value) ? Object.values(value) : []).some(holdsUniqueId);
}
