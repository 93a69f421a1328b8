// Policies as Terraform configuration in JSON whose role takes them from an aws_iam_policy_document.

import { isList, isObject, type Json, type JsonObject, type Path } from "../text/document.ts";
import { OF_ROLE, within } from "./carried.ts";
import { type Form, type Location, NO_SUCH_RESOURCE } from "./form.ts";
import { conditionOf, escaped, LATER, quoted, referenceTo, substituted, surroundings } from "./terraform-words.ts";

const AT: Path = ["data", "aws_iam_policy_document", "example"];
const FILE = "example.tf.json";

export const terraformDocument: Form = {
  name: "Terraform JSON (aws_iam_policy_document)",
  write(policy, parameters, { terraform: place } = OF_ROLE) {
    if (place === undefined) return NO_SUCH_RESOURCE;
    try {
      const locations = new Map<string, Location[]>();
      const document = documentOf(policy, locations);
      const around = surroundings(policy, parameters);
      const { data, resource } = around;
      const json = "${data.aws_iam_policy_document.example.json}";
      const carrier = { [place.type]: { example: { [place.path[0]]: within(place.path, json) } } };
      const content = JSON.stringify(
        {
          ...around,
          data: { ...(isObject(data) ? data : {}), aws_iam_policy_document: { example: document } },
          resource: { ...(isObject(resource) ? resource : {}), ...carrier },
        },
        null,
        2,
      );
      return {
        files: [{ path: FILE, content }],
        path: FILE,
        locations: (part) => locations.get(JSON.stringify(part)) ?? [],
      };
    } catch (thrown) {
      if (thrown instanceof CannotSay) return { reason: thrown.message };
      throw thrown;
    }
  },
};

/** Thrown where the arguments of the data source cannot express the policy. */
class CannotSay extends Error {}

type Locations = Map<string, Location[]>;

const ARGUMENTS: Readonly<Record<string, string>> = {
  Action: "actions",
  NotAction: "not_actions",
  Resource: "resources",
  NotResource: "not_resources",
};

function documentOf(policy: Json, locations: Locations): JsonObject {
  const { Version: version, Id: id, Statement: statements, ...others } = only(policy, "a policy");
  none(others, "an element of a policy");
  if (version === undefined && JSON.stringify(policy).includes("${aws:"))
    throw new CannotSay("a policy without Version");
  const all = isList(statements) ? statements : [statements ?? null];
  return {
    ...(version === undefined ? {} : { version: text(version) }),
    ...(id === undefined ? {} : { policy_id: text(id) }),
    statement: all.map((statement, index) =>
      statementOf(statement, isList(statements) ? ["Statement", index] : ["Statement"], index, locations),
    ),
  };
}

function statementOf(statement: Json, part: Path, index: number, locations: Locations): JsonObject {
  const {
    Sid: sid,
    Effect: effect,
    Principal: principal,
    NotPrincipal: notPrincipal,
    Condition: condition,
    ...rest
  } = only(statement, "a statement");
  const at: Path = [...AT, "statement", index];
  put(locations, part, at);
  if (effect === undefined) throw new CannotSay("a statement without Effect");
  put(locations, [...part, "Effect"], [...at, "effect"]);
  const lists = Object.keys(rest).map((element) => {
    const argument = ARGUMENTS[element];
    if (argument === undefined) throw new CannotSay(`the element ${element}`);
    return [argument, words(rest[element] ?? null, [...part, element], [...at, argument], locations)] as const;
  });
  return {
    ...(sid === undefined ? {} : { sid: text(sid) }),
    effect: text(effect),
    ...Object.fromEntries(lists),
    ...blocks("principals", principal, [...part, "Principal"], at, locations),
    ...blocks("not_principals", notPrincipal, [...part, "NotPrincipal"], at, locations),
    ...(condition === undefined
      ? {}
      : { condition: conditions(condition, [...part, "Condition"], [...at, "condition"], locations) }),
  };
}

function blocks(
  name: string,
  principal: Json | undefined,
  part: Path,
  statement: Path,
  locations: Locations,
): JsonObject {
  if (principal === undefined) return {};
  const at = [...statement, name];
  put(locations, part, [...at, 0]);
  if (principal === "*") {
    put(locations, part, [...at, 0, "identifiers", 0]);
    return { [name]: [{ type: "*", identifiers: ["*"] }] };
  }
  const types = only(principal, "a principal");
  return {
    [name]: Object.keys(types).map((type, index) => {
      const identifiers = words(types[type] ?? null, [...part, type], [...at, index, "identifiers"], locations);
      return { type: escaped(type), identifiers };
    }),
  };
}

function conditions(condition: Json, part: Path, at: Path, locations: Locations): Json {
  const operators = only(condition, "a condition");
  const pairs = Object.keys(operators).flatMap((operator) => {
    const keys = only(operators[operator] ?? null, "a condition");
    if (Object.keys(keys).length === 0) throw new CannotSay("an operator without keys");
    return Object.keys(keys).map((key) => [operator, key, keys[key] ?? null] as const);
  });
  return pairs.map(([test, variable, values], index) => {
    put(locations, [...part, test], [...at, index, "test"]);
    put(locations, [...part, test, variable], [...at, index, "variable"]);
    return {
      test: escaped(test),
      variable: escaped(variable),
      values: words(values, [...part, test, variable], [...at, index, "values"], locations),
    };
  });
}

/** A list of texts; a parameter that is a list stands for all of it. */
function words(value: Json, part: Path, at: Path, locations: Locations): Json {
  put(locations, part, at);
  if (!isList(value)) return [word(value, part, [...at, 0], locations)];
  return value.map((item, index) => word(item, [...part, index], [...at, index], locations));
}

function word(value: Json, part: Path, at: Path, locations: Locations): string {
  put(locations, part, at);
  const branches = isObject(value) ? value["Fn::If"] : undefined;
  if (!isList(branches)) return text(value);
  const [name, met = null, otherwise = null] = branches;
  let written = `\${${conditionOf(`${name}`)} ? `;
  for (const [index, branch] of [met, otherwise].entries()) {
    const start = written.length;
    written += expression(branch);
    put(locations, [...part, "Fn::If", index + 1], at, { start, end: written.length });
    written += index === 0 ? " : " : "}";
  }
  return written;
}

function put(locations: Locations, part: Path, path: Path, what: Location["what"] = "value"): void {
  const key = JSON.stringify(part);
  locations.set(key, [...(locations.get(key) ?? []), { path, what }]);
}

/** A template. */
function text(value: Json): string {
  if (typeof value === "string") return escaped(value);
  if (typeof value === "number" || typeof value === "boolean") return `${value}`;
  return `\${${expression(value)}}`;
}

function expression(value: Json): string {
  if (typeof value === "string") return quoted(value);
  if (!isObject(value)) throw new CannotSay("a list or null in place of a text");
  const { Ref: ref, "Fn::Sub": sub } = value;
  if ("$unknown" in value) return LATER;
  if (typeof ref === "string" && ref !== "AWS::NoValue") return referenceTo(ref);
  if (typeof sub === "string") return `"${substituted(sub)}"`;
  throw new CannotSay("something else in place of a text");
}

function only(value: Json, what: string): JsonObject {
  if (
    isObject(value) &&
    !Object.keys(value).some((key) => key === "Ref" || key.startsWith("Fn::") || key === "$unknown")
  )
    return value;
  throw new CannotSay(`${what} that is not spelled out`);
}

function none(others: JsonObject, what: string): void {
  const [name] = Object.keys(others);
  if (name !== undefined) throw new CannotSay(`${what} called ${name}`);
}
