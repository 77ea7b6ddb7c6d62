/** The package as npm would publish it: what is in it, and that it does its work in a user's project. */
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { packageFolder, RUNTIME } from "../runtime";
import { compile } from "../support/compile";
import { AUTHOR, MISTAKEN_LINES, MISTAKES, manifest, PackedProject } from "./support/packed";
import { Project, projectFiles, ROOT } from "./support/project";

const project = new PackedProject();
const { files, installed, size } = project;
const STRICTLY = ["--noEmit", "--strict", "--skipLibCheck", "--target", "es2022"];

const TERRAIN_APP = `const { App, TerraformStack } = require("cdktn");
const { glueJob } = require("tfwright/glue");
const stack = new TerraformStack(new App({ outdir: "out" }), "s");
const job = glueJob.inline(stack, "orders", { name: "a", role_arn: "arn:aws:iam::111111111111:role/a", script_location: "s3://b/s.py", glue_version: "5.0" });
if (stack.toTerraform().resource.aws_glue_job.orders.name === "a") {
  console.log(require("cdktn").Tokenization.resolve(job.outputs.arn, {
    scope: stack,
    preparing: false,
    resolver: new (require("cdktn").DefaultTokenResolver)(new (require("cdktn").StringConcat)()),
  }));
}
`;

function run(...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join("node_modules", "tfwright", "bin", "tfwright.js"), ...args],
    { cwd: project.folder, encoding: "utf8", env: { PATH: process.env.PATH } },
  );
  return { code: status, stdout, stderr };
}

test("holds the command, the library, the pack, templates and guides, and nothing else", () => {
  const places = new Set(files.map((path) => path.split("/", path.startsWith("dist/") ? 2 : 1).join("/")));
  const wanted = ["LICENSE", "bin", "dist/modules", "dist/src", "docs", "package.json", "templates"];
  const optional = ["CHANGELOG.md", "README.md"];
  expect([...places].filter((place) => !optional.includes(place))).toEqual(wanted);
  expect(
    files.filter((path) => /__tests__|\.test\.|fixture|golden|tsbuildinfo|\.map$|(?<!\.d)\.ts$/.test(path)),
  ).toEqual([]);
  // The authorization data of all services is most of it.
  expect(size).toBeLessThan(3_000_000);
});

test("holds no module that the package itself has in a bundle, and no types that no entry names", () => {
  const twice = ["src/cli/main.js", "src/generate/build/build-model.js", "src/cli/main.d.ts", "src/eject/prove.d.ts"];
  const compiled = twice.filter((path) => existsSync(join(ROOT, "dist", path)));
  expect(compiled.length).toBeGreaterThan(2);
  expect(twice.filter((path) => files.includes(`dist/${path}`))).toEqual([]);
});

test("holds what no module names: the thread that renders files", () => {
  expect(files).toContain("dist/src/render/render-worker.bundle.js");
});

test("comments of the types name nothing that is not in the package", () => {
  const types = files.filter((path) => path.endsWith(".d.ts"));
  const named = types.flatMap((path) => {
    const comments = readFileSync(join(installed, path), "utf8").match(/\/\*\*[\s\S]*?\*\//g) ?? [];
    const found = comments.flatMap((text) =>
      text.match(/`(?:scripts|__tests__|examples|runtimes)\/[^`]*`|\b[Aa] test (?:compares|checks)\b/g),
    );
    return found.map((text) => `${path}: ${text}`);
  });
  expect(types.length).toBeGreaterThan(100);
  expect(named.filter((text) => !text.endsWith("null"))).toEqual([]);
});

test("comments of the libraries' types speak of options, not of flags of the command", () => {
  const types = files.filter((path) =>
    /^dist\/src\/(?:iam|review|findings|policy-files|entries)\/.*\.d\.ts$/.test(path),
  );
  const named = types.flatMap((path) =>
    (readFileSync(join(installed, path), "utf8").match(/`--[a-z-]+/g) ?? []).map((flag) => `${path}: ${flag}`),
  );
  expect(types.length).toBeGreaterThan(50);
  expect(named).toEqual([]);
});

/** What tsx does: it reads the modules itself, and makes a module of JSON. */
const hooks = `import { readFileSync } from "node:fs";
export async function load(url, context, next) {
  const text = () => readFileSync(new URL(url), "utf8");
  if (url.endsWith(".json")) return { format: "module", source: "export default " + text(), shortCircuit: true };
  const loaded = await next(url, context);
  return loaded.format === "commonjs" ? { ...loaded, source: text() } : loaded;
}`;

test.each(["iam", "review"])("tfwright/%s is loaded where a loader reads the modules", (entry) => {
  project.write({
    "hooks.mjs": hooks,
    "register.mjs": 'import { register } from "node:module";\nregister("./hooks.mjs", import.meta.url);\n',
    "use.cjs": `const library = require("tfwright/${entry}");\n${
      entry === "iam" ? 'library.findAction("s3:GetObject").name;' : "library.rules[0].code;"
    }\n`,
  });
  const args = ["--import", "./register.mjs", "use.cjs"];
  const env = { PATH: process.env.PATH };
  const { status, stderr } = spawnSync(process.execPath, args, { cwd: project.folder, encoding: "utf8", env });
  expect([status, stderr]).toEqual([0, ""]);
});

test("every compiled file has its source", () => {
  const compiled = files.flatMap((path) => /^dist\/(.*?)(?:\.d\.ts|\.js)$/.exec(path)?.[1] ?? []);
  expect(compiled.length).toBeGreaterThan(100);
  const sourceOf = (path: string) => join(ROOT, `${path.replace(/\.bundle$/, "")}.ts`);
  // The templates, in `templates/`, are compiled by the build.
  expect(compiled.filter((path) => !existsSync(sourceOf(path)))).toEqual(["src/render/precompiled-templates"]);
  expect(compiled.filter((path) => path.endsWith(".bundle"))).toContain("src/cli/main.bundle");
});

test("the packages in a bundle have their licences beside it, and are dependencies", () => {
  const bundles = files.filter((path) => path.endsWith(".bundle.js"));
  const bundled = bundles.map((path) => {
    const names = readFileSync(join(installed, path), "utf8").matchAll(/"node_modules\/((?:@[^/"]+\/)?[^/"]+)\//g);
    return [path, [...new Set([...names].map((found) => found[1]))]] as const;
  });
  const holding = bundled.filter(([, names]) => names.length > 0);
  expect(holding.map(([path, names]) => [path, [...names].sort()])).toEqual([
    ["dist/src/cli/main.bundle.js", ["commander", "picocolors"]],
  ]);
  for (const [path, names] of holding) {
    const licences = readFileSync(join(installed, `${path}.LICENSE.txt`), "utf8");
    for (const name of names) {
      expect(licences).toContain(`This bundle contains ${name}:`);
      expect(Object.keys(manifest.dependencies)).toContain(name);
    }
  }
});

test("no path of a machine", () => {
  const home = /(?<![\w.:/])\/(?:home|root|Users|work|tmp|var|private)\/\w/;
  const found = files.filter((path) => {
    const text = readFileSync(join(installed, path), "utf8");
    return text.includes(ROOT) || home.test(text) || text.includes("sourceMappingURL=");
  });
  expect(found).toEqual([]);
});

test("every export is there, with its types, also for the resolution that CDKTF's projects use", () => {
  for (const [name, target] of Object.entries(manifest.exports)) {
    for (const path of Object.values(typeof target === "string" ? { default: target } : target)) {
      expect([name, statSync(join(installed, path)).isFile()]).toEqual([name, true]);
    }
  }
});

// CDK Terrain under its own name: only its job has it installed.
if (RUNTIME === "cdktn") {
  test("without cdktf, but with cdktn, a definition generates and makes a stack", () => {
    const user = new Project({ ...projectFiles(["queue"]), "main.js": TERRAIN_APP }, { packages: false });
    const place = (name: string) => join(user.folder, "node_modules", name);
    mkdirSync(place("@cdktf"), { recursive: true });
    cpSync(installed, place("tfwright"), { recursive: true });
    for (const name of Object.keys(manifest.dependencies)) symlinkSync(packageFolder(name), place(name));
    symlinkSync(packageFolder("constructs"), place("constructs"));
    symlinkSync(packageFolder("cdktf"), place("cdktn"));
    symlinkSync(packageFolder("@cdktf/provider-aws"), place("@cdktf/provider-aws"));
    const node = (...args: readonly string[]) =>
      spawnSync(process.execPath, args, { cwd: user.folder, encoding: "utf8", env: { PATH: process.env.PATH } });
    expect(node("node_modules/tfwright/bin/tfwright.js", "generate").stderr).toBe("");
    expect(node("main.js")).toMatchObject({ status: 0, stdout: "${aws_glue_job.orders.arn}\n" });
  });
}

test("without cdktf the command says what to install", () => {
  project.write({
    "tfwright.config.ts": 'import { defineConfig } from "tfwright";\nexport default defineConfig({ modules: [] });\n',
  });
  expect(run("--version")).toEqual({ code: 0, stdout: `${manifest.version}\n`, stderr: "" });
  expect(run("generate")).toEqual({
    code: 2,
    stdout: "",
    stderr: expect.stringMatching(
      /^error: cdktf: definitions need the packages cdktf and constructs\n {2}npm install --save-dev tfwright cdktf constructs\n/,
    ),
  });
});

describe("without cdktf the library says what to install", () => {
  const node = (name: string, text: string) => {
    project.write({ [name]: text });
    const env = { PATH: process.env.PATH };
    return spawnSync(process.execPath, [name], { cwd: project.folder, encoding: "utf8", env });
  };
  const hint =
    /^TfwrightError: cdktf: definitions need the packages cdktf and constructs\n {2}npm install --save-dev tfwright cdktf constructs\n {2}and the packages of the providers/m;

  test.each([
    ["require", "program.cjs", 'require("tfwright");'],
    ["import", "program.mjs", 'import { defineModule } from "tfwright"; defineModule();'],
    ["the pack", "program.cjs", 'require("tfwright/glue");'],
  ])("%s", (_, name, text) => {
    const { status, stdout, stderr } = node(name, text);
    expect({ status, stdout }).toEqual({ status: 1, stdout: "" });
    expect(stderr).toMatch(hint);
    expect(stderr).not.toContain("Cannot find module");
  });

  test("a program can catch it by its code", () => {
    const text =
      'try { require("tfwright"); } catch ({ name, code, problems }) { console.log(name, code, problems[0].path); }';
    expect(node("program.cjs", text).stdout).toBe("TfwrightError not-installed cdktf\n");
  });

  test("the linter and the review need neither", () => {
    const text = 'require("tfwright/iam"); require("tfwright/review"); console.log("loaded");';
    expect(node("program.cjs", text)).toMatchObject({ status: 0, stdout: "loaded\n", stderr: "" });
  });
});

test("without cdktf a config that is no TypeScript is no fault of ours", () => {
  project.write({ "tfwright.config.ts": "let 1;\n" });
  const { code, stderr } = run("generate");
  expect(code).toBe(2);
  expect(stderr).not.toMatch(/^ {4}at /m);
});

describe("with cdktf and a provider", () => {
  beforeAll(() => {
    project.linkPeers();
    project.write({ "tfwright.config.ts": AUTHOR, "mistakes.ts": MISTAKES });
  });

  test("generates a definition of one's own and modules of the pack", () => {
    expect(run("list")).toEqual({
      code: 0,
      stdout: "glue-crawler  AWS Glue crawler\nqueue         SQS queue\n",
      stderr: "",
    });
    expect(run("generate")).toMatchObject({ code: 0, stderr: "" });
    expect(
      project.read("tf/modules/queue/main.tf"),
    ).toBe(`# Generated by tfwright from queue: change the definition, not this file.

resource "aws_sqs_queue" "this" {
  name              = var.fifo ? "\${var.name}.fifo" : var.name
  fifo_queue        = var.fifo
  kms_master_key_id = var.key
}
`);
  });

  test("the pack's modules are those that the repository holds", () => {
    run("generate");
    const folder = join(ROOT, "generated", "modules", "glue-crawler");
    const kept = readdirSync(folder, { withFileTypes: true }).flatMap((entry) => (entry.isFile() ? [entry.name] : []));
    expect(kept.length).toBeGreaterThan(4);
    for (const name of kept)
      expect(project.read(`tf/modules/glue-crawler/${name}`)).toBe(readFileSync(join(folder, name), "utf8"));
  });

  test.each([
    ["node16", ["--module", "node16", "--moduleResolution", "node16"]],
    ["bundler", ["--module", "esnext", "--moduleResolution", "bundler"]],
    ["node10, as in CDKTF's own template", ["--module", "commonjs", "--moduleResolution", "node10"]],
  ])("types: %s", (_name, resolution) => {
    expect(compile(project.folder, ["tfwright.config.ts", ...STRICTLY, ...resolution])).toBe("");
  });

  test("types: mistakes do not compile", () => {
    const told = compile(project.folder, ["mistakes.ts", ...STRICTLY, "--module", "node16"]);
    const errors = told.split("\n").flatMap((line) => /^(\S+\.ts)\((\d+),/.exec(line)?.slice(1).join(":") ?? []);
    expect(errors).toEqual(MISTAKEN_LINES);
  });
});

test("the lint rule finds the package's expressions, and loads nothing but itself", () => {
  project.link("typescript-eslint");
  project.linkPeers();
  project.write({
    "tsconfig.json":
      '{ "compilerOptions": { "strict": true, "module": "node16", "skipLibCheck": true }, "include": ["*.ts"] }',
    "tfwright.config.ts": AUTHOR,
    "mistakes.ts": MISTAKES.replace("const more", "if (v.delay) void 0;\n    const more"),
    "eslint.config.mjs": `import tfwright from "tfwright/eslint";
import tseslint from "typescript-eslint";

export default [
  {
    files: ["*.ts"],
    languageOptions: { parser: tseslint.parser, parserOptions: { projectService: true } },
  },
  { files: ["*.ts"], ...tfwright.configs.recommended },
];
`,
  });
  const cli = join("node_modules", "eslint", "bin", "eslint.js");
  const ran = spawnSync(process.execPath, [cli, "--format", "json", "tfwright.config.ts", "mistakes.ts"], {
    cwd: project.folder,
    encoding: "utf8",
  });
  const results = JSON.parse(ran.stdout) as { messages: { ruleId: string; line: number }[] }[];
  const found = results.map(({ messages }) => messages.map(({ ruleId, line }) => `${line}: ${ruleId}`));
  expect(found).toEqual([["11: tfwright/no-condition-on-expression"], []]);
  const script =
    'require("tfwright/eslint"); console.log(Object.keys(require.cache).filter((path) => !/src.eslint-plugin.[a-z-]+.js$/.test(path)).length)';
  const env = { PATH: process.env.PATH };
  const loaded = spawnSync(process.execPath, ["-e", script], { cwd: project.folder, encoding: "utf8", env });
  expect(loaded.stdout).toBe("0\n");
});
