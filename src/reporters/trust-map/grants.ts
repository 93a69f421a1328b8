// Who may enter what: every grant with its callers, conditions and verdict, listed by resource.

import type { Caller, Grant } from "../../findings/report.ts";
import { isRole } from "../../policies/carriers.ts";
import { grouped } from "../../text/grouped.ts";
import { printable } from "../screen.ts";
import { callerInWords } from "../witness.ts";

/** A grant, with what its verdict assumes. */
export interface ListedGrant extends Grant {
  /** Tenancy is single and no vendor is declared, so the account is taken for the dedicated one. */
  readonly assumed?: "dedicated";
}

/** In words. */
export const ASSUMED: Readonly<Record<NonNullable<ListedGrant["assumed"]>, string>> = {
  dedicated: "assumed dedicated: no vendor is declared",
};

/** Callers that nobody declared. */
const THIRD_PARTIES: ReadonlySet<Caller["class"]> = new Set(["catalogued", "undeclared", "deployTime"]);
const VERDICTS: Readonly<Record<Grant["verdict"], string>> = { ok: "ok", finding: "finding", unknown: "cannot tell" };
const WIDTH = Math.max(...Object.values(VERDICTS).map((word) => word.length));

/** `declaresVendors`: whether the configuration declares vendors for the file. */
export function listedGrants(
  grants: readonly Grant[],
  declaresVendors: (file: string) => boolean,
): readonly ListedGrant[] {
  return grants.map((grant) => {
    const { callers, file, resource, verdict } = grant;
    const isAssumed =
      verdict === "ok" &&
      isRole(resource) &&
      !declaresVendors(file) &&
      callers.some(({ class: kind, tenancy }) => THIRD_PARTIES.has(kind) && tenancy === "single");
    return isAssumed ? { ...grant, assumed: "dedicated" } : grant;
  });
}

export function grantsInWords(grants: readonly ListedGrant[]): string {
  const byResource = grouped(grants, ({ file, resource }) => JSON.stringify([file, resource.id]));
  const blocks = Array.from(byResource.values(), (all) => `${[...headOf(all), ...all.flatMap(linesOf)].join("\n")}\n`);
  return blocks.length === 0 ? "no grants\n" : blocks.join("\n");
}

function headOf([first]: readonly ListedGrant[]): readonly string[] {
  if (first === undefined) return [];
  const { resource, file, line } = first;
  return [`${printable(resource.path ?? resource.id)} (${printable(resource.type)}), ${printable(file)}:${line}`];
}

function linesOf({ principal, callers, conditions, verdict, rules, assumed }: ListedGrant): readonly string[] {
  const who = callers.map(callerInWords).filter((word) => word !== printable(principal));
  const told = [
    ...(assumed === undefined ? [] : [ASSUMED[assumed]]),
    ...(rules.length === 0 ? [] : [rules.join(", ")]),
  ];
  return [
    `  ${VERDICTS[verdict].padEnd(WIDTH)}  ${printable(principal)}${told.length === 0 ? "" : `  (${told.join("; ")})`}`,
    ...(who.length === 0 ? [] : [`  ${" ".repeat(WIDTH)}    lets in: ${who.join(", ")}`]),
    ...conditions.map((condition) => `  ${" ".repeat(WIDTH)}    if ${printable(condition)}`),
  ];
}
