// Edits that make the same of policies that are written alike: proved for one of these, where nothing around the others can make a difference.

import type { Finding } from "../findings/report.ts";
import type { PolicyResult } from "../findings/results.ts";
import { isFunctionName } from "../readers/cloudformation/model/node.ts";
import { at, type Document, entry, isList, isObject, type Json, maySpell, type Path } from "../text/document.ts";
import { grouped } from "../text/grouped.ts";
import { parseFile } from "../text/parse.ts";
import { Problem } from "../text/problem.ts";
import type { Range } from "../text/source.ts";
import type { Proposal } from "./candidates.ts";
import { type Edit, edited, spelledAt, together } from "./edit.ts";
import { endOfLine } from "./surroundings.ts";
import { isSameBut } from "./unchanged.ts";

/** A file is read anew so often, each time with edits of as many policies as can be changed at once. */
const MOST_READINGS = 4;
/** In UTF-16 units. */
const LONGEST = 500_000;

/**
 * In the order of the proposals; `prove` is asked for those that others take over, and for all that may come to something
 * else elsewhere. `isAlone`: is a file judged without any other?
 */
export function provenOnce(
  proposals: readonly Proposal[],
  isAlone: (path: string) => boolean,
  prove: (proposals: readonly Proposal[]) => readonly Proposal[],
): readonly Proposal[] {
  const keys = keysOf(proposals, isAlone);
  const firsts = new Map<string, Proposal>();
  const firstOf = (proposal: Proposal): Proposal => {
    const key = keys.get(proposal);
    if (key === undefined) return proposal;
    const first = firsts.get(key) ?? proposal;
    firsts.set(key, first);
    return first;
  };
  const tried = proposals.filter((proposal) => firstOf(proposal) === proposal);
  const good = new Map(prove(tried).map(({ candidate, findings }) => [candidate, new Set(findings)]));
  return proposals.flatMap((proposal) => {
    const first = firstOf(proposal);
    const mended = good.get(first.candidate);
    if (mended === undefined) return [];
    const findings = proposal.findings.filter((_, index) => mended.has(first.findings[index] as Finding));
    return [{ ...proposal, findings }];
  });
}

/** Of a policy that stands in a file by itself. */
interface Shareable {
  readonly proposal: Proposal;
  readonly document: Document;
  readonly path: Path;
  /** Of the policy, and of a comment that ends its last line. */
  readonly range: Range;
  /** Equal for those that may make the same of policies that are written alike. */
  readonly group: string;
}

/** Equal ones make the same of policies of which the same was told; of those that are alone with it none has one. */
function keysOf(proposals: readonly Proposal[], isAlone: (path: string) => boolean): ReadonlyMap<Proposal, string> {
  const numbers = new Map<object, number>();
  const isPlain = plainness(isAlone);
  const all = proposals.flatMap((proposal) => shareable(proposal, isPlain, numbers) ?? []);
  const groups = grouped(all, ({ group }) => group);
  const shared = all.filter(({ group }) => (groups.get(group)?.length ?? 0) > 1);
  const keys = new Map<Proposal, string>();
  for (const [document, own] of grouped(shared, (one) => one.document)) {
    let left: readonly Shareable[] = own;
    for (let reading = 0; reading < MOST_READINGS && left.length > 0; reading += 1) {
      const { atOnce, later } = apart(left);
      const after = readWith(atOnce, document);
      if (after !== undefined) {
        for (const one of atOnce) {
          const made = madeBy(one, after);
          if (made !== undefined) keys.set(one.proposal, `${one.group} ${made}`);
        }
      }
      left = later;
    }
  }
  return keys;
}

function shareable(
  proposal: Proposal,
  isPlain: (document: Document) => boolean,
  numbers: Map<object, number>,
): Shareable | undefined {
  const { candidate, findings, policies } = proposal;
  const [policy, ...others] = policies.keys();
  if (policy?.alike === undefined || policy.resource.format !== "cloudformation" || others.length > 0) return undefined;
  const { as, document: written } = policy.alike;
  const { document, path } = written.at([]);
  if (!isPlain(document)) return undefined;
  const { start, end } = document.locate(path);
  const range = { start, end: endOfLine(document.source, end) ?? end };
  if (!standIn(range, candidate.edits, document)) return undefined;
  const told = findings.map((finding) => indexOf(finding, policy));
  if (told.includes(-1)) return undefined;
  const number = numbers.get(as) ?? numbers.size;
  numbers.set(as, number);
  const group = JSON.stringify([number, candidate.description, told]);
  return { proposal, document, path, range, group };
}

/** Do they change nothing of any resource but what stands at the place? An alias of YAML stands for what is written elsewhere. */
function standIn(place: Range, edits: Proposal["candidate"]["edits"], document: Document): boolean {
  const resources = document.locate(["Resources"]);
  const isHere = (edit: Range): boolean => isWithin(edit, place);
  const isOwn = (edit: Edit): boolean =>
    edit.source === document.source && (isHere(edit) || !isWithin(edit, resources));
  return edits.every(isOwn) && edits.some(isHere);
}

function isWithin(inner: Range, outer: Range): boolean {
  return inner.start >= outer.start && inner.end <= outer.end;
}

/** Which of those that are told of a policy that is. */
function indexOf({ rule, file, line, column, endLine, endColumn }: Finding, { findings }: PolicyResult): number {
  return findings.findIndex(
    ({ finding: one }) =>
      one.rule === rule &&
      one.file === file &&
      one.line === line &&
      one.column === column &&
      one.endLine === endLine &&
      one.endColumn === endColumn,
  );
}

/** What looks at more of a file than at what it refers to, or at other files: what it comes to, only judging tells. */
const FAR_REACHING = /unconfused|permissions_?boundary|Transform|ForEach/i;

/** Does a file come to the same but for the policies that are changed in it? */
function plainness(isAlone: (path: string) => boolean): (document: Document) => boolean {
  const known = new Map<Document, boolean>();
  return (document) => {
    const { source, within } = document;
    const is =
      known.get(document) ??
      (within === undefined &&
        source.text.length <= LONGEST &&
        !maySpell(document, FAR_REACHING) &&
        isAlone(source.path));
    known.set(document, is);
    return is;
  };
}

/** Those that change different policies of a file, each within itself, and the rest. */
function apart(all: readonly Shareable[]): { atOnce: readonly Shareable[]; later: readonly Shareable[] } {
  const atOnce: Shareable[] = [];
  const later: Shareable[] = [];
  const edits = together();
  // The same policy with another edit stands at the same place.
  let end = -1;
  for (const one of all.toSorted((a, b) => a.range.start - b.range.start)) {
    if (one.range.start < end || !edits.add(one.proposal.candidate.edits)) later.push(one);
    else {
      atOnce.push(one);
      end = one.range.end;
    }
  }
  return { atOnce, later };
}

/** The document with the edits; undefined where they change more than these policies, or declare what something speaks of already. */
function readWith(all: readonly Shareable[], document: Document): Document | undefined {
  const { source, value } = document;
  const edits = together();
  for (const { proposal } of all) edits.add(proposal.candidate.edits);
  const after = parsed(source.path, edited(source.text, edits.edits));
  if (after === undefined) return undefined;
  const added = addedParameters(value, after.value);
  if (added.some((name) => !NAME.test(name) || maySpell(document, spoken(name)))) return undefined;
  const changed = [...all.map(({ path }) => path), ...added.map((name) => ["Parameters", name])];
  const before = entry(value, "Parameters") === undefined ? changed.concat([["Parameters"]]) : changed;
  return isSameBut(value, after.value, before) ? after : undefined;
}

const NAME = /^[A-Za-z0-9]+$/;

/** What names it somehow; a condition key that ends alike ("sts:ExternalId") does not. */
function spoken(name: string): RegExp {
  return new RegExp(`(?<!\\w|\\w:)${name}(?!\\w)`);
}

function parsed(path: string, text: string): Document | undefined {
  try {
    const { documents, warnings } = parseFile(path, text);
    const [document, ...others] = documents;
    return others.length + warnings.length > 0 ? undefined : document;
  } catch (thrown) {
    if (thrown instanceof Problem) return undefined;
    throw thrown;
  }
}

function addedParameters(before: Json, after: Json): readonly string[] {
  const declared = entry(after, "Parameters");
  const names = isObject(declared) ? Object.keys(declared) : [];
  return names.filter((name) => at(before, ["Parameters", name]) === undefined);
}

/** The policy that it makes, and the parameters that stand in it, as others than we spell them; undefined where anything else does. */
function madeBy({ path, document }: Shareable, after: Document): string | undefined {
  const policy = at(after.value, path);
  const names = new Set<string>();
  if (policy === undefined || !notesNames(policy, names)) return undefined;
  const declared = Array.from(names, (name) => {
    const declaration = ["Parameters", name];
    const isThere = at(document.value, declaration) !== undefined;
    return {
      name,
      json: at(after.value, declaration),
      spelled: isThere && spelledAt({ document, path: declaration }).text,
    };
  });
  return declared.every(({ json }) => isObject(json)) ? JSON.stringify([policy, declared]) : undefined;
}

/** False where there is anything but texts and Ref. */
function notesNames(json: Json, names: Set<string>): boolean {
  if (isList(json)) return json.every((item) => notesNames(item, names));
  if (!isObject(json)) return typeof json === "string";
  const keys = Object.keys(json);
  if (!keys.some(isFunctionName)) return keys.every((key) => notesNames(entry(json, key) ?? null, names));
  const name = entry(json, "Ref");
  if (keys.length > 1 || typeof name !== "string") return false;
  names.add(name);
  return true;
}
