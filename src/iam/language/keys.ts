// Condition keys as data: who controls each one when an IAM user or role session of some account calls STS.

/**
 * - derived: follows from the caller: account, ARN, organization …
 * - caller: the caller can bring any value from their own account
 * - network: needs a certain network or machine; an outsider may not be on it, a deputy calls from its own
 * - time: the clock
 * - forwarded: tells of a call that an AWS service makes in the name of the caller; whether one does, nobody can tell
 * - never: absent when an IAM user or role assumes a role; only AWS services or other calls send it
 * - fixed: the same for every such call; `value` says what
 * - role: a property of the role, not of the caller
 */
export type Control = "derived" | "caller" | "network" | "time" | "forwarded" | "never" | "fixed" | "role";

export interface ConditionKey {
  /** Lower case; `/*` at the end stands for any tag key. */
  readonly name: string;
  readonly control: Control;
  /** True: part of every request; "role": of every one by a role's session. Otherwise a caller may leave it out. */
  readonly always?: boolean | "role";
  /** No request of an IAM user carries it. */
  readonly only?: "role";
  readonly tie?: Tie;
  readonly multivalued?: boolean;
  readonly value?: string;
  /** All that a request can bring for it. */
  readonly values?: readonly string[];
  /** Characters and length of a value; any text where left out. A class of Unicode takes long to make: it is made when asked for. */
  readonly grammar?: { readonly characters: () => RegExp; readonly least: number; readonly most: number };
  /** An IP address. */
  readonly address?: boolean;
  /** The numbers that a value may be. */
  readonly range?: { readonly least: number; readonly most: number };
  /** What only those bring who are on the network, whatever else is listed. */
  readonly within?: readonly string[];
  /** The account in it, which lets in whom it likes: nobody else brings it. */
  readonly account?: "whole" | "in ARN";
  /** AWS services send it when they call for themselves. */
  readonly service?: true;
  /** Sending it takes a second permission in the trust policy. */
  readonly companion?: "sts:TagSession" | "sts:SetSourceIdentity";
  readonly source: string;
}

/**
 * How a key hangs together with another one of the same request:
 * - exactly: there where the other is (with `value`, if it is given), and nowhere else
 * - only: not without the other
 * - unless: exactly where the other is not
 * - same: has the other's value if both are there
 * - among: its values are some of the other's
 */
export interface Tie {
  readonly how: "exactly" | "only" | "unless" | "same" | "among";
  /** Lower case. */
  readonly with: string;
  readonly value?: string;
}

/** Seconds that temporary credentials live at most; https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_temp_request.html */
export const LIFETIME = 36 * 60 * 60;

export const GLOBAL = "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html";
const STS_KEYS = "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html";
const ASSUME_ROLE = "https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html";
const FORWARDED = "https://docs.aws.amazon.com/IAM/latest/UserGuide/access_forward_access_sessions.html";
const SESSION_TAGS = "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_session-tags.html";
const SOURCE_IDENTITY =
  "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_temp_control-access_monitor.html";

const TAGS = "https://docs.aws.amazon.com/STS/latest/APIReference/API_Tag.html";

/** Of a session, and of a source identity. */
const NAME = { characters: () => /[\w+=,.@-]/, least: 2, most: 64 };
const TAG_CHARACTERS = () => /[\p{L}\p{Z}\p{N}_.:/=+\-@]/u;
const TAG_KEY = { characters: TAG_CHARACTERS, least: 1, most: 128 };
const TAG_VALUE = { characters: TAG_CHARACTERS, least: 0, most: 256 };

const VIA = "aws:viaawsservice";
/** Not every service that calls for somebody says that it does. */
const FORWARDING: Tie = { how: "only", with: VIA, value: "true" };
const ENDPOINT = "aws:sourcevpce";

export const CONDITION_KEYS: readonly ConditionKey[] = [
  { name: "aws:principalaccount", control: "derived", always: true, source: GLOBAL },
  { name: "aws:principalarn", control: "derived", always: true, source: GLOBAL },
  { name: "aws:principalorgid", control: "derived", source: GLOBAL },
  { name: "aws:principalorgpaths", control: "derived", multivalued: true, source: GLOBAL },
  { name: "aws:principaltype", control: "derived", always: true, source: GLOBAL },
  { name: "aws:userid", control: "derived", always: true, source: GLOBAL },
  { name: "aws:username", control: "derived", source: GLOBAL },

  {
    name: "sts:externalid",
    control: "caller",
    grammar: { characters: () => /[\w+=,.@:/-]/, least: 2, most: 1224 },
    source: ASSUME_ROLE,
  },
  {
    name: "sts:rolesessionname",
    control: "caller",
    always: true,
    grammar: NAME,
    source: ASSUME_ROLE,
  },
  {
    name: "sts:sourceidentity",
    control: "caller",
    grammar: NAME,
    // It cannot be changed once a session has one.
    tie: { how: "same", with: "aws:sourceidentity" },
    companion: "sts:SetSourceIdentity",
    source: SOURCE_IDENTITY,
  },
  {
    name: "aws:sourceidentity",
    control: "caller",
    only: "role",
    grammar: NAME,
    companion: "sts:SetSourceIdentity",
    source: SOURCE_IDENTITY,
  },
  // ties.ts says how tags and their keys hang together.
  {
    name: "aws:requesttag/*",
    control: "caller",
    grammar: TAG_VALUE,
    companion: "sts:TagSession",
    source: SESSION_TAGS,
  },
  {
    name: "aws:tagkeys",
    control: "caller",
    multivalued: true,
    grammar: TAG_KEY,
    companion: "sts:TagSession",
    source: SESSION_TAGS,
  },
  {
    name: "sts:transitivetagkeys",
    control: "caller",
    multivalued: true,
    grammar: TAG_KEY,
    tie: { how: "among", with: "aws:tagkeys" },
    companion: "sts:TagSession",
    source: SESSION_TAGS,
  },
  { name: "aws:principaltag/*", control: "caller", grammar: TAG_VALUE, source: TAGS },
  // A user has it with credentials of GetSessionToken, and not with keys of their own.
  { name: "aws:tokenissuetime", control: "caller", always: "role", source: GLOBAL },
  {
    name: "aws:multifactorauthpresent",
    control: "caller",
    always: "role",
    values: ["true", "false"],
    tie: { how: "exactly", with: "aws:tokenissuetime" },
    source: GLOBAL,
  },
  {
    name: "aws:multifactorauthage",
    control: "caller",
    grammar: { characters: () => /\d/, least: 1, most: 6 },
    range: { least: 0, most: LIFETIME },
    tie: { how: "exactly", with: "aws:multifactorauthpresent", value: "true" },
    source: GLOBAL,
  },
  { name: "aws:federatedprovider", control: "caller", only: "role", source: GLOBAL },
  {
    name: "aws:requestedregion",
    control: "caller",
    always: true,
    grammar: { characters: () => /[a-z\d-]/, least: 1, most: 64 },
    source: GLOBAL,
  },
  { name: "aws:useragent", control: "caller", always: true, source: GLOBAL },
  { name: "aws:referer", control: "caller", source: GLOBAL },
  { name: "aws:assumedroot", control: "caller", source: GLOBAL },
  {
    name: "aws:ec2instancesourceprivateipv4",
    control: "caller",
    address: true,
    only: "role",
    tie: { how: "exactly", with: "aws:ec2instancesourcevpc" },
    source: GLOBAL,
  },
  { name: "glue:roleassumedby", control: "caller", only: "role", source: GLOBAL },

  { name: "aws:ec2instancesourcevpc", control: "network", only: "role", source: GLOBAL },
  { name: "ec2:sourceinstancearn", control: "network", only: "role", source: GLOBAL },
  { name: "lambda:sourcefunctionarn", control: "network", only: "role", source: GLOBAL },
  // A request comes from an address, or else through a VPC endpoint.
  { name: ENDPOINT, control: "network", source: GLOBAL },
  { name: "aws:sourceip", control: "network", address: true, tie: { how: "unless", with: ENDPOINT }, source: GLOBAL },
  {
    name: "aws:vpcsourceip",
    control: "network",
    address: true,
    tie: { how: "exactly", with: ENDPOINT },
    source: GLOBAL,
  },
  { name: "aws:sourcevpc", control: "network", tie: { how: "exactly", with: ENDPOINT }, source: GLOBAL },
  { name: "aws:sourcevpcarn", control: "network", tie: { how: "only", with: ENDPOINT }, source: GLOBAL },
  { name: "aws:vpceaccount", control: "network", tie: { how: "only", with: ENDPOINT }, source: GLOBAL },
  { name: "aws:vpceorgid", control: "network", tie: { how: "only", with: ENDPOINT }, source: GLOBAL },
  {
    name: "aws:vpceorgpaths",
    control: "network",
    multivalued: true,
    tie: { how: "exactly", with: "aws:vpceorgid" },
    source: GLOBAL,
  },

  { name: "aws:currenttime", control: "time", always: true, source: GLOBAL },
  { name: "aws:epochtime", control: "time", always: true, source: GLOBAL },

  { name: "aws:sourceaccount", control: "never", service: true, source: GLOBAL },
  { name: "aws:sourcearn", control: "never", service: true, source: GLOBAL },
  { name: "aws:sourceorgid", control: "never", service: true, source: GLOBAL },
  { name: "aws:sourceorgpaths", control: "never", service: true, multivalued: true, source: GLOBAL },
  { name: "aws:principalservicename", control: "never", service: true, source: GLOBAL },
  { name: "aws:principalservicenameslist", control: "never", service: true, multivalued: true, source: GLOBAL },
  { name: "sts:durationseconds", control: "never", source: STS_KEYS },
  { name: "sts:awsservicename", control: "never", source: STS_KEYS },

  { name: VIA, control: "forwarded", always: true, values: ["false", "true"], source: FORWARDED },
  { name: "aws:calledvia", control: "forwarded", multivalued: true, tie: FORWARDING, source: FORWARDED },
  { name: "aws:calledviafirst", control: "forwarded", tie: FORWARDING, source: FORWARDED },
  { name: "aws:calledvialast", control: "forwarded", tie: FORWARDING, source: FORWARDED },

  { name: "aws:principalisawsservice", control: "fixed", service: true, always: true, value: "false", source: GLOBAL },
  { name: "aws:securetransport", control: "fixed", always: true, value: "true", source: GLOBAL },

  { name: "aws:resourceaccount", control: "role", source: GLOBAL },
  { name: "aws:resourceorgid", control: "role", source: GLOBAL },
  { name: "aws:resourceorgpaths", control: "role", multivalued: true, source: GLOBAL },
  { name: "aws:resourcetag/*", control: "role", source: GLOBAL },
  { name: "iam:resourcetag/*", control: "role", source: GLOBAL },
];

const byName = new Map(CONDITION_KEYS.map((key) => [key.name, key]));

/** Key names are case-insensitive. Undefined: a key that we do not know, which may be absent or have any value. */
export function conditionKey(name: string): ConditionKey | undefined {
  const lower = name.toLowerCase();
  const slash = lower.indexOf("/");
  return byName.get(lower) ?? (slash > 0 ? byName.get(`${lower.slice(0, slash)}/*`) : undefined);
}
