// Identity policies that for certain speak of no role, told from what is written in them: no world changes that.

import { entry, isList, type Json } from "../../../text/document.ts";
import { covers } from "../../evaluation/action.ts";
import { hasOnly, writtenStatements } from "../../language/written-policy.ts";
import { words } from "../../patterns/words.ts";
import { ASSUME_ROLE } from "./roles.ts";

/** What its Allow statements permit somebody, beside assuming a role. */
export interface SpeaksOfNoRole {
  /** There is one. */
  readonly allows: boolean;
}

/** Of all documents of a policy. Undefined: they may permit to assume a role, or cannot be told from what is written. */
export function speakOfNoRole(documents: readonly Json[]): SpeaksOfNoRole | undefined {
  let allows = false;
  for (const document of documents) {
    const statements = statementsIn(document);
    if (statements === undefined) return undefined;
    for (const statement of statements) {
      if (entry(statement, "Effect") === "Deny") continue;
      if (!permitsOther(statement)) return undefined;
      allows = true;
    }
  }
  return documents.length > 0 ? { allows } : undefined;
}

const OF_STATEMENTS: ReadonlySet<string> = new Set(["Sid", "Effect", "Action", "Resource", "Condition"]);

/** Undefined where they are none, or others may stand beside them. */
function statementsIn(document: Json): readonly Json[] | undefined {
  const statements = writtenStatements(document) ?? [];
  return statements.length > 0 && statements.every((one) => hasOnly(one, OF_STATEMENTS)) ? statements : undefined;
}

function permitsOther(statement: Json): boolean {
  const action = entry(statement, "Action");
  const actions = isList(action) ? action : [action];
  return entry(statement, "Effect") === "Allow" && actions.length > 0 && actions.every(isOther);
}

/** Spelled as an action is, with nothing in it that anybody fills in. */
const ACTION = /^[a-z\d-]+:[a-z\d*?]+$/i;

/** Of many policies, the same few. */
const known = new Map<string, boolean>();
const MANY = 10_000;

function isOther(action: Json | undefined): boolean {
  if (typeof action !== "string") return false;
  const found = known.get(action) ?? (ACTION.test(action) && !mayAssume(action));
  if (known.size < MANY) known.set(action, found);
  return found;
}

function mayAssume(action: string): boolean {
  return covers({ negated: false, patterns: [action] }, ASSUME_ROLE, words("aws")) !== false;
}
