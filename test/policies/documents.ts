// The policies of all resources in a file, each of its worlds as plain data, and as one line a statement.

import { policiesOf } from "../../src/policies/find.ts";
import { neighboursIn } from "../../src/policies/neighbours.ts";
import { readInputs } from "../../src/readers/inputs.ts";
import { inEveryWorld } from "../../src/values/worlds.ts";
import { type Shown, shown } from "../values/shown.ts";

function documentsIn(path: string, content: string): Shown[] {
  const deployment = () => ({ given: new Map(), owners: new Map() });
  const files = readInputs([{ path, content }], { readFile: () => undefined, deployment });
  return files
    .flatMap(({ inputs }) =>
      inputs.flatMap(({ resources }) =>
        resources.flatMap((one) =>
          policiesOf(
            one,
            neighboursIn(() => resources),
          ),
        ),
      ),
    )
    .filter(({ kind }) => kind === "resource")
    .flatMap((policy) => inEveryWorld((world) => shown(policy.document(world))).outcomes)
    .map(({ result }) => result);
}

/** "Allow Service sns.amazonaws.com lambda:InvokeFunction, ArnLike aws:SourceArn x" */
export function statementsIn(path: string, content: string): string[] {
  return documentsIn(path, content).flatMap((document) =>
    typeof document === "object" && "Statement" in document ? listOf(document.Statement).map(inWords) : [`${document}`],
  );
}

function inWords(statement: Shown): string {
  if (typeof statement === "string" || Array.isArray(statement)) return `${statement}`;
  const { Effect, Principal = "", Action = "", Condition = {} } = statement;
  return [[Effect, words(Principal), words(Action)].join(" "), ...(words(Condition) ? [words(Condition)] : [])].join(
    ", ",
  );
}

function words(value: Shown): string {
  if (typeof value === "string") return value;
  if (Array.isArray(value)) return value.map(words).join("+");
  return Object.entries(value)
    .map(([key, inner]) => `${key} ${words(inner)}`)
    .join(", ");
}

function listOf(value: Shown | undefined): Shown[] {
  return Array.isArray(value) ? value : value === undefined ? [] : [value];
}
