/** The data of each service is what the package says: an identifier that is renamed in the code must not be renamed in it. */
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { DATA_PACKAGE, type PackageFiles, serviceOfPackage } from "../../../src/iam/data/package-data";
import { lintText } from "../../../src/iam/lint";

const data = join(__dirname, "..", "..", "..", "src", "iam", "data");

/** The folder of the package: `exports` hides its files. */
function packageFolder(): string {
  let folder = dirname(require.resolve(DATA_PACKAGE));
  while (!existsSync(join(folder, "data", "services.json"))) folder = dirname(folder);
  return join(folder, "data");
}

const source = packageFolder();
const read = (...path: readonly string[]) => JSON.parse(readFileSync(join(...path), "utf8"));
const services: readonly string[] = read(source, "services.json");

test("there is a file for each service of the package", () => {
  expect(read(data, "services.json").services.split(" ")).toEqual([...services].sort());
});

test("the file of a service says what the package says", () => {
  const different = services.filter((service) => {
    const files = Object.fromEntries(
      ["actions", "resourceTypes", "conditionKeys"].map((name) => [name, read(source, name, `${service}.json`)]),
    );
    const made = serviceOfPackage(service, files as unknown as PackageFiles);
    return JSON.stringify(made) !== JSON.stringify(read(data, "services", `${service}.json`));
  });
  // `npm run data:update` writes them.
  expect(different).toEqual([]);
});

test.each([
  ["compute-optimizer:DeleteRecommendationPreferences", "compute-optimizer:ResourceType"],
  ["servicecatalog:AssociateResource", "servicecatalog:ResourceType"],
  ["rbin:CreateRule", "rbin:Request/ResourceType"],
])("%s has the key %s", (action, key) => {
  const statement = { Effect: "Allow", Action: action, Resource: "*", Condition: { StringEquals: { [key]: "x" } } };
  const findings = lintText(JSON.stringify({ Version: "2012-10-17", Statement: [statement] }));
  expect(findings.map(({ rule }) => rule)).not.toContain("unknown-condition-key");
});
