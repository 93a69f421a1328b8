// The named entries of a template's sections (resources, conditions, mappings), those of loops and included files among them.

import { literal, loneHole, type Unknown, type Value } from "../../values/value.ts";
import { inEveryWorld } from "../../values/worlds.ts";
import { type Binding, child, type Evaluation, type Node, nodeAt, quietly, untired } from "./evaluation.ts";
import { anyOf, bound, included, type Member, membersOf } from "./members.ts";
import { defaultOf } from "./parameters.ts";
import type { Template } from "./template.ts";

export type SectionName = "Resources" | "Conditions" | "Mappings";

export interface Section {
  readonly entries: ReadonlyMap<string, Node>;
  /** What brings entries that cannot be told. */
  readonly unclear: readonly Unknown[];
}

const known = new WeakMap<Template, Map<SectionName, Section>>();

/** The same in every world: a loop over what deployment decides runs over its default, and once for any other element. */
export function sectionOf(name: SectionName, evaluation: Evaluation): Section {
  const { template } = evaluation;
  const sections = known.get(template) ?? new Map<SectionName, Section>();
  known.set(template, sections);
  const section = sections.get(name) ?? read(name, evaluation);
  sections.set(name, section);
  return section;
}

export function entryOf(section: SectionName, name: string, evaluation: Evaluation): Node | undefined {
  return sectionOf(section, evaluation).entries.get(name);
}

function read(name: SectionName, evaluation: Evaluation): Section {
  const { outcomes } = inEveryWorld((world) => {
    const anywhere = quietly({ ...evaluation, world, effort: untired() });
    return roots(anywhere).flatMap((root): readonly Member[] => {
      const section = child(root, name);
      return section === undefined ? [] : membersOf(section, anywhere, (each, value) => turnsOf(each, value, anywhere));
    });
  });
  const members = outcomes.flatMap(({ result }) => result);
  return {
    entries: new Map(members.flatMap((member) => ("node" in member ? [[member.name, member.node]] : []))),
    unclear: members.flatMap((member) => ("unclear" in member ? [member.unclear] : [])),
  };
}

/** The template itself, after what a `Transform: AWS::Include` of it brings. */
function roots(evaluation: Evaluation): readonly Node[] {
  const { document } = evaluation.template;
  const transform = nodeAt(document, ["Transform"]);
  const found = transform && included(transform, evaluation);
  const root: Node = { document, json: document.value, path: [] };
  return found !== undefined && !("unclear" in found) ? [found, root] : [root];
}

function turnsOf(collection: Node, value: Value, evaluation: Evaluation): readonly Binding[] {
  const subject = loneHole(value)?.id;
  const byDefault = subject === undefined ? undefined : defaultOf(subject, evaluation);
  const items = byDefault?.kind === "list" ? byDefault.items : [];
  return [...items.filter((item) => literal(item) !== "").map(bound), anyOf(collection)];
}
