// What a page does with the library, and somebody in Node as well: the answers are the same.

/** `files` are those of CDK's fixture; `library` is what `import("unconfused")` gives. */
export function judge(library, { bad, files }) {
  const { check, loadRules, parseConfig, rules, toSarif } = library;
  const hcl = `resource "aws_iam_role" "r" {
  assume_role_policy = jsonencode({ Statement = [{
    Effect = "Allow", Action = "sts:AssumeRole"
    Principal = { AWS = [
      "arn:aws:iam::444455556666:role/\${md5("a")}",
      "arn:aws:iam::444455556666:role/\${sha1("a")}",
      "arn:aws:iam::444455556666:role/\${sha256("a")}",
      "arn:aws:iam::444455556666:role/\${substr(sha512("a"), 0, 60)}",
    ] }
  }] })
}`;
  const config = parseConfig(
    'vendors: [{ name: V, tenancy: multi, accounts: ["444455556666"] }]\nscopes: [{ files: ["**/*.tf"], rules: { external-id-not-unique: high } }]',
    "unconfused.yaml",
  );
  const mine = loadRules([
    {
      path: "no-guests.yaml",
      text: `id: no-guests
title: A guest can assume the role
severity: low
precision: high
why: Because.
fix: Do not.
policy: trust
deny: [{ request: { caller: { is: $undeclared } }, message: "{caller} can assume {resource}" }]
examples: { bad: [{ name: b, at: /Statement, policy: { Statement: [] } }], good: [{ name: g, policy: { Statement: [] } }] }
`,
    },
  ]);
  const inputs = [
    { path: "bad.yaml", content: new TextEncoder().encode(bad) },
    { path: "tagged.yaml", content: `Resources: !Transform { Name: M }\nOther: ? [a]\n` },
    { path: "main.tf", content: hcl },
    ...files,
  ];
  const report = check({ files: inputs, config, rules: mine, today: "2027-01-01" });
  let refused;
  try {
    check({ files: [], config: { tenancy: "sinlge" } });
  } catch (thrown) {
    refused = [thrown instanceof library.ConfigError, thrown.message, thrown.help];
  }
  return JSON.stringify({ report, sarif: toSarif(report, { rules: mine }), rules, refused });
}
