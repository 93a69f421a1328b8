// Who may call and what he may send, drawn from the texts of a policy without regard to what they do there.

import type { Config } from "../../src/config/config.ts";
import { secondsOf, UNIQUE_IDS } from "./change.ts";
import { LATER } from "./reported.ts";
import {
  accountOf,
  isCaller,
  MULTIVALUED,
  NEVER,
  nameOf,
  OWN,
  PARTITIONS,
  type Policy,
  partitionOf,
  type Request,
  resourceOf,
  type Texts,
} from "./request.ts";
import { clock, LIFETIME } from "./ties.ts";
import { conditionsOf, principalsOf, valuesOf } from "./verdicts.ts";

/** Everything of a request but what it sends. */
export type Base = Omit<Request, "sends">;

const STRANGERS = ["600000000006", "314159265358"];
const SESSION = "some-session";
const FILLINGS = ["", "x", "other-7", "a/b"];
const VARIABLE = /\$\{[^}]*\}/g;
const NETWORK = /^aws:(sourceip|vpcsourceip|sourcevpc|sourcevpce)$/;
const FOLLOWS =
  /^aws:(principal(account|arn|type|orgid|orgpaths|isawsservice)|userid|username|currenttime|epochtime|securetransport|resource(account|orgid))$/;
const SENT =
  /^(sts:(externalid|rolesessionname|sourceidentity|transitivetagkeys)|aws:(sourceidentity|tagkeys|multifactorauth(present|age)|tokenissuetime|useragent|requestedregion|requesttag\/.*|principaltag\/.*))$/;
const OUTSIDE = ["198.51.100.77", "2a00::77"];

function unique<T>(items: readonly T[]): T[] {
  return [...new Set(items)];
}

/** Words that a pattern may match; policy variables stand for anything. */
function filled(pattern: string): string[] {
  return FILLINGS.map((filling) =>
    pattern
      .replace(/\$\{([*?$])\}/g, "$1")
      .replace(VARIABLE, filling)
      .replaceAll("*", filling)
      .replaceAll("?", "q"),
  );
}

function accountsOf(policy: Policy, config: Config): string[] {
  const patterns = [
    ...valuesOf(policy, "aws:principalaccount"),
    ...valuesOf(policy, "aws:principalarn").map(accountOf),
  ];
  const filledIn = patterns.map((pattern) => {
    const open = pattern.replaceAll("?", "7");
    return open.replace("*", "3".repeat(Math.max(0, 12 - open.replaceAll("*", "").length))).replaceAll("*", "");
  });
  const known = [
    ...(config.accounts?.organization ?? []),
    ...(config.vendors ?? []).flatMap(({ accounts = [] }) => accounts),
  ];
  const spelled = JSON.stringify(policy).match(/\d{12}/g) ?? [];
  return unique([OWN.account, ...known, ...spelled, ...filledIn, ...STRANGERS]).filter((account) =>
    /^\d{12}$/.test(account),
  );
}

/**
 * The role's own partition is that of the principals, which IAM takes from no other. Where no principal says, it is one that
 * a pattern on callers spells out, or the one that most roles are in, or any if a pattern leaves it open.
 */
export function partitionsOf(policy: Policy): readonly string[] {
  const named = principalsOf(policy).filter((text) => text.startsWith("arn:"));
  if (named.length > 0) return unique(named.map(partitionOf));
  const patterns = valuesOf(policy, "aws:principalarn");
  const isOpen = patterns.some((text) => /[*?]/.test(text.split(":").slice(0, 2).join(":")));
  const spelled = patterns.map((text) => partitionOf(text.toLowerCase()));
  const all: readonly string[] = PARTITIONS;
  return unique([...spelled, "aws", ...(isOpen ? all : [])]).filter((one) => all.includes(one));
}

function resourcesOf(policy: Policy): string[] {
  const named = principalsOf(policy).map(resourceOf);
  const roles = named.flatMap((resource) => /^assumed-role\/([^/]+)\//.exec(resource)?.[1] ?? []);
  const arns = valuesOf(policy, "aws:principalarn").flatMap(filled);
  const patterns = arns.map((arn) => resourceOf(arn) || arn.split(/[:/]/).at(-1) || "");
  const users = valuesOf(policy, "aws:username").flatMap(filled);
  const all = [
    ...["role/fresh", "user/fresh", "role/team/fresh", "role/anything", "user/anything"],
    ...[...named, ...patterns, ...users.map((name) => `user/${name}`)],
    ...roles.flatMap((role) => [`role/${role}`, `role/team/${role}`, `role/x/${role}`]),
  ];
  const placed = all.flatMap((text) => (/^(role|user)\//.test(text) ? [text] : [`role/${text}`, `user/${text}`]));
  return unique(placed).filter((text) => isCaller(`arn:aws:iam::${OWN.account}:${text}`));
}

function sessionsOf(policy: Policy): string[] {
  const named = principalsOf(policy).flatMap((arn) => (arn.includes(":assumed-role/") ? [nameOf(arn)] : []));
  const ids = valuesOf(policy, "aws:userid")
    .flatMap(filled)
    .map((id) => id.split(":")[1] ?? "");
  return unique([SESSION, ...named, ...ids]).filter((name) => /^[\w+=,.@-]{2,64}$/.test(name));
}

function organizationsOf(policy: Policy, config: Config): Request["organization"][] {
  if (!/aws:principalorg/i.test(JSON.stringify(policy))) return [undefined];
  const paths = valuesOf(policy, "aws:principalorgpaths").flatMap((pattern) =>
    ["", "r-zz99/", "r-zz99/ou-zz99-11111111/", "zforeign9/r-zz99/"].map((filling) => pattern.replaceAll("*", filling)),
  );
  const spelled = [
    ...(config.organizationIds ?? []),
    ...["o-zzforeign9", OWN.organization],
    ...valuesOf(policy, "aws:principalorgid").flatMap(filled),
  ];
  const plain = spelled.flatMap((id) => [id, id.toLowerCase()]).map((id) => `${id}/r-zz99/`);
  const possible = unique([...plain, ...paths]).filter((path) =>
    /^o-[a-z0-9]+\/r-[a-z0-9]+\/(ou-[a-z0-9-]+\/)*$/.test(path),
  );
  return [undefined, ...possible.map((path) => ({ id: path.split("/")[0] ?? "", path }))];
}

function timesOf(policy: Policy): number[] {
  const texts = [...valuesOf(policy, "aws:currenttime"), ...valuesOf(policy, "aws:epochtime")];
  const issued = valuesOf(policy, "aws:tokenissuetime").flatMap((text) => secondsOf(text) ?? []);
  const seconds = [...texts.flatMap((text) => secondsOf(text) ?? []), ...issued, ...issued.map((at) => at + LIFETIME)];
  return unique([LATER, ...seconds.flatMap((second) => [second - 1, second, second + 1])]);
}

export function bases(policy: Policy, config: Config): Base[] {
  const ids = [...principalsOf(policy), ...valuesOf(policy, "aws:userid")].flatMap(
    (text) => text.match(/A(ROA|IDA)[A-Z0-9]{12,}/g) ?? [],
  );
  const [sessions, organizations, times] = [sessionsOf(policy), organizationsOf(policy, config), timesOf(policy)];
  const resources = resourcesOf(policy);
  const prefixes = partitionsOf(policy).flatMap((partition) =>
    accountsOf(policy, config).map((account) => `arn:${partition}:iam::${account}`),
  );
  return prefixes.flatMap((prefix) =>
    resources.flatMap((resource) => {
      const role = resource.startsWith("role/");
      const own = [
        role ? UNIQUE_IDS.role : UNIQUE_IDS.user,
        ...unique(ids).filter((id) => id.startsWith("AROA") === role),
      ];
      return (role ? sessions : [SESSION]).flatMap((session) =>
        own.flatMap((uniqueId) =>
          organizations.flatMap((organization) =>
            times.map((time) => ({
              ...{ principal: `${prefix}:${resource}`, session, uniqueId, time },
              ...(organization === undefined ? {} : { organization }),
            })),
          ),
        ),
      );
    }),
  );
}

/** Keys that a caller can send or that the policy may know and we do not; the sources of policy variables first. */
export function sendable(policy: Policy): string[] {
  const sources = conditionsOf(policy).flatMap(({ values }) =>
    values.flatMap((value) =>
      (value.match(VARIABLE) ?? []).map((variable) => variable.slice(2, -1).split(",")[0]?.trim() ?? ""),
    ),
  );
  const keys = [...sources, "sts:rolesessionname", "sts:externalid", ...conditionsOf(policy).map(({ key }) => key)];
  return unique(keys.map((key) => key.toLowerCase())).filter(
    (key) => /:/.test(key) && !FOLLOWS.test(key) && !NEVER.has(key),
  );
}

/** What a key may carry, absence first. */
export function values(policy: Policy, key: string): Texts[] {
  const users = conditionsOf(policy).filter(({ values: texts }) =>
    texts.some((text) => text.toLowerCase().includes(`\${${key}`)),
  );
  const conditions = [...conditionsOf(policy).filter((condition) => condition.key === key), ...users];
  const spelled = [
    ...new Set(conditions.flatMap(({ operator, values: texts }) => (operator.includes("Null") ? [] : texts))),
  ];
  const numbers = spelled.map(Number).filter(Number.isFinite);
  const dates = conditions.some(({ operator }) => /Date/.test(operator))
    ? spelled.flatMap((text) => secondsOf(text) ?? [])
    : [];
  const singles = unique([
    ...dates.flatMap((at) => [at - 1, at, at + 1, at + LIFETIME, LATER - 60, LATER - LIFETIME].map(clock)),
    ...spelled.flatMap(filled).flatMap((text) => [text, text.toLowerCase(), text.toUpperCase()]),
    ...numbers.flatMap((number) => [number - 1, number - 0.5, number, number + 0.5, number + 1].map(String)),
    ...(conditions.some(({ operator }) => /IpAddress/.test(operator))
      ? [...spelled.map((text) => text.split("/")[0] ?? ""), ...OUTSIDE]
      : []),
    ...(conditions.some(({ operator }) => /Bool/.test(operator)) ? ["true", "false"] : []),
    "foreign-value",
  ]).filter((text) => text !== "");
  if (key === "sts:rolesessionname") return singles;
  if (!MULTIVALUED.has(key)) return [[], ...singles];
  const pairs = singles.slice(0, 4).flatMap((one, index, few) => few.slice(index + 1).map((other) => [one, other]));
  return [[], ...singles.map((one) => [one]), ...pairs];
}

/** Is it beyond doubt that a third party can send this: no network of his, no window of time, no key that we do not know? */
export function isCertain(policy: Policy, config: Config, request: Request, named: boolean): boolean {
  const { sends, time, uniqueId, organization } = request;
  const keys = Object.keys(sends);
  const sure = keys.every((key) => {
    if (SENT.test(key)) return true;
    if (key === "aws:viaawsservice") return String(sends[key]) === "false";
    if (NETWORK.test(key)) return sends[key]?.length === 0 || named || OUTSIDE.includes(String(sends[key]));
    return sends[key]?.length === 0 && !key.includes("resourcetag");
  });
  const ours = config.organizationIds ?? [];
  const told = organization === undefined || ours.length > 0 || !JSON.stringify(policy).includes(organization.id);
  const own: readonly string[] = Object.values(UNIQUE_IDS);
  return sure && told && time === LATER && own.includes(uniqueId);
}
