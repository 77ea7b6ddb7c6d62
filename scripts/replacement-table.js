/**
 * `npm run data:replacement FOLDER`: takes a new snapshot of the arguments of hashicorp/aws that force replacement into
 * `src/provider-types/data`, from the source of the provider in FOLDER, and says what changed. The program in
 * `replacement-table` reads the source; Go must be on PATH.
 *
 * The form of the file is described in `src/provider-types/replacement-table.ts`.
 */
const { spawnSync } = require("node:child_process");
const { existsSync, mkdirSync, readFileSync, writeFileSync } = require("node:fs");
const { dirname, join, resolve } = require("node:path");

const program = join(__dirname, "replacement-table");
const usual = join(__dirname, "..", "src", "provider-types", "data", "aws-replacement.json");

const NOTICE =
  "Facts from the source code of the Terraform AWS Provider, Copyright IBM Corp. 2014, 2026, Mozilla Public License 2.0: https://github.com/hashicorp/terraform-provider-aws";

/** What the provider itself decides for each type that has the argument: `region` was added to all of them. */
const OF_ALL_TYPES = "~region";

function stop(message) {
  process.stderr.write(`${message}\n`);
  process.exit(2);
}

/** What the program tells of each type, sorted. */
function readTypes(folder) {
  const { error, status, stdout, stderr } = spawnSync("go", ["run", ".", folder], {
    cwd: program,
    encoding: "utf8",
    maxBuffer: 2 ** 28,
  });
  if (error !== undefined) stop(`go must be on PATH: ${error.message}`);
  if (status !== 0) stop(stderr.trim());
  const types = Object.entries(JSON.parse(stdout)).map(([type, one]) => [type, { ...one, may: unclearIn(one) }]);
  return types.sort(([a], [b]) => (a < b ? -1 : 1));
}

/** What forces replacement in each case needs no condition besides. */
function unclearIn({ forces, may = {} }) {
  return Object.fromEntries(Object.entries(may).filter(([path]) => forces[path] === undefined));
}

/** `## 6.34.0 (February 25, 2026)` in the list of changes. */
function readRelease(folder) {
  const version = readFileSync(join(folder, "version", "VERSION"), "utf8").trim();
  const changes = readFileSync(join(folder, "CHANGELOG.md"), "utf8").split("\n");
  const heading = changes.find((line) => line.startsWith(`## ${version} (`));
  if (heading === undefined) stop(`CHANGELOG.md has no date of ${version}`);
  const day = new Date(`${heading.slice(heading.indexOf("(") + 1, heading.indexOf(")"))} UTC`);
  return { version, date: day.toISOString().slice(0, 10) };
}

/** A type as text: its paths, those with the same beginning together. */
function typeText({ paths, forces, whole = [], may, partial }) {
  const isBelow = (path, others) => others.some((other) => path.startsWith(`${other}.`));
  const isWhole = (path) => {
    const below = [...paths, ...Object.keys(may)].filter((one) => one.startsWith(`${path}.`));
    return whole.includes(path) || (below.length > 0 && below.every((one) => forces[one] !== undefined));
  };
  const complete = Object.keys(forces).filter(isWhole);
  const unclear = Object.keys(may);
  const top = new Map();
  for (const path of Object.keys(forces))
    if (!isBelow(path, complete)) nodeAt(top, path).mark = complete.includes(path) ? "*" : "+";
  for (const path of unclear) if (!isBelow(path, [...complete, ...unclear])) nodeAt(top, path).mark = "~";
  return `${partial === undefined ? "" : "?"}${nodesText(top)}`;
}

function nodeAt(top, path) {
  let node = { within: top };
  for (const name of path.split(".")) {
    if (!node.within.has(name)) node.within.set(name, { mark: "", within: new Map() });
    node = node.within.get(name);
  }
  return node;
}

function nodesText(nodes) {
  const sorted = [...nodes].sort(([a], [b]) => (a < b ? -1 : 1));
  return sorted.map(([name, node]) => nodeText(name, node)).join(" ");
}

/** The mark `+` is needed only where something follows: a name alone forces replacement. */
function nodeText(name, { mark, within }) {
  if (mark === "~") return `~${name}`;
  if (within.size === 0) return mark === "*" ? `${name}*` : name;
  return `${name}${mark}(${nodesText(within)})`;
}

/** One line per type, in groups by the first word after `aws_`. */
function groupsText(rows) {
  const groups = new Map();
  for (const [type, text] of rows) {
    const [, word, rest] = /^aws_([^_]*)_?(.*)$/.exec(type);
    groups.set(word, [...(groups.get(word) ?? []), `${JSON.stringify(rest)}:${JSON.stringify(text)}`]);
  }
  return [...groups].map(([word, lines]) => `${JSON.stringify(word)}:{\n${lines.join(",\n")}\n}`).join(",\n");
}

/** The same read again: type -> text. */
function rowsOf(groups) {
  return Object.fromEntries(
    Object.entries(groups).flatMap(([word, group]) =>
      Object.entries(group).map(([rest, text]) => [`aws_${word}${rest === "" ? "" : `_${rest}`}`, text]),
    ),
  );
}

function report(types, before, after) {
  const resolved = types.filter(([, { unresolved }]) => unresolved === undefined);
  const count = (member) => resolved.reduce((sum, [, one]) => sum + Object.keys(one[member]).length, 0);
  process.stdout.write(
    `${resolved.length} of ${types.length} types; ${count("forces")} arguments force replacement, of ${count("may")} it is not known\n`,
  );
  for (const [type, { unresolved, partial, may }] of types) {
    if (unresolved !== undefined) process.stdout.write(`  left out: ${type}: ${unresolved}\n`);
    if (partial !== undefined) process.stdout.write(`  not all known: ${type}: ${partial}\n`);
    for (const [path, why] of Object.entries(may)) process.stdout.write(`  not known: ${type}: ${path}: ${why}\n`);
  }
  for (const type of new Set([...Object.keys(before), ...Object.keys(after)]))
    if (before[type] !== after[type])
      process.stdout.write(`  changed: ${type}: ${before[type] ?? "none"} -> ${after[type] ?? "none"}\n`);
}

const [given, target = usual] = process.argv.slice(2);
if (given === undefined) stop("usage: npm run data:replacement FOLDER, the source of hashicorp/aws");
const folder = resolve(given);
const types = readTypes(folder);
const known = types.filter(([, { unresolved }]) => unresolved === undefined);
const rows = known.map(([type, one]) => [type, typeText(one)]);
const before = existsSync(target) ? rowsOf(JSON.parse(readFileSync(target, "utf8")).types) : {};
const start = {
  provider: "hashicorp/aws",
  ...readRelease(folder),
  license: "MPL-2.0",
  notice: NOTICE,
  all: OF_ALL_TYPES,
};
const head = Object.entries(start).map(([name, value]) => `${JSON.stringify(name)}:${JSON.stringify(value)},\n`);
mkdirSync(dirname(target), { recursive: true });
writeFileSync(target, `{\n${head.join("")}"types":{\n${groupsText(rows)}\n}}\n`);
report(types, before, Object.fromEntries(rows));
