// The input formats in which policies are tried: one of each family in `npm test`, the others in `npm run test:slow`, so that the first ends within a minute.

import { forms as all } from "../src/examples/forms.ts";

const FIRST = ["CloudFormation YAML", "HCL (aws_iam_policy_document)", "Terraform plan", "IAM (list-roles)"];

const unknown = FIRST.filter((name) => !all.some((form) => form.name === name));
if (unknown.length > 0) throw new Error(`no input format is called ${unknown.join(", ")}`);

export const forms = all.filter(({ name }) => FIRST.includes(name) === (process.env.UNCONFUSED_FORMS !== "others"));
