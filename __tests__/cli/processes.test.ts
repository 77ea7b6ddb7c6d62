/** No command leaves a process behind: where process 1 is no init, nobody would reap it. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type Files, Project, projectFiles, queueModule, ROOT } from "./support/project";

interface Watched {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stderr: string;
  /** How many processes it started. */
  readonly started: number;
  /** Those that it left running or not reaped. */
  readonly left: readonly number[];
}

/** Runs the command in a process group of its own, and looks for what it started as soon as it has ended. */
async function runWatched(
  project: Project,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<Watched> {
  const record = join(project.folder, "started");
  const recorder = join(__dirname, "support", "record-children.cjs");
  const child = spawn(process.execPath, ["--require", recorder, join(ROOT, "bin", "tfwright.js"), ...args], {
    cwd: project.folder,
    detached: true,
    env: { PATH: process.env.PATH, NODE_OPTIONS: process.env.NODE_OPTIONS, RECORD: record, ...env },
    stdio: ["ignore", "ignore", "pipe"],
  });
  let stderr = "";
  child.stderr.setEncoding("utf8").on("data", (text) => {
    stderr += text;
  });
  const closed = once(child, "close");
  const [code, signal] = await once(child, "exit");
  const ids = existsSync(record) ? readFileSync(record, "utf8").trim().split("\n").map(Number) : [];
  const left = ids.filter(exists);
  await closed;
  return { code, signal, stderr, started: ids.length, left };
}

/** Also of a process that has ended and was not reaped. */
function exists(id: number): boolean {
  try {
    process.kill(id, 0);
    return true;
  } catch {
    return false;
  }
}

const failing = { ...projectFiles(["a"]), "a.ts": queueModule("a", { build: 'throw new Error("no");' }) };
const exiting = { ...projectFiles(["a"]), "a.ts": queueModule("a", { build: "process.exit(3);" }) };

// Where a line of the author is named, the compiler runs a second time.
test.each<readonly [string, Files, readonly string[], number, number]>([
  ["modules that are written", projectFiles(["a"]), ["generate"], 0, 1],
  ["a folder that is not what the definitions give", projectFiles(["a"]), ["generate", "--check"], 1, 1],
  ["a list", projectFiles(["a"]), ["list"], 0, 1],
  ["an error of syntax", { "tfwright.config.ts": "export default {" }, ["generate"], 2, 1],
  ["a config that throws", { "tfwright.config.ts": 'throw new Error("no");' }, ["generate"], 2, 2],
  ["a definition that throws", failing, ["generate"], 2, 2],
  ["a definition that ends the process", exiting, ["generate"], 3, 1],
])("%s", async (_name, files, args, code, started) => {
  expect(await runWatched(new Project(files), args)).toMatchObject({ code, started, left: [] });
});

/** A script that hides a package that the engine needs. */
const hiding = `const Module = require("node:module");
const resolve = Module._resolveFilename;
Module._resolveFilename = function (id, ...rest) {
  if (id !== "constructs") return resolve.call(this, id, ...rest);
  throw Object.assign(new Error("Cannot find module 'constructs'"), { code: "MODULE_NOT_FOUND" });
};
`;

test("a package that is missing, while the config is still being compiled", async () => {
  const project = new Project({ ...projectFiles(["a"]), "hide.cjs": hiding });
  const options = `${process.env.NODE_OPTIONS ?? ""} --require ${join(project.folder, "hide.cjs")}`;
  const stderr = expect.stringContaining("npm install --save-dev tfwright cdktf constructs");
  expect(await runWatched(project, ["generate"], { NODE_OPTIONS: options })).toMatchObject({
    code: 2,
    stderr,
    started: 1,
    left: [],
  });
});

test.each([
  ["SIGINT", {}],
  ["SIGINT", { TO: "group" }],
  ["SIGTERM", { TO: "group" }],
  ["SIGTERM", {}],
  ["SIGHUP", {}],
])("%s while the config is compiled, %j", async (signal, env) => {
  const ran = await runWatched(new Project(projectFiles(["a"])), ["generate"], { SIGNAL: signal, ...env });
  expect(ran).toEqual({ code: null, signal, stderr: "", started: 1, left: [] });
});

// esbuild's process is gone before Node.js has told of the signal: the command must not end as if nothing were left to do.
test("a signal to the group while much is compiled", async () => {
  const engine = JSON.stringify(join(ROOT, "src", "index"));
  const config = `import { defineConfig } from ${engine};\nexport default defineConfig({ modules: [], out: "g" });\n`;
  const project = new Project({ "tfwright.config.ts": config });
  for (let run = 0; run < 3; run++)
    expect(await runWatched(project, ["list"], { SIGNAL: "SIGINT", TO: "group" })).toMatchObject({
      code: null,
      signal: "SIGINT",
      stderr: "",
      left: [],
    });
});

// So looks a signal to the group of which Node.js has not told yet when esbuild's process has ended.
test.each([
  ["SIGINT", ""],
  ["SIGTERM", ""],
  ["SIGINT", "exec 3<&0\nsleep 0.5 <&3 2>/dev/null &\n"],
])("esbuild's process ends by %s, its output after %j", async (signal, before) => {
  const project = new Project({ ...projectFiles(["a"]), esbuild: `#!/bin/sh\n${before}kill -${signal.slice(3)} $$\n` });
  const binary = join(project.folder, "esbuild");
  chmodSync(binary, 0o755);
  const ran = await runWatched(project, ["generate"], { ESBUILD_BINARY_PATH: binary });
  expect(ran).toEqual({ code: null, signal, stderr: "", started: 1, left: [] });
});
