// Which roles an identity policy allows to be assumed, and which rules must speak of it: brute force, straight from AWS's documentation, nothing of src/iam.

import { list, type Texts } from "../request.ts";

export interface IdentityStatement {
  readonly Effect: string;
  readonly Action?: Texts;
  readonly NotAction?: Texts;
  readonly Resource?: Texts;
  readonly NotResource?: Texts;
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, Texts>>>>;
}

export interface IdentityPolicy {
  readonly Version: string;
  readonly Statement: readonly IdentityStatement[];
}

interface RoleRequest {
  readonly account: string;
  readonly name: string;
  readonly id: string | undefined;
}

const OURS = ["999988887777", "222233334444"];
/** Of them no policy that is drawn names one. */
const STRANGERS = ["177711112222", "677711112222", "999977771111"];
const NAMED = ["123123123123", "444455556666"];
const SINGLE = "111122223333";
/** Names that no policy that is drawn has a letter of. */
const UNFORESEEN = ["role/zzzzzzzzzzzz", "role/zzzzzzzz/zzzzzzzz"];
const NAMES = [...UNFORESEEN, "role/Example", "role/ExampleA", "role/path/Example", "role/path/zzzz"];
const IDS = [undefined, "id-1", "zzzz"];

export function deputyRules(policy: IdentityPolicy): string[] {
  const written = JSON.stringify(policy);
  const isNamed = (account: string): boolean => written.includes(account);
  const allowed = [...requests()].filter((request) => isAllowed(policy, request));
  const others = allowed.filter(({ account }) => !OURS.includes(account));
  const any = others.some(({ account, name }) => !isNamed(account) && UNFORESEEN.includes(name));
  const withoutId = others.some(({ account, id }) => id === undefined && !(account === SINGLE && isNamed(account)));
  return [...(any ? ["deputy-assumes-anything"] : []), ...(withoutId ? ["deputy-omits-external-id"] : [])];
}

function* requests(): Generator<RoleRequest> {
  for (const account of [...OURS, ...STRANGERS, ...NAMED, SINGLE])
    for (const name of NAMES) for (const id of IDS) yield { account, name, id };
}

function isAllowed({ Statement }: IdentityPolicy, request: RoleRequest): boolean {
  const speaking = Statement.filter((one) => speaks(one, request));
  return speaking.some(({ Effect }) => Effect === "Allow") && speaking.every(({ Effect }) => Effect === "Allow");
}

function speaks(one: IdentityStatement, request: RoleRequest): boolean {
  const { Action, NotAction, Resource, NotResource, Condition = {} } = one;
  const arn = `arn:aws:iam::${request.account}:${request.name}`;
  const isAction = (pattern: string) => fits(pattern.toLowerCase(), "sts:assumerole");
  const isResource = (pattern: string) => fits(pattern, arn);
  if (Action === undefined ? list(NotAction).some(isAction) : !list(Action).some(isAction)) return false;
  if (Resource === undefined ? list(NotResource).some(isResource) : !list(Resource).some(isResource)) return false;
  return Object.entries(Condition).every(([operator, keys]) =>
    Object.entries(keys).every(([key, texts]) => meets(operator, key, list(texts), request)),
  );
}

function meets(operator: string, key: string, texts: readonly string[], { account, id }: RoleRequest): boolean {
  const value = key === "sts:ExternalId" ? id : account;
  if (operator === "Null") return texts.includes(value === undefined ? "true" : "false");
  const name = operator.replace("IfExists", "");
  const isNegated = name.includes("Not");
  if (value === undefined) return isNegated || name !== operator;
  const found = texts.some((text) => (name.endsWith("Like") ? fits(text, value) : text === value));
  return found !== isNegated;
}

function fits(pattern: string, text: string): boolean {
  const source = pattern
    .replace(/[.+^${}()|[\]\\]/g, "\\$&")
    .replaceAll("*", ".*")
    .replaceAll("?", ".");
  return new RegExp(`^${source}$`).test(text);
}
