// Every kind of policies that are drawn at random and are none on users and roles.

import { PUBLIC } from "./anyone.ts";
import { AUDIENCES } from "./audiences.ts";
import type { Kind } from "./kind.ts";
import { IN_TRUST, SERVICES } from "./services.ts";
import { TOKENS } from "./tokens.ts";

export const KINDS: readonly Kind[] = [TOKENS, AUDIENCES, SERVICES, IN_TRUST, PUBLIC];
