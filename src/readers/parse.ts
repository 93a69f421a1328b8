// Parses a file, and refuses Terraform's binary and text forms with what to do instead.

import type { Parsed } from "../text/document.ts";
import { parseFile } from "../text/parse.ts";
import { Problem } from "../text/problem.ts";
import { source } from "../text/source.ts";
import type { Content } from "./reader.ts";
import { renderingHelp, templateEngineAt } from "./template-engines.ts";

/** What it says in another form can be read. */
export class UnsupportedForm extends Problem {}

/** Terraform CLI documentation, "terraform show": by its name alone a plan is known to nobody. */
const SHOW_COMMAND = "'terraform show -json PLANFILE > plan.json'";

/** hashicorp/setup-terraform, wrapper/terraform.js, runs Terraform by the toolkit's exec, which prints the command, and sets outputs afterwards. */
const WRAPPER = {
  message: "what the wrapper of hashicorp/setup-terraform prints: lines of its own around the JSON",
  help: "set 'terraform_wrapper: false' in hashicorp/setup-terraform, or run 'terraform-bin show -json PLANFILE > plan.json'",
};
const WRAPPED = /\n::(?:debug::Terraform exited|set-output name=)[^\n]*(?:\n\s*)?$/;

/** A function, for V8 takes long over a class of all Unicode where the pattern stands, and most files are asked for none of these. */
const forms = (): readonly { readonly begins: RegExp; readonly message: string; readonly help: string }[] => [
  { begins: /^\s*\[command\]/, ...WRAPPER },
  {
    // Terraform, internal/command/views/plan.go; colours may stand before it.
    begins:
      /^(?:\s|\p{Cc}\[[\d;]*m)*(?:(?:Terraform|OpenTofu) (?:used the selected providers|will perform the following)|No changes\. |Note: Objects have changed outside of)/u,
    message: "a plan as Terraform prints it for people",
    help: `write it as JSON: 'terraform plan -out=PLANFILE', then ${SHOW_COMMAND}`,
  },
  {
    // A zip archive whose first entry is called so: terraform, internal/plans/planfile/writer.go.
    begins: /^PK\p{Cc}{2}.{26}tfplan/su,
    message: "a Terraform plan in its binary form",
    help: `write it as JSON: ${SHOW_COMMAND}`,
  },
  {
    // Terraform documentation, "Machine-Readable UI".
    begins: /^\s*\{\s*"@(?:level|message|module|timestamp)":/,
    message: "the log that 'terraform plan -json' or 'terraform apply -json' writes, which holds no plan",
    help: `run 'terraform plan -out=PLANFILE', then ${SHOW_COMMAND}`,
  },
  {
    // opentofu, internal/encryption/base.go: basedata, and the serial and lineage of a state.
    begins: /^\{(?:"(?:serial|lineage)":[^,]*,|"meta":\{[^{}]*\},)*"encrypted_data":"/,
    message: "an encrypted OpenTofu state or plan",
    help: "give the output of 'tofu show -json', which decrypts it",
  },
];
/** Characters of a file that tell its form. */
const MOST_CHARACTERS = 100_000;

/** Throws a Problem where the file cannot be read, an UnsupportedForm where what it holds could be in another. */
export function parseInput(path: string, content: Content): Parsed {
  const first = beginning(content);
  const form = first === "" ? undefined : forms().find(({ begins }) => begins.test(first));
  if (form !== undefined) throw new UnsupportedForm(form.message, form.help);
  try {
    return parseFile(path, content);
  } catch (thrown) {
    throw thrown instanceof Problem ? (templateEngineProblem(path, content, thrown) ?? thrown) : thrown;
  }
}

/** What another tool fills in first is not to be mended where a parser stops at it. */
function templateEngineProblem(path: string, content: Content, { line = 1, column = 1 }: Problem): Problem | undefined {
  const from = source(path, content);
  if (WRAPPED.test(from.text.slice(-MOST_CHARACTERS))) return new UnsupportedForm(WRAPPER.message, WRAPPER.help);
  const templating = templateEngineAt(from.text, from.line(line) ?? "");
  if (templating === undefined) return undefined;
  const message = `this is a template of ${templating.name}, which is not ${/\.json$/i.test(path) ? "JSON" : "YAML"} until it is rendered`;
  return new Problem(message, renderingHelp(templating.name), { line, column });
}

/** What none of them begins with, and most files do. */
const OTHER_BEGINNING = /^[ \t\r\n]*[!-MQRSU-Z\\\]^_`a-z|}~]/;
/** Blank lines before it are few. */
const FEW = 200;

/** One character a byte; empty where it is no form's. */
function beginning(content: Content): string {
  const first = charactersOf(content, FEW);
  return OTHER_BEGINNING.test(first) ? "" : charactersOf(content, MOST_CHARACTERS);
}

function charactersOf(content: Content, most: number): string {
  if (typeof content === "string") return content.slice(0, most);
  return new TextDecoder("latin1").decode(content.subarray(0, most));
}
