// Trust policies that resources hold whose types are in no table of ours (custom resources, types of other providers): nobody judges them, and the report says so.

import { nestsTemplates } from "../readers/cloudformation/nesting/nested-templates.ts";
import type { Note, Resource } from "../readers/reader.ts";
import { makesResources } from "../readers/terraform/stacks.ts";
import { at, entry, isList, type Json, type Path } from "../text/document.ts";
import { mayHold } from "../text/json/late/items.ts";
import { isRole } from "./carriers.ts";

const DEEPEST = 30;
/** Of their own account they say who may use the endpoint: no policy of a role. */
const NO_TRUST = new Set([
  "AWS::EC2::VPCEndpoint",
  "aws_vpc_endpoint",
  "aws_vpc_endpoint_policy",
  "awscc_ec2_vpc_endpoint",
]);
/** Of an entry of a plan, what is there before it. */
const PAST = new Set(["before", "before_sensitive"]);

/** Of the resources of one file. */
export function unjudged(resources: readonly Resource[]): readonly Note[] {
  const judged = new Set(resources.filter(isRole).map(({ id }) => id));
  return resources.flatMap((resource): Note[] => {
    const { id, type, format, origin } = resource;
    if (judged.has(id) || NO_TRUST.has(type) || makesResourcesOfItsOwn(type)) return [];
    const { document } = origin;
    if (!mayHold(document.value, origin.path, "Statement")) return [];
    const past = format === "terraform-plan" ? PAST : new Set<string>();
    const path = trustIn(at(document.value, origin.path), past, origin.path.length);
    return path === undefined
      ? []
      : [
          {
            message: `${id}: a trust policy in ${type} is not judged`,
            origin: { document, path: [...origin.path, ...path] },
          },
        ];
  });
}

/** What such a resource holds is read as resources of its own, or noted. */
function makesResourcesOfItsOwn(type: string): boolean {
  return nestsTemplates(type) || makesResources(type);
}

/** Where the first one stands, from here; that of the text, where it is in one. */
function trustIn(json: Json | undefined, past: ReadonlySet<string>, depth = 0): Path | undefined {
  if (depth > DEEPEST) return undefined;
  if (typeof json === "string") return trustIn(parsedJson(json), past) && [];
  if (typeof json !== "object" || json === null) return undefined;
  if (isList(json)) {
    for (let index = 0; index < json.length; index += 1) {
      const found = trustIn(json[index], past, depth + 1);
      if (found !== undefined) return [index, ...found];
    }
    return undefined;
  }
  if (isTrust(json)) return [];
  for (const key of Object.keys(json)) {
    const found = past.has(key) ? undefined : trustIn(entry(json, key), past, depth + 1);
    if (found !== undefined) return [key, ...found];
  }
  return undefined;
}

function parsedJson(text: string): Json | undefined {
  if (!text.includes("Statement") || !/^\s*[{[]/.test(text)) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Somebody may assume something: no other policy says that. */
function isTrust(json: Json): boolean {
  const statement = entry(json, "Statement");
  if (statement === undefined) return false;
  const statements = isList(statement) ? statement : [statement];
  return statements.some((each) => {
    const actions = entry(each, "Action");
    const names = isList(actions) ? actions : [actions];
    const hasPrincipal = ["Principal", "NotPrincipal"].some((name) => entry(each, name) !== undefined);
    return hasPrincipal && names.some((name) => typeof name === "string" && /^sts:assume/i.test(name));
  });
}
