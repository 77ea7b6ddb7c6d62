/**
 * `npm run data:blocks SOURCE...`: takes the blocks of providers into the tables in `src/eject/data`, and says what changed.
 * A source is the output of `terraform providers schema -json`, or the unpacked folder of a provider package of cdktf or
 * cdktn. It takes the place of what the tables have of the same provider and major version; the rest of them stays. A schema
 * and a package of the same major version, given together, become one table.
 *
 * The form of the tables is described in `src/eject/table-body.ts` and `src/eject/shipped-shapes.ts`.
 */
const { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } = require("node:fs");
const { basename, dirname, join } = require("node:path");
const { brotliCompressSync, brotliDecompressSync, constants } = require("node:zlib");
const { completeBodies, joinSources } = require("./block-tables/join-bodies.js");
const { packageSource } = require("./block-tables/package-source.js");
const { bodiesOfSchema } = require("./block-tables/schema-bodies.js");
const { compareTexts } = require("./data-text.js");
const { build } = require("./setup.js");
const { bodiesOfTable, tableOf } = require("./block-tables/table-text.js");

build();
const { ShippedTable } = require("../dist/src/eject/shipped-table.js");

const target = join(__dirname, "..", "src", "eject", "data");
const index = join(target, "block-tables.json");

const NOTICE =
  "Names of blocks from the schemas of the Terraform providers that are listed in `tables`, and from the packages of CDK for Terraform that were generated from such schemas; all of them are under the Mozilla Public License 2.0: https://www.mozilla.org/MPL/2.0/";

/** Providers that have most of their types in common share a file. A provider with a few types stands with others like it. */
const FILES = {
  "hashicorp/aws": "aws",
  "hashicorp/azurerm": "azurerm",
  "hashicorp/google": "google",
  "hashicorp/google-beta": "google",
  "hashicorp/kubernetes": "kubernetes",
  "datadog/datadog": "datadog",
  "cloudflare/cloudflare": "cloudflare",
  "gitlabhq/gitlab": "gitlab",
  "hashicorp/vault": "vault",
};
const OTHERS = "others";

/** Which tables of a file have a type is read from the bits of a number. */
const MOST_IN_FILE = 31;

const fileOf = (provider) => FILES[provider] ?? OTHERS;
const majorOf = (version) => Number.parseInt(version, 10);

const isSameMajor = (one, other) => one.provider === other.provider && majorOf(one.version) === majorOf(other.version);

const byProvider = (a, b) => compareTexts(a.provider, b.provider) || majorOf(a.version) - majorOf(b.version);

/** `hashicorp/aws`, from the address with the host. */
const shortName = (address) => address.split("/").slice(-2).join("/").toLowerCase();

/** The versions stand in the lock file beside a schema, or in its folder's own name. */
function schemaSources(path) {
  const { provider_schemas: schemas } = JSON.parse(readFileSync(path, "utf8"));
  const lock = readFileSync(join(dirname(path), ".terraform.lock.hcl"), "utf8");
  return Object.entries(schemas).map(([address, provider]) => {
    const start = lock.indexOf(`provider "${address}"`);
    const version = /version\s*=\s*"([^"]+)"/.exec(lock.slice(start))?.[1];
    if (start === -1 || version === undefined) throw new Error(`${path}: the lock file beside it has no ${address}`);
    return { provider: shortName(address), version, from: "schema", types: bodiesOfSchema(provider) };
  });
}

function sourcesAt(path) {
  return statSync(path).isDirectory() ? [packageSource(path)] : schemaSources(path);
}

/** What the tables hold now. */
function readTables() {
  if (!existsSync(index)) return [];
  const { tables } = JSON.parse(readFileSync(index, "utf8"));
  const contents = new Map();
  return tables.map(({ provider, version, from, file, bit }) => {
    if (!contents.has(file)) {
      const { data } = JSON.parse(readFileSync(join(target, `${file}.json`), "utf8"));
      contents.set(file, new ShippedTable(brotliDecompressSync(Buffer.from(data, "base64")).toString("utf8")));
    }
    return { provider, version, from, types: bodiesOfTable(contents.get(file), bit) };
  });
}

function writeTables(all) {
  const files = [...new Set(all.map(({ provider }) => fileOf(provider)))];
  const entries = new Map();
  mkdirSync(target, { recursive: true });
  for (const file of files) {
    const within = all.filter(({ provider }) => fileOf(provider) === file);
    if (within.length > MOST_IN_FILE) throw new Error(`${file} has too many tables: give some of them a file in FILES`);
    const text = JSON.stringify(tableOf(within.map(({ types }) => types)));
    const data = compressed(text).toString("base64");
    writeFileSync(join(target, `${file}.json`), `${JSON.stringify({ data })}\n`);
    for (const [bit, one] of within.entries()) entries.set(one, { file, bit });
  }
  for (const name of readdirSync(target))
    if (name !== basename(index) && !files.includes(basename(name, ".json"))) rmSync(join(target, name));
  const rows = all.map((one) => {
    const { provider, version, from } = one;
    return JSON.stringify({ provider, version, from, ...entries.get(one) });
  });
  const head = `"license":"MPL-2.0",\n"notice":${JSON.stringify(NOTICE)},\n`;
  writeFileSync(index, `{\n${head}"tables":[\n${rows.join(",\n")}\n]}\n`);
}

function compressed(text) {
  const { BROTLI_PARAM_LGWIN, BROTLI_PARAM_MODE, BROTLI_PARAM_QUALITY, BROTLI_PARAM_SIZE_HINT } = constants;
  const bytes = Buffer.from(text);
  return brotliCompressSync(bytes, {
    params: {
      [BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
      [BROTLI_PARAM_LGWIN]: constants.BROTLI_MAX_WINDOW_BITS,
      [BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
      [BROTLI_PARAM_SIZE_HINT]: bytes.length,
    },
  });
}

function report(before, after) {
  const { provider, version, from, types } = after;
  const undecided = new Set();
  const visit = (key, body, path, seen) => {
    for (const [name, one] of body) {
      const at = path === "" ? name : `${path}.${name}`;
      if (one.mark === "~") undecided.add(`${key}: ${at}`);
      if (!seen.has(one.body)) visit(key, one.body, at, new Set([...seen, one.body]));
    }
  };
  for (const [key, body] of types) visit(key, body, "", new Set([body]));
  process.stdout.write(`${provider} ${version} (${from}): ${types.size} types, not known: ${undecided.size}\n`);
  for (const one of undecided) process.stdout.write(`  not known: ${one}\n`);
  if (before === undefined) return;
  for (const key of new Set([...before.types.keys(), ...types.keys()])) {
    const [old, now] = [before, after].map((one) => (one.types.has(key) ? textAlone(one.types.get(key)) : "none"));
    if (old !== now) process.stdout.write(`  changed: ${key}: ${old} -> ${now}\n`);
  }
}

/** The text of one type by itself, to compare. */
function textAlone(body) {
  const { texts, shared } = tableOf([new Map([["resource type", body]])]);
  return [texts, ...shared.map((text, number) => `@${number}=${text}`)].join("; ");
}

const given = process.argv.slice(2);
if (given.length === 0) {
  process.stderr.write("usage: npm run data:blocks SCHEMA.json|PACKAGE_FOLDER...\n");
  process.exit(2);
}
const before = readTables();
const sources = given.flatMap(sourcesAt);
const groups = new Map(sources.map(({ provider, version }) => [`${provider} ${majorOf(version)}`, []]));
for (const source of sources) groups.get(`${source.provider} ${majorOf(source.version)}`).push(source);
const joined = [...groups.values()].map(joinSources);
const kept = before.filter((one) => !joined.some((other) => isSameMajor(one, other)));
const all = [...kept, ...joined].sort(byProvider);
completeBodies(all);
for (const source of all)
  if (!before.includes(source))
    report(
      before.find((one) => isSameMajor(one, source)),
      source,
    );
writeTables(all);
