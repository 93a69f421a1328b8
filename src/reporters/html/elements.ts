// A page as a tree of elements, written as HTML here and made into nodes in a browser; text of inputs can only become text.

export interface Element {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (Element | string)[];
}

/** Undefined and empty children are left out. */
export type Given = Element | string | undefined | readonly Given[];

export function element(
  tag: string,
  attributes: Readonly<Record<string, string | number | undefined>> = {},
  ...children: readonly Given[]
): Element {
  const set = Object.entries(attributes).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, `${value}`] as const],
  );
  return { tag, attributes: Object.fromEntries(set), children: flat(children) };
}

function flat(given: readonly Given[]): readonly (Element | string)[] {
  return given.flatMap((each) => {
    if (each === undefined || each === "") return [];
    return isList(each) ? flat(each) : [each];
  });
}

function isList(given: Given): given is readonly Given[] {
  return Array.isArray(given);
}

/** HTML Standard, "Void elements". */
const VOID = new Set(["br", "input", "link", "meta"]);
/** Those that a reader of the page's source wants on a line of their own; no blank between words comes of it. */
const OWN_LINE =
  /^(?:a(?:rticle|side)|d[ldt]|details|div|f(?:igure|ooter|orm)|h[1-6]|head|header|html|li|main|nav|ol|option|p|section|select|svg|t(?:able|body|head|r)|ul)$/;

/** HTML. Nothing in it is markup but the elements. */
export function markup(given: Element | string): string {
  if (typeof given === "string") return escaped(given);
  const { tag, attributes, children } = given;
  const set = Object.entries(attributes).map(([name, value]) => ` ${name}="${escaped(value)}"`);
  const open = `${OWN_LINE.test(tag) ? "\n" : ""}<${tag}${set.join("")}>`;
  return VOID.has(tag) ? open : `${open}${children.map(markup).join("")}</${tag}>`;
}

const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign);
}
