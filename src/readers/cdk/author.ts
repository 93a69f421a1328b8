// Where in the user's program a construct was made: the first frame of its stack trace that is the user's, as a place of the repository.

import { posix } from "node:path";
import { at, entry, isList, type Json } from "../../text/document.ts";
import type { Source } from "../../text/source.ts";
import type { Author } from "../reader.ts";
import type { Assembly } from "./assembly.ts";
import { dataOf } from "./constructs.ts";
import { homeOf } from "./home.ts";
import { originalOf, type Spot } from "./source-map.ts";

const FRAME = /\((.+):(\d+):(\d+)\)$/;
const NOT_THE_USERS = /[\\/]node_modules[\\/]|^node:|^internal\/|^\.\.\./;
/** Languages of the CDK. A trace can name any file: what is none of these is neither read nor shown. */
const PROGRAM = /\.(?:[cm]?[jt]sx?|py|java|kt|cs|fs|vb|go)$/;
const POLICY = "AssumeRolePolicyDocument";
const CALL = /^(?:new\s+)?[\w$.]+/;

/** Undefined where no trace was kept, or it leads out of the repository. */
export function authorOf(metadata: readonly Json[], assembly: Assembly): Author | undefined {
  for (const trace of tracesOf(metadata)) {
    const frame = frameOf(trace);
    if (frame === undefined) continue;
    const file = homeOf(frame.file, assembly);
    if (file === undefined) return undefined;
    const ours = (path: string) => textOf(path, assembly);
    const spot = originalOf({ ...frame, file }, ours) ?? { ...frame, file };
    if (!PROGRAM.test(spot.file)) return undefined;
    return { ...spot, endColumn: spot.column + lengthOf(spot, ours(spot.file)) };
  }
  return undefined;
}

/** The nearest to the policy first. Kept under `CDK_DEBUG`, since version 2.250 always, by older ones with the logical id. */
function* tracesOf(metadata: readonly Json[]): Iterable<Json | undefined> {
  const set = metadata.filter((each) => at(each, ["data", "propertyName"]) === POLICY);
  yield entry(dataOf(set, "aws:cdk:propertyAssignment"), "stackTrace");
  yield dataOf(metadata, "aws:cdk:creationStack");
  yield entry(
    metadata.find((each) => entry(each, "type") === "aws:cdk:logicalId"),
    "trace",
  );
}

function frameOf(trace: Json | undefined): Spot | undefined {
  for (const frame of isList(trace) ? trace : []) {
    const [, file = "", line, column] = FRAME.exec(String(frame)) ?? [];
    if (file === "" || NOT_THE_USERS.test(file)) continue;
    return { file: file.replaceAll("\\", "/"), line: Number(line), column: Number(column) };
  }
  return undefined;
}

function textOf(path: string, { text }: Assembly): Source | undefined {
  return PROGRAM.test(path) || posix.extname(path) === ".map" ? text(path) : undefined;
}

/** Of the call at the spot, `new Role`; one character where the program is not at hand. */
function lengthOf({ line, column }: Spot, text: Source | undefined): number {
  return CALL.exec(text?.line(line)?.slice(column - 1) ?? "")?.[0].length ?? 1;
}
