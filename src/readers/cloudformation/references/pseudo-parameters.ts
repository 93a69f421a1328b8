// Pseudo-parameters: what CloudFormation knows of the stack that it deploys.

import { ACCOUNT_ID, hole, openIn, valueOfHole } from "../../../values/hole.ts";
import { isPartition, PARTITION } from "../../../values/partitions.ts";
import { text } from "../../../values/text.ts";
import { type Hole, type Origin, OWN_ACCOUNT, type Value } from "../../../values/value.ts";
import type { Evaluation } from "../evaluate/evaluation.ts";
import { substitute } from "../evaluate/substitute.ts";
import type { Template } from "../model/template.ts";

const HOLES: ReadonlyMap<string, Hole> = new Map(
  [
    pseudoParameterHole(OWN_ACCOUNT, ACCOUNT_ID.admits, { ...ACCOUNT_ID, sort: "own-account" }),
    pseudoParameterHole(PARTITION, isPartition, { sort: "partition", alphabet: /[a-z-]/ }),
    pseudoParameterHole("AWS::Region", /^[a-z]+(?:-[a-z]+)+-\d$/, { alphabet: /[a-z\d-]/ }),
    pseudoParameterHole("AWS::StackName", /^[A-Za-z][A-Za-z\d-]*$/, { alphabet: /[A-Za-z\d-]/ }),
    pseudoParameterHole("AWS::URLSuffix", /^[a-z\d.-]+$/, { alphabet: /[a-z\d.-]/ }),
    pseudoParameterHole("AWS::NotificationARNs", /^arn:/, { many: true }),
  ].map((each) => [each.id, each]),
);

/** The same for a stack and those that it deploys for the same role. */
const SHARED: ReadonlySet<string> = new Set([OWN_ACCOUNT, PARTITION]);

/** Who deploys a stack set is of the organization of the accounts that it deploys to, which may be others than its own. */
function parentAccount({ idPrefix }: Template, own: Hole): Hole {
  const source = "the account that the stack set is made in";
  return { ...own, id: `${idPrefix}${own.id} of the outer stack`, source, sort: "account", owner: "organization" };
}

/** Templates take it apart: for the account, or for characters of the id. */
const STACK_ID = `arn:\${AWS::Partition}:cloudformation:\${AWS::Region}:\${AWS::AccountId}:stack/\${AWS::StackName}/\${uuid}`;
const STACK_UUID = pseudoParameterHole("AWS::StackId", /^[\da-f-]+$/, { alphabet: /[\da-f-]/ });

function pseudoParameterHole(name: string, shape: RegExp | Hole["admits"], more: Partial<Hole>): Hole {
  const admits = typeof shape === "function" ? shape : (word: string) => shape.test(word);
  return hole(name, "parameter", `pseudo-parameter ${name}`, { admits, ...more });
}

export function isPseudoParameter(name: string): boolean {
  return HOLES.has(name);
}

/** Undefined for a name that is none. */
export function pseudoParameter(name: string, origin: Origin, evaluation: Evaluation): Value | undefined {
  if (name === "AWS::NoValue") return { kind: "absent", origin };
  if (name === "AWS::StackId") {
    const part = (each: string) => pseudoParameter(each, origin, evaluation) ?? valueOfHole(STACK_UUID, origin);
    return substitute(STACK_ID, part, origin);
  }
  const found = HOLES.get(name);
  if (found === undefined) return undefined;
  const { template, world } = evaluation;
  if (template.isInOtherAccount && name === OWN_ACCOUNT) return valueOfHole(parentAccount(template, found), origin);
  const subject = { ...found, id: SHARED.has(name) ? name : template.idPrefix + name };
  const known = world.known(subject.id) ?? template.deployment.given.get(name);
  return known === undefined
    ? valueOfHole(openIn(world, subject), origin)
    : text({ text: known, from: { name, by: "compared" } }, origin);
}
