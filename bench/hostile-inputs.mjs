// Hostile inputs, whose cost could grow faster than their size: of each kind one for every size, as files by name.

const statement = (principal) => ({
  Effect: "Allow",
  Action: "sts:AssumeRole",
  Principal: { AWS: principal },
});
const policy = (principal = "arn:aws:iam::444455556666:root") => ({
  Version: "2012-10-17",
  Statement: [statement(principal)],
});
const role = (principal) => ({
  Type: "AWS::IAM::Role",
  Properties: { AssumeRolePolicyDocument: policy(principal) },
});
const conditionedRole = (principal, Condition) => ({
  Type: "AWS::IAM::Role",
  Properties: {
    AssumeRolePolicyDocument: { Version: "2012-10-17", Statement: [{ ...statement(principal), Condition }] },
  },
});
const PROVIDER = 'provider["registry.terraform.io/hashicorp/aws"]';
const account = (index) => `${200_000_000_000 + index * 7919}`;
/** Ten statements on roles, as somebody's who assumes roles of their customers. */
const deputy = (index) => ({
  Version: "2012-10-17",
  Statement: each(10, (number) => ({
    Effect: "Allow",
    Action: "sts:AssumeRole",
    Resource: `arn:aws:iam::${account(index * 10 + number)}:role/vendor-${index}-${number}${number % 4 === 1 ? "-*" : ""}`,
    ...(number % 3 === 2 && { Condition: { StringEquals: { "sts:ExternalId": `customer-${index}-${number}` } } }),
  })),
});
/** Statements on everything but some, that ask several keys for patterns. */
const costlyDeputy = (index) => {
  const word = index.toString(36).padStart(3, "x");
  return {
    Version: "2012-10-17",
    Statement: each(4, (number) => ({
      Effect: number === 2 ? "Deny" : "Allow",
      Action: "*",
      Resource: [`arn:aws:iam::*:role/*${word}*${number}*`, `*:role/${word[2]}*`],
      Condition: {
        StringLike: {
          [`aws:PrincipalTag/a${number}`]: `*${word[2]}*`,
          "sts:ExternalId": [`\${aws:PrincipalTag/b${number}}*${word}`, `*${word}`],
        },
      },
    })),
  };
};
/** Four that overlap in many ways. */
const patterns = (index) =>
  each(
    4,
    (number) => `arn:aws:iam::*:role/${"?".repeat(number + 1)}*${String.fromCharCode(97 + (index % 26))}?${number}*`,
  );
const template = (rest) => JSON.stringify({ AWSTemplateFormatVersion: "2010-09-09", ...rest });
const each = (count, make) => Array.from({ length: count }, (_, index) => make(index));
const hclRole = (name, more = "") =>
  `resource "aws_iam_role" "${name}" {\n${more}  assume_role_policy = jsonencode(${JSON.stringify(policy())})\n}\n`;
const jsonRole = (name) =>
  JSON.stringify({ resource: { aws_iam_role: { [name]: { assume_role_policy: JSON.stringify(policy()) } } } });
const yamlRole = (name, comment = "") =>
  `  ${name}:\n    Type: AWS::IAM::Role\n    Properties:\n      AssumeRolePolicyDocument:\n        Statement:\n          - Effect: Allow\n            Action: sts:AssumeRole\n${comment}            Principal: { AWS: "arn:aws:iam::444455556666:root" }\n`;

/** A loop for each name, each around the next, and a role in the last. */
function nestedLoops([name, ...inner], values) {
  if (name === undefined) return { "R${A}${B}${C}${D}": role() };
  return { [`Fn::ForEach::${name}`]: [name, values, nestedLoops(inner, values)] };
}

/** Modules that call the next one several times, until the last one makes a role. */
function callingModules(depth, calls, count) {
  const names = each(depth, (level) => `m${level}`);
  const call = (name, index) => `module "c${index}" {\n  source = "../${name}"\n  count = ${count}\n}\n`;
  return Object.fromEntries([
    ["root/main.tf", call("m0", 0)],
    ...names.map((name, level) => [
      `${name}/main.tf`,
      level === depth - 1 ? hclRole("r") : each(calls, (index) => call(names[level + 1], index)).join(""),
    ]),
  ]);
}

/** So many templates in files of their own. */
const stacks = (size, contentOf) =>
  Object.fromEntries(each(size, (index) => [`s${index}.json`, template(contentOf(index))]));

/** So many, with a document each. */
const managedPolicies = (size, documentOf) => ({
  "a.json": template({
    Resources: Object.fromEntries(
      each(size, (index) => [
        `P${index}`,
        { Type: "AWS::IAM::ManagedPolicy", Properties: { PolicyDocument: documentOf(index) } },
      ]),
    ),
  }),
});

/** By name: three sizes, and the files of a size. */
export const inputs = {
  "modules that call the next four times, with count 3": [[2, 4, 8], (size) => callingModules(size, 4, 3)],
  "modules that call each other": [
    [1, 2, 4],
    (size) => ({
      "a/main.tf": each(size, (index) => `module "b${index}" {\n  source = "../b"\n}\n`).join("") + hclRole("a"),
      "b/main.tf": each(size, (index) => `module "a${index}" {\n  source = "../a"\n}\n`).join("") + hclRole("b"),
    }),
  ],
  "files of .tf.json in a folder": [
    [300, 600, 1200],
    (size) => Object.fromEntries(each(size, (index) => [`f${index}.tf.json`, jsonRole(`r${index}`)])),
  ],
  "files of .tf in a folder": [
    [300, 600, 1200],
    (size) => Object.fromEntries(each(size, (index) => [`f${index}.tf`, hclRole(`r${index}`)])),
  ],
  "override files of 1,000 roles": [
    [50, 100, 200],
    (size) => ({
      "main.tf": each(1000, (index) => hclRole(`r${index}`)).join(""),
      ...Object.fromEntries(
        each(size, (index) => [`o${index}_override.tf`, `resource "aws_iam_role" "r${index}" {\n  path = "/"\n}\n`]),
      ),
    }),
  ],
  "ignore comments": [
    [750, 1500, 3000],
    (size) => ({
      "a.yaml": `AWSTemplateFormatVersion: "2010-09-09"\nResources:\n${each(size, (index) =>
        yamlRole(`R${index}`, "            # unconfused-ignore external-id-required -- reason\n"),
      ).join("")}`,
    }),
  ],
  "ignore comments of one role": [
    [1000, 2000, 4000],
    (size) => ({
      "a.yaml": `AWSTemplateFormatVersion: "2010-09-09"\nResources:\n${yamlRole(
        "R",
        "            # unconfused-ignore external-id-required -- reason\n".repeat(size),
      )}`,
    }),
  ],
  "YAML documents in a file": [
    [5000, 10_000, 20_000],
    (size) => ({ "a.yaml": `AWSTemplateFormatVersion: "2010-09-09"\n${"---\na: 1\n".repeat(size)}` }),
  ],
  "YAML documents that are templates": [
    [2500, 5000, 10_000],
    (size) => ({ "a.yaml": `---\nResources: { R: { Type: "AWS::IAM::Role" } }\n`.repeat(size) }),
  ],
  "quotes that nothing closes, YAML": [
    [250_000, 500_000, 1_000_000],
    (size) => ({ "a.yaml": `AWSTemplateFormatVersion: "2010-09-09"\na: ${'"\n'.repeat(size / 2)}` }),
  ],
  "quotes that nothing closes, a line each": [
    [250_000, 500_000, 1_000_000],
    (size) => ({ "a.yaml": `AWSTemplateFormatVersion: "2010-09-09"\n${'a: "b\n'.repeat(size / 6)}` }),
  ],
  "quotes that nothing closes, HCL": [
    [375_000, 750_000, 1_500_000],
    (size) => ({ "main.tf": `resource "aws_iam_role" "r" {\n${'a = "b\n'.repeat(size / 7)}` }),
  ],
  "templates that nothing closes, HCL": [
    [375_000, 750_000, 1_500_000],
    (size) => ({ "main.tf": `resource "aws_iam_role" "r" {\n${'a = "${'.repeat(size / 7)}` }),
  ],
  "four nested Fn::ForEach": [
    [25, 50, 100],
    (size) => ({
      "a.json": template({
        Transform: "AWS::LanguageExtensions",
        Resources: nestedLoops(
          ["A", "B", "C", "D"],
          each(size, (index) => `v${index}`),
        ),
      }),
    }),
  ],
  "twenty roles of many instances": [
    [250, 500, 1000],
    (size) => ({ "main.tf": each(20, (index) => hclRole(`r${index}`, `  count = ${size}\n`)).join("") }),
  ],
  "principals in one policy": [
    [600, 1200, 2400],
    (size) => ({ "a.json": template({ Resources: { R: role(each(size, account)) } }) }),
  ],
  "roles of four patterns each, none like another": [
    [5, 10, 20],
    (size) => ({
      "a.json": template({
        Resources: Object.fromEntries(
          each(size, (index) => [
            `R${index}`,
            conditionedRole("*", { StringLike: { "aws:PrincipalArn": patterns(index) } }),
          ]),
        ),
      }),
    }),
  ],
  "roles, all the same": [
    [5000, 10_000, 20_000],
    (size) => ({ "a.json": template({ Resources: Object.fromEntries(each(size, (index) => [`R${index}`, role()])) }) }),
  ],
  "roles, each of another account and external ID": [
    [5000, 10_000, 20_000],
    (size) => ({
      "a.json": template({
        Resources: Object.fromEntries(
          each(size, (index) => [
            `R${index}`,
            conditionedRole(account(index), { StringEquals: { "sts:ExternalId": `customer-${index}-7f3a` } }),
          ]),
        ),
      }),
    }),
  ],
  "vendors, and roles that trust one each": [
    [1000, 2000, 4000],
    (size) => ({
      "unconfused.yaml": `vendors:\n${each(
        size,
        (index) => `  - { name: Vendor ${index}, tenancy: multi, accounts: ["${account(index)}"] }\n`,
      ).join("")}`,
      "a.json": template({
        Resources: Object.fromEntries(each(300, (index) => [`R${index}`, role(account(index * 3))])),
      }),
    }),
  ],
  "managed policies of ten roles each": [[150, 300, 600], (size) => managedPolicies(size, deputy)],
  "very many roles": [
    [25_000, 50_000, 100_000],
    (size) => ({ "a.json": template({ Resources: Object.fromEntries(each(size, (index) => [`R${index}`, role()])) }) }),
  ],
  "condition keys of one statement": [
    [500, 1000, 2000],
    (size) => ({
      "a.json": template({
        Resources: {
          R: conditionedRole(account(0), {
            StringEquals: Object.fromEntries(each(size, (index) => [`aws:PrincipalTag/t${index}`, "x"])),
          }),
        },
      }),
    }),
  ],
  "Fn::Join of Fn::Split of the same": [
    [10, 20, 40],
    (size) => ({
      "a.json": template({
        Resources: {
          R: role(
            each(size, () => "a").reduce(
              (inner) => ({ "Fn::Join": ["aa", { "Fn::Split": ["a", inner] }] }),
              "a".repeat(10),
            ),
          ),
        },
      }),
    }),
  ],
  "replace() that grows": [
    [6250, 12_500, 25_000],
    (size) => ({
      "main.tf": `locals {\n  a = replace("${"a".repeat(size)}", "a", "${"b".repeat(size)}")\n}\nresource "aws_iam_role" "r" {\n  assume_role_policy = local.a\n}\n`,
    }),
  ],
  "Fn::ForEach over a collection, of roles": [
    [750, 1500, 3000],
    (size) => ({
      "a.json": template({
        Transform: "AWS::LanguageExtensions",
        Resources: nestedLoops(
          ["A"],
          each(size, (index) => `v${index}`),
        ),
      }),
    }),
  ],
  "secret parameters and half as many roles, in one line": [
    [750, 1500, 3000],
    (size) => ({
      "a.json": template({
        Parameters: Object.fromEntries(
          each(size, (index) => [`P${index}`, { Type: "String", NoEcho: true, Default: `secret-${index}` }]),
        ),
        Resources: Object.fromEntries(each(size / 2, (index) => [`R${index}`, role(account(index))])),
      }),
    }),
  ],
  "parameters, a rule of each, and a role of every tenth": [
    [1000, 2000, 4000],
    (size) => ({
      "a.json": template({
        Parameters: Object.fromEntries(each(size, (index) => [`P${index}`, { Type: "String" }])),
        Rules: Object.fromEntries(
          each(size, (index) => [
            `A${index}`,
            { Assertions: [{ Assert: { "Fn::Contains": [["a", "b"], { Ref: `P${index}` }] } }] },
          ]),
        ),
        Resources: Object.fromEntries(
          each(size / 10, (index) => [
            `R${index}`,
            conditionedRole("arn:aws:iam::444455556666:root", {
              StringEquals: { "sts:ExternalId": { Ref: `P${index * 10}` } },
            }),
          ]),
        ),
      }),
    }),
  ],
  "exports, each made of the one before": [
    [75, 150, 300],
    (size) =>
      stacks(size, (index) => ({
        Resources: { R: role(index === 0 ? account(0) : { "Fn::ImportValue": `e${index - 1}` }) },
        Outputs: {
          O: {
            Value: index === 0 ? account(0) : { "Fn::ImportValue": `e${index - 1}` },
            Export: { Name: `e${index}` },
          },
        },
      })),
  ],
  "nested stacks, each in the one before": [
    [75, 150, 300],
    (size) =>
      stacks(size, (index) => ({
        Parameters: { Account: { Type: "String" } },
        Resources: {
          R: role({ Ref: "Account" }),
          ...(index < size - 1 && {
            Inner: {
              Type: "AWS::CloudFormation::Stack",
              Properties: {
                TemplateURL: `s${index + 1}.json`,
                Parameters: { Account: index === 0 ? account(0) : { Ref: "Account" } },
              },
            },
          }),
        },
      })),
  ],
  "entries under ignore, and 500 roles": [
    [500, 1000, 2000],
    (size) => ({
      "unconfused.yaml": `ignore:\n${each(
        size,
        (index) => `  - { rule: external-id-required, resource: R${index}, reason: accepted }\n`,
      ).join("")}`,
      "a.json": template({ Resources: Object.fromEntries(each(500, (index) => [`R${index}`, role(account(index))])) }),
    }),
  ],
  "variables of HCL, each the default of a role": [
    [1000, 2000, 4000],
    (size) => ({
      "main.tf":
        each(size, (index) => `variable "v${index}" {\n  default = "${account(index)}"\n}\n`).join("") + hclRole("r"),
    }),
  ],
  "instances of one role in a state": [
    [2500, 5000, 10_000],
    (size) => ({
      "terraform.tfstate": JSON.stringify({
        version: 4,
        lineage: "x",
        resources: [
          {
            ...{ mode: "managed", type: "aws_iam_role", name: "r", provider: PROVIDER },
            instances: each(size, (index) => ({
              index_key: index,
              attributes: { name: "r", assume_role_policy: JSON.stringify(policy()), description: "x".repeat(100) },
            })),
          },
        ],
      }),
    }),
  ],
  "instances in a state of what carries no policy": [
    [5000, 10_000, 20_000],
    (size) => ({
      "terraform.tfstate": JSON.stringify({
        version: 4,
        lineage: "x",
        resources: [
          {
            ...{ mode: "managed", type: "aws_ssm_parameter", name: "p", provider: PROVIDER },
            instances: each(size, (index) => ({
              index_key: index,
              attributes: { name: `p${index}`, value: "x".repeat(400) },
            })),
          },
        ],
      }),
    }),
  ],
  "managed policies of wildcards and conditions, none like another": [
    [75, 150, 300],
    (size) => managedPolicies(size, costlyDeputy),
  ],
  "address blocks of one list": [
    [500, 1000, 2000],
    (size) => ({
      "a.json": template({
        Resources: {
          R: conditionedRole(account(0), {
            IpAddress: {
              "aws:SourceIp": each(size, (index) => `${1 + (index % 200)}.${index % 256}.${index >> 4}.0/24`),
            },
          }),
        },
      }),
    }),
  ],
  "wildcards of one pattern": [
    [3000, 6000, 12_000],
    (size) => ({
      "a.json": template({
        Resources: { R: conditionedRole(account(0), { StringLike: { "sts:ExternalId": "*a?".repeat(size / 3) } }) },
      }),
    }),
  ],
  "roles that add a statement each to those of one local": [
    [50, 100, 200],
    (size) => ({
      "main.tf": `locals {\n  shared = ${JSON.stringify(
        each(60, (index) => ({
          ...statement(`arn:aws:iam::${account(index)}:root`),
          Condition: { StringLike: { "sts:ExternalId": `customer-${index}-*` } },
        })),
      )}\n}\n${each(
        size,
        (index) =>
          `resource "aws_iam_role" "r${index}" {\n  assume_role_policy = jsonencode({ Version = "2012-10-17", Statement = concat(local.shared, [${JSON.stringify(statement(account(1000 + index)))}]) })\n}\n`,
      ).join("")}`,
    }),
  ],
  "roles that ask all values of a key for patterns, if it is there": [
    [65, 130, 260],
    (size) => ({
      "a.json": template({
        Resources: Object.fromEntries(
          each(size, (index) => [
            `R${index}`,
            conditionedRole("*", {
              "ForAllValues:StringLikeIfExists": {
                "aws:PrincipalOrgPaths": [`o-a${index}/*/ou-${index}*`, `o-*/r-${index}/*`],
                "aws:TagKeys": [`a*${index}`, `*b${index}*`],
              },
            }),
          ]),
        ),
      }),
    }),
  ],
};
