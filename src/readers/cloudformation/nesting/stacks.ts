// A template and those that it deploys: the resources of each, evaluated in a world when asked.

import { Problem } from "../../../text/problem.ts";
import { type Origin, originKey, type Unknown } from "../../../values/value.ts";
import { roleBeyond } from "../../allowance.ts";
import type { Note, Reading, Resource } from "../../reader.ts";
import { ProblemIn } from "../model/local-files.ts";
import { type Node, originOf } from "../model/node.ts";
import type { Template } from "../model/template.ts";
import { evaluateInAllWorlds } from "../references/scope.ts";
import { type Section, sectionOf } from "../references/sections.ts";
import { resourceOf, typeOf, UNKNOWN_TYPE } from "../resources/resource.ts";
import { deploysToOtherAccounts, nestedTemplates, type UnreadTemplate } from "./nested-templates.ts";

export interface StackReading extends Pick<Reading, "resources" | "problems" | "notes"> {
  readonly template: Template;
}

interface TypedResource {
  readonly id: string;
  readonly node: Node;
  readonly type: string | typeof UNKNOWN_TYPE | undefined;
}

/** The template, and after it those that it deploys. */
export function readStacks(template: Template): readonly StackReading[] {
  const resources: Resource[] = [];
  const problems: Problem[] = [];
  const { entries, unclear } = resourcesOf(template);
  const notes: Note[] = [...rewriterNotes(template)];
  for (const { why, origin } of onePerPlace(unclear)) {
    if (why.reason === "budget") resources.push(beyondLimits(`${origin.path.at(-1)}`, why.source, origin, template));
    else notes.push({ message: `${why.source} is not expanded: the resources that it makes are not read`, origin });
  }
  const typed: readonly TypedResource[] = Array.from(entries, ([id, node]) => ({
    id,
    node,
    type: typeOf(node, template),
  }));
  const nested = readNestedStacks(typed, template);
  for (const { id, node, type } of typed) {
    if (typeof type === "string") {
      resources.push(resourceOf(id, type, node, template));
      for (const { source, problem, isTooMuch } of nested.get(id)?.unread ?? []) {
        if (isTooMuch) resources.push(beyondLimits(id, source, originOf(node), template));
        else notes.push({ message: `${template.idPrefix}${id}: ${source} is not read`, origin: keyOf(node) });
        if (problem !== undefined) problems.push(problemIn(node, problem));
      }
    } else if (type === UNKNOWN_TYPE) {
      notes.push({
        message: `${template.idPrefix}${id} is not read: deployment decides its Type`,
        origin: originOf(node),
      });
    } else if (template.rewriter === undefined) problems.push(missingType(id, node));
  }
  return [{ template, resources, problems, notes }, ...[...nested.values()].flatMap(({ stacks }) => stacks)];
}

/** Several unknown parts with one cause, such as a loop in a loop, are noted once. */
function onePerPlace(unclear: readonly Unknown[]): Iterable<Unknown> {
  return new Map(unclear.map((each) => [originKey(each.origin), each])).values();
}

function beyondLimits(id: string, source: string, origin: Origin, { idPrefix }: Template): Resource {
  return roleBeyond("cloudformation", idPrefix + id, source, origin);
}

interface NestedStacks {
  readonly stacks: readonly StackReading[];
  readonly unread: readonly UnreadTemplate[];
}

/** By the resources that deploy them. What goes to other accounts comes last: it may be filled with outputs of the rest. */
function readNestedStacks(typed: readonly TypedResource[], template: Template): ReadonlyMap<string, NestedStacks> {
  const families = new Map<string, NestedStacks>();
  const isLast = ({ type }: TypedResource) => typeof type === "string" && deploysToOtherAccounts(type);
  for (const { id, node, type } of [...typed.filter((each) => !isLast(each)), ...typed.filter(isLast)]) {
    const found = typeof type === "string" ? nestedTemplates(id, type, node, template) : [];
    families.set(id, {
      stacks: found.flatMap((each) => ("document" in each ? readStacks(each) : [])),
      unread: found.filter((each) => "source" in each),
    });
  }
  return families;
}

function rewriterNotes({ rewriter, parent, document }: Template): readonly Note[] {
  if (rewriter === undefined || rewriter === parent?.template.rewriter) return [];
  return [{ message: `read as written, before ${rewriter}`, origin: { document, path: ["Transform"] } }];
}

function resourcesOf(template: Template): Section {
  return (
    evaluateInAllWorlds(template, (evaluation) => sectionOf("Resources", evaluation)) ?? {
      entries: new Map(),
      unclear: [],
    }
  );
}

function keyOf(node: Node): Origin {
  return { ...originOf(node), what: "key" };
}

function missingType(id: string, node: Node): Problem {
  const { document, path } = node;
  const { start } = document.locate(path, "key");
  const help = "give it a Type, or move it out of Resources if it is none";
  return problemIn(node, new Problem(`the resource ${id} has no Type`, help, document.source.position(start)));
}

/** The resource may stand in another file than the input. */
function problemIn({ document }: Node, problem: Problem): Problem {
  return problem instanceof ProblemIn ? problem : new ProblemIn(document.source.path, problem);
}
