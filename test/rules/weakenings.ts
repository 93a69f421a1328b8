// Ways in which a policy gets weaker, or looks as if it did: one change each.

import { list, type Policy, type Statement, type Texts } from "../oracle/request.ts";

export interface Weakened {
  readonly change: string;
  readonly policy: Policy;
}

type Condition = NonNullable<Statement["Condition"]>;

/** A statement with each of the changes; undefined in the place of the statement: it is left out. */
type Change = (statement: Statement) => Iterable<Statement | undefined>;

const STRANGER = "arn:aws:iam::555566667777:root";

const CHANGES: Readonly<Record<string, Change>> = {
  "without one condition": (statement) => eachCondition(statement, () => ({})),
  "without any condition": function* ({ Condition, ...rest }) {
    if (Condition !== undefined) yield rest;
  },
  "with IfExists": (statement) =>
    eachCondition(statement, (operator, key, texts) =>
      /IfExists$|Null$/.test(operator) ? undefined : { [`${operator}IfExists`]: { [key]: texts } },
    ),
  "with ForAllValues": (statement) => eachCondition(statement, quantified("ForAllValues")),
  "with ForAnyValue": (statement) => eachCondition(statement, quantified("ForAnyValue")),
  "with StringLike and a wildcard": (statement) =>
    eachCondition(statement, (operator, key) =>
      statement.Effect === "Allow" && /String|Arn/.test(operator) ? { StringLike: { [key]: "*" } } : undefined,
    ),
  "with one more value": (statement) =>
    eachCondition(statement, (operator, key, texts) =>
      operator.includes("Null") ? undefined : { [operator]: { [key]: [...list(texts), "another-one"] } },
    ),
  "with everyone": (statement) => eachElement(statement, () => "*"),
  "with the whole account": (statement) =>
    eachElement(statement, (element) => element.replace(/^(arn:[^:]*):\w+:(:\d{12}):.*$/, "$1:iam:$2:root")),
  "with one more account": function* ({ Principal, ...rest }) {
    const elements = awsElements(Principal);
    if (rest.Effect === "Allow" && elements.length > 0) yield { ...rest, Principal: { AWS: [...elements, STRANGER] } };
  },
  "without the Deny": function* ({ Effect }) {
    if (Effect === "Deny") yield undefined;
  },
  "with a Deny of session tags only": function* (statement) {
    if (statement.Effect === "Deny") yield { ...statement, Action: "sts:TagSession" };
  },
  "with a Deny of one role only": function* (statement) {
    if (statement.Effect === "Deny") {
      yield { ...statement, Principal: { AWS: "arn:aws:iam::444455556666:role/another" } };
    }
  },
};

export const CHANGE_NAMES = Object.keys(CHANGES);

export function weakenings(policy: Policy): Weakened[] {
  const { Statement, ...rest } = policy;
  return Statement.flatMap((statement, index) =>
    Object.entries(CHANGES).flatMap(([change, make]) =>
      [...make(statement)].map((other) => ({
        change,
        policy: { ...rest, Statement: Statement.flatMap((one, place) => (place === index ? (other ?? []) : one)) },
      })),
    ),
  );
}

/** The statement with another condition in the place of each one; undefined: that one cannot be changed so. */
function* eachCondition(
  { Condition = {}, ...rest }: Statement,
  change: (operator: string, key: string, texts: Texts) => Condition | undefined,
): Generator<Statement> {
  for (const [operator, keys] of Object.entries(Condition)) {
    for (const [key, texts] of Object.entries(keys)) {
      const changed = change(operator, key, texts);
      if (changed === undefined) continue;
      const { [key]: _, ...others } = keys;
      const all = Object.entries({ ...Condition, [operator]: others }).filter(
        ([, inner]) => Object.keys(inner).length > 0,
      );
      const next: Record<string, Readonly<Record<string, Texts>>> = Object.fromEntries(all);
      for (const [name, inner] of Object.entries(changed)) next[name] = { ...next[name], ...inner };
      yield { ...rest, Condition: next };
    }
  }
}

function quantified(quantifier: string) {
  return (operator: string, key: string, texts: Texts): Condition | undefined =>
    /^For|Null/.test(operator) ? undefined : { [`${quantifier}:${operator}`]: { [key]: texts } };
}

/** The Allow with another principal in the place of each one. */
function* eachElement({ Principal, ...rest }: Statement, change: (element: string) => string): Generator<Statement> {
  const elements = awsElements(Principal);
  for (const [index, element] of elements.entries()) {
    const changed = change(element);
    if (rest.Effect !== "Allow" || changed === element) continue;
    yield { ...rest, Principal: { AWS: elements.map((one, place) => (place === index ? changed : one)) } };
  }
}

function awsElements(principal: Statement["Principal"]): readonly string[] {
  return typeof principal === "object" ? list(principal.AWS) : [];
}
