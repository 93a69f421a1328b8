// Which resources deploy another template, and where it is: written in the resource, in a local file, or elsewhere.

import { Problem } from "../../../text/problem.ts";
import { openEmbedded } from "../../../values/embedded.ts";
import { scalarAt } from "../../../values/text.ts";
import { literal, loneHole, sourceText, type Value } from "../../../values/value.ts";
import { affordsCopy } from "../../allowance.ts";
import { branchesOf } from "../evaluate/branches.ts";
import { callOf, childAt, type Node } from "../model/node.ts";
import { asSeenFromOtherAccount, type Branch, readTemplate, type Template } from "../model/template.ts";
import { evaluateInAllWorlds } from "../references/scope.ts";

interface NestingType {
  /** The property that holds its text, and the one that says where it is. */
  readonly body?: string;
  readonly location: string;
  /** It deploys to other accounts, and their administrators may give parameters other values. */
  readonly toOtherAccounts: boolean;
}

/** CloudFormation Template Reference; AWS SAM Developer Guide. */
const NESTINGS: ReadonlyMap<string, NestingType> = new Map([
  ["AWS::CloudFormation::Stack", { body: "TemplateBody", location: "TemplateURL", toOtherAccounts: false }],
  ["AWS::CloudFormation::StackSet", { body: "TemplateBody", location: "TemplateURL", toOtherAccounts: true }],
  ["AWS::Serverless::Application", { location: "Location", toOtherAccounts: false }],
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

/** Why the content of a nested template is unknown. */
export interface UnreadTemplate {
  /** For people: "the template https://…". */
  readonly source: string;
  readonly problem?: Problem;
  /** It could be read, and is not: there are too many. */
  readonly isTooMuch?: true;
}

export function nestsTemplates(type: string): boolean {
  return NESTINGS.has(type);
}

export function deploysToOtherAccounts(type: string): boolean {
  return NESTINGS.get(type)?.toOtherAccounts === true;
}

/** None: the resource deploys no template. Several: conditions say which of them. */
export function nestedTemplates(
  id: string,
  type: string,
  resource: Node,
  template: Template,
): readonly (Template | UnreadTemplate)[] {
  const nesting = NESTINGS.get(type);
  const source = MODULE.test(type) ? `the module ${type}` : ELSEWHERE.get(type);
  if (nesting === undefined) return source === undefined ? [] : [{ source }];
  const { body, location, toOtherAccounts } = nesting;
  const nest = (found: Found, branches: readonly Branch[]): Template => {
    const nested = readTemplate({
      ...found,
      readLocal: template.readLocal,
      templateCount: template.templateCount,
      deployment: toOtherAccounts ? deploymentElsewhere(template.deployment) : template.deployment,
      idPrefix: `${template.idPrefix}${id}/`,
      parent: {
        template: toOtherAccounts ? asSeenFromOtherAccount(template) : template,
        resource,
        branches,
        givesAllParameters: !toOtherAccounts,
      },
    });
    if (!toOtherAccounts) template.nestedStacks.set(id, [...(template.nestedStacks.get(id) ?? []), nested]);
    return nested;
  };
  const fromAssembly = fileFromAssembly(id, resource, template);
  const found = [
    ...(body === undefined ? [] : alternatives(propertyOf(resource, body), template)).map(({ value, branches }) =>
      withinLimits(template, () => fromText(value, (text) => nest(text, branches))),
    ),
    ...(fromAssembly ? [fromAssembly] : alternatives(propertyOf(resource, location), template)).map(
      ({ value, branches }) =>
        withinLimits(template, () => fromFile(value, resource, template, (file) => nest(file, branches))),
    ),
  ];
  return found.length > 0 ? found : [{ source: "a template that it does not name" }];
}

/** The document of a template, and the text that it is in another. */
type Found = Pick<Template, "document" | "embeddedText">;

/** What the property is, in worlds in which the conditions have these outcomes. */
interface Alternative {
  readonly value: Value;
  readonly branches: readonly Branch[];
}

/** The file that the cloud assembly names, whatever the resource says. */
function fileFromAssembly(
  id: string,
  { document, path }: Node,
  { deployment, embeddedText }: Template,
): Alternative | undefined {
  const file = embeddedText === undefined ? deployment.templateOf?.(document.source.path, id) : undefined;
  return file === undefined ? undefined : { value: scalarAt(file, document, path), branches: [] };
}

/** Those of nested Fn::If that are something at all. */
function alternatives(
  node: Node | undefined,
  template: Template,
  branches: readonly Branch[] = [],
): readonly Alternative[] {
  if (node === undefined) return [];
  const call = callOf(node);
  const choice =
    call?.name === "Fn::If"
      ? evaluateInAllWorlds(template, (evaluation) => branchesOf(call.argument, evaluation))
      : undefined;
  if (choice !== undefined) {
    const { condition, whenTrue, whenFalse } = choice;
    return [
      ...alternatives(whenTrue, template, [...branches, { condition, outcome: true }]),
      ...alternatives(whenFalse, template, [...branches, { condition, outcome: false }]),
    ];
  }
  const value = evaluateInAllWorlds(template, (evaluation) => evaluation.evaluate(node, evaluation));
  return value === undefined || value.kind === "absent" ? [] : [{ value, branches }];
}

function withinLimits(template: Template, read: () => Template | UnreadTemplate): Template | UnreadTemplate {
  if (depthOf(template) >= DEEPEST) return { source: "a template too deep in others", isTooMuch: true };
  const { templateCount, deployment } = template;
  if (templateCount.size >= MOST || (templateCount.size > 0 && !affordsCopy(deployment.allowance))) {
    return { source: `a template after ${templateCount.size} others`, isTooMuch: true };
  }
  templateCount.size += 1;
  return read();
}

function fromText(value: Value, nest: (found: Found) => Template): Template | UnreadTemplate {
  const hole = loneHole(value);
  if (value.kind !== "text" || hole !== undefined) {
    return { source: hole?.source ?? "a template that is no text" };
  }
  try {
    const text = openEmbedded(value);
    return nest({ document: text.document, embeddedText: text });
  } catch (thrown) {
    if (!(thrown instanceof Problem)) throw thrown;
    return { source: "the template in it", problem: thrown };
  }
}

function fromFile(
  location: Value,
  resource: Node,
  template: Template,
  nest: (found: Found) => Template,
): Template | UnreadTemplate {
  const path = literal(location);
  const source = `the template ${sourceText(location)}`;
  const document = path === undefined ? undefined : template.readLocal(path, resource.document);
  if (document === undefined) return { source };
  if (document instanceof Problem) return { source, problem: document };
  for (let outer: Template | undefined = template; outer !== undefined; outer = outer.parent?.template) {
    if (outer.document.source.path === document.source.path) return { source: `${source}, which deploys itself` };
  }
  return nest({ document });
}

function propertyOf(resource: Node, name: string): Node | undefined {
  return childAt(resource, ["Properties", name]);
}

function depthOf({ parent }: Template): number {
  return parent === undefined ? 0 : 1 + depthOf(parent.template);
}

/** What is known of the account and region of one stack, and exported there, is not known of another. */
function deploymentElsewhere({ given, exporting: _, ...rest }: Template["deployment"]): Template["deployment"] {
  return { ...rest, given: new Map([...given].filter(([name]) => !name.startsWith("AWS::"))) };
}
