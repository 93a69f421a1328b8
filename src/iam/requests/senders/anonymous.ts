// Those who call without credentials: one caller, for nothing tells one of them from another.

import type { Caller } from "../../evaluation/caller.ts";

export const ANONYMOUS: Caller = {
  kind: "anonymous",
  account: "",
  resource: "",
  arn: "*",
  freshName: true,
  own: false,
  named: false,
};
