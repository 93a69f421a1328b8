// What an identity policy spells out about the roles that it speaks of: their accounts, and how they are called.

import type { Hole } from "../../../values/value.ts";
import type { Document } from "../../language/document.ts";
import { isVariable, type Template } from "../../language/variables.ts";
import { firstHole, OWN_ACCOUNT } from "../../patterns/hole.ts";
import { hasHole, type Word, type Words } from "../../patterns/words.ts";
import { writtenValues } from "../named-principals.ts";
import { RESOURCE_ACCOUNT } from "../role-keys.ts";

export interface NamedRole {
  /** Digits, or a hole in the place of digits. */
  readonly account: Word;
  /** The deploy-time value that names the account. */
  readonly hole?: Hole;
  /** The whole ARN, where deployment decides more of it than the account. */
  readonly arn?: Word;
}

/** The accounts of resources, and those that conditions spell out, in any statement and under any operator; of all others the names alone. */
export function namedRoles(document: Document, templates: readonly Template[]): readonly NamedRole[] {
  const { words } = document;
  const accounts = writtenValues(document, RESOURCE_ACCOUNT).filter(isAccount);
  return [
    ...templates.flatMap((template) => namedBy(template, words)),
    ...accounts.map((account) => ({ account, ...holeIn(account, words) })),
  ];
}

/** Names of roles ("role/path/name") that stand in resources, whatever their account; wildcards in them are filled. */
export function spelledNames(templates: readonly Template[]): readonly Word[] {
  return [...new Set(templates.flatMap((template) => nameIn(fieldsOf(template)) ?? []))];
}

const ACCOUNT_FIELD = 4;

function namedBy(template: Template, words: Words): readonly NamedRole[] {
  const fields = fieldsOf(template);
  const account = fields[ACCOUNT_FIELD];
  if (account !== undefined && isAccount(textOf(account))) {
    const word = textOf(account);
    return [{ account: word, ...holeIn(word, words) }];
  }
  const text = textOf(template);
  // Deployment decides the account with what is before it, or after.
  const hole = firstHole(
    fields
      .slice(0, ACCOUNT_FIELD + 1)
      .map(textOf)
      .join(""),
    words,
  );
  if (hole === undefined) return [];
  const owned = typeof hole.owner === "object" ? hole.owner.account : undefined;
  return [{ account: owned ?? words.token({ ...hole, id: `account of ${hole.id}` }), hole, arn: text }];
}

function nameIn(fields: readonly Template[]): Word | undefined {
  const name = fields
    .slice(ACCOUNT_FIELD + 1)
    .map(textOf)
    .join(":");
  return name.startsWith("role/") ? name : undefined;
}

/** Parts of an ARN; a wildcard may stand for more of them, so that none follows for certain where one is before the account. */
function fieldsOf(template: Template): readonly Template[] {
  const fields: Template[number][][] = [[]];
  for (const piece of template) {
    const isEnd = !isVariable(piece) && piece.char === ":" && fields.length <= ACCOUNT_FIELD + 1;
    if (isEnd) fields.push([]);
    else fields.at(-1)?.push(piece);
  }
  return fields;
}

const FILLING = "anything";

function textOf(template: Template): Word {
  return template
    .map((piece) => {
      if (isVariable(piece)) return FILLING;
      return piece.wild ? (piece.char === "*" ? FILLING : "x") : piece.char;
    })
    .join("");
}

/** Digits, or some of them with what deployment supplies. */
function isAccount(word: Word): boolean {
  return (
    /^\d{12}$/.test(word) ||
    (word !== "" && hasHole(word) && [...word].every((char) => hasHole(char) || /\d/.test(char)))
  );
}

function holeIn(word: Word, words: Words): { hole?: Hole } {
  const hole = firstHole(word, words);
  return hole === undefined || word === words.token(OWN_ACCOUNT) ? {} : { hole };
}
