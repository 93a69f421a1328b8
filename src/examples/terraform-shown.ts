// Policies as Terraform plans and states have them: the text of a role's attribute or, where the apply decides a statement, the arguments that the text will be made of.

import { isList, isObject, type Json, type JsonObject, type Path } from "../text/document.ts";
import { parseJson } from "../text/json/parse.ts";
import { source } from "../text/source.ts";
import { OF_ROLE, type Place, within } from "./carried.ts";
import { type Form, type Location, NO_SUCH_RESOURCE, type Written } from "./form.ts";

const PLAN = "plan.json";
const DOCUMENT = { mode: "data", type: "aws_iam_policy_document", name: "example" };
const DOCUMENT_ADDRESS = "data.aws_iam_policy_document.example";

/** A role that is going to be created. */
export const terraformPlan: Form = {
  name: "Terraform plan",
  write(policy, parameters, { terraform: place } = OF_ROLE) {
    if (place === undefined) return NO_SUCH_RESOURCE;
    if (asksForValues(policy, parameters)) return { reason: "a plan has a value for every variable" };
    return holds(policy, ["$unknown"]) ? deferred(policy, place) : planned(policy, place);
  },
};

/** A role as a state is stored. */
export const terraformState: Form = {
  name: "Terraform state",
  write(policy, parameters, { terraform: place } = OF_ROLE) {
    if (place === undefined) return NO_SUCH_RESOURCE;
    if (asksForValues(policy, parameters)) return { reason: "a state has a value for everything" };
    if (holds(policy, ["$unknown"])) return { reason: "a state has a value for everything" };
    if (namesById(policy))
      return { reason: "a state has the unique id of a principal only when that has been deleted" };
    const instances = [{ attributes: attributesOf(policy, place) }];
    const resources = [{ ...resourceOf(place), provider: 'provider["example"]', instances }];
    const state = { version: 4, terraform_version: "1.11.4", serial: 1, lineage: "example", outputs: {}, resources };
    return written("terraform.tfstate", state, policy, ["resources", 0, "instances", 0, "attributes", ...place.path]);
  },
};

function addressOf({ type }: Place): string {
  return `${type}.example`;
}

function resourceOf({ type }: Place) {
  return { mode: "managed", type, name: "example" };
}

function attributesOf(policy: Json, { path }: Place): JsonObject {
  return { [path[0]]: within(path, text(policy)) };
}

function planned(policy: Json, place: Place): Written {
  const after = attributesOf(policy, place);
  const change = { actions: ["create"], before: null, after, after_unknown: {} };
  return written(PLAN, plan([{ address: addressOf(place), ...resourceOf(place), change }]), policy, [
    "resource_changes",
    0,
    "change",
    "after",
    ...place.path,
  ]);
}

/** Places are those of the arguments; no example asks for one. */
function deferred(policy: Json, place: Place): Written {
  const [attribute] = place.path;
  const { Version: version = null, Statement: statements } = isObject(policy) ? policy : {};
  const blocks = (isList(statements) ? statements : [statements ?? null]).map(blockOf);
  const statement = blocks.map(({ after }) => after);
  const marks = blocks.map(({ unknown }) => unknown);
  const role = { actions: ["create"], before: null, after: {}, after_unknown: { [attribute]: true } };
  const document = {
    actions: ["read"],
    before: null,
    after: { version, statement },
    after_unknown: { json: true, statement: marks },
  };
  const references = [`${DOCUMENT_ADDRESS}.json`, DOCUMENT_ADDRESS];
  const resources = [{ address: addressOf(place), expressions: { [attribute]: { references } } }];
  const changes = [
    { address: addressOf(place), ...resourceOf(place), change: role },
    { address: DOCUMENT_ADDRESS, ...DOCUMENT, change: document },
  ];
  const content = JSON.stringify({ ...plan(changes), configuration: { root_module: { resources } } });
  return { files: [{ path: PLAN, content }], path: PLAN, locations: () => [] };
}

interface Block {
  readonly after: JsonObject;
  /** Marks what the apply decides. */
  readonly unknown: JsonObject;
}

/** A statement as the arguments of the data source. */
function blockOf(statement: Json): Block {
  if (!isObject(statement) || "$unknown" in statement) {
    return { after: {}, unknown: { effect: true, actions: true, principals: true, condition: true } };
  }
  const { Effect: effect = null, Action: action = null, Principal: principal, Condition: condition = {} } = statement;
  const principals = entriesOf(isObject(principal) ? principal : { "*": "*" });
  const conditions = entriesOf(condition).flatMap(([test, keys]) =>
    entriesOf(keys).map(([variable, values]) => ({ test, variable, values: listOf(values) })),
  );
  return {
    after: {
      effect,
      actions: listOf(action),
      principals: principals.map(([type, identifiers]) => ({ type, identifiers: listOf(identifiers) })),
      condition: conditions,
    },
    unknown: {},
  };
}

function plan(changes: readonly Json[]): JsonObject {
  return { format_version: "1.2", terraform_version: "1.11.4", resource_changes: changes };
}

/** Over several lines, as people write it. */
function text(policy: Json): string {
  return JSON.stringify(policy, null, 2);
}

function written(path: string, content: Json, policy: Json, at: Path): Written {
  const inner = parseJson(source(path, text(policy)));
  const locations = (part: Path) =>
    (["value", "key"] as const).map((what): Location => {
      return { path: at, what: inner.locate(part, what) };
    });
  return { files: [{ path, content: JSON.stringify(content) }], path, locations };
}

function asksForValues(policy: Json, parameters: object): boolean {
  return Object.keys(parameters).length > 0 || holds(policy, ["Ref", "Fn::Sub", "Fn::If"]);
}

/** Is a role or user a principal by its unique id? */
function namesById(value: Json): boolean {
  if (typeof value === "string") return /^A(?:ROA|IDA)[A-Z0-9]{12,}$/.test(value);
  const inner = isList(value) ? value : isObject(value) ? entriesOf(value).map(([, each]) => each) : [];
  return inner.some(namesById);
}

/** Is there a map with one of these keys? */
function holds(value: Json, keys: readonly string[]): boolean {
  if (isList(value)) return value.some((item) => holds(item, keys));
  return isObject(value) && entriesOf(value).some(([key, inner]) => keys.includes(key) || holds(inner, keys));
}

function entriesOf(value: Json): readonly (readonly [string, Json])[] {
  return isObject(value) ? Object.keys(value).map((key) => [key, value[key] ?? null] as const) : [];
}

function listOf(value: Json): readonly Json[] {
  return isList(value) ? value : [value];
}
