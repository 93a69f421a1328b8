// Whether a policy lets in one concrete request that is not a user's or role's to assume a role: brute force, straight from AWS's documentation, nothing of src/iam.

import { and, meets, not, or, type Truth } from "../conditions.ts";
import { list, type Request, type Statement, type Texts } from "../request.ts";

export interface CallStatement extends Statement {
  readonly NotPrincipal?: Statement["Principal"];
  readonly Resource?: Texts;
  readonly NotResource?: Texts;
}

export interface CallPolicy {
  readonly Version: string;
  readonly Statement: readonly CallStatement[];
}

export interface Call {
  readonly type: "account" | "anonymous" | "federated" | "service";
  /** ARN of a role or of a provider, name of a service, or `*`. */
  readonly principal: string;
  readonly action: string;
  readonly resource?: string;
  /** Keys in lower case. */
  readonly carries: Readonly<Record<string, Texts>>;
}

const NOBODY: Request = { principal: "", session: "", uniqueId: "", time: 0, sends: {} };

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html */
export function evaluateCall({ Version, Statement }: CallPolicy, call: Call): Truth {
  const request: Request = { ...NOBODY, only: call.carries };
  const said = (effect: string): Truth =>
    or(
      Statement.filter(({ Effect }) => Effect === effect).map(({ Condition = {}, ...one }) =>
        and([
          isPrincipal(one, call),
          one.Action === undefined
            ? not(isOneOf(one.NotAction, call.action, "i"))
            : isOneOf(one.Action, call.action, "i"),
          isOn(one, call.resource),
          ...Object.entries(Condition).flatMap(([operator, keys]) =>
            Object.entries(keys).map(([key, texts]) => meets(operator, key, texts, request, Version === "2012-10-17")),
          ),
        ]),
      ),
    );
  return and([said("Allow"), not(said("Deny"))]);
}

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html */
function isPrincipal({ Principal, NotPrincipal }: CallStatement, call: Call): Truth {
  return NotPrincipal === undefined ? isAmong(Principal, call) : not(isAmong(NotPrincipal, call));
}

function isAmong(principal: Statement["Principal"], { type, principal: caller }: Call): Truth {
  // Of tokens AWS says nothing where everyone is meant.
  const everyone = type === "federated" ? undefined : true;
  if (principal === "*") return everyone;
  if (typeof principal !== "object") return undefined;
  const account = caller.split(":")[4];
  const accounts = list(principal.AWS).map((element): Truth => {
    if (element === "*") return everyone;
    return (
      type === "account" && (element === caller || element === account || element === `arn:aws:iam::${account}:root`)
    );
  });
  return or([
    ...accounts,
    ...list(principal.Service).map((one) => type === "service" && one === caller),
    ...list(principal.Federated).map((one) => type === "federated" && one === caller),
  ]);
}

function isOn({ Resource, NotResource }: CallStatement, resource: string | undefined): Truth {
  if (resource === undefined) return true;
  if (NotResource !== undefined) return not(isOneOf(NotResource, resource, ""));
  return Resource === undefined || isOneOf(Resource, resource, "");
}

function isOneOf(patterns: Texts | undefined, text: string, flags: string): boolean {
  return list(patterns).some((pattern) => {
    const escaped = pattern.replace(/[.+^${}()|[\]\\]/g, "\\$&");
    return new RegExp(`^${escaped.replaceAll("*", "[^]*").replaceAll("?", "[^]")}$`, flags).test(text);
  });
}

/** Every text that the conditions on a key spell out. */
export function textsOn({ Statement }: CallPolicy, key: string): string[] {
  return Statement.flatMap(({ Condition = {} }) =>
    Object.values(Condition).flatMap((keys) =>
      Object.entries(keys).flatMap(([name, texts]) => (name.toLowerCase() === key ? list(texts) : [])),
    ),
  );
}

/** Texts that each of the patterns matches. */
export function filledIn(patterns: readonly string[], fillings: readonly string[]): string[] {
  return patterns.flatMap((pattern) =>
    fillings.map((filling) => pattern.replaceAll("*", filling).replaceAll("?", filling.slice(0, 1) || "q")),
  );
}
