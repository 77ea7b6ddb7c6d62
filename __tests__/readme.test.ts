/** What the README tells a stranger to do works as it stands there. */
import { spawn, spawnSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { compile } from "./support/compile";

const root = join(__dirname, "..");
const readme = readFileSync(join(root, "README.md"), "utf8");
const contributing = readFileSync(join(root, "docs", "contributing.md"), "utf8");
const blocksOf = (language: string) =>
  [...readme.matchAll(new RegExp(`\`\`\`${language}\n([\\s\\S]*?)\`\`\``, "g"))].map((match) => match[1] as string);
const manifest = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as {
  readonly scripts: Record<string, string>;
  readonly files: readonly string[];
  readonly peerDependencies: Record<string, string>;
};

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "tfwright-readme-"));
  symlinkSync(join(root, "node_modules"), join(folder, "node_modules"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const run = (args: readonly string[], cwd = root) => spawnSync(process.execPath, args, { cwd, encoding: "utf8" });

describe("README", () => {
  it("starts with the line that installs the package and what definitions need", () => {
    const [install = ""] = blocksOf("console");
    expect(install).toMatch(/^npm install --save-dev tfwright /);
    expect(install.trim().split(" ").slice(4)).toEqual(["cdktf", "constructs", "@cdktf/provider-aws"]);
    for (const name of install.trim().split(" ").slice(4)) expect(manifest.peerDependencies).toHaveProperty([name]);
  });

  it("has one command of the repository, which runs the tests: the others are for contributors, and start with the two that do all the set-up", () => {
    expect(readme).not.toMatch(/npm (?:start|run)/);
    expect(readme.match(/`npm test`/g)).toHaveLength(1);
    expect(/```console\n([^`]*)```/.exec(contributing)?.[1]).toBe("npm start\nnpm test\n");
  });

  it("has the two checks that generate cannot do", () => {
    expect(blocksOf("console")).toContain("npx tsc --noEmit\nnpx eslint .\n");
  });

  it.each(["commonjs", "module"])(
    "has a tsconfig.json with which the definition compiles in a package of type %s",
    (type) => {
      const [definition, config] = blocksOf("ts");
      const options = JSON.parse(blocksOf("json")[0] as string) as { compilerOptions: object };
      const paths = { tfwright: [join(root, "dist", "src", "index.d.ts")] };
      const project = join(folder, type);
      mkdirSync(project);
      writeFileSync(join(project, "package.json"), JSON.stringify({ type }));
      writeFileSync(join(project, "queue.ts"), definition as string);
      writeFileSync(join(project, "tfwright.config.ts"), config as string);
      writeFileSync(
        join(project, "tsconfig.json"),
        JSON.stringify({ ...options, compilerOptions: { ...options.compilerOptions, paths } }),
      );
      expect(compile(project, ["--noEmit"])).toBe("");
      writeFileSync(join(project, "queue.ts"), (definition as string).replace("v.retention", "v.retentoin"));
      expect(compile(project, ["--noEmit"])).toContain("Did you mean 'retention'?");
    },
  );

  it("names the packages of the two checks", () => {
    expect(blocksOf("console")).toContain("npm install --save-dev typescript@~6.0 eslint typescript-eslint\n");
  });

  it("names only scripts and commands that there are", () => {
    const scripts = [...contributing.matchAll(/npm run ([\w:-]+)/g)].map((match) => match[1] as string);
    expect(scripts.length).toBeGreaterThan(3);
    for (const script of scripts) expect(manifest.scripts).toHaveProperty([script]);
    const help = run(["bin/tfwright.js", "--help"]).stdout;
    for (const [, command] of readme.matchAll(/npx tfwright (\w+)/g)) expect(help).toContain(` ${command} `);
  });

  it("and the guides link only to files that are in the tarball", () => {
    const pages = ["README.md", ...readdirSync(join(root, "docs")).map((name) => join("docs", name))];
    let links = 0;
    for (const page of pages.filter((name) => name.endsWith(".md"))) {
      const text = readFileSync(join(root, page), "utf8");
      for (const [, path] of text.matchAll(/\]\((?!https?:|#)([^)#]+)(?:#[^)]*)?\)/g)) {
        const target = join(dirname(page), path as string);
        const isShipped = target === "README.md" || manifest.files.some((one) => `${target}/`.startsWith(`${one}/`));
        expect([page, path, isShipped, existsSync(join(root, target))]).toEqual([page, path, true, true]);
        links += 1;
      }
    }
    expect(links).toBeGreaterThan(10);
  });

  it("shows a definition and a config that generate", () => {
    const [definition, config] = blocksOf("ts");
    writeFileSync(join(folder, "queue.ts"), definition as string);
    writeFileSync(join(folder, "tfwright.config.ts"), config as string);
    const result = run([join(root, "bin", "tfwright.js"), "generate"], folder);
    expect(result.stderr).toBe("");
    expect(result.stdout).toContain("1 module in generated");
    const main = readFileSync(join(folder, "generated", "modules", "queue", "main.tf"), "utf8");
    expect(main).toContain("count = var.dead_letters ? 1 : 0");
    expect(main).toContain("message_retention_seconds = var.retention");
    expect(run([join(root, "bin", "tfwright.js"), "generate", "--check"], folder).status).toBe(0);
    expect(run([join(root, "bin", "tfwright.js"), "list"], folder).stdout).toBe("queue  SQS queue\n");
  });

  it("shows calls whose inputs the modules have", () => {
    for (const block of blocksOf("hcl")) {
      for (const [, name, body] of block.matchAll(/modules\/([\w-]+)\?ref=[^\n]*\n([\s\S]*?)\n\}/g)) {
        const variables = readFileSync(join(root, "generated", "modules", name as string, "variables.tf"), "utf8");
        for (const [, input] of (body as string).matchAll(/^ {2}(\w+) +=/gm))
          expect(variables).toContain(`variable "${input}" {`);
      }
    }
  });

  it("shows a command that ejects the stack of the guide", () => {
    const command = "npx tfwright eject cdktf.out --rename";
    const guide = readFileSync(join(root, "docs/leaving-cdktf.md"), "utf8");
    const both = `npx cdktf synth\n${command}\n`;
    expect(blocksOf("console")).toContain(both);
    expect(guide).toContain(both);
    const stack = join(folder, "cdktf.out/stacks/jobs");
    mkdirSync(stack, { recursive: true });
    writeFileSync(join(stack, "cdk.tf.json"), /```json\n([\s\S]*?)```/.exec(guide)?.[1] as string);
    const { status, stdout } = run([join(root, "bin", "tfwright.js"), ...command.split(" ").slice(2)], folder);
    expect([status, stdout]).toEqual([0, expect.stringContaining("2 resources, 1 variable, 1 output in 7 files")]);
    const main = readFileSync(join(folder, "terraform/jobs/main.tf"), "utf8");
    expect(main).toContain("  policy = jsonencode({\n");
    expect(main).toContain("\n  egress {\n");
    const moved = readFileSync(join(folder, "terraform/jobs/moves.tf"), "utf8");
    expect(moved).toContain("  to   = aws_sqs_queue.jobs_queue\n");
  });

  it("shows commands for policies and plans that run", () => {
    const blocks = blocksOf("console").filter((text) => /tfwright (?:lint|review)/.test(text));
    cpSync(join(root, "__tests__/plans/harmless-policy-edits/plan.json"), join(folder, "plan.json"));
    const policy = { Version: "2012-10-17", Statement: [{ Effect: "Allow", Action: "glue:GetJobs", Resource: "*" }] };
    mkdirSync(join(folder, "policies"));
    mkdirSync(join(folder, "infrastructure"));
    writeFileSync(join(folder, "policies", "jobs.json"), JSON.stringify(policy));
    writeFileSync(join(folder, "infrastructure", "main.tf"), 'data "aws_partition" "current" {}\n');
    for (const line of blocks.join("").trim().split("\n")) {
      const { status, stderr } = run([join(root, "bin", "tfwright.js"), ...line.split(" ").slice(2)], folder);
      expect([line, status, stderr]).toEqual([line, 0, ""]);
    }
  });

  it("has a watcher that generates and waits", async () => {
    const child = spawn(process.execPath, ["scripts/dev.js", "glue-job"], { cwd: root });
    let text = "";
    await new Promise<void>((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`the watcher said only: ${text}`)), 50_000);
      const listen = (chunk: Buffer) => {
        text += chunk.toString();
        if (!text.includes("is up to date")) return;
        clearTimeout(timer);
        resolve();
      };
      child.stdout.on("data", listen);
      child.stderr.on("data", listen);
    });
    child.kill();
    expect(text).toContain("watching modules/");
  });

  it("has a benchmark that prints ratios", () => {
    const result = run(["bench/run.js", "--quick"]);
    expect(result.stderr).toBe("");
    expect(result.stdout).toMatch(/in TypeScript \| \d+ ms \| \*\*[\d.]+ times as fast\*\*/);
  });
});
