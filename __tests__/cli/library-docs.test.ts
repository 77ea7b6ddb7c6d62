/** The programs of the guides to the libraries, run in a project that has installed the package: each prints what stands below it. */
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { PackedProject } from "./support/packed";
import { ROOT } from "./support/project";

const project = new PackedProject();
project.write({ "plan.json": readFileSync(join(ROOT, "__tests__/plans/permission-gained/plan.json"), "utf8") });

interface Program {
  readonly guide: string;
  readonly heading: string;
  readonly code: string;
  readonly output: string;
}

function programsOf(guide: string): readonly Program[] {
  const text = readFileSync(join(ROOT, "docs", guide), "utf8");
  return [...text.matchAll(/```js\n([\s\S]*?)```\n\n```text\n([\s\S]*?)```/g)].map(({ 1: code, 2: output, index }) => {
    const heading = [...text.slice(0, index).matchAll(/^## (.*)$/gm)].at(-1)?.[1];
    return { guide, heading: heading ?? "", code: code as string, output: output as string };
  });
}

function run({ code }: Program) {
  const file = /^import /m.test(code) ? "program.mjs" : "program.cjs";
  project.write({ [file]: code });
  const env = { PATH: process.env.PATH };
  const { stdout, stderr } = spawnSync(process.execPath, [file], { cwd: project.folder, encoding: "utf8", env });
  return { stdout: stdout.trimEnd(), stderr };
}

describe.each(["iam-library.md", "review-library.md"])("%s", (guide) => {
  const programs = programsOf(guide);

  test.each(programs)("$heading", (program) => {
    expect(run(program)).toEqual({ stdout: program.output.trimEnd(), stderr: "" });
  });

  test("has programs of both kinds of modules, and each has its output", () => {
    const kinds = programs.map(({ code }) => (code.includes("require(") ? "CommonJS" : "ESM"));
    expect([...new Set(kinds)].sort()).toEqual(["CommonJS", "ESM"]);
    expect(readFileSync(join(ROOT, "docs", guide), "utf8").split("```js\n")).toHaveLength(programs.length + 1);
  });
});
