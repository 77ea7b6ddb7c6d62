/** The shipped schemas of the configurations, and their readers: what one takes, the other takes. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { configSchemas } from "../../src/cli/config-schemas";
import { readLintConfig } from "../../src/cli/lint/lint-config";
import type { Json } from "../../src/json/json-value";
import { parseConfig } from "../../src/review/config";
import { levels } from "../../src/review/rule";
import { checkSchema } from "../review/report/json-schema";
import { Project, ROOT } from "./support/project";

const schemas = configSchemas();
const accepts = (read: () => unknown) => {
  try {
    read();
    return true;
  } catch {
    return false;
  }
};

test.each(Object.keys(schemas))("docs/%s is what `npm run schemas` writes", (name) => {
  expect(JSON.parse(readFileSync(join(ROOT, "docs", name), "utf8"))).toEqual(schemas[name]);
});

const made = new Project({}, { packages: false });
const suppression = { rule: "full-admin", reason: "a test" };

test.each<[Json, boolean]>([
  [{}, true],
  [{ $schema: "./node_modules/tfwright/docs/lint-config.schema.json" }, true],
  [{ rules: {} }, true],
  [{ rules: { "full-admin": "info", "not-json": "error" } }, true],
  [{ rules: { "full-admin": { severity: "warning" } } }, true],
  [{ rules: { "full-admin": { severity: "warning", reason: "" } } }, true],
  [{ rules: { "full-admin": { severity: "off", reason: "x" } } }, true],
  [{ rules: { "full-admin": { severity: "off", reason: " " } } }, false],
  [{ rules: { "full-admin": { severity: "off" } } }, false],
  [{ rules: { "full-admin": "off" } }, false],
  [{ rules: { "full-admin": "bad" } }, false],
  [{ rules: { "full-admin": 1 } }, false],
  [{ rules: { "full-admin": { severity: "info", until: "x" } } }, false],
  [{ rules: { "full-admn": "info" } }, false],
  [{ rules: [] }, false],
  [{ suppressions: [] }, true],
  [{ suppressions: [suppression] }, true],
  [{ suppressions: [{ ...suppression, statement: "A", file: "b", until: "2026-12-31" }] }, true],
  [{ suppressions: [{ ...suppression, until: "31.12.2026" }] }, false],
  [{ suppressions: [{ ...suppression, reason: "" }] }, false],
  [{ suppressions: [{ ...suppression, rule: "x" }] }, false],
  [{ suppressions: [{ ...suppression, statement: 1 }] }, false],
  [{ suppressions: [{ ...suppression, address: "x" }] }, true],
  [{ suppressions: [{ rule: "full-admin" }] }, false],
  [{ suppressions: {} }, false],
  [{ readsOnly: ["a"], actions: [], account: "1", baseline: "b", data: "d", failOn: ["error", "info"] }, true],
  [{ readsOnly: "a" }, false],
  [{ actions: [1] }, false],
  [{ account: 1 }, false],
  [{ baseline: null }, false],
  [{ data: [] }, false],
  [{ failOn: ["errors"] }, false],
  [{ failOn: "error" }, false],
  [{ readOnly: [] }, false],
  [[], false],
])("tfwright.lint.json: %j is taken by both: %s", (config, want) => {
  made.write({ "tfwright.lint.json": JSON.stringify(config) });
  const path = join(made.folder, "tfwright.lint.json");
  const fitsSchema = checkSchema(config, schemas["lint-config.schema.json"] as Json).length === 0;
  expect([accepts(() => readLintConfig(path)), fitsSchema]).toEqual([want, want]);
});

test("every setting of tfwright.lint.json is in the schema", () => {
  const { properties } = schemas["lint-config.schema.json"] as { properties: object };
  for (const name of Object.keys(properties)) {
    made.write({ "tfwright.lint.json": JSON.stringify({ [name]: 5 }) });
    const read = () => readLintConfig(join(made.folder, "tfwright.lint.json"));
    if (name === "$schema") expect(read).not.toThrow();
    else expect(read).toThrow(/expected/);
  }
});

const planSuppression = { rule: "column-dropped", reason: "a test" };

test.each<[Json, boolean]>([
  [{}, true],
  [{ $schema: "x", rules: {}, suppressions: [], failOn: [] }, true],
  [{ failOn: ["data-loss", "permissions-gained"] }, true],
  [{ failOn: ["data"] }, false],
  [{ rules: { "column-dropped": { level: "off", reason: "x" } } }, true],
  [{ rules: { "column-dropped": { level: "off" } } }, false],
  [{ rules: { "column-dropped": "off" } }, false],
  [{ rules: { "column-dropped": { severity: "info" } } }, false],
  [{ suppressions: [{ ...planSuppression, address: "a" }] }, true],
  [{ suppressions: [{ ...planSuppression, statement: "a" }] }, false],
  [{ suppressions: [{ ...planSuppression, reason: " " }] }, false],
  [{ readsOnly: [] }, false],
  [5, false],
])("tfwright.review.json: %j is taken by both: %s", (config, want) => {
  const fitsSchema = checkSchema(config, schemas["review-config.schema.json"] as Json).length === 0;
  expect([accepts(() => parseConfig(JSON.stringify(config), "x.json")), fitsSchema]).toEqual([want, want]);
});

test("tfwright.review.json: each level of each rule, with and without a reason", () => {
  const schema = schemas["review-config.schema.json"] as Json;
  const { rules } = (schema as { properties: { rules: { properties: object } } }).properties;
  const given = [...levels, "off", "none"];
  for (const code of Object.keys(rules.properties)) {
    for (const setting of given.flatMap((level): Json[] => [level, { level }, { level, reason: "x" }])) {
      const config = { rules: { [code]: setting } };
      const taken = accepts(() => parseConfig(JSON.stringify(config), "x.json"));
      expect([config, checkSchema(config, schema).length === 0]).toEqual([config, taken]);
    }
  }
});
