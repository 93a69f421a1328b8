// Policy variables whose values are variables again, in numbers that nobody can go through: the allowance of a policy ends it.

import { expect, test } from "vitest";
import { reportOn, summary } from "../../oracle/reported.ts";

test("variables of variables without number end in no answer, not in a run without end", () => {
  const tag = (index: number) => `aws:PrincipalTag/k${index}`;
  const behind = (index: number) => Array.from({ length: 24 - index }, (_, more) => `\${${tag(index + more + 1)}}`);
  const lists = Array.from({ length: 24 }, (_, index) => [tag(index), [...behind(index), `x${index}*y`]]);
  const policy = {
    Version: "2012-10-17",
    Statement: {
      Effect: "Allow",
      Principal: { AWS: "*" },
      Action: "sts:*",
      Condition: { StringLike: Object.fromEntries(lists) },
    },
  };
  expect(summary(reportOn(policy, { accounts: { own: ["999988887777"] }, vendors: [] }))).toContain("?public-trust@*");
});
