// Which edit belongs to which finding: what might mend it, the likeliest first. Whether it does, judging tells.

import type { FileSettings } from "../config/scopes.ts";
import type { Finding } from "../findings/report.ts";
import type { PolicyResult } from "../findings/results.ts";
import type { Grant } from "../iam/decision/grants.ts";
import { type Condition, isKnownCondition } from "../iam/language/condition.ts";
import type { Flaw } from "../iam/language/flaw.ts";
import { nearestOperator } from "../iam/language/operators.ts";
import type { Statement } from "../iam/language/statement.ts";
import type { Resource } from "../readers/reader.ts";
import { INVALID_POLICY } from "../rules/questions/refusals.ts";
import type { Ruling } from "../rules/questions/ruling.ts";
import { at } from "../text/document.ts";
import { isHcl } from "../text/hcl/document.ts";
import { type Origin, originKey } from "../values/value.ts";
import { externalIdFor, type RunFiles } from "./declare.ts";
import { type Edit, replaced, spelledAt } from "./edit.ts";
import { demandIn } from "./external-id.ts";
import { accountFilledUp, pinned, quoted } from "./principals.ts";

/** What might mend a finding. */
export interface Candidate {
  readonly description: string;
  readonly safe: boolean;
  readonly edits: readonly Edit[];
}

/** One candidate, and all findings that it may mend. */
export interface Proposal {
  readonly candidate: Candidate;
  readonly findings: readonly Finding[];
  /** The policies that these are of, each with what the resource is known by that carries it. */
  readonly policies: ReadonlyMap<PolicyResult, string>;
}

/** A finding before it is written, and what of its policy can be changed. */
export interface Ruled {
  readonly ruling: Pick<Ruling, "rule" | "origin" | "parties">;
  readonly grant: Grant | undefined;
  /** Of the policy, in all worlds. */
  readonly flaws: readonly Flaw[];
}

/** The same, and what stands around it. */
export interface Subject extends Ruled {
  /** That the policy belongs to. */
  readonly resource: Resource;
  readonly settings: FileSettings;
  readonly run: RunFiles;
}

/** Does a person write the files that the resource stands in? What a program makes is made again. */
export function isWritten({ format, path, origin }: Resource): boolean {
  if (format === "hcl") return true;
  // The construct tree of the CDK, and that of CDK for Terraform.
  if (format === "cloudformation") return path === undefined;
  return format === "terraform-json" && at(origin.document.value, ["//", "metadata"]) === undefined;
}

export function candidatesFor(subject: Subject): readonly Candidate[] {
  const { ruling, grant } = subject;
  const statement = grant?.statement;
  return [
    ...(statement === undefined ? [] : ofConditions(statement)),
    ...(ruling.rule.id === INVALID_POLICY ? ofFlaw(subject) : []),
    ...(ruling.rule.id === "account-scoped-principal" && grant !== undefined ? ofAccount(subject, grant) : []),
    ...(ruling.rule.id === "external-id-required" && statement !== undefined ? ofExternalId(subject, statement) : []),
  ];
}

/** One change of a condition alone, then all of them. */
function ofConditions(statement: Statement): readonly Candidate[] {
  const conditions = statement.conditions.filter(isKnownCondition);
  const all = conditions.flatMap((condition) => [
    ...stricterOperator(condition, conditions),
    ...keyOfAssumeRole(condition),
  ]);
  if (all.length < 2) return all;
  const together: Candidate = {
    description: all.map(({ description }) => description).join(", and "),
    safe: all.every(({ safe }) => safe),
    edits: all.flatMap(({ edits }) => edits),
  };
  return [...all, together];
}

/** Absent keys pass both: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-single-vs-multi-valued-context-keys.html */
function stricterOperator(
  { use, operatorOrigin, written }: Condition,
  all: readonly Condition[],
): readonly Candidate[] {
  if (!use.ifExists && use.quantifier !== "all") return [];
  const [operator = ""] = written.split(" ");
  const strict = operator.replace(/^ForAllValues:/i, "").replace(/IfExists$/i, "");
  const beside = all.filter((one) => originKey(one.operatorOrigin) !== originKey(operatorOrigin));
  // Of two equal keys of one map only the last would count.
  const isTaken = beside.some((one) => one.written.split(" ")[0]?.toLowerCase() === strict.toLowerCase());
  if (isTaken && !isArgument(operatorOrigin)) return [];
  const what = [...(use.quantifier === "all" ? ["ForAllValues"] : []), ...(use.ifExists ? ["IfExists"] : [])].join(
    " and ",
  );
  // Other keys under the same operator become stricter with it.
  const isAlone = all.length - beside.length === 1;
  return candidate(`drop ${what} from ${operator}`, isAlone, replaced(operatorOrigin, operator, strict));
}

/** Of a block, which may stand beside another one that says the same. */
function isArgument({ document, path, what }: Origin): boolean {
  if (document.within !== undefined || !isHcl(document)) return false;
  const { end } = document.locate(path, what ?? "value");
  return !/^\s*[=:]/.test(document.source.text.slice(end));
}

/** STS sends no other: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html#condition-keys-sts */
function keyOfAssumeRole({ key, name, origin }: Condition): readonly Candidate[] {
  if (!/^(?:aws|iam):externalid$/.test(key)) return [];
  return candidate(`write sts:ExternalId for ${name}`, true, replaced(origin, name, "sts:ExternalId"));
}

function ofFlaw({ ruling, flaws }: Subject): readonly Candidate[] {
  const here = originKey(ruling.origin);
  return flaws
    .filter(({ origin }) => originKey(origin) === here)
    .flatMap(({ name, origin }) => {
      switch (name) {
        case "number-as-account":
        case "number-as-text":
          return candidate("put quotes around the digits", true, quoted(origin));
        case "malformed-principal":
          return candidate("write the leading zeros that were lost", false, accountFilledUp(origin));
        case "unknown-operator": {
          const written = spelledAt(origin).text.replace(/^["']|["']$/g, "");
          const meant = nearestOperator(written);
          return meant === undefined ? [] : candidate(`write ${meant}`, false, replaced(origin, written, meant));
        }
        default:
          return [];
      }
    });
}

/** Where one vendor is declared, and it has one account for us alone, there is no other that the author can mean. */
function ofAccount({ settings: { vendors } }: Subject, grant: Grant): readonly Candidate[] {
  const [vendor, ...others] = vendors;
  const [account, ...more] = vendor?.accounts ?? [];
  const isDedicated = vendor?.tenancy === "single" && (vendor.accountParameters ?? []).length === 0;
  if (vendor === undefined || account === undefined || !isDedicated || others.length + more.length > 0) return [];
  return candidate(`trust ${account}, the account of ${vendor.name}`, false, pinned(grant, account));
}

function ofExternalId({ ruling, resource, run }: Subject, statement: Statement): readonly Candidate[] {
  // One that is demanded already, in a way that does not hold, has its own cure.
  if (statement.conditions.filter(isKnownCondition).some(({ key }) => key.endsWith(":externalid"))) return [];
  const vendor = ruling.parties.find((party) => party.vendor !== undefined)?.vendor;
  const { document } = statement.origin;
  const reference = externalIdFor(document, resource.origin.document, vendor, run);
  const demand = reference && demandIn(statement, reference);
  if (reference === undefined || demand === undefined) return [];
  const { name, language, declaration } = reference;
  const noun = language === "cloudformation" ? "parameter" : "variable";
  const which = declaration === undefined ? `the ${noun} ${name}` : `the new ${noun} ${name}`;
  const description = `demand sts:ExternalId, with the value of ${which}`;
  return [{ description, safe: false, edits: [demand, ...(declaration === undefined ? [] : [declaration])] }];
}

function candidate(description: string, safe: boolean, edit: Edit | undefined): readonly Candidate[] {
  return edit === undefined ? [] : [{ description, safe, edits: [edit] }];
}
