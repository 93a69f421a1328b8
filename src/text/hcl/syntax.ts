// The syntax tree of HCL: every node has its range of characters.

import type { Problem } from "../problem.ts";
import type { Range } from "../source.ts";

export type BinaryOperator = "||" | "&&" | "==" | "!=" | "<" | ">" | "<=" | ">=" | "+" | "-" | "*" | "/" | "%";

/** https://github.com/hashicorp/hcl/blob/main/hclsyntax/spec.md, "Expressions". Parentheses leave no node. */
export type Expression = Range & ExpressionKind;

type ExpressionKind =
  /** `text` is the number in plain decimals, "true", "false" or "null". */
  | { readonly kind: "literal"; readonly type: "number" | "boolean" | "null"; readonly text: string }
  /** A quoted string, a heredoc, or a whole text that is a template. */
  | { readonly kind: "template"; readonly parts: readonly TemplatePart[] }
  /** The first name of a reference: `var`, `local`, a resource type, the variable of a `for`. */
  | { readonly kind: "name"; readonly name: string }
  | { readonly kind: "attribute"; readonly of: Expression; readonly name: string }
  | { readonly kind: "index"; readonly of: Expression; readonly key: Expression }
  /** `of[*].x`: `each` is what is asked of every element, which stands in it as "element". */
  | { readonly kind: "splat"; readonly of: Expression; readonly each: Expression }
  | { readonly kind: "element" }
  | Call
  | { readonly kind: "unary"; readonly operator: "!" | "-"; readonly of: Expression }
  | {
      readonly kind: "binary";
      readonly operator: BinaryOperator;
      readonly left: Expression;
      readonly right: Expression;
    }
  | {
      readonly kind: "conditional";
      readonly condition: Expression;
      readonly met: Expression;
      readonly otherwise: Expression;
    }
  | { readonly kind: "tuple"; readonly items: readonly Expression[] }
  | { readonly kind: "object"; readonly entries: readonly Entry[] }
  | For;

export interface Call {
  readonly kind: "call";
  /** With its namespaces: "provider::aws::arn_parse". */
  readonly name: string;
  readonly arguments: readonly Expression[];
  /** The last argument is a list of arguments: `f(list...)`. */
  readonly spread: boolean;
}

export interface Entry {
  /** A bare name is the template that spells it. */
  readonly key: Expression;
  readonly value: Expression;
}

/** `for key, value in collection` */
export interface Loop {
  readonly keyName?: string;
  readonly valueName: string;
  readonly collection: Expression;
}

export interface For extends Loop {
  readonly kind: "for";
  /** With it an object is made, else a tuple. */
  readonly key?: Expression;
  readonly value: Expression;
  readonly condition?: Expression;
  /** `value...`: values of equal keys become a list. */
  readonly grouped: boolean;
}

export type TemplatePart = Range &
  (
    | Characters
    | { readonly kind: "interpolation"; readonly of: Expression }
    | {
        readonly kind: "if";
        readonly condition: Expression;
        readonly met: readonly TemplatePart[];
        readonly otherwise: readonly TemplatePart[];
      }
    | ({ readonly kind: "for"; readonly body: readonly TemplatePart[] } & Loop)
  );

/** As long as its range, unless it is one escape sequence. */
export interface Characters {
  readonly kind: "characters";
  readonly text: string;
}

/** What stands between the braces of a block, or in a file. */
export interface Body {
  readonly attributes: ReadonlyMap<string, Attribute>;
  readonly blocks: readonly Block[];
}

/** `name = value` */
export interface Attribute extends Range {
  readonly name: string;
  readonly key: Range;
  readonly value: Expression;
}

/** `type "label" { … }` */
export interface Block extends Range {
  readonly type: string;
  readonly labels: readonly string[];
  /** The type and the labels. */
  readonly header: Range;
  readonly body: Body;
}

export interface File {
  readonly body: Body;
  /** What is not in `body`, because it is broken. */
  readonly problems: readonly Problem[];
  /** Offsets where comments begin, and where each ends. */
  readonly comments: ReadonlyMap<number, number>;
  /** The same of escape sequences. */
  readonly escapes: ReadonlyMap<number, number>;
}
