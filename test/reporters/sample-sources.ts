// The sources that the sample report speaks of: CRLF, tabs, wide and hidden characters, a very long line.

import type { Place } from "../../src/findings/report.ts";
import { type Source, source } from "../../src/text/source.ts";

export const VENDOR = "infra/vendor.yaml";
export const ODD = "infra/été 100%/crlf.yaml";
export const MINIFIED = "cdk.out/minified.json";
/** A plan: it has no source to show. */
export const PLAN = "plan.json";

const texts: Record<string, string> = {
  [VENDOR]: `Resources:
  VendorRole:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Statement:
          - Effect: Allow
            Principal: { AWS: arn:aws:iam::444455556666:root }
            Action: sts:AssumeRole
            Condition: !If
              - HasSecret
              - StringEquals: { "sts:ExternalId": !Ref Secret }
              - {}
  AuditRole:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Statement:
          - Effect: Allow
            Principal: { AWS: !Ref AuditAccount }
            Action: sts:AssumeRole
`,
  [ODD]:
    "Resources:\r\n  R:\r\n    # 顧客\r\n    Sid: '監査👩\u200d🚀é'\t# before\r\n    Principal: { '日本': 'e\u0301', \"AWS\": '*' }\r\n",
  [MINIFIED]: `{"Resources":{${Array.from({ length: 12 }, (_, index) => `"Topic${index}":{"Type":"AWS::SNS::Topic"}`).join(",")},"Role":{"Description":"\u009b31m\u202eevil","Principal":{"AWS":"arn:aws:iam::111122223333:root"},"Tags":[${"0,".repeat(80)}0]}}}`,
};

/** Where the first `needle` stands in the file, or its first appearance after `after`. */
export function placeOf(file: string, needle: string, after = ""): Place {
  const read = source(file, texts[file] ?? "");
  const start = read.text.indexOf(needle, read.text.indexOf(after));
  if (start < 0) throw new Error(`no ${needle} in ${file}`);
  const { line, column } = read.position(start);
  const end = read.position(start + needle.length);
  return { file, line, column, endLine: end.line, endColumn: end.column };
}

export function sourceOf(file: string): Source | undefined {
  const text = texts[file];
  return text === undefined ? undefined : source(file, text);
}
