// What to do about a finding: its own help or that of its rule, and the question whose the caller's account is.

import type { Finding } from "../findings/report.ts";
import { ownershipQuestion } from "./ownership.ts";
import { plain } from "./prose.ts";
import type { RenderContext } from "./render.ts";
import { printable } from "./screen.ts";

/** The help and the question; the question first where the account is likely the reader's own. */
export function helpsFor(finding: Finding, context: Pick<RenderContext, "rules">): readonly string[] {
  const { question, ours } = ownershipQuestion(finding) ?? { ours: false };
  const own = finding.help === undefined ? undefined : `${printable(finding.help)} (${explained(finding.rule)})`;
  const asked = own === undefined || ours ? question : undefined;
  const fix = own ?? fixOf(finding.rule, context);
  return (ours ? [asked, fix] : [fix, asked]).filter((words) => words !== undefined);
}

/** The first sentence of the rule's fix, and where to read the rest. */
function fixOf(rule: string, { rules }: Pick<RenderContext, "rules">): string {
  const fix = rules.find(({ id }) => id === rule)?.fix ?? "";
  const [paragraph = ""] = fix.trim().split(/\n\s*\n/);
  const sentence = /^.*?[.!?](?=\s+[A-Z`]|$)/s.exec(paragraph)?.[0] ?? paragraph;
  return `${printable(plain(sentence))} (${explained(rule)})`.trimStart();
}

function explained(rule: string): string {
  return `unconfused explain ${rule}`;
}
