/**
 * `node scripts/managed-policies.js FOLDER...`: takes a new snapshot of AWS managed policies into
 * `src/iam/data/managed-policies.json` and says what changed, and the names below a path into
 * `modules/aws-managed-policies.ts`. A folder is a clone, with or without a work tree, of
 * iann0036/iam-dataset or of zoph-io/MAMIP; of several, the newest version of a policy counts. AWS publishes the
 * policies, the repositories only collect them.
 *
 * The form of the file is described in `src/iam/managed/managed-policy.ts`.
 */
const { execFileSync } = require("node:child_process");
const { existsSync, readFileSync, writeFileSync } = require("node:fs");
const { join } = require("node:path");

/** Taken besides those that name an action of Glue or DataBrew: what people attach and what gives a lot. */
const BROAD = [
  "AdministratorAccess",
  "PowerUserAccess",
  "IAMFullAccess",
  "AmazonS3FullAccess",
  "AWSKeyManagementServicePowerUser",
  "ReadOnlyAccess",
];

const target = join(__dirname, "..", "src", "iam", "data", "managed-policies.json");
const compare = (a, b) => (a < b ? -1 : a > b ? 1 : 0);
const list = (value) => (value === undefined ? [] : Array.isArray(value) ? value : [value]);

/** The layouts of the two repositories: where the policies are, and what a file says. */
const LAYOUTS = [
  {
    repository: "iann0036/iam-dataset",
    folder: "aws/managedpolicies/",
    read: (file, json) => ({
      name: file.replace(/\.json$/, ""),
      arn: json.arn,
      version: json.version,
      date: (json.updatedate ?? json.createdate)?.slice(0, 10),
      document: json.document,
    }),
  },
  {
    repository: "zoph-io/MAMIP",
    folder: "policies/",
    read: (file, { PolicyVersion }) => ({
      name: file,
      version: PolicyVersion.VersionId,
      date: PolicyVersion.CreateDate.slice(0, 10),
      document: PolicyVersion.Document,
    }),
  },
];

function git(folder, ...args) {
  const options = { encoding: "utf8", maxBuffer: 1 << 30, stdio: ["ignore", "pipe", "ignore"] };
  return execFileSync("git", ["-C", folder, ...args], options);
}

/** All policies of a clone that it holds the text of. */
function readClone(folder) {
  for (const layout of LAYOUTS) {
    const lines = git(folder, "ls-tree", "HEAD", layout.folder).split("\n").filter(Boolean);
    if (lines.length === 0) continue;
    const source = `${layout.repository}@${git(folder, "log", "-1", "--format=%h %cs").trim()}`;
    const missing = [];
    const policies = lines.flatMap((line) => {
      const [, , hash, path] = line.split(/\s+/);
      const file = path.slice(layout.folder.length);
      const text = textOf(folder, hash);
      if (text === undefined) missing.push(file);
      const policy = text === undefined ? undefined : layout.read(file, JSON.parse(text));
      return isWhole(policy) ? [{ ...policy, source }] : [];
    });
    console.log(`${source}: ${policies.length} policies`);
    if (missing.length > 0) console.log(`  without text here: ${missing.join(", ")}`);
    return policies;
  }
  throw new Error(`${folder} is no clone of ${LAYOUTS.map(({ repository }) => repository).join(" or ")}`);
}

/** The data set has a few rows of policies that AWS has withdrawn, without version or text. */
function isWhole(policy) {
  return policy?.version !== undefined && policy.version !== null && policy.date !== undefined && policy.document;
}

function textOf(folder, hash) {
  try {
    return git(folder, "cat-file", "blob", hash) || undefined;
  } catch {
    return undefined;
  }
}

/** A policy that a person can attach, and that is about Glue or broad. Those of service-linked roles belong to AWS. */
function isWanted({ name, arn, document }) {
  if (arn?.includes(":policy/aws-service-role/")) return false;
  if (BROAD.includes(name) || /glue|databrew/i.test(name)) return true;
  const actions = list(document.Statement).flatMap((one) => [...list(one.Action), ...list(one.NotAction)]);
  return actions.some((action) => /^(glue|databrew):/i.test(action));
}

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

const number = (version) => Number(version.slice(1));

const newest = new Map();
for (const policy of process.argv.slice(2).flatMap(readClone)) {
  const present = newest.get(policy.name);
  if (present === undefined || number(policy.version) > number(present.version)) newest.set(policy.name, policy);
}
const linked = new Set(
  [...newest.values()].filter(({ arn }) => arn?.includes("/aws-service-role/")).map((p) => p.name),
);
const chosen = [...newest.values()]
  .filter((p) => isWanted(p) && !linked.has(p.name))
  .sort((a, b) => compare(a.name, b.name));
for (const name of BROAD) if (!newest.has(name)) throw new Error(`no folder has the text of ${name}`);

const before = existsSync(target) ? JSON.parse(readFileSync(target, "utf8")).policies : {};
const rows = chosen.map(({ name, arn, version, date, source, document }) => {
  const row = { ...(arn === undefined ? {} : { arn }), version, date, source, document: shortDocument(document) };
  return `  ${JSON.stringify(name)}: ${JSON.stringify(row)}`;
});
writeFileSync(target, `{\n "policies": {\n${rows.join(",\n")}\n }\n}\n`);

const after = JSON.parse(readFileSync(target, "utf8")).policies;
for (const name of [...new Set([...Object.keys(before), ...Object.keys(after)])].sort(compare)) {
  const [old, now] = [before[name], after[name]];
  if (old === undefined) console.log(`+ ${name} ${now.version}`);
  else if (now === undefined) console.log(`- ${name}`);
  else if (JSON.stringify(old) !== JSON.stringify(now)) console.log(`~ ${name} ${old.version} -> ${now.version}`);
}
console.log(`${chosen.length} policies in the table`);

// Paths stand in the ARNs, which one of the two repositories has; a person cannot attach those of the other paths.
const below = { "job-function/": [], "service-role/": [] };
for (const { name, arn } of [...newest.values()].sort((a, b) => compare(a.name, b.name)))
  below[arn?.replace(/^.*:policy\//, "").slice(0, -name.length)]?.push(name);
const paths = join(__dirname, "..", "modules", "aws-managed-policies.ts");
const lines = Object.entries(below).map(([path, names]) => `  "${path}": namesOf(\`\n${wrap(names)}\`),`);
const [withPath] = [...newest.values()].filter(({ arn }) => arn !== undefined);
const text = readFileSync(paths, "utf8")
  .replace(/(Source: )[^,]+/, `$1${withPath.source}`)
  .replace(/(= \{\n)[\s\S]*?(\n\};)/, `$1${lines.join("\n")}$2`);
writeFileSync(paths, text);

/** Lines of at most 115 characters. */
function wrap(names) {
  const rows = [[]];
  for (const name of names) {
    if ([...rows.at(-1), name].join(" ").length > 112) rows.push([]);
    rows.at(-1).push(name);
  }
  return rows.map((row) => `  ${row.join(" ")}`).join("\n");
}
