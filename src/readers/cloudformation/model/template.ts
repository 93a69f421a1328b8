// A template's sections, read one entry at a time and late, and how it comes to be deployed.

import { at, type Document, isObject } from "../../../text/document.ts";
import type { Opened } from "../../../values/embedded.ts";
import type { Value } from "../../../values/value.ts";
import type { World } from "../../../values/worlds.ts";
import type { Deployment } from "../../reader.ts";
import type { ReadLocal } from "./local-files.ts";
import type { Node } from "./node.ts";
import { type Parameter, readParameter } from "./parameter.ts";
import { rewriterOf } from "./rewriters.ts";

export interface Template {
  readonly document: Document;
  readonly deployment: Deployment;
  readonly readLocal: ReadLocal;
  /** What rewrites the template before CloudFormation reads it: "macro Replace", "org-formation". */
  readonly rewriter: string | undefined;
  /** What the rewriter puts something else in the place of, in a text. */
  readonly tag: RegExp | undefined;
  /** Before the names of its parameters, conditions and resources: "", or "Outer/" where a resource Outer deploys it. */
  readonly scope: string;
  /** Is its stack in another account than the role that is judged? */
  readonly distant: boolean;
  readonly caller?: Caller;
  readonly outer?: Outer;
  /** How many templates have been read for one input. */
  readonly family: { size: number };
  /** The templates that it nests, by the resources that deploy them to its own account; there as its resources have been read. */
  readonly stacks: Map<string, readonly Template[]>;
  /** The text that it is in another template, where values of that one are filled in. */
  readonly opened?: Opened;
  parameter(name: string): Parameter | undefined;
}

/** What is no template and deploys this one: a resource of Terraform. */
export interface Outer {
  /** What it gives to a parameter; undefined: nothing. */
  argument(name: string, world: World): Value | undefined;
  /** The same, as far as it is so in every world. */
  argumentAnywhere(name: string): Value | undefined;
  /** What else it may give to one, where that is known. */
  overrides(name: string, world: World): readonly Value[];
  /** As a caller's. */
  readonly decides: boolean;
}

/** The resource of another template that deploys this one. */
export interface Caller {
  readonly template: Template;
  readonly resource: Node;
  /** It deploys this one and no other where its conditions turn out so. */
  readonly choices: readonly Choice[];
  /** All values of parameters come from it: what it leaves out has its default for certain. */
  readonly decides: boolean;
}

export interface Choice {
  /** A condition by its name. */
  readonly condition: string;
  readonly outcome: boolean;
}

type Given = Pick<Template, "document" | "deployment" | "readLocal" | "family"> & Partial<Template>;

export function readTemplate({ scope = "", distant = false, ...given }: Given): Template {
  const { document } = given;
  const parameters = new Map<string, Parameter | undefined>();
  const rewriter = rewriterOf(document);
  const outer = given.caller?.template;
  return {
    ...given,
    scope,
    distant,
    stacks: new Map(),
    rewriter: rewriter?.name ?? outer?.rewriter,
    tag: rewriter === undefined ? outer?.tag : rewriter.tag,
    parameter(name) {
      if (!parameters.has(name)) {
        const declaration = at(document.value, ["Parameters", name]);
        parameters.set(name, isObject(declaration) ? readParameter(name, declaration, scope) : undefined);
      }
      return parameters.get(name);
    },
  };
}

const afar = new WeakMap<Template, Template>();

/** The template as a stack in another account sees it. */
export function fromAfar(template: Template): Template {
  const known = afar.get(template);
  if (known !== undefined) return known;
  const { caller } = template;
  const seen: Template = {
    ...template,
    distant: true,
    ...(caller && { caller: { ...caller, template: fromAfar(caller.template) } }),
  };
  afar.set(template, seen);
  return seen;
}
