// One statement of a policy: its effect, principal, actions, resources and conditions, each known or a doubt.

import type { Doubt } from "../../values/doubt.ts";
import { literal, type Origin, type Struct, sourceText, type Text, type Value } from "../../values/value.ts";
import type { Word, Words } from "../patterns/words.ts";
import type { Condition, OpenCondition } from "./condition.ts";
import { readConditions } from "./conditions.ts";
import { urlOf } from "./federation/issuers.ts";
import type { Flaw } from "./flaw.ts";
import type { Element } from "./principal.ts";
import { type Principal, readPrincipal } from "./principals.ts";
import {
  doubtOf,
  itemsOf,
  noteMalformed,
  noteMissing,
  noteUnknownElements,
  type PolicyReading,
  STATEMENT_ELEMENTS,
} from "./reading.ts";
import { type Resources, readResources } from "./resources.ts";

export interface Statement {
  /** A doubt: the statement, or its effect, is not known: it may allow or deny. */
  readonly effect: "Allow" | "Deny" | Doubt;
  readonly principal: Principal;
  /** A doubt: the actions are not known. */
  readonly actions: { readonly negated: boolean; readonly patterns: readonly Word[] } | Doubt;
  /** A doubt: the resources are not known. Undefined: whatever the policy belongs to. */
  readonly resources?: Resources | Doubt;
  /** In a list: a doubt stands for a condition that is not known. */
  readonly conditions: readonly (Condition | OpenCondition)[];
  readonly origin: Origin;
}

export function readStatement(statement: Struct, reading: PolicyReading, words: Words, flaws: Flaw[]): Statement {
  noteUnknownElements(statement, STATEMENT_ELEMENTS, flaws);
  readSid(statement, flaws);
  // Of the other pairs a trust policy may not have one at all.
  const negated = statement.entries.get("NotAction");
  if (negated !== undefined && !isAbsent(negated.value) && !isAbsent(statement.entries.get("Action")?.value)) {
    const sentence = "a statement has Action or NotAction, and this one has both";
    flaws.push({ name: "one-of-a-pair", sentence, repair: "remove one of the two", origin: negated.key });
  }
  const resources = readResources(statement, reading, words, flaws);
  const effect = readEffect(statement, flaws);
  const principal = readPrincipal(statement, words, flaws, reading.policy);
  const issuers = principal.elements.flatMap((one) => (one.kind === "federated" ? [urlOf(one.name)] : []));
  return {
    effect,
    principal,
    actions: readActions(statement, words, flaws),
    ...(resources === undefined ? {} : { resources }),
    conditions: readConditions(statement.entries.get("Condition")?.value, { ...reading, issuers }, words, flaws),
    origin: statement.origin,
  };
}

function isAbsent(value: Value | undefined): boolean {
  return value === undefined || value.kind === "absent";
}

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_sid.html */
function readSid(statement: Struct, flaws: Flaw[]): void {
  const value = statement.entries.get("Sid")?.value;
  const sid = literal(value);
  if (value === undefined || sid === undefined || /^[A-Za-z0-9]*$/.test(sid)) return;
  flaws.push({
    name: "sid-characters",
    sentence: `the Sid "${sid}" has other characters than the letters A to Z and digits`,
    repair: `write "${sid.replace(/[^A-Za-z0-9]/g, "")}"`,
    origin: value.origin,
  });
}

function readEffect(statement: Struct, flaws: Flaw[]): Statement["effect"] {
  const value = statement.entries.get("Effect")?.value;
  if (value === undefined) return noteMissing(statement, "Effect", flaws);
  const effect = literal(value);
  if (effect === "Allow" || effect === "Deny") return effect;
  if (effect === undefined) return doubtOf(value);
  const meant = ["Allow", "Deny"].find((one) => one.toLowerCase() === effect.trim().toLowerCase());
  flaws.push({
    name: "unknown-effect",
    sentence: `there is no effect "${effect}"`,
    repair: meant === undefined ? 'write "Allow" or "Deny"' : `write "${meant}"`,
    origin: value.origin,
  });
  return { reason: "malformed", source: `effect ${effect}` };
}

function readActions(statement: Struct, words: Words, flaws: Flaw[]): Statement["actions"] {
  const positive = statement.entries.get("Action")?.value;
  const value = positive ?? statement.entries.get("NotAction")?.value;
  if (value === undefined) return noteMissing(statement, "Action", flaws);
  const items = itemsOf(value).filter((item) => item.kind !== "absent");
  const other = items.find((item) => item.kind !== "text");
  if (other !== undefined)
    return noteMalformed(other, "this is no action", 'write its name, such as "sts:AssumeRole"', flaws);
  if (items.length === 0) noteMissing(statement, "Action", flaws);
  for (const item of items) noteServiceless(item, flaws);
  return { negated: positive === undefined, patterns: items.map((item) => words.of(item as Text)) };
}

/**
 * "Actions/Conditions must be prefaced by a vendor", "can contain only one colon", "Action vendors must not contain
 * wildcards": so IAM says itself.
 */
function noteServiceless(value: Value, flaws: Flaw[]): void {
  const action = literal(value);
  if (action === undefined || /^(?:\*|[^:*?]+:[^:]*)$/.test(action)) return;
  const name = action.trim();
  flaws.push({
    name: "malformed-value",
    sentence: `"${action}" is no action: a service, one colon, and a name`,
    repair: ROLE_ACTIONS.test(name) ? `write "sts:${name}"` : 'write it so, as in "sts:AssumeRole"',
    origin: value.origin,
  });
}

const ROLE_ACTIONS = /^(?:AssumeRole(?:WithSAML|WithWebIdentity)?|TagSession|SetSourceIdentity)$/i;

/** What is no statement, or none that can be seen, may do anything. */
export function unreadableStatement(value: Value, flaws: Flaw[]): Statement {
  const doubt = noteMalformed(
    value,
    "this is no policy statement",
    "write a map with Effect, Principal and Action",
    flaws,
  );
  return unknownStatement(doubt, value.origin, sourceText(value));
}

function unknownStatement(doubt: Doubt, origin: Origin, written: string): Statement {
  const elements: Element[] = [{ kind: "unknown", doubt, origin, written }];
  return { effect: doubt, principal: { negated: false, elements, origin }, actions: doubt, conditions: [], origin };
}
