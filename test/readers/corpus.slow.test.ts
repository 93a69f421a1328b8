import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { policiesOf } from "../../src/policies/find.ts";
import { cloudformation } from "../../src/readers/cloudformation.ts";
import { parse } from "../../src/text/parse.ts";
import { source } from "../../src/text/source.ts";
import { inEveryWorld, type Outcome } from "../../src/values/worlds.ts";
import { type Shown, shown } from "../values/shown.ts";

const FOLDER = join(import.meta.dirname, "../../../shared/corpus/cloudformation");
const FILES = existsSync(FOLDER)
  ? readdirSync(FOLDER, { recursive: true, encoding: "utf8" }).filter((file) => /\.(ya?ml|json)$/.test(file))
  : [];

/** Resource id to its trust policy in every world. */
function policies(file: string): Map<string, readonly Outcome<Shown>[]> {
  const [document] = parse(source(file, readFileSync(join(FOLDER, file)))).documents;
  if (document === undefined || !cloudformation.recognises(document)) throw new Error("no template");
  const { resources } = cloudformation.read(document, { given: new Map(), owners: new Map() }, () => undefined);
  const found = resources
    .flatMap((one) => policiesOf(one).filter(({ kind }) => kind === "trust"))
    .map((policy) => {
      const { outcomes, complete } = inEveryWorld((world) => shown(policy.document(world)));
      expect(complete).toBe(true);
      return [policy.owner.id, outcomes] as const;
    });
  return new Map(found);
}

function principals(file: string, role: string): string[] {
  const worlds = policies(file).get(role) ?? [];
  const all = worlds.flatMap(({ result }) => JSON.stringify(result).match(/arn:[^"]*:iam::[^"]*|\d{12}/g) ?? []);
  return [...new Set(all)].sort();
}

describe.skipIf(FILES.length === 0)("public templates", () => {
  test.each(FILES)("%s: every role has a policy in some world", (file) => {
    for (const [id, outcomes] of policies(file)) {
      if (id !== "JumpRoleManagerFunction") expect(outcomes, id).not.toHaveLength(0);
    }
  });

  test("a default, an empty mapping and a generated template: the account is the parameter's", () => {
    const file = "panther/panther-cloudsec-iam.yml";
    const expected = [
      "arn:<AWS::Partition>:iam::<MasterAccountId>:root",
      "arn:<AWS::Partition>:iam::[|default MasterAccountId]:root",
    ];
    expect(principals(file, "AuditRole")).toEqual(expected);
    expect(principals(file, "CloudFormationStackSetExecutionRole")).toEqual(expected);
  });

  test("two optional accounts: four worlds", () => {
    const worlds = policies("panther/panther-deployment-role.yml").get("DeploymentRole");
    expect(worlds?.map(({ conditions }) => Object.values(Object.fromEntries(conditions)))).toEqual([
      [false, false],
      [false, true],
      [true, false],
      [true, true],
    ]);
  });

  test("a whole principal behind two conditions and a mapping by site: no account that is never selected", () => {
    const accounts = principals("datadog/main_organizations.yaml", "DatadogIntegrationRole").map(
      (arn) => /\d{12}/.exec(arn)?.[0],
    );
    expect(new Set(accounts)).toEqual(
      new Set([
        "464622532012",
        "417141415827",
        "412381753143",
        "392588925713",
        "065115117704",
        "382742775718",
        "486737091498",
        "117348461845",
      ]),
    );
  });

  test("rules that require an account with a custom endpoint: no placeholder account", () => {
    const all = principals("coralogix/cloud-accounts-manual.yaml", "CoralogixAwsMetricsRole").join();
    expect(all).not.toContain("000000000000");
    expect(all).toContain("<CustomAWSAccountId>");
  });

  test("a policy behind a substituted JSON text", () => {
    const [world] = policies("checkov/assume-from-account-PASSED.yml").get("ClusterAccessRole") ?? [];
    expect(JSON.stringify(world?.result)).toContain(
      "arn:aws:iam::<AWS::AccountId>:oidc-provider/oidc.eks.<AWS::Region>",
    );
  });
});
