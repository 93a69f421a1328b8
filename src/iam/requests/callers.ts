// Everyone whom a policy can tell apart, one caller each: of every account it names, of ours, and of accounts that it does not name.

import type { Doubt } from "../../values/doubt.ts";
import type { Hole } from "../../values/value.ts";
import { type Caller, doubtAboutAccount } from "../evaluation/caller.ts";
import { type Condition, variablesIn } from "../language/condition.ts";
import { conditionsIn, type Document } from "../language/document.ts";
import { type Element, isUniqueId } from "../language/principal.ts";
import { accountKeys, showsNoAccount } from "../language/senders.ts";
import type { Budget } from "../patterns/budget.ts";
import { OWN_ACCOUNT } from "../patterns/hole.ts";
import { hasHole, type Word } from "../patterns/words.ts";
import { keyPatterns } from "./derived-keys.ts";
import {
  type IamIdentities,
  type IamIdentity,
  identitiesOf,
  namesOf,
  unnamedIdentities,
  userArnPattern,
} from "./identities/identities.ts";
import { othersIn } from "./identities/others.ts";
import { elementsOf, type Named, namedAccounts, namedBy, namedResources } from "./named-principals.ts";
import { organizationsOf } from "./organizations.ts";
import type { Ours } from "./ours.ts";

export interface Callers {
  readonly callers: readonly Caller[];
  /** False: some callers may be missing. */
  readonly complete: boolean;
}

/** What callers of one account have in common. */
interface Known {
  readonly named: boolean;
  readonly own: boolean;
  readonly hole?: Hole;
  readonly beside?: boolean;
  readonly uniqueId?: Word;
  readonly alike?: readonly Word[];
  readonly cost?: Doubt;
}

interface KnownAccount extends Known {
  readonly account: Word;
  readonly arn?: Word;
}

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html, "Understanding unique ID prefixes": of these only roles and users can call. */
const KINDS_OF_IDS: ReadonlyMap<string, Caller["kind"]> = new Map([
  ["AROA", "role"],
  ["AIDA", "user"],
]);

const STRANGER: Known = { named: false, own: false };

/** A cache: the callers are needed when the policy is judged, and again for the reason why a grant is of no use. */
const found = new WeakMap<Document, { readonly ours: Ours; readonly callers: Callers }>();

export function callersOf(document: Document, ours: Ours, steps: Budget): Callers {
  const known = found.get(document);
  if (known?.ours === ours) return known.callers;
  const callers = findCallers(document, ours, steps);
  // An incomplete list depends on the steps that were left, so it is not kept.
  if (callers.complete) found.set(document, { ours, callers });
  return callers;
}

function findCallers(document: Document, ours: Ours, steps: Budget): Callers {
  const { partition } = document.words;
  const ownToken = document.words.token(OWN_ACCOUNT);
  const ownAccounts = new Set([ownToken, ...ours.accounts]);
  const named = namedAccounts(document);
  const knownAccounts: KnownAccount[] = named.map((known: Named) => ({
    ...known,
    named: !hasHole(known.account),
    own: ownAccounts.has(known.account),
  }));
  knownAccounts.push(...unnamedOfOurs(document, ours, ownAccounts, named));
  const arns = keyPatterns("aws:principalarn", { document, ours, steps });
  const accounts = accountKeys(document.policy).map((key) => keyPatterns(key, { document, ours, steps }));
  const userNames = keyPatterns("aws:username", { document, ours, steps });
  const patterns = { role: arns.patterns, user: [...arns.patterns, ...userNames.patterns.map(userArnPattern)] };
  const places = organizationsOf(document, ours, steps);
  const callers: Caller[] = [];
  let complete = [arns, ...accounts, userNames, places].every((found) => found.complete);
  const ids = elementsOf(document).flatMap((element) => (element.kind === "unique-id" ? [element.id] : []));
  const add = (knownAccount: Known, identities: readonly IamIdentity[]): void => {
    if (!steps.spend(places.list.length * identities.length)) {
      complete = false;
      return;
    }
    for (const { organization, organizationPath, cost = knownAccount.cost } of places.list) {
      for (const identity of identities) {
        callers.push({
          ...identity,
          own: knownAccount.own,
          named: knownAccount.named,
          ...(knownAccount.hole === undefined ? {} : { hole: knownAccount.hole }),
          ...(knownAccount.beside === undefined ? {} : { beside: knownAccount.beside }),
          ...(knownAccount.uniqueId === undefined ? {} : { uniqueId: knownAccount.uniqueId }),
          ...(knownAccount.alike === undefined ? {} : { alike: knownAccount.alike }),
          ...(ids.length === 0 ? {} : { otherIds: ids.filter((id) => id !== knownAccount.uniqueId) }),
          ...(organization === undefined ? {} : { organization }),
          ...(organizationPath === undefined ? {} : { organizationPath }),
          ...(cost === undefined ? {} : { cost }),
        });
      }
    }
  };
  const userIds = document.policy === "resource" ? keyPatterns("aws:userid", { document, ours, steps }) : undefined;
  const others = othersIn(document, { arns: arns.patterns, ids: userIds?.patterns ?? [] });
  const addAll = (known: Known, { identities, complete: whole }: IamIdentities): void => {
    complete &&= whole;
    add(known, identities);
    const more = others?.(identities, steps);
    complete &&= more?.complete !== false;
    if (more !== undefined) add(known, more.identities);
    for (const id of ids) {
      // A principal known only by a unique id may be of any account.
      const kind = isUniqueId(id) ? KINDS_OF_IDS.get(id.slice(0, 4)) : "role";
      const own = identities.filter((identity) => identity.kind === kind);
      add({ ...known, uniqueId: id, cost: doubtAboutAccount(id) }, own);
    }
  };
  const names = namesOf(namedResources(document));
  const denied = deniedAccounts(document);
  for (const knownAccount of knownAccounts) {
    const found = identitiesOf(knownAccount, names, partition, patterns, steps);
    addAll(knownAccount, found);
    // Deployment may make the denied principal one role or user: then others of the same account are not denied.
    if (denied.has(knownAccount.account)) addAll({ ...knownAccount, beside: true }, found);
  }
  const taken = knownAccounts.flatMap(({ account, alike = [] }) => (hasHole(account) ? alike : [account, ...alike]));
  addAll(
    STRANGER,
    unnamedIdentities(
      {
        ...{ taken, declared: ours.vendorAccounts, names, partition, patterns },
        // Patterns on aws:userid tell accounts apart: the root user has the account as its id, and ids of federated users begin with it.
        accounts: [...accounts, ...(userIds === undefined ? [] : [userIds])].flatMap((found) => found.patterns),
      },
      steps,
    ),
  );
  return { callers, complete };
}

/** Accounts of ours that the policy does not name. Where nothing in the policy depends on the account, the first stands for the others (`alike`). */
function unnamedOfOurs(
  document: Document,
  ours: Ours,
  own: ReadonlySet<Word>,
  named: readonly Named[],
): readonly KnownAccount[] {
  const isAlike =
    document.policy !== "identity" && conditionsIn(document).every((one) => isOfAnyAccount(one, document));
  const spelled = new Set(named.map(({ account }) => account));
  const found: (KnownAccount & { alike?: Word[] })[] = [];
  for (const account of [document.words.token(OWN_ACCOUNT), ...ours.accounts, ...ours.organizationAccounts]) {
    if (spelled.has(account)) continue;
    const before = found.at(-1);
    const one = { account, named: false, own: own.has(account) };
    if (!isAlike || before === undefined || hasHole(before.account) || before.own !== one.own) found.push(one);
    else if (before.alike === undefined) before.alike = [account];
    else before.alike.push(account);
  }
  return found;
}

/** Does the condition read nothing that depends on the account of the caller? */
function isOfAnyAccount(condition: Condition, { policy }: Document): boolean {
  return variablesIn(condition).length === 0 && showsNoAccount(condition.key, policy);
}

/** Accounts in denied principals, where deployment decides whether the whole account is denied or one role or user of it. */
function deniedAccounts({ statements, words }: Document): ReadonlySet<Word> {
  const closing = statements.filter(({ effect, principal }) => effect !== "Allow" || principal.negated);
  const open = closing.flatMap(({ principal }) => principal.elements.filter(isOpen));
  return new Set(open.flatMap((element) => namedBy(element, words)?.account ?? []));
}

function isOpen(element: Element): boolean {
  return element.kind === "parameter" || (element.kind === "account" && element.whole !== undefined);
}
