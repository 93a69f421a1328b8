// What of an identity policy bears on assuming roles: most of its statements speak of other actions, and no request of a role meets them.

import { covers } from "../../evaluation/action.ts";
import type { Document } from "../../language/document.ts";
import { COMPANIONS } from "../pruning.ts";
import { ASSUME_ROLE } from "./roles.ts";

/** The actions that requests to assume a role need a permission for. */
export const ROLE_ACTIONS: readonly string[] = [ASSUME_ROLE, ...COMPANIONS];

const known = new WeakMap<Document, Document>();

/** The same document with those statements alone that may cover one of these actions. A policy of another kind as it is. */
export function speakingOfRoles(document: Document): Document {
  if (document.policy !== "identity") return document;
  const before = known.get(document);
  if (before !== undefined) return before;
  const { statements, words } = document;
  const speaking = statements.filter(({ actions }) =>
    ROLE_ACTIONS.some((action) => covers(actions, action, words) !== false),
  );
  const found = speaking.length === statements.length ? document : { ...document, statements: speaking };
  known.set(document, found);
  return found;
}
