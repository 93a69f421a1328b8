// One trust policy in every language that people write it in.

/** As entries of a map of YAML; `\n` and the indentation of a statement's inside stand before each further one. */
export interface Words {
  readonly principal: string;
  /** An operator, a key and a value; none: no Condition. */
  readonly condition?: readonly [operator: string, key: string, value: string];
}

const LANGUAGES = {
  "block.yaml": ({ principal, condition }: Words) => `# a template
Resources:
  Role:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Version: "2012-10-17"
        Statement:
          - Effect: Allow   # as the vendor says
            Principal:
              AWS: ${principal}
            Action: 'sts:AssumeRole' # nothing else
${
  condition === undefined
    ? ""
    : `            Condition:
              ${condition[0]}:
                "${condition[1]}": ${condition[2]} # ours
`
}  # the end
`,
  "flow.yaml": ({ principal, condition }: Words) => `Parameters: {Size: {Type: Number}}
Resources:
  Role:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument: {Version: "2012-10-17", Statement: [{Effect: Allow, Principal: {AWS: ${principal}}, Action: sts:AssumeRole${
        condition === undefined ? "" : `, Condition: {"${condition[0]}": {"${condition[1]}": ${condition[2]}}}`
      }}]}
`,
  "template.json": ({ principal, condition }: Words) =>
    JSON.stringify(
      {
        Parameters: { Size: { Type: "Number" } },
        Resources: {
          Role: {
            Type: "AWS::IAM::Role",
            Properties: { AssumeRolePolicyDocument: policy(principal, condition) },
          },
        },
      },
      null,
      2,
    ),
  "encoded.tf": ({ principal, condition }: Words) => `resource "aws_iam_role" "role" {
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow" # as the vendor says
      Principal = { AWS = ${principal} }
      Action    = "sts:AssumeRole"
${condition === undefined ? "" : `      Condition = { "${condition[0]}" = { "${condition[1]}" = ${condition[2]} } } // ours\n`}    }]
  })
}
`,
  "document.tf": ({ principal, condition }: Words) => `data "aws_iam_policy_document" "trust" {
  statement {
    actions = ["sts:AssumeRole"]
    principals {
      type        = "AWS"
      identifiers = [${principal}]
    }
${
  condition === undefined
    ? ""
    : `    condition {
      test     = "${condition[0]}" # ours
      variable = "${condition[1]}"
      values   = [${condition[2]}]
    }
`
}  }
}
resource "aws_iam_role" "role" {
  assume_role_policy = data.aws_iam_policy_document.trust.json
}
`,
  "heredoc.tf": ({ principal, condition }: Words) => `resource "aws_iam_role" "role" {
  assume_role_policy = <<-EOT
    ${JSON.stringify(policy(principal, condition))}
  EOT
}
`,
  "quoted.tf": ({ principal, condition }: Words) => `resource "aws_iam_role" "role" {
  assume_role_policy = ${JSON.stringify(JSON.stringify(policy(principal, condition)))} # one line
}
`,
  "text.tf.json": ({ principal, condition }: Words) =>
    inTerraform({ assume_role_policy: JSON.stringify(policy(principal, condition)) }),
  "encoded.tf.json": ({ principal, condition }: Words) =>
    inTerraform({ assume_role_policy: `\${jsonencode(${JSON.stringify(policy(principal, condition))})}` }),
  "document.tf.json": ({ principal, condition }: Words) =>
    inTerraform(
      { assume_role_policy: "${data.aws_iam_policy_document.trust.json}" },
      {
        variable: { size: { type: "number" } },
        data: {
          aws_iam_policy_document: {
            trust: {
              statement: [
                {
                  actions: ["sts:AssumeRole"],
                  principals: [{ type: "AWS", identifiers: [JSON.parse(principal)].flat() }],
                  ...(condition && {
                    condition: { test: condition[0], variable: condition[1], values: [JSON.parse(condition[2])] },
                  }),
                },
              ],
            },
          },
        },
      },
    ),
  "substituted.yaml": ({ principal, condition }: Words) => `Resources:
  Role:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument: !Sub |
        ${JSON.stringify(policy(principal, condition), null, 2).replaceAll("\n", "\n        ")}
  # the end
`,
  "substituted.json": ({ principal, condition }: Words) =>
    JSON.stringify({
      Resources: {
        Role: {
          Type: "AWS::IAM::Role",
          Properties: { AssumeRolePolicyDocument: { "Fn::Sub": JSON.stringify(policy(principal, condition)) } },
        },
      },
    }),
} as const;

function inTerraform(role: object, beside: object = {}): string {
  return JSON.stringify({ ...beside, resource: { aws_iam_role: { role } } }, null, 2);
}

function policy(principal: string, condition: Words["condition"]) {
  return {
    Version: "2012-10-17",
    Statement: [
      {
        Effect: "Allow",
        Principal: { AWS: JSON.parse(principal) },
        Action: "sts:AssumeRole",
        ...(condition && { Condition: { [condition[0]]: { [condition[1]]: JSON.parse(condition[2]) } } }),
      },
    ],
  };
}

export type Language = keyof typeof LANGUAGES;

export const languages = Object.keys(LANGUAGES) as Language[];
/** Where a policy is no text within a text. */
export const plain = languages.filter((language) =>
  /^(?:block|flow|template|encoded\.tf$|document\.tf$)/.test(language),
);

export function written(language: Language, words: Words): string {
  return LANGUAGES[language](words);
}
