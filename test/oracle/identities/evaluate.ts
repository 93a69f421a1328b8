// Which roles an identity policy allows to be assumed, and which rules must speak of it: brute force, straight from AWS's documentation, nothing of src/iam.

import { shapeOf } from "../carried.ts";
import { and, meets, not, or, substituted, type Truth } from "../conditions.ts";
import { list, type Request, type Texts } from "../request.ts";

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

/** A role of the account that the policy is in assumes a role. */
export interface RoleRequest {
  /** The account that the policy is in. */
  readonly own: string;
  /** Undefined: the account may be in none. */
  readonly home: string | undefined;
  readonly account: string;
  /** "role/path/name" */
  readonly name: string;
  /** Of the account that the role is in. */
  readonly organization: string | undefined;
  readonly id: string | undefined;
  readonly session: string;
  /** Of who asks. */
  readonly tag: string | undefined;
}

export const OWN = "999988887777";
const ORGANIZATION = "o-own1234567";
/** Where the policy may be deployed to, which nothing says. */
const ANOTHER_OWN = "800000000008";
const OURS = [OWN, ANOTHER_OWN, "222233334444"];
/** Of them no policy that is drawn names one. */
const STRANGERS = ["177711112222", "677711112222", "999977771111"];
const NAMED = ["123123123123", "444455556666"];
const SINGLE = "111122223333";
const ORGANIZATIONS = [undefined, ORGANIZATION, "o-else123456", "o-third77777"];
/** Names that no policy that is drawn has a letter of. */
const UNFORESEEN = ["role/zzzzzzzzzzzz", "role/zzzzzzzz/zzzzzzzz"];
const NAMES = [
  ...UNFORESEEN,

  "role/Example",
  "role/ExampleA",
  "role/path/Example",
  "role/path/zzzz",
  "role/red",
];
const IDS = [undefined, "id-1", "ID-1", "zzzz", OWN, ANOTHER_OWN, "red"];

/** A rule that must report, or behind a question mark one that cannot tell. */
export function deputyRules(policy: IdentityPolicy): string[] {
  const written = JSON.stringify(policy);
  const isNamed = (account: string): boolean => written.includes(account);
  const found = { any: false as Truth, withoutId: false as Truth };
  for (const request of requests(policy, written)) {
    const { account, name, id, organization } = request;
    if (OURS.includes(account) || organization === ORGANIZATION) continue;
    const isAny = !isNamed(account) && UNFORESEEN.includes(name);
    const isWithout = id === undefined && !(account === SINGLE && isNamed(account));
    if (!isAny && !isWithout) continue;
    const truth = isAllowed(policy, request);
    if (isAny) found.any = or([found.any, truth]);
    if (isWithout) found.withoutId = or([found.withoutId, truth]);
  }
  const told = (truth: Truth, rule: string) => (truth === false ? [] : [truth === true ? rule : `?${rule}`]);
  return [...told(found.any, "deputy-assumes-anything"), ...told(found.withoutId, "deputy-omits-external-id")].sort();
}

/** A path may hold colons, which a star at the end of a part of an ARN goes beyond: names that two resources match, be it that neither begins as a role's. */
function namesIn({ Statement }: IdentityPolicy): string[] {
  const ends = Statement.flatMap(({ Resource, NotResource }) => [...list(Resource), ...list(NotResource)]).flatMap(
    (arn) => arn.split(":").slice(5).join(":").replaceAll("*", "zz") || [],
  );
  const pairs = ends.flatMap((one) => ends.flatMap((other) => [`${one}:${other}`, `${one}/:${other}`]));
  const both = [...ends, ...pairs].flatMap((name) => [name, `role/:${name}`]);
  return [...new Set([...NAMES, ...ends, ...both])].filter((name) =>
    /^role\/(?:[!-~]+\/)?[\w+=,.@-]{1,64}$/.test(name),
  );
}

function* requests(policy: IdentityPolicy, written: string): Generator<RoleRequest> {
  const speaks = (key: string) => written.toLowerCase().includes(key);
  const literals = policy.Statement.flatMap(({ Condition = {} }) =>
    Object.values(Condition).flatMap((keys) => list(keys["sts:ExternalId"])),
  );
  const ids = speaks("sts:externalid")
    ? [...new Set([...IDS, ...literals.filter((one) => shapeOf("sts:externalid").test(one))])]
    : [undefined];
  const sessions = speaks("rolesessionname") ? ["zzzz", "red", "id-1"] : ["zzzz"];
  const tags = speaks("principaltag") ? [undefined, "red", "id-1", "zzzz", "123123123123", STRANGERS[1]] : [undefined];
  const owns = speaks("principalaccount") ? [OWN, ANOTHER_OWN] : [OWN];
  const homes = speaks("principalorgid") ? [ORGANIZATION, undefined] : [ORGANIZATION];
  const names = namesIn(policy);
  const accounts = [...OURS, ...STRANGERS, ...NAMED, SINGLE, ...(written.match(/(?<!\d)\d{12}(?!\d)/g) ?? [])];
  for (const [, digits = ""] of written.matchAll(/:(\d+)\*:/g)) accounts.push(`${digits}77711112222`.slice(0, 12));
  for (const account of new Set(accounts)) {
    const organizations = OURS.includes(account) ? [ORGANIZATION] : ORGANIZATIONS;
    for (const organization of organizations)
      for (const name of names)
        for (const id of ids)
          for (const session of sessions)
            for (const tag of tags)
              for (const own of owns)
                for (const home of homes) yield { own, home, account, name, organization, id, session, tag };
  }
}

const NOBODY = { principal: "", session: "", uniqueId: "", time: 0, sends: {} };

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html */
function asked({ own, home, account, organization, id, session, tag }: RoleRequest): Request {
  const some = (text: string | undefined): readonly string[] => (text === undefined ? [] : [text]);
  return {
    ...NOBODY,
    only: {
      "sts:externalid": some(id),
      "sts:rolesessionname": [session],
      "aws:resourceaccount": [account],
      "aws:resourceorgid": some(organization),
      "aws:resourceorgpaths": some(organization && `${organization}/r-ab12/`),
      "aws:principalaccount": [own],
      "aws:principalorgid": some(home),
      "aws:principaltag/team": some(tag),
      "aws:securetransport": ["true"],
    },
  };
}

function isAllowed({ Version, Statement }: IdentityPolicy, request: RoleRequest): Truth {
  const context = asked(request);
  const said = (effect: string): Truth =>
    or(
      Statement.filter(({ Effect }) => Effect === effect).map((one) =>
        applies(one, request, context, Version === "2012-10-17"),
      ),
    );
  return and([said("Allow"), not(said("Deny"))]);
}

function applies(one: IdentityStatement, { account, name }: RoleRequest, context: Request, variables: boolean): Truth {
  const { Action, NotAction, Resource, NotResource, Condition = {} } = one;
  const arn = `arn:aws:iam::${account}:${name}`;
  const isAction = (pattern: string) => fits(pattern.toLowerCase(), "sts:assumerole");
  // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html: a variable without a value matches nothing.
  const isResource = (pattern: string): Truth => {
    // Which tags somebody of ours has, the policy does not say.
    if (variables && pattern.includes("${aws:PrincipalTag")) return undefined;
    const text = substituted(pattern, context, variables, true);
    return text !== undefined && fits(text.replaceAll("\u0001", "*").replaceAll("\u0002", "?"), arn);
  };
  if (Action === undefined ? list(NotAction).some(isAction) : !list(Action).some(isAction)) return false;
  return and([
    Resource === undefined ? not(or(list(NotResource).map(isResource))) : or(list(Resource).map(isResource)),
    ...Object.entries(Condition).flatMap(([operator, keys]) =>
      Object.entries(keys).map(([key, texts]) => meets(operator, key, texts, context, variables)),
    ),
  ]);
}

function fits(pattern: string, text: string): boolean {
  const source = pattern
    .replace(/[.+^${}()|[\]\\]/g, "\\$&")
    .replaceAll("*", ".*")
    .replaceAll("?", ".");
  return new RegExp(`^${source}$`).test(text);
}
