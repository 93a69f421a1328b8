// What a plain YAML scalar means to CloudFormation: YAML 1.1 without timestamps and without one-letter booleans.

/** Source: AWS's own validator (npm @aws/cloudformation-validate), asked row by row; the rows are test/text/yaml-scalars.test.ts. */
const WORDS: ReadonlyMap<string, null | boolean> = new Map<string, null | boolean>([
  ["", null],
  ["~", null],
  ...inThreeCases("null", null),
  ...["true", "yes", "on"].flatMap((word) => inThreeCases(word, true)),
  ...["false", "no", "off"].flatMap((word) => inThreeCases(word, false)),
]);

const NUMBERS_BEGIN_WITH = "-+.0123456789";

const INTEGERS: readonly { readonly form: RegExp; read(digits: string): number }[] = [
  { form: /^[-+]?(0|[1-9][0-9_]*)$/, read: Number },
  { form: /^[-+]?0[0-7_]+$/, read: (digits) => Number.parseInt(digits, 8) },
  { form: /^[-+]?0x[0-9a-fA-F_]+$/, read: Number },
  { form: /^[-+]?0b[01_]+$/, read: Number },
  { form: /^[-+]?[1-9][0-9_]*(:[0-5]?[0-9])+$/, read: sexagesimal },
];

const FRACTIONS: readonly { readonly form: RegExp; read(digits: string): number }[] = [
  { form: /^[-+]?[0-9][0-9_]*\.[0-9_]*([eE][-+][0-9]+)?$/, read: Number },
  { form: /^\.[0-9][0-9_]*([eE][-+][0-9]+)?$/, read: Number },
  { form: /^[-+]?[0-9][0-9_]*(:[0-5]?[0-9])+\.[0-9_]*$/, read: sexagesimal },
];

/** `.nan`, `.inf` and integers that a JSON number cannot hold exactly stay text. */
export function readPlain(text: string): null | boolean | number | string {
  const word = WORDS.get(text);
  if (word !== undefined) return word;
  if (!NUMBERS_BEGIN_WITH.includes(text.charAt(0))) return text;
  const integer = INTEGERS.find(({ form }) => form.test(text));
  if (integer !== undefined) {
    const number = signed(text, integer.read);
    return Number.isSafeInteger(number) ? number : text;
  }
  const fraction = FRACTIONS.find(({ form }) => form.test(text));
  if (fraction === undefined) return text;
  const number = signed(text, fraction.read);
  return Number.isFinite(number) ? number : text;
}

function inThreeCases<T>(word: string, value: T): [string, T][] {
  const capital = word.slice(0, 1).toUpperCase();
  return [word, capital + word.slice(1), word.toUpperCase()].map((spelling) => [spelling, value]);
}

function signed(text: string, read: (digits: string) => number): number {
  const number = read(text.replace(/^[-+]|_/g, ""));
  return text.startsWith("-") && number !== 0 ? -number : number;
}

/** `190:20:30` is in base 60. */
function sexagesimal(digits: string): number {
  return digits.split(":").reduce((total, part) => total * 60 + Number(part), 0);
}
