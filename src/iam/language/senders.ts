// Who sends a condition key where it is no user or role that assumes a role: other callers, and requests to other resources.

import type { PolicyKind } from "../../policies/policy.ts";
import { type ConditionKey, type Control, conditionKey, GLOBAL } from "./keys.ts";

import { SERVICE_KEYS } from "./service-keys.ts";

/**
 * - account: a user or a role of an AWS account
 * - service: an AWS service that calls for itself, and acts for the account of whatever makes it call
 * - federated: whoever has a token or an assertion of an identity provider, and no credentials of AWS yet
 * - anonymous: anyone, without credentials
 */
export type CallerType = "account" | "service" | "federated" | "anonymous";

/** A condition key as a request of one kind carries it. Undefined: one that we do not know, which may be absent or have any value. */
export type Keys = (name: string) => ConditionKey | undefined;

type Row = Omit<ConditionKey, "source"> & { readonly source?: string };

const VARIABLES = "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html";
const STS = "https://docs.aws.amazon.com/service-authorization/latest/reference/list_awssecuritytokenservice.html";
const KMS = "https://docs.aws.amazon.com/kms/latest/developerguide/conditions-kms.html";
const SNS = "https://docs.aws.amazon.com/sns/latest/dg/sns-access-policy-use-cases.html";

const ACCOUNT = "aws:principalaccount";

/** Whose value is the account of a caller who is of one. */
export const ACCOUNT_KEYS = [ACCOUNT, "aws:sourceowner", "kms:calleraccount"];

export function accountKeys(policy: PolicyKind): readonly string[] {
  return policy === "resource" ? ACCOUNT_KEYS : [ACCOUNT];
}

/** Of whatever else than a role a request is about. */
const ON_RESOURCES: readonly Row[] = [
  ...SERVICE_KEYS,
  // Only requests to STS carry them.
  { name: "sts:externalid", control: "never", source: STS },
  { name: "sts:rolesessionname", control: "never", source: STS },
  { name: "sts:sourceidentity", control: "never", source: STS },
  { name: "sts:transitivetagkeys", control: "never", multivalued: true, source: STS },
  { name: "aws:sourceidentity", control: "caller", only: "role" },
  // Of what the request makes or tags: no permission of a session is needed.
  { name: "aws:requesttag/*", control: "caller" },
  { name: "aws:tagkeys", control: "caller", multivalued: true },
  // Some services take requests over HTTP.
  { name: "aws:securetransport", control: "caller", always: true, values: ["true", "false"] },
  { name: "aws:sourceowner", control: "derived", source: SNS },
  { name: "kms:calleraccount", control: "derived", source: KMS },
];

/** Without credentials: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html, "Where you can use policy variables". */
const OF_ANONYMOUS: readonly Row[] = [
  { name: "aws:principalaccount", control: "fixed", always: true, value: "anonymous" },
  { name: "aws:userid", control: "fixed", always: true, value: "anonymous", source: VARIABLES },
  { name: "aws:principaltype", control: "fixed", always: true, value: "Anonymous", source: VARIABLES },
  ...[
    ...["aws:principalarn", "aws:principalorgid", "aws:principalorgpaths", "aws:username", "aws:principaltag/*"],
    ...["aws:tokenissuetime", "aws:multifactorauthpresent", "aws:multifactorauthage", "aws:federatedprovider"],
    ...["aws:sourceidentity", "aws:assumedroot", "glue:roleassumedby", "aws:ec2instancesourceprivateipv4"],
    ...["aws:ec2instancesourcevpc", "ec2:sourceinstancearn", "lambda:sourcefunctionarn"],
    ...["aws:sourceowner", "kms:calleraccount"],
  ].map((name): Row => ({ name, control: "never" })),
  { name: "aws:viaawsservice", control: "fixed", always: true, value: "false" },
  ...["aws:calledvia", "aws:calledviafirst", "aws:calledvialast"].map((name): Row => ({ name, control: "never" })),
];

/** Requests with a token or an assertion are not signed: nobody of an account sends them. */
const OF_TOKENS: readonly Row[] = [
  { name: "sts:externalid", control: "never", source: STS },
  ...[
    ...["aws:principalarn", "aws:principalorgid", "aws:principalorgpaths", "aws:username", "aws:principaltag/*"],
    ...["aws:tokenissuetime", "aws:multifactorauthpresent", "aws:multifactorauthage", "aws:sourceidentity"],
    ...["aws:assumedroot", "glue:roleassumedby", "aws:ec2instancesourceprivateipv4", "aws:ec2instancesourcevpc"],
    ...["ec2:sourceinstancearn", "lambda:sourcefunctionarn", "aws:calledvia", "aws:calledviafirst"],
    ...["aws:calledvialast"],
  ].map((name): Row => ({ name, control: "never" })),
  { name: "aws:viaawsservice", control: "fixed", always: true, value: "false" },
];

/** A service that calls for itself is no principal of an account, and of no organization. */
const OF_SERVICES: readonly Row[] = [
  { name: "aws:sourceaccount", control: "caller" },
  { name: "aws:sourcearn", control: "caller" },
  { name: "aws:sourceorgid", control: "caller" },
  { name: "aws:sourceorgpaths", control: "caller", multivalued: true },
  { name: "aws:principalservicename", control: "derived" },
  { name: "aws:principalservicenameslist", control: "derived", multivalued: true },
  { name: "aws:principalisawsservice", control: "fixed", always: true, value: "true" },
  { name: "aws:securetransport", control: "fixed", always: true, value: "true" },
  ...[
    ...["aws:principalaccount", "aws:principalarn", "aws:principalorgid", "aws:principalorgpaths"],
    ...["aws:username", "aws:principaltag/*", "aws:tokenissuetime", "aws:multifactorauthpresent"],
    ...["aws:multifactorauthage", "aws:federatedprovider", "aws:sourceidentity", "aws:assumedroot"],
    ...["glue:roleassumedby", "aws:ec2instancesourceprivateipv4", "aws:ec2instancesourcevpc"],
    ...["ec2:sourceinstancearn", "lambda:sourcefunctionarn", "aws:sourceowner", "kms:calleraccount"],
    ...["aws:calledvia", "aws:calledviafirst", "aws:calledvialast"],
  ].map((name): Row => ({ name, control: "never" })),
  { name: "aws:viaawsservice", control: "fixed", always: true, value: "false" },
];

/** What nobody documents of them. */
const UNDOCUMENTED: Readonly<Partial<Record<CallerType, ReadonlySet<string>>>> = {
  federated: new Set(["aws:principalaccount", "aws:principaltype", "aws:userid", "aws:federatedprovider"]),
  service: new Set(["aws:principaltype", "aws:userid"]),
};

const OF_TYPES: Readonly<Partial<Record<CallerType, readonly Row[]>>> = {
  anonymous: OF_ANONYMOUS,
  federated: OF_TOKENS,
  service: OF_SERVICES,
};

const found = new Map<string, Keys>();

/** The table for requests of a kind. */
export function keysFor(type: CallerType, policy: PolicyKind): Keys {
  if (type === "account" && policy !== "resource") return conditionKey;
  const kind = `${type} ${policy}`;
  const known = found.get(kind);
  if (known !== undefined) return known;
  const rows = new Map(rowsFor(type, policy).map((row) => [row.name, { source: GLOBAL, ...row }]));
  const keys: Keys = (name) => {
    const lower = name.toLowerCase();
    if (UNDOCUMENTED[type]?.has(lower)) return undefined;
    const slash = lower.indexOf("/");
    const colon = lower.indexOf(":", lower.indexOf(":") + 1);
    return (
      rows.get(lower) ??
      (slash > 0 ? rows.get(`${lower.slice(0, slash)}/*`) : undefined) ??
      (colon > 0 ? rows.get(`${lower.slice(0, colon)}:*`) : undefined) ??
      conditionKey(lower)
    );
  };
  found.set(kind, keys);
  return keys;
}

/** Is there, of whoever calls from an account, nothing about its number in the key's value? */
export function showsNoAccount(name: string, policy: PolicyKind): boolean {
  const key = keysFor("account", policy)(name);
  return (
    key === undefined || (key.account === undefined && (OF_ANY_ACCOUNT.has(key.control) || OF_GROUPS.has(key.name)))
  );
}

const OF_ANY_ACCOUNT: ReadonlySet<Control> = new Set<Control>([
  ...(["caller", "network", "time", "forwarded", "never", "fixed"] as const),
]);
/** What follows from the caller, and not from the account alone. */
const OF_GROUPS: ReadonlySet<string> = new Set(["aws:principalorgid", "aws:principalorgpaths", "aws:principaltype"]);

/** The last row of a name counts. */
function rowsFor(type: CallerType, policy: PolicyKind): readonly Row[] {
  const onResources = policy === "resource" ? ON_RESOURCES : [];
  return [...onResources, ...(OF_TYPES[type] ?? [])];
}

/** Of a key that has one in it. */
export function accountIn(value: string, where: ConditionKey["account"]): string {
  return where === "in ARN" ? (value.split(":")[4] ?? "") : value;
}
