// Requests found on the way: from somebody's first request towards one that a statement lets in, one demand met at a time.

import { carried, isPossible } from "./carried.ts";
import { by, changed } from "./change.ts";
import { meets, substituted } from "./conditions.ts";
import { applies, evaluate } from "./evaluate.ts";

import { accountOf, list, type Policy, partitionOf, type Request, type Statement, type Texts } from "./request.ts";

/** What stands for a wildcard, or for a variable that has no value. */
const FILLINGS = ["", "x", "1", "other-7", "a/b", "red", "3333", "role/x"];
const VARIABLE = /\$\{([^{}*?$]+)\}/;

interface Demand {
  readonly operator: string;
  readonly key: string;
  readonly texts: Texts;
}

/** Every request on the way, at most `steps` of them; what becomes of each, brute force says. */
export function* walked(
  policy: Policy,
  statement: Statement,
  from: Request,
  steps: number,
  random: () => number,
): Generator<Request> {
  let request = from;
  for (let step = 0; step < steps; step += 1) {
    yield request;
    const moves = movesFrom(policy, statement, request).filter(isPossible);
    const next = moves[Math.floor(random() * moves.length)];
    if (next === undefined) return;
    request = next;
  }
}

/** Each meets one demand more of the statement, or one fewer of a Deny. */
function movesFrom(policy: Policy, statement: Statement, request: Request): Request[] {
  const variables = policy.Version === "2012-10-17";
  const holds = ({ operator, key, texts }: Demand, one: Request) => meets(operator, key, texts, one, variables);
  const turned = (demand: Demand, wanted: boolean) =>
    holds(demand, request) === wanted
      ? []
      : attempts(demand, request, variables).filter((one) => isPossible(one) && holds(demand, one) !== !wanted);
  const denials = policy.Statement.filter(
    (one) => one.Effect === "Deny" && applies(one, "sts:AssumeRole", request, variables) !== false,
  );
  const moves = [
    ...asPrincipal(statement, request, variables),
    ...demandsOf(statement).flatMap((demand) => turned(demand, true)),
    ...denials.flatMap((denial) => demandsOf(denial).flatMap((demand) => turned(demand, false))),
  ];
  if (moves.length > 0 || evaluate(policy, request) !== "denied") return moves;
  // What is sent may take a permission that nobody gives.
  return Object.keys(request.sends).flatMap((key) => changed(request, key, []) ?? []);
}

function demandsOf({ Condition = {} }: Statement): Demand[] {
  return Object.entries(Condition).flatMap(([operator, keys]) =>
    Object.entries(keys).map(([key, texts]) => ({ operator, key: key.toLowerCase(), texts })),
  );
}

/** The caller as one of those whom the principal names. */
function asPrincipal(statement: Statement, request: Request, variables: boolean): Request[] {
  const { Principal } = statement;
  const anyway = { ...statement, Condition: {} };
  if (typeof Principal !== "object" || applies(anyway, "sts:AssumeRole", request, variables) !== false) return [];
  return list(Principal.AWS).flatMap((element) => {
    const account = /^\d{12}$/.test(element) ? element : accountOf(element);
    const [, role = "", session = ""] = /:assumed-role\/([^/]+)\/(.+)$/.exec(element) ?? [];
    if (session !== "")
      return [{ ...by(request, `arn:${partitionOf(element)}:iam::${account}:role/${role}`), session }];
    if (/:(role|user)\//.test(element)) return [by(request, element)];
    return changed(request, "aws:principalaccount", [account]) ?? [];
  });
}

/** The request with each value under the key that its texts suggest, and with what their variables stand for made to fit. */
function attempts({ key, texts }: Demand, request: Request, variables: boolean): Request[] {
  const spelled = list(texts).flatMap((text) => FILLINGS.map((filling) => filledIn(text, request, variables, filling)));
  const near = spelled.flatMap((text) => [text, text.toLowerCase(), text.toUpperCase(), ...neighbours(text)]);
  const values = [[], ["foreign-value"], ...[...new Set(near)].filter((text) => text !== "").map((text) => [text])];
  const direct = values.flatMap((value) => changed(request, key, value) ?? []);
  return variables ? [...direct, ...list(texts).flatMap((text) => solved(text, key, request))] : direct;
}

function neighbours(text: string): string[] {
  const number = Number(text);
  if (text !== "" && Number.isFinite(number)) return [number - 1, number - 0.5, number + 0.5, number + 1].map(String);
  const second = Date.parse(text) / 1000;
  if (/^\d{4}-/.test(text)) return [second - 1, second + 1].map(String);
  return text.includes("/") ? [text.split("/")[0] ?? "", "198.51.100.77", "2a00::77"] : [];
}

/** A word that the text matches, wildcards and variables without a value filled in. */
function filledIn(text: string, request: Request, variables: boolean, filling: string): string {
  const known = variables
    ? text.replace(new RegExp(VARIABLE, "g"), (one) => substituted(one, request, true, false) ?? filling)
    : text;
  const escaped = known.split(/(\$\{[*?$]\})/);
  return escaped
    .map((piece) =>
      variables && /^\$\{[*?$]\}$/.test(piece) ? (piece[2] ?? "") : piece.replaceAll("*", filling).replaceAll("?", "7"),
    )
    .join("");
}

/** Where `a-${aws:username}` is asked and "a-bob" is what the key has: the request of a user called bob. */
function solved(text: string, key: string, request: Request): Request[] {
  const [value] = carried(request).get(key) ?? [];
  const [whole = "", content = ""] = VARIABLE.exec(text) ?? [];
  if (value === undefined || whole === "") return [];
  const [before = "", after = ""] = [
    text.slice(0, text.indexOf(whole)),
    text.slice(text.indexOf(whole) + whole.length),
  ];
  const [head, tail] = [before, after].map((side) => substituted(side, request, true, false));
  if (head === undefined || tail === undefined) return [];
  if (!value.startsWith(head) || !value.endsWith(tail) || value.length < head.length + tail.length) return [];
  const middle = value.slice(head.length, value.length - tail.length);
  const source = content.split(",")[0]?.trim().toLowerCase() ?? "";
  return [changed(request, source, [middle])].flatMap((one) => one ?? []);
}
