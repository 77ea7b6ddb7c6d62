/**
 * Which test files there are, what each needs, and which reach cdktf. All of it is read from the imports, as jest's own
 * transform leaves them (`import type` is gone), so that a new or moved file needs no entry in a list.
 *
 * - `terraform`: the file reaches one of the two that look for Terraform, OpenTofu or terraform-docs.
 * - `commands`: the file starts other processes: it, or a file of `__tests__` that it imports, loads `child_process`.
 * - `unit`: all others. jest takes `child_process` away from them (`__tests__/support/no-processes.ts`).
 */
const { existsSync, readdirSync, readFileSync, statSync } = require("node:fs");
const { dirname, join, relative, sep } = require("node:path");
const { transformSync } = require("@swc/core");

const root = join(__dirname, "..");

/** The names by which the package imports itself. */
const aliases = {
  tfwright: "src/index.ts",
  "tfwright/glue": "modules/index.ts",
  "tfwright/iam": "src/entries/iam.ts",
  "tfwright/internal": "src/entries/internal.ts",
};

/** How jest compiles. */
const swcOptions = {
  jsc: { parser: { syntax: "typescript" }, target: "es2022" },
  module: { type: "commonjs" },
};

const CDK = "src/cdk.ts";
/** Definitions give the same text on cdktf and cdktn, which `golden.test.ts` holds: a test that only reads it runs once. */
const DEFINITIONS = "modules/index.ts";
/** Who imports this asks which runtime it runs on. */
const RUNTIME = "__tests__/runtime.ts";
const FINDERS = ["__tests__/support/find-program.ts", "__tests__/modules/support/find-terraform.ts"];
const NODE = /\bprocess\.execPath\b|"(?:bash|sh)"/;
const CHILD_PROCESS = ["child_process", "node:child_process"];

/** A path as it stands in the imports: from the root, with slashes. */
const fromRoot = (path) => relative(root, path).split(sep).join("/");

const texts = new Map();

/** A file as jest runs it: without types and what is imported only for them. */
function compile(file) {
  if (!texts.has(file)) {
    const { code } = transformSync(readFileSync(join(root, file), "utf8"), { ...swcOptions, filename: file });
    texts.set(file, code);
  }
  return texts.get(file);
}

const imports = new Map();

/** The files that a file loads, as paths from the root, and the packages by name. */
function importsOf(file) {
  if (!imports.has(file)) {
    const names = [...compile(file).matchAll(/\brequire\("([^"\n]+)"\)/g)].map((match) => match[1]);
    imports.set(
      file,
      [...new Set(names)].map((name) => resolveImport(file, name)),
    );
  }
  return imports.get(file);
}

/** The files whose types a file names: a command gets the engine handed in, and only its types tell so. */
function typesOf(file) {
  const names = readFileSync(join(root, file), "utf8").matchAll(/^import type .* from "(\..*)";$/gm);
  return [...names].map((match) => resolveImport(file, match[1]));
}

function resolveImport(file, name) {
  const path = aliases[name] ?? (name.startsWith(".") ? fromRoot(join(root, dirname(file), name)) : undefined);
  if (path === undefined) return name;
  const isFile = (one) => existsSync(join(root, one)) && statSync(join(root, one)).isFile();
  return [path, `${path}.ts`, `${path}/index.ts`].find(isFile) ?? name;
}

/** All that is loaded when a file is, itself too; `isFollowed` says of which files the imports count. */
function reach(file, isFollowed = () => true) {
  const reached = new Set([file]);
  for (const one of reached) {
    if (one.endsWith(".ts") && isFollowed(one)) for (const next of importsOf(one)) reached.add(next);
  }
  return reached;
}

const isTestCode = (path) => path.startsWith("__tests__/");

/** The project of a test file. */
function projectOf(test) {
  const reached = reach(test, isTestCode);
  if (FINDERS.some((file) => reached.has(file))) return "terraform";
  return CHILD_PROCESS.some((name) => reached.has(name)) ? "commands" : "unit";
}

/**
 * Whether a test runs on cdktn too. Of a test that starts Node or a shell the imports do not tell all: it counts as well
 * where the source that it is named after reaches cdktf, or the room, where no source has that name.
 */
function reachesCdk(test) {
  const reached = [...reach(test, (file) => file !== DEFINITIONS)];
  if (reached.includes(CDK) || reached.includes(RUNTIME)) return true;
  const startsNode = reached.some((file) => isTestCode(file) && file.endsWith(".ts") && NODE.test(compile(file)));
  const sources = startsNode ? sourcesOf(test).flatMap((file) => [file, ...typesOf(file)]) : [];
  return sources.some((file) => reach(file).has(CDK));
}

/** What a test is about: `src/cli/lint.ts` for `__tests__/cli/lint.test.ts`, else the nearest folder that there is. */
function sourcesOf(test) {
  const path = test.replace(/^__tests__\//, "src/").replace(/\.test\.ts$/, "");
  if (existsSync(join(root, `${path}.ts`))) return [`${path}.ts`];
  let folder = dirname(path);
  while (!existsSync(join(root, folder))) folder = dirname(folder);
  return listFiles(folder).filter((file) => file.endsWith(".ts"));
}

function listFiles(folder) {
  const files = readdirSync(join(root, folder), { recursive: true, withFileTypes: true });
  return files.filter((entry) => entry.isFile()).map((entry) => fromRoot(join(entry.parentPath, entry.name)));
}

/** Every test file with its project, sorted. */
function listTests() {
  const tests = listFiles("__tests__").filter((file) => file.endsWith(".test.ts"));
  return tests.sort().map((file) => ({ file, project: projectOf(file) }));
}

module.exports = { aliases, listTests, reachesCdk, swcOptions };

if (require.main === module) {
  for (const { file, project } of listTests())
    process.stdout.write(`${project.padEnd(10)}${reachesCdk(file) ? "cdktn  " : "       "}${file}\n`);
}
