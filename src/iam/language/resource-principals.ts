// Principals that only policies of resources have: origin access identities of CloudFront, and canonical ids of accounts.

import { hole } from "../../values/hole.ts";
import type { Hole } from "../../values/value.ts";
import { firstHole, OWN_ACCOUNT } from "../patterns/hole.ts";
import { hasHole, type Words } from "../patterns/words.ts";
import type { Element } from "./principal.ts";

/** https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-restricting-access-to-s3.html, "Origin access identity" */
const ORIGIN_ACCESS_IDENTITY = /^arn:[^:]*:iam::cloudfront:user\/(CloudFront Origin Access Identity .*)$/;

/** Of AWS's own delivery of logs: https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/standard-logging-legacy-s3.html */
const LOG_DELIVERY = "c4c1ede66af53448b93c283ce9448c4ba468c9432aa01d700d3878632f77d2d0";

/** Undefined: it is none of them, and what it was read as. */
export function principalOfResource(element: Element, word: string, words: Words): Element | undefined {
  const { origin, written } = element;
  const place = { origin, written };
  const ofAws = (name: string): Element => ({ ...place, kind: "account", account: words.token(ofService(name)) });
  const identity = ORIGIN_ACCESS_IDENTITY.exec(word)?.[1];
  if (identity !== undefined) return ofAws(words.show(identity));
  if (element.kind !== "canonical-user") return undefined;
  if (word === LOG_DELIVERY) return ofAws("awslogsdelivery");
  const open = firstHole(word, words);
  if (open === undefined) return { ...place, kind: "unique-id", id: word };
  if (open.sort === "own-account") return { ...place, kind: "account", account: words.token(OWN_ACCOUNT) };
  if (open.owner === "aws") return { ...place, kind: "account", account: word };
  const someone: Hole = { ...open, admits: (text) => text !== "*" && open.admits(text) };
  return hasHole(word) ? { ...place, kind: "parameter", word, hole: someone } : undefined;
}

function ofService(name: string): Hole {
  return hole(`AWS ${name}`, "known-after-apply", name, { name, sort: "account", owner: "aws" });
}
