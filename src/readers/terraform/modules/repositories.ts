// The full names of repositories that a configuration makes or looks up: whose a repository is stands before its own name.

import { hole, valueOfHole } from "../../../values/hole.ts";
import { concat, text } from "../../../values/text.ts";
import { literal, type Origin, type Value } from "../../../values/value.ts";
import { inMode } from "../expressions/evaluation.ts";
import type { Declared } from "../model/module.ts";
import type { InModule } from "./scope.ts";

interface Repository {
  /** The attribute with the full name. */
  readonly whole: string;
  /** The argument with its own. */
  readonly name: string;
  /** What whose it is may be written with. */
  readonly owner: RegExp;
}

/** "Attribute Reference" of each: website/docs/r/repository.html.markdown of integrations/terraform-provider-github, docs/resources/project.md of gitlabhq/terraform-provider-gitlab. */
const REPOSITORIES: ReadonlyMap<string, Repository> = new Map([
  ["github_repository", { whole: "full_name", name: "name", owner: /[A-Za-z\d_-]/ }],
  // A group may be in another one.
  ["gitlab_project", { whole: "path_with_namespace", name: "path", owner: /[\w./-]/ }],
]);

const IN_NAME = /[\w.-]/;

/** `whole` is the address of the attribute. Undefined for other ones. */
export function repositoryName(
  { type, mode, body }: Declared,
  attribute: string,
  whole: string,
  origin: Origin,
  evaluation: InModule,
): Value | undefined {
  const repository = REPOSITORIES.get(type);
  if (repository?.whole !== attribute) return undefined;
  const part = (what: string, alphabet: RegExp): Value => {
    return valueOfHole(hole(`${what} in ${whole}`, "known-after-apply", whole, { name: whole, alphabet }), origin);
  };
  const given = mode === "managed" ? body.argument(repository.name)?.value(inMode(evaluation, "certain")) : undefined;
  const name = literal(given);
  const own = name ? text({ text: name }, origin) : part("name", IN_NAME);
  return concat([part("owner", repository.owner), text({ text: "/" }, origin), own], origin);
}
