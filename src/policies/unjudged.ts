// Policies of roles and of resources that stand in types which are in no table of ours (custom resources, types of other providers): nobody judges them, and the report says so.

import { nestsTemplates } from "../readers/cloudformation/nesting/nested-templates.ts";
import type { Note, Resource } from "../readers/reader.ts";
import { makesResources } from "../readers/terraform/stacks.ts";
import { at, entry, isList, type Json, type Path } from "../text/document.ts";
import { mayHold } from "../text/json/late/items.ts";
import { parseAny } from "../values/embedded.ts";
import { isKnown, type Origin, type Value } from "../values/value.ts";
import { type Allowance, inEveryWorld } from "../values/worlds.ts";
import { carriersOf, isRole } from "./carriers.ts";

const DEEPEST = 30;
/** What they hold says who may use an endpoint, or what the accounts of an organization may do: it lets nobody in. */
const LETTING_NOBODY_IN = new Set([
  "AWS::EC2::VPCEndpoint",
  "aws_vpc_endpoint",
  "aws_vpc_endpoint_policy",
  "awscc_ec2_vpc_endpoint",
  "AWS::Organizations::Policy",
  "aws_organizations_policy",
  "awscc_organizations_policy",
]);
/** Of an entry of a plan, what is there before it. */
const PAST = new Set(["before", "before_sensitive"]);

/** Of the resources of one file. */
export function unjudged(resources: readonly Resource[], allowance?: Allowance): readonly Note[] {
  const judged = new Set(resources.filter(isRole).map(({ id }) => id));
  return resources.flatMap((resource): Note[] => {
    const { id, type } = resource;
    if (judged.has(id) || LETTING_NOBODY_IN.has(type) || makesResourcesOfItsOwn(type)) return [];
    // What a type holds of its own service the table says; of a role it may hold a policy as well.
    const isCarrier = carriersOf(resource).length > 0;
    const kinds: readonly Kind[] = isCarrier ? ["trust"] : ["trust", "resource"];
    const found = spelledOut(resource, kinds) ?? (isCarrier ? undefined : evaluated(resource, kinds, allowance));
    return found === undefined
      ? []
      : [{ message: `${id}: a ${found.kind} policy in ${type} is not judged`, origin: found.origin }];
  });
}

type Kind = "trust" | "resource";

interface Found {
  readonly kind: Kind;
  readonly origin: Origin;
}

/** In what the input has there as it stands. */
function spelledOut({ origin, format }: Resource, kinds: readonly Kind[]): Found | undefined {
  const { document, path } = origin;
  if (!mayHold(document.value, path, "Statement")) return undefined;
  const past = format === "terraform-plan" ? PAST : new Set<string>();
  const json = at(document.value, path);
  const all = kinds.map((kind) => ({ kind, inside: policyIn(json, { kind, past }, path.length) }));
  const found = all.find(({ inside }) => inside !== undefined);
  if (found?.inside === undefined) return undefined;
  return { kind: found.kind, origin: { document, path: [...path, ...found.inside] } };
}

/** A few worlds show what a resource is given in most. */
const WORLDS = { worlds: 4, steps: 2000 };

/** In what functions and references come to. */
function evaluated(resource: Resource, kinds: readonly Kind[], allowance?: Allowance): Found | undefined {
  for (const [name, origin] of resource.given?.() ?? []) {
    const { outcomes } = inEveryWorld(
      (world) => {
        const json = plain(resource.property(name, world));
        return kinds.find((kind) => policyIn(json, { kind, past: new Set() }) !== undefined);
      },
      { ...WORLDS, allowance },
    );
    const kind = outcomes.find(({ result }) => result !== undefined)?.result;
    if (kind !== undefined) return { kind, origin };
  }
  return undefined;
}

/** What is not known is a question mark. */
function plain(value: Value, depth = 0): Json {
  if (depth > DEEPEST) return null;
  switch (value.kind) {
    case "text": {
      const words = value.parts.map((part) => (isKnown(part) ? part.text : "?")).join("");
      if (!MAY_BE_POLICY.test(words) || value.parts.every(isKnown)) return words;
      const parsed = parseAny(value);
      return parsed.kind === "text" ? words : plain(parsed, depth + 1);
    }
    case "list":
      return value.items.map((item) => plain(item, depth + 1));
    case "map":
      return Object.fromEntries(Array.from(value.entries, ([name, each]) => [name, plain(each.value, depth + 1)]));
    default:
      return null;
  }
}

/** What such a resource holds is read as resources of its own, or noted. */
function makesResourcesOfItsOwn(type: string): boolean {
  return nestsTemplates(type) || makesResources(type);
}

interface Sought {
  readonly kind: Kind;
  readonly past: ReadonlySet<string>;
}

/** Where the first one stands, from here; that of the text, where it is in one. */
function policyIn(json: Json | undefined, sought: Sought, depth = 0): Path | undefined {
  if (depth > DEEPEST) return undefined;
  if (typeof json === "string") return policyIn(parsedJson(json), sought) && [];
  if (typeof json !== "object" || json === null) return undefined;
  if (isList(json)) {
    for (let index = 0; index < json.length; index += 1) {
      const found = policyIn(json[index], sought, depth + 1);
      if (found !== undefined) return [index, ...found];
    }
    return undefined;
  }
  if (isPolicy(json, sought.kind)) return [];
  const made = composedText(json);
  if (made !== undefined && policyIn(parsedJson(made), sought, depth + 1) !== undefined) return [];
  for (const key of Object.keys(json)) {
    const found = sought.past.has(key) ? undefined : policyIn(entry(json, key), sought, depth + 1);
    if (found !== undefined) return [key, ...found];
  }
  return undefined;
}

const MAY_BE_POLICY = /Statement|\\u/;

function parsedJson(text: string): Json | undefined {
  if (!MAY_BE_POLICY.test(text) || !/^\s*[{[]/.test(text)) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** What Fn::Join or Fn::Sub makes, a digit wherever deployment decides: it may stand in a text, or for a number. */
function composedText(json: Json): string | undefined {
  const sub = entry(json, "Fn::Sub");
  const template = isList(sub) ? sub[0] : sub;
  if (typeof template === "string") return template.replace(/\$\{[^{}]*\}/g, "0");
  const join = entry(json, "Fn::Join");
  const [delimiter, pieces] = isList(join) ? join : [];
  if (typeof delimiter !== "string" || !isList(pieces)) return undefined;
  return pieces.map((piece) => (typeof piece === "string" ? piece : "0")).join(delimiter);
}

/** Of a role: somebody may assume something, which no other policy says. Of anything else: somebody may do something. */
function isPolicy(json: Json, kind: Kind): boolean {
  const statement = entry(json, "Statement");
  if (statement === undefined) return false;
  const statements = isList(statement) ? statement : [statement];
  return statements.some((each) => {
    const actions = entry(each, "Action");
    const names = isList(actions) ? actions : [actions];
    const hasPrincipal = ["Principal", "NotPrincipal"].some((name) => entry(each, name) !== undefined);
    if (!hasPrincipal) return false;
    if (kind === "resource") return entry(each, "Effect") === "Allow";
    return names.some((name) => typeof name === "string" && /^sts:assume/i.test(name));
  });
}
