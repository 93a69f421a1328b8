// What requests do and on what, as far as a policy tells it apart: one action and one resource for each combination.

import { type Answer, every, isDoubt } from "../../values/doubt.ts";
import { covers } from "../evaluation/action.ts";
import { isOn, resourcePattern } from "../evaluation/resource.ts";
import type { Document } from "../language/document.ts";
import type { Statement } from "../language/statement.ts";
import type { Template } from "../language/variables.ts";
import type { Budget } from "../patterns/budget.ts";
import { cells, type Grammar } from "../patterns/cells.ts";
import { wild } from "../patterns/glyph.ts";
import { matches } from "../patterns/matching.ts";
import { anyOf, exactly, oneOf, textPattern } from "../patterns/pattern.ts";
import { hasHole, type Word } from "../patterns/words.ts";
import { literalAtoms } from "./grammars.ts";
import type { Ours } from "./ours.ts";
import { ASSUME_ROLE, type AssumedRole, rolesOf, suppliesRole } from "./roles/roles.ts";

export interface Target {
  readonly action: string;
  /** Undefined: what the policy belongs to. */
  readonly resource?: Word;
  /** Of an identity policy: which role it is. */
  readonly role?: AssumedRole;
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

/** Of an identity policy: whom else it may make a deputy of is a question of the roles that may be assumed. */
export function roleTargetsOf(document: Document, ours: Ours, steps: Budget): Targets {
  const { words } = document;
  const roles = rolesOf(document, ours, steps);
  const list = roles.list.map((role): Target => {
    const supplies = suppliesRole(role, words);
    const permits = ({ actions, resources }: Statement, action: string): Answer =>
      every([covers(actions, action, words), isOn(resources, role.arn, words, supplies)], (part) => part);
    const speaks = (statement: Statement): Answer => permits(statement, ASSUME_ROLE);
    return { action: ASSUME_ROLE, resource: role.arn, role, speaks, permits };
  });
  return { list, complete: roles.complete };
}

/** Of a policy of any resource: actions and resources that no statement tells apart are one, and what no statement allows is left out. */
export function targetsOf(document: Document, asked: AskedTargets, steps: Budget): Targets {
  const { statements, words } = document;
  const actions = actionsOf(document, asked, steps);
  const resources = resourcesOf(document, asked, steps);
  const allowing = statements.filter(({ effect }) => effect !== "Deny");
  const found = new Map<string, Target>();
  for (const action of actions.words) {
    const covered = new Map(statements.map((one) => [one, covers(one.actions, action, words)]));
    for (const { resource, fresh } of resources.words) {
      if (!steps.spend(statements.length)) return { list: [...found.values()], complete: false };
      const answers = new Map(
        statements.map((one) => [
          one,
          every(
            [covered.get(one) ?? false, isOn(one.resources, resource, words, () => fresh !== true)],
            (part) => part,
          ),
        ]),
      );
      const speaks = (statement: Statement): Answer => answers.get(statement) ?? false;
      if (allowing.every((one) => speaks(one) === false)) continue;
      const key = [
        ...Array.from(answers.values(), (answer) => (isDoubt(answer) ? answer.source : `${answer}`)),
        ...(asked.actions ?? []).map((pattern) => matchesAction(pattern, action)),
        (asked.resources ?? []).find((one) => one === resource),
      ].join("|");
      if (!found.has(key))
        found.set(key, { action, ...(resource === undefined ? {} : { resource }), speaks, permits: () => true });
    }
  }
  return { list: [...found.values()], complete: actions.complete && resources.complete };
}

/** `pattern`: as rule files write it. */
export function matchesAction(pattern: string, action: string): boolean {
  return matches(textPattern(wild(pattern), true), action.toLowerCase());
}

/** What people do with resources, in the order in which it is worth telling. */
const EXAMPLES = [
  ...["s3:GetObject", "s3:PutObject", "s3:ListBucket", "sns:Publish", "sns:Subscribe", "sqs:SendMessage"],
  ...["sqs:ReceiveMessage", "kms:Decrypt", "kms:GenerateDataKey", "lambda:InvokeFunction", "lambda:GetFunction"],
  ...["secretsmanager:GetSecretValue", "ecr:BatchGetImage", "ecr:PutImage", "events:PutEvents", "execute-api:Invoke"],
  ...["es:ESHttpGet", "dynamodb:GetItem", "kinesis:GetRecords", "backup:CopyIntoBackupVault", "logs:PutLogEvents"],
  ...["elasticfilesystem:ClientMount", "glue:GetTable", "codeartifact:ReadFromRepository", "sts:AssumeRole"],
];

interface Found<T> {
  readonly words: readonly T[];
  readonly complete: boolean;
}

function actionsOf({ statements, service }: Document, { actions = [] }: AskedTargets, steps: Budget): Found<string> {
  const written = [
    ...statements.flatMap((one) => (isDoubt(one.actions) ? [] : one.actions.patterns.map((word) => word))),
    ...actions,
  ];
  const spelled = written.filter((word) => !/[*?]/.test(word) && !hasHole(word));
  const patterns = written.map((word) => textPattern(wild(word), true));
  return cells(actionGrammar(service, written), patterns, [...spelled, ...EXAMPLES], steps);
}

/** Services whose resources take actions of these prefixes and no others; of any other service nobody knows. */
const PREFIXES: Readonly<Record<string, readonly string[]>> = {
  // Terraform writes policies of directory buckets as those of others.
  s3: ["s3", "s3express", "s3-object-lambda", "s3-outposts"],
  ...Object.fromEntries(
    [
      ...["sqs", "sns", "kms", "lambda", "secretsmanager", "ecr", "events", "es", "dynamodb", "kinesis", "backup"],
      ...["elasticfilesystem", "execute-api", "codeartifact", "glacier", "acm-pca", "mediastore", "ec2", "rds"],
    ].map((prefix) => [prefix, [prefix]]),
  ),
};

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_action.html */
function actionGrammar(service: string | undefined, written: readonly Word[]): Grammar {
  const inPrefix = (char: string): boolean => /[a-z0-9-]/.test(char);
  // Letters of either case are one, and a hole is no name of an action.
  const inName = (char: string): boolean => /[A-Za-z0-9]/.test(char);
  const known = service === undefined || !Object.hasOwn(PREFIXES, service) ? undefined : PREFIXES[service];
  const spelled = known?.filter((one) => one === service || written.some((word) => word.startsWith(`${one}:`)));
  const prefixes = spelled?.map(literalAtoms) ?? [[oneOf(inPrefix), anyOf(inPrefix)]];
  return prefixes.map((prefix) => [...prefix, exactly(":"), oneOf(inName), anyOf(inName)]);
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
  const named = templates.filter((one) => !isAnything(one)).map(resourcePattern);
  const isOfPolicy = (word: Word): boolean =>
    !speaksOfAll(templates) || resources.includes(word) || named.some((pattern) => matches(pattern, word));
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
