// Whether a trust policy lets one concrete request assume the role: brute force, straight from AWS's documentation, nothing of src/iam.

import { and, meets, not, or, type Truth } from "./conditions.ts";
import {
  accountOf,
  isRole,
  list,
  nameOf,
  type Policy,
  partitionOf,
  type Request,
  type Statement,
  type Texts,
} from "./request.ts";

export type Verdict = "allowed" | "denied" | "undefined";

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html: an explicit Deny wins, no Allow is a Deny. */
export function evaluate(policy: Policy, request: Request): Verdict {
  const truth = and(neededActions(request).map((action) => isAllowed(policy, action, request)));
  return truth === undefined ? "undefined" : truth ? "allowed" : "denied";
}

function isAllowed(policy: Policy, action: string, request: Request): Truth {
  const variables = policy.Version === "2012-10-17";
  const said = (effect: string): Truth =>
    or(
      policy.Statement.filter(({ Effect }) => Effect === effect).map((one) => applies(one, action, request, variables)),
    );
  return and([said("Allow"), not(said("Deny"))]);
}

/**
 * Passing session tags or a source identity takes a permission of its own:
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/id_session-tags.html
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_temp_control-access_monitor.html
 */
function neededActions({ sends }: Request): string[] {
  const sent = Object.keys(sends).filter((key) => list(sends[key]).length > 0);
  const tags = sent.some((key) => /^aws:requesttag\/|^aws:tagkeys$|^sts:transitivetagkeys$/.test(key));
  const identity = sent.some((key) => key === "sts:sourceidentity" || key === "aws:sourceidentity");
  return ["sts:AssumeRole", ...(tags ? ["sts:TagSession"] : []), ...(identity ? ["sts:SetSourceIdentity"] : [])];
}

export function applies(statement: Statement, action: string, request: Request, variables: boolean): Truth {
  const { Principal, Action, NotAction, Condition = {} } = statement;
  const named = Action === undefined ? !covers(NotAction, action) : covers(Action, action);
  const conditions = Object.entries(Condition).flatMap(([operator, keys]) =>
    Object.entries(keys).map(([key, texts]) => meets(operator, key, texts, request, variables)),
  );
  return and([isPrincipal(Principal, request), named, ...conditions]);
}

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_action.html: case does not count. */
function covers(patterns: Texts | undefined, action: string): boolean {
  return list(patterns).some((pattern) => {
    const source = pattern
      .replace(/[.+^${}()|[\]\\]/g, "\\$&")
      .replaceAll("*", ".*")
      .replaceAll("?", ".");
    return new RegExp(`^${source}$`, "i").test(action);
  });
}

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html */
function isPrincipal(principal: Statement["Principal"], request: Request): Truth {
  if (principal === undefined) return undefined;
  if (typeof principal === "string") return principal === "*" ? true : undefined;
  // Services, identity providers and canonical users are no IAM users or role sessions.
  return or(list(principal.AWS).map((element) => isElement(element, request)));
}

function isElement(element: string, request: Request): Truth {
  const { principal, session, uniqueId } = request;
  if (element === "*") return true;
  if (/^\d{12}$/.test(element)) return element === accountOf(principal);
  if (/^A(ROA|IDA)[A-Z0-9]{12,}$/.test(element)) return element === uniqueId;
  if (!element.startsWith("arn:") || /[*?]/.test(element)) return undefined;
  const [, partition, service, , account, resource = ""] = element.split(":");
  if (partition !== partitionOf(principal)) return false;
  if (resource === "root") return account === accountOf(principal);
  if (service === "sts") {
    const [kind, role, name] = resource.split("/");
    // Sessions of GetFederationToken cannot call STS.
    if (kind !== "assumed-role") return false;
    return isRole(request) && account === accountOf(principal) && role === nameOf(principal) && name === session;
  }
  return element === principal;
}
