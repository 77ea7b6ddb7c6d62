/** `tfwright init`: what it writes works at once, with all its checks, and it overwrites nothing. */
import { spawnSync } from "node:child_process";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { compile } from "../support/compile";
import { manifest, PackedProject } from "./support/packed";
import { Project } from "./support/project";

const project = (files: Readonly<Record<string, string>> = {}) => new Project(files, { packages: false });

const FILES = [
  "tfwright.config.ts",
  "modules/queue.ts",
  "package.json",
  "tsconfig.json",
  "eslint.config.mjs",
  ".gitignore",
  "README.md",
];

describe("a new package", () => {
  const packed = new PackedProject();
  packed.link("typescript-eslint");
  packed.linkPeers();
  const folder = join(packed.folder, "my modules");
  const start = (path: readonly string[], args: readonly string[], cwd = folder) => {
    const script = join(packed.folder, "node_modules", ...path);
    const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...args], { cwd, encoding: "utf8" });
    return { status, stdout, stderr };
  };
  const TFWRIGHT = ["tfwright", "bin", "tfwright.js"];
  let made: ReturnType<typeof start>;

  beforeAll(() => {
    made = start(TFWRIGHT, ["init", "my modules"], packed.folder);
  });

  test("tells what it wrote and what to do next", () => {
    expect(made).toEqual({
      status: 0,
      stdout: `${FILES.map((path) => `wrote my modules/${path}`).join("\n")}\n\nnext:\n  cd "my modules"\n  npm install\n  npx tfwright generate\n`,
      stderr: "",
    });
  });

  test("generates, and passes its own checks", () => {
    expect(start(TFWRIGHT, ["generate"])).toMatchObject({ status: 0, stderr: "" });
    expect(start(TFWRIGHT, ["generate", "--check"])).toMatchObject({ status: 0, stderr: "" });
    expect(compile(folder)).toBe("");
    expect(start(["eslint", "bin", "eslint.js"], ["."])).toEqual({ status: 0, stdout: "", stderr: "" });
  });

  test("its checks find what they are for", () => {
    const queue = packed.read("my modules/modules/queue.ts");
    packed.write({ "my modules/modules/queue.ts": queue.replace("v.retention", "v.retentoin") });
    expect(compile(folder)).toContain("Did you mean 'retention'?");
    packed.write({
      "my modules/modules/queue.ts": queue.replace("return {", "if (v.dead_letters) void 0;\n    return {"),
    });
    expect(start(["eslint", "bin", "eslint.js"], ["."]).stdout).toContain("tfwright/no-condition-on-expression");
    packed.write({ "my modules/modules/queue.ts": queue });
  });

  test("its package.json has the versions that this tfwright is made for", () => {
    const { name, devDependencies } = JSON.parse(packed.read("my modules/package.json"));
    expect(name).toBe("my-modules");
    expect(devDependencies.tfwright).toBe(manifest.version);
    for (const peer of ["cdktf", "constructs", "@cdktf/provider-aws"])
      expect(devDependencies[peer].replace("^", "")).toBe(manifest.peerDependencies[peer]?.replace(/^(?:\^|>=)/, ""));
    expect(packed.read("my modules/README.md")).toContain("# my-modules\n");
  });

  test("a second run changes nothing, and says why", () => {
    const before = packed.read("my modules/modules/queue.ts");
    const again = start(TFWRIGHT, ["init"]);
    expect(again).toMatchObject({ status: 2, stdout: "" });
    expect(again.stderr).toMatch(
      /tfwright\.config\.ts: the file is there[\s\S]*modules\/queue\.ts: the file is there[\s\S]*nothing was written/,
    );
    expect(packed.read("my modules/modules/queue.ts")).toBe(before);
  });
});

test("files of a package that is there stay, and what to install is said", () => {
  const given = { "package.json": '{ "name": "mine" }\n', "README.md": "# Mine\n" };
  const made = project(given);
  const ran = made.run(["init"]);
  expect(ran.stdout).toContain("wrote tfwright.config.ts\n");
  expect(ran.stdout).toContain("kept package.json\nkept README.md\n");
  expect(ran.stdout).toMatch(
    /npm install --save-dev "@cdktf\/provider-aws@\^\d.*" .*"tfwright@0[^"]*"\n {2}npx tfwright generate\n$/,
  );
  expect(ran).toMatchObject({ code: 0, stderr: "" });
  expect([made.read("package.json"), made.read("README.md")]).toEqual(Object.values(given));
});

test("a folder is made, and one of many levels", () => {
  const made = project();
  expect(made.run(["init", "a/b/Ärger 1"]).code).toBe(0);
  expect(JSON.parse(made.read("a/b/Ärger 1/package.json")).name).toBe("rger-1");
  expect(made.paths("a/b/Ärger 1")).toHaveLength(FILES.length);
});

test("a file is no folder, and a folder that cannot be written leaves nothing", () => {
  const made = project({ "a.txt": "" });
  expect(made.run(["init", "a.txt"])).toMatchObject({
    code: 2,
    stderr: expect.stringContaining("a.txt: this is a file"),
  });
  const blocked = project({ modules: "not a folder" });
  const ran = blocked.run(["init"]);
  expect(ran).toMatchObject({ code: 2, stdout: "" });
  expect(ran.stderr).toMatch(/modules\/queue\.ts: the file cannot be written/);
  expect(blocked.paths()).toEqual(["modules"]);
  mkdirSync(join(blocked.folder, "empty"));
  expect(blocked.run(["init", "empty"]).code).toBe(0);
});
