// What is the same for every request to one role: the account and the organization that the role is in.

import { isVariable, type Template, variablesOf } from "../language/variables.ts";
import { plain } from "../patterns/glyph.ts";
import { OWN_ACCOUNT, OWN_ORGANIZATION } from "../patterns/hole.ts";
import type { Word, Words } from "../patterns/words.ts";
import type { Ours } from "./ours.ts";

export const RESOURCE_ACCOUNT = "aws:resourceaccount";
export const RESOURCE_ORGANIZATION = "aws:resourceorgid";

const ROLE_KEYS = new Map<string, (ours: Ours, words: Words) => readonly Word[]>([
  [RESOURCE_ACCOUNT, ({ accounts }, words) => known(accounts, words.token(OWN_ACCOUNT))],
  [RESOURCE_ORGANIZATION, ({ organizationIds }, words) => known(organizationIds, words.token(OWN_ORGANIZATION))],
]);

/** Each account or organization of ours may be the role's own; where none has a number, one without. Undefined: another key. */
export function roleKeyValues(key: string, ours: Ours, words: Words): readonly Word[] | undefined {
  return ROLE_KEYS.get(key)?.(ours, words);
}

export function isRoleKey(key: string): boolean {
  return ROLE_KEYS.has(key);
}

/** Is it the organization of the role, where the configuration names none? */
export function isOwnOrganization(id: Word, words: Words): boolean {
  return words.hole(id)?.id === OWN_ORGANIZATION.id;
}

function known(declared: readonly Word[], own: Word): readonly Word[] {
  return declared.length > 0 ? declared : [own];
}

/** The template for each account and organization that the role may be in. */
export function templatesForRoles(template: Template, ours: Ours, words: Words): Template[] {
  return [...ROLE_KEYS.keys()].reduce<Template[]>(
    (templates, key) => templates.flatMap((one) => withValues(one, key, roleKeyValues(key, ours, words) ?? [])),
    [template],
  );
}

function withValues(template: Template, key: string, values: readonly Word[]): Template[] {
  if (!variablesOf(template).includes(key)) return [template];
  return values.map((value) =>
    template.flatMap((piece) => (isVariable(piece) && piece.key === key ? plain(value) : [piece])),
  );
}
