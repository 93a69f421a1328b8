// Which files of a run are infrastructure as code, and the notes and errors on the others.

import { errorIn } from "../../../findings/problem.ts";
import type { ReportError } from "../../../findings/report.ts";
import { unsupportedReason } from "../../../readers/index.ts";
import { UnsupportedForm } from "../../../readers/parse.ts";
import type { Content } from "../../../readers/reader.ts";
import { recognise } from "../../../readers/recognise.ts";
import { lasting } from "../../../text/parse.ts";
import { Problem } from "../../../text/problem.ts";
import { TOO_LONG } from "../../../text/yaml/parse.ts";
import type { Host } from "../../host.ts";
import type { Places } from "../../places.ts";
import { contextFiles } from "./context-files.ts";
import { type Candidate, candidates, type Search } from "./walk.ts";

export interface File {
  /** Its name in reports. */
  readonly path: string;
  readonly content: Content;
}

export interface Found {
  readonly files: readonly File[];
  /** Files that named files are judged together with. */
  readonly context: readonly File[];
  /** Inputs that cannot be read. */
  readonly errors: readonly ReportError[];
  /** Notes for people on what was left out, and why. */
  readonly notes: readonly string[];
  /** Notes on named files that hold no infrastructure as code. */
  readonly foreignNotes: readonly string[];
}

/** `::` is in every CloudFormation resource type and in every ARN of IAM; the last is in a service of the Serverless Framework whose resources are in other files, the others in trust policies. */
const WORDS = ["::", "AssumeRole", "Statement", "${file("];
const RESOURCES = ["Resources:", 'Resources":', "Resources':", "Resources :"];
/** Terraform's type of roles, which dumps of other tools have too. */
const ROLE = "aws_iam_role";
const INSTEAD = "of Terraform, give its state, or what 'terraform show -json' writes of a state or plan";
/** A file with one of these words that does not parse is an error; other files that do not parse are skipped. */
const MARKS = [
  // First the words that are at the beginning of long files.
  '"format_version"',
  '"terraform_version"',
  "AWSTemplateFormatVersion",
  "AWS::",
  ROLE,
  '"aws:cloudformation:stack"',
  '"cdk:cloud-assembly"',
];
/** Names of files that are errors if they do not parse, whatever they contain. */
const OUR_NAME = /\.(?:tfstate|(?:tf|tofu)(?:\.json)?)$/i;

/** Files with this ending are not Terraform's, except for those that Terraform knows by their names. */
const OTHER_HCL = /\.hcl$/i;

type Judgement =
  | { readonly is: "ours"; readonly content: Content }
  | { readonly is: Exclude<Kind, "ours"> }
  | { readonly is: "unreadable"; readonly problem: Problem };

/** What a readable file is: to be checked, in a form of Terraform's that is not read, or not infrastructure as code. */
export type Kind = "ours" | "foreign" | "other";

/** `progress` is told how many files have been looked at. */
export function discover(
  search: Search,
  host: Host,
  places: Places,
  progress?: (done: number) => void,
  kindOf: typeof kindOfFile = kindOfFile,
): Found {
  const files = new Map<string, Content>();
  const alone: string[] = [];
  const errors: ReportError[] = [];
  const excluded: string[] = [];
  const links: string[] = [];
  const foreign: string[] = [];
  const others: string[] = [];
  let done = 0;
  for (const candidate of candidates(search, host, places)) {
    progress?.(done++);
    const { name } = candidate;
    if ("isExcluded" in candidate) excluded.push(name);
    if ("isLink" in candidate) links.push(name);
    if ("isExcluded" in candidate || "isLink" in candidate || files.has(name)) continue;
    const { walked } = candidate;
    const judged = judge(candidate, kindOf);
    if (judged.is === "ours") {
      files.set(name, judged.content);
      if (!walked) alone.push(name);
    }
    if (judged.is === "unreadable") errors.push(errorIn(name, judged.problem));
    if (judged.is === "foreign" && !walked) foreign.push(name);
    if (judged.is === "other" && !walked) others.push(name);
  }
  const context = contextFiles(alone, host, places);
  const known = new Set(errors.map(({ file }) => file));
  return {
    files: [...files].map(([path, content]) => ({ path, content })),
    context: context.files.filter(({ path }) => !files.has(path) && !search.leavesOut(path)),
    errors: [
      ...errors,
      ...context.errors.filter(({ file = "" }) => !known.has(file) && !files.has(file) && !search.leavesOut(file)),
    ],
    notes: [
      ...foreign.map((name) => `${name} is in no format that is read: skipped; ${INSTEAD}`),
      ...(links.length > 0 ? [`symbolic links are not followed: ${few(links)}; name what they lead to`] : []),
      ...(excluded.length > 0 ? [`${listed(excluded)} excluded by the configuration or --exclude: skipped`] : []),
    ],
    foreignNotes: others.length > 0 ? [`${listed(others)} not infrastructure as code: skipped`] : [],
  };
}

function judge(candidate: Candidate, kindOf: typeof kindOfFile): Judgement {
  try {
    const content = lasting(candidate.name, candidate.content());
    const kind = kindOf(candidate, content);
    return kind === "ours" ? { is: kind, content } : { is: kind };
  } catch (thrown) {
    if (thrown instanceof Problem) return { is: "unreadable", problem: thrown };
    throw thrown;
  }
}

/** Depends on its arguments alone. */
export function kindOfFile(
  { name, walked, isManifest }: Pick<Candidate, "name" | "walked" | "isManifest">,
  content: Content,
): Kind {
  const bears = wordsIn(content);
  const marked = isManifest || OUR_NAME.test(name) || unsupportedReason(name) !== undefined || bears(MARKS);
  // Most files of a folder are not infrastructure as code; they are recognised without parsing.
  if (walked && !marked && !bears(WORDS)) return "other";
  const found = recognise(name, content);
  // HCL files of other tools can name resources of Terraform too.
  if (found instanceof Problem && OTHER_HCL.test(name)) return "other";
  // What is longer than any template is a recording or a log that speaks of AWS, unless it has the section of templates.
  if (walked && found instanceof Problem && found.message === TOO_LONG && !bears(RESOURCES)) return "other";
  // The check reports what is wrong with it.
  if (found instanceof Problem) return marked || (found instanceof UnsupportedForm && !walked) ? "ours" : "other";
  if (found === "iac") return "ours";
  return bears([ROLE]) ? "foreign" : "other";
}

/** Whether one of the ASCII words is in a file, which may be big; in UTF-16 there are zeros between the characters. */
function wordsIn(content: Content): (words: readonly string[]) => boolean {
  // Longer than any template.
  if (typeof content === "string") return (words) => words.some((word) => content.includes(word));
  const bytes = Buffer.from(content.buffer, content.byteOffset, content.byteLength);
  const narrow = bytes.includes(0) ? withoutZeros(bytes) : bytes;
  let spelled: string | undefined;
  return (words) => {
    if (words.some((word) => narrow.includes(word))) return true;
    if (narrow.length > LONGEST_TEMPLATE || !narrow.includes("\\")) return false;
    spelled ??= withoutEscapes(narrow.toString("latin1"));
    const text = spelled;
    return words.some((word) => text.includes(word));
  };
}

/** In bytes, of any encoding; CloudFormation takes 1 MB (User Guide, "CloudFormation quotas"). */
const LONGEST_TEMPLATE = 4 * 1024 * 1024;

/** Escapes by which JSON and YAML can spell letters and colons; in YAML a backslash at the end of a line joins it with the next. */
const ESCAPE = /\\(?:(?:u00|U000000|x)(3[Aa]|[4-7][\dA-Fa-f])|\r?\n[ \t]*)/g;

/** A word that is spelled with escapes is hidden from a search, but not from CloudFormation. */
function withoutEscapes(text: string): string {
  return text.replace(ESCAPE, (_, code = "") => (code === "" ? "" : String.fromCharCode(Number.parseInt(code, 16))));
}

/** A loop, because a disk image may be gigabytes, and a function call for each byte takes long. */
function withoutZeros(bytes: Uint8Array): Buffer {
  const kept = Buffer.alloc(bytes.length);
  let length = 0;
  for (let index = 0; index < bytes.length; index += 1) {
    const byte = bytes[index] ?? 0;
    if (byte !== 0) kept[length++] = byte;
  }
  return kept.subarray(0, length);
}

function listed(names: readonly string[]): string {
  return `${few(names)} ${names.length > 1 ? "are" : "is"}`;
}

/** A commit hook names every changed file, so these notes are short. */
function few(names: readonly string[]): string {
  const rest = names.length > 3 ? `, and ${names.length - 3} more` : "";
  const shown = names.slice(0, 3).map((name) => name || "this folder");
  return `${shown.join(", ")}${rest}`;
}
