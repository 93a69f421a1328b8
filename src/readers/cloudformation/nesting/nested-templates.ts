// Which resources deploy another template, and where it is: written in the resource, in a local file, or elsewhere.

import { Problem } from "../../../text/problem.ts";
import { opened } from "../../../values/embedded.ts";
import { scalarAt } from "../../../values/text.ts";
import { asWritten, literal, loneHole, type Value } from "../../../values/value.ts";
import { branchesOf } from "../evaluate/branches.ts";
import { callOf, childAt, type Node } from "../model/node.ts";
import { type Choice, fromAfar, readTemplate, type Template } from "../model/template.ts";
import { inNoWorld } from "../references/scope.ts";

interface Nesting {
  /** The property that holds its text, and the one that says where it is. */
  readonly body?: string;
  readonly location: string;
  /** It deploys to other accounts, and their administrators may give parameters other values. */
  readonly distant: boolean;
}

/** CloudFormation Template Reference; AWS SAM Developer Guide. */
const NESTINGS: ReadonlyMap<string, Nesting> = new Map([
  ["AWS::CloudFormation::Stack", { body: "TemplateBody", location: "TemplateURL", distant: false }],
  ["AWS::CloudFormation::StackSet", { body: "TemplateBody", location: "TemplateURL", distant: true }],
  ["AWS::Serverless::Application", { location: "Location", distant: false }],
]);

/** What registers or deploys templates that stand elsewhere, and what they are for people. */
const ELSEWHERE: ReadonlyMap<string, string> = new Map([
  ["AWS::CloudFormation::ModuleVersion", "the module that it registers"],
  ["AWS::ServiceCatalog::CloudFormationProduct", "the template of the product"],
  ["AWS::ServiceCatalog::CloudFormationProvisionedProduct", "the product that it deploys"],
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

export function nestsTemplates(type: string): boolean {
  return NESTINGS.has(type);
}

export function isDistant(type: string): boolean {
  return NESTINGS.get(type)?.distant === true;
}

/** None: the resource deploys no template. Several: conditions say which of them. */
export function nestedIn(id: string, type: string, resource: Node, template: Template): readonly (Template | Unread)[] {
  const nesting = NESTINGS.get(type);
  const source = MODULE.test(type) ? `the module ${type}` : ELSEWHERE.get(type);
  if (nesting === undefined) return source === undefined ? [] : [{ source }];
  const { body, location, distant } = nesting;
  const made = (found: Found, choices: readonly Choice[]): Template => {
    const nested = readTemplate({
      ...found,
      readLocal: template.readLocal,
      family: template.family,
      deployment: distant ? elsewhere(template.deployment) : template.deployment,
      scope: `${template.scope}${id}/`,
      caller: { template: distant ? fromAfar(template) : template, resource, choices, decides: !distant },
    });
    if (!distant) template.stacks.set(id, [...(template.stacks.get(id) ?? []), nested]);
    return nested;
  };
  const told = toldFile(id, resource, template);
  const found = [
    ...(body === undefined ? [] : alternatives(propertyOf(resource, body), template)).map(({ value, choices }) =>
      readable(template, () => fromText(value, (text) => made(text, choices))),
    ),
    ...(told ? [told] : alternatives(propertyOf(resource, location), template)).map(({ value, choices }) =>
      readable(template, () => fromFile(value, resource, template, (file) => made(file, choices))),
    ),
  ];
  return found.length > 0 ? found : [{ source: "a template that it does not name" }];
}

/** The document of a template, and the text that it is in another. */
type Found = Pick<Template, "document" | "opened">;

/** What the property is, in worlds in which the conditions turn out so. */
interface Alternative {
  readonly value: Value;
  readonly choices: readonly Choice[];
}

/** The file that the whole knows of, whatever the resource says. */
function toldFile(id: string, { document, path }: Node, { deployment, opened }: Template): Alternative | undefined {
  const told = opened === undefined ? deployment.templateOf?.(document.source.path, id) : undefined;
  return told === undefined ? undefined : { value: scalarAt(told, document, path), choices: [] };
}

/** Those of nested Fn::If that are something at all. */
function alternatives(
  node: Node | undefined,
  template: Template,
  choices: readonly Choice[] = [],
): readonly Alternative[] {
  if (node === undefined) return [];
  const call = callOf(node);
  const branches =
    call?.name === "Fn::If" ? inNoWorld(template, (evaluation) => branchesOf(call.argument, evaluation)) : undefined;
  if (branches !== undefined) {
    const { condition, met, otherwise } = branches;
    return [
      ...alternatives(met, template, [...choices, { condition, outcome: true }]),
      ...alternatives(otherwise, template, [...choices, { condition, outcome: false }]),
    ];
  }
  const value = inNoWorld(template, (evaluation) => evaluation.evaluate(node, evaluation));
  return value === undefined || value.kind === "absent" ? [] : [{ value, choices }];
}

function readable(template: Template, read: () => Template | Unread): Template | Unread {
  if (depthOf(template) >= DEEPEST) return { source: "a template too deep in others" };
  if (template.family.size >= MOST) return { source: `a template after ${MOST} others` };
  template.family.size += 1;
  return read();
}

function fromText(value: Value, made: (found: Found) => Template): Template | Unread {
  const hole = loneHole(value);
  if (value.kind !== "text" || hole !== undefined) {
    return { source: hole?.source ?? "a template that is no text" };
  }
  try {
    const text = opened(value);
    return made({ document: text.document, opened: text });
  } catch (thrown) {
    if (!(thrown instanceof Problem)) throw thrown;
    return { source: "the template in it", problem: thrown };
  }
}

function fromFile(
  location: Value,
  resource: Node,
  template: Template,
  made: (found: Found) => Template,
): Template | Unread {
  const path = literal(location);
  const source = `the template ${asWritten(location)}`;
  const document = path === undefined ? undefined : template.readLocal(path, resource.document);
  if (document === undefined) return { source };
  if (document instanceof Problem) return { source, problem: document };
  for (let outer: Template | undefined = template; outer !== undefined; outer = outer.caller?.template) {
    if (outer.document.source.path === document.source.path) return { source: `${source}, which deploys itself` };
  }
  return made({ document });
}

function propertyOf(resource: Node, name: string): Node | undefined {
  return childAt(resource, ["Properties", name]);
}

function depthOf({ caller }: Template): number {
  return caller === undefined ? 0 : 1 + depthOf(caller.template);
}

/** What is known of the account and region of one stack, and exported there, is not known of another. */
function elsewhere({ given, exporting: _, ...rest }: Template["deployment"]): Template["deployment"] {
  return { ...rest, given: new Map([...given].filter(([name]) => !name.startsWith("AWS::"))) };
}
