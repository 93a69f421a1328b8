// What rewrites a template before CloudFormation reads it: macros that can change anything, and tools with a dialect of their own.

import {
  at,
  type Document,
  entry,
  isList,
  isObject,
  type Json,
  maySpell,
  scalarText,
  textAt,
} from "../../../text/document.ts";
import { TAG_BEGINS, templateEngineOf } from "../../template-engines.ts";

export interface Rewriter {
  /** For people: "macro Replace", "org-formation". */
  readonly name: string;
  /** What it puts something else in the place of, in a text. */
  readonly tag?: RegExp;
}

/** Transforms of CloudFormation itself that leave a written policy as it is (CloudFormation User Guide, "Transform reference"). */
const HARMLESS =
  /^AWS::(?:Serverless-2016-10-31|LanguageExtensions|CodeDeployBlueGreen|ServiceCatalog|SecretsManager-\d{4}-\d{2}-\d{2}|Include)$/;

const DIALECTS: readonly { readonly name: string; readonly speaks: (template: Document) => boolean }[] = [
  // org-formation, reference: a template of its own has the version "2010-09-09-OC", and says to whose accounts its resources go.
  {
    name: "org-formation",
    speaks: ({ value: template }) =>
      textAt(template, "AWSTemplateFormatVersion").endsWith("-OC") ||
      [template, ...resources(template)].some((each) => hasKey(each, /^OrganizationBinding/)),
  },
  // Rain, "Rain metadata commands" and "Modules": its functions, and sections that no template of CloudFormation has. What puts a file or its address in S3 in its own place (package cft/pkg) leaves all around it as it is written.
  {
    name: "Rain",
    speaks: (template) =>
      hasKey(template.value, /^(?:Rain|Modules|Packages)$/) ||
      (maySpell(template, /Rain::/) && holdsKey(template.value, /^(?:Fn::)?Rain::(?!(?:S3|S3Http|Embed)$)\w+$/)),
  },
];

export function rewriterOf(document: Document): Rewriter | undefined {
  const { value } = document;
  const macros = macroNames(value).filter((name) => !HARMLESS.test(name));
  if (macros.length > 0) return { name: `macro ${macros.join(", ")}` };
  return DIALECTS.find(({ speaks }) => speaks(document)) ?? templateEngineRewriter(document);
}

function macroNames(template: Json): readonly string[] {
  const declared = entry(template, "Transform");
  if (declared === undefined) return [];
  return (isList(declared) ? declared : [declared]).map(
    (each) => scalarText(isObject(each) ? entry(each, "Name") : each) ?? "of a name that is no text",
  );
}

function resources(template: Json): readonly Json[] {
  const found = entry(template, "Resources");
  return isObject(found) ? Object.values(found) : [];
}

function hasKey(value: Json, key: RegExp): boolean {
  return isObject(value) && Object.keys(value).some((name) => key.test(name));
}

function holdsKey(value: Json, key: RegExp): boolean {
  for (const part of partsOf(value)) if (hasKey(part, key)) return true;
  return false;
}

/** The value and all in it but what stands under a key like `except`; it may be nested deeper than calls can be. */
function* partsOf(value: Json, except?: RegExp): Generator<Json> {
  const left = [value];
  for (let part = left.pop(); part !== undefined; part = left.pop()) {
    yield part;
    if (isList(part)) for (const item of part) left.push(item);
    if (isObject(part)) for (const key of Object.keys(part)) if (!except?.test(key)) left.push(part[key] ?? null);
  }
}

/** Sections, and types of resources, whose texts are CloudFormation's and no program's or document's with tags of its own. */
const SECTIONS = ["Description", "Parameters", "Mappings", "Conditions", "Outputs"];
const TYPES = /^AWS::(?:IAM|CloudFormation|Serverless)::/;
/** A name in braces in a policy is an oversight, unless other parts of the file have such names too. */
const POLICY = /^(?:AssumeRole)?PolicyDocument$/;

function templateEngineRewriter(document: Document): Rewriter | undefined {
  const { value } = document;
  if (!maySpell(document, TAG_BEGINS)) return undefined;
  const ours = resources(value).filter((each) => TYPES.test(textAt(each, "Type")));
  const around = [
    ...textsIn([...SECTIONS.map((name) => entry(value, name) ?? null), ...ours], POLICY),
    ...keysOf(value),
  ];
  const within = [...textsIn(ours), ...document.comments().map(({ text }) => text)];
  const text = (all: readonly string[]) => all.join("\n");
  return templateEngineOf(text(around), true) ?? templateEngineOf(text(within), false);
}

function textsIn(value: Json, except?: RegExp): readonly string[] {
  return [...partsOf(value, except)].filter((part) => typeof part === "string");
}

/** Of the sections and of what stands in them. */
function keysOf(value: Json): readonly string[] {
  if (!isObject(value)) return [];
  return Object.keys(value).flatMap((key) => {
    const section = at(value, [key]);
    return [key, ...(isObject(section) ? Object.keys(section) : [])];
  });
}
