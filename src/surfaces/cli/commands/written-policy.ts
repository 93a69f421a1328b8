// The policy of a rule's example as users write it: in a YAML template, or in HCL.

import { type CarrierPlaces, OF_ROLE } from "../../../examples/carried.ts";
import {
  conditionOf,
  inQuotes,
  isAbsent,
  LATER,
  quoted,
  referenceTo,
  substituted,
  surroundings,
} from "../../../examples/terraform-words.ts";
import type { Example } from "../../../rules/rule.ts";
import { isList, isObject, type Json } from "../../../text/document.ts";

export type Language = "yaml" | "hcl";

/** Below the property of the resource that carries it. */
export function policyIn(
  language: Language,
  policy: Json,
  { cloudformation, terraform }: CarrierPlaces = OF_ROLE,
): string {
  return language === "hcl"
    ? `${terraform?.path[0] ?? "policy"} = jsonencode(${expression(policy, "")})`
    : `${cloudformation?.path[0] ?? "Policy"}:${yamlBelow(policy, "  ")}`;
}

/** Anything that a file of YAML holds. */
export function inYaml(value: Json): string {
  return yamlBelow(value, "").trimStart();
}

export function parametersIn(language: Language, parameters: NonNullable<Example["parameters"]>): string {
  if (language === "hcl") {
    const { variable } = surroundings(null, parameters);
    return isObject(variable)
      ? Object.keys(variable)
          .map((key) => block(`variable ${quoted(key)}`, variable[key] ?? null, ""))
          .join("\n\n")
      : "";
  }
  const declared = Object.entries(parameters).map(([key, { default: value, allowedValues, allowedPattern, list }]) => [
    key,
    {
      Type: list ? "CommaDelimitedList" : "String",
      ...(value !== undefined && { Default: value }),
      ...(allowedValues !== undefined && { AllowedValues: allowedValues }),
      ...(allowedPattern !== undefined && { AllowedPattern: allowedPattern }),
    },
  ]);
  return inYaml({ Parameters: Object.fromEntries(declared) });
}

/** A block as the JSON syntax of Terraform has it: types and conditions are expressions. */
function block(head: string, body: Json, indent: string): string {
  const deeper = `${indent}  `;
  const lines = Object.entries(isObject(body) ? body : {}).map(([key, value]) => {
    if (isList(value) && key === "validation") return value.map((each) => deeper + block(key, each, deeper)).join("\n");
    const written =
      typeof value === "string" && /^(?:type|condition)$/.test(key)
        ? value.replace(/^\$\{(.*)\}$/s, "$1")
        : expression(value, deeper);
    return `${deeper}${key} = ${written}`;
  });
  return `${head} {\n${lines.join("\n")}\n${indent}}`;
}

/** What YAML reads as this text without quotes. */
const PLAIN = /^(?!(?:true|false|null|yes|no|on|off|y|n)$)[A-Za-z](?:[\w./-]|:(?=\S))*$/i;

function yamlBelow(value: Json, indent: string): string {
  const short = shortForm(value);
  if (short !== undefined) return ` ${short}`;
  if (isList(value) && value.length > 0) {
    return value.map((item) => `\n${indent}- ${yamlBelow(item, `${indent}  `).trimStart()}`).join("");
  }
  if (isObject(value) && Object.keys(value).length > 0) {
    const branches = value["Fn::If"];
    if (isList(branches)) return ` !If${yamlBelow(branches, indent)}`;
    return Object.keys(value)
      .map((key) => `\n${indent}${scalar(key)}:${yamlBelow(value[key] ?? null, `${indent}  `)}`)
      .join("");
  }
  return ` ${scalar(value)}`;
}

function shortForm(value: Json): string | undefined {
  if (!isObject(value)) return undefined;
  const { Ref: ref, "Fn::Sub": sub } = value;
  if (typeof ref === "string") return `!Ref ${ref}`;
  if (typeof sub === "string") return `!Sub ${JSON.stringify(sub)}`;
  return "$unknown" in value ? "!GetAtt Later.Value" : undefined;
}

function scalar(value: Json): string {
  return typeof value === "string" && PLAIN.test(value) ? value : JSON.stringify(value);
}

function expression(value: Json, indent: string): string {
  const deeper = `${indent}  `;
  if (typeof value === "string") return quoted(value);
  if (isList(value)) {
    if (value.length === 0) return "[]";
    return `[\n${value.map((item) => `${deeper}${expression(item, deeper)},\n`).join("")}${indent}]`;
  }
  if (!isObject(value)) return JSON.stringify(value);
  const { Ref: ref, "Fn::Sub": sub, "Fn::If": branches } = value;
  if (isAbsent(value)) return "null";
  if ("$unknown" in value) return LATER;
  if (typeof ref === "string") return referenceTo(ref);
  if (typeof sub === "string") return inQuotes(substituted(sub));
  if (isList(branches)) {
    const [name, met = null, otherwise = null] = branches;
    return `${conditionOf(JSON.stringify(name).slice(1, -1))} ? ${expression(met, indent)} : ${expression(otherwise, indent)}`;
  }
  const keys = Object.keys(value);
  if (keys.length === 0) return "{}";
  const entries = keys.map((key) => `${deeper}${name(key)} = ${expression(value[key] ?? null, deeper)}\n`);
  return `{\n${entries.join("")}${indent}}`;
}

function name(key: string): string {
  return /^[A-Za-z_][\w-]*$/.test(key) ? key : quoted(key);
}
