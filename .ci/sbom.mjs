// Writes what dist/ is made of, as a CycloneDX bill of materials, to standard output: node .ci/sbom.mjs > sbom.cdx.json.

import { readFileSync } from "node:fs";

const read = (path) => readFileSync(new URL(`../${path}`, import.meta.url), "utf8");
const { name, version, license } = JSON.parse(read("package.json"));
const { packages } = JSON.parse(read("package-lock.json"));

/** `npm` package URL; a scope's @ is percent-encoded. https://github.com/package-url/purl-spec */
const purl = (library, release) => `pkg:npm/${library.replace(/^@/, "%40")}@${release}`;

const component = (library, release, licence, type = "library") => ({
  type,
  "bom-ref": purl(library, release),
  name: library,
  version: release,
  licenses: [{ license: { id: licence } }],
  purl: purl(library, release),
});

/** SHA-512 of the package, as the lock file has it. */
const hashOf = (integrity) => ({
  alg: "SHA-512",
  content: Buffer.from(integrity.replace("sha512-", ""), "base64").toString("hex"),
});

/** The bundler lists every library that it took code of. */
const bundled = read("dist/LICENSES.txt")
  .split(`\n${"-".repeat(80)}\n\n`)
  .map((licence) => {
    const [library, release] = licence.split("\n", 1)[0].split(" ");
    return { library, release };
  });

const components = bundled.map(({ library, release }) => {
  const locked = packages[`node_modules/${library}`];
  if (locked?.version !== release)
    throw new Error(`${library} ${release} is not what package-lock.json has: bundle again`);
  return { ...component(library, release, locked.license), hashes: [hashOf(locked.integrity)] };
});
const product = component(name, version, license, "application");

const bom = {
  bomFormat: "CycloneDX",
  specVersion: "1.6",
  version: 1,
  metadata: { component: product },
  components,
  dependencies: [{ ref: product["bom-ref"], dependsOn: components.map((each) => each["bom-ref"]) }],
};
process.stdout.write(`${JSON.stringify(bom, null, 2)}\n`);
