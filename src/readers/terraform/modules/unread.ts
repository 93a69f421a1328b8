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
/** A resource policy that lets somebody in: one that only denies opens nothing. */
const OPENING = /^(?=[\s\S]*"Principal")(?=[\s\S]*"Allow")(?![\s\S]*"sts:AssumeRole)/;
/** Arguments and attributes that name who may enter, as modules of the registry call them. */
const WHO = /principals?(?:_arns?|_identifiers)?$|^identifiers$|^trusted_/;
/** A policy of what a role may do. */
const ASSUMING = /^(?![\s\S]*"Principal")[\s\S]*"sts:AssumeRole/;

/** Of each argument: conditions of tags and names are many, and hardly ever is a policy under more than a few. */
const MOST_WORLDS = 16;

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
  const why = hole(address, "file", `${address} (${source}), which is missing: run 'terraform init', or check a plan`);
  return [
    ...(isMaker || isTold(isSomebody, body, from, begin)
      ? [unread("aws_iam_role", "assume_role_policy", why, body)]
      : []),
    ...(isTold((text) => ASSUMING.test(text), body, from, begin)
      ? [unread("aws_iam_role_policy", "policy", why, body)]
      : []),
    // Of a queue, because nothing beside it, such as a block of public access to buckets, takes back what its policy opens.
    ...(isTold((text) => OPENING.test(text), body, from, begin)
      ? [unread("aws_sqs_queue_policy", "policy", why, body)]
      : []),
  ];
}

function unread(type: string, policy: string, why: Hole, { origin }: Body): Resource {
  const property = (name: string): Value => (name === policy ? unknown(why, origin) : { kind: "absent", origin });
  return { format: "hcl", type, id: why.id, origin, metadata: [], property };
}

/** Of a text, and of the argument or the attribute that it stands in. */
type Sought = (text: string, name: string) => boolean;

const isSomebody: Sought = (text, name) => SOMEBODY.test(text) || (text === "*" && WHO.test(name));

/** Is an argument, or a part of it, such a text, whatever conditions decide? */
function isTold(sought: Sought, body: Body, from: Module, begin: Begin): boolean {
  return body.names().some((name) => {
    const { outcomes, complete } = inEveryWorld(
      (world) => {
        const evaluation = { ...begin(from, world, body.origin), mode: "compare" } as const;
        const value = attempted(() => body.argument(name)?.value(evaluation));
        return value !== undefined && isAmong(value, name, sought);
      },
      { worlds: MOST_WORLDS, allowance: from.deployment.allowance },
    );
    return outcomes.some(({ result }) => result) || (outcomes.length === 0 && !complete);
  });
}

/** Is it so of a text in the value? Texts of a list have the name of the list. */
function isAmong(value: Value, name: string, sought: Sought): boolean {
  switch (value.kind) {
    case "text":
      return sought(value.parts.map((part) => (isKnown(part) ? part.text : "?")).join(""), name);
    case "list":
      return value.items.some((item) => isAmong(item, name, sought));
    case "map":
      return Array.from(value.entries).some(([key, each]) => isAmong(each.value, key, sought));
    default:
      return false;
  }
}
