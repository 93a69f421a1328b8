// A template and those that it deploys: the resources of each, evaluated in a world when asked.

import { Problem } from "../../../text/problem.ts";
import type { Origin } from "../../../values/value.ts";
import type { Note, Reading, Resource } from "../../reader.ts";
import { ProblemIn } from "../model/local-files.ts";
import { type Node, originOf } from "../model/node.ts";
import type { Template } from "../model/template.ts";
import { inNoWorld } from "../references/scope.ts";
import { type Section, sectionOf } from "../references/sections.ts";
import { OPEN, resource, typeOf } from "../resources/resource.ts";
import { isDistant, nestedIn, type Unread } from "./nested-templates.ts";

export interface Member extends Pick<Reading, "resources" | "problems" | "notes"> {
  readonly template: Template;
}

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
