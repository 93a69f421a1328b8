// What people write where a principal belongs and IAM takes none: what is wrong with it, and what to write instead.

import { hasHole, type Word } from "../../patterns/words.ts";
import type { Wrong } from "../flaw.ts";
import { disorderIn, lowerCaseArn, reorderArn } from "./arn.ts";

/** How the reader of principals sees texts. */
export interface Reading {
  /** Is it the principal of one account, whole as it stands? */
  isWhole(word: Word): boolean;
  show(word: Word): string;
  readonly partition: string;
}

/** One slip, by which the text meant is certain. */
interface Slip {
  /** Completes the text as it is written. */
  says(word: Word): string;
  /** The text without it; the same text where it has none. */
  mend(word: Word, partition: string): Word;
}

const SLIPS: readonly Slip[] = [
  {
    says: () => "has quotes within its text",
    mend: (word) => word.replace(/^["'`\u2018-\u201f]+|(?<!["'`\u2018-\u201f])["'`\u2018-\u201f]+$/g, ""),
  },
  {
    says: () => "has blanks in it",
    // Within a name they may have been anything.
    mend: (word) => word.replace(/^[\s\u200b]+|(?<![\s\u200b])[\s\u200b]+$/g, "").replace(/(?:(?<!\s)\s+)?:\s*/g, ":"),
  },
  {
    says: () => "is an account id with other characters than digits",
    mend: (word) => (word.includes(":") ? word : digitsOf(word)),
  },
  {
    says: () => "has an account id with other characters than digits",
    mend: (word) =>
      word
        .split(":")
        .map((field, index) => (index > 0 ? digitsOf(field) : field))
        .join(":"),
  },
  { says: () => "has capitals where IAM knows small letters", mend: lowerCaseArn },
  { says: disorderIn, mend: reorderArn },
];

/** An account id as consoles and invoices show it. */
function digitsOf(text: Word): Word {
  const digits = text.replace(/[-._, ]/g, "");
  return /^\d{12}$/.test(digits) ? digits : text;
}

interface Kind {
  readonly form: RegExp;
  readonly name?: Wrong["name"];
  readonly says: string;
  readonly repair: string | ((word: Word) => string);
}

/** What is known by its form, although nobody can tell what was meant. The first that fits speaks. */
const KINDS: readonly Kind[] = [
  {
    form: /[*?]/,
    name: "wildcard-in-principal",
    says: "has a wildcard within it, and no principal does",
    repair: withoutWildcard,
  },
  {
    form: /[<>{}%]|__[A-Z]|\b(?:YOUR|REPLACE|CHANGE|PLACEHOLDER|TODO|XXX)/i,
    name: "placeholder",
    says: "holds an unrendered placeholder",
    repair: "put the account or ARN in its place that it stands for, or render the file first",
  },
  {
    form: /:group\/./,
    name: "group-principal",
    says: "is a group, which is no principal",
    repair: "name the users that are in it, or a role that they assume",
  },
  {
    form: /:(?:oidc|saml)-provider\/|^(?:accounts\.google\.com|cognito-identity(?:-us-gov|\.us-gov-east-1)?\.amazonaws\.com|www\.amazon\.com|graph\.facebook\.com)$/,
    says: "is an identity provider",
    repair: 'put it under "Federated"',
  },
  {
    form: /\.amazonaws\.com(?:\.cn)?$/,
    says: "is a service, and no account",
    repair: 'put it under "Service"',
  },
  {
    form: /:instance-profile\/./,
    says: "is an instance profile, which is no principal",
    repair: "write the ARN of the role that is in it",
  },
  {
    form: /^arn:[^:]*:(?:sts:|.*:assumed-role\/)/,
    says: "is no ARN of a session",
    repair:
      'write "arn:aws:sts::ACCOUNT:assumed-role/ROLE/SESSION", or for all sessions of the role "arn:aws:iam::ACCOUNT:role/ROLE"',
  },
  {
    form: /^arn:[^:]*:organizations:/,
    says: "is an organization, which is no principal",
    repair: 'write "*", and demand "aws:PrincipalOrgID" in the Condition',
  },
  {
    form: /^arn:[^:]*:(?!iam:|sts:|:)[a-z0-9-]+:/,
    says: "is the ARN of a resource, which is no principal",
    repair: "write the ARN of the role that it runs as",
  },
  {
    form: /^arn:(?:[^:]*:){4}(?:role|user)?\/?$/,
    says: "does not say which role or user",
    repair: "write its name after the slash",
  },
  {
    form: /^arn:[^:]*:iam::[^:]*:(?:role|user)\/.*[^!-~\ue000-\uf8ff]/,
    says: "has a name that no role or user can have",
    repair: "names have letters, digits and the signs _+=,.@-",
  },
  {
    form: /^A(?:ROA|IDA)[A-Z0-9]+:/,
    says: "is the id of a session, which is a value of aws:userid and no principal",
    repair: "write the ARN of its role",
  },
  {
    form: /^A(?:KIA|SIA)[A-Z0-9]+$/,
    says: "is an access key",
    repair: "write the ARN of the user or role that it belongs to",
  },
  {
    form: /^o-[a-z0-9]{10,32}$/,
    says: "is an organization, which is no principal",
    repair: 'write "*", and demand "aws:PrincipalOrgID" in the Condition',
  },
  {
    form: /^[0-9a-f]{64}$/,
    says: "is the canonical id of an account, by which no role is assumed",
    repair: "write the twelve digits of the account",
  },
  { form: /^$/, says: "is no principal", repair: "write the twelve digits of an account, or an ARN" },
];

const NAMES = {
  Service: "write the name of the service, such as ec2.amazonaws.com",
  Federated: "write the ARN of the identity provider",
  CanonicalUser: "write the canonical user ID of the account",
};

/** Nothing stands where a name belongs. */
export function blankName(type: keyof typeof NAMES): Wrong {
  return {
    name: "malformed-principal",
    sentence: `an empty text under "${type}" is no principal`,
    repair: NAMES[type],
  };
}

/** What is wrong with a text that is no principal, and what to write instead. */
export function wrongIn(word: Word, { isWhole, show, partition }: Reading): Wrong {
  const written = `"${show(word)}"`;
  const malformed = (says: string, repair: string, name: Wrong["name"] = "malformed-principal"): Wrong => ({
    name,
    sentence: `${written} ${says}`,
    repair,
  });
  const known = KINDS.find(({ form }) => form.test(word));
  for (const { says, mend } of SLIPS) {
    const meant = mend(word, partition);
    if (meant !== word && isWhole(meant)) return malformed(says(word), `write "${show(meant)}"`);
  }
  const several = piecesOf(word);
  if (several.length > 1 && several.every(isWhole)) {
    const list = several.map((piece) => `"${show(piece)}"`).join(", ");
    return malformed("is several principals in one text", `write a list: [${list}]`);
  }
  const meant = SLIPS.reduce((text, { mend }) => mend(text, partition), word);
  if (known === undefined && meant !== word && isWhole(meant)) {
    return malformed('is no account, ARN or "*"', `write "${show(meant)}"`);
  }
  if (known !== undefined) {
    const { says, repair, name } = known;
    return malformed(says, typeof repair === "string" ? repair : show(repair(word)), name);
  }
  return word.startsWith("arn:") ? wrongArn(word, malformed) : wrongText(word, malformed);
}

/** Of a text that somebody took for a list. */
function piecesOf(word: Word): Word[] {
  const pieces = word.replace(/^\s*\[|\]\s*$/g, "").split(/[\s,;]+/);
  return pieces.map((piece) => piece.replace(/^["']|["']$/g, "")).filter((piece) => piece !== "");
}

/** The whole account, or the whole role, and what holds it to fewer. */
function withoutWildcard(word: Word): string {
  const [, partition = "", , , account = "", ...tail] = word.split(":");
  if (!/^\d{12}$/.test(account) && !hasHole(account)) {
    return 'name each account, or write "*" and demand "aws:PrincipalOrgID" in the Condition';
  }
  const [kind, role = "", session] = tail.join(":").split("/");
  if (kind === "assumed-role" && session !== undefined && !/[*?]/.test(role)) {
    return `write "arn:${partition}:iam::${account}:role/${role}", which is all sessions of the role`;
  }
  const root = `write "arn:${partition}:iam::${account}:root"`;
  return tail.join(":") === "*" ? root : `${root}, and hold it to the pattern by "ArnLike" on "aws:PrincipalArn"`;
}

type Malformed = (says: string, repair: string) => Wrong;

function wrongArn(word: Word, malformed: Malformed): Wrong {
  const account = word.split(":")[4] ?? "";
  if (/^\d{12}$/.test(account) || hasHole(account)) {
    return malformed(
      "is no ARN of an account, role, user or session",
      'write "arn:aws:iam::ACCOUNT:root", "…:role/NAME" or "…:user/NAME"',
    );
  }
  if (/^\d+$/.test(account)) return malformed(`has an account of ${account.length} digits`, "write all twelve");
  return malformed("has no account of twelve digits", "write them where they belong; an alias is not taken");
}

function wrongText(word: Word, malformed: Malformed): Wrong {
  if (!/^\d+$/.test(word)) {
    return malformed(
      'is no account, ARN or "*"',
      "write the twelve digits of the account (an alias is not taken), or an ARN",
    );
  }
  const lost = word.length < 12 ? `; if its leading zeros were lost, write "${word.padStart(12, "0")}"` : "";
  return malformed(`has ${word.length} digits; an account id has twelve`, `write all twelve${lost}`);
}
