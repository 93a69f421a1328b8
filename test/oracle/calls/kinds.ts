// Every kind of policies that are drawn at random and are none on users and roles.

import type { Kind } from "./kind.ts";
import { PUBLIC, SERVICES } from "./others.ts";
import { TOKENS } from "./tokens.ts";

export const KINDS: readonly Kind[] = [TOKENS, SERVICES, PUBLIC];
