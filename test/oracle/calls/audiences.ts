// Policies at random on assertions and tokens of issuers of whose applications IAM has no list, and those that were made for others (RULES, section 4).

import fc from "fast-check";
import { list, type Texts } from "../request.ts";
import { type Call, type CallPolicy, type CallStatement, filledIn, textsOn } from "./call.ts";
import { conditions, type Kind, MORE, OWN, policiesOf } from "./kind.ts";

const SIGN_IN = "https://signin.aws.amazon.com/saml";
const SERVICE = "https://service.example.com/saml";
const POOL = "us-east-1:12345678-abcd-abcd-abcd-123456790ab1";
const ANOTHER_POOL = "us-east-1:99999999-ffff-ffff-ffff-999999999999";
const APPLICATION = "acme.apps.googleusercontent.com";
const SETS = [...MORE, ...MORE.slice(0, 4).map((name) => `ForAnyValue:${name}`)];

interface Issuer {
  readonly principal: string;
  readonly action: string;
  /** What names the tenant, of which each token has one: named, or another. */
  readonly tenant?: { readonly key: string; readonly named: string; readonly another: string };
  /** The claims that say for which application, with what policies ask for. */
  readonly applications: Readonly<Record<string, readonly string[]>>;
}

const ISSUERS: readonly Issuer[] = [
  {
    principal: `arn:aws:iam::${OWN}:saml-provider/Okta`,
    action: "sts:AssumeRoleWithSAML",
    applications: { "SAML:aud": [SIGN_IN, SERVICE, "https://*", "*", "https://signin.aws.amazon.com/*"] },
  },
  {
    principal: "cognito-identity.amazonaws.com",
    action: "sts:AssumeRoleWithWebIdentity",
    tenant: { key: "cognito-identity.amazonaws.com:aud", named: POOL, another: ANOTHER_POOL },
    applications: { "cognito-identity.amazonaws.com:amr": ["authenticated", "unauthenticated", "auth*", "*"] },
  },
  {
    principal: "accounts.google.com",
    action: "sts:AssumeRoleWithWebIdentity",
    tenant: { key: "accounts.google.com:sub", named: "111222333", another: "999888777" },
    applications: {
      "accounts.google.com:aud": [APPLICATION, "*.apps.googleusercontent.com", "*"],
      "accounts.google.com:oaud": [APPLICATION, "*"],
    },
  },
];

const statementFor = (effect: string): fc.Arbitrary<CallStatement> =>
  fc.constantFrom(...ISSUERS).chain(({ principal, action, tenant, applications }) =>
    fc
      .tuple(
        conditions(Object.entries(applications).map(([key, values]) => ({ key, operators: SETS, values }))),
        tenant === undefined
          ? fc.constant({})
          : fc.constantFrom<CallStatement["Condition"] & object>(
              { StringEquals: { [tenant.key]: tenant.named } },
              { StringEquals: { [tenant.key]: tenant.named } },
              { StringLike: { [tenant.key]: tenant.named } },
              {},
            ),
        fc.constantFrom<Texts>(action, action, "sts:*", "sts:AssumeRole"),
      )
      .map(([asked, pinned, Action]) => ({
        ...{ Effect: effect, Principal: { Federated: principal }, Action },
        Condition: merged(asked, pinned),
      })),
  );

function merged(one: NonNullable<CallStatement["Condition"]>, other: NonNullable<CallStatement["Condition"]>) {
  const all = { ...one };
  for (const [operator, keys] of Object.entries(other)) all[operator] = { ...all[operator], ...keys };
  return all;
}

function issuerOf({ principal }: Call): Issuer | undefined {
  return ISSUERS.find((one) => one.principal === principal);
}

/** Spelled out, with nothing left open. */
function isNamed({ Statement }: CallPolicy, key: string, value: string): boolean {
  return Statement.some(({ Condition = {} }) =>
    Object.entries(Condition).some(
      ([operator, keys]) =>
        list(keys[key]).includes(value) && !(operator.includes("Like") && /[*?]/.test(value)) && operator !== "Null",
    ),
  );
}

export const AUDIENCES: Kind = {
  rule: "federated-audience",
  yieldsTo: "federated-subject",
  on: "sts",
  resources: [""],
  policies: policiesOf(statementFor("Allow"), statementFor("Deny")),
  callsFor: (policy) =>
    ISSUERS.flatMap(({ principal, action, tenant, applications }) => {
      let carried: Readonly<Record<string, Texts>>[] = [{}];
      const vary = (key: string, values: readonly (string | undefined)[]) => {
        carried = carried.flatMap((one) =>
          values.map((value) => (value === undefined ? one : { ...one, [key.toLowerCase()]: value })),
        );
      };
      if (tenant !== undefined) vary(tenant.key, [tenant.named, tenant.another]);
      for (const key of Object.keys(applications)) {
        const spelled = filledIn(textsOn(policy, key.toLowerCase()), ["evil", ""]);
        vary(key, [undefined, "evil", ...new Set(spelled.filter((text) => text !== ""))]);
      }
      return carried.map((carries): Call => ({ type: "federated", principal, action, carries }));
    }),
  isDenied(policy, call) {
    const issuer = issuerOf(call);
    if (issuer === undefined) return false;
    return Object.keys(issuer.applications).every((key) => {
      const [value] = list(call.carries[key.toLowerCase()]);
      return value === undefined || (value !== SIGN_IN && !isNamed(policy, key, value));
    });
  },
};
