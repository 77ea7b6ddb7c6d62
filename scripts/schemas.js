/** `npm run schemas`: writes the schemas of the configurations to `docs/`, from the rules and the settings that the commands know. */
const { writeFileSync } = require("node:fs");
const { join } = require("node:path");
const { build, run } = require("./setup.js");

const root = join(__dirname, "..");

build();
const { configSchemas } = require(join(root, "dist", "src", "cli", "config-schemas.js"));
const schemas = Object.entries(configSchemas());
for (const [name, schema] of schemas) writeFileSync(join(root, "docs", name), `${JSON.stringify(schema)}\n`);
const paths = schemas.map(([name]) => join("docs", name));
run(process.execPath, [join("node_modules", "@biomejs", "biome", "bin", "biome"), "format", "--write", ...paths]);
