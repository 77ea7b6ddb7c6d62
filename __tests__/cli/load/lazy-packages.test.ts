/** What cdktf needs only to write stacks is loaded by the command when a definition writes one. */
import { join } from "node:path";
import { configOf, Project, projectFiles, queueModule } from "../support/project";

const LAZY = /[\\/]node_modules[\\/](archiver|json-stable-stringify|semver)[\\/]/;
const RUNTIME = /[\\/]node_modules[\\/](?:cdktf|cdktn)[\\/]lib[\\/]/;

/** Runs `generate`, and returns the packages that were loaded of those that can wait. */
function generateIn(project: Project) {
  const recorder = join(__dirname, "..", "support", "record-modules.cjs");
  const loaded = join(project.folder, "loaded.txt");
  const NODE_OPTIONS = `${process.env.NODE_OPTIONS ?? ""} --require ${recorder}`;
  const { code, stdout, stderr } = project.run(["generate"], { NODE_OPTIONS, LOADED: loaded });
  const paths = project.read("loaded.txt").split("\n");
  const packages = new Set(paths.flatMap((path) => LAZY.exec(path)?.[1] ?? []));
  return {
    code,
    stdout,
    stderr,
    isRuntimeLoaded: paths.some((path) => RUNTIME.test(path)),
    packages: [...packages].sort(),
  };
}

test("a run that writes no stack does not load them", () => {
  const ran = generateIn(new Project(projectFiles(["a"])));
  expect(ran).toMatchObject({ code: 0, stderr: "", isRuntimeLoaded: true, packages: [] });
});

test("a definition may write a stack all the same", () => {
  const build = `const app = new App({ outdir: "out", skipValidation: true, stackTraces: false });
    new TerraformStack(app, "s");
    app.synth();
    console.log(semver.satisfies("1.5.7", ">=1.5"));`;
  const imports = 'import { App, TerraformStack } from "cdktf";\nimport semver from "semver";\n';
  const project = new Project({ "tfwright.config.ts": configOf(["a"]), "a.ts": imports + queueModule("a", { build }) });
  const ran = generateIn(project);
  expect(ran).toMatchObject({ code: 0, stderr: "", packages: ["json-stable-stringify", "semver"] });
  expect(ran.stdout).toContain("true\n");
  expect(JSON.parse(project.read("out/manifest.json"))).toMatchObject({ stacks: { s: { name: "s" } } });
});
