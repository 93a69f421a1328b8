// Which of the files that a run may read are ours to check, and what people are told of the others.

import { errorIn } from "../../../findings/problem.ts";
import type { ReportError } from "../../../findings/report.ts";
import { unsupportedReason } from "../../../readers/index.ts";
import { UnsupportedForm } from "../../../readers/parse.ts";
import type { Content } from "../../../readers/reader.ts";
import { recognise } from "../../../readers/recognise.ts";
import { lasting } from "../../../text/parse.ts";
import { Problem } from "../../../text/problem.ts";
import type { Host } from "../../host.ts";
import type { Places } from "../../places.ts";
import { contextFiles } from "./context-files.ts";
import { type Candidate, candidates, type Search } from "./walk.ts";

export interface File {
  /** As reports have it. */
  readonly path: string;
  readonly content: Content;
}

export interface Found {
  readonly files: readonly File[];
  /** What makes one whole with files that are named. */
  readonly context: readonly File[];
  /** Inputs that cannot be read. */
  readonly errors: readonly ReportError[];
  /** What was left out and why, for people. */
  readonly notes: readonly string[];
  /** The same of named files that hold no infrastructure as code. */
  readonly foreignNotes: readonly string[];
}

/** Between the parts of every CloudFormation resource type, and before the account in ARNs of IAM; and what trust policies speak of besides. */
const WORDS = ["::", "AssumeRole", "Statement"];
/** What is called so by Terraform is so by other tools too, in dumps of their own. */
const ROLE = "aws_iam_role";
const INSTEAD = "of Terraform, give its state, or what 'terraform show -json' writes of a state or plan";
/** A text that bears one of these and does not parse is a broken input of ours, not somebody else's file. */
const MARKS = [
  // First what stands at the beginning of files that are long.
  '"format_version"',
  '"terraform_version"',
  "AWSTemplateFormatVersion",
  "AWS::",
  ROLE,
  '"aws:cloudformation:stack"',
  '"cdk:cloud-assembly"',
];
/** What is called so is ours even where it does not parse. */
const OUR_NAME = /\.(?:tfstate|(?:tf|tofu)(?:\.json)?)$/i;

/** Not called so by Terraform, whose files of that ending are known by their names. */
const OTHER_HCL = /\.hcl$/i;

type Judgement =
  | { readonly is: "ours"; readonly content: Content }
  | { readonly is: Exclude<Kind, "ours"> }
  | { readonly is: "unreadable"; readonly problem: Problem };

/** What a file that can be read is to us: to be checked, of a tool of Terraform's in another form, or none of ours. */
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
  const foreign: string[] = [];
  const others: string[] = [];
  let done = 0;
  for (const candidate of candidates(search, host, places)) {
    progress?.(done++);
    const { name } = candidate;
    if ("isExcluded" in candidate) excluded.push(name);
    if ("isExcluded" in candidate || files.has(name)) continue;
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

/** By nothing but what it is given. */
export function kindOfFile(
  { name, walked, isManifest }: Pick<Candidate, "name" | "walked" | "isManifest">,
  content: Content,
): Kind {
  const bears = wordsIn(content);
  const marked = isManifest || OUR_NAME.test(name) || unsupportedReason(name) !== undefined || bears(MARKS);
  // Most of what a folder holds is none of ours; it is not parsed to find that out.
  if (walked && !marked && !bears(WORDS)) return "other";
  const found = recognise(name, content);
  // HCL of other tools speaks of Terraform's resources too.
  if (found instanceof Problem && OTHER_HCL.test(name)) return "other";
  // What is wrong with it, `check` will say.
  if (found instanceof Problem) return marked || (found instanceof UnsupportedForm && !walked) ? "ours" : "other";
  if (found === "iac") return "ours";
  return bears([ROLE]) ? "foreign" : "other";
}

/** Tells of words of ASCII whether one of them stands in a file, which may be a big one; in UTF-16 there are zeros between the characters. */
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

/** What JSON and YAML have for letters and colons; in YAML a line that goes on in the next ends in a backslash. */
const ESCAPE = /\\(?:(?:u00|U000000|x)(3[Aa]|[4-7][\dA-Fa-f])|\r?\n[ \t]*)/g;

/** What is hidden from a search for words so is not hidden from CloudFormation. */
function withoutEscapes(text: string): string {
  return text.replace(ESCAPE, (_, code = "") => (code === "" ? "" : String.fromCharCode(Number.parseInt(code, 16))));
}

/** A disk's image may be gigabytes of them: a function called for each byte takes long. */
function withoutZeros(bytes: Uint8Array): Buffer {
  const kept = Buffer.alloc(bytes.length);
  let length = 0;
  for (let index = 0; index < bytes.length; index += 1) {
    const byte = bytes[index] ?? 0;
    if (byte !== 0) kept[length++] = byte;
  }
  return kept.subarray(0, length);
}

/** A commit hook names every file that changed. */
function listed(names: readonly string[]): string {
  const rest = names.length > 3 ? `, and ${names.length - 3} more` : "";
  const shown = names.slice(0, 3).map((name) => name || "this folder");
  return `${shown.join(", ")}${rest} ${names.length > 1 ? "are" : "is"}`;
}
