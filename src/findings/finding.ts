// Turns rulings into the findings, unknowns and grants of a report, each with a request and the world in which it gets through.

import type { Party } from "../config/who.ts";
import type { Grant as IamGrant } from "../iam/decision/grants.ts";
import type { Document } from "../iam/language/document.ts";
import type { Resource as ReadResource } from "../readers/reader.ts";
import type { GrantJudgement } from "../rules/questions/judge.ts";
import { type Sentence, withEnd } from "../rules/questions/message.ts";
import type { Ruling } from "../rules/questions/ruling.ts";
import { type Answer, isDoubt } from "../values/doubt.ts";
import type { Origin } from "../values/value.ts";
import type { Outcome } from "../values/worlds.ts";
import type { Once } from "./judging/kept.ts";
import type { UnplacedFinding, UnplacedGrant, UnplacedUnknown } from "./judging/unplaced.ts";
import { nextStep } from "./next-step.ts";
import { redactedFinding, redactedGrant, redactedUnknown } from "./redacted.ts";
import type { Caller, Request, World } from "./report.ts";
import { requestOf } from "./witness.ts";
import { smallestWorld } from "./world.ts";

/** What is the same for all rulings on one policy. */
export interface FindingContext {
  readonly resource: ReadResource;
  readonly worlds: readonly Outcome<Document>[];
  /** No value of the policy may be shown. */
  readonly secret: boolean;
  /** Shares equal values, because there may be very many. */
  once: Once;
}

export function findingOf(ruling: Ruling, context: FindingContext): UnplacedFinding {
  const { rule, severity, parties, help, origin, written, doubt } = ruling;
  const { secret, once, resource } = context;
  const vendor = parties.find((party) => party.vendor !== undefined)?.vendor;
  // Under `strict` a doubt is reported as a finding. It has no witness: nobody knows that the request gets through.
  const witness = ruling.hit?.answer === true ? requestIn(ruling) : undefined;
  const world = worldOf(ruling, context);
  const told: UnplacedFinding["told"] = {
    rule: rule.id,
    severity,
    callers: once(callersIn(parties)),
    ...(help === undefined ? {} : { help }),
    ...(vendor === undefined ? {} : { vendor }),
    ...(witness === undefined ? {} : { witness: once(witness) }),
    ...(world === undefined ? {} : { world }),
  };
  const finding = { told, message: messageWithDefaults(ruling, context), origin, trusted: trustedIn(ruling), written };
  return secret ? redactedFinding(finding, rule, resource, doubt === undefined) : finding;
}

export function unknownOf(ruling: Ruling, context: FindingContext): UnplacedUnknown {
  const { rule, doubt, parties, origin } = ruling;
  const wouldAllow = requestIn(ruling);
  const world = worldOf(ruling, context);
  const told: UnplacedUnknown["told"] = {
    rule: rule.id,
    reason: doubt?.reason ?? "undeclared",
    source: doubt?.source ?? "",
    help: helpOf(ruling, context.resource),
    callers: context.once(callersIn(parties)),
    ...(wouldAllow === undefined ? {} : { wouldAllow }),
    ...(world === undefined ? {} : { world }),
  };
  const unknown = { told, message: messageWithDefaults(ruling, context), origin };
  return context.secret ? redactedUnknown(unknown, rule, context.resource) : unknown;
}

/** Under `strict`: an unknown as a finding of its rule, with the help text of the unknown. */
export function asFinding(ruling: Ruling, resource: ReadResource): Ruling {
  const because = ruling.doubt === undefined ? "" : ` (${ruling.doubt.source})`;
  const message = withEnd(ruling.message, because);
  return { ...ruling, kind: "finding", severity: "medium", message, help: helpOf(ruling, resource) };
}

function helpOf({ help, doubt, written }: Ruling, { format }: ReadResource): string {
  const { reason, source } = doubt ?? { reason: "undeclared", source: "" };
  return help ?? nextStep({ reason, source, format, principal: written });
}

export function grantOf(
  { key, grant, admitted, hits }: GrantJudgement,
  rulings: readonly Ruling[],
  { secret, once }: FindingContext,
): UnplacedGrant {
  const own = rulings.filter((ruling) => ruling.grant === key || ruling.grant === undefined);
  const finding = own.some(({ kind }) => kind === "finding");
  // What a principal that IAM refuses leaves open is told of that principal alone, but is no pass here.
  const unknown = own.some(({ kind }) => kind === "unknown") || hits.some(({ answer }) => isMalformed(answer));
  const told: UnplacedGrant["told"] = {
    principal: grant.written,
    callers: once(callersOf(grant, admitted)),
    conditions: once(grant.statement.conditions.map(({ written }) => written)),
    verdict: finding ? "finding" : unknown ? "unknown" : "ok",
    rules: once([...new Set(own.map(({ rule }) => rule.id))].sort()),
  };
  return { told: secret ? redactedGrant(told) : told, origin: grant.origin };
}

function isMalformed(answer: Answer): boolean {
  return isDoubt(answer) && answer.reason === "malformed";
}

function callersOf({ element, written }: IamGrant, admitted: readonly Party[]): Caller[] {
  if (element?.kind === "service" || element?.kind === "federated") return [{ class: element.kind, account: written }];
  return callersIn(admitted);
}

/** Callers with credentials and callers without are listed once where both are "anyone". */
function callersIn(parties: readonly Party[]): Caller[] {
  const isAnyone = ({ class: set, account }: Party): boolean => set === "unnamed" && account === undefined;
  const isSame = (one: Party, other: Party): boolean => isAnyone(one) && isAnyone(other);
  return parties.filter((one, index) => !parties.slice(0, index).some((other) => isSame(one, other))).map(callerOf);
}

function callerOf({ class: set, type, service, account, vendor, tenancy, tenancyFrom }: Party): Caller {
  if (service !== undefined) return { class: "service", account: service };
  return {
    class: type === "federated" ? type : set,
    ...(account === undefined ? {} : { account }),
    ...(vendor === undefined ? {} : { vendor }),
    ...(tenancy === undefined ? {} : { tenancy }),
    ...(tenancyFrom === undefined ? {} : { tenancyFrom }),
  };
}

function requestIn({ hit }: Ruling): Request | undefined {
  return hit && requestOf(hit.trial, hit.document, Object.keys(hit.question.request.context ?? {}));
}

/** The smallest world in which the shown request gets through. */
function worldOf({ worlds, witnessed = worlds }: Ruling, context: FindingContext): World | undefined {
  return smallestWorld(witnessed, context.worlds);
}

/** The message, with the parameters whose defaults made the finding or are shown in it. A default never turns a finding into a pass. */
function messageWithDefaults(ruling: Ruling, context: FindingContext): Sentence {
  const { message, parties } = ruling;
  const isNamed = (name: string) => message.some((text) => text.includes(`\${${name}}`));
  const shown = parties.slice(0, 1).flatMap(({ defaultOf = "" }) => (isNamed(defaultOf) ? [defaultOf] : []));
  const names = new Set([...defaultsIn(ruling, context), ...shown]);
  return names.size === 0 ? message : withEnd(message, `, with ${[...names].join(" and ")} at the default`);
}

/** The parameters of the policy that have their defaults in the world that is shown. */
function defaultsIn({ worlds, defaults }: Ruling, context: FindingContext): readonly string[] {
  if (defaults !== undefined) return defaults;
  const [first] = worlds;
  const world = smallestWorld(worlds, context.worlds);
  return Object.keys(world?.parameters ?? {}).filter((name) => first?.result.defaults.has(name));
}

function trustedIn({ hit, origin, trusted = hit?.grant.origin }: Ruling): Origin | undefined {
  return trusted === origin || (hit !== undefined && isDoubt(hit.answer)) ? undefined : trusted;
}
