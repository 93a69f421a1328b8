// Condition keys as data: who controls each one when an IAM user or role session of some account calls STS.

/**
 * - derived: follows from the caller (his account, ARN, organization …)
 * - caller: the caller can bring any value from his own account
 * - network: needs a certain network or machine; an outsider may not be on it, a deputy calls from his own
 * - time: the clock
 * - never: absent when an IAM principal calls directly; only AWS services send it
 * - fixed: the same for every such call; `value` says what
 * - role: a property of the role, not of the caller
 */
export type Control = "derived" | "caller" | "network" | "time" | "never" | "fixed" | "role";

export interface ConditionKey {
  /** Lower case; `/*` at the end stands for any tag key. */
  readonly name: string;
  readonly control: Control;
  /** True: part of every request. Otherwise a caller may leave it out. */
  readonly always?: boolean;
  readonly multivalued?: boolean;
  readonly value?: string;
  /** All that a request can bring for it. */
  readonly values?: readonly string[];
  /** Characters and least length of a value; any text where left out. */
  readonly grammar?: { readonly characters: RegExp; readonly least: number };
  /** Sending it takes a second permission in the trust policy. */
  readonly companion?: "sts:TagSession" | "sts:SetSourceIdentity";
  readonly source: string;
}

const GLOBAL = "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html";
const STS_KEYS = "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html";
const ASSUME_ROLE = "https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html";
const SESSION_TAGS = "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_session-tags.html";
const SOURCE_IDENTITY =
  "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_temp_control-access_monitor.html";

const NAME = /[\w+=,.@-]/;

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
    grammar: { characters: /[\w+=,.@:/-]/, least: 2 },
    source: ASSUME_ROLE,
  },
  {
    name: "sts:rolesessionname",
    control: "caller",
    always: true,
    grammar: { characters: NAME, least: 2 },
    source: ASSUME_ROLE,
  },
  {
    name: "sts:sourceidentity",
    control: "caller",
    grammar: { characters: NAME, least: 2 },
    companion: "sts:SetSourceIdentity",
    source: SOURCE_IDENTITY,
  },
  {
    name: "aws:sourceidentity",
    control: "caller",
    grammar: { characters: NAME, least: 2 },
    companion: "sts:SetSourceIdentity",
    source: SOURCE_IDENTITY,
  },
  {
    name: "aws:requesttag/*",
    control: "caller",
    companion: "sts:TagSession",
    source: SESSION_TAGS,
  },
  { name: "aws:tagkeys", control: "caller", multivalued: true, companion: "sts:TagSession", source: SESSION_TAGS },
  {
    name: "sts:transitivetagkeys",
    control: "caller",
    multivalued: true,
    companion: "sts:TagSession",
    source: SESSION_TAGS,
  },
  { name: "aws:principaltag/*", control: "caller", source: GLOBAL },
  { name: "sts:durationseconds", control: "caller", source: STS_KEYS },
  { name: "aws:multifactorauthpresent", control: "caller", values: ["true", "false"], source: GLOBAL },
  { name: "aws:multifactorauthage", control: "caller", grammar: { characters: /\d/, least: 1 }, source: GLOBAL },
  { name: "aws:tokenissuetime", control: "caller", source: GLOBAL },
  { name: "aws:federatedprovider", control: "caller", source: GLOBAL },
  { name: "aws:requestedregion", control: "caller", always: true, source: GLOBAL },
  { name: "aws:useragent", control: "caller", source: GLOBAL },
  { name: "aws:referer", control: "caller", source: GLOBAL },
  { name: "aws:assumedroot", control: "caller", source: GLOBAL },
  { name: "aws:ec2instancesourceprivateipv4", control: "caller", source: GLOBAL },
  { name: "glue:roleassumedby", control: "caller", source: GLOBAL },

  { name: "aws:ec2instancesourcevpc", control: "network", source: GLOBAL },
  { name: "ec2:sourceinstancearn", control: "network", source: GLOBAL },
  { name: "lambda:sourcefunctionarn", control: "network", source: GLOBAL },
  { name: "aws:sourceip", control: "network", source: GLOBAL },
  { name: "aws:vpcsourceip", control: "network", source: GLOBAL },
  { name: "aws:sourcevpc", control: "network", source: GLOBAL },
  { name: "aws:sourcevpcarn", control: "network", source: GLOBAL },
  { name: "aws:sourcevpce", control: "network", source: GLOBAL },
  { name: "aws:vpceaccount", control: "network", source: GLOBAL },
  { name: "aws:vpceorgid", control: "network", source: GLOBAL },
  { name: "aws:vpceorgpaths", control: "network", multivalued: true, source: GLOBAL },

  { name: "aws:currenttime", control: "time", always: true, source: GLOBAL },
  { name: "aws:epochtime", control: "time", always: true, source: GLOBAL },

  { name: "aws:sourceaccount", control: "never", source: GLOBAL },
  { name: "aws:sourcearn", control: "never", source: GLOBAL },
  { name: "aws:sourceorgid", control: "never", source: GLOBAL },
  { name: "aws:sourceorgpaths", control: "never", multivalued: true, source: GLOBAL },
  { name: "aws:principalservicename", control: "never", source: GLOBAL },
  { name: "aws:principalservicenameslist", control: "never", multivalued: true, source: GLOBAL },
  { name: "aws:calledvia", control: "never", multivalued: true, source: GLOBAL },
  { name: "aws:calledviafirst", control: "never", source: GLOBAL },
  { name: "aws:calledvialast", control: "never", source: GLOBAL },

  { name: "aws:principalisawsservice", control: "fixed", always: true, value: "false", source: GLOBAL },
  { name: "aws:viaawsservice", control: "fixed", always: true, value: "false", source: GLOBAL },
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

/** Whether it is there, and with which value, does not follow from who calls. */
export function isBrought(name: string): boolean {
  const control = conditionKey(name)?.control;
  return control !== "derived" && control !== "fixed";
}
