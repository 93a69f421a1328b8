// The organizations of callers that a policy tells apart: none, ours, those it spells out, and any other.

import { type Doubt, isDoubt } from "../../values/doubt.ts";
import { conditionsOn, type Document } from "../language/document.ts";
import type { Budget } from "../patterns/budget.ts";
import { cells } from "../patterns/cells.ts";
import { plain } from "../patterns/glyph.ts";
import { doubtOf, firstHole } from "../patterns/hole.ts";
import { ANY, exactly, fold, type Pattern, textPattern, withoutSlash } from "../patterns/pattern.ts";
import { hasHole, type Word } from "../patterns/words.ts";
import { keyPatterns } from "./derived-keys.ts";
import { pathGrammar } from "./grammars.ts";
import { isVariableOf, writtenValues } from "./named-principals.ts";
import type { Ours } from "./ours.ts";
import { RESOURCE_ORGANIZATION, roleKeyValues } from "./role-keys.ts";

const FRESH_ORGANIZATION = "o-exampleorgid";

export interface Organization {
  readonly organization?: Word;
  readonly organizationPath?: Word;
  readonly cost?: Doubt;
}

/** The keys that an organization is told by: its id, and paths in it. */
export interface OrganizationKeys {
  readonly id: string;
  readonly paths: string;
}

const OF_CALLERS: OrganizationKeys = { id: "aws:principalorgid", paths: "aws:principalorgpaths" };
/** Of the account that a service acts for. */
export const SOURCE_ORGANIZATION: OrganizationKeys = { id: "aws:sourceorgid", paths: "aws:sourceorgpaths" };
/** Of the account that a role is in. */
export const RESOURCE_ORGANIZATIONS: OrganizationKeys = { id: RESOURCE_ORGANIZATION, paths: "aws:resourceorgpaths" };

/** Organizations that the policy tells apart: none, ours, those it spells out, and any other. */
export function organizationsOf(
  document: Document,
  ours: Ours,
  steps: Budget,
  keys: OrganizationKeys = OF_CALLERS,
): { list: Organization[]; complete: boolean } {
  const ids = keyPatterns(keys.id, { document, ours, steps });
  const paths = keyPatterns(keys.paths, { document, ours, steps });
  const read = [keys.id, keys.paths].some((key) => isVariableOf(document, key));
  const asked = [keys.id, keys.paths].some((key) => conditionsOn(document, key).length > 0);
  if (!asked && !read) return { list: [{}], complete: true };
  const spelled = [
    // Ids are in lower case.
    ...conditionsOn(document, keys.id).flatMap(({ values, use }) =>
      isDoubt(values) ? [] : values.map(({ word }) => fold(word, use.operator.ignoreCase === true)),
    ),
    ...writtenValues(document, keys.paths).map(idOf),
  ];
  const isId = (id: Word): boolean => /^o-[^*?]+$/.test(id) || hasHole(id);
  const own = ownOrganizationsIn(document, ours);
  const others = [...new Set(spelled)].filter((id) => isId(id) && !own.includes(id));
  const known = [...others, ...own].map((id) => textPattern(plain(id)));
  // A pattern on paths may tell ids apart as well.
  const told = [...[...ids.patterns, ...known].map(pathPattern), ...paths.patterns];
  const open = cells(pathGrammar(), told, [path(FRESH_ORGANIZATION)], steps);
  const strange = [...new Set(open.words.map(idOf))];
  const candidates: { id: Word; cost?: Doubt }[] = [
    ...strange.filter((id) => !others.includes(id) && !own.includes(id)).map((id) => ({ id })),
    ...own.map((id) => ({ id })),
    ...others.map((id) => withCost(id, document, ours)),
  ];
  let complete = ids.complete && paths.complete && open.complete;
  const list: Organization[] = [{}];
  for (const { id, cost } of candidates) {
    const place = cells(pathGrammar(id), paths.patterns, [path(id)], steps);
    complete &&= place.complete;
    for (const organizationPath of place.words) {
      list.push({ organization: id, organizationPath, ...(cost === undefined ? {} : { cost }) });
    }
  }
  return { list, complete };
}

function path(id: Word): Word {
  return `${id}/r-ab12/ou-ab12-11111111/`;
}

function idOf(path: Word): Word {
  return path.split("/")[0] ?? "";
}

/** A pattern on an id, as one on the beginning of a path. */
function pathPattern(pattern: Pattern): Pattern {
  const { atoms, ignoreCase } = withoutSlash(pattern);
  return { atoms: [...atoms, exactly("/"), ANY], ignoreCase };
}

/** Whose organization a spelled-out id is nobody has said while none is declared; whose a parameter's is, nobody ever can. */
function withCost(id: Word, document: Document, ours: Ours): { id: Word; cost?: Doubt } {
  const hole = firstHole(id, document.words);
  if (hole !== undefined) {
    return document.words.hole(id)?.owner === "organization" ? { id } : { id, cost: doubtOf(hole) };
  }
  if (ours.organizationIds.length > 0) return { id };
  return { id, cost: { reason: "undeclared", source: `organization ${id}` } };
}

/** The organization of the role is one of ours; where none is declared it matters to a policy that asks for it. */
function ownOrganizationsIn(document: Document, ours: Ours): readonly Word[] {
  const isAsked =
    isVariableOf(document, RESOURCE_ORGANIZATION) || conditionsOn(document, RESOURCE_ORGANIZATION).length > 0;
  return isAsked ? (roleKeyValues(RESOURCE_ORGANIZATION, ours, document.words) ?? []) : ours.organizationIds;
}
