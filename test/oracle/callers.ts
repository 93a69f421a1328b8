// How policies speak of callers: short names that principals and patterns share, and the fields of an ARN before the account as few people write them.

import fc from "fast-check";
import type { Policy, Statement, Texts } from "./request.ts";

type Block = NonNullable<Statement["Condition"]>;

const ACCOUNT = "444455556666";
const UNIQUE_IDS = ["AROAABCDEFGHIJKLMNOPQ", "AIDAABCDEFGHIJKLMNOPQ", "AROAABCDEFGHIJKLMNOPR"];

const NAMES = ["role/app", "role/app2", "role/ap", "role/b", "role/a/b", "role/a/bc", "role/B"];
const USERS = ["user/svc", "user/svc2", "user/u", "user/a/svc"];
const SESSIONS = ["app/alice", "app/al", "b/alice", "b/bob"];
const PATTERNS = [
  ...["role/app", "role/app*", "role/a*", "role/?", "role/ap?", "role/a/*", "role/a/b*", "role/*/b", "role/*"],
  ...["user/svc", "user/svc*", "user/?", "user/*", "*", "*/app?"],
];
const HEADS = [
  ...[
    "arn:*:iam::",
    "arn:aws-cn:iam::",
    "arn:?ws:iam::",
    "arn:aws*:iam::",
    "arn:aws-*:iam::",
    "*:iam::",
    "arn:aws:*::",
  ],
  ...["ARN:AWS:IAM::", "arn:AWS:iam::", "arn:aws:sts::", "arn:*-cn:*:*:", "ARN:AWS-CN:IAM::"],
];

/** Whom a principal may name of one account, and no more. */
export const someOf = (account: string): string[] => [
  ...[...NAMES, ...USERS].map((name) => `arn:aws:iam::${account}:${name}`),
  ...SESSIONS.map((name) => `arn:aws:sts::${account}:assumed-role/${name}`),
];

const named = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom(...someOf(ACCOUNT)) },
  { weight: 1, arbitrary: fc.constantFrom(...UNIQUE_IDS, ...someOf("111122223333")) },
);

const usual = PATTERNS.map((name) => `arn:aws:iam::${ACCOUNT}:${name}`);
const unusual = HEADS.flatMap((head) => ["role/app", "role/a*", "ROLE/APP"].map((name) => `${head}${ACCOUNT}:${name}`));

/** A name of 64 characters is the longest. */
const long = [64, 65].flatMap((length) => [
  `arn:aws:iam::${ACCOUNT}:role/${"x".repeat(length)}`,
  `arn:aws:iam::${ACCOUNT}:user/${"x".repeat(length)}*`,
]);

const ARN_OPERATORS = ["ArnLike", "ArnNotLike", "ArnEquals", "ArnNotEquals", "StringLike", "StringNotLike"];
const TEXT_OPERATORS = ["StringLike", "StringNotLike", "StringEquals", "StringNotEquals", "StringEqualsIgnoreCase"];

/** What conditions ask of a caller: keys, the operators that suit them, and values. */
export const CALLER_SUBJECTS = [
  { weight: 6, keys: ["aws:PrincipalArn"], operators: [...ARN_OPERATORS, ...TEXT_OPERATORS], values: usual },
  { weight: 3, keys: ["aws:PrincipalArn"], operators: [...ARN_OPERATORS, ...TEXT_OPERATORS], values: unusual },
  { weight: 1, keys: ["aws:PrincipalArn"], operators: ["ArnLike", "StringLike"], values: long },
  {
    weight: 2,
    keys: ["aws:username"],
    operators: TEXT_OPERATORS,
    values: ["svc*", "svc", "?", "s?c", "SVC", "u", "*"],
  },
  {
    weight: 2,
    keys: ["aws:userid"],
    operators: TEXT_OPERATORS,
    values: [
      ...["*:alice", "*:al*", "AROA*", "AIDA*", "*:*", "AROAABCDEFGHIJKLMNOPQ:*", "AROAABCDEFGHIJKLMNOP?:al*"],
      ...["AIDAABCDEFGHIJKLMNOPQ", "AROAABCDEFGHIJKLMNOPQ:alice"],
    ],
  },
] as const;

const condition = fc
  .oneof(...CALLER_SUBJECTS.map(({ weight, ...subject }) => ({ weight, arbitrary: fc.constant(subject) })))
  .chain(({ keys: [key], operators, values }) =>
    fc
      .tuple(
        fc.constantFrom<string>(...operators),
        fc.oneof<fc.Arbitrary<Texts>[]>(
          fc.constantFrom<string>(...values),
          fc.uniqueArray(fc.constantFrom<string>(...values), { minLength: 2, maxLength: 3 }),
        ),
      )
      .map(([operator, texts]): Block => ({ [operator]: { [key]: texts } })),
  );

const blocks = fc.array(condition, { minLength: 1, maxLength: 2 }).map((all): Block => Object.assign({}, ...all));

const group = fc.oneof<fc.Arbitrary<Texts>[]>(
  fc.constant("*"),
  fc.constant(ACCOUNT),
  fc.constant(`arn:aws:iam::${ACCOUNT}:root`),
);
const list: fc.Arbitrary<Texts> = fc.uniqueArray(named, { minLength: 1, maxLength: 4 });

/** `asking`: of ten statements, how many have conditions. */
function statement(Effect: string, principal: fc.Arbitrary<Texts>, asking: number): fc.Arbitrary<Statement> {
  const more = fc.oneof<fc.MaybeWeightedArbitrary<Pick<Statement, "Condition">>[]>(
    { weight: 10 - asking, arbitrary: fc.constant({}) },
    { weight: asking, arbitrary: blocks.map((Condition) => ({ Condition })) },
  );
  return fc.tuple(principal, more).map(([AWS, rest]) => ({
    ...{ Effect, Principal: { AWS }, Action: "sts:AssumeRole" },
    ...rest,
  }));
}

/** Few statements that say much about callers and nothing else. */
export const policiesOnCallers: fc.Arbitrary<Policy> = fc
  .tuple(
    fc.array(
      fc.oneof(
        { weight: 4, arbitrary: statement("Allow", group, 9) },
        { weight: 1, arbitrary: statement("Allow", list, 3) },
      ),
      { minLength: 1, maxLength: 2 },
    ),
    fc.array(
      fc.oneof(
        { weight: 3, arbitrary: statement("Deny", list, 1) },
        { weight: 2, arbitrary: statement("Deny", group, 9) },
      ),
      { minLength: 1, maxLength: 2 },
    ),
  )
  .map(([allowing, denying]) => ({ Version: "2012-10-17", Statement: [...allowing, ...denying] }));
