// The grants of a policy, and an index of its principals by account: a policy may list thousands of accounts, and a caller belongs to one.

import type { Origin } from "../../values/value.ts";
import type { Document } from "../language/document.ts";
import type { Element } from "../language/principal.ts";
import type { Statement } from "../language/statement.ts";
import { hasHole, type Word } from "../patterns/words.ts";

/** One Allow statement and one element of its principal as written. */
export interface Grant {
  readonly statement: Statement;
  /** Undefined: the statement has NotPrincipal, or cannot be read. */
  readonly element: Element | undefined;
  readonly origin: Origin;
  readonly written: string;
}

export function grantsOf(document: Document): Grant[] {
  return document.statements.flatMap((statement): Grant[] => {
    if (statement.effect === "Deny") return [];
    const { negated, elements, origin } = statement.principal;
    if (negated) return [{ statement, element: undefined, origin, written: "NotPrincipal" }];
    return elements.map((element) => ({ statement, element, origin: element.origin, written: element.written }));
  });
}

/** The parts of a policy that may match callers of one account. */
export interface Concerning {
  /** The statements, each with those of its elements that may match. */
  readonly statements: readonly { readonly statement: Statement; readonly elements: readonly Element[] }[];
  /** Indexes of `grantsOf`. */
  readonly grants: readonly number[];
}

/** One element of a principal, with its place in the order of the policy. */
interface Standing {
  readonly place: number;
  readonly statement: Statement;
  /** Undefined: stands for everyone whom a NotPrincipal does not list. */
  readonly element: Element | undefined;
  /** Index in `grantsOf`. Undefined: the element is in a Deny, or listed in a NotPrincipal. */
  readonly grant: number | undefined;
}

/** The result of the function is kept by account. */
export function concerningAccounts(document: Document): (account: Word) => Concerning {
  const all = standingsIn(document);
  const ofAccounts = new Map<Word, Standing[]>();
  const ofAnyone: Standing[] = [];
  for (const one of all) {
    const account = accountOf(one);
    if (account === undefined) ofAnyone.push(one);
    else {
      const others = ofAccounts.get(account);
      if (others === undefined) ofAccounts.set(account, [one]);
      else others.push(one);
    }
  }
  const ofOthers = concerning(ofAnyone);
  const known = new Map<Word, Concerning>();
  return (account) => {
    const own = ofAccounts.get(account);
    if (own === undefined) return ofOthers;
    const found = known.get(account) ?? concerning([...own, ...ofAnyone].sort((one, other) => one.place - other.place));
    known.set(account, found);
    return found;
  };
}

function standingsIn({ statements }: Document): Standing[] {
  const all: Standing[] = [];
  let grants = 0;
  for (const statement of statements) {
    const { negated, elements } = statement.principal;
    const isDeny = statement.effect === "Deny";
    for (const element of negated ? [undefined, ...elements] : elements) {
      const isGrant = !isDeny && !(negated && element !== undefined);
      all.push({ place: all.length, statement, element, grant: isGrant ? grants : undefined });
      if (isGrant) grants += 1;
    }
  }
  return all;
}

/** The only account whose callers the element can match; undefined: it may match callers of several. */
function accountOf({ element }: Standing): Word | undefined {
  if (element === undefined || element.kind === "malformed" || !("account" in element)) return undefined;
  return element.account === undefined || hasHole(element.account) ? undefined : element.account;
}

function concerning(standings: readonly Standing[]): Concerning {
  const statements = new Map<Statement, Element[]>();
  for (const { statement, element } of standings) {
    const known = statements.get(statement) ?? [];
    if (element !== undefined) known.push(element);
    statements.set(statement, known);
  }
  return {
    statements: Array.from(statements, ([statement, elements]) => ({ statement, elements })),
    grants: standings.flatMap(({ grant }) => grant ?? []),
  };
}
