// Rulings into the findings, unknowns and grants of a report: placed, witnessed, and in one world told.

import type { Party } from "../config/who.ts";
import type { Grant as IamGrant } from "../iam/decision/grants.ts";
import type { Document } from "../iam/language/document.ts";
import type { Resource as ReadResource } from "../readers/reader.ts";
import type { GrantJudgement } from "../rules/questions/judge.ts";
import type { Ruling } from "../rules/questions/ruling.ts";
import { type Answer, isDoubt } from "../values/doubt.ts";
import type { Outcome } from "../values/worlds.ts";
import type { Once } from "./judging/kept.ts";
import { nextStep } from "./next-step.ts";
import { placeOf, placeOfAuthor } from "./place.ts";
import { redactedFinding, redactedGrant, redactedUnknown } from "./redacted.ts";
import type { Caller, Finding, Grant, Place, Request, Resource, Unknown, World } from "./report.ts";
import { requestOf } from "./witness.ts";
import { smallestWorld } from "./world.ts";

/** What all rulings on one policy share. */
export interface FindingContext {
  readonly resource: ReadResource;
  readonly worlds: readonly Outcome<Document>[];
  /** No value of the policy may be shown. */
  readonly secret: boolean;
  /** The resource as reports have it. */
  readonly shown: Resource;
  fingerprint(rule: string, file: string, resource: string, principal: string): string;
  /** One for all that are equal: there may be very many. */
  once: Once;
}

export function findingOf(ruling: Ruling, context: FindingContext): Finding {
  const { resource, shown, fingerprint, secret, once } = context;
  const place = placeOfAuthor(ruling.origin, resource);
  const vendor = ruling.parties.find((party) => party.vendor !== undefined)?.vendor;
  // Of what counts as a finding only because it cannot be told, nobody knows that it gets through.
  const witness = ruling.hit?.answer === true ? requestIn(ruling) : undefined;
  const world = worldOf(ruling, context);
  const finding: Finding = {
    rule: ruling.rule.id,
    severity: ruling.severity,
    message: messageWithDefaults(ruling, context),
    ...place,
    resource: shown,
    callers: once(callersIn(ruling.parties)),
    ...(ruling.help === undefined ? {} : { help: ruling.help }),
    ...(vendor === undefined ? {} : { vendor }),
    ...(witness === undefined ? {} : { witness: once(witness) }),
    ...(world === undefined ? {} : { world }),
    related: once([...inTemplate(ruling, place), ...relatedTo(ruling)]),
    fingerprint: fingerprint(ruling.rule.id, place.file, resource.path ?? resource.id, secret ? "" : ruling.written),
  };
  return secret ? redactedFinding(finding, ruling.rule, ruling.doubt === undefined) : finding;
}

export function unknownOf(ruling: Ruling, context: FindingContext): Unknown {
  const wouldAllow = requestIn(ruling);
  const world = worldOf(ruling, context);
  const unknown: Unknown = {
    rule: ruling.rule.id,
    reason: ruling.doubt?.reason ?? "undeclared",
    source: ruling.doubt?.source ?? "",
    message: messageWithDefaults(ruling, context),
    help: helpOf(ruling, context.resource),
    ...placeOfAuthor(ruling.origin, context.resource),
    resource: context.shown,
    callers: context.once(callersIn(ruling.parties)),
    ...(wouldAllow === undefined ? {} : { wouldAllow }),
    ...(world === undefined ? {} : { world }),
  };
  return context.secret ? redactedUnknown(unknown, ruling.rule) : unknown;
}

/** Under `strict` what cannot be told is a finding of its rule, with the help of its question. */
export function asFinding(ruling: Ruling, resource: ReadResource): Ruling {
  const because = ruling.doubt === undefined ? "" : ` (${ruling.doubt.source})`;
  const message = `${ruling.message}${because}`;
  return { ...ruling, kind: "finding", severity: "medium", message, help: helpOf(ruling, resource) };
}

function helpOf({ help, doubt, written }: Ruling, { format }: ReadResource): string {
  const { reason, source } = doubt ?? { reason: "undeclared", source: "" };
  return help ?? nextStep({ reason, source, format, principal: written });
}

export function grantOf(
  { key, grant, admitted, hits }: GrantJudgement,
  rulings: readonly Ruling[],
  context: FindingContext,
): Grant {
  const own = rulings.filter((ruling) => ruling.grant === key || ruling.grant === undefined);
  const finding = own.some(({ kind }) => kind === "finding");
  // What a principal that IAM refuses leaves open is told of that principal alone, but is no pass here.
  const unknown = own.some(({ kind }) => kind === "unknown") || hits.some(({ answer }) => isMalformed(answer));
  const { file, line, column, endLine, endColumn } = placeOfAuthor(grant.origin, context.resource);
  // Spelled out: V8 gives a shape of its own to each object that begins with others' entries, and there may be very many.
  const written: Grant = {
    file,
    line,
    column,
    endLine,
    endColumn,
    resource: context.shown,
    principal: grant.written,
    callers: context.once(callersOf(grant, admitted)),
    conditions: context.once(grant.statement.conditions.map(({ written }) => written)),
    verdict: finding ? "finding" : unknown ? "unknown" : "ok",
    rules: context.once([...new Set(own.map(({ rule }) => rule.id))].sort()),
  };
  return context.secret ? redactedGrant(written) : written;
}

function isMalformed(answer: Answer): boolean {
  return isDoubt(answer) && answer.reason === "malformed";
}

function callersOf({ element, written }: IamGrant, admitted: readonly Party[]): Caller[] {
  if (element?.kind === "service" || element?.kind === "federated") return [{ class: element.kind, account: written }];
  return callersIn(admitted);
}

/** Anyone is anyone, with credentials or without. */
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

export function resourceOf({ format, type, id, path }: ReadResource): Resource {
  return { format, type, id, ...(path === undefined ? {} : { path }) };
}

function requestIn({ hit }: Ruling): Request | undefined {
  return hit && requestOf(hit.trial, hit.document, Object.keys(hit.question.request.context ?? {}));
}

/** A world that suffices for the request that is shown. */
function worldOf({ worlds, witnessed = worlds }: Ruling, context: FindingContext): World | undefined {
  return smallestWorld(witnessed, context.worlds);
}

/** A default never makes a verdict better; where it is what makes the finding, or is shown, the author has to know. */
function messageWithDefaults(ruling: Ruling, context: FindingContext): string {
  const { message, parties } = ruling;
  const shown = parties
    .slice(0, 1)
    .flatMap(({ defaultOf = "" }) => (message.includes(`\${${defaultOf}}`) ? [defaultOf] : []));
  const names = new Set([...defaultsIn(ruling, context), ...shown]);
  return names.size === 0 ? message : `${message}, with ${[...names].join(" and ")} at the default`;
}

/** Parameters that have their defaults in the world that is told, and stand in the policy. */
function defaultsIn({ worlds, defaults }: Ruling, context: FindingContext): readonly string[] {
  if (defaults !== undefined) return defaults;
  const [first] = worlds;
  const world = smallestWorld(worlds, context.worlds);
  return Object.keys(world?.parameters ?? {}).filter((name) => first?.result.defaults.has(name));
}

/** Where the template has what a program of the author's made. */
function inTemplate({ origin }: Ruling, context: Place): Finding["related"] {
  const place = placeOf(origin);
  return place.file === context.file ? [] : [{ ...place, message: "in the template" }];
}

function relatedTo({ hit, origin, trusted = hit?.grant.origin }: Ruling): Finding["related"] {
  if (trusted === undefined || trusted === origin || (hit !== undefined && isDoubt(hit.answer))) return [];
  return [{ ...placeOf(trusted), message: "trusted here" }];
}
