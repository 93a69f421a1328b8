// Which resources a statement speaks of: wildcards and policy variables in its Resource or NotResource.

import { type Answer, type Doubt, isDoubt, not, some } from "../../values/doubt.ts";
import type { Hole } from "../../values/value.ts";
import type { Statement } from "../language/statement.ts";
import { isVariable, type Template } from "../language/variables.ts";
import type { Glyph } from "../patterns/glyph.ts";
import { holeDoubt } from "../patterns/hole.ts";
import { matches, mayMatch } from "../patterns/matching.ts";
import { type Pattern, textPattern } from "../patterns/pattern.ts";
import { hasHole, type Word, type Words } from "../patterns/words.ts";

const ANYTHING: Glyph = { char: "*", wild: true };

/** Each is asked of many resources. */
const known = new WeakMap<Template, Pattern>();

/** A policy variable stands for anything. */
export function resourcePattern(template: Template): Pattern {
  const found = known.get(template) ?? textPattern(template.map((piece) => (isVariable(piece) ? ANYTHING : piece)));
  known.set(template, found);
  return found;
}

const spelled = new WeakMap<Pattern, Word>();

/** What it spells out, without its wildcards. */
function spelledIn(pattern: Pattern): Word {
  const found = spelled.get(pattern) ?? pattern.atoms.map(({ char = "" }) => char).join("");
  spelled.set(pattern, found);
  return found;
}

const wholes = new WeakMap<object, { readonly texts: ReadonlySet<Word> | undefined }>();

/** What a list spells out, if that is all that is in it: whether a resource is one of very many is asked as quickly as of one. */
function wholeTexts(resources: Exclude<Statement["resources"], Doubt | undefined>): ReadonlySet<Word> | undefined {
  const found = wholes.get(resources) ?? { texts: wholesIn(resources.patterns) };
  wholes.set(resources, found);
  return found.texts;
}

function wholesIn(templates: readonly Template[]): ReadonlySet<Word> | undefined {
  const texts = new Set<Word>();
  for (const template of templates) {
    let text = "";
    for (const piece of template) {
      if (isVariable(piece) || piece.wild) return undefined;
      text += piece.char;
    }
    if (hasHole(text)) return undefined;
    texts.add(text);
  }
  return texts;
}

/** Undefined: the request is on whatever the policy belongs to. `supplies`: may deployment give the hole a value with which they are the same? https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html */
export function isOn(
  resources: Statement["resources"],
  resource: Word | undefined,
  words: Words,
  supplies: (hole: Hole) => boolean = () => true,
): Answer {
  if (resources === undefined || resource === undefined) return true;
  if (isDoubt(resources)) return resources;
  const whole = hasHole(resource) ? undefined : wholeTexts(resources);
  if (whole !== undefined) return whole.has(resource) !== resources.negated;
  const listed = some(resources.patterns, (template): Answer => {
    const pattern = resourcePattern(template);
    if (matches(pattern, resource)) {
      return template.some(isVariable) ? { reason: "condition-key", source: "a policy variable in a Resource" } : true;
    }
    const text = spelledIn(pattern);
    if (!(hasHole(text) || hasHole(resource)) || !mayMatch(pattern, resource)) return false;
    const apart = [...text, ...resource].filter((char) => !text.includes(char) || !resource.includes(char));
    if (!apart.flatMap((char) => words.hole(char) ?? []).every(supplies)) return false;
    return holeDoubt(text, words) ?? holeDoubt(resource, words) ?? false;
  });
  return resources.negated ? not(listed) : listed;
}
