// A template's sections, read one entry at a time and late, and how it comes to be deployed.

import { at, type Document, isObject } from "../../../text/document.ts";
import type { EmbeddedDocument } from "../../../values/embedded.ts";
import { once } from "../../../values/once.ts";
import type { Value } from "../../../values/value.ts";
import type { World } from "../../../values/worlds.ts";
import type { Deployment } from "../../reader.ts";
import type { ReadLocal } from "./local-files.ts";
import type { Node } from "./node.ts";
import { type Parameter, readParameter } from "./parameter.ts";
import { rewriterOf } from "./rewriters.ts";
import { ruledValues } from "./ruled.ts";

export interface Template {
  readonly document: Document;
  readonly deployment: Deployment;
  readonly readLocal: ReadLocal;
  /** What rewrites the template before CloudFormation reads it: "macro Replace", "org-formation". */
  readonly rewriter: string | undefined;
  /** What the rewriter puts something else in the place of, in a text. */
  readonly rewriterTag: RegExp | undefined;
  /** Before the names of its parameters, conditions and resources: "", or "Outer/" where a resource Outer deploys it. */
  readonly idPrefix: string;
  /** Is its stack in another account than the role that is judged? */
  readonly isInOtherAccount: boolean;
  readonly parent?: ParentStack;
  readonly externalParent?: ExternalParent;
  /** How many templates have been read for one input. */
  readonly templateCount: { size: number };
  /** The templates that it nests, by the resources that deploy them to its own account; there as its resources have been read. */
  readonly nestedStacks: Map<string, readonly Template[]>;
  /** The text that it is in another template, where values of that one are filled in. */
  readonly embeddedText?: EmbeddedDocument;
  parameter(name: string): Parameter | undefined;
}

/** What is no template and deploys this one: a resource of Terraform. */
export interface ExternalParent {
  /** What it gives to a parameter; undefined: nothing. */
  argument(name: string, world: World): Value | undefined;
  /** The same, as far as it is so in every world. */
  argumentInAllWorlds(name: string): Value | undefined;
  /** What else it may give to one, where that is known. */
  overrides(name: string, world: World): readonly Value[];
  /** As a parent stack's. */
  readonly givesAllParameters: boolean;
}

/** The resource of another template that deploys this one. */
export interface ParentStack {
  readonly template: Template;
  readonly resource: Node;
  /** It deploys this one and no other where its conditions have these outcomes. */
  readonly branches: readonly Branch[];
  /** All values of parameters come from it: what it leaves out has its default for certain. */
  readonly givesAllParameters: boolean;
}

export interface Branch {
  /** A condition by its name. */
  readonly condition: string;
  readonly outcome: boolean;
}

type Given = Pick<Template, "document" | "deployment" | "readLocal" | "templateCount"> & Partial<Template>;

export function readTemplate({ idPrefix = "", isInOtherAccount = false, ...given }: Given): Template {
  const { document } = given;
  const parameters = new Map<string, Parameter | undefined>();
  const ruled = once(() => ruledValues(at(document.value, ["Rules"])));
  const rewriter = rewriterOf(document);
  const outer = given.parent?.template;
  return {
    ...given,
    idPrefix,
    isInOtherAccount,
    nestedStacks: new Map(),
    rewriter: rewriter?.name ?? outer?.rewriter,
    rewriterTag: rewriter === undefined ? outer?.rewriterTag : rewriter.tag,
    parameter(name) {
      if (!parameters.has(name)) {
        const declaration = at(document.value, ["Parameters", name]);
        const read = isObject(declaration) ? readParameter(name, declaration, ruled()(name), idPrefix) : undefined;
        parameters.set(name, read);
      }
      return parameters.get(name);
    },
  };
}

const seenFromOtherAccount = new WeakMap<Template, Template>();

/** The template as a stack in another account sees it. */
export function asSeenFromOtherAccount(template: Template): Template {
  const known = seenFromOtherAccount.get(template);
  if (known !== undefined) return known;
  const { parent } = template;
  const seen: Template = {
    ...template,
    isInOtherAccount: true,
    ...(parent && { parent: { ...parent, template: asSeenFromOtherAccount(parent.template) } }),
  };
  seenFromOtherAccount.set(template, seen);
  return seen;
}
