// Which policies leave nothing to doubt: all that they say AWS defines, and every third party can meet it or not.

import type { Config } from "../../src/config/config.ts";
import { MULTIVALUED, type Policy } from "./request.ts";
import { conditionsOf, principalsOf } from "./verdicts.ts";

const OPEN_KEYS =
  /^aws:(sourceip|vpcsourceip|sourcevpc|sourcevpce|currenttime|epochtime|resource.*|requesttag\/level|multifactorauthage|tokenissuetime|viaawsservice|calledvia.*)$|^example:/;

export function isDefined(policy: Policy, config: Config): boolean {
  const conditions = conditionsOf(policy);
  const seen = conditions.map(({ key }) => key);
  const ours = config.organizationIds ?? [];
  return (
    !principalsOf(policy).some((element) => /^A(ROA|IDA)/.test(element)) &&
    // While no vendor is declared, two accounts of a single-tenant vendor are a question to the user.
    ((config.vendors ?? []).length > 0 || config.tenancy !== "single") &&
    (ours.length > 0 || !seen.some((key) => key.startsWith("aws:principalorg"))) &&
    conditions.every(({ operator, key, values }) => {
      if (OPEN_KEYS.test(key) || (key === "aws:userid" && /ABCDEFGHIJKLMNOP/.test(String(values)))) return false;
      if (values.length === 0 || /^ForAnyValue:.*IfExists$/.test(operator)) return false;
      if (/^Arn|:Arn/.test(operator) && values.some((value) => /[*?]/.test(value) && value.split(":").length < 6))
        return false;
      return !MULTIVALUED.has(key) || /^For|Null/.test(operator);
    })
  );
}
