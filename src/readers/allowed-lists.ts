// The lists that deployment may supply where the allowed values are those of single elements.

import { isKnown, type List } from "../values/value.ts";

/** Of so many elements all lists are tried; of more the list stays open, though its elements are held to them. */
const MOST_ELEMENTS = 3;

/** Each list of some of the elements, in every order, for a function may select by place; none holds an element twice, which lets nobody else in. */
export function listsOf(allowed: readonly string[]): readonly (readonly string[])[] | undefined {
  const elements = [...new Set(allowed)];
  return elements.length > MOST_ELEMENTS ? undefined : listsBegunWith([], elements);
}

function listsBegunWith(begun: readonly string[], elements: readonly string[]): readonly (readonly string[])[] {
  return elements
    .filter((each) => !begun.includes(each))
    .flatMap((each) => {
      const list = [...begun, each];
      return [list, ...listsBegunWith(list, elements)];
    });
}

/** The parameter whose allowed values all elements are: how often each may stand in its list is not known. */
export function parameterOf({ items }: List): string | undefined {
  const names = new Set(
    items.map((item) => {
      const [only, ...others] = item.kind === "text" ? item.parts : [];
      if (only === undefined || others.length > 0 || !isKnown(only)) return undefined;
      return only.from?.by === "allowed" ? only.from.name : undefined;
    }),
  );
  const [name] = names;
  return names.size === 1 ? name : undefined;
}
