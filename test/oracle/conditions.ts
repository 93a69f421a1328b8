// Condition operators as AWS documents them, for one request: true, false, or undefined where the documentation leaves it open.

import { carried } from "./carried.ts";
import { list, MULTIVALUED, type Request, type Texts } from "./request.ts";

/** Strong Kleene logic: `undefined` is neither. */
export type Truth = boolean | undefined;

export function and(truths: readonly Truth[]): Truth {
  if (truths.includes(false)) return false;
  return truths.includes(undefined) ? undefined : true;
}

export function or(truths: readonly Truth[]): Truth {
  if (truths.includes(true)) return true;
  return truths.includes(undefined) ? undefined : false;
}

export function not(truth: Truth): Truth {
  return truth === undefined ? undefined : !truth;
}

/** Does the request's value match the policy's? */
type Match = (value: string, listed: string, request: Request, variables: boolean) => Truth;

/** Wildcards in a policy's text, once policy variables have been put in: what they supply has none. */
const MANY = "\u0001";
const ONE = "\u0002";

/** Undefined: a variable has no value. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html */
export function substituted(
  listed: string,
  request: Request,
  variables: boolean,
  wildcards: boolean,
): string | undefined {
  const marked = (text: string): string => (wildcards ? text.replaceAll("*", MANY).replaceAll("?", ONE) : text);
  if (!variables) return marked(listed);
  let missing = false;
  const pieces = listed.split(/(\$\{[^{}]*\})/).map((piece) => {
    const content = /^\$\{([^{}]*)\}$/.exec(piece)?.[1];
    if (content === undefined) return marked(piece);
    if (content === "*" || content === "?" || content === "$") return content;
    const [key = "", fallback] = content.split(/\s*,\s*/);
    const [value] = carried(request).get(key.toLowerCase()) ?? [];
    const text = value ?? fallback?.slice(1, -1);
    missing ||= text === undefined;
    return text ?? "";
  });
  return missing ? undefined : pieces.join("");
}

function regExp(text: string, flags: string): RegExp {
  const escaped = text.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");
  return new RegExp(`^${escaped.replaceAll(MANY, "[^]*").replaceAll(ONE, "[^]")}$`, flags);
}

function text(wildcards: boolean, flags = ""): Match {
  return (value, listed, request, variables) => {
    const pattern = substituted(listed, request, variables, wildcards);
    return pattern !== undefined && regExp(pattern, flags).test(value);
  };
}

/** Six fields, the last of which may hold colons itself; each is matched by itself. */
function fields(text: string): string[] {
  const all = text.split(":");
  return [...all.slice(0, 5), ...(all.length > 5 ? [all.slice(5).join(":")] : [])];
}

const arn: Match = (value, listed, request, variables) => {
  const pattern = substituted(listed, request, variables, true);
  if (pattern === undefined) return false;
  const [patterns, values] = [fields(pattern), fields(value)];
  if (patterns.length < 6) return pattern.includes(MANY) || pattern.includes(ONE) ? undefined : pattern === value;
  return values.length === 6 && patterns.every((one, index) => regExp(one, "").test(values[index] ?? ""));
};

function compared(
  read: (text: string) => number | undefined,
  holds: (value: number, listed: number) => boolean,
): Match {
  return (value, listed) => {
    const [left, right] = [read(value), read(listed)];
    return left === undefined || right === undefined ? undefined : holds(left, right);
  };
}

function number(text: string): number | undefined {
  return /^[+-]?\d+(\.\d+)?$/.test(text) ? Number(text) : undefined;
}

/** ISO 8601 or seconds since 1970. */
function date(text: string): number | undefined {
  if (/^\d+$/.test(text)) return Number(text);
  const read = /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d)?(Z|[+-]\d\d:\d\d))?$/.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(read) ? undefined : read / 1000;
}

/** The bits of an address, one character each. */
function bits(address: string): string | undefined {
  if (/^\d{1,3}(\.\d{1,3}){3}$/.test(address)) {
    return address
      .split(".")
      .map((octet) => Number(octet).toString(2).padStart(8, "0"))
      .join("");
  }
  if (!/^[\da-f:]+$/i.test(address)) return undefined;
  const [head = "", tail] = address.split("::");
  const groups = (half: string | undefined): string[] => (half ? half.split(":") : []);
  const zeros = new Array<string>(tail === undefined ? 0 : 8 - groups(head).length - groups(tail).length).fill("0");
  const all = [...groups(head), ...zeros, ...groups(tail)];
  return all.map((group) => Number.parseInt(group, 16).toString(2).padStart(16, "0")).join("");
}

const inBlock: Match = (value, listed) => {
  const [address = "", length] = listed.split("/");
  const [own, block] = [bits(value), bits(address)];
  if (own === undefined || block === undefined) return undefined;
  return (
    own.length === block.length && own.startsWith(block.slice(0, length === undefined ? block.length : Number(length)))
  );
};

const bool: Match = (value, listed) =>
  listed.includes("${") ? undefined : value.toLowerCase() === listed.toLowerCase();

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html */
const OPERATORS: Readonly<Record<string, Match>> = {
  StringEquals: text(false),
  StringEqualsIgnoreCase: text(false, "i"),
  StringLike: text(true),
  ArnEquals: arn,
  ArnLike: arn,
  NumericEquals: compared(number, (value, listed) => value === listed),
  NumericLessThan: compared(number, (value, listed) => value < listed),
  NumericLessThanEquals: compared(number, (value, listed) => value <= listed),
  NumericGreaterThan: compared(number, (value, listed) => value > listed),
  NumericGreaterThanEquals: compared(number, (value, listed) => value >= listed),
  DateEquals: compared(date, (value, listed) => value === listed),
  DateLessThan: compared(date, (value, listed) => value < listed),
  DateLessThanEquals: compared(date, (value, listed) => value <= listed),
  DateGreaterThan: compared(date, (value, listed) => value > listed),
  DateGreaterThanEquals: compared(date, (value, listed) => value >= listed),
  Bool: bool,
  BinaryEquals: (value, listed) => value === listed,
  IpAddress: inBlock,
};

/** Does the request meet one operator with one key? `variables`: the policy's version knows them. */
export function meets(operator: string, key: string, texts: Texts, request: Request, variables: boolean): Truth {
  const [, quantifier = "", name = "", ifExists = ""] =
    /^(ForAllValues:|ForAnyValue:)?(.*?)(IfExists)?$/.exec(operator) ?? [];
  const values = carried(request).get(key.toLowerCase()) ?? [];
  const listed = list(texts);
  const absent = values.length === 0;
  if (name === "Null") {
    // Access Analyzer policy checks, "Null with qualifier".
    if (quantifier !== "") return quantifier === "ForAllValues:";
    return or(listed.map((wanted) => absent === (wanted.toLowerCase() === "true")));
  }
  const negated = /Not/.test(name);
  const match = OPERATORS[name.replace("Not", "")];
  if (match === undefined) return undefined;
  // Access Analyzer policy checks, "Empty array condition".
  if (listed.length === 0) return quantifier === "ForAnyValue:" ? false : quantifier || ifExists ? absent : undefined;
  if (absent) {
    if (quantifier === "ForAnyValue:") return ifExists ? undefined : false;
    return quantifier !== "" || ifExists !== "" || negated;
  }
  const one = (value: string): Truth => {
    const found = or(listed.map((wanted) => match(value, wanted, request, variables)));
    return negated ? not(found) : found;
  };
  if (quantifier === "ForAllValues:") return and(values.map(one));
  if (quantifier === "" && MULTIVALUED.has(key.toLowerCase())) return undefined;
  return or(values.map(one));
}
