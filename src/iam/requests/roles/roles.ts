// The roles that the requests of an identity policy are about: one for each account, organization and name that the policy tells apart.

import { isDoubt } from "../../../values/doubt.ts";
import type { Hole } from "../../../values/value.ts";
import { covers } from "../../evaluation/action.ts";
import type { Caller } from "../../evaluation/caller.ts";
import { variablesIn } from "../../language/condition.ts";
import { conditionsOn, type Document } from "../../language/document.ts";
import type { Template } from "../../language/variables.ts";
import type { Budget } from "../../patterns/budget.ts";
import { cells } from "../../patterns/cells.ts";
import { plain } from "../../patterns/glyph.ts";
import { OWN_ACCOUNT } from "../../patterns/hole.ts";
import { type Atom, oneOf, type Pattern, textPattern } from "../../patterns/pattern.ts";
import { hasHole, type Word, type Words } from "../../patterns/words.ts";
import { resourceGrammar } from "../grammars.ts";
import { freeAccounts } from "../identities/made-up-accounts.ts";
import { type Organization, organizationsOf, RESOURCE_ORGANIZATIONS } from "../organizations.ts";
import type { Ours } from "../ours.ts";
import { RESOURCE_ACCOUNT } from "../role-keys.ts";
import { namedRoles, spelledNames } from "./named-roles.ts";
import { glyphsOf, patternsOfAccounts, patternsOfNames } from "./telling.ts";

export const ASSUME_ROLE = "sts:AssumeRole";

/** A role that a request asks for. */
export interface AssumedRole {
  /** As somebody who could call: whose account it is in tells who that is to us. */
  readonly owner: Caller;
  /** The same for roles of one owner, and for no others. */
  readonly whose: number;
  readonly arn: Word;
  /** It is called as nobody foresees: whatever lets it in lets in a role of any name. */
  readonly anyName: boolean;
}

export interface AssumedRoles {
  readonly list: readonly AssumedRole[];
  /** False: some may be missing. */
  readonly complete: boolean;
}

/** Most identity policies speak of other things. */
export function mayAssumeRole({ statements, words }: Document): boolean {
  return statements.some(({ effect, actions }) => effect !== "Deny" && covers(actions, ASSUME_ROLE, words) !== false);
}

export function rolesOf(document: Document, ours: Ours, steps: Budget): AssumedRoles {
  const { statements, words } = document;
  const templates = statements.flatMap(({ resources }) =>
    resources === undefined || isDoubt(resources) ? [] : resources.patterns,
  );
  const accounts = accountsOf(document, templates, ours, steps);
  const unforeseen = unforeseenNames(templates);
  const names = cells(
    resourceGrammar([], "role"),
    templates.flatMap(patternsOfNames),
    [...unforeseen, ...spelledNames(templates)],
    steps,
  );
  const organizations = organizationsOf(document, ours, steps, RESOURCE_ORGANIZATIONS);
  const areOrganizations = organizations.complete || comparesWithDeputies(document);
  const resources = [...new Set([...unforeseen, ...names.words])];
  const list = accounts.list.flatMap((account, number) => {
    const arns = account.arn ?? resources.map((name) => `arn:${words.partition}:iam::${account.account}:${name}`);
    return [arns].flat().flatMap((arn, index) =>
      organizations.list.map(
        (place, within): AssumedRole => ({
          owner: ownerOf(account, arn, place),
          whose: number * organizations.list.length + within,
          arn,
          anyName: account.arn === undefined && index < unforeseen.length,
        }),
      ),
    );
  });
  return { list, complete: accounts.complete && names.complete && areOrganizations };
}

interface Account {
  readonly account: Word;
  readonly own: boolean;
  readonly named: boolean;
  readonly hole?: Hole;
  /** Where deployment decides more than the account. */
  readonly arn?: Word;
}

const DIGITS: readonly Atom[] = Array.from({ length: 12 }, () => oneOf((char) => /\d/.test(char)));

/** Those that the policy names, ours, and of all others those that it tells apart. */
function accountsOf(
  document: Document,
  templates: readonly Template[],
  ours: Ours,
  steps: Budget,
): { readonly list: readonly Account[]; readonly complete: boolean } {
  const ownToken = document.words.token(OWN_ACCOUNT);
  const own = new Set([ownToken, ...ours.accounts]);
  const found = new Map<Word, Account>();
  for (const { account, arn, hole } of namedRoles(document, templates)) {
    const key = arn ?? account;
    if (found.has(key)) continue;
    const one = { account, own: own.has(account), named: !hasHole(account) };
    found.set(key, { ...one, ...(hole !== undefined && { hole }), ...(arn !== undefined && { arn }) });
  }
  for (const account of [...own, ...ours.organizationAccounts])
    if (!found.has(account)) found.set(account, { account, own: own.has(account), named: false });
  const taken = [...found.keys()].filter((word) => /^\d{12}$/.test(word));
  const asked = conditionsOn(document, RESOURCE_ACCOUNT).flatMap(({ values, use }) =>
    isDoubt(values)
      ? []
      : values.map(({ template }) => textPattern(glyphsOf(template), use.operator.ignoreCase === true)),
  );
  const told: readonly Pattern[] = [
    ...templates.flatMap(patternsOfAccounts),
    ...asked,
    ...taken.map((account) => textPattern(plain(account))),
  ];
  const free = freeAccounts((account) => taken.includes(account) || ours.vendorAccounts.has(account));
  const others = cells([DIGITS], told, free, steps);
  const strangers = others.words.filter((account) => !taken.includes(account));
  return {
    list: [...found.values(), ...strangers.map((account) => ({ account, own: false, named: false }))],
    complete: others.complete,
  };
}

/** Of the organization of a role nothing is asked but whether it is ours: then it is told apart with ours. */
function comparesWithDeputies(document: Document): boolean {
  const variables = Object.values(RESOURCE_ORGANIZATIONS).flatMap((key) =>
    conditionsOn(document, key).flatMap(variablesIn),
  );
  return variables.length > 0 && variables.every((key) => OF_DEPUTIES.has(key));
}

const OF_DEPUTIES = new Set(["aws:principalorgid", "aws:principalaccount"]);

function ownerOf({ account, own, named, hole }: Account, arn: Word, organization: Organization): Caller {
  return {
    ...{ kind: "role", account, arn, own, named, freshName: false },
    resource: arn.slice(arn.indexOf("role/")),
    ...(hole !== undefined && { hole }),
    ...organization,
  };
}

/** Longer than people count question marks. */
const LONG = 24;
const CHARACTERS = "zqxjkvwybZQXJKVWYB_0123456789";

/** With and without a path, of a character that stands in no resource: what lets such a role in lets in one of any name. */
function unforeseenNames(templates: readonly Template[]): readonly Word[] {
  const written = new Set(templates.flatMap((template) => glyphsOf(template).map(({ char }) => char)));
  const [char = "_"] = [...CHARACTERS].filter((one) => !written.has(one));
  const name = char.repeat(LONG);
  return [`role/${name}`, `role/${name}/${name}`];
}

/** What deployment may put in the place of a hole in a resource, so that it speaks of the role: wildcards, or what names it. */
export function suppliesRole({ owner, anyName }: AssumedRole, words: Words): (hole: Hole) => boolean {
  const isNamed = owner.named || owner.hole !== undefined;
  return (hole) => {
    if (hole.sort === "own-account" || hole.owner !== undefined) return false;
    return (isNamed && !anyName) || ["*", `arn:${words.partition}:iam::*:role/*`].some(hole.admits);
  };
}
