// Policies at random on tokens of three issuers, and tokens of tenants that they do not name (RULES, section 4).

import fc from "fast-check";
import type { Texts } from "../request.ts";
import { type Call, type CallPolicy, type CallStatement, filledIn, textsOn } from "./call.ts";
import { conditions, type Kind, MORE, OWN, policiesOf } from "./kind.ts";

// Tokens of three issuers: the text that names the tenant, and what stands around it.
const HOSTS = ["token.actions.githubusercontent.com", "gitlab.com", "app.terraform.io"] as const;
const PROVIDER = (host: string) => `arn:aws:iam::${OWN}:oidc-provider/${host}`;
const SUBJECTS: Readonly<Record<string, { readonly form: RegExp; readonly values: readonly string[] }>> = {
  "token.actions.githubusercontent.com": {
    form: /^repo:([\w.-]+)(?:@[\w.-]+)?\/[\w.-]+(?::.+)?$/,
    values: [
      "repo:acme/*",
      "repo:acme*",
      "repo:*",
      "repo:acme/x:*",
      "repo:*/x:ref:main",
      "repo:acm?/x:*",
      "*",
      "repo:b/*",
    ],
  },
  "gitlab.com": {
    form: /^project_path:([\w.-]+)\/[\w.-]+(?::.+)?$/,
    values: ["project_path:acme/*", "project_path:acme*", "project_path:*", "project_path:*/x:*", "*:ref:main"],
  },
  "app.terraform.io": {
    form: /^organization:([\w.-]+):.+$/,
    values: ["organization:acme:*", "organization:acme*", "organization:*:project:x", "organization:acme:project:x"],
  },
};
const HEADS = ["repo:", "project_path:", "organization:"];
const tokenStatement = (effect: string): fc.Arbitrary<CallStatement> =>
  fc.constantFrom(...HOSTS).chain((host) =>
    fc
      .tuple(
        conditions([
          { key: `${host}:sub`, operators: MORE, values: SUBJECTS[host]?.values ?? [] },
          {
            key: `${host}:aud`,
            operators: ["StringEquals", "StringEqualsIfExists"],
            values: ["us", "sts.amazonaws.com"],
          },
          { key: `${HOSTS[0]}:repository_id`, operators: ["StringEquals", "StringNotEquals"], values: ["12", "345"] },
        ]),
        fc.constantFrom<Texts>("sts:AssumeRoleWithWebIdentity", "sts:*", "sts:AssumeRole", [
          "sts:TagSession",
          "sts:AssumeRoleWith*",
        ]),
      )
      .map(([Condition, Action]) => ({ Effect: effect, Principal: { Federated: PROVIDER(host) }, Action, Condition })),
  );

/** Up to where a name ends, and nothing of it left open. */
function namedTenants(policy: CallPolicy, host: string): Set<string> {
  const named = textsOn(policy, `${host}:sub`).map((text) =>
    /^(?:repo:([^*?/@]+)[/@]|project_path:([^*?/]+)\/|organization:([^*?:]+):)/.exec(text)?.slice(1).find(Boolean),
  );
  return new Set(named.filter((name) => name !== undefined));
}

export const TOKENS: Kind = {
  rule: "federated-subject",
  on: "sts",
  resources: [""],
  policies: policiesOf(tokenStatement("Allow"), tokenStatement("Deny")),
  callsFor: (policy) =>
    HOSTS.flatMap((host, index) => {
      const spelled = filledIn(textsOn(policy, `${host}:sub`), [
        "",
        "evil",
        "acme-evil/x:ref:main",
        "evil/x",
        "-evil/x:y",
        "x:z",
      ]);
      const head = HEADS[index] ?? "";
      const usual = ["evil", "acme-evil", "acmx"].map(
        (name) => `${head}${name}${index === 2 ? ":project:x" : "/x:ref:main"}`,
      );
      return [...spelled, ...usual].flatMap((sub) =>
        ["us", "sts.amazonaws.com"].flatMap((aud) =>
          [{ [`${host}:sub`]: sub }, {}].map(
            (claims): Call => ({
              ...{ type: "federated", principal: PROVIDER(host), action: "sts:AssumeRoleWithWebIdentity" },
              carries: {
                ...claims,
                [`${host}:aud`]: aud,
                ...(index === 0 ? { [`${host}:repository_id`]: "999" } : {}),
              },
            }),
          ),
        ),
      );
    }),
  isDenied(policy, { principal, carries }) {
    const host = principal.split("/")[1] ?? "";
    const sub = carries[`${host}:sub`];
    if (textsOn(policy, `${host}:repository_id`).some((id) => id === carries[`${host}:repository_id`])) return false;
    if (sub === undefined) return true;
    // https://docs.github.com/en/actions/reference/security/oidc: a repository can leave its name out.
    if (
      host === HOSTS[0] &&
      /^(?:ref|ref_type|environment|workflow|actor|event_name|head_ref|base_ref):./.test(`${sub}`)
    )
      return true;
    const tenant = SUBJECTS[host]?.form.exec(`${sub}`)?.[1];
    return tenant !== undefined && !namedTenants(policy, host).has(tenant);
  },
};
