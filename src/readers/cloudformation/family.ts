// A template and those that it deploys: the resources of each, evaluated in a world when asked.

import { at } from "../../text/document.ts";
import { Problem } from "../../text/problem.ts";
import type { Origin } from "../../values/value.ts";
import type { Note, Reading, Resource } from "../reader.ts";
import { evaluationIn, inNoWorld } from "./evaluate.ts";
import { nameAt } from "./evaluation.ts";
import { ProblemIn } from "./files.ts";
import { memberOf } from "./members.ts";
import { isDistant, nestedIn, type Unread } from "./nesting.ts";
import { child, childAt, type Node, originOf } from "./node.ts";
import { propertyIn } from "./properties.ts";
import { type Section, sectionOf } from "./sections.ts";
import type { Template } from "./template.ts";

export interface Member extends Pick<Reading, "resources" | "problems" | "notes"> {
  readonly template: Template;
}

/** There is a type, and deployment or a macro decides it. */
const OPEN = Symbol("open");

interface Typed {
  readonly id: string;
  readonly node: Node;
  readonly type: string | typeof OPEN | undefined;
}

/** The template, and after it those that it deploys. */
export function familyOf(template: Template): readonly Member[] {
  const resources: Resource[] = [];
  const problems: Problem[] = [];
  const { entries, unclear } = resourcesOf(template);
  const notes: Note[] = [
    ...rewritten(template),
    ...unclear.map(({ why, origin }) => ({
      message: `${why.source} is not expanded: the resources that it makes are not read`,
      origin,
    })),
  ];
  const typed: readonly Typed[] = Array.from(entries, ([id, node]) => ({ id, node, type: typeOf(node, template) }));
  const nested = nestedFamilies(typed, template);
  for (const { id, node, type } of typed) {
    if (typeof type === "string") {
      resources.push(resource(id, type, node, template));
      for (const { source, problem } of nested.get(id)?.unread ?? []) {
        notes.push({ message: `${template.scope}${id}: ${source} is not read`, origin: keyOf(node) });
        if (problem !== undefined) problems.push(problemIn(node, problem));
      }
    } else if (type === OPEN) {
      notes.push({
        message: `${template.scope}${id} is not read: deployment decides its Type`,
        origin: originOf(node),
      });
    } else if (template.rewriter === undefined) problems.push(withoutType(id, node));
  }
  return [{ template, resources, problems, notes }, ...[...nested.values()].flatMap(({ members }) => members)];
}

interface Nested {
  readonly members: readonly Member[];
  readonly unread: readonly Unread[];
}

/** By the resources that deploy them. What goes to other accounts comes last: it may be filled with outputs of the rest. */
function nestedFamilies(typed: readonly Typed[], template: Template): ReadonlyMap<string, Nested> {
  const families = new Map<string, Nested>();
  const isLast = ({ type }: Typed) => typeof type === "string" && isDistant(type);
  for (const { id, node, type } of [...typed.filter((each) => !isLast(each)), ...typed.filter(isLast)]) {
    const found = typeof type === "string" ? nestedIn(id, type, node, template) : [];
    families.set(id, {
      members: found.flatMap((each) => ("document" in each ? familyOf(each) : [])),
      unread: found.filter((each) => "source" in each),
    });
  }
  return families;
}

function rewritten({ rewriter, caller, document }: Template): readonly Note[] {
  if (rewriter === undefined || rewriter === caller?.template.rewriter) return [];
  return [{ message: `read as written, before ${rewriter}`, origin: { document, path: ["Transform"] } }];
}

function resourcesOf(template: Template): Section {
  return inNoWorld(template, (evaluation) => sectionOf("Resources", evaluation)) ?? { entries: new Map(), unclear: [] };
}

/** What is written in the resource counts, also beside a macro that may change it: what that makes of its properties is open anyway. */
function typeOf(node: Node, template: Template): string | typeof OPEN | undefined {
  return inNoWorld(template, (evaluation) => {
    const type = child(node, "Type") ?? memberOf(node, "Type", evaluation);
    if (type === undefined || "kind" in type) return type && OPEN;
    return typeof type.json === "string" ? (nameAt(type, evaluation) ?? OPEN) : undefined;
  });
}

function keyOf(node: Node): Origin {
  return { ...originOf(node), what: "key" };
}

function withoutType(id: string, node: Node): Problem {
  const { document, path } = node;
  const { start } = document.locate(path, "key");
  const help = "give it a Type, or move it out of Resources if it is none";
  return problemIn(node, new Problem(`the resource ${id} has no Type`, help, document.source.position(start)));
}

/** The resource may stand in another file than the input. */
function problemIn({ document }: Node, problem: Problem): Problem {
  return problem instanceof ProblemIn ? problem : new ProblemIn(document.source.path, problem);
}

function resource(id: string, type: string, node: Node, template: Template): Resource {
  const { document, rewriter, scope } = template;
  const own = childAt(node, ["Metadata", "Unconfused"]);
  const shared = { document, path: ["Metadata", "Unconfused"] };
  const path = at(node.json, ["Metadata", "aws:cdk:path"]);
  return {
    format: "cloudformation",
    type,
    id: scope + id,
    ...(typeof path === "string" && { path }),
    origin: originOf(node),
    ...(rewriter !== undefined && { rewriter }),
    property: (name, world) => propertyIn(node, type, name, evaluationIn(world, template)),
    metadata: [
      ...(own === undefined ? [] : [originOf(own)]),
      ...(at(document.value, shared.path) === undefined ? [] : [shared]),
    ],
  };
}
