/** The published package on each version of Node that it is for: `generate`, `lint` and `review` say what they say here. */
import { spawnSync } from "node:child_process";
import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { findNode } from "../support/find-package";
import { describeUnless } from "../support/needs";
import { AUTHOR, PackedProject } from "./support/packed";
import { ROOT } from "./support/project";

const MAJORS = [20, 22, 24, 26];
const COMMANDS = [
  ["generate", ["generate"], 0],
  ["lint", ["lint", "policy.json", "main.tf", "--today", "2026-01-01"], 1],
  ["review", ["review", "plan.json"], 0],
] as const;

const project = new PackedProject();
project.linkPeers();
const statement = '{"Effect":"Allow","Action":"s3:GetObjct","Resource":"*"}';
project.write({
  "tfwright.config.ts": AUTHOR,
  "policy.json": `{"Version":"2012-10-17","Statement":[${statement}]}`,
  "main.tf": 'resource "aws_iam_policy" "a" {\n  policy = jsonencode({ Statement = [] })\n}\n',
  "plan.json": readFileSync(join(ROOT, "__tests__", "plans", "permission-gained", "plan.json"), "utf8"),
});

function run(node: string, args: readonly string[]) {
  const command = join("node_modules", "tfwright", "bin", "tfwright.js");
  const { status, stdout, stderr } = spawnSync(node, [command, ...args], {
    cwd: project.folder,
    encoding: "utf8",
    env: { PATH: process.env.PATH },
  });
  return { status, stdout, stderr };
}

/** What a command prints, and the files that it leaves. */
function use(node: string, args: readonly string[]) {
  rmSync(join(project.folder, "tf"), { recursive: true, force: true });
  const ran = run(node, args);
  return { ...ran, files: args[0] === "generate" ? project.hashes("tf") : {} };
}

const here = new Map(COMMANDS.map(([name, args]) => [name, use(process.execPath, args)]));

test.each(COMMANDS)("%s does its work here", (name, _args, status) => {
  expect(here.get(name)).toMatchObject({ status, stderr: "" });
  expect(here.get(name)?.stdout).not.toBe("");
  expect(Object.keys(here.get("generate")?.files ?? {})).toContain("modules/queue/main.tf");
});

for (const major of MAJORS) {
  const node = findNode(major);
  const missing = { what: `Node ${major}`, how: "it comes from the npm registry" };
  describeUnless(node === undefined ? missing : undefined, `Node ${major}`, () => {
    test("is what runs", () => {
      const { stdout } = spawnSync(node as string, ["--version"], { encoding: "utf8" });
      expect(stdout).toMatch(new RegExp(`^v${major}\\.`));
    });

    // The Node that runs the tests has said it above.
    if (node !== process.execPath)
      test.each(COMMANDS)("%s says the same", (name, args) => {
        expect(use(node as string, args)).toEqual(here.get(name));
      });
  });
}
