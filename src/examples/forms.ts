// The input formats in which the examples of rules are written.

import type { ExampleParameter } from "../rules/rule.ts";
import { isList, isObject, type Json, type JsonObject, type Path } from "../text/document.ts";
import { type CarrierPlaces, OF_ROLE, type Place, within } from "./carried.ts";
import { type Form, type Location, NO_SUCH_RESOURCE, withoutMarks } from "./form.ts";
import { listedRole, trustPolicyAlone } from "./iam.ts";
import { terraformDocument } from "./terraform-document.ts";
import { hclDocument, hclJsonencode } from "./terraform-hcl.ts";
import { hclHeredoc } from "./terraform-heredoc.ts";
import { terraformJsonencode } from "./terraform-jsonencode.ts";
import { terraformPlan, terraformState } from "./terraform-shown.ts";

const NAME = "Example";
/** A resource of which an attribute is known only after deployment. */
const LATER = "Later";
const VARIABLE = /\$\{([A-Za-z0-9]+)\}/g;

/** CloudFormation in JSON, over several lines. */
export const cloudformationJson: Form = {
  name: "CloudFormation JSON",
  write: (policy, parameters, carried) =>
    written(policy, parameters, carried, "example.template.json", (template) => JSON.stringify(template, null, 2)),
};

/** CloudFormation in YAML: flow style is JSON, so that long forms, quotes and positions are YAML's. */
const cloudformationYaml: Form = {
  name: "CloudFormation YAML",
  write: (policy, parameters, carried) =>
    written(policy, parameters, carried, "example.template.yaml", (template) => `# an example\n${yaml(template, 0)}`),
};

/** What the CDK synthesises: a manifest, and a template in the words of its library. */
const cdk: Form = {
  name: "CDK",
  write(policy, parameters, carried) {
    const made = written(policy, parameters, carried, "Example.template.json", (template) =>
      JSON.stringify(asSynthesised(template), null, 1),
    );
    if ("reason" in made) return made;
    const { files, path, locations } = made;
    const content = JSON.stringify(manifest(path));
    return { files: [{ path: "manifest.json", content }, ...files], path, locations };
  },
};

export const forms: readonly Form[] = [
  cloudformationJson,
  cloudformationYaml,
  cdk,
  terraformJsonencode,
  terraformDocument,
  hclJsonencode,
  hclDocument,
  hclHeredoc,
  terraformPlan,
  terraformState,
  trustPolicyAlone,
  listedRole,
];

function written(
  policy: Json,
  parameters: Readonly<Record<string, ExampleParameter>>,
  { cloudformation: place }: CarrierPlaces = OF_ROLE,
  path: string,
  textOf: (template: JsonObject) => string,
): ReturnType<Form["write"]> {
  if (place === undefined) return NO_SUCH_RESOURCE;
  const at: Path = ["Resources", NAME, "Properties", ...place.path];
  const locations = (part: Path) =>
    (["value", "key"] as const).map((what): Location => ({ path: [...at, ...part], what }));
  return { files: [{ path, content: textOf(template(policy, parameters, place)) }], path, locations };
}

function manifest(templateFile: string): JsonObject {
  const logicalId = [{ type: "aws:cdk:logicalId", data: NAME }];
  const stack = {
    type: "aws:cloudformation:stack",
    environment: "aws://unknown-account/unknown-region",
    properties: { templateFile },
    metadata: { "/Stack/Role/Resource": logicalId },
  };
  return { version: "36.0.0", artifacts: { Stack: stack } };
}

/** As the CDK writes them: Fn::Sub as Fn::Join, and account roots with the partition as a reference. */
function asSynthesised(value: Json): Json {
  if (typeof value === "string") {
    const [, account] = /^arn:aws:iam::(\d{12}):root$/.exec(value) ?? [];
    return account === undefined ? value : joined(["arn:", { Ref: "AWS::Partition" }, `:iam::${account}:root`]);
  }
  if (isList(value)) return value.map(asSynthesised);
  if (!isObject(value)) return value;
  const { "Fn::Sub": sub } = value;
  if (typeof sub === "string") {
    // Split at a pattern with a group: every other piece is a name.
    const pieces = sub
      .split(/\$\{([A-Za-z0-9:]+)\}/)
      .map((piece, index) => (index % 2 === 0 ? withoutMarks(piece) : { Ref: piece }));
    return joined(pieces.filter((piece) => piece !== ""));
  }
  return Object.fromEntries(Object.keys(value).map((key) => [key, asSynthesised(value[key] ?? null)]));
}

function joined(pieces: readonly Json[]): Json {
  return { "Fn::Join": ["", pieces] };
}

function template(policy: Json, given: Readonly<Record<string, ExampleParameter>>, { type, path }: Place): JsonObject {
  const names = new Set<string>(Object.keys(given));
  const conditions = new Set<string>();
  const document = translate(policy, names, conditions);
  const switches = [...conditions].map((name) => [`${name}Switch`, { Type: "String" }] as const);
  const parameters = [...names].map((name) => [name, parameter(given[name] ?? {})] as const);
  return {
    AWSTemplateFormatVersion: "2010-09-09",
    Parameters: Object.fromEntries([...parameters, ...switches]),
    Conditions: Object.fromEntries(
      [...conditions].map((name) => [name, { "Fn::Equals": [{ Ref: `${name}Switch` }, "yes"] }]),
    ),
    Resources: {
      [NAME]: { Type: type, Properties: { [path[0]]: within(path, document) } },
      [LATER]: {
        Type: "Custom::Later",
        Properties: { ServiceToken: "arn:aws:lambda:eu-west-1:999988887777:function:f" },
      },
    },
  };
}

function parameter({ default: value, allowedValues, allowedPattern, list }: ExampleParameter): JsonObject {
  return {
    Type: list ? "CommaDelimitedList" : "String",
    ...(value === undefined ? {} : { Default: value }),
    ...(allowedValues === undefined ? {} : { AllowedValues: allowedValues }),
    ...(allowedPattern === undefined ? {} : { AllowedPattern: allowedPattern }),
  };
}

/** Notes the parameters and conditions that the policy uses; what is known after apply becomes an attribute. */
function translate(value: Json, names: Set<string>, conditions: Set<string>): Json {
  if (isList(value)) return value.map((item) => translate(item, names, conditions));
  if (!isObject(value)) return value;
  const { Ref: ref, "Fn::Sub": sub, "Fn::If": branches } = value;
  if ("$unknown" in value) return { "Fn::GetAtt": [LATER, "Value"] };
  if (typeof ref === "string" && !ref.startsWith("AWS::")) names.add(ref);
  if (typeof sub === "string") for (const [, name = ""] of sub.matchAll(VARIABLE)) names.add(name);
  if (isList(branches) && typeof branches[0] === "string") conditions.add(branches[0]);
  return Object.fromEntries(Object.keys(value).map((key) => [key, translate(value[key] ?? null, names, conditions)]));
}

function yaml(value: Json, depth: number): string {
  const indent = "  ".repeat(depth);
  if (isList(value) && value.length > 0) {
    return value.map((item) => `\n${indent}-${nested(item, depth + 1)}`).join("");
  }
  if (isObject(value) && Object.keys(value).length > 0) {
    const lines = Object.keys(value).map(
      (key) => `${indent}${JSON.stringify(key)}:${nested(value[key] ?? null, depth + 1)}`,
    );
    return lines.join("\n");
  }
  return ` ${JSON.stringify(value)}`;
}

function nested(value: Json, depth: number): string {
  const text = yaml(value, depth);
  return isObject(value) && Object.keys(value).length > 0 ? `\n${text}` : text;
}
