// The callers of each type that questions ask for, and the targets (actions and resources) of their requests.

import type { Caller } from "../evaluation/caller.ts";
import type { Document } from "../language/document.ts";
import type { CallerType } from "../language/senders.ts";
import type { Budget } from "../patterns/budget.ts";
import { type Callers, callersOf } from "./callers.ts";
import type { Ours } from "./ours.ts";
import { deputiesAmong } from "./roles/deputies.ts";
import { mayAssumeRole } from "./roles/roles.ts";
import { ANONYMOUS } from "./senders/anonymous.ts";
import { servicesFor } from "./senders/services.ts";
import { tokensFor } from "./senders/tokens.ts";
import { type AskedTargets, roleTargetsOf, type Target, targetOf, targetsOf } from "./targets.ts";

export interface Everyone {
  readonly callers: readonly Caller[];
  /** False: some callers or targets may be missing. */
  readonly complete: boolean;
  targetsOf(caller: Caller): readonly Target[];
}

export interface AskedRequests extends AskedTargets {
  /** Left out: only users and roles of accounts. */
  readonly types?: ReadonlySet<CallerType>;
}

const ACCOUNTS: ReadonlySet<CallerType> = new Set(["account"]);

/** `only`: if given, these callers and no others. */
export function everyone(
  document: Document,
  ours: Ours,
  asked: AskedRequests,
  steps: Budget,
  only?: readonly Caller[],
): Everyone {
  if (document.policy === "identity" && !mayAssumeRole(document)) return { ...NOBODY, targetsOf: () => [] };
  const { callers, complete } =
    only === undefined ? callersOfTypes(document, ours, asked, steps) : { callers: only, complete: true };
  if (document.policy === "identity") {
    const targets = roleTargetsOf(document, ours, asked, steps);
    const deputies = deputiesAmong(callers, document, ours);
    return { callers: deputies, complete: complete && targets.complete, targetsOf: () => targets.list };
  }
  if (document.policy !== "trust") {
    const targets = targetsOf(document, asked, steps);
    return { callers, complete: complete && targets.complete, targetsOf: () => targets.list };
  }
  const known = new Map<string, readonly Target[]>(
    Object.values(ASSUMING).map((action) => [action, [targetOf(action, document)]]),
  );
  return { callers, complete, targetsOf: (caller) => known.get(assumingAction(caller)) ?? [] };
}

function callersOfTypes(document: Document, ours: Ours, { types = ACCOUNTS }: AskedRequests, steps: Budget): Callers {
  const found = types.has("account") ? callersOf(document, ours, steps) : NOBODY;
  // Nobody without credentials can assume a role or have an identity policy.
  const anonymous = types.has("anonymous") && servesAnyone(document) ? [ANONYMOUS] : [];
  const services = types.has("service") ? servicesFor(document, ours, steps) : NOBODY;
  const tokens = types.has("federated") && document.policy === "trust" ? tokensFor(document) : [];
  return {
    callers: [...anonymous, ...tokens, ...services.callers, ...found.callers],
    complete: found.complete && services.complete,
  };
}

const NOBODY: Callers = { callers: [], complete: true };

/** https://docs.aws.amazon.com/STS/latest/APIReference/API_Operations.html: whoever has credentials, a token or an assertion has one way to a role. */
const ASSUMING = {
  credentials: "sts:AssumeRole",
  oidc: "sts:AssumeRoleWithWebIdentity",
  saml: "sts:AssumeRoleWithSAML",
} as const;

/** The action by which a caller assumes a role. */
export function assumingAction(caller: Caller): string {
  return ASSUMING[protocolOf(caller)];
}

function protocolOf({ token }: Caller): keyof typeof ASSUMING {
  return token?.protocol ?? "credentials";
}

/**
 * Services that serve requests without a signature where the policy of a resource lets everyone in; to the others "*" is everyone
 * with an account: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html, "All principals".
 */
const UNSIGNED = new Set([
  ...["s3", "sqs", "sns", "lambda", "execute-api", "es", "elasticfilesystem", "cloudsearch", "mediastore"],
  ...["mediapackagev2", "rum", "vpc-lattice"],
]);

function servesAnyone({ policy, service }: Document): boolean {
  return policy === "resource" && (service === undefined || UNSIGNED.has(service));
}
