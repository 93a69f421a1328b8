// Files of HCL put together at random, the same ones for the same seed.

/** Mulberry32. */
function generator(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

export function randomFile(seed) {
  // No argument stands twice in a block.
  let items = 0;
  const next = generator(seed);
  const below = (count) => Math.floor(next() * count);
  const pick = (all) => all[below(all.length)];
  const some = (most, make) => Array.from({ length: below(most + 1) }, make);
  const name = () => pick(["a", "b_c", "d-e", "var", "local", "größe", "x1", "each"]);
  const literal = () => pick(["1", "0.5", "true", "null", '"s"', '"é😀"', '"a\\"b\\n"', '"$${x}"', '"%%{x}"', '""']);

  function quoted(depth) {
    const inner = some(3, () => pick(["t", " ", "é", "\\t", `\${${expression(depth - 1)}}`, `\${~ ${name()} ~}`]));
    return `"${inner.join("")}"`;
  }

  function heredoc(depth, indent) {
    const lines = some(
      3,
      () => `${pick(["", "  ", "\t"])}${pick(["t", '"q"', `\${${expression(depth - 1)}}`, "$x", "x $${y}"])}\n`,
    );
    const dash = pick(["", "-"]);
    return `<<${dash}EOT\n${lines.join("")}${dash === "" ? "" : indent}EOT`;
  }

  function expression(depth) {
    if (depth <= 0) return pick([literal(), name(), `${name()}.${name()}`]);
    const inner = () => expression(depth - 1);
    switch (below(12)) {
      case 0:
        return `${name()}(${some(3, inner).join(pick([", ", ",\n"]))})`;
      case 1:
        return `[${some(3, inner).join(pick([", ", ",\n  "]))}]`;
      case 2:
        return `{ ${some(3, () => `${pick([name(), '"k"', `(${inner()})`])} ${pick(["=", ":"])} ${inner()}`).join(", ")} }`;
      case 3:
        return `{\n${some(3, () => `    ${name()} = ${inner()}${pick(["", " # c", ","])}\n`).join("")}  }`;
      case 4:
        return `(${inner()})`;
      case 5:
        return `${inner()} ${pick(["+", "-", "*", "/", "%", "==", "!=", "<", "<=", ">", ">=", "&&", "||"])} ${inner()}`;
      case 6:
        return `${inner()} ? ${inner()} : ${inner()}`;
      case 7:
        return `[for ${pick(["v", "k, v"])} in ${inner()} : ${inner()}${pick(["", ` if ${name()}`])}]`;
      case 8:
        return `{ for k, v in ${name()} : ${name()} => ${inner()}${pick(["", "..."])} }`;
      case 9:
        return `${name()}${pick(["[*].x", ".*.x", "[0]", '["k"]', ".x.y", `[${inner()}]`])}`;
      case 10:
        return `${pick(["!", "-"])}${pick([name(), "1", `(${inner()})`])}`;
      default:
        return quoted(depth);
    }
  }

  function item(depth, indent) {
    const comment = pick(["", "", `${indent}# c\n`, `${indent}/* c\n c */\n`, "\n"]);
    const end = pick(["\n", "\n", " // c\n", " /* c */\n"]);
    if (depth > 0 && below(3) === 0) {
      const labels = some(2, () => ` ${pick(['"l"', "l", '"a b"'])}`).join("");
      const inside = some(3, () => item(depth - 1, `${indent}  `)).join("");
      return `${comment}${indent}${name()}${labels} {${pick(["\n", " # c\n"])}${inside}${indent}}${end}`;
    }
    items += 1;
    // A heredoc ends its line.
    if (below(5) === 0) return `${comment}${indent}${name()}${items} = ${heredoc(depth + 1, indent)}\n`;
    return `${comment}${indent}${name()}${items} = ${expression(1 + below(3))}${end}`;
  }

  return some(4, () => item(2, "")).join("");
}
