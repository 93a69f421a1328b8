// ARNs of principals with a slip in them: the ARN that was meant, where there is only one, and what the slip is.

import { isPartition } from "../../../values/partitions.ts";
import { hasHole, type Word } from "../../patterns/words.ts";

const ACCOUNT = /^\d{12}$/;
const REGION = /^(?:[a-z]{2}(?:-[a-z]+)+-\d|global)$/;
/** Whose ARNs: IAM's, or of the sessions that STS makes. */
const SERVICES: ReadonlyMap<string, "iam" | "sts"> = new Map([
  ["root", "iam"],
  ["role", "iam"],
  ["user", "iam"],
  ["assumed-role", "sts"],
]);
const NAMES_OF_A_SESSION = 2;

export function isAccountField(field: Word): boolean {
  return ACCOUNT.test(field) || hasHole(field);
}

export function isPartitionField(field: Word): boolean {
  return isPartition(field) || hasHole(field);
}

/** Capitals where there are none: in the first fields, and in the kind of the resource. Names keep theirs. */
export function lowerCaseArn(word: Word): Word {
  return word.replace(/^arn:[^:]*:[^:]*:[^:]*:[^:]*:[^:/]*/i, (head) => (hasHole(head) ? head : head.toLowerCase()));
}

/** The ARN with its pieces in their places; the same text where they are not all there. */
export function reorderArn(word: Word, partition: string): Word {
  const pieces = word.split(":").filter((piece) => piece !== "");
  const take = (is: (piece: Word) => boolean): Word | undefined => {
    const [piece] = pieces;
    return piece !== undefined && is(piece) ? pieces.shift() : undefined;
  };
  take((piece) => piece === "arn");
  const own = take(isPartition) ?? partition;
  take((piece) => piece === "iam" || piece === "sts");
  take((piece) => REGION.test(piece));
  const [first = "", ...others] = pieces.join(":").split(/[:/]/);
  if (!isAccountField(first) || (others.length === 0 && !word.includes(":"))) return word;
  const names = others.filter((name) => name !== "");
  const [kind = "root", ...path] = names;
  const service = SERVICES.get(kind);
  const isWhole = service === "sts" ? path.length === NAMES_OF_A_SESSION : (kind === "root") === (path.length === 0);
  // A role with a path is written as a session of STS is: which of the two was meant is not certain.
  const isOpen = kind === "role" && path.length > 1 && word.includes(":sts:");
  if (service === undefined || !isWhole || isOpen) return word;
  return `arn:${own}:${service}::${first}:${[kind, ...path].join("/")}`;
}

/** What `inOrder` put right. */
export function disorderIn(word: Word): string {
  const fields = word.split(":");
  const [arn = "", partition = "", service = "", region = ""] = fields;
  const at = fields.findIndex((field) => isAccountField(field.split("/")[0] ?? ""));
  if (arn !== "arn") return 'does not begin with "arn:"';
  if (!isPartitionField(partition) && partition !== "") return "has no partition, such as aws";
  if (service !== "iam" && service !== "sts" && service !== "") return "has no service, such as iam";
  if (region !== "" && at > 3) return "names a region, and IAM has none";
  if (at < 4) return "has a colon too few before the account";
  if (at > 4) return "has a colon too many before the account";
  const [account = "", ...resource] = fields.slice(4);
  const rest = resource.join(":");
  if (account.includes("/")) return "has a slash after the account where a colon belongs";
  if (rest === "") return "does not say who in the account";
  if (/^[:/]/.test(rest)) return `has a ${rest[0] === ":" ? "colon" : "slash"} too many after the account`;
  const owner = SERVICES.get(rest.split(/[:/]/)[0] ?? "");
  if (service !== owner) return `names ${service}, where ${owner} belongs`;
  if (rest.endsWith("/")) return "ends in a slash";
  return "has a colon or a slash in the wrong place";
}
