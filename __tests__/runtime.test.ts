/** The tests run on the runtime that the job says, here and in the processes they start; the engine has one door to it. */
import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync, realpathSync } from "node:fs";
import { dirname, join } from "node:path";
import ts from "typescript";
import { packageFolder, RUNTIME } from "./runtime";

const root = join(__dirname, "..");
const PACKAGES = ["cdktf", "@cdktf/provider-aws"];

const nameOf = (manifest: string) => (JSON.parse(readFileSync(manifest, "utf8")) as { name: string }).name;

describe(`the runtime is ${RUNTIME}`, () => {
  const expected = { cdktf: PACKAGES, cdktn: ["cdktn", "@cdktn/provider-aws"] }[RUNTIME];

  test("in jest", () => {
    expect(PACKAGES.map((name) => nameOf(require.resolve(`${name}/package.json`)))).toEqual(expected);
    expect(nameOf(join(dirname(require.resolve("cdktf")), "..", "package.json"))).toBe(expected?.[0]);
  });

  test("in a process that a test starts", () => {
    const script = `
      const { createRequire } = require("node:module");
      const paths = ${JSON.stringify(PACKAGES)}.map((name) => require.resolve(name + "/package.json"));
      const provider = createRequire(paths[1]);
      const { SqsQueue } = require("@cdktf/provider-aws/lib/sqs-queue");
      const { TerraformResource } = require("cdktf");
      console.log(JSON.stringify({
        names: paths.map((path) => require(path).name),
        constructs: [require.resolve("constructs"), createRequire(paths[0]).resolve("constructs"), provider.resolve("constructs")],
        oneRuntime: SqsQueue.prototype instanceof TerraformResource,
      }));`;
    const { stdout, stderr } = spawnSync(process.execPath, ["-e", script], { cwd: root, encoding: "utf8" });
    expect(stderr).toBe("");
    const constructs = join(root, "node_modules", "constructs", "lib", "index.js");
    expect(JSON.parse(stdout)).toEqual({
      names: expected,
      constructs: [constructs, constructs, constructs].map((path) => realpathSync(path)),
      oneRuntime: true,
    });
  });

  test("for the compiler, beside the project's own names", () => {
    const pathsOf = (file: string) => ts.readConfigFile(join(root, file), ts.sys.readFile).config.compilerOptions.paths;
    expect(pathsOf("tsconfig.cdktn.json")).toMatchObject(pathsOf("tsconfig.json"));
  });

  test("gives the generated modules that the repository holds", () => {
    const { stdout, stderr } = spawnSync(process.execPath, ["bin/tfwright.js", "generate", "--check"], {
      cwd: root,
      encoding: "utf8",
    });
    expect([stdout, stderr]).toEqual([expect.stringContaining("generated is up to date"), ""]);
  });

  test("where tests put packages into a project of their own", () => {
    expect(PACKAGES.map((name) => nameOf(join(packageFolder(name), "package.json")))).toEqual(expected);
  });
});

test("src/cdk.ts alone imports cdktf or cdktn", () => {
  const files = ["src", "modules"].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: "utf8" }).map((path) => join(folder, path)),
  );
  const importing = ["main.ts", ...files].filter((file) => {
    if (!/\.[cm]?[jt]s$/.test(file)) return false;
    const { importedFiles } = ts.preProcessFile(readFileSync(join(root, file), "utf8"), true, true);
    return importedFiles.some(({ fileName }) => /^cdkt[fn](?:\/|$)/.test(fileName));
  });
  expect(importing).toEqual([join("src", "cdk.ts")]);
});
