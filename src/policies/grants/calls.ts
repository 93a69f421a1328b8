// Policies that a resource hands to an API: in the call, which is a text of JSON, they are a text of JSON once more.

import { parseObject } from "../../values/embedded.ts";
import type { Value } from "../../values/value.ts";
import type { Grants } from "../carrier.ts";
import { memberOf } from "../members.ts";

/** AWS CDK, AwsCustomResource: the call that is made when the resource is. */
export const calledWith =
  (parameter: string): Grants =>
  (field) =>
    opened(["parameters", parameter].reduce(memberOf, opened(field("Create"))));

function opened(value: Value): Value {
  return value.kind === "text" ? parseObject(value) : value;
}
