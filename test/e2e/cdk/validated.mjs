// Synthesises an app with the plugin: validated.mjs LIBRARY new|beta [--acknowledge|--metadata] [OPTION ...]. The plugin is that of the working directory's project.

import { createRequire } from "node:module";

const [library, way, ...rest] = process.argv.slice(2);
const options = rest.filter((each) => !["--acknowledge", "--metadata"].includes(each));
const require = createRequire(import.meta.url);
const { App, NestedStack, Stack, Stage, Validations } = require(library);
const { AccountPrincipal, Role } = require(`${library}/aws-iam`);
const { pluginWith, unconfused } = createRequire(`${process.cwd()}/`)("unconfused/cdk");

const plugin = options.length > 0 ? pluginWith(...options) : unconfused;
const app = new App({ outdir: "cdk.out", ...(way === "beta" && { policyValidationBeta1: [plugin] }) });
if (way === "new") Validations.of(app).addPlugins(plugin);

const assumedBy = new AccountPrincipal("444455556666");
for (const name of ["First", "Second"]) {
  const stack = new Stack(app, name);
  new Role(stack, "Closed", { assumedBy, externalIds: ["8f14e45f-ceea-467f-a0e6-5d1f6b1a2c3d"] });
  const open = new Role(stack, "Open", { assumedBy });
  if (rest.includes("--acknowledge") && name === "First") {
    Validations.of(open).acknowledge({ id: "unconfused::external-id-required", reason: "retired" });
  }
  if (rest.includes("--metadata") && name === "First") {
    open.node.addMetadata("unconfused", { ignore: [{ rule: "external-id-required", reason: "retired" }] });
  }
}
new Role(new NestedStack(new Stack(app, "Outer"), "Inner"), "Deep", { assumedBy });
new Role(new Stack(new Stage(app, "Production"), "Own"), "Staged", { assumedBy });
app.synth();
