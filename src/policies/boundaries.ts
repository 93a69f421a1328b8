// Managed policies that serve as permissions boundaries: such a policy limits whoever has it, and grants nothing.

import type { Resource } from "../readers/reader.ts";
import type { Document } from "../text/document.ts";
import type { Answer } from "../values/doubt.ts";
import { literal, sourceText, type Value } from "../values/value.ts";
import { inEveryWorld } from "../values/worlds.ts";
import { type Mention, mentionsOf, type Named, namedIn } from "./mentions.ts";
import { documentsBeside } from "./neighbours.ts";

/** What names a managed policy, and what attaches it to somebody where it is declared. */
interface ManagedPolicy {
  readonly name: string;
  readonly path: string;
  readonly attached: readonly string[];
}

const OF_CLOUDFORMATION: ManagedPolicy = {
  name: "ManagedPolicyName",
  path: "Path",
  attached: ["Roles", "Users", "Groups"],
};
const TYPES: ReadonlyMap<string, ManagedPolicy> = new Map([
  ["AWS::IAM::ManagedPolicy", OF_CLOUDFORMATION],
  ["aws_iam_policy", { name: "name", path: "path", attached: [] }],
  ["awscc_iam_managed_policy", { name: "managed_policy_name", path: "path", attached: ["roles", "users", "groups"] }],
]);

/** Keys in lower case without underscores. */
const BOUNDARY = /^(?:iam:)?permissionsboundary$/;
const ATTACHING = /^(?:managedpolicyarns|managedpolicies|policies|policyarns?|customermanagedpolicyreferences?)$/;
const REFERRING = /^(?:Ref|Fn::\w+|references)$/;
/** What a statement speaks of, and the order in which resources are made: neither attaches anything. */
const NEUTRAL = /^(?:(?:not)?resources?|dependson)$/;

/**
 * IAM User Guide, "Permissions boundaries for IAM entities". A policy is one if something of the files sets or demands it as
 * boundary, and nothing attaches it; a doubt where it is passed on to what may.
 */
export function isBoundaryAlone(resource: Resource, documents: readonly Document[]): Answer {
  const managed = TYPES.get(resource.type);
  if (managed === undefined) return false;
  const beside = documentsBeside(documents, resource);
  if (!beside.some(({ source }) => /permissions_?boundary/i.test(source.text))) return false;
  const names = named(resource, managed);
  const mentions = mentionsOf(resource, names, beside).map((mention) => ({ mention, use: useOf(mention) }));
  const isAttached = managed.attached.some((name) => isSaid(written(resource, name)));
  if (isAttached || mentions.some(({ use }) => use === "attachment")) return false;
  if (!mentions.some(({ use }) => use === "boundary")) return false;
  // Whatever else is deployed can attach it by its name.
  const others = documents.filter((each) => !beside.includes(each));
  if (namedIn(names, others).some((mention) => useOf(mention) === "attachment")) return false;
  const passed = mentions.find(({ use }) => use === "unknown")?.mention;
  if (passed === undefined) return true;
  return { reason: "file", source: `a permissions boundary that ${passed.by} passes on` };
}

function useOf({ keys, isOwn }: Mention): "boundary" | "attachment" | "none" | "unknown" {
  const all = keys.filter((key) => !REFERRING.test(key)).map((key) => key.replaceAll("_", "").toLowerCase());
  if (all.some((key) => BOUNDARY.test(key))) return "boundary";
  if (isOwn || NEUTRAL.test(all.at(-1) ?? "")) return "none";
  return all.some((key) => ATTACHING.test(key)) ? "attachment" : "unknown";
}

function named(resource: Resource, { name, path }: ManagedPolicy): Named {
  const called = written(resource, name);
  const before = literal(written(resource, path));
  const arn = literal(written(resource, "arn"));
  return {
    ...(called?.kind === "text" && { suffix: `:policy${before ?? "/"}${sourceText(called)}` }),
    ...(arn !== undefined && { arn }),
  };
}

/** In one world: which it is tells nothing of the names. */
function written(resource: Resource, property: string): Value | undefined {
  return inEveryWorld((world) => resource.property(property, world), { worlds: 1 }).outcomes[0]?.result;
}

function isSaid(value: Value | undefined): boolean {
  return value !== undefined && value.kind !== "absent" && !(value.kind === "list" && value.items.length === 0);
}
