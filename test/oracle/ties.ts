// Which keys of a request hang together: what every request of a kind carries, what comes with another key, and what cannot be.

import { isRole, list, type Request, type Texts } from "./request.ts";

type Sends = Readonly<Record<string, Texts>>;
type Carried = ReadonlyMap<string, readonly string[]>;

/** Nobody holds temporary credentials for longer: https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_temp_request.html */
export const LIFETIME = 36 * 60 * 60;
const MFA = "aws:multifactorauthpresent";
const AGE = "aws:multifactorauthage";
const TOKEN = "aws:tokenissuetime";
const TAG_KEYS = "aws:tagkeys";
const TRANSITIVE = "sts:transitivetagkeys";
const VIA = "aws:viaawsservice";
const CALLED_VIA = /^aws:calledvia(first|last)?$/;
const ADDRESS = "aws:sourceip";
/** Of a request through a VPC endpoint, and of no other. */
const ENDPOINT: Readonly<Record<string, string>> = {
  "aws:sourcevpce": "vpce-0a1b2c3d4e5f67890",
  "aws:sourcevpc": "vpc-0a1b2c3d4e5f67890",
  "aws:vpcsourceip": "10.77.0.7",
};
const OF_ROLES = ["aws:sourceidentity", "aws:federatedprovider"];
const NEVER = ["sts:durationseconds", "sts:awsservicename"];
const ALWAYS = ["aws:useragent", "aws:requestedregion"];

function holds(sends: Sends, key: string): boolean {
  return list(sends[key]).length > 0;
}

function tagOf(key: string): string {
  return key.slice("aws:requesttag/".length);
}

function tagsIn(sends: Sends): string[] {
  return Object.keys(sends).filter((key) => key.startsWith("aws:requesttag/"));
}

function isAmong(tag: string, keys: readonly string[]): boolean {
  return keys.some((key) => key.toLowerCase() === tag.toLowerCase());
}

export function clock(seconds: number): string {
  return new Date(seconds * 1000).toISOString().replace(".000Z", "Z");
}

/**
 * What a request carries whether or not anybody speaks of it; `sends` says otherwise where it speaks.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html ("Availability")
 */
export function standing(request: Request): Record<string, Texts> {
  const { sends, time } = request;
  const isTemporary = isRole(request) || [MFA, AGE, TOKEN].some((key) => holds(sends, key));
  const isByMfa = list(sends[MFA])[0] === "true" || holds(sends, AGE);
  const isInside = comesInside(sends);
  const tags = tagsIn(sends).filter((key) => holds(sends, key));
  const keys = list(sends[TAG_KEYS]);
  const passed = [...new Set([...tags.map(tagOf), ...list(sends[TRANSITIVE])])];
  return {
    "aws:useragent": "aws-cli/2.0",
    "aws:requestedregion": "us-east-1",
    [VIA]: Object.keys(sends).some((key) => CALLED_VIA.test(key) && holds(sends, key)) ? "true" : "false",
    ...(isTemporary ? { [TOKEN]: clock(time - 60), [MFA]: isByMfa ? "true" : "false" } : {}),
    ...(isByMfa ? { [AGE]: "60" } : {}),
    ...(isInside ? ENDPOINT : { [ADDRESS]: "198.51.100.77" }),
    ...(passed.length > 0 ? { [TAG_KEYS]: passed } : {}),
    ...Object.fromEntries(keys.map((key) => [`aws:requesttag/${key.toLowerCase()}`, "some-value"])),
  };
}

/** The request with what it sends made to fit `pinned`, the key that has just been chosen, and the caller. */
export function settled(request: Request, pinned?: string): Request {
  const sends: Record<string, Texts> = { ...request.sends };
  const open = (keys: readonly string[]) => {
    for (const key of keys) if (key in sends && !holds(sends, key)) delete sends[key];
  };
  if (isRole(request)) open([TOKEN, MFA]);
  else for (const key of OF_ROLES) if (key in sends) sends[key] = [];
  if (pinned === MFA && list(sends[MFA])[0] !== "true" && AGE in sends) sends[AGE] = [];
  if (pinned === AGE && !holds(sends, AGE) && list(sends[MFA])[0] === "true") sends[MFA] = "false";
  if (holds(sends, AGE) && MFA in sends) sends[MFA] = "true";
  if (list(sends[MFA])[0] === "true") open([AGE]);
  if ([TOKEN, MFA, AGE].some((key) => key === pinned) && !isRole(request) && !holds(sends, pinned ?? "")) {
    if (pinned !== AGE) for (const key of [TOKEN, MFA, AGE]) if (key in sends) sends[key] = [];
  }
  if ([TOKEN, MFA, AGE].some((key) => holds(sends, key))) open([TOKEN, MFA]);
  settleTags(sends, pinned);
  settleNetwork(sends, pinned);
  if (Object.keys(sends).some((key) => CALLED_VIA.test(key) && holds(sends, key))) {
    if (pinned === VIA && list(sends[VIA])[0] === "false") {
      for (const key of Object.keys(sends)) if (CALLED_VIA.test(key)) sends[key] = [];
    } else if (VIA in sends) sends[VIA] = "true";
  }
  for (const key of [...ALWAYS, VIA]) open([key]);
  const [of, to] = [sends["aws:sourceidentity"], sends["sts:sourceidentity"]];
  if (list(of).length > 0 && list(to).length > 0) {
    if (pinned === "sts:sourceidentity") sends["aws:sourceidentity"] = to ?? [];
    else sends["sts:sourceidentity"] = of ?? [];
  }
  const issued = Date.parse(String(list(sends[TOKEN])[0])) / 1000;
  const isNow = issued <= request.time && issued >= request.time - LIFETIME;
  return { ...request, sends, ...(Number.isFinite(issued) && !isNow ? { time: issued } : {}) };
}

function settleTags(sends: Record<string, Texts>, pinned: string | undefined): void {
  if (!(TAG_KEYS in sends)) return;
  let keys = list(sends[TAG_KEYS]);
  for (const tag of tagsIn(sends)) {
    if (holds(sends, tag) && !isAmong(tagOf(tag), keys)) {
      if (pinned === TAG_KEYS) sends[tag] = [];
      else keys = [...keys, tagOf(tag)];
    } else if (!holds(sends, tag) && isAmong(tagOf(tag), keys)) {
      if (pinned === tag) keys = keys.filter((key) => key.toLowerCase() !== tagOf(tag));
      else delete sends[tag];
    }
  }
  if (TRANSITIVE in sends) {
    const transitive = list(sends[TRANSITIVE]);
    if (pinned === TRANSITIVE) keys = [...new Set([...keys, ...transitive])];
    else sends[TRANSITIVE] = transitive.filter((key) => keys.includes(key));
  }
  sends[TAG_KEYS] = keys;
}

function settleNetwork(sends: Record<string, Texts>, pinned: string | undefined): void {
  const inside = Object.keys(ENDPOINT);
  if (comesInside(sends, pinned)) {
    if (ADDRESS in sends) sends[ADDRESS] = [];
    for (const key of inside) if (!holds(sends, key)) delete sends[key];
  } else {
    for (const key of inside) if (key in sends) sends[key] = [];
    if (!holds(sends, ADDRESS)) delete sends[ADDRESS];
  }
}

/** Through an endpoint: as the chosen key says, or by what is sent of one, or for want of an address. */
function comesInside(sends: Sends, pinned?: string): boolean {
  if (pinned === ADDRESS) return !holds(sends, ADDRESS);
  if (pinned !== undefined && pinned in ENDPOINT) return holds(sends, pinned);
  const spoken = Object.keys(ENDPOINT).filter((key) => key in sends);
  return spoken.some((key) => holds(sends, key)) || (spoken.length === 0 && ADDRESS in sends && !holds(sends, ADDRESS));
}

/** Can all that the request carries come together? */
export function isTied(request: Request, carried: Carried): boolean {
  const has = (key: string) => (carried.get(key) ?? []).length > 0;
  const first = (key: string) => carried.get(key)?.[0] ?? "";
  const isByMfa = first(MFA) === "true";
  const age = Number(first(AGE));
  const issued = Date.parse(first(TOKEN)) / 1000;
  const keys = carried.get(TAG_KEYS) ?? [];
  const isInside = has("aws:sourcevpce");
  return [
    ALWAYS.every(has) && !NEVER.some(has),
    isRole(request) ? has(TOKEN) : !OF_ROLES.some(has),
    has(TOKEN) === has(MFA) && has(AGE) === isByMfa,
    !has(AGE) || (age >= 0 && age <= LIFETIME),
    !has(TOKEN) || (issued <= request.time && issued >= request.time - LIFETIME),
    new Set(keys.map((key) => key.toLowerCase())).size === keys.length,
    tagsIn(Object.fromEntries(carried)).every((tag) => has(tag) === isAmong(tagOf(tag), keys)),
    (carried.get(TRANSITIVE) ?? []).every((key) => keys.includes(key)),
    Object.keys(ENDPOINT).every((key) => has(key) === isInside) && has(ADDRESS) !== isInside,
    first(VIA) === "true" || ![...carried.keys()].some((key) => CALLED_VIA.test(key) && has(key)),
    !has("aws:sourceidentity") ||
      !has("sts:sourceidentity") ||
      first("aws:sourceidentity") === first("sts:sourceidentity"),
  ].every(Boolean);
}
