// The text of a configuration to start from: accounts that the user has confirmed, all others as comments.

import { tool } from "../../../findings/tool.ts";
import { parameterOf } from "../../../reporters/ownership.ts";
import { grouped } from "../../../text/grouped.ts";

export type Answer = "own" | "organization" | "single" | "multi";

export interface TrustedAccount {
  /** Twelve digits, or `${Parameter}`. */
  readonly account: string;
  /** By the built-in catalogue. */
  readonly owner?: string;
  /** "infra/vendor.yaml:12". */
  readonly seen: readonly string[];
  /** Given at the terminal. */
  readonly answer?: Answer;
}

interface Line {
  readonly text: string;
  readonly isActive: boolean;
}

const MOST_SEEN = 3;

export function configurationText(accounts: readonly TrustedAccount[]): string {
  const digits = accounts.filter(({ account }) => /^\d{12}$/.test(account));
  const ours = (answer: Answer) => digits.filter((each) => each.answer === answer);
  const vendors = accounts.filter(({ answer }) => answer !== "own" && answer !== "organization");
  const groups = [...grouped(vendors, vendorOf).values()];
  const parameters = accounts.filter(
    (each) => !digits.includes(each) && (each.answer === "own" || each.answer === "organization"),
  );
  return [
    `# yaml-language-server: $schema=${tool.schemas}/config.schema.json`,
    "# Each account below is trusted in the checked files. Those in comments do not count yet: move each to where it",
    "# belongs, and remove the # before it.",
    "",
    "# Tenancy of third parties that are not declared here: multi (the default), or single if vendors dedicate an account to you.",
    "# tenancy: multi",
    "",
    ...block("accounts:", [
      ...list("  own:", "the checked roles are in it", ours("own")),
      ...list("  organization:", "of your organization", ours("organization")),
      ...parametersList(parameters),
    ]),
    "",
    "# Your AWS organization.",
    '# organizationIds: ["o-a1b2c3d4e5"]',
    "",
    "# Third parties. tenancy: single if the account is dedicated to you, multi if it serves all customers of the vendor.",
    ...block(
      "vendors:",
      groups.flatMap((group, index) => vendorLines(group, groups.slice(0, index).flat())),
    ),
    "",
  ].join("\n");
}

/** The key is active where a line below it is. */
function block(key: string, lines: readonly Line[]): readonly string[] {
  const isActive = lines.some((line) => line.isActive);
  return [{ text: key, isActive }, ...lines].map((line) => (line.isActive ? line.text : `# ${line.text}`));
}

function list(key: string, what: string, accounts: readonly TrustedAccount[]): readonly Line[] {
  const isActive = accounts.length > 0;
  if (!isActive) return [{ text: `${key} []   # ${what}`, isActive }];
  return [
    { text: key, isActive },
    ...accounts.map((each) => ({ text: `    - "${each.account}"   # ${seenAt(each)}`, isActive })),
  ];
}

function parametersList(accounts: readonly TrustedAccount[]): readonly Line[] {
  const names = accounts.flatMap(({ account }) => parameterOf(account) ?? []);
  if (names.length === 0) return [];
  return [
    { text: `  organizationParameters: [${names.map((name) => JSON.stringify(name)).join(", ")}]`, isActive: true },
  ];
}

/** Equal for accounts that are one entry: those of a known vendor with the same answer. */
function vendorOf({ account, owner, answer }: TrustedAccount): string {
  return owner === undefined ? account : JSON.stringify([owner, answer]);
}

function vendorLines(group: readonly TrustedAccount[], before: readonly TrustedAccount[]): readonly Line[] {
  const [first, ...others] = group;
  if (first === undefined) return [];
  const { account, owner, answer } = first;
  const parameter = parameterOf(account);
  if (parameter === undefined && !/^\d{12}$/.test(account)) return [];
  // A name has one tenancy, and of two accounts of a vendor one may be dedicated.
  const isSecond = before.some((other) => other.owner === owner);
  const name = owner === undefined || isSecond ? `${owner ?? "Owner of"} ${parameter ?? account}` : owner;
  const entries =
    parameter === undefined ? `accounts: ["${account}"]` : `accountParameters: [${JSON.stringify(parameter)}]`;
  const lines =
    others.length === 0
      ? [
          `  - name: ${JSON.stringify(name)}   # ${owner === undefined ? "whose is it?" : "a known vendor,"} ${seenAt(first)}`,
          tenancyLine(answer),
          `    ${entries}`,
        ]
      : [
          `  - name: ${JSON.stringify(name)}   # a known vendor`,
          tenancyLine(answer),
          "    accounts:",
          ...group.map((each) => `      - "${each.account}"   # ${seenAt(each)}`),
        ];
  return lines.map((text) => ({ text, isActive: answer !== undefined }));
}

function tenancyLine(answer: Answer | undefined): string {
  return `    tenancy: ${answer === "single" ? "single" : "multi"}`;
}

function seenAt({ seen }: TrustedAccount): string {
  const shown = seen.slice(0, MOST_SEEN).map((place) => place.replace(/[^\x20-\x7e]/g, "?"));
  const rest = seen.length - shown.length;
  return `seen at ${shown.join(", ")}${rest > 0 ? `, and ${rest} more` : ""}`;
}
