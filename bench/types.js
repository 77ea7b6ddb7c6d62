/**
 * `node bench/types.js SCHEMA.json VERSION` (after `npm run build`): types by `tfwright provider` beside the classes of
 * @cdktf/provider-aws. SCHEMA.json is the output of `terraform providers schema -json` with hashicorp/aws. Measured are the
 * compiler on the same 100 types, and `generate` of one module on the same resource.
 */
const { spawnSync } = require("node:child_process");
const { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } = require("node:fs");
const { tmpdir } = require("node:os");
const { join, resolve } = require("node:path");

const [, , schema, version] = process.argv;
if (version === undefined) {
  process.stderr.write("node bench/types.js SCHEMA.json VERSION\n");
  process.exit(2);
}
const root = join(__dirname, "..");
const environment = { ...process.env };
// Where it is set, Node reads the certificates at each start.
delete environment.NODE_EXTRA_CA_CERTS;
const TYPES = 100;
const RUNS = process.argv.includes("--quick") ? 2 : 7;
let outputs = 0;

const folder = mkdtempSync(join(tmpdir(), "tfwright-bench-"));
try {
  const modules = join(folder, "node_modules");
  mkdirSync(modules);
  for (const name of ["cdktf", "constructs", "@cdktf"])
    symlinkSync(join(root, "node_modules", name), join(modules, name));
  symlinkSync(root, join(modules, "tfwright"));
  const types = chooseTypes();
  node([
    join(root, "bin", "tfwright.js"),
    "provider",
    "hashicorp/aws",
    ...types,
    "--schema",
    resolve(schema),
    "--version",
    version,
  ]);
  const compile = ratio(
    () => node(compiler("schema")),
    () => node(compiler("package")),
    () => writeCompiled(types),
  );
  const generate = ratio(
    () =>
      node([
        join(root, "bin", "tfwright.js"),
        "generate",
        "--config",
        "schema/tfwright.config.ts",
        "--out",
        out("schema"),
      ]),
    () =>
      node([
        join(root, "bin", "tfwright.js"),
        "generate",
        "--config",
        "package/tfwright.config.ts",
        "--out",
        out("package"),
      ]),
    writeModules,
  );
  process.stdout.write(`compiling ${TYPES} types: ${told(compile)}\n`);
  process.stdout.write(`generate of one module: ${told(generate)}\n`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** Types that both have, spread over the alphabet. */
function chooseTypes() {
  const { provider_schemas: all } = JSON.parse(readFileSync(schema, "utf8"));
  const names = Object.keys(all["registry.terraform.io/hashicorp/aws"].resource_schemas);
  const both = names.filter((name) => existsSync(classFolder(name))).sort();
  return Array.from({ length: TYPES }, (_, index) => both[Math.floor((index * both.length) / TYPES)]);
}

function classFolder(type) {
  return join(root, "node_modules", "@cdktf", "provider-aws", "lib", fileName(type));
}

function fileName(type) {
  return type.slice("aws_".length).replaceAll("_", "-");
}

function writeCompiled(types) {
  const use = (type, index, kind) =>
    `resource(scope, type${index}.${className(type, kind)}, "this${index}", {} as never);`;
  const options = {
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    target: "es2022",
    module: "node16",
    preserveSymlinks: true,
    types: [],
  };
  for (const [kind, from] of [
    ["schema", (type) => `../providers/aws/${fileName(type)}`],
    ["package", (type) => `@cdktf/provider-aws/lib/${fileName(type)}`],
  ]) {
    mkdirSync(join(folder, kind), { recursive: true });
    const imports = types.map((type, index) => `import * as type${index} from "${from(type)}";`);
    const text = `${imports.join("\n")}\nimport { resource } from "tfwright";\nexport function build(scope: any) {\n${types.map((type, index) => use(type, index, kind)).join("\n")}\n}\n`;
    writeFileSync(join(folder, kind, "types.ts"), text);
    writeFileSync(
      join(folder, kind, "tsconfig.json"),
      JSON.stringify({ compilerOptions: options, files: ["types.ts"] }),
    );
  }
}

/** The class that a file exports. */
function className(type, kind) {
  const [file, pattern] =
    kind === "schema"
      ? [join(folder, "providers", "aws", `${fileName(type)}.ts`), /export class (\w+) extends resourceType/]
      : [join(classFolder(type), "index.d.ts"), /export declare class (\w+) extends cdktf\.TerraformResource/];
  return pattern.exec(readFileSync(file, "utf8"))[1];
}

function compiler(kind) {
  return [join(root, "node_modules", "typescript", "bin", "tsc"), "-p", join(folder, kind)];
}

function writeModules() {
  node([
    join(root, "bin", "tfwright.js"),
    "provider",
    "hashicorp/aws",
    "aws_sqs_queue",
    "--schema",
    resolve(schema),
    "--version",
    version,
  ]);
  for (const [kind, from, delay] of [
    ["schema", "../providers/aws/sqs-queue", "delay_seconds"],
    ["package", "@cdktf/provider-aws/lib/sqs-queue", "delaySeconds"],
  ]) {
    mkdirSync(join(folder, kind), { recursive: true });
    writeFileSync(
      join(folder, kind, "tfwright.config.ts"),
      `import { defineConfig, defineModule, number, output, resource, string } from "tfwright";
import { SqsQueue } from "${from}";
export default defineConfig({ modules: [defineModule({
  name: "queue", title: "Queue", description: "A queue.",
  providers: { aws: { source: "hashicorp/aws", version: ">= 6.0" } },
  variables: { name: string({ description: "Name." }), delay: number({ description: "Delay.", default: 0 }) },
  build(scope, v) {
    const queue = resource(scope, SqsQueue, "this", { name: v.name, ${delay}: v.delay });
    return { arn: output(queue.arn, { description: "ARN." }) };
  },
})] });
`,
    );
  }
}

function out(kind) {
  outputs += 1;
  return join(folder, kind, `generated-${outputs}`);
}

/** Both in turn, after one pair that warms the disk's cache. */
function ratio(ours, theirs, prepare) {
  prepare();
  const times = [[], []];
  for (let run = 0; run <= RUNS; run += 1) {
    for (const index of run % 2 === 0 ? [0, 1] : [1, 0]) {
      const start = process.hrtime.bigint();
      (index === 0 ? ours : theirs)();
      if (run > 0) times[index].push(Number(process.hrtime.bigint() - start) / 1e6);
    }
  }
  const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
  return { ours: median(times[0]), theirs: median(times[1]) };
}

function told({ ours, theirs }) {
  return `${ours.toFixed(0)} ms from the schema, ${theirs.toFixed(0)} ms from the package: ${(ours / theirs).toFixed(2)}`;
}

function node(args) {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    cwd: folder,
    env: environment,
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(`${args.join(" ")}\n${stdout}\n${stderr}`);
}
