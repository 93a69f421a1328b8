// Rulings into the findings, unknowns and grants of a report: placed, witnessed, and in one world told.

import type { Party } from "../config/who.ts";
import { isKnownCondition } from "../iam/conditions.ts";
import type { Grant as IamGrant } from "../iam/decide.ts";
import type { Document } from "../iam/document.ts";
import type { Resource as ReadResource } from "../readers/reader.ts";
import type { Judged } from "../rules/judge.ts";
import type { Ruling } from "../rules/ruling.ts";
import { isDoubt } from "../values/doubt.ts";
import type { Outcome } from "../values/worlds.ts";
import { placeOf } from "./place.ts";
import type { Caller, Finding, Grant, Request, Resource, Unknown, World } from "./report.ts";
import { requestOf } from "./witness.ts";
import { tellingWorld } from "./world.ts";

/** What all rulings on one policy share. */
export interface Told {
  readonly resource: ReadResource;
  readonly worlds: readonly Outcome<Document>[];
  fingerprint(rule: string, file: string, resource: string, principal: string): string;
}

export function findingOf(ruling: Ruling, told: Told): Finding {
  const place = placeOf(ruling.origin);
  const { resource, fingerprint } = told;
  const vendor = ruling.parties.find((party) => party.vendor !== undefined)?.vendor;
  const witness = requestIn(ruling);
  const world = worldOf(ruling, told);
  return {
    rule: ruling.rule.id,
    severity: ruling.severity,
    message: atDefaults(ruling, world),
    ...place,
    resource: resourceOf(resource),
    callers: ruling.parties.map(callerOf),
    ...(vendor === undefined ? {} : { vendor }),
    ...(witness === undefined ? {} : { witness }),
    ...(world === undefined ? {} : { world }),
    related: relatedTo(ruling),
    fingerprint: fingerprint(ruling.rule.id, place.file, resource.path ?? resource.id, ruling.written),
  };
}

export function unknownOf(ruling: Ruling, told: Told): Unknown {
  const wouldAllow = requestIn(ruling);
  const world = worldOf(ruling, told);
  return {
    rule: ruling.rule.id,
    reason: ruling.doubt?.reason ?? "undeclared",
    source: ruling.doubt?.source ?? "",
    message: ruling.message,
    ...placeOf(ruling.origin),
    resource: resourceOf(told.resource),
    callers: ruling.parties.map(callerOf),
    ...(wouldAllow === undefined ? {} : { wouldAllow }),
    ...(world === undefined ? {} : { world }),
  };
}

/** Under `strict` what cannot be told is a finding of its rule. */
export function strictly(ruling: Ruling): Ruling {
  const because = ruling.doubt === undefined ? "" : ` (${ruling.doubt.source})`;
  return { ...ruling, kind: "finding", severity: "medium", message: `cannot tell: ${ruling.message}${because}` };
}

export function grantOf({ key, grant, admitted }: Judged, rulings: readonly Ruling[], told: Told): Grant {
  const own = rulings.filter((ruling) => ruling.grant === key || ruling.grant === undefined);
  const finding = own.some(({ kind }) => kind === "finding");
  const unknown = own.some(({ kind }) => kind === "unknown");
  return {
    ...placeOf(grant.origin),
    resource: resourceOf(told.resource),
    principal: grant.written,
    callers: callersOf(grant, admitted),
    conditions: grant.statement.conditions.filter(isKnownCondition).map(({ written }) => written),
    verdict: finding ? "finding" : unknown ? "unknown" : "ok",
    rules: [...new Set(own.map(({ rule }) => rule.id))].sort(),
  };
}

function callersOf({ element }: IamGrant, admitted: readonly Party[]): Caller[] {
  if (element?.kind === "service") return [{ class: "service", account: element.name }];
  if (element?.kind === "federated") return [{ class: "federated", account: element.written }];
  return admitted.map(callerOf);
}

function callerOf({ class: set, account, vendor, tenancy, tenancyFrom }: Party): Caller {
  return {
    class: set,
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

function worldOf({ worlds }: Ruling, told: Told): World | undefined {
  return tellingWorld(worlds, told.worlds);
}

/** A default never makes a verdict better; where it is what makes the finding, the author has to know. */
function atDefaults({ message, hit }: Ruling, world: World | undefined): string {
  const defaults = Object.keys(world?.parameters ?? {}).filter((name) => hit?.document.defaults.has(name));
  return defaults.length === 0 ? message : `${message}, with ${defaults.join(" and ")} at the default`;
}

function relatedTo({ hit, origin }: Ruling): Finding["related"] {
  if (hit === undefined) return [];
  const { grant } = hit;
  const trusted = grant.origin === origin ? [] : [{ ...placeOf(grant.origin), message: "trusted here" }];
  return isDoubt(hit.answer) ? [] : trusted;
}
