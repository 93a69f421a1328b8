// Resources that other services make for Terraform: CloudFormation stacks, whose templates are read as nested ones, and notes on what is deployed from elsewhere.

import { Problem } from "../../text/problem.ts";
import { openEmbedded, parseObject } from "../../values/embedded.ts";
import { isKnown, literal, loneHole, sourceText, type Text } from "../../values/value.ts";
import { inEveryWorld, NoSuchWorld, type World } from "../../values/worlds.ts";
import { roleBeyond } from "../allowance.ts";
import { ProblemIn } from "../cloudformation/model/local-files.ts";
import { readTemplate } from "../cloudformation/model/template.ts";
import { readStacks, type StackReading } from "../cloudformation/nesting/stacks.ts";
import type { Deployment, Note, Resource, Whereabouts } from "../reader.ts";
import { argumentsOf, MOST_WORLDS, PARAMETERS } from "./stack-arguments.ts";

/** Providers hashicorp/aws and hashicorp/awscc: by type, whether it deploys to other accounts, whose administrators may give parameters other values. */
const STACKS: ReadonlyMap<string, { readonly distant: boolean }> = new Map([
  ["aws_cloudformation_stack", { distant: false }],
  ["awscc_cloudformation_stack", { distant: false }],
  ["aws_cloudformation_stack_set", { distant: true }],
  ["awscc_cloudformation_stack_set", { distant: true }],
]);

/** Makes a resource of any type of CloudFormation, by its name and properties. */
const ANY_TYPE = "aws_cloudcontrolapi_resource";

/** What deploys a template that stands elsewhere, and what that is for people. */
const ELSEWHERE: ReadonlyMap<string, string> = new Map([
  ["aws_serverlessapplicationrepository_cloudformation_stack", "the application that it deploys"],
  ["aws_servicecatalog_product", "the template of the product"],
  ["aws_servicecatalog_provisioning_artifact", "the template of the product"],
  ["aws_servicecatalog_provisioned_product", "the product that it deploys"],
  ["awscc_servicecatalog_cloud_formation_product", "the template of the product"],
  ["awscc_servicecatalog_cloud_formation_provisioned_product", "the product that it deploys"],
  ["awscc_cloudformation_module_version", "the module that it registers"],
]);

const BODY = "template_body";
const URL = "template_url";

export interface Made {
  readonly resources: readonly Resource[];
  readonly notes: readonly Note[];
  readonly problems: readonly Problem[];
}

export function makesResources(type: string): boolean {
  return STACKS.has(type) || type === ANY_TYPE;
}

/** What the resources make beside themselves; `all` are those of the same module or plan. */
export function madeBy(resources: readonly Resource[], deployment: Deployment, all = resources): Made {
  const made = resources.flatMap((resource): Made[] => {
    const row = STACKS.get(resource.type);
    const elsewhere = ELSEWHERE.get(resource.type);
    if (row !== undefined) return [stack(resource, row.distant, all, deployment)];
    if (resource.type === ANY_TYPE) return [ofAnyType(resource, deployment)];
    return elsewhere === undefined ? [] : [{ resources: [], notes: [unread(resource, elsewhere)], problems: [] }];
  });
  return {
    resources: made.flatMap((each) => each.resources),
    notes: made.flatMap(({ notes }) => notes),
    problems: made.flatMap(({ problems }) => problems),
  };
}

function unread({ id, origin }: Resource, source: string): Note {
  return { message: `${id}: ${source} is not read`, origin };
}

/** A template as it is in some worlds, or why it is not known. */
interface Read {
  readonly members: readonly StackReading[];
  readonly byName: ReadonlyMap<string, Resource>;
}
type Unread = { readonly source: string; readonly problem?: Problem };

function isSecretStack(outer: Resource): boolean {
  return [BODY, PARAMETERS].some((name) => outer.isSecret?.(name) === true);
}

/** Reads the template of a stack as it is in a world; equal texts once. */
function templateReader(
  outer: Resource,
  distant: boolean,
  all: readonly Resource[],
  { owners, allowance }: Deployment,
): (world: World) => Read | Unread {
  const { account } = outer.whereabouts?.() ?? {};
  const deployment: Deployment = {
    owners,
    ...(allowance && { allowance }),
    given: new Map(account === undefined || distant ? [] : [["AWS::AccountId", account]]),
  };
  const terms = argumentsOf(outer, distant, all, allowance);
  const readings = new Map<string, Read | Unread>();

  function read(world: World): Read | Unread {
    const body = outer.property(BODY, world);
    if (body.kind === "absent") return { source: elsewhere(outer, world) };
    const why = loneHole(body);
    if (body.kind !== "text" || why !== undefined) return { source: why?.source ?? "a template that is no text" };
    const key = keyOf(body, world);
    const found = readings.get(key) ?? readText(body);
    readings.set(key, found);
    return found;
  }

  function readText(body: Text): Read | Unread {
    try {
      const text = openEmbedded(body);
      const template = readTemplate({
        document: text.document,
        embeddedText: text,
        deployment,
        readLocal: () => undefined,
        templateCount: { size: 0 },
        idPrefix: `${outer.id}/`,
        isInOtherAccount: distant,
        externalParent: terms,
      });
      const members = readStacks(template);
      const byName = new Map(members.flatMap(({ resources }) => resources.map((each) => [nameOf(each), each])));
      return { members, byName };
    } catch (thrown) {
      if (!(thrown instanceof Problem)) throw thrown;
      const problem = isSecretStack(outer) ? undefined : new ProblemIn(outer.origin.document.source.path, thrown);
      return { source: "the template in it", ...(problem && { problem }) };
    }
  }

  return read;
}

function stack(outer: Resource, distant: boolean, all: readonly Resource[], run: Deployment): Made {
  const read = templateReader(outer, distant, all, run);
  const { allowance } = run;
  const { outcomes, complete, refused } = inEveryWorld(read, { worlds: MOST_WORLDS, allowance });
  const found = [...new Set(outcomes.map(({ result }) => result))];
  const inside = found.flatMap((each) => ("byName" in each ? [each] : []));
  const outside = [
    ...found.flatMap((each) => ("source" in each ? [each] : [])),
    ...(outcomes.length === 0 && refused !== undefined ? [{ source: refused.source }] : []),
  ];
  const sources = new Set(outside.map(({ source }) => source));
  const names = new Map(inside.flatMap(({ byName }) => [...byName]));
  const isSecret = isSecretStack(outer);
  const resources = [...names].map(
    ([name, { written: _, ...inner }]): Resource => ({
      ...inner,
      format: outer.format,
      whereabouts: () => whereabouts(outer, distant),
      isSecret: () => isSecret,
      property(property, world) {
        const reading = read(world);
        const found = "byName" in reading ? reading.byName.get(name) : undefined;
        if (found === undefined) throw new NoSuchWorld();
        return found.property(property, world);
      },
    }),
  );
  return {
    resources: [...resources, ...beyondWorlds(complete, outer)],
    notes: [
      ...inside.flatMap(({ members }) => members.flatMap(({ notes }) => notes)),
      ...[...sources].map((source) => unread(outer, source)),
    ],
    problems: [
      ...inside.flatMap(({ members }) => members.flatMap(({ problems }) => problems)),
      ...outside.flatMap((each) => ("problem" in each && each.problem !== undefined ? [each.problem] : [])),
    ],
  };
}

/** What stands in the worlds that are not looked at. */
function beyondWorlds(complete: boolean, { format, id, origin }: Resource): readonly Resource[] {
  return complete
    ? []
    : [roleBeyond(format, id, "a template that is another in more worlds than are looked at", origin)];
}

function nameOf({ id, type }: Resource): string {
  return `${type} ${id}`;
}

/** Equal where the same text is filled in the same way. */
function keyOf({ parts }: Text, world: World): string {
  return JSON.stringify(
    parts.map((part) => {
      if (isKnown(part)) return [part.text, part.from?.by];
      const { id, owner } = part.hole;
      return [id, owner, [...world.excluded(id)].sort(), ""];
    }),
  );
}

function elsewhere(outer: Resource, world: World): string {
  const url = outer.property(URL, world);
  if (url.kind === "absent") return "a template that it does not name";
  return outer.isSecret?.(URL) === true ? "a template elsewhere" : `the template ${sourceText(url)}`;
}

/** Who deploys a stack set is of the organization of the accounts that it deploys to. */
function whereabouts(outer: Resource, distant: boolean): Whereabouts {
  const known = outer.whereabouts?.() ?? {};
  if (!distant) return known;
  const { account, accounts } = known;
  const beside = account === undefined ? [] : [account];
  return { accounts: { supplied: new Map(), ...accounts, beside: [...(accounts?.beside ?? []), ...beside] } };
}

/** As CloudFormation would make it. */
function ofAnyType(outer: Resource, { allowance }: Deployment): Made {
  const name = (world: World) => literal(outer.property("type_name", world));
  const { outcomes, complete } = inEveryWorld(name, { worlds: MOST_WORLDS, allowance });
  const types = new Set(outcomes.map(({ result }) => result));
  return {
    resources: [
      ...beyondWorlds(complete, outer),
      ...[...types].flatMap((type): Resource[] => {
        if (type === undefined) return [];
        const { written: _, ...others } = outer;
        return [
          {
            ...others,
            type,
            isSecret: () => outer.isSecret?.("desired_state") === true,
            property(name, world) {
              if (literal(outer.property("type_name", world)) !== type) throw new NoSuchWorld();
              const desired = outer.property("desired_state", world);
              const state = desired.kind === "text" ? parseObject(desired) : desired;
              if (state.kind === "unknown") return state;
              const value = state.kind === "map" ? state.entries.get(name)?.value : undefined;
              return value ?? { kind: "absent", origin: state.origin };
            },
          },
        ];
      }),
    ],
    notes: types.has(undefined) ? [unread(outer, "a resource of a type that deployment decides")] : [],
    problems: [],
  };
}
