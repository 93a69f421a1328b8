import { describe, expect, test } from "vitest";
import { fingerprints } from "../../src/findings/fingerprint.ts";

const of = (principal: string) => fingerprints().of("public-trust", "a.json", "Role", principal);

describe("a grant keeps its fingerprint", () => {
  test.each([
    ["111122223333", "arn:aws:iam::111122223333:root"],
    ["111122223333", "arn:aws-cn:iam::111122223333:root"],
    ["111122223333", "arn:${AWS::Partition}:iam::111122223333:root"],
    ["${Vendor}", "arn:${aws_partition}:iam::${Vendor}:root"],
    ["arn:aws:iam::${AWS::AccountId}:role/a", "arn:${AWS::Partition}:iam::${AWS::AccountId}:role/a"],
    ["arn:aws:sts::111122223333:assumed-role/a/b", "arn:aws-us-gov:sts::111122223333:assumed-role/a/b"],
  ])("%s, written %s", (one, other) => {
    expect(of(other)).toBe(of(one));
  });

  test.each([
    ["111122223333", "444455556666"],
    ["111122223333", "arn:aws:iam::111122223333:role/root"],
    ["arn:aws:iam::111122223333:role/a", "arn:aws:iam::111122223333:role/A"],
    ["arn:aws:iam::111122223333:role/a", "arn:aws:iam::111122223333:user/a"],
    ["arn:aws:iam::111122223333:root", "arn:aws:sts::111122223333:root"],
    ["", "arn:aws:iam:::root"],
  ])("%s is not %s", (one, other) => {
    expect(of(other)).not.toBe(of(one));
  });

  test("two grants of one principal in one role are told apart", () => {
    const { of: fingerprint } = fingerprints();
    const [first, second] = ["111122223333", "arn:aws:iam::111122223333:root"].map((principal) =>
      fingerprint("public-trust", "a.json", "Role", principal),
    );
    expect(first).toBe(of("111122223333"));
    expect(second).not.toBe(first);
  });
});
