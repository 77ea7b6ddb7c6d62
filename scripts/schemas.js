/**
 * `npm run schemas`: writes the schemas of the configurations to `docs/`, from the rules and the settings that the commands know,
 * and the tables of rules at the end of `docs/review.md`.
 */
const { readFileSync, writeFileSync } = require("node:fs");
const { join } = require("node:path");
const { build, run } = require("./setup.js");

const root = join(__dirname, "..");

build();
const { configSchemas } = require(join(root, "dist", "src", "cli", "config-schemas.js"));
const schemas = Object.entries(configSchemas());
for (const [name, schema] of schemas) writeFileSync(join(root, "docs", name), `${JSON.stringify(schema)}\n`);
const paths = schemas.map(([name]) => join("docs", name));
run(process.execPath, [join("node_modules", "@biomejs", "biome", "bin", "biome"), "format", "--write", ...paths]);

const { sections, sectionTitles } = require(join(root, "dist", "src", "review", "rule.js"));
const { rules } = require(join(root, "dist", "src", "review", "rules", "index.js"));

/** Stands in the guide above the tables, which are its end. */
const MARK = "<!-- rules -->\n";

/** The rules of a section as a table, in the order in which they run; empty where it has none. */
function tableOf(section) {
  const rows = rules
    .filter((rule) => rule.section === section)
    .map(({ code, level, what }) => `| \`${code}\` | ${level} | ${what} |\n`);
  if (rows.length === 0) return "";
  const head = "| rule | level | what it reports |\n|---|---|---|\n";
  return `\n### ${sectionTitles[section]} (\`${section}\`)\n\n${head}${rows.join("")}`;
}

const guide = join(root, "docs", "review.md");
const [above] = readFileSync(guide, "utf8").split(MARK);
writeFileSync(guide, `${above}${MARK}${sections.map(tableOf).join("")}`);
