// Numbers in decimal digits, as Terraform prints them.

const NUMBER = /^([+-]?)(?=\.?\d)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d+))?$/;
/** Zeros that an exponent may stand for: a number that needs more stays as it is written. */
const MOST_ZEROS = 1000;

/** All digits and no exponent, without a plus sign and zeros that tell nothing; undefined for what is no number. Source: go-cty, ParseNumberVal. */
export function decimal(written: string): string | undefined {
  const match = NUMBER.exec(written);
  if (match === null) return undefined;
  const [, sign = "", whole = "", fraction = "", exponent = "0"] = match;
  const moved = Number(exponent);
  if (Math.abs(moved) > MOST_ZEROS) return written;
  const digits = `${"0".repeat(Math.max(0, -moved))}${whole}${fraction}${"0".repeat(Math.max(0, moved))}`;
  const point = Math.max(0, -moved) + whole.length + moved;
  const before = digits.slice(0, point).replace(/^0+(?=\d)/, "") || "0";
  const after = digits.slice(point).replace(/(?<!0)0+$/, "");
  const number = after === "" ? before : `${before}.${after}`;
  return sign === "-" && number !== "0" ? `-${number}` : number;
}
