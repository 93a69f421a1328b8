// What requests do and on what, as far as a policy tells it apart: one action and one resource for each combination.

import { type Answer, every, isDoubt } from "../../values/doubt.ts";
import { covers } from "../evaluation/action.ts";
import { isOn, resourcePattern } from "../evaluation/resource.ts";
import type { Document } from "../language/document.ts";
import type { Statement } from "../language/statement.ts";
import type { Template } from "../language/variables.ts";
import type { Budget } from "../patterns/budget.ts";
import { cells, type Grammar } from "../patterns/cells.ts";
import { matches } from "../patterns/matching.ts";
import { anyOf } from "../patterns/pattern.ts";
import type { Word } from "../patterns/words.ts";
import { literalAtoms } from "./grammars.ts";
import type { Ours } from "./ours.ts";
import { ASSUME_ROLE, type AssumedRole, rolesOf, suppliesRole } from "./roles/roles.ts";
import { ROLE_ACTIONS } from "./roles/speaking.ts";
import { actionsOf, type Found, matchesAction } from "./targets/actions.ts";
import { effortOf, STATEMENTS_PER_STEP } from "./targets/effort.ts";
import { answerText, firstOfEach, type Row } from "./targets/rows.ts";

export interface Target {
  readonly action: string;
  /** Undefined: what the policy belongs to. */
  readonly resource?: Word;
  /** Of an identity policy: which role it is. */
  readonly role?: AssumedRole;
  /** What of it questions tell apart; undefined: it is told apart from all others. */
  readonly asksFor?: string;
  speaks(statement: Statement): Answer;
  /** Of a second permission that the request may take. */
  permits(statement: Statement, companion: string): Answer;
}

export interface Targets {
  readonly list: readonly Target[];
  /** False: some may be missing. */
  readonly complete: boolean;
}

/** What questions tell apart. */
export interface AskedTargets {
  /** Patterns of actions, as rule files write them. */
  readonly actions?: readonly string[];
  readonly resources?: readonly Word[];
}

/** Requests to one role all do the same to it. */
export function targetOf(action: string, { words }: Document): Target {
  return {
    action,
    speaks: ({ actions }) => covers(actions, action, words),
    permits: ({ actions }, companion) => covers(actions, companion, words),
  };
}

/**
 * Of an identity policy: whom else it may make a deputy of is a question of the roles that may be assumed. Of roles of one owner
 * nothing but their names differs: those of whom no statement says anything else are one, and what none allows is left out.
 */
export function roleTargetsOf(
  document: Document,
  ours: Ours,
  { resources: asked = [] }: AskedTargets,
  steps: Budget,
): Targets {
  const { statements, words } = document;
  const roles = rolesOf(document, ours, steps);
  const cost = Math.ceil(statements.reduce((sum, one) => sum + effortOf(one), 0));
  let unpaid = 0;
  const speaking = statements.map((statement) => ({
    statement,
    ofActions: ROLE_ACTIONS.map((action) => covers(statement.actions, action, words)),
  }));
  const known = new Set<string>();
  const list: Target[] = [];
  for (const role of roles.list) {
    // Those that have been found are tried, even where the steps do not suffice to find all; but for very many.
    if (!steps.spend(cost)) unpaid += cost;
    if (unpaid > MOST_UNPAID) return { list, complete: false };
    const supplies = suppliesRole(role, words);
    const answers = new Map<Statement, readonly Answer[]>();
    const said: unknown[] = [];
    let isAllowed = false;
    for (const [index, { statement, ofActions }] of speaking.entries()) {
      const on = isOn(statement.resources, role.arn, words, supplies);
      if (on === false) continue;
      const each = ofActions.map((one) => every([one, on], (part) => part));
      isAllowed ||= statement.effect !== "Deny" && each.some((answer) => answer !== false);
      answers.set(statement, each);
      said.push(index, ...each.map(answerText));
    }
    if (!isAllowed) continue;
    const key = JSON.stringify([role.whose, role.anyName, asked.filter((one) => one === role.arn), said]);
    if (known.has(key)) continue;
    known.add(key);
    const permits = (statement: Statement, action: string): Answer =>
      answers.get(statement)?.[ROLE_ACTIONS.indexOf(action)] ?? false;
    const speaks = (statement: Statement): Answer => permits(statement, ASSUME_ROLE);
    list.push({ action: ASSUME_ROLE, resource: role.arn, role, speaks, permits });
  }
  return { list, complete: roles.complete };
}

/** Steps that are taken whether they are there or not. */
const MOST_UNPAID = 500;
/** Of a policy of any resource: actions and resources that no statement tells apart are one, and what no statement allows is left out. */
export function targetsOf(document: Document, asked: AskedTargets, steps: Budget): Targets {
  const { statements, words } = document;
  const actions = actionsOf(document, asked.actions ?? [], steps);
  const resources = resourcesOf(document, asked, steps);
  const cost = Math.ceil(statements.length / STATEMENTS_PER_STEP);
  const rows: Row<string>[] = [];
  const places: Row<Word | undefined>[] = [];
  const found = new Map<string, Target>();
  const told = (complete: boolean): Targets => ({ list: [...found.values()], complete });
  const inAction = firstOfEach(rows);
  for (const action of actions.words) {
    if (!steps.spend(cost)) return told(false);
    const asks = (asked.actions ?? []).map((pattern) => matchesAction(pattern, action));
    inAction(
      action,
      statements.map((one) => covers(one.actions, action, words)),
      asks,
    );
  }
  const inPlace = firstOfEach(places);
  for (const { resource, fresh } of resources.words) {
    if (!steps.spend(cost)) return told(false);
    const asks = (asked.resources ?? []).filter((one) => one === resource);
    inPlace(
      resource,
      statements.map((one) => isOn(one.resources, resource, words, () => fresh !== true)),
      asks,
    );
  }
  for (const { subject: action, answers: covered, asks } of rows) {
    for (const { subject: resource, answers: on, asks: place } of places) {
      if (!steps.spend(1)) return told(false);
      const answers = new Map<Statement, Answer>();
      const parts: unknown[] = [];
      let isAllowed = false;
      // Of many statements, few speak of one place.
      for (const [index, there] of on) {
        const answer = every([covered.get(index) ?? false, there], (part) => part);
        if (answer === false) continue;
        const statement = statements[index] as Statement;
        isAllowed ||= statement.effect !== "Deny";
        answers.set(statement, answer);
        parts.push(index, answerText(answer));
      }
      if (!isAllowed) continue;
      const key = [...parts, ...asks, ...place].join("|");
      const speaks = (statement: Statement): Answer => answers.get(statement) ?? false;
      const asksFor = [...asks, ...place].join("|");
      if (!found.has(key))
        found.set(key, {
          action,
          ...(resource === undefined ? {} : { resource }),
          asksFor,
          speaks,
          permits: () => true,
        });
    }
  }
  return told(actions.complete && resources.complete);
}

/** Of one caller: those of whom no statement that concerns the caller, and no question, says anything else are one. */
export function toldApart(targets: readonly Target[], statements: readonly Statement[]): readonly Target[] {
  if (targets.length <= 1) return targets;
  const known = new Set<string>();
  return targets.filter((target) => {
    if (target.asksFor === undefined) return true;
    const key = [...statements.map((one) => answerText(target.speaks(one))), target.asksFor].join("|");
    return !known.has(key) && known.add(key);
  });
}

const ANYWHERE: Grammar = [[anyOf(() => true)]];

/** Services of which a policy is on one thing, and on nothing in it: its Resource can say nothing else. */
const WHOLE = new Set([
  ...["acm-pca", "backup", "ecr", "ecr-public", "elasticfilesystem", "events", "glacier", "kinesis", "kms", "lambda"],
  ...["secretsmanager", "sns", "sqs"],
]);

function resourcesOf({ statements, service = "" }: Document, asked: AskedTargets, steps: Budget): Found<Place> {
  const { resources = [] } = asked;
  const templates = statements.flatMap(({ resources }) =>
    resources === undefined || isDoubt(resources) || WHOLE.has(service) ? [] : resources.patterns,
  );
  if (templates.length === 0 && resources.length === 0) return { words: [{}], complete: true };
  const patterns = templates.map(resourcePattern);
  const texts = templates.map(textOf);
  const found = cells(
    ANYWHERE,
    [...patterns, ...resources.map((word) => ({ atoms: literalAtoms(word), ignoreCase: false }))],
    [...resources, ...texts],
    steps,
  );
  const spelled = new Set([...resources, ...templates.filter((one) => !isAnything(one)).map(textOf)]);
  const named = speaksOfAll(templates) ? templates.filter((one) => !isAnything(one)).map(resourcePattern) : undefined;
  const isOfPolicy = (word: Word): boolean =>
    named === undefined || resources.includes(word) || named.some((pattern) => matches(pattern, word));
  const places = found.words.filter(isOfPolicy).map((resource) => ({ resource, fresh: !spelled.has(resource) }));
  return { words: places, complete: found.complete };
}

/** What a request is on; `fresh`: something that no statement spells, and deployment does not supply. */
interface Place {
  readonly resource?: Word;
  readonly fresh?: boolean;
}

function isAnything(template: Template): boolean {
  return template.length === 1 && template.every((piece) => "char" in piece && piece.wild && piece.char === "*");
}

/** Do statements name what the policy belongs to, and all that is in it? Then "*" is that. */
function speaksOfAll(templates: readonly Template[]): boolean {
  const written = new Set(templates.map(textOf));
  return [...written].some((one) => written.has(`${one}/${FILLING}`));
}

function textOf(template: Template): Word {
  return template.map((piece) => ("char" in piece ? filled(piece.char, piece.wild) : FILLING)).join("");
}

const FILLING = "anything";

function filled(char: string, isWild: boolean): string {
  if (!isWild) return char;
  return char === "*" ? FILLING : "x";
}
