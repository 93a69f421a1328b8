// Who of an account can call besides its roles and users, where no role is assumed: its root user, and sessions that a user has given somebody under a name.

import { isKnownCondition } from "../../language/condition.ts";
import { conditionsOn, type Document } from "../../language/document.ts";
import type { Statement } from "../../language/statement.ts";
import type { Budget } from "../../patterns/budget.ts";
import { cells, type Grammar } from "../../patterns/cells.ts";
import { plain, wild } from "../../patterns/glyph.ts";
import { matches } from "../../patterns/matching.ts";
import { anyOf, oneOf, type Pattern, textPattern } from "../../patterns/pattern.ts";
import { hasHole, type Word } from "../../patterns/words.ts";
import { literalAtoms } from "../grammars.ts";
import { elementsOf, writtenValues } from "../named-principals.ts";
import type { IamIdentities, IamIdentity } from "./identities.ts";

/** What tells sessions apart: by their ARN, and by their unique id. */
interface Telling {
  readonly arns: readonly Pattern[];
  readonly ids: readonly Pattern[];
}

/** Of the accounts of those identities. Undefined: nothing in the policy tells anyone of them from roles and users. */
export function othersIn(
  document: Document,
  { arns, ids }: Telling,
): ((identities: readonly IamIdentity[], steps: Budget) => IamIdentities) | undefined {
  if (document.policy !== "resource") return undefined;
  const { partition } = document.words;
  const written = writtenValues(document, ARN);
  const isTold = TELLING.some((key) => conditionsOn(document, key).length > 0) || document.statements.some(isOfSome);
  const named = elementsOf(document).flatMap((one) => (one.kind === "federated-user" ? [one.name] : []));
  const hasRoot = isTold || written.some(mayBeRoot);
  const hasSessions = isTold || named.length > 0 || written.some(mayBeSession);
  if (!hasRoot && !hasSessions) return undefined;
  return (identities, steps) => {
    const accounts = [...new Set(identities.map(({ account }) => account))];
    const found = accounts.map((account): IamIdentities => {
      const root = identity("root", account, `arn:${partition}:iam::${account}:`, "root", false);
      const sessions = hasSessions ? sessionsOf(account, partition, named, { arns, ids }, steps) : NONE;
      return { identities: [...(hasRoot ? [root] : []), ...sessions.identities], complete: sessions.complete };
    });
    return {
      identities: found.flatMap((one) => one.identities),
      complete: found.every((one) => one.complete),
    };
  };
}

const NONE: IamIdentities = { identities: [], complete: true };

/** Does it keep roles and users out, and leave whoever is neither? */
function isOfSome({ effect, conditions }: Statement): boolean {
  const isOfOthers = effect === "Allow";
  return conditions.some((one) => {
    return isKnownCondition(one) && one.key === ARN && (one.use.operator.negated === true) === isOfOthers;
  });
}

const ARN = "aws:principalarn";
/** Keys that have other values for them: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html, "Principal key values" */
const TELLING = ["aws:userid", "aws:principaltype"];

function identity(
  kind: IamIdentity["kind"],
  account: Word,
  prefix: Word,
  resource: Word,
  freshName: boolean,
): IamIdentity {
  return { kind, account, resource, arn: prefix + resource, freshName };
}

const FIELDS_BEFORE_WHOM = 5;

/** The ARN of the root user in a condition is that of the user alone. */
function mayBeRoot(arn: Word): boolean {
  const whom = arn.split(":").slice(FIELDS_BEFORE_WHOM).join(":");
  return matches(textPattern(wild(whom)), "root");
}

/** Its ARN is one of STS; a wildcard before may stand for that. */
function mayBeSession(arn: Word): boolean {
  const [, , service = "*"] = arn.split(":");
  return matches(textPattern(wild(service)), "sts");
}

const FRESH = "anything";
const KIND = "federated-user/";
/** https://docs.aws.amazon.com/STS/latest/APIReference/API_GetFederationToken.html: two characters at least. */
const inName = (char: string): boolean => /[\w+=,.@-]/.test(char) || hasHole(char);
const NAME = [oneOf(inName), oneOf(inName), anyOf(inName)];

function sessionsOf(
  account: Word,
  partition: string,
  named: readonly Word[],
  { arns, ids }: Telling,
  steps: Budget,
): IamIdentities {
  const prefix = `arn:${partition}:sts::${account}:`;
  const arn: Grammar = [[...literalAtoms(prefix + KIND), ...NAME]];
  const id: Grammar = [[...literalAtoms(`${account}:`), ...NAME]];
  const exact = named.map((name) => textPattern(plain(prefix + KIND + name)));
  const byArn = cells(arn, [...arns, ...exact], [prefix + KIND + FRESH], steps);
  const byId = cells(id, ids, [`${account}:${FRESH}`], steps);
  const names = new Set([
    ...named,
    ...byArn.words.map((word) => word.slice(prefix.length + KIND.length)),
    ...byId.words.map((word) => word.slice(account.length + 1)),
  ]);
  return {
    identities: [...names].map((name) => identity("federated-user", account, prefix, KIND + name, name === FRESH)),
    complete: byArn.complete && byId.complete,
  };
}
