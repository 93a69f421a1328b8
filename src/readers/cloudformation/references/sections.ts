// The named entries of a template's sections (resources, conditions, mappings, outputs), those of loops and included files among them.

import { isList } from "../../../text/document.ts";
import { literal, loneHole, type Unknown, type Value } from "../../../values/value.ts";
import { inEveryWorld } from "../../../values/worlds.ts";
import { requireRead } from "../../allowance.ts";
import {
  type Evaluation,
  evaluateName,
  restart,
  type SectionName,
  unknownAt,
  withoutSplitting,
} from "../evaluate/evaluation.ts";
import { type Member, membersOf, resolveTransform } from "../evaluate/members.ts";
import { INCLUDE } from "../model/expanding-keys.ts";
import { type Binding, child, children, type Node, nodeAt } from "../model/node.ts";
import { fileOfResource } from "../model/serverless-framework.ts";
import type { Template } from "../model/template.ts";
import { defaultOf } from "./parameter-values.ts";

export interface Section {
  readonly entries: ReadonlyMap<string, Node>;
  /** Where entries with unknown names come from. */
  readonly unclear: readonly Unknown[];
}

const sectionsOf = new WeakMap<Template, Map<SectionName, Section>>();

/** The same in every world: a loop over what deployment decides runs over its default, and once for any other element. */
export function sectionOf(name: SectionName, evaluation: Evaluation): Section {
  const { template } = evaluation;
  const sections = sectionsOf.get(template) ?? new Map<SectionName, Section>();
  sectionsOf.set(template, sections);
  const known = sections.get(name);
  if (known !== undefined) return known;
  // What a section asks of itself while it is read (a loop over what a condition chooses) it does not know.
  sections.set(name, { entries: new Map(), unclear: [] });
  const section = readSection(name, evaluation);
  sections.set(name, section);
  return section;
}

export function entryOf(section: SectionName, name: string, evaluation: Evaluation): Node | undefined {
  return sectionOf(section, evaluation).entries.get(name);
}

function readSection(name: SectionName, evaluation: Evaluation): Section {
  const { document, deployment } = evaluation.template;
  const read = inEveryWorld((world) => membersIn(name, withoutSplitting(restart(evaluation, world))), {
    allowance: deployment.allowance,
  });
  const { outcomes } = requireRead(read, { document, path: [name] });
  const [members = [{ unclear: refusedSection(name, evaluation) }]] = outcomes.map(({ result }) => result);
  const entries = new Map<string, Node>();
  const unclear: Unknown[] = [];
  for (const member of members) {
    if ("unclear" in member) unclear.push(member.unclear);
    else entries.set(member.open ? unusedName(member.name, entries) : member.name, member.node);
  }
  return { entries, unclear };
}

function membersIn(name: SectionName, evaluation: Evaluation): readonly Member[] {
  return rootNodes(evaluation).flatMap((root): readonly Member[] => {
    if ("unclear" in root) return name === "Resources" ? [root] : [];
    const section = child(root, name);
    if (section === undefined) return [];
    const members = membersOf(section, evaluation, (each, value) => bindUnknown(each, value, evaluation));
    return name === "Resources" ? members.map((each) => fromFile(each, evaluation)) : members;
  });
}

/** A resource that stands in a file of its own. */
function fromFile(member: Member, evaluation: Evaluation): Member {
  const named = "unclear" in member ? undefined : fileOfResource(member.node.json);
  if ("unclear" in member || named === undefined) return member;
  const document = evaluation.template.readLocal(named.location, member.node.document);
  const found = document === undefined || document instanceof Error ? undefined : nodeAt(document, named.steps);
  if (found === undefined) return { unclear: unknownAt(`file ${named.location}`, "file", member.node, evaluation) };
  return { ...member, node: { ...member.node, ...found } };
}

/** CloudFormation takes no template in which this cannot be worked out. */
function refusedSection(name: SectionName, evaluation: Evaluation): Unknown {
  const { document } = evaluation.template;
  return unknownAt(
    `${name} that CloudFormation refuses`,
    "malformed",
    { document, json: null, path: [name] },
    evaluation,
  );
}

/** Names that deployment decides are different ones there, though they look alike here. */
function unusedName(name: string, others: ReadonlyMap<string, Node>): string {
  let unused = name;
  for (let count = 2; others.has(unused); count += 1) unused = `${name} (${count})`;
  return unused;
}

/** The template itself, after what a `Transform: AWS::Include` of it brings. */
function rootNodes(evaluation: Evaluation): readonly (Node | { readonly unclear: Unknown })[] {
  const { document } = evaluation.template;
  const declared = nodeAt(document, ["Transform"]);
  const transforms = declared === undefined ? [] : isList(declared.json) ? children(declared) : [declared];
  const includes = transforms.filter((each) => evaluateName(child(each, "Name"), evaluation) === INCLUDE);
  return [...includes.map((each) => resolveTransform(each, evaluation)), { document, json: document.value, path: [] }];
}

function bindUnknown(collection: Node, value: Value, evaluation: Evaluation): readonly Binding[] | undefined {
  const hole = loneHole(value);
  if (hole === undefined) return undefined;
  const byDefault = defaultOf(hole.id, evaluation);
  const items = byDefault?.kind === "list" ? byDefault.items : [];
  return [...items.filter((item) => literal(item) !== "").map((item) => ({ item })), { anyElementOf: collection }];
}
