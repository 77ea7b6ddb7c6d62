/** `npm run schemas`: writes the schemas of the configurations to `docs/`, from the rules and the settings that the commands know. */
const { writeFileSync } = require("node:fs");
const { join } = require("node:path");
const { build } = require("./setup.js");

const root = join(__dirname, "..");

build();
const { configSchemas } = require(join(root, "dist", "src", "cli", "config-schemas.js"));
for (const [name, schema] of Object.entries(configSchemas())) {
  writeFileSync(join(root, "docs", name), `${JSON.stringify(schema, null, 2)}\n`);
}
