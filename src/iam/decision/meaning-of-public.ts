// Whether a grant is what S3 calls public: settings that keep the public out leave any other as it is.

import { type Answer, type Doubt, isDoubt } from "../../values/doubt.ts";
import { type Condition, isKnownCondition } from "../language/condition.ts";
import type { Document } from "../language/document.ts";
import type { Statement } from "../language/statement.ts";
import { isVariable } from "../language/variables.ts";
import type { Grant } from "./grants.ts";

/**
 * Amazon S3 User Guide, "Blocking public access to your Amazon S3 storage", "The meaning of public": what is held to fixed values
 * of these is not, and neither is a grant for a service that is named.
 */
const FIXING = new Set([
  ...["aws:principalorgid", "aws:sourcearn", "aws:sourceaccount", "aws:sourceowner", "aws:userid"],
  ...["s3:x-amz-server-side-encryption-aws-kms-key-id", "s3:dataaccesspointarn", "s3:dataaccesspointaccount"],
]);

const OF_UNITS = "aws:principalorgpaths";
const UNITS: Doubt = {
  reason: "undefined-by-aws",
  source: "whether S3 takes the accounts of an organization's units for the public",
};

export function isOfPublic({ element, statement }: Grant, { statements }: Pick<Document, "statements">): Answer {
  if (element?.kind === "service") return false;
  const fixed = new Set([...fixedBy(statement), ...statements.filter(isOfEveryone).flatMap(fixedBy)]);
  if ([...fixed].some((key) => FIXING.has(key))) return false;
  return fixed.has(OF_UNITS) ? UNITS : true;
}

/** A Deny for whatever is otherwise fixes as much as an Allow. */
function isOfEveryone({ effect, principal, conditions }: Statement): boolean {
  const { negated, elements } = principal;
  return effect === "Deny" && !negated && elements.some(({ kind }) => kind === "anyone") && conditions.length === 1;
}

/** The keys that must have a value which is spelled out. */
function fixedBy({ effect, conditions }: Statement): readonly string[] {
  return conditions.filter(isKnownCondition).flatMap((one) => (isFixed(one, effect === "Deny") ? [one.key] : []));
}

/** "A fixed value is one that doesn't contain a wildcard (*) or an AWS Identity and Access Management Policy Variable." */
function isFixed({ use, values }: Condition, isNegated: boolean): boolean {
  const { operator, ifExists, quantifier } = use;
  if ((operator.negated === true) !== isNegated || isDoubt(values) || values.length === 0) return false;
  if (!isNegated && (ifExists || quantifier === "all")) return false;
  const isText = operator.family === "string" || operator.family === "arn";
  return isText && values.every(({ template }) => !template.some((piece) => isVariable(piece) || piece.wild));
}
