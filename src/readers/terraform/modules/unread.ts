// Modules whose files are missing: notes on them, and roles of which nothing is known for those that may make roles for others.

import { hole, unknown } from "../../../values/hole.ts";
import { type Hole, isKnown, type Value } from "../../../values/value.ts";
import { inEveryWorld } from "../../../values/worlds.ts";
import type { Resource } from "../../reader.ts";
import { attempted } from "../expressions/evaluation.ts";
import type { Body } from "../model/body.ts";
import { isLocal, type Module } from "../model/module.ts";
import type { Begin } from "./scope.ts";

/** Modules of the registry that make roles for whom their arguments name: in the registry, and where their code is. */
const MAKERS: readonly RegExp[] = [
  /^(?:[\w.-]+\/)?terraform-aws-modules\/iam\/aws\/\/modules\/iam-(?:assumable|role|eks-role|github-oidc-role)/,
  /terraform-aws-modules\/terraform-aws-iam(?:\.git)?\/\/modules\/iam-(?:assumable|role|eks-role|github-oidc-role)/,
  /^(?:[\w.-]+\/)?cloudposse\/(?:eks-)?iam-(?:assumed-)?roles?\/aws$/,
  /cloudposse\/terraform-aws-(?:eks-)?iam-(?:assumed-)?roles?\b/,
];
/** An account or an identity of one, or a policy that lets somebody assume a role. */
const SOMEBODY = /^\d{12}$|^arn:[^:]*:(?:iam|sts)::\d{12}:|^(?=[\s\S]*"Principal")[\s\S]*"sts:AssumeRole/;
/** A resource policy that may let somebody in: one that only denies opens nothing. */
const OPENING = /^(?=[\s\S]*"Principal")(?=[\s\S]*"Effect"\s*:(?!\s*"Deny"))(?![\s\S]*"sts:AssumeRole)/;
/** Arguments and attributes that name who may enter, as modules of the registry call them. */
const WHO = /principals?(?:_arns?|_identifiers)?$|^identifiers$|^trusted_/;
/** A policy of what a role may do. */
const ASSUMING = /^(?![\s\S]*"Principal")[\s\S]*"sts:AssumeRole/;

/** Of each argument: conditions of tags and names are many, and hardly ever is a policy under more than a few. */
const MOST_WORLDS = 8;

export function sourceOf(body: Body): string {
  return body.written("source") ?? "no source";
}

/** The note, with what to do about it. */
export function notRead(address: string, source: string): string {
  return isLocal(source)
    ? `${address}: ${source} is missing, so what it makes is not judged; check the whole configuration`
    : `${address}: ${source} is missing, so what it makes is not judged; run 'terraform init', whose copy in .terraform/modules is read, or check a plan`;
}

/** Of a module that is made for roles, or that is told of somebody, of roles to assume, or of a resource policy: a role, or a policy, of which nothing is known. */
export function policiesUnread(address: string, body: Body, from: Module, begin: Begin): readonly Resource[] {
  const source = sourceOf(body);
  const isMaker = MAKERS.some((maker) => maker.test(source));
  const given = givenTo(body, from, begin);
  const isTold = (sought: Sought) => given === "unfinished" || given.some(({ text, name }) => sought(text, name));
  const why = hole(address, "file", `${address} (${source}), which is missing: run 'terraform init', or check a plan`);
  return [
    ...(isMaker || isTold(isSomebody) ? [unread("aws_iam_role", "assume_role_policy", why, body)] : []),
    ...(isTold((text) => ASSUMING.test(text)) ? [unread("aws_iam_role_policy", "policy", why, body)] : []),
    // Of a queue, because nothing beside it, such as a block of public access to buckets, takes back what its policy opens.
    ...(isTold((text) => OPENING.test(text)) ? [unread("aws_sqs_queue_policy", "policy", why, body)] : []),
  ];
}

function unread(type: string, policy: string, why: Hole, { origin }: Body): Resource {
  const property = (name: string): Value => (name === policy ? unknown(why, origin) : { kind: "absent", origin });
  return { format: "hcl", type, id: why.id, origin, metadata: [], property };
}

interface Given {
  readonly text: string;
  /** Of the argument or the attribute that the text stands in; texts of a list have the name of the list. */
  readonly name: string;
}

type Sought = (text: string, name: string) => boolean;

const isSomebody: Sought = (text, name) => SOMEBODY.test(text) || (text === "*" && WHO.test(name));

/** The texts in the arguments, whatever conditions decide; "unfinished" where one took more steps than there are before it had a value. */
function givenTo(body: Body, from: Module, begin: Begin): readonly Given[] | "unfinished" {
  const given: Given[] = [];
  for (const name of body.names()) {
    const { outcomes, complete } = inEveryWorld(
      (world) => {
        const evaluation = { ...begin(from, world, body.origin), mode: "compare" } as const;
        const value = attempted(() => body.argument(name)?.value(evaluation));
        return value === undefined ? [] : [...textsIn(value, name)];
      },
      { worlds: MOST_WORLDS, allowance: from.deployment.allowance },
    );
    if (outcomes.length === 0 && !complete) return "unfinished";
    given.push(...outcomes.flatMap(({ result }) => result));
  }
  return given;
}

function* textsIn(value: Value, name: string): Generator<Given> {
  switch (value.kind) {
    case "text":
      yield { text: value.parts.map((part) => (isKnown(part) ? part.text : "?")).join(""), name };
      return;
    case "list":
      for (const item of value.items) yield* textsIn(item, name);
      return;
    case "map":
      for (const [key, each] of value.entries) yield* textsIn(each.value, key);
  }
}
