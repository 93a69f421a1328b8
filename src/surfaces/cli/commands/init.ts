// The command `init`: a configuration to start from, with every account that the checked files trust.

import { join } from "node:path";
import { builtinCatalogue } from "../../../config/catalogue.ts";
import type { Grant } from "../../../findings/report.ts";
import { parameterOf } from "../../../reporters/ownership.ts";
import { printable } from "../../../reporters/screen.ts";
import { wrapped } from "../../../reporters/text/wrap.ts";
import { callerInWords } from "../../../reporters/witness.ts";
import type { Host } from "../../host.ts";
import { located, named, placesOf } from "../../places.ts";
import { judge } from "../inputs/judge.ts";
import type { Arguments } from "../options/arguments.ts";
import { progressOf } from "../progress.ts";
import { printError, printNote, widthOf } from "../screen.ts";
import { Stop, stopOnProblem } from "../stop.ts";
import type { Status } from "./check.ts";
import { type Answer, configurationText, type TrustedAccount } from "./init-file.ts";

const ANSWERS: Readonly<Record<string, Answer>> = { o: "own", g: "organization", s: "single", m: "multi" };
const LEGEND = [
  ["o", "yours: the checked roles are in it"],
  ["g", "another account of your organization"],
  ["s", "a vendor's, dedicated to you (single-tenant)"],
  ["m", "a vendor's, which serves many customers (multi-tenant)"],
  ["Enter", "leave it open (Ctrl-C: stop, and write nothing)"],
] as const;

/** Throws Stop where there is a configuration already and no --force. */
export function init(given: Arguments, host: Host): Status {
  const path = join(host.cwd, "unconfused.yaml");
  const name = named(placesOf(host), path);
  if (host.kindOf(path) !== undefined && !given.has("force")) {
    const help = "edit it, or replace it with --force";
    throw new Stop({ message: "there is a configuration already", help, file: name });
  }
  const { report, here } = judge(given, host, progressOf(host, given.has("quiet")));
  for (const error of report.errors) printError(host, error);
  if (report.errors.length > 0) {
    printNote(host, `${name} is not written: correct the errors, or leave those files out with --exclude`);
    return 2;
  }
  const accounts = trustedAccounts(report.grants);
  const isAsking = !given.has("yes") && host.ask !== undefined && accounts.length > 0;
  const answered = isAsking ? asked(accounts, host) : accounts;
  stopOnProblem(name, () => host.save(located(here, path), configurationText(answered)));
  printNote(host, `${name} is written${whatIsLeft(answered, report.summary.files)}`);
  return 0;
}

function whatIsLeft(accounts: readonly TrustedAccount[], files: number): string {
  if (files === 0) return "; no infrastructure as code was found, so it names no account";
  if (accounts.length === 0) return "; the checked files trust no account that is not declared";
  const open = accounts.filter(({ answer }) => answer === undefined).length;
  return open === 0
    ? ""
    : `; ${open} of ${accounts.length} accounts are in comments: edit the file to say whose they are`;
}

/** Third parties that are not declared, by number or by the parameter that carries their account. */
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

/** The accounts with the answers given at the terminal, until its input ends. */
function asked(accounts: readonly TrustedAccount[], host: Host): readonly TrustedAccount[] {
  const count = accounts.length === 1 ? "1 account is" : `${accounts.length} accounts are`;
  const width = widthOf(host);
  host.write(
    "stderr",
    [
      ...wrapped(`${count} trusted, and not declared yet. Type a letter for each:`, { width }),
      ...LEGEND.flatMap(([key, meaning]) => wrapped(meaning, { lead: `  ${key.padEnd(7)}`, indent: 9, width })),
      "",
    ].join("\n"),
  );
  let isClosed = false;
  return accounts.map((account, index) => {
    if (isClosed) return account;
    const lead = `${index + 1}/${accounts.length} `;
    const lines = [inWords(account), `trusted at ${seenIn(account)}`].map((words, line) =>
      wrapped(words, { lead: line === 0 ? lead : " ".repeat(lead.length), indent: lead.length, width }).join("\n"),
    );
    host.write("stderr", `\n${lines.join("\n")}\n`);
    for (let question = "o, g, s, m or Enter: "; ; question = "type o, g, s, m or Enter: ") {
      const typed = host.ask?.(" ".repeat(lead.length) + question) ?? "";
      const word = typed.trim().toLowerCase();
      isClosed = typed === "";
      if (word === "") return account;
      const answer = Object.hasOwn(ANSWERS, word) ? ANSWERS[word] : undefined;
      if (answer !== undefined) return { ...account, answer };
    }
  });
}

function inWords({ account, owner }: TrustedAccount): string {
  const parameter = parameterOf(account);
  if (parameter !== undefined) return `the account that ${printable(parameter)} carries, which deployment decides`;
  return owner === undefined ? account : callerInWords({ class: "catalogued", vendor: owner, account });
}

const MOST_SEEN = 2;

function seenIn({ seen }: TrustedAccount): string {
  const rest = seen.length - MOST_SEEN;
  return `${seen
    .slice(0, MOST_SEEN)
    .map((place) => printable(place))
    .join(", ")}${rest > 0 ? `, and ${rest} more` : ""}`;
}
