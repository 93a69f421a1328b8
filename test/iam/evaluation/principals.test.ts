// Every form of a principal: whom it lets in, and what IAM refuses in it; one row a fact of AWS's documentation.

import { describe, expect, test } from "vitest";
import type { Caller } from "../../../src/iam/evaluation/caller.ts";
import { matchesPrincipal } from "../../../src/iam/evaluation/principal.ts";
import type { Flaw, FlawName } from "../../../src/iam/language/flaw.ts";
import { type PrincipalType, readElement } from "../../../src/iam/language/principal.ts";
import { readPrincipal } from "../../../src/iam/language/principals.ts";
import { words } from "../../../src/iam/patterns/words.ts";
import type { Json } from "../../../src/text/document.ts";
import { type Answer, isDoubt } from "../../../src/values/doubt.ts";
import { parseObject } from "../../../src/values/embedded.ts";
import { concat, text } from "../../../src/values/text.ts";
import type { Hole, Struct, Supplier, Text, Value } from "../../../src/values/value.ts";
import { NoSuchWorld } from "../../../src/values/worlds.ts";
import { HERE, made } from "../../values/making.ts";

const ACCOUNT = "444455556666";

function caller(resource: string, more: Partial<Caller> = {}): Caller {
  const account = more.account ?? ACCOUNT;
  const kind = resource.startsWith("user/") ? "user" : "role";
  return {
    ...{ kind, account, resource, arn: `arn:aws:iam::${account}:${resource}` },
    ...{ freshName: false, own: false, named: true, ...more },
  };
}

/** Those whom the forms tell apart; all but one are of the account that the forms name. */
const CALLERS: Readonly<Record<string, Caller>> = {
  role: caller("role/App"),
  session: caller("role/App", { session: "alice" }),
  pathed: caller("role/team/App", { session: "alice" }),
  other: caller("role/Other"),
  user: caller("user/App"),
  id: caller("role/Known", { uniqueId: "AROAABCDEFGHIJKLMNOPQ" }),
  abroad: caller("role/App", { account: "777788889999" }),
};

/** Whom the statement lets in, and what IAM will refuse in it. `<Name>` is a hole. */
function read(statement: Json, holes: Readonly<Record<string, Partial<Hole>>> = {}) {
  return readText(JSON.stringify(statement), holes);
}

function readText(statement: string, holes: Readonly<Record<string, Partial<Hole>>> = {}) {
  const written = made(statement, holes);
  const value = written.kind === "text" ? parseObject(written) : written;
  if (value.kind !== "map") throw new Error("no statement");
  const flaws: Flaw[] = [];
  const known = words("aws");
  const principal = readPrincipal(value, known, flaws);
  const answers = Object.entries(CALLERS).map(
    ([name, one]) => [name, matchesPrincipal(principal, one, known)] as const,
  );
  const named = (is: (answer: Answer) => boolean) =>
    answers
      .filter(([, answer]) => is(answer))
      .map(([name]) => name)
      .join(" ");
  return { in: named((answer) => answer === true), open: named(isDoubt), flaws: flaws.map(({ name }) => name) };
}

const EVERYONE = Object.keys(CALLERS).join(" ");
const OF_THE_ACCOUNT = "role session pathed other user id";

const GUIDE = "https://docs.aws.amazon.com/IAM/latest/UserGuide";
const PRINCIPAL = `${GUIDE}/reference_policies_elements_principal.html`;
const NOT_PRINCIPAL = `${GUIDE}/reference_policies_elements_notprincipal.html`;
const IDENTIFIERS = `${GUIDE}/reference_identifiers.html`;
const CHECKS = `${GUIDE}/access-analyzer-reference-policy-checks.html`;
const ASSUME_ROLE = "https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html";
const FEDERATION_TOKEN = "https://docs.aws.amazon.com/STS/latest/APIReference/API_GetFederationToken.html";

/** What stands under "AWS", who gets in, and the page that says so. */
const FORMS: readonly (readonly [written: Json, who: string, source: string])[] = [
  ["*", EVERYONE, PRINCIPAL],
  [["*"], EVERYONE, PRINCIPAL],
  // The account is all its principals, not its root user alone, who cannot assume roles anyway.
  ["444455556666", OF_THE_ACCOUNT, PRINCIPAL],
  [444455556666, OF_THE_ACCOUNT, PRINCIPAL],
  ["arn:aws:iam::444455556666:root", OF_THE_ACCOUNT, PRINCIPAL],
  // A role is all its sessions. Names are case-sensitive, and a path is a part of them.
  ["arn:aws:iam::444455556666:role/App", "role session", PRINCIPAL],
  ["arn:aws:iam::444455556666:role/app", "", PRINCIPAL],
  ["arn:aws:iam::444455556666:role/team/App", "pathed", PRINCIPAL],
  ["arn:aws:iam::777788889999:role/App", "abroad", PRINCIPAL],
  ["arn:aws:iam::444455556666:user/App", "user", PRINCIPAL],
  // A session is named without the path of its role.
  ["arn:aws:sts::444455556666:assumed-role/App/alice", "session pathed", IDENTIFIERS],
  ["arn:aws:sts::444455556666:assumed-role/App/bob", "", PRINCIPAL],
  ["arn:aws:sts::444455556666:assumed-role/Other/alice", "", PRINCIPAL],
  ["arn:aws:sts::777788889999:assumed-role/App/alice", "", PRINCIPAL],
  // Such a session "cannot call any AWS STS operations except GetCallerIdentity".
  ["arn:aws:sts::444455556666:federated-user/App", "", FEDERATION_TOKEN],
  // What a role or user that is gone is shown as, or somebody typed.
  ["AROAABCDEFGHIJKLMNOPQ", "id", IDENTIFIERS],
  ["AIDAABCDEFGHIJKLMNOPQ", "", IDENTIFIERS],
  // Several are an "or", none is nobody.
  [["arn:aws:iam::444455556666:role/Other", "777788889999"], "other abroad", PRINCIPAL],
  [[], "", CHECKS],
];

test.each(FORMS)("AWS: %j lets in: %s (%s)", (AWS, who) => {
  expect(read({ Principal: { AWS } })).toEqual({ in: who, open: "", flaws: [] });
});

/** Nobody knows what its author will make of it, so that it stays open for everybody. */
const REFUSED: readonly (readonly [written: Json, flaw: FlawName, source: string])[] = [
  ["arn:aws:iam::444455556666:role/*", "wildcard-in-principal", PRINCIPAL],
  ["arn:aws:iam::444455556666:role/Ap?", "wildcard-in-principal", PRINCIPAL],
  ["arn:aws:iam::*:root", "wildcard-in-principal", PRINCIPAL],
  ["arn:aws:sts::444455556666:assumed-role/App/*", "wildcard-in-principal", PRINCIPAL],
  // "You cannot identify a user group as a principal".
  ["arn:aws:iam::444455556666:group/App", "group-principal", PRINCIPAL],
  // Neither of an account, nor of a role, user or session by name.
  ["arn:aws:iam::4444:root", "malformed-principal", PRINCIPAL],
  ["arn:aws:iam:::root", "malformed-principal", PRINCIPAL],
  ["arn:aws:iam::444455556666", "malformed-principal", PRINCIPAL],
  ["arn:aws:iam::444455556666:role", "malformed-principal", PRINCIPAL],
  ["arn:aws:iam::444455556666:role/", "malformed-principal", PRINCIPAL],
  ["arn:aws:iam::444455556666:role/App/", "malformed-principal", PRINCIPAL],
  ["arn:aws:iam::444455556666:user/", "malformed-principal", PRINCIPAL],
  ["arn:aws:iam::444455556666:policy/App", "malformed-principal", PRINCIPAL],
  ["arn:aws:sts::444455556666:root", "malformed-principal", PRINCIPAL],
  ["arn:aws:sts::444455556666:role/App", "malformed-principal", PRINCIPAL],
  ["arn:aws:sts::444455556666:role/App/alice", "malformed-principal", PRINCIPAL],
  ["arn:aws:iam::444455556666:assumed-role/App/alice", "malformed-principal", PRINCIPAL],
  ["arn:aws:sts::444455556666:assumed-role/App", "malformed-principal", PRINCIPAL],
  ["arn:aws:sts::444455556666:assumed-role//alice", "malformed-principal", PRINCIPAL],
  ["arn:aws:sts::444455556666:federated-user", "malformed-principal", PRINCIPAL],
  ["arn:aws:s3::444455556666:root", "malformed-principal", PRINCIPAL],
  ["arn:aws:s3:::bucket", "malformed-principal", PRINCIPAL],
  ["44445555666", "malformed-principal", PRINCIPAL],
  ["4444555566667", "malformed-principal", PRINCIPAL],
  ["arn:aws:iam:us-east-1:444455556666:root", "malformed-principal", IDENTIFIERS],
  ["arn:amazon:iam::444455556666:root", "malformed-principal", IDENTIFIERS],
  ["arn:aws:iam::444455556666:role/my role", "malformed-principal", IDENTIFIERS],
  // Of the unique ids those of roles and users alone are principals.
  ["AKIAABCDEFGHIJKLMNOP", "malformed-principal", IDENTIFIERS],
  ["AROASHORT", "malformed-principal", IDENTIFIERS],
  ["lambda.amazonaws.com", "malformed-principal", PRINCIPAL],
  ["App", "malformed-principal", PRINCIPAL],
  ["", "malformed-principal", PRINCIPAL],
  [{ App: "444455556666" }, "malformed-principal", PRINCIPAL],
  [[["*"]], "malformed-principal", PRINCIPAL],
  // What a template was to fill in.
  ["{{VENDOR}}", "placeholder", PRINCIPAL],
  ["%VENDOR%", "placeholder", PRINCIPAL],
  ["${Vendor}", "placeholder", PRINCIPAL],
  ["YOUR_ACCOUNT_ID", "placeholder", PRINCIPAL],
  ["replace-me", "placeholder", PRINCIPAL],
  ["CHANGEME", "placeholder", PRINCIPAL],
  ["placeholder", "placeholder", PRINCIPAL],
  ["TODO", "placeholder", PRINCIPAL],
  ["xxxxxxxxxxxx", "placeholder", PRINCIPAL],
  ["arn:aws:iam::__ACCOUNT__:root", "placeholder", PRINCIPAL],
  ["arn:aws:iam::444455556666:role/{{ROLE}}", "placeholder", PRINCIPAL],
];

test.each(REFUSED)("AWS: %j is refused: %s (%s)", (AWS, flaw) => {
  expect(read({ Principal: { AWS } })).toEqual({ in: "", open: EVERYONE, flaws: [flaw] });
});

describe("an account id that YAML takes for a number", () => {
  const refusal = (characters: string, spelled: string) =>
    readElement("AWS", text({ text: characters, spelled }, HERE), words("aws")).flaw;

  test.each([
    ["1402433619", "012345670123", 'write "012345670123"'],
    ["444455556666.5", "444455556666.50", "write its twelve digits within quotes"],
    ["1402433619", "0012345670123", "write its twelve digits within quotes"],
  ])("%s, written %s, is told as it is written", (characters, spelled, repair) => {
    expect(refusal(characters, spelled)).toMatchObject({
      name: "number-as-account",
      sentence: `the account id ${spelled} is read as the number ${characters}`,
      repair,
    });
  });

  test("is an account where it has twelve digits all the same", () => {
    expect(refusal("444455556666", "444_455_556_666")).toBeUndefined();
  });
});

describe("what a parameter supplies in place of a principal", () => {
  const from = (by: Supplier["by"], characters = "") => text({ text: characters, from: { name: "Vendor", by } }, HERE);
  const element = (part: Text) => readElement("AWS", part, words("aws")).element.kind;

  test.each(["default", "allowed", "compared"] as const)("is there to be filled in where it is blank: by %s", (by) => {
    expect(() => element(from(by))).toThrow(NoSuchWorld);
    expect(() => element(from(by, " "))).toThrow(NoSuchWorld);
  });

  test.each(["given", "mapping"] as const)("is meant where it comes from the user or a table: by %s", (by) => {
    expect(element(from(by))).toBe("malformed");
  });

  test("is there to be filled in within an ARN too, if the rest is none without it", () => {
    const within = (account: string) =>
      ["arn:aws:iam::", account, ":root"].map((each) => text({ text: each }, HERE)).toSpliced(2, 0, from("default"));
    const whole = (account: string) => concat(within(account), HERE) as Text;
    expect(() => element(whole(""))).toThrow(NoSuchWorld);
    expect(element(whole("444455556666"))).toBe("account");
  });

  test("is there to be filled in where a provider of tokens belongs, or its account", () => {
    const provider = (...parts: readonly Text[]) =>
      readElement("Federated", concat(parts, HERE) as Text, words("aws")).element.kind;
    const known = (characters: string) => text({ text: characters }, HERE);
    expect(() => provider(from("default"))).toThrow(NoSuchWorld);
    expect(() => provider(known("arn:aws:iam::"), from("default"), known(":oidc-provider/id.example"))).toThrow(
      NoSuchWorld,
    );
    expect(provider(known("arn:aws:iam::444455556666:oidc-provider/id.example"), from("default"))).toBe("federated");
    expect(provider(from("given"))).toBe("malformed");
  });

  test("is read as if it stood there", () => {
    expect(element(from("default", "444455556666"))).toBe("account");
    expect(element(from("default", "App"))).toBe("malformed");
  });
});

describe("an element is read as", () => {
  const reading = (type: PrincipalType, written: string, hole: Partial<Hole> = {}) => {
    const value = made(written, { P: hole });
    if (value.kind !== "text") throw new Error("no text");
    const { element } = readElement(type, value, words("aws"));
    const { origin: _, written: __, ...form } = element;
    return { form: "hole" in form ? { kind: form.kind, hole: form.hole.id } : form };
  };

  test.each<[type: PrincipalType, written: string, form: object]>([
    ["Service", "lambda.amazonaws.com", { kind: "service", name: "lambda.amazonaws.com" }],
    ["Service", "*", { kind: "malformed" }],
    ["Service", "logs.*.amazonaws.com", { kind: "malformed" }],
    ["Federated", "*", { kind: "malformed" }],
    ["Federated", "accounts.google.com", { kind: "federated", name: "accounts.google.com" }],
    ["CanonicalUser", "79a5", { kind: "canonical-user", name: "79a5" }],
    ["AWS", "*", { kind: "anyone" }],
    ["AWS", "444455556666", { kind: "account", account: ACCOUNT }],
    ["AWS", "arn:aws:iam::444455556666:root", { kind: "account", account: ACCOUNT, partition: "aws" }],
    [
      "AWS",
      "arn:aws-cn:iam::444455556666:user/te:am/App",
      { kind: "user", account: ACCOUNT, resource: "user/te:am/App", partition: "aws-cn" },
    ],
    [
      "AWS",
      "arn:aws:sts::444455556666:assumed-role/App/alice",
      { kind: "session", account: ACCOUNT, role: "App", session: "alice", partition: "aws" },
    ],
    [
      "AWS",
      "arn:aws:sts::444455556666:federated-user/App",
      { kind: "federated-user", account: ACCOUNT, name: "App", partition: "aws" },
    ],
    ["AWS", "AROAABCDEFGHIJKLMNOPQ", { kind: "unique-id", id: "AROAABCDEFGHIJKLMNOPQ" }],
    // Of what is refused the account counts, where there is one: it is who is meant.
    ["AWS", "arn:aws:iam::444455556666:group/App", { kind: "malformed", account: ACCOUNT }],
    ["AWS", "arn:aws:iam::444455556666:role/*", { kind: "malformed", account: ACCOUNT }],
    ["AWS", "arn:aws:iam::4*:root", { kind: "malformed" }],
    ["AWS", "arn:awz:iam::444455556666:root", { kind: "malformed", account: ACCOUNT }],
    ["AWS", "arn:AWS:iam::444455556666:root", { kind: "malformed", account: ACCOUNT }],
    ["AWS", "App", { kind: "malformed" }],
  ])("%s %s: %j", (type, written, form) => {
    expect(reading(type, written).form).toEqual(form);
  });

  const only = (...accepted: string[]): Partial<Hole> => ({ admits: (word) => accepted.includes(word) });

  test.each<[about: string, written: string, hole: Partial<Hole>, kind: string]>([
    ["a parameter where it may be anything", "<P>", {}, "parameter"],
    ["an account where it is ours", "<P>", { sort: "own-account" }, "account"],
    ["an account where it is one", "<P>", { sort: "account" }, "account"],
    ["an account where it can be nothing else", "<P>", only("123456789012"), "account"],
    ["an account where it has nothing but digits", "<P>", { ...only("444455556666"), alphabet: /\d/ }, "account"],
    [
      "a parameter where it may be a role of an account that is spelled out",
      "<P>",
      only("arn:aws:iam::444455556666:role/a"),
      "parameter",
    ],
    ["a parameter where it may be a list of accounts", "<P>", { ...only("123456789012"), many: true }, "parameter"],
    ["a parameter where it may be everyone", "<P>", only("123456789012", "*"), "parameter"],
    ["a parameter where it may be a role", "<P>", only("arn:aws:iam::123456789012:role/example"), "parameter"],
    ["a parameter where it is a part of what is no ARN", "x-<P>", {}, "parameter"],
    ["a parameter where it may be a part of an ARN", "arn:<P>", {}, "parameter"],
  ])("%s: %s", (_, written, hole, kind) => {
    const { form } = reading("AWS", written, hole);
    expect(form).toMatchObject(kind === "parameter" ? { kind, hole: "P" } : { kind });
  });
});

/** The whole statement: who gets in, for whom that is open, what is refused. */
const STATEMENTS: readonly (readonly [
  statement: Json,
  who: string,
  open: string,
  flaws: readonly FlawName[],
  source: string,
])[] = [
  [{ Principal: "*" }, EVERYONE, "", ["principal-star"], CHECKS],
  [{ Principal: "444455556666" }, "", EVERYONE, ["malformed-principal"], PRINCIPAL],
  [{ Principal: ["*"] }, "", EVERYONE, ["malformed-principal"], PRINCIPAL],
  [{ Principal: {} }, "", "", [], CHECKS],
  [{ Principal: { Aws: "*" } }, "", EVERYONE, ["unknown-element"], PRINCIPAL],
  [{}, "", EVERYONE, ["missing-element"], PRINCIPAL],
  // Services and tokens of identity providers are no callers of sts:AssumeRole from an account; CanonicalUser is for S3.
  [{ Principal: { Service: "*" } }, "", EVERYONE, ["malformed-principal"], CHECKS],
  [{ Principal: { Federated: "cognito-identity.amazonaws.com" } }, "", "", [], ASSUME_ROLE],
  [{ Principal: { CanonicalUser: "79a5" } }, "", EVERYONE, ["malformed-principal"], PRINCIPAL],
  [{ Principal: { Service: "lambda.amazonaws.com", AWS: "777788889999" } }, "abroad", "", [], PRINCIPAL],
  [{ Principal: { Service: "444455556666" } }, "", EVERYONE, ["malformed-principal"], PRINCIPAL],
  [{ Principal: { Federated: "arn:aws:iam::444455556666:root" } }, "", EVERYONE, ["malformed-principal"], PRINCIPAL],
  [{ NotPrincipal: { AWS: "444455556666" } }, "abroad", "", ["not-principal"], NOT_PRINCIPAL],
  [{ NotPrincipal: { AWS: "*" } }, "", "", ["not-principal"], NOT_PRINCIPAL],
  [{ Principal: { AWS: "777788889999" }, NotPrincipal: { AWS: "*" } }, "abroad", "", ["not-principal"], NOT_PRINCIPAL],
];

test.each(STATEMENTS)("%j lets in: %s; open: %s; refused: %j (%s)", (statement, who, open, flaws) => {
  expect(read(statement)).toEqual({ in: who, open, flaws });
});

test.each<[about: string, statement: string, who: string, open: string]>([
  ["is open for everybody", '{ "Principal": <P> }', "", EVERYONE],
  ["may be anything under a type", '{ "Principal": { "AWS": <P> } }', "", EVERYONE],
  ["leaves its neighbours as they are", '{ "Principal": { "AWS": ["777788889999", <P>] } }', "abroad", OF_THE_ACCOUNT],
])("a principal of unknown shape %s", (_, statement, who, open) => {
  expect(readText(statement)).toEqual({ in: who, open, flaws: [] });
});

test("a principal that is left out is nobody", () => {
  const absent: Value = { kind: "absent", origin: HERE };
  const map = (name: string, value: Value): Struct => ({
    kind: "map",
    entries: new Map([[name, { key: HERE, value }]]),
    origin: HERE,
  });
  for (const statement of [map("Principal", absent), map("Principal", map("AWS", absent))]) {
    const flaws: Flaw[] = [];
    expect(readPrincipal(statement, words("aws"), flaws).elements).toEqual([]);
    expect(flaws).toEqual([]);
  }
});

describe("what deployment decides", () => {
  const account: Partial<Hole> = { sort: "account", admits: (word) => /^\d{12}$/.test(word) };
  const owner = (number?: string): Partial<Hole> => ({ owner: { vendor: "V", ...(number && { account: number }) } });

  test.each<[about: string, written: string, hole: Partial<Hole>, who: string, open: string]>([
    ["may be everyone", "<P>", {}, "", EVERYONE],
    ["may be any account that is named", "<P>", account, "", EVERYONE],
    [
      "may not be an account that it does not admit",
      "<P>",
      { ...account, admits: (word) => word.startsWith("7") },
      "",
      "abroad",
    ],
    ["may be the account of an ARN", "arn:aws:iam::<P>:root", account, "", EVERYONE],
    ["may be the account of a role", "arn:aws:iam::<P>:role/App", account, "", "role session abroad"],
    ["may be the name of a role", "arn:aws:iam::444455556666:role/<P>", {}, "", "role session pathed other id"],
    ["may be the role of a session", "arn:aws:sts::444455556666:assumed-role/<P>/alice", {}, "", "session pathed"],
    ["may be the name of a session", "arn:aws:sts::444455556666:assumed-role/App/<P>", {}, "", "session pathed"],
    ["is the account that the configuration knows", "<P>", owner(ACCOUNT), OF_THE_ACCOUNT, ""],
    ["is it within an ARN too", "arn:aws:iam::<P>:role/App", owner(ACCOUNT), "role session", ""],
    ["is none of the named ones where the configuration says whose it is", "<P>", owner(), "", ""],
  ])("%s: %s", (_, written, hole, who, open) => {
    expect(read({ Principal: { AWS: written } }, { P: hole })).toEqual({ in: who, open, flaws: [] });
  });
});
