// What rewrites a template before CloudFormation reads it: macros that can change anything, and tools with a dialect of their own.

import { at, entry, isList, isObject, type Json } from "../../text/document.ts";

/** Transforms of CloudFormation itself that leave a written policy as it is (CloudFormation User Guide, "Transform reference"). */
const HARMLESS =
  /^AWS::(?:Serverless-2016-10-31|LanguageExtensions|CodeDeployBlueGreen|ServiceCatalog|SecretsManager-\d{4}-\d{2}-\d{2}|Include)$/;

const DIALECTS: readonly { readonly name: string; readonly speaks: (template: Json) => boolean }[] = [
  // org-formation, reference: a template of its own has the version "2010-09-09-OC".
  { name: "org-formation", speaks: (template) => String(entry(template, "AWSTemplateFormatVersion")).endsWith("-OC") },
  // Rain, modules: a resource of type !Rain::Module is replaced by the resources of another file.
  { name: "Rain", speaks: (template) => types(template).some((type) => entry(type, "Fn::Rain::Module") !== undefined) },
];

export function rewriterOf(template: Json): string | undefined {
  const macros = transforms(template).filter((name) => !HARMLESS.test(name));
  if (macros.length > 0) return `macro ${macros.join(", ")}`;
  return DIALECTS.find(({ speaks }) => speaks(template))?.name;
}

function transforms(template: Json): readonly string[] {
  const declared = entry(template, "Transform");
  if (declared === undefined) return [];
  return (isList(declared) ? declared : [declared]).map((each) => String(isObject(each) ? entry(each, "Name") : each));
}

function types(template: Json): readonly (Json | undefined)[] {
  const resources = entry(template, "Resources");
  return isObject(resources) ? Object.keys(resources).map((id) => at(resources, [id, "Type"])) : [];
}
