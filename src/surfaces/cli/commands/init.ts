// The command `init`: a configuration to start from, with every account that the checked files trust.

import { join } from "node:path";
import { builtinCatalogue } from "../../../config/catalogue.ts";
import type { Grant } from "../../../findings/report.ts";
import { parameterOf } from "../../../reporters/ownership.ts";
import { callerInWords } from "../../../reporters/witness.ts";
import type { Host } from "../../host.ts";
import { located, named } from "../../places.ts";
import { judge } from "../inputs/judge.ts";
import type { Arguments } from "../options/arguments.ts";
import { progressOf } from "../progress.ts";
import { printError, printNote } from "../screen.ts";
import { Stop, stopOnProblem } from "../stop.ts";
import type { Status } from "./check.ts";
import { type Answer, configurationText, type TrustedAccount } from "./init-file.ts";

const ANSWERS: Readonly<Record<string, Answer>> = { o: "own", g: "organization", s: "single", m: "multi" };

/** Throws Stop where there is a configuration already that nobody said to replace. */
export function init(given: Arguments, host: Host): Status {
  const run = judge(given, host, progressOf(host, given.has("quiet")));
  const { report, here } = run;
  const path = join(host.cwd, "unconfused.yaml");
  const name = named(here, path);
  if (host.kindOf(path) !== undefined && !given.has("force")) {
    const help = "edit it, or give --force: then it is replaced";
    throw new Stop({ message: "there is a configuration already", help, file: name });
  }
  for (const error of report.errors) printError(host, error);
  if (report.errors.length > 0) return 2;
  const accounts = trustedAccounts(report.grants);
  const isAsking = !given.has("yes") && host.ask !== undefined && accounts.length > 0;
  const answered = accounts.map((account) => ({ ...account, ...(isAsking && answerFor(account, host)) }));
  stopOnProblem(name, () => host.save(located(here, path), configurationText(answered)));
  const open = answered.filter(({ answer }) => answer === undefined).length;
  const rest = open === 0 ? "" : `; ${open} of ${accounts.length} accounts in it wait for you to say whose they are`;
  printNote(host, `${name} is written${rest}`);
  return 0;
}

/** Those that nobody has said anything of: third parties by number, or by what deployment decides. */
function trustedAccounts(grants: readonly Grant[]): readonly TrustedAccount[] {
  const found = new Map<string, TrustedAccount & { readonly seen: string[] }>();
  for (const { callers, file, line } of grants) {
    for (const { class: kind, account } of callers) {
      if (!canBeDeclared(account) || !["undeclared", "catalogued", "deployTime"].includes(kind)) continue;
      const owner = builtinCatalogue().get(account)?.vendor;
      const one = found.get(account) ?? { account, ...(owner !== undefined && { owner }), seen: [] };
      found.set(account, one);
      const place = `${file}:${line}`;
      if (!one.seen.includes(place)) one.seen.push(place);
    }
  }
  return [...found.values()].sort((one, other) => (one.account < other.account ? -1 : 1));
}

/** Digits, or the parameter that carries them. */
function canBeDeclared(account: string | undefined): account is string {
  return account !== undefined && (/^\d{12}$/.test(account) || parameterOf(account) !== undefined);
}

function answerFor({ account, owner, seen: [first] }: TrustedAccount, host: Host): { readonly answer?: Answer } {
  const who = owner === undefined ? account : `${account} (${callerInWords({ class: "catalogued", vendor: owner })})`;
  const question = `Whose is ${who}, seen at ${first}? [o]wn, or[g]anization, vendor dedicated to you [s], vendor with many customers [m], Enter: leave it open `;
  const answer = ANSWERS[(host.ask?.(question) ?? "").trim().toLowerCase().slice(0, 1)];
  return answer === undefined ? {} : { answer };
}
