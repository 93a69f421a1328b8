// A request with another value under one key, and with all that this means for who calls.

import { accountOf, isRole, list, MULTIVALUED, nameOf, partitionOf, type Request, resourceOf } from "./request.ts";
import { settled } from "./ties.ts";

/** Unique ids of somebody's role and of somebody's user. */
export const UNIQUE_IDS = { role: "AROASOMEBODYSOMEBODY1", user: "AIDASOMEBODYSOMEBODY1" } as const;

type Change = (request: Request, values: readonly string[]) => Request | undefined;

/** The request of another caller; the id of a user is none of a role. */
export function by(request: Request, principal: string): Request {
  const other = { ...request, principal };
  const fits = request.uniqueId.startsWith("AROA") === isRole(other);
  return settled(fits ? other : { ...other, uniqueId: isRole(other) ? UNIQUE_IDS.role : UNIQUE_IDS.user });
}

/** An account of the caller's own partition. */
function arnOf({ principal }: Request, account: string, resource: string): string {
  return `arn:${partitionOf(principal)}:iam::${account}:${resource}`;
}

const organization: Change = (request, [text]) => {
  const { organization: _, ...rest } = request;
  if (text === undefined) return rest;
  const path = text.includes("/") ? text : `${text}/r-zz99/`;
  const [id = ""] = path.split("/");
  return /^o-[a-z0-9]+\/r-[a-z0-9]+\/(ou-[a-z0-9-]+\/)*$/.test(path)
    ? { ...rest, organization: { id, path } }
    : undefined;
};

const time: Change = (request, [text = ""]) => {
  const seconds = secondsOf(text);
  return seconds === undefined ? undefined : issuedBefore({ ...request, time: seconds });
};

export function secondsOf(text: string): number | undefined {
  const seconds = /^\d+$/.test(text) ? Number(text) : Date.parse(text) / 1000;
  return Number.isInteger(seconds) && seconds >= 0 && seconds < 250_000_000_000 ? seconds : undefined;
}

/** Credentials of another time were issued at that time. */
function issuedBefore(request: Request): Request {
  const { "aws:tokenissuetime": issued = [], ...sends } = request.sends;
  return list(issued).length > 0 ? { ...request, sends } : request;
}

/** What follows from the caller and the clock. */
const FOLLOWING: Readonly<Record<string, Change>> = {
  "aws:principalaccount": (request, [text = ""]) => by(request, arnOf(request, text, resourceOf(request.principal))),
  // Whoever is in another partition calls another role.
  "aws:principalarn": (request, [text = ""]) =>
    partitionOf(text) === partitionOf(request.principal) ? by(request, text) : undefined,
  "aws:principaltype": (request, [text]) => {
    const kind = text === "User" ? "user" : "role";
    return by(request, arnOf(request, accountOf(request.principal), `${kind}/${nameOf(request.principal)}`));
  },
  "aws:username": (request, [text]) =>
    by(request, arnOf(request, accountOf(request.principal), text === undefined ? "role/anything" : `user/${text}`)),
  "aws:userid": (request, [text = ""]) => {
    const [, uniqueId, session] = /^(A(?:ROA|IDA)[A-Z0-9]{17})(?::(.*))?$/.exec(text) ?? [];
    if (uniqueId === undefined || uniqueId.startsWith("AROA") !== isRole(request)) return undefined;
    if (isRole(request) !== (session !== undefined)) return undefined;
    return { ...request, uniqueId, ...(session === undefined ? {} : { session }) };
  },
  "aws:principalorgid": organization,
  "aws:principalorgpaths": organization,
  "aws:currenttime": time,
  "aws:epochtime": time,
  "aws:tokenissuetime": (request, [text]) => {
    const seconds = text === undefined ? undefined : secondsOf(text);
    if (text !== undefined && seconds === undefined) return undefined;
    const issued = seconds === undefined ? [] : new Date(seconds * 1000).toISOString().replace(".000Z", "Z");
    return settled({ ...request, sends: { ...request.sends, "aws:tokenissuetime": issued } }, "aws:tokenissuetime");
  },
};

/** The same for every call. */
const FIXED = /^aws:(securetransport|principalisawsservice|resource(account|orgid))$/;

/** Undefined: no request has it. No value: the key is not sent. */
export function changed(request: Request, key: string, values: readonly string[]): Request | undefined {
  if (FIXED.test(key)) return undefined;
  const following = FOLLOWING[key];
  if (following !== undefined) return following(request, values);
  const [first] = values;
  return settled(
    { ...request, sends: { ...request.sends, [key]: MULTIVALUED.has(key) ? values : (first ?? []) } },
    key,
  );
}
