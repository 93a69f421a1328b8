// A data source given where its `json` is wanted, a mistake that Terraform refuses.

import { hole, unknown } from "../../../values/hole.ts";
import { loneHole, type Unknown, type Value } from "../../../values/value.ts";

/** Its address, or that of an instance, with no attribute after it. */
const WHOLE = /(?:^|\.)(data\.aws_iam_policy_document\.[\p{L}_][\p{L}\p{N}_-]*(?:\[(?:\d+|"(?:[^"\\]|\\.)*")\])?)$/u;

/** Undefined for all else. */
export function wholeDocument(value: Value): Unknown | undefined {
  const address = WHOLE.exec(loneHole(value)?.id ?? "")?.[1];
  if (address === undefined) return undefined;
  const mistake = {
    sentence: `${address} is a data source, and its JSON is wanted`,
    repair: `write ${address}.json`,
  };
  return unknown(hole(address, "malformed", `${address} without .json`, { mistake }), value.origin);
}
