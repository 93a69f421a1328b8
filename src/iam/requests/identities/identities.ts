// The roles and users that a policy tells apart in one account, and in accounts that nobody names.

import type { Caller } from "../../evaluation/caller.ts";
import type { Budget } from "../../patterns/budget.ts";
import { type Cells, cells } from "../../patterns/cells.ts";
import { plain } from "../../patterns/glyph.ts";
import { matches } from "../../patterns/matching.ts";
import { ANY, exactly, oneOf, onlyWord, type Pattern, textPattern, withoutSlash } from "../../patterns/pattern.ts";
import { hasHole, type Word } from "../../patterns/words.ts";
import { literalAtoms, roleGrammar } from "../grammars.ts";
import type { NamedResource } from "../named-principals.ts";
import { firstFree, freeAccounts, undeclaredBeside } from "./made-up-accounts.ts";
import { resourcesOf } from "./names.ts";

export interface IamIdentity {
  readonly kind: Caller["kind"];
  readonly resource: Word;
  readonly arn: Word;
  readonly account: Word;
  readonly freshName: boolean;
  readonly session?: Word;
  /** Names of sessions of the role that the policy tells apart from the one that calls. */
  readonly otherSessions?: readonly Word[];
}

type Kind = "role" | "user";
const KINDS: readonly Kind[] = ["role", "user"];

/** Patterns on the ARNs of roles, and of users. */
export type OnArns = Readonly<Record<Kind, readonly Pattern[]>>;

export interface IamIdentities {
  readonly identities: readonly IamIdentity[];
  /** False: some may be missing. */
  readonly complete: boolean;
}

const FRESH_NAMES = ["anything", "anyone", "whatever"];

/** Of roles and users: those that the policy spells out, and some that it does not. */
export interface Names {
  readonly named: readonly NamedResource[];
  readonly fresh: readonly string[];
}

/** A pattern on a user's name, as one on the end of their ARN. */
export function userArnPattern(pattern: Pattern): Pattern {
  const { atoms, ignoreCase } = withoutSlash(pattern);
  return { atoms: [ANY, exactly("/"), ...atoms], ignoreCase };
}

/** Roles and users of one account; `arn`: one that deployment decides as a whole. */
export function identitiesOf(
  { account, arn }: { readonly account: Word; readonly arn?: Word },
  names: Names,
  partition: string,
  patterns: OnArns,
  steps: Budget,
): IamIdentities {
  const prefix = `arn:${partition}:iam::${account}:`;
  const named = names.named.filter(({ account: of }) => of === undefined || mayBe(of, account));
  const identities: IamIdentity[] = [];
  let complete = true;
  if (!steps.spend(named.length)) return { identities, complete: false };
  for (const kind of KINDS) {
    const fresh = names.fresh.map((name) => `${prefix}${kind}/${name}`);
    const spelled = named
      .filter((one) => one.kind === kind && isPrincipal(one))
      .map(({ resource }) => prefix + resource);
    const apart = (more: readonly Pattern[]) =>
      resourcesOf(literalAtoms(prefix), kind, [...patterns[kind], ...more], fresh, steps);
    const first = apart([]);
    // Who stands for a pattern must not be the one whom a principal names, if anybody else meets it.
    const isNamed = first.words.some((word) => spelled.includes(word));
    const found = isNamed ? apart(spelled.map((word) => textPattern(plain(word)))) : first;
    complete &&= found.complete;
    // One whose name nobody holds is always there: what deployment supplies is told apart from it.
    for (const word of new Set([...found.words, ...fresh.slice(0, 1)])) {
      identities.push({
        kind,
        resource: word.slice(prefix.length),
        arn: word,
        account,
        freshName: fresh.includes(word),
      });
    }
  }
  const present = new Set(identities.map(keyOf));
  const hasSessions = named.some(({ session }) => session !== undefined);
  const spelled = hasSessions ? named.map(({ resource }) => textPattern(plain(prefix + resource))) : [];
  for (const one of named) {
    const { kind, resource, session } = one;
    const same = { kind, account, freshName: false };
    const key = keyOf(one);
    if (present.has(key)) continue;
    present.add(key);
    if (session !== undefined) {
      // A session's ARN leaves the path of its role out; a pattern or another principal may ask for one.
      const told = [...patterns.role, ...spelled];
      const roles = cells(roleGrammar(literalAtoms(prefix), resource), told, [prefix + resource], steps);
      complete &&= roles.complete;
      identities.push(
        ...roles.words.map((word) => ({ ...same, resource: word.slice(prefix.length), arn: word, session })),
      );
    } else {
      // Some other session of it, or the user themselves.
      identities.push({ ...same, resource, arn: prefix + resource });
    }
  }
  // Deployment may decide that a session which a principal names is one of this role.
  for (const identity of [...identities]) {
    const names = identity.session === undefined ? sessionsOf(identity, named, mayBeNamed) : [];
    identities.push(...[...new Set(names)].map((session) => ({ ...identity, session })));
  }
  if (arn !== undefined) identities.push({ kind: "role", resource: "role/", arn, account, freshName: true });
  return {
    identities: sortIdentities(identities.map((identity) => ({ ...identity, ...otherSessionsOf(identity, named) }))),
    complete,
  };
}

/** May the two accounts be one? */
function mayBe(one: Word, other: Word): boolean {
  return one === other || hasHole(one) || hasHole(other);
}

function isPrincipal({ account, resource, session }: NamedResource): boolean {
  return account !== undefined && session === undefined && !hasHole(resource);
}

/** The sessions of a role that the policy names, for one that calls in none of them. */
function otherSessionsOf(identity: IamIdentity, named: readonly NamedResource[]): Pick<IamIdentity, "otherSessions"> {
  if (identity.session !== undefined) return {};
  const isNamed = (role: Word, name: Word) => role === name || mayBeNamed(role, name, identity);
  const otherSessions = sessionsOf(identity, named, isNamed);
  return otherSessions.length === 0 ? {} : { otherSessions };
}

function sessionsOf(
  identity: IamIdentity,
  named: readonly NamedResource[],
  isNamed: (role: Word, name: Word, identity: IamIdentity) => boolean,
): Word[] {
  if (identity.kind !== "role") return [];
  const name = `role/${identity.resource.slice(identity.resource.lastIndexOf("/") + 1)}`;
  return named.flatMap(({ resource, session }) =>
    session !== undefined && isNamed(resource, name, identity) ? [session] : [],
  );
}

function mayBeNamed(role: Word, name: Word, { freshName }: IamIdentity): boolean {
  return role !== name && !freshName && (hasHole(role) || hasHole(name));
}

const DIGIT = oneOf((char) => /\d/.test(char));
const TWELVE_DIGITS = Array.from({ length: 12 }, () => DIGIT);

/** What a policy says of callers whose accounts it does not name. */
export interface UnnamedCallers {
  /** Accounts that are named. */
  readonly taken: readonly string[];
  /** Accounts that the configuration knows: they come last, for they are somebody's. */
  readonly declared: ReadonlySet<string>;
  readonly names: Names;
  readonly partition: string;
  readonly patterns: OnArns;
  /** Patterns on the account alone. */
  readonly accounts: readonly Pattern[];
}

/** Identities of accounts that nobody names: a documentation account where the policy leaves it open. */
export function unnamedIdentities(unnamed: UnnamedCallers, steps: Budget): IamIdentities {
  const { taken, declared, names, partition, patterns, accounts } = unnamed;
  const { fresh } = names;
  const prefix = `arn:${partition}:iam::`;
  const free = freeAccounts((account) => taken.includes(account) || declared.has(account));
  const known = () => taken.map((account) => ({ atoms: literalAtoms(account), ignoreCase: false }));
  const lifted = () =>
    [...accounts, ...known()].map(({ atoms, ignoreCase }) => ({
      atoms: [...literalAtoms(prefix), ...atoms, exactly(":"), ANY],
      ignoreCase,
    }));
  const head = [...literalAtoms(prefix), ...TWELVE_DIGITS, exactly(":")];
  const [name = ""] = fresh;
  const identities: IamIdentity[] = [];
  let complete = true;
  for (const kind of KINDS) {
    const preferred = free.map((account) => `${prefix}${account}:${kind}/${name}`);
    // There may be thousands of accounts, and mostly nothing tells others apart.
    let all: readonly Pattern[] | undefined;
    const told = () => (all ??= [...patterns[kind], ...lifted()]);
    const found: Cells = [...patterns[kind], ...accounts].some((one) => isOnOthers(one, taken))
      ? resourcesOf(head, kind, told(), preferred, steps)
      : { words: preferred.slice(0, 1), complete: true };
    complete &&= found.complete;
    for (const word of found.words) {
      const resource = word.slice(prefix.length + 13);
      // The walk may have made a number up; a documentation account does as well if no pattern tells the two apart.
      const numbers = [...free, ...undeclaredBeside(word.slice(prefix.length, prefix.length + 12), declared)];
      const spared = numbers.map((number) => `${prefix}${number}:${resource}`);
      const isSpared = (other: Word) =>
        other === word || told().every((one) => matches(one, other) === matches(one, word));
      const arn = spared.find(isSpared) ?? word;
      const account = arn.slice(prefix.length, prefix.length + 12);
      if (!taken.includes(account)) identities.push({ kind, resource, arn, account, freshName: true });
    }
  }
  return { identities: sortIdentities(identities, declared), complete };
}

function keyOf({ kind, resource, session = "" }: Pick<IamIdentity, "kind" | "resource" | "session">): string {
  return `${kind} ${resource} ${session}`;
}

/** Does a pattern tell callers apart whose accounts nobody names? */
function isOnOthers(pattern: Pattern, taken: readonly string[]): boolean {
  const word = onlyWord(pattern);
  return word === undefined || !(hasHole(word) || taken.includes(word) || taken.includes(word.split(":")[4] ?? ""));
}

/** Roles before users, those that anybody can make before those that the policy picks out, and `last` accounts at the end. */
function sortIdentities(identities: readonly IamIdentity[], last: ReadonlySet<string> = new Set()): IamIdentity[] {
  const rank = ({ freshName, kind, account }: IamIdentity): number =>
    (last.has(account) ? 4 : 0) + (freshName ? 0 : 2) + (kind === "role" ? 0 : 1);
  return identities.toSorted((one, other) => rank(one) - rank(other));
}

export function namesOf(named: readonly NamedResource[]): Names {
  const spelled = named.map(({ resource }) => resource.slice(resource.lastIndexOf("/") + 1));
  const fresh = FRESH_NAMES.filter((name) => !spelled.includes(name));
  return {
    named,
    fresh:
      fresh.length > 0
        ? fresh
        : [
            firstFree(
              (index) => `anything-${index}`,
              (name) => spelled.includes(name),
            ),
          ],
  };
}
