import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { Project, projectFiles, queueModule, ROOT } from "./support/project";

const ANSI = "\u001b[";

const colors: [string, Record<string, string>, boolean][] = [
  ["not at a terminal", {}, false],
  ["in a CI system", { CI: "true", GITHUB_ACTIONS: "true" }, false],
  ["with FORCE_COLOR", { FORCE_COLOR: "1" }, true],
  ["with FORCE_COLOR=0", { FORCE_COLOR: "0" }, false],
  ["with NO_COLOR", { NO_COLOR: "1", FORCE_COLOR: "1" }, false],
];

test.each(colors)("colors %s", (_name, env, colored) => {
  const project = new Project(projectFiles(["a"]));
  expect(project.run(["generate"], env).stdout.includes(ANSI)).toBe(colored);
  expect(project.run(["generate", "gone"], env).stderr.includes(ANSI)).toBe(colored);
});

test("list: names and titles, sorted", () => {
  const project = new Project({ ...projectFiles(["queue-b", "a"]), "a.ts": queueModule("a", { title: "First" }) });
  expect(project.run(["list"])).toEqual({ code: 0, stdout: "a        First\nqueue-b  SQS queue\n", stderr: "" });
  const { stdout, ...rest } = project.run(["list", "--json"]);
  expect(rest).toEqual({ code: 0, stderr: "" });
  expect(JSON.parse(stdout)).toEqual([
    { name: "a", title: "First", variables: ["name", "delay"] },
    { name: "queue-b", title: "SQS queue", variables: ["name", "delay"] },
  ]);
});

test("list runs no definition", () => {
  const project = new Project({
    ...projectFiles(["a"]),
    "a.ts": queueModule("a", { build: 'throw new Error("boom");' }),
  });
  expect(project.run(["list"])).toEqual({ code: 0, stdout: "a  SQS queue\n", stderr: "" });
});

test.each([["--help"], ["-h"], ["help"]])("%s", (arg) => {
  const ran = new Project({}).run([arg]);
  expect(ran).toMatchObject({ code: 0, stderr: "" });
  expect(ran.stdout).toMatch(/^Usage: tfwright \[options\] \[command\]\n/);
  expect(ran.stdout).toMatch(/^ {2}generate .*\n {2}init .*\n {2}list /m);
});

test("generate --help tells every option", () => {
  const { stdout, code } = new Project({}).run(["generate", "--help"]);
  expect(code).toBe(0);
  for (const option of ["--config", "--out", "--templates", "--check", "--force", "--json"])
    expect(stdout).toContain(option);
});

test.each([["--version"], ["-V"]])("%s", (arg) => {
  const { version } = require("../../package.json") as { version: string };
  expect(new Project({}).run([arg])).toEqual({ code: 0, stdout: `${version}\n`, stderr: "" });
});

test("a reader that closes the pipe early is no fault", () => {
  const project = new Project(projectFiles(Array.from({ length: 40 }, (_, index) => `m${index}`)));
  const command = `"${process.execPath}" "${join(ROOT, "bin", "tfwright.js")}" generate --check | true; echo "\${PIPESTATUS[0]}"`;
  const { stdout, stderr } = spawnSync("bash", ["-c", command], { cwd: project.folder, encoding: "utf8" });
  expect(stdout).toBe("1\n");
  expect(stderr).toBe("generated is not up to date: run `tfwright generate`\n");
});

test("help, version and wrong arguments load neither cdktf nor the compiler", () => {
  const script = `require(${JSON.stringify(join(ROOT, "dist/src/cli/main.js"))}).run(["generate", "--wrong"]).then(() =>
    console.log(Object.keys(require.cache).filter((path) => /node_modules.(cdkt[fn]|constructs|esbuild|handlebars|diff).|dist.src.(generate|hcl)/.test(path)).length));`;
  const { stdout } = spawnSync(process.execPath, ["-e", script], { encoding: "utf8" });
  expect(stdout).toBe("0\n");
});
