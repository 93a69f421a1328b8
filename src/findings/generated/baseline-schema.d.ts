import type { Validate } from "../../text/schema-faults.ts";

export declare const validate: Validate;
