// Which resources deploy another template, and where it is: written in the resource, in a local file, or elsewhere.

import { Problem } from "../../text/problem.ts";
import { type Opened, opened } from "../../values/embedded.ts";
import { asWritten, literal, loneHole, type Value } from "../../values/value.ts";
import { inNoWorld } from "./evaluate.ts";
import { childAt, type Node } from "./evaluation.ts";
import { fromAfar, readTemplate, type Template } from "./template.ts";

interface Nesting {
  /** The property that holds its text, and the one that says where it is. */
  readonly body?: string;
  readonly location: string;
  /** It deploys to other accounts, and their administrators may give parameters other values. */
  readonly distant: boolean;
}

/** CloudFormation Template Reference; AWS SAM Developer Guide. */
const NESTINGS: ReadonlyMap<string, Nesting> = new Map([
  ["AWS::CloudFormation::Stack", { location: "TemplateURL", distant: false }],
  ["AWS::CloudFormation::StackSet", { body: "TemplateBody", location: "TemplateURL", distant: true }],
  ["AWS::Serverless::Application", { location: "Location", distant: false }],
]);

/** Its resources are in the registry of the account (CloudFormation User Guide, "Modules"). */
const MODULE = /::MODULE$/;

/** Templates within templates. */
const DEEPEST = 10;
/** Of one input, those that are deployed more than once counted as often. */
const MOST = 1000;

/** Why nobody can tell what a nested template holds. */
export interface Unread {
  /** For people: "the template https://…". */
  readonly source: string;
  readonly problem?: Problem;
}

export function isDistant(type: string): boolean {
  return NESTINGS.get(type)?.distant === true;
}

/** Undefined: the resource deploys no template. */
export function nestedIn(id: string, type: string, resource: Node, template: Template): Template | Unread | undefined {
  const nesting = NESTINGS.get(type);
  if (nesting === undefined) return MODULE.test(type) ? { source: `the module ${type}` } : undefined;
  const { body, location, distant } = nesting;
  if (depthOf(template) >= DEEPEST) return { source: "a template too deep in others" };
  if (template.family.size >= MOST) return { source: `a template after ${MOST} others` };
  template.family.size += 1;
  const made = (found: { document: Template["document"]; opened?: Opened }): Template => {
    const nested = readTemplate({
      ...found,
      readLocal: template.readLocal,
      family: template.family,
      deployment: distant ? elsewhere(template.deployment) : template.deployment,
      scope: `${template.scope}${id}/`,
      caller: { template: distant ? fromAfar(template) : template, resource, decides: !distant },
    });
    if (!distant) template.stacks.set(id, nested);
    return nested;
  };
  const text = body === undefined ? undefined : propertyOf(resource, body, template);
  if (text !== undefined) return fromText(text, made);
  return fromFile(locationOf(id, resource, location, template), resource, template, made);
}

function locationOf(id: string, resource: Node, property: string, template: Template): string | Value | undefined {
  const { deployment, opened } = template;
  const told = opened === undefined ? deployment.templateOf?.(resource.document.source.path, id) : undefined;
  return told ?? propertyOf(resource, property, template);
}

function fromText(value: Value, made: (found: Opened & { opened: Opened }) => Template): Template | Unread {
  const hole = loneHole(value);
  if (value.kind !== "text" || hole !== undefined) {
    return { source: hole?.source ?? "a template that is no text" };
  }
  try {
    const text = opened(value);
    return made({ ...text, opened: text });
  } catch (thrown) {
    if (!(thrown instanceof Problem)) throw thrown;
    return { source: "the template in it", problem: thrown };
  }
}

function fromFile(
  location: string | Value | undefined,
  resource: Node,
  template: Template,
  made: (found: Pick<Template, "document">) => Template,
): Template | Unread {
  if (location === undefined) return { source: "a template that it does not name" };
  const [path, written] =
    typeof location === "string" ? [location, location] : [literal(location), asWritten(location)];
  const source = `the template ${written}`;
  const document = path === undefined ? undefined : template.readLocal(path, resource.document);
  if (document === undefined) return { source };
  if (document instanceof Problem) return { source, problem: document };
  for (let outer: Template | undefined = template; outer !== undefined; outer = outer.caller?.template) {
    if (outer.document.source.path === document.source.path) return { source: `${source}, which deploys itself` };
  }
  return made({ document });
}

function propertyOf(resource: Node, name: string, template: Template): Value | undefined {
  const node = childAt(resource, ["Properties", name]);
  return node && inNoWorld(template, (evaluation) => evaluation.evaluate(node, evaluation));
}

function depthOf({ caller }: Template): number {
  return caller === undefined ? 0 : 1 + depthOf(caller.template);
}

/** What is known of the account and region of one stack is not known of another. */
function elsewhere({ given, ...rest }: Template["deployment"]): Template["deployment"] {
  return { ...rest, given: new Map([...given].filter(([name]) => !name.startsWith("AWS::"))) };
}
