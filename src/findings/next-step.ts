// What would decide what cannot be told: the next step for its reader, by the reason and where it comes from.

import { keyMeant } from "../iam/language/nearest-key.ts";
import type { Format } from "../readers/reader.ts";
import { renderingHelp } from "../readers/template-engines.ts";
import { upToLast } from "../text/scan.ts";
import type { Doubt, Reason } from "../values/doubt.ts";

export interface OpenQuestion extends Doubt {
  readonly format: Format;
  /** The principal as written. */
  readonly principal: string;
}

/** A step, or what it is by the rest of what is known. */
type Step = string | ((question: OpenQuestion) => string);

const STEPS: Readonly<Record<Reason, Step>> = {
  parameter: ofParameter,
  import: ofValueElsewhere,
  "known-after-apply": ofValueElsewhere,
  "dynamic-reference": ofValueElsewhere,
  macro: ({ source }) => rewrite(source),
  sensitive: "a sensitive value is not read: check the policy where the value is written, or make it not sensitive",
  file: ({ principal, source }) =>
    `${bound(principal, source)}check it together with the file that declares it, and correct what refers to it if there is none`,
  network:
    "a network tells nobody apart who can get into it: name the account or the role as principal, or demand aws:PrincipalAccount or aws:PrincipalOrgID",
  time: "remove the statement when its time has passed, and limit who can use it until then",
  "condition-key": ofKey,
  "undefined-by-aws": "AWS does not document what this means: write the condition in another way",
  malformed: "correct what IAM will refuse, then check again",
  undeclared: ofUndeclared,
  budget: "make the policy simpler: fewer patterns, policy variables and conditional branches in one policy",
};

/** Completes "help: …". */
export function nextStep(question: OpenQuestion): string {
  const step = STEPS[question.reason];
  return typeof step === "string" ? step : step(question);
}

function ofKey({ source }: OpenQuestion): string {
  const key = source.replace(/^condition key /, "");
  const meant = keyMeant(key);
  if (meant !== undefined) return `did you mean ${meant}? ${key} is none that AWS documents for sts:AssumeRole`;
  return `check the spelling of ${key}; if it is right, add a condition on a key that AWS sends with sts:AssumeRole`;
}

/** Parameters and variables that carry accounts of the reader's organization: the CDK's bootstrap template, administrators of stack sets, management accounts. */
const OURS = /^trusted_?accounts|(?:admin(?:istrator|istration)?|management|mgmt)_?account/i;

/** By its name alone: it decides what is suggested first, and nothing else. */
export function isLikelyOurs(parameter: string): boolean {
  return OURS.test(parameter);
}

const INLINE_VENDOR = "Metadata: { Unconfused: { vendor: NAME } } on the resource";

/** `${Name}` in the principal carries an account; elsewhere it is a value like any other. */
function ofParameter({ source, principal }: OpenQuestion): string {
  if (source.startsWith("the parameters ")) return "give values for some of them with --parameters FILE";
  const name = /^(?:parameter|variable) (?:.*[/.])?([\w-]+)$/.exec(source)?.[1];
  const value = "give its value with --parameters FILE";
  if (name === undefined || !isNamedIn(name, principal)) return value;
  const vendors = `accountParameters: [${name}] of a vendor`;
  const ours = `accounts: { organizationParameters: [${name}] } if the account is yours`;
  const [first, second] = isLikelyOurs(name) ? [ours, vendors] : [vendors, ours];
  return `${value}, or say in unconfused.yaml whose account it carries: ${first}, or ${second}`;
}

/** By `${Name}`, or as what an address ends with: `${var.name}`. */
function isNamedIn(name: string, principal: string): boolean {
  return namesIn(principal).some((one) => one === name || one.endsWith(`.${name}`) || one.endsWith(`/${name}`));
}

function namesIn(principal: string): readonly string[] {
  return Array.from(upToLast("}", principal).matchAll(/\$\{([^}]*)\}/g), ([, name = ""]) => name);
}

function ofValueElsewhere({ format, reason, source, principal }: OpenQuestion): string {
  const bind = bound(principal, source);
  if (format === "terraform-plan") {
    return `${bind}apply the plan, then check the state: 'terraform show -json > state.json'`;
  }
  if (format === "terraform-json" || format === "hcl") {
    return `${bind}check the plan or the state, where the value stands: 'terraform show -json PLANFILE > plan.json'`;
  }
  const parameter = "pass the value as a parameter and give it with --parameters FILE";
  if (bind !== "") return `${bind}say it there: ${INLINE_VENDOR}; or ${parameter}`;
  if (principal.includes("${")) {
    return `if a vendor's account comes from it, say whose: ${INLINE_VENDOR}; or ${parameter}`;
  }
  return reason === "import"
    ? `check the template that exports it in the same cloud assembly, or ${parameter}`
    : parameter;
}

/** Before another step: how to say whose account an attribute carries; empty where none does. */
function bound(principal: string, source: string): string {
  const address = addressIn(principal, source);
  if (address === undefined) return "";
  return `if a vendor's account comes from it, say so in unconfused.yaml: accountParameters: [${inYaml(address)}] of the vendor; or `;
}

/** An entry of a list in brackets. */
export function inYaml(address: string): string {
  return /^[\w.-]+$/.test(address) ? address : `'${address}'`;
}

/** The attribute in the principal that is what cannot be told, by its address: of Terraform, or `Resource.Attribute`. */
function addressIn(principal: string, source: string): string | undefined {
  const [, attribute, resource] = /^attribute (\S+) of (\S+)$/.exec(source) ?? [];
  const known = attribute === undefined ? source.replace(/, .*$/s, "") : `${resource}.${attribute}`;
  return namesIn(principal).find(
    (name) => name.includes(".") && (name === known || name.startsWith(`${known}[`) || name.startsWith(`${known}.`)),
  );
}

function ofUndeclared({ source }: OpenQuestion): string {
  const organization = /^organization (o-[a-z0-9]+)$/.exec(source)?.[1];
  if (organization !== undefined) {
    return `is ${organization} yours? Declare it in unconfused.yaml: organizationIds: [${organization}]`;
  }
  const account = /^account (\d{12}|\$\{[^}]*\})$/.exec(source)?.[1];
  if (account !== undefined) {
    return `whose is ${account}? Declare it in unconfused.yaml: under vendors, with its tenancy, or under accounts if it is yours`;
  }
  return "name the account or the role by its ARN: then it can be told whose it is";
}

/** By what rewrites the file, as the readers name it. */
function rewrite(source: string): string {
  if (!source.startsWith("macro ")) return renderingHelp(source);
  return "check the template that the macro makes: 'aws cloudformation get-template --template-stage Processed' of a change set or stack";
}
