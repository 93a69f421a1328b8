// The organizations of callers that a policy tells apart: none, ours, those it spells out, and any other.

import type { Doubt } from "../values/doubt.ts";
import type { Budget } from "./budget.ts";
import { cells } from "./cells.ts";
import type { Document } from "./document.ts";
import { organizationGrammar, pathGrammar } from "./grammars.ts";
import { doubtOf, firstHole } from "./hole.ts";
import { conditionsOn, isVariableOf, patternsOn, spelledOut } from "./named.ts";
import type { Ours } from "./ours.ts";
import { ofTheRole, RESOURCE_ORGANIZATION } from "./role-keys.ts";
import { hasHole, type Word } from "./words.ts";

const FRESH_ORGANIZATION = "o-exampleorgid";

export interface Organization {
  readonly organization?: Word;
  readonly organizationPath?: Word;
  readonly cost?: Doubt;
}

/** Organizations that the policy tells apart: none, ours, those it spells out, and any other. */
export function organizationsOf(
  document: Document,
  ours: Ours,
  steps: Budget,
): { list: Organization[]; complete: boolean } {
  const ids = patternsOn(document, "aws:principalorgid", ours, steps);
  const paths = patternsOn(document, "aws:principalorgpaths", ours, steps);
  const spelled = [
    ...spelledOut(document, "aws:principalorgid"),
    ...spelledOut(document, "aws:principalorgpaths").map((path) => path.split("/")[0] ?? ""),
  ];
  const read = ["aws:principalorgid", "aws:principalorgpaths"].some((key) => isVariableOf(document, key));
  const asked = ["aws:principalorgid", "aws:principalorgpaths"].some((key) => conditionsOn(document, key).length > 0);
  if (!asked && !read) return { list: [{}], complete: true };
  const isId = (id: Word): boolean => /^o-[^*?]+$/.test(id) || hasHole(id);
  const others = [...new Set(spelled)].filter((id) => isId(id) && !ours.organizationIds.includes(id));
  const open = cells(organizationGrammar(), ids.patterns, [FRESH_ORGANIZATION], steps);
  const candidates: { id: Word; cost?: Doubt }[] = [
    ...open.words.filter((id) => !others.includes(id) && !ours.organizationIds.includes(id)).map((id) => ({ id })),
    ...oursIn(document, ours).map((id) => ({ id })),
    ...others.map((id) => withCost(id, document, ours)),
  ];
  let complete = ids.complete && paths.complete && open.complete;
  const list: Organization[] = [{}];
  for (const { id, cost } of candidates) {
    const place = cells(pathGrammar(id), paths.patterns, [`${id}/r-ab12/ou-ab12-11111111/`], steps);
    complete &&= place.complete;
    for (const organizationPath of place.words) {
      list.push({ organization: id, organizationPath, ...(cost === undefined ? {} : { cost }) });
    }
  }
  return { list, complete };
}

/** Whose organization a spelled-out id is nobody has said while none is declared; whose a parameter's is, nobody ever can. */
function withCost(id: Word, document: Document, ours: Ours): { id: Word; cost?: Doubt } {
  const hole = firstHole(id, document.words);
  if (hole !== undefined) return { id, cost: doubtOf(hole) };
  if (ours.organizationIds.length > 0) return { id };
  return { id, cost: { reason: "undeclared", source: `organization ${id}` } };
}

/** The organization of the role is one of ours; where none is declared it matters to a policy that asks for it. */
function oursIn(document: Document, ours: Ours): readonly Word[] {
  const isAsked =
    isVariableOf(document, RESOURCE_ORGANIZATION) || conditionsOn(document, RESOURCE_ORGANIZATION).length > 0;
  return isAsked ? (ofTheRole(RESOURCE_ORGANIZATION, ours, document.words) ?? []) : ours.organizationIds;
}
