// The templates of Fn::Sub: characters and `${Name}`, where `${!Name}` stands for the characters `${Name}`.

import { concat, slice, text } from "../../values/text.ts";
import type { Known, Origin, Text, Unknown, Value } from "../../values/value.ts";

/** `place` is the scalar that holds the template; none if the template is ours. */
export function substitute(
  template: string,
  valueNamed: (name: string) => Value,
  origin: Origin,
  place?: Origin,
): Text | Unknown {
  const whole: Known = { text: template, ...(place && { origin: place }) };
  const values: Value[] = [];
  const keep = (start: number, end: number) => values.push(text(slice(whole, start, end), origin));
  let end = 0;
  for (const match of template.matchAll(/\$\{(!?)([^}]*)\}/g)) {
    const [all, literally, name = ""] = match;
    keep(end, match.index);
    end = match.index + all.length;
    if (literally) {
      keep(match.index, match.index + "${".length);
      keep(match.index + "${!".length, end);
    } else values.push(valueNamed(name.trim()));
  }
  keep(end, template.length);
  return concat(values, origin);
}
