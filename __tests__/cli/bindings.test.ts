/** Published bindings: what a consumer without definitions compiles, and what their stack then holds. */
import { spawnSync } from "node:child_process";
import { glueCrawler, glueJob, modules } from "../../modules";
import { App, TerraformStack } from "../../src/cdk";
import { compile } from "../support/compile";
import { configOf, Project, projectFiles, queueModule } from "./support/project";

const config = `import { defineConfig } from "tfwright";
import { modules } from "tfwright/glue";
export default defineConfig({ modules, out: "vendor" });
`;

const APP = `import { App, TerraformStack } from "cdktf";
import { GlueCrawler } from "./vendor/modules/glue-crawler";
import { GlueJob } from "./vendor/modules/glue-job";

const app = new App({ skipValidation: true, stackTraces: false, outdir: "out" });
const stack = new TerraformStack(app, "data");
const job = new GlueJob(stack, "job", { name: "orders", role_arn: "arn:aws:iam::111111111111:role/orders", script_location: "s3://b/s.py", glue_version: "5.0" });
const arn: string = job.outputs.arn;
new GlueCrawler(stack, "crawler", {
  name: "orders",
  role_arn: arn,
  database_name: "db",
  s3_targets: [{ path: "s3://b/p" }],
  source: "./elsewhere",
});
app.synth();
`;

const TSCONFIG = JSON.stringify({
  compilerOptions: {
    target: "ES2022",
    module: "node16",
    strict: true,
    exactOptionalPropertyTypes: true,
    noUncheckedIndexedAccess: true,
    skipLibCheck: true,
    types: ["node"],
  },
  files: ["main.ts"],
});

test("a stack that knows only the binding holds the same call as one with the definitions", () => {
  const project = new Project({ "tfwright.config.ts": config, "main.ts": APP, "tsconfig.json": TSCONFIG });
  expect(project.run(["generate", "--bindings"])).toMatchObject({ code: 0, stderr: "" });
  expect(compile(project.folder)).toBe("");
  const ran = spawnSync(process.execPath, ["main.js"], { cwd: project.folder, encoding: "utf8" });
  expect(ran.stderr).toBe("");
  const synthesised = JSON.parse(project.read("out/stacks/data/cdk.tf.json")) as { module: object };

  const stack = new TerraformStack(new App({ skipValidation: true, stackTraces: false }), "data");
  const source = "../../../vendor/modules/glue-job";
  const job = glueJob.module(stack, "job", {
    source,
    name: "orders",
    role_arn: "arn:aws:iam::111111111111:role/orders",
    script_location: "s3://b/s.py",
    glue_version: "5.0",
  });
  glueCrawler.module(stack, "crawler", {
    source: "./elsewhere",
    name: "orders",
    role_arn: job.outputs.arn,
    database_name: "db",
    s3_targets: [{ path: "s3://b/p" }],
  });
  expect(synthesised.module).toEqual((stack.toTerraform() as { module: object }).module);
});

test("every module of the pack has a binding that compiles, and a wrong call of one does not", () => {
  const imports = modules.map(({ name }, index) => `import * as m${index} from "./vendor/modules/${name}";`);
  const uses = modules.map((_module, index) => `console.log(Object.keys(m${index}));`);
  const project = new Project({
    "tfwright.config.ts": config,
    "main.ts": [...imports, ...uses].join("\n"),
    "tsconfig.json": TSCONFIG,
  });
  expect(project.run(["generate", "--bindings"]).code).toBe(0);
  expect(compile(project.folder)).toBe("");
  for (const { name } of modules) expect(project.read(`vendor/modules/${name}/index.ts`)).not.toMatch(/: any\b|<any>/);

  project.write({
    "main.ts": APP.replace('name: "orders", role_arn', "nmae: 1, role_arn").replace("arn: string", "arn: number"),
  });
  const told = compile(project.folder);
  expect(told).toContain("'nmae' does not exist");
  expect(told).toContain("Type 'string' is not assignable to type 'number'");
});

test("a module's names and texts cannot break its binding", () => {
  const hostile = queueModule("2-queue", { title: "Ends */ here `${x}`" }).replace("const 2_queue", "const q2_queue");
  const project = new Project({
    "tfwright.config.ts": configOf(["queue"]).replaceAll("queue }", "q2_queue }").replace("[queue]", "[q2_queue]"),
    "queue.ts": hostile.replace("delay: number", '"delay-seconds": number').replace("v.delay", 'v["delay-seconds"]'),
    "main.ts": 'import { Module2Queue } from "./generated/modules/2-queue";\nconsole.log(Module2Queue);\n',
    "tsconfig.json": TSCONFIG,
  });
  expect(project.run(["generate", "--bindings"])).toMatchObject({ code: 0, stderr: "" });
  expect(compile(project.folder)).toBe("");
  expect(project.read("generated/modules/2-queue/index.ts")).toContain('readonly "delay-seconds"?: number | null;');
});

test("what is deprecated is marked in a binding", () => {
  const project = new Project({
    "tfwright.config.ts": configOf(["queue"]),
    "queue.ts": `import { defineModule, output, renamedFrom, string } from "tfwright";
export const queue = defineModule({
  name: "queue", title: "Q", description: "Q.", terraform: ">= 1.15", opentofu: false,
  variables: {
    name: renamedFrom("title", string({ description: "Its name." })),
    zone: string({ description: "Its zone.", default: "a", deprecated: "Leave */ it out." }),
  },
  build: (_scope, v) => ({ zone: output(v.zone, { description: "Z.", deprecated: "Use name." }), name: output(v.name, { description: "N." }) }),
});
`,
    "tsconfig.json": TSCONFIG,
  });
  expect(project.run(["generate", "--bindings"])).toMatchObject({ code: 0, stderr: "" });
  const text = project.read("generated/modules/queue/index.ts");
  expect(text).toMatch(/@deprecated Leave \*\\\/ it out\.\s+\*\/\s+readonly zone\?:/);
  expect(text).toMatch(/@deprecated Use name\.\s+\*\/\s+readonly zone:/);
  expect(text).toMatch(/@deprecated [^\n]*name[^\n]*\s+\*\/\s+readonly title\?:/);
});

test("names that TypeScript or cdktf have too, and texts that look like code", () => {
  const names = ["token", "construct", "object", "record", "terraform-stack", "i-resolvable"];
  const files = projectFiles(names.map((name) => `my-${name}`));
  const renamed = Object.entries(files).map(([path, text]) => [path, text.replaceAll('name: "my-', 'name: "')]);
  const imports = names.map((name, index) => `import * as m${index} from "./generated/modules/${name}";`);
  const project = new Project({
    ...Object.fromEntries(renamed),
    "main.ts": `import { App, TerraformStack } from "cdktf";
${imports.join("\n")}
const stack = new TerraformStack(new App({ skipValidation: true, stackTraces: false }), "s");
new m0.Token(stack, "a", { name: "price \${5} %{x}" });
new m2.ObjectModule(stack, "b", { name: "b", delay: null });
console.log("%s", stack.toTerraform().module.a.name, Object.keys(m3), Object.keys(m4), Object.keys(m5), Object.keys(m1));
`,
    "tsconfig.json": TSCONFIG,
  });
  expect(project.run(["generate", "--bindings"])).toMatchObject({ code: 0, stderr: "" });
  expect(compile(project.folder)).toBe("");
  const run = () => spawnSync(process.execPath, ["main.js"], { cwd: project.folder, encoding: "utf8" });
  expect(run().stdout).toBe(
    "price $${5} %%{x} [ 'RecordModule' ] [ 'TerraformStack' ] [ 'IResolvable' ] [ 'Construct' ]\n",
  );
  for (const path of project.paths("generated/modules/token").filter((one) => one.endsWith(".tf")))
    project.remove(`generated/modules/token/${path.slice("generated/modules/token/".length)}`);
  expect(run().stderr).toContain("token: the module is not in the folder of this file: pass its `source`");
});

test("the config says for which runtime; the option overrides it; without either there are none", () => {
  const project = new Project(projectFiles(["queue"], 'bindings: "cdktn"'));
  const path = "generated/modules/queue/index.ts";
  project.run(["generate"]);
  expect(project.read(path)).toContain('import * as cdktf from "cdktn";');
  expect(project.run(["generate", "--bindings=cdktf"]).code).toBe(0);
  expect(project.read(path)).toContain('import * as cdktf from "cdktf";');
  expect(project.run(["generate", "--no-bindings"]).stdout).toContain(`removed ${path}`);
  expect(project.run(["generate", "--bindings=cdk"])).toMatchObject({
    code: 2,
    stderr: expect.stringContaining("--bindings=cdktf or --bindings=cdktn"),
  });
  const wrong = new Project(projectFiles(["queue"], 'bindings: "cdk" as "cdktn"'));
  expect(wrong.run(["generate"])).toMatchObject({ code: 2, stderr: expect.stringContaining("must be cdktf or cdktn") });
});

const FAN = `import { defineModule, fn, list, map, number, object, optional, output, resource, resourceType, string, toExpr, any } from "tfwright";
const Data = resourceType("terraform_data", { arguments: { input: optional(any()) }, attributes: { id: string() } });
export const fan = defineModule({
  name: "fan",
  title: "Fan",
  description: "A fan.",
  variables: {
    name: string({ description: "Name." }),
    tags: map(string(), { description: "Tags.", default: {} }),
    rules: list(object({ id: string(), days: optional(number()) }), { description: "Rules.", default: [] }),
  },
  build(scope, v) {
    const all = resource(scope, Data, "this", (each) => ({ input: [v.name, v.rules, each.value] }), { forEach: v.tags });
    return {
      ids: output(all.all((one) => one.id), { description: "Ids." }),
      each: output(all.all((one) => toExpr({ id: one.id, sizes: fn.values(v.tags) })), { description: "Each." }),
      rules: output(v.rules, { description: "Rules." }),
    };
  },
});
`;

test("outputs are reached by their keys, texts stay texts, and null stands for what may be left out", () => {
  const project = new Project({
    "tfwright.config.ts": configOf(["fan"]),
    "fan.ts": FAN,
    "main.ts": `import { App, Fn, TerraformIterator, TerraformOutput, TerraformStack, TerraformVariable } from "cdktf";
import { Fan } from "./generated/modules/fan";
const app = new App({ skipValidation: true, stackTraces: false, outdir: "out" });
const stack = new TerraformStack(app, "s");
const name = new TerraformVariable(stack, "name", {}).stringValue;
const one = new Fan(stack, "one", { name: \`$\${name}\`, tags: { "\${a}": "\${b}", [\`%\${name}\`]: "x" }, rules: [{ id: "a", days: null }] });
const forEach = TerraformIterator.fromMap({ a: { x: "y" } });
const many = new Fan(stack, "many", { name: "x", forEach });
const id: string = one.outputs.ids["audit"] ?? "";
const days: number = one.outputs.rules.at(0).days;
const values: Record<string, unknown> = {
  id, days, length: one.outputs.ids.at("length"), token: one.outputs.ids[name], odd: one.outputs.ids.at('a"\${b}'),
  each: one.outputs.each.at("k").sizes, whole: one.outputs.ids, lookup: Fn.lookup(one.outputs.ids, "k", "x"),
  call: many.at("a").ids["k"], key: many.at(forEach.key).ids, all: one.outputs,
};
for (const [key, value] of Object.entries(values)) new TerraformOutput(stack, key, { value });
try {
  console.log(many.outputs);
} catch (error) {
  console.log((error as Error).message);
}
app.synth();
`,
    "tsconfig.json": TSCONFIG,
  });
  expect(project.run(["generate", "--bindings"])).toMatchObject({ code: 0, stderr: "" });
  expect(compile(project.folder)).toBe("");
  const ran = spawnSync(process.execPath, ["main.js"], { cwd: project.folder, encoding: "utf8" });
  expect(ran).toMatchObject({
    stdout: "s/many: a call with forEach or count has no single outputs: use `.at(key)`\n",
    stderr: "",
  });
  const { module, output } = JSON.parse(project.read("out/stacks/s/cdk.tf.json")) as {
    module: Record<string, object>;
    output: Record<string, { value: unknown }>;
  };
  expect(module.one).toMatchObject({
    name: '${"$"}${var.name}',
    tags: { "$${a}": "$${b}", '${"%"}${var.name}': "x" },
    rules: [{ id: "a", days: null }],
  });
  expect(Object.fromEntries(Object.entries(output).map(([key, { value }]) => [key, value]))).toMatchObject({
    id: '${module.one.ids["audit"]}',
    days: "${module.one.rules[0].days}",
    length: '${module.one.ids["length"]}',
    token: "${module.one.ids[tostring(var.name)]}",
    odd: '${module.one.ids["a\\"$${b}"]}',
    each: '${module.one.each["k"].sizes}',
    whole: "${module.one.ids}",
    lookup: '${lookup(module.one.ids, "k", "x")}',
    call: '${module.many["a"].ids["k"]}',
    key: "${module.many[tostring(each.key)].ids}",
    all: { ids: "${module.one.ids}", each: "${module.one.each}", rules: "${module.one.rules}" },
  });
});
