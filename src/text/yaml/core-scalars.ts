// What a plain scalar means in YAML 1.2: the core schema, which the files that people write for us are read by.

/** https://yaml.org/spec/1.2.2/#1032-tag-resolution; infinity and not-a-number, which JSON lacks, stay text. */
const FORMS: readonly { readonly form: RegExp; read(text: string): null | boolean | number }[] = [
  { form: /^(null|Null|NULL|~|)$/, read: () => null },
  { form: /^(true|True|TRUE)$/, read: () => true },
  { form: /^(false|False|FALSE)$/, read: () => false },
  { form: /^(0o[0-7]+|0x[0-9a-fA-F]+)$/, read: Number },
  { form: /^[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?$/, read: Number },
];

export function readCoreScalar(text: string): null | boolean | number | string {
  const found = FORMS.find(({ form }) => form.test(text));
  return found === undefined ? text : found.read(text);
}
