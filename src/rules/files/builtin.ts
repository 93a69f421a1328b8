// The rules that come with the tool, made ready when the bundle is built.

import generated from "../generated/rules.json" with { type: "json" };
import type { Rule } from "../rule.ts";

export const builtinRules = generated as unknown as readonly Rule[];
