// Templates with policies that edits may mend, in every notation, and with all that may stand around these.

export const VENDOR = "111122223333";
const ROOT = `arn:aws:iam::${VENDOR}:root`;
export const ID = "k3f9d7a1-7c52";
const statement = (AWS: unknown, Condition?: object) => ({
  ...{ Effect: "Allow", Principal: { AWS }, Action: "sts:AssumeRole" },
  ...(Condition && { Condition }),
});
const policy = (...Statement: readonly object[]) => ({ Version: "2012-10-17", Statement });
export const NONE = policy(statement(ROOT));
export const WEAK = policy(statement(ROOT, { StringEqualsIfExists: { "sts:ExternalId": ID } }));
export const UNKNOWN_OPERATOR = policy(statement(ROOT, { StringEqual: { "sts:ExternalId": ID } }));
/** Each has something that an edit may mend, or cannot. */
export const POLICIES = [
  NONE,
  WEAK,
  policy(statement(["arn:aws:iam::200000000019:root", ROOT])),
  policy(statement(ROOT), statement("arn:aws:iam::200000000019:root", { StringEquals: { "sts:ExternalId": ID } })),
  policy(
    statement(ROOT, {
      StringEqualsIfExists: { "sts:ExternalId": ID, "aws:PrincipalTag/team": "a" },
      "ForAllValues:StringLike": { "sts:ExternalId": ID },
    }),
  ),
  policy(statement(ROOT, { StringEqualsIfExists: { "aws:ExternalId": ID } })),
  policy(statement("arn:aws:iam::200000000019:root")),
  UNKNOWN_OPERATOR,
  policy(statement("arn:aws:iam::111122223:root", { StringEquals: { "sts:ExternalId": ID } })),
  policy(statement("*")),
] as const;

export type Around = (template: Record<string, unknown>) => object;
export const parameters =
  (name: string, declaration: object): Around =>
  (template) => ({ Parameters: { Size: { Type: "Number" }, [name]: declaration }, ...template });
/** What else a template may hold. */
export const AROUND: Readonly<Record<string, Around>> = {
  nothing: (template) => template,
  "a parameter": parameters("Stage", { Type: "String" }),
  "the parameter": parameters("ExternalId", { Type: "String", MinLength: 2 }),
  "the parameter, which may be left out": parameters("ExternalId", { Type: "String", Default: "" }),
  "the parameter, with a sample as its default": parameters("ExternalId", { Type: "String", Default: "changeme" }),
  "the parameter, of another type": parameters("ExternalId", { Type: "Number" }),
  "the parameter, of which nothing is allowed": parameters("ExternalId", {
    Type: "String",
    AllowedPattern: "[a-z]",
    MinLength: 2,
  }),
  "what speaks of the parameter": (template) => ({
    ...template,
    Outputs: { Id: { Value: { Ref: "ExternalId" } } },
    Conditions: { IsThere: { "Fn::Equals": [{ Ref: "AcmeExternalId" }, ""] } },
  }),
  "a role for which the parameter decides": (template) => ({
    ...template,
    Resources: {
      ...(template.Resources as object),
      Other: {
        Type: "AWS::IAM::Role",
        Properties: { AssumeRolePolicyDocument: policy(statement({ "Fn::Sub": "arn:aws:iam::${ExternalId}:root" })) },
      },
    },
  }),
  rules: (template) => ({
    ...template,
    Rules: { Any: { Assertions: [{ Assert: { "Fn::Contains": [["", "x"], { Ref: "ExternalId" }] } }] } },
  }),
  "a transform": (template) => ({ Transform: "AWS::LanguageExtensions", ...template }),
  "a macro": (template) => ({ Transform: "Replace", ...template }),
  "metadata for us": (template) => ({ ...template, Metadata: { Unconfused: { tenancy: "single" } } }),
};

/** Beside the policy, what else a role may have. */
export const ROLES: readonly ((document: object) => object)[] = [
  (AssumeRolePolicyDocument) => ({ Properties: { AssumeRolePolicyDocument } }),
  (AssumeRolePolicyDocument) => ({ DependsOn: "Other", Properties: { RoleName: "deputy", AssumeRolePolicyDocument } }),
  (AssumeRolePolicyDocument) => ({ Condition: "IsThere", Properties: { AssumeRolePolicyDocument } }),
  (AssumeRolePolicyDocument) => ({
    Metadata: { Unconfused: { ignore: [{ rule: "external-id-required", reason: "known" }] } },
    Properties: { AssumeRolePolicyDocument },
  }),
];

export type Notation = (template: object) => string;
const block = (value: unknown, indent: string): string => {
  if (typeof value !== "object" || value === null) return ` ${JSON.stringify(value)}`;
  const entries: readonly (readonly [string, unknown])[] = Array.isArray(value)
    ? value.map((item) => ["-", item])
    : Object.entries(value).map(([key, each]) => [`${JSON.stringify(key)}:`, each]);
  return entries.map(([key, each]) => `\n${indent}${key}${block(each, `${indent}  `)}`).join("");
};
export const NOTATIONS: Readonly<Record<string, Notation>> = {
  json: (template) => JSON.stringify(template, null, 2),
  yaml: (template) => `${block(template, "")}\n`,
  yml: (template) => `# a template\n${JSON.stringify(template, null, 1)}`,
  template: (template) => block(template, "").replace(/^\n/, "").replaceAll(/$/gm, " # ours"),
};

export const template = (documents: readonly object[], around: Around = (same) => same) =>
  around({
    Resources: Object.fromEntries(
      documents.map((AssumeRolePolicyDocument, index) => [
        `R${index}`,
        { Type: "AWS::IAM::Role", Properties: { AssumeRolePolicyDocument } },
      ]),
    ),
  });
