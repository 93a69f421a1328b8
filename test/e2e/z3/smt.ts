// The string fragment of trust policies as constraints for a solver: callers, external ids and accounts as strings and regular expressions.

import { list, type Policy, type Statement } from "../../oracle/request.ts";

/** Undefined: the policy says something that is not of the fragment. */
export function allowed({ Statement }: Policy): string | undefined {
  const said = (effect: string): (string | undefined)[] =>
    Statement.filter(({ Effect }) => Effect === effect).map(applies);
  const [permissions, denials] = [said("Allow"), said("Deny")];
  if ([...permissions, ...denials].includes(undefined)) return undefined;
  return `(and ${or(permissions)} (not ${or(denials)}))`;
}

/** A caller of none of the accounts. */
export function outside(accounts: readonly string[]): string {
  return `(not ${or(accounts.map((account) => inArn(`arn:aws:iam::${account}:*`)))})`;
}

/** What a user or role session can send: an ARN, and perhaps an external id. */
export const DECLARATIONS = `(declare-const arn String)(declare-const id String)(declare-const sent Bool)
(define-const name RegLan (re.union (re.range "a" "z") (re.range "A" "Z") (re.range "0" "9") ${chars("_+=,.@-")}))
(assert (str.in_re arn (re.++ (str.to_re "arn:aws:iam::") ((_ re.^ 12) (re.range "0" "9"))
  (re.union (str.to_re ":role/") (str.to_re ":user/")) (re.opt (re.++ (re.* (re.range "!" "~")) (str.to_re "/"))) (re.+ name))))
(assert (str.in_re id (re.++ (re.+ (re.union name ${chars(":/")})) (re.union name ${chars(":/")}))))`;

function chars(text: string): string {
  return [...text].map((char) => `(str.to_re "${char}")`).join(" ");
}

function applies({ Principal, Action, NotAction, Condition = {} }: Statement): string | undefined {
  const elements = typeof Principal === "object" ? list(Principal.AWS).map(element) : [undefined];
  const conditions = Object.entries(Condition).flatMap(([operator, keys]) =>
    Object.entries(keys).map(([key, texts]) => condition(operator, key.toLowerCase(), list(texts))),
  );
  if ([...elements, ...conditions].includes(undefined)) return undefined;
  const speaks = Action === undefined ? !covers(list(NotAction)) : covers(list(Action));
  return speaks ? `(and ${or(elements)} true ${conditions.join(" ")})` : "false";
}

function covers(patterns: readonly string[]): boolean {
  return patterns.some((pattern) =>
    new RegExp(`^${pattern.replaceAll("*", ".*").replaceAll("?", ".")}$`, "i").test("sts:AssumeRole"),
  );
}

function element(text: string): string | undefined {
  if (text === "*") return "true";
  if (/^\d{12}$/.test(text)) return inArn(`arn:aws:iam::${text}:*`);
  const account = /^arn:aws:iam::(\d{12}):root$/.exec(text)?.[1];
  if (account !== undefined) return inArn(`arn:aws:iam::${account}:*`);
  return /^arn:aws:iam::\d{12}:(role|user)\//.test(text) ? `(= arn "${text}")` : undefined;
}

function condition(operator: string, key: string, values: readonly string[]): string | undefined {
  const [, quantifier = "", negation = "", kind = "", ifExists = ""] =
    /^(ForAllValues:)?String(Not)?(Equals|Like)(IfExists)?$/.exec(operator) ?? [];
  if (kind === "" || values.length === 0 || values.some((value) => /["\\]|\$\{/.test(value))) return undefined;
  const wildcards = kind === "Like";
  const one = (value: string): string | undefined => {
    if (key === "sts:externalid") return `(str.in_re id ${regular(value, wildcards)})`;
    if (key === "aws:principalarn") return `(str.in_re arn ${regular(value, wildcards)})`;
    if (key !== "aws:principalaccount") return undefined;
    const account = regular(value, wildcards, '(re.range "0" "9")');
    return `(str.in_re arn (re.++ (str.to_re "arn:aws:iam::") ${account} (str.to_re ":") re.all))`;
  };
  const matches = values.map(one);
  if (matches.includes(undefined)) return undefined;
  const met = negation === "" ? or(matches) : `(not ${or(matches)})`;
  if (key !== "sts:externalid") return met;
  const absent = negation !== "" || quantifier !== "" || ifExists !== "";
  return `(ite sent ${met} ${absent})`;
}

function inArn(pattern: string): string {
  return `(str.in_re arn ${regular(pattern, true)})`;
}

function regular(pattern: string, wildcards: boolean, any = "re.allchar"): string {
  const parts = [...pattern].map((char) => {
    if (wildcards && char === "*") return `(re.* ${any})`;
    return wildcards && char === "?" ? any : `(str.to_re "${char}")`;
  });
  return `(re.++ (str.to_re "") (str.to_re "") ${parts.join(" ")})`;
}

function or(terms: readonly (string | undefined)[]): string {
  return `(or false ${terms.join(" ")})`;
}
