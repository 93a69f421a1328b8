// Reads a file of deploy-time values, in the forms that deployment tools take.

import { type Document, entry, isList, isObject, type Json, type Path } from "../text/document.ts";
import { constantIn } from "../text/hcl/constant.ts";
import { parseHcl } from "../text/hcl/document.ts";
import { nearest } from "../text/nearest.ts";
import { parse } from "../text/parse.ts";
import { Problem } from "../text/problem.ts";
import { placeOf, shown } from "../text/schema-faults.ts";
import { type Source, source } from "../text/source.ts";

const FORMS =
  'write a map of names to values, or a list of { "ParameterKey": NAME, "ParameterValue": VALUE } as CloudFormation takes it';

/**
 * The parameter list of the AWS command line (alone, or in the skeleton of a call), the `Parameters` of a CodePipeline template configuration, or a flat map (tfvars as JSON is one), or tfvars as Terraform's own language has them;
 * what has no value in it is left open.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/continuous-delivery-codepipeline-cfn-artifacts.html
 * Throws Problem.
 */
export function readParameters(name: string, content: Uint8Array): ReadonlyMap<string, unknown> {
  if (VALUES.test(name)) return valuesIn(source(name, content));
  const { documents, warnings } = parse(source(name, content));
  const [document, second] = documents;
  if (document === undefined) throw new Problem("the file is empty", FORMS);
  if (second !== undefined) throw at(second, [], "a second document in one file");
  const [warning] = warnings;
  if (warning !== undefined) throw refused(warning);
  const { value } = document;
  const declared = entry(value, "Parameters");
  const within: Path = isObject(declared) || isList(declared) ? ["Parameters"] : [];
  const parameters = within.length > 0 ? declared : value;
  if (isList(parameters)) {
    const entries = parameters.map((each, index) => fromList(document, each, [...within, index]));
    const keys = entries.map(({ key }) => key);
    const repeated = keys.findIndex((key, index) => keys.indexOf(key) !== index);
    if (repeated >= 0) throw at(document, [...within, repeated], `${shown(keys[repeated])} is given twice`);
    return new Map(entries.flatMap(({ key, value }) => (value === undefined ? [] : [[key, value] as const])));
  }
  if (!isObject(parameters)) throw at(document, [], "this is neither a map nor a list");
  const names = Object.keys(parameters).filter((name) => entry(parameters, name) !== null);
  return new Map(names.map((name) => [name, asWritten(document, [...within, name], entry(parameters, name))]));
}

const VALUES = /\.tfvars$/i;

/** https://developer.hashicorp.com/terraform/language/values/variables#variable-definitions-tfvars-files */
function valuesIn(from: Source): ReadonlyMap<string, unknown> {
  const { body, problems } = parseHcl(from).file;
  const [problem] = problems;
  if (problem !== undefined) throw problem;
  const [block] = body.blocks;
  const refuse = (message: string, start: number) => {
    throw new Problem(
      message,
      'write one NAME = VALUE a line, as "terraform plan -var-file" takes them',
      from.position(start),
    );
  };
  if (block !== undefined) refuse("a block in a file of values", block.start);
  const values = Array.from(body.attributes.values(), ({ name, value }) => {
    return [
      name,
      constantIn(value) ??
        (value.kind === "literal" ? null : refuse(`the value of ${name} is no constant`, value.start)),
    ] as const;
  });
  return new Map(values.filter(([, value]) => value !== null));
}

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_Parameter.html */
const KEYS = ["ParameterKey", "ParameterValue", "UsePreviousValue", "ResolvedValue"];

/** Without a value where it is the one that the stack has already (`UsePreviousValue`), which is in no file. */
function fromList(document: Document, each: Json, path: Path): { readonly key: string; readonly value?: unknown } {
  const key = entry(each, "ParameterKey");
  if (typeof key !== "string") throw at(document, path, "this entry has no ParameterKey");
  const stray = isObject(each) ? Object.keys(each).find((name) => !KEYS.includes(name)) : undefined;
  if (stray !== undefined) throw misspelt(document, [...path, stray], stray);
  const value = entry(each, "ParameterValue");
  return value === undefined ? { key } : { key, value: asWritten(document, [...path, "ParameterValue"], value) };
}

/** The value below a misspelt key would count for nothing. */
function misspelt(document: Document, path: Path, key: string): Problem {
  const meant = nearest(key, KEYS);
  const help = meant === undefined ? `known here: ${KEYS.join(", ")}` : `did you mean ${meant}?`;
  return new Problem(`unknown key ${shown(key)}`, help, placeOf(document, path, "key"));
}

/** Keys given twice and bytes that are no text: in a checked file a note says how they are read, but which value a parameter has must be sure. */
function refused({ message, help, line = 1, column = 1 }: Problem): Problem {
  const [fault = message] = message.split("; ");
  return new Problem(fault, help, { line, column });
}

/** Numbers keep their spelling: an account id must not lose a leading zero. */
function asWritten(document: Document, path: Path, value: Json | undefined): unknown {
  if (isList(value)) return value.map((each, index) => asWritten(document, [...path, index], each));
  if (typeof value === "number" || typeof value === "boolean") return document.spelling(path) ?? `${value}`;
  return value;
}

function at(document: Document, path: Path, message: string): Problem {
  return new Problem(message, FORMS, document.source.position(document.locate(path).start));
}
