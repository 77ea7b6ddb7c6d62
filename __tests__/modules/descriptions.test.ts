/** What the descriptions of inputs tell whoever reads nothing else. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { TypeConstraint } from "../../src/hcl/type";
import { chooseText, type LocalText } from "../../src/text/locale";
import { everyModule, GENERATED } from "./support/generated";
import { definitionOf, variablesOf } from "./support/module-inputs";

interface Described {
  readonly path: string;
  readonly description: string;
  readonly values: readonly (string | number)[];
}

/** Every closed set of values in a type, with the description that stands nearest. */
function closedSets(path: string, type: TypeConstraint, description: string): readonly Described[] {
  if ("values" in type && type.values !== undefined) return [{ path, description, values: type.values }];
  if ("element" in type) return closedSets(path, type.element, description);
  if (type.kind !== "object") return [];
  return Object.entries(type.attributes).flatMap(([name, attribute]) =>
    closedSets(`${path}.${name}`, attribute.type, chooseText(attribute.description ?? description, "en")),
  );
}

const sets = everyModule.flatMap((module) => {
  const variables = definitionOf(module).variables as Record<string, { options: { description?: LocalText } }>;
  return variablesOf(module).flatMap(({ name, type }) =>
    closedSets(`${module}.${name}`, type, chooseText(variables[name]?.options.description ?? "", "en")),
  );
});

test.each(sets)("$path names each of its values", ({ description, values }) => {
  for (const value of values) expect(description).toContain(`\`${value}\``);
});

test("there are closed sets in most modules", () => {
  expect(sets.length).toBeGreaterThan(8);
});

test.each([
  ["glue-trigger", "after", ["SUCCEEDED", "FAILED", "STOPPED", "TIMEOUT", "CANCELLED"]],
  ["glue-job", "bookmarks", ["enable", "disable", "pause"]],
  ["glue-job", "job_mode", ["SCRIPT", "NOTEBOOK", "VISUAL"]],
  ["glue-job", "execution_class", ["STANDARD", "FLEX"]],
  ["glue-job", "datalake_formats", ["iceberg", "hudi", "delta"]],
  ["glue-job", "source_control_details", ["GITHUB", "GITLAB", "PERSONAL_ACCESS_TOKEN", "AWS_SECRETS_MANAGER"]],
])("%s: %s names what AWS takes", (module, input, values) => {
  const text = readFileSync(join(GENERATED, "modules", module, "variables.tf"), "utf8");
  const [, block = ""] = new RegExp(`^variable "${input}" \\{\\n([\\s\\S]*?)^\\}$`, "m").exec(text) ?? [];
  for (const value of values) expect(block).toContain(`\`${value}\``);
});

test.each(everyModule)("%s points to no module that is not there", (module) => {
  const folder = join(GENERATED, "modules", module);
  const files = readdirSync(folder).filter((name) => /[.](md|tf)$/.test(name));
  const named = files.flatMap((name) => [
    ...readFileSync(join(folder, name), "utf8").matchAll(/`((?:glue|iam)-[a-z-]+)`/g),
  ]);
  const missing = named.map(([, name = ""]) => name).filter((name) => !everyModule.includes(name));
  expect(missing).toEqual([]);
});

test.each(["glue-role", "glue-role-policies", "glue-deployer", "glue-session-client", "glue-account"])(
  "%s says above its usage that a plan without credentials needs account_id",
  (module) => {
    const readme = readFileSync(join(GENERATED, "modules", module, "README.md"), "utf8");
    expect(readme.slice(0, readme.indexOf("## Usage"))).toContain("`account_id`");
  },
);

test("every module that reads the account says so", () => {
  const reading = everyModule.filter((module) =>
    readdirSync(join(GENERATED, "modules", module))
      .filter((file) => file.endsWith(".tf"))
      .some((file) =>
        readFileSync(join(GENERATED, "modules", module, file), "utf8").includes('data "aws_caller_identity"'),
      ),
  );
  expect(reading).toEqual([
    "glue-account",
    "glue-catalog-deployer",
    "glue-deployer",
    "glue-platform-deployer",
    "glue-role",
    "glue-role-policies",
    "glue-session-client",
    "glue-table-optimizer",
  ]);
});

test("the crawler's README says that its role needs the connections", () => {
  const readme = readFileSync(join(GENERATED, "modules/glue-crawler/README.md"), "utf8");
  expect(readme).toMatch(/name each connection in `connections` of `glue-role`/);
});

/** "`KEY` of `MODULE`" in the description of an output: where a caller will put it. */
const destinations = everyModule.flatMap((module) =>
  [...readFileSync(join(GENERATED, "modules", module, "outputs.tf"), "utf8").matchAll(/description = (.+)/g)].flatMap(
    ([, description = ""]) =>
      [...description.matchAll(/`([a-z0-9_]+)` of `((?:glue|iam|data)-[a-z-]+)`/g)].map(
        ([, input = "", other = ""]) => ({
          module,
          input,
          other,
        }),
      ),
  ),
);

test("descriptions of outputs name the inputs that take them", () => expect(destinations.length).toBeGreaterThan(8));

test.each(destinations)("$module: $other has the input $input that an output is for", ({ input, other }) => {
  expect(variablesOf(other).map(({ name }) => name)).toContain(input);
});
