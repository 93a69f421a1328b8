// What an external ID looks like that nobody made for one customer: samples of documentation, placeholders, and runs of digits.

/** Samples that no kind below covers. Compared without case and signs. */
const SAMPLES = new Set(
  "abcdefg changeme deadbeef dummy fixme foobar insert mysecret null password secret123 somevalue string tobereplaced 123e4567e89b12d3a456426614174000".split(
    " ",
  ),
);

/** Words that a placeholder is made of; one of the first kind makes the whole a placeholder, if all the others are known as well. */
const TELLING = new Set(
  "bar baz change changeme default demo dummy enter example ext external externalid extid fixme foo foobar here insert my none null placeholder put random replace replaceme sample secret some somevalue tbd test testing todo undefined unique uniqueid value xxx your".split(
    " ",
  ),
);
const BESIDE = new Set(
  "a account an assigned aws be by client company customer for from generated guid iam id identifier ids it key me name number of org organization our please provider role set shared string tenant text that the this to token uuid vendor with".split(
    " ",
  ),
);

const PLACEHOLDERS: readonly RegExp[] = [
  /[<>{}%]|\$\(/,
  /^(?:your|replace|insert|enter|change)[-_. ]/i,
  /(?:^|[^a-z])x{3,}(?:[^a-z]|$)/i,
  /^__\w+__$/,
  // So AWS writes ids in its documentation.
  /EXAMPLE/,
];

export function isSample(id: string): boolean {
  const plain = withoutSigns(id);
  return (
    SAMPLES.has(plain) ||
    PLACEHOLDERS.some((form) => form.test(id)) ||
    isMonotonous(id) ||
    isPaddedNumber(plain) ||
    isAlphabet(plain) ||
    isMadeOfWords(id)
  );
}

export function withoutSigns(text: string): string {
  return text.toLowerCase().replace(/[^a-z\d]/g, "");
}

const SHORTEST_GROUP = 2;

/** One character again and again, or digits that count up or down: in all, or in each group of several. */
function isMonotonous(id: string): boolean {
  const plain = withoutSigns(id) || id;
  if (plain.length >= SHORTEST_GROUP && (isRepeated(plain) || isCount(plain))) return true;
  const groups = id.toLowerCase().split(/[^a-z\d]+/);
  return groups.every((group) => group.length >= SHORTEST_GROUP && (isRepeated(group) || isCount(group)));
}

function isRepeated(text: string): boolean {
  return new Set(text).size === 1;
}

/** "1234", "9876"; after 9 comes 0. */
function isCount(text: string): boolean {
  return /^\d{3,}$/.test(text) && [1, 9].some((step) => follow(text, step, 10));
}

function follow(text: string, step: number, size: number): boolean {
  return [...text].every((char, index) => {
    const before = text.charCodeAt(index - 1);
    return index === 0 || (char.charCodeAt(0) - before - step) % size === 0;
  });
}

/** "0001", "00000042". */
function isPaddedNumber(plain: string): boolean {
  const [, zeros = "", number = ""] = /^(0+)([1-9]\d{0,2})$/.exec(plain) ?? [];
  return zeros !== "" && (zeros.length >= number.length || zeros.length > 1);
}

const LETTERS = 26;

/** "abcd", "abc123", "a1b2c3": letters and digits, each from the first on. */
function isAlphabet(plain: string): boolean {
  const letters = plain.replace(/\d/g, "");
  const digits = plain.replace(/\D/g, "");
  return (
    /^abc/.test(letters) && follow(letters, 1, LETTERS) && (digits === "" || (/^0?12/.test(digits) && isCount(digits)))
  );
}

/** "my-external-id", "ReplaceWithYourExternalId", "test-external-id-123". */
function isMadeOfWords(id: string): boolean {
  const words = id
    .replace(/([a-z])([A-Z\d])/g, "$1 $2")
    .toLowerCase()
    .split(/[^a-z\d]+/)
    .filter((word) => word !== "");
  const isKnown = (word: string): boolean =>
    TELLING.has(word) || BESIDE.has(word) || /^\d$/.test(word) || isRepeated(word) || isCount(word);
  return words.some((word) => TELLING.has(word)) && words.every(isKnown);
}
