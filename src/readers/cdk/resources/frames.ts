// The stack traces that the CDK records for a construct, without frames outside of the user's program.

import { at, entry, isList, type Json } from "../../../text/document.ts";
import { dataOf } from "../model/constructs.ts";

export interface Frame {
  /** As the trace has it, with "/" between folders: an absolute path, a `file:` URL, or relative to where the app ran; of Java, to a folder of sources. */
  readonly file: string;
  readonly line: number;
  /** Node tells it; Python and Java do not. */
  readonly column?: number;
}

/** `new Role (/app/lib/stack.ts:24:5)`; `__init__ (/app/stack.py:24)`, `com.acme.Vendors.<init> (Vendors.java:24)` (aws/aws-cdk#38124); without a function just the place. */
const FRAME = /^(?:(.*?) \()?(.+?):([1-9]\d{0,8})(?::([1-9]\d{0,8}))?\)?$/;
/**
 * What the CDK makes of a frame without a function, as those of an ES module are that no function is around: `a.mjs:5:1`
 * is `a.mjs:5 (:)`, and `a.mjs:5:17` is `a.mjs:5: (a.mjs:5:1)`, for it takes the characters off that parentheses would be
 * (StackFrame.parse of @aws-cdk/cloud-assembly-api). The column is lost with them.
 */
const WITHOUT_COLUMN = /^(.+?:[1-9]\d{0,8})(?: \(:\)|:\d* \(\1:\d+\))$/;
/** Longer than any path. */
const LONGEST = 5000;
/** Libraries, Node itself, and the program that lets other languages talk to the CDK (jsii). */
const NOT_THE_USERS =
  /[\\/](?:node_modules|site-packages|dist-packages)[\\/]|^node:|^internal\/|[\\/]jsii-|[\\/]lib[\\/]program\.js$/;
/** Languages whose traces name files. A trace can name any file: what is none of these is neither read nor shown. */
const PROGRAM = /\.(?:[cm]?[jt]sx?|py|cs|fs|vb|go|java|kt|scala)$/;
const JVM = /\.(?:java|kt|scala)$/;
const POLICY = "AssumeRolePolicyDocument";

export function isOfJvm(file: string): boolean {
  return JVM.test(file);
}

export function isProgram(file: string): boolean {
  return PROGRAM.test(file);
}

/** Those nearest to the policy first. */
export function* framesOf(metadata: readonly Json[]): Iterable<Frame> {
  for (const trace of tracesOf(metadata)) {
    for (const frame of isList(trace) ? trace : []) {
      const read = typeof frame === "string" ? frameOf(frame) : undefined;
      if (read !== undefined) yield read;
    }
  }
}

/** Kept under `CDK_DEBUG`; always since spring 2026 (aws/aws-cdk#37643); under `CDK_DEBUG` before, with the logical id. */
function* tracesOf(metadata: readonly Json[]): Iterable<Json | undefined> {
  const set = metadata.filter((each) => at(each, ["data", "propertyName"]) === POLICY);
  yield entry(dataOf(set, "aws:cdk:propertyAssignment"), "stackTrace");
  yield dataOf(metadata, "aws:cdk:creationStack");
  yield entry(
    metadata.find((each) => entry(each, "type") === "aws:cdk:logicalId"),
    "trace",
  );
}

function frameOf(text: string): Frame | undefined {
  if (text.length > LONGEST) return undefined;
  const [, called = "", file = "", line, column] = FRAME.exec(WITHOUT_COLUMN.exec(text)?.[1] ?? text) ?? [];
  if (NOT_THE_USERS.test(file) || !isProgram(file)) return undefined;
  const path = isOfJvm(file) ? inPackage(file, called) : file.replaceAll("\\", "/");
  if (path === undefined) return undefined;
  return {
    file: path,
    line: Number(line),
    ...(column !== undefined && { column: Number(column) }),
  };
}

/** Of `com.acme.Vendors.<init>` and the bare name of a file, which is all that the trace has (aws/jsii#5158). */
function inPackage(file: string, called: string): string | undefined {
  const folders = called.split(".").slice(0, -2);
  return [...folders, file].every((part) => /^[^/\\]+$/.test(part)) ? [...folders, file].join("/") : undefined;
}
