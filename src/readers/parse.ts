// A file parsed; or what to do about a file of Terraform's that has what is to be checked in a form that is not read.

import type { Parsed } from "../text/document.ts";
import { parseFile } from "../text/parse.ts";
import { Problem } from "../text/problem.ts";
import type { Content } from "./reader.ts";

/** What it says in another form can be read. */
export class UnreadForm extends Problem {}

const FORMS: readonly { readonly begins: RegExp; readonly message: string; readonly help: string }[] = [
  {
    // A zip archive whose first entry is called so: terraform, internal/plans/planfile/writer.go.
    begins: /^PK\p{Cc}{2}.{26}tfplan/su,
    message: "a Terraform plan in its binary form",
    help: "write it as JSON: 'terraform show -json FILE > plan.json'",
  },
  {
    // Terraform documentation, "Machine-Readable UI".
    begins: /^\{"@level":/,
    message: "the log that 'terraform plan -json' or 'terraform apply -json' writes, which holds no plan",
    help: "run 'terraform plan -out=tfplan', then 'terraform show -json tfplan > plan.json'",
  },
  {
    // opentofu, internal/encryption/base.go: basedata, and the serial and lineage of a state.
    begins: /^\{(?:"(?:serial|lineage)":[^,]*,|"meta":\{[^{}]*\},)*"encrypted_data":"/,
    message: "an encrypted OpenTofu state or plan",
    help: "give the output of 'tofu show -json', which decrypts it",
  },
];
/** Characters of a file that tell its form. */
const TELLING = 100_000;

/** Throws a Problem where the file cannot be read, an UnreadForm where what it holds could be in another. */
export function parseInput(path: string, content: Content): Parsed {
  const form = FORMS.find(({ begins }) => begins.test(beginning(content)));
  if (form !== undefined) throw new UnreadForm(form.message, form.help);
  return parseFile(path, content);
}

/** One character a byte. */
function beginning(content: Content): string {
  if (typeof content === "string") return content.slice(0, TELLING);
  return new TextDecoder("latin1").decode(content.subarray(0, TELLING));
}
