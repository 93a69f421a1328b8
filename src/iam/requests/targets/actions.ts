// The actions that a policy of a resource tells apart, one for each combination of its patterns.

import { isDoubt } from "../../../values/doubt.ts";
import { actionPattern } from "../../evaluation/action.ts";
import type { Document } from "../../language/document.ts";
import type { Budget } from "../../patterns/budget.ts";
import { cells, type Grammar } from "../../patterns/cells.ts";
import { matches } from "../../patterns/matching.ts";
import { anyOf, exactly, oneOf } from "../../patterns/pattern.ts";
import { hasHole, type Word } from "../../patterns/words.ts";
import { literalAtoms } from "../grammars.ts";

/** `pattern`: as rule files write it. */
export function matchesAction(pattern: string, action: string): boolean {
  return matches(actionPattern(pattern), action.toLowerCase());
}

/** What people do with resources, in the order in which it is worth telling. */
const EXAMPLES = [
  ...["s3:GetObject", "s3:PutObject", "s3:ListBucket", "sns:Publish", "sns:Subscribe", "sqs:SendMessage"],
  ...["sqs:ReceiveMessage", "kms:Decrypt", "kms:GenerateDataKey", "lambda:InvokeFunction", "lambda:GetFunction"],
  ...["secretsmanager:GetSecretValue", "ecr:BatchGetImage", "ecr:PutImage", "events:PutEvents", "execute-api:Invoke"],
  ...["es:ESHttpGet", "dynamodb:GetItem", "kinesis:GetRecords", "backup:CopyIntoBackupVault", "logs:PutLogEvents"],
  ...["elasticfilesystem:ClientMount", "glue:GetTable", "codeartifact:ReadFromRepository", "sts:AssumeRole"],
];

export interface Found<T> {
  readonly words: readonly T[];
  readonly complete: boolean;
}

/** What the same was found to be before, and the steps that it took: policies of a service ask for the same few actions. */
const knownActions = new Map<string, Found<string> & { readonly cost: number }>();
const MANY = 10_000;

/** `asked`: patterns of actions that questions tell apart. */
export function actionsOf({ statements, service }: Document, asked: readonly string[], steps: Budget): Found<string> {
  const listed = statements.flatMap((one) => (isDoubt(one.actions) ? [] : one.actions.patterns));
  const written = [...new Set([...listed, ...asked])];
  const key = JSON.stringify([service, ...written]);
  const known = knownActions.get(key);
  // It costs the same whichever policy comes first.
  if (known !== undefined && steps.left > known.cost && steps.spend(known.cost)) return known;
  const spelled = written.filter((word) => !/[*?]/.test(word) && !hasHole(word));
  const before = steps.left;
  const found = cells(actionGrammar(service, written), written.map(actionPattern), [...spelled, ...EXAMPLES], steps);
  if (found.complete && knownActions.size < MANY) knownActions.set(key, { ...found, cost: before - steps.left });
  return found;
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
