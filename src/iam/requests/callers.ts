// Everyone whom a policy can tell apart, one caller each: of every account it names, of ours, and of accounts that it does not name.

import type { Doubt } from "../../values/doubt.ts";
import type { Hole } from "../../values/value.ts";
import { type Caller, unseen } from "../evaluation/caller.ts";
import type { Document } from "../language/document.ts";
import type { Element } from "../language/principal.ts";
import type { Budget } from "../patterns/budget.ts";
import { OWN_ACCOUNT } from "../patterns/hole.ts";
import { hasHole, type Word } from "../patterns/words.ts";
import { patternsOn } from "./derived-keys.ts";
import { type Bearer, type Bearers, bearersOf, namesOf, onUser, strangersTo } from "./identities.ts";
import { elementsOf, type Named, namedAccounts, namedBy, namedResources } from "./named-principals.ts";
import { organizationsOf } from "./organizations.ts";
import type { Ours } from "./ours.ts";

export interface Callers {
  readonly callers: readonly Caller[];
  /** False: some callers may be missing. */
  readonly complete: boolean;
}

/** What a caller is besides the role or user that calls. */
interface Known {
  readonly named: boolean;
  readonly own: boolean;
  readonly hole?: Hole;
  readonly beside?: boolean;
  readonly uniqueId?: Word;
  readonly cost?: Doubt;
}

interface Identity extends Known {
  readonly account: Word;
  readonly arn?: Word;
}

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html, "Understanding unique ID prefixes": no other calls. */
const KINDS_OF_IDS: ReadonlyMap<string, Caller["kind"]> = new Map([
  ["AROA", "role"],
  ["AIDA", "user"],
]);

const STRANGER: Known = { named: false, own: false };

export function callersOf(document: Document, ours: Ours, steps: Budget): Callers {
  const { partition } = document.words;
  const ownToken = document.words.token(OWN_ACCOUNT);
  const ownAccounts = new Set([ownToken, ...ours.accounts]);
  const named = namedAccounts(document);
  const identities: Identity[] = named.map((known: Named) => ({
    ...known,
    named: !hasHole(known.account),
    own: ownAccounts.has(known.account),
  }));
  for (const account of [ownToken, ...ours.accounts, ...ours.organizationAccounts]) {
    if (named.some((known) => known.account === account)) continue;
    identities.push({ account, named: false, own: ownAccounts.has(account) });
  }
  const arns = patternsOn(document, "aws:principalarn", ours, steps);
  const accounts = patternsOn(document, "aws:principalaccount", ours, steps);
  const userNames = patternsOn(document, "aws:username", ours, steps);
  const patterns = { role: arns.patterns, user: [...arns.patterns, ...userNames.patterns.map(onUser)] };
  const places = organizationsOf(document, ours, steps);
  const callers: Caller[] = [];
  let complete = [arns, accounts, userNames, places].every((found) => found.complete);
  const ids = elementsOf(document).flatMap((element) => (element.kind === "unique-id" ? [element.id] : []));
  const add = (identity: Known, bearers: readonly Bearer[]): void => {
    if (!steps.spend(places.list.length * bearers.length)) {
      complete = false;
      return;
    }
    for (const { organization, organizationPath, cost = identity.cost } of places.list) {
      for (const bearer of bearers) {
        callers.push({
          ...bearer,
          own: identity.own,
          named: identity.named,
          ...(identity.hole === undefined ? {} : { hole: identity.hole }),
          ...(identity.beside === undefined ? {} : { beside: identity.beside }),
          ...(identity.uniqueId === undefined ? {} : { uniqueId: identity.uniqueId }),
          ...(ids.length === 0 ? {} : { otherIds: ids.filter((id) => id !== identity.uniqueId) }),
          ...(organization === undefined ? {} : { organization }),
          ...(organizationPath === undefined ? {} : { organizationPath }),
          ...(cost === undefined ? {} : { cost }),
        });
      }
    }
  };
  const addAll = (known: Known, { bearers, complete: whole }: Bearers): void => {
    complete &&= whole;
    add(known, bearers);
    for (const id of ids) {
      // A principal known only by a unique id may be of any account.
      const kind = KINDS_OF_IDS.get(id.slice(0, 4));
      const own = bearers.filter((bearer) => bearer.kind === kind);
      add({ ...known, uniqueId: id, cost: unseen(id) }, own);
    }
  };
  const names = namesOf(namedResources(document));
  const denied = deniedAccounts(document);
  for (const identity of identities) {
    const found = bearersOf(identity, names, partition, patterns, steps);
    addAll(identity, found);
    // Whoever shares an account with the one whom a Deny names is not denied.
    if (denied.has(identity.account)) addAll({ ...identity, beside: true }, found);
  }
  const taken = identities.flatMap(({ account }) => (hasHole(account) ? [] : [account]));
  addAll(STRANGER, strangersTo(taken, ours.vendorAccounts, names, partition, patterns, accounts.patterns, steps));
  return { callers, complete };
}

/** Accounts of principals that are kept out, where deployment decides whether that is the account or one of its roles and users. */
function deniedAccounts({ statements, words }: Document): ReadonlySet<Word> {
  const closing = statements.filter(({ effect, principal }) => effect !== "Allow" || principal.negated);
  const open = closing.flatMap(({ principal }) => principal.elements.filter(isOpen));
  return new Set(open.flatMap((element) => namedBy(element, words)?.account ?? []));
}

function isOpen(element: Element): boolean {
  return element.kind === "parameter" || (element.kind === "account" && element.whole !== undefined);
}
