/** What a CDKTF app with the pack prints where it cannot be synthesised. */
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { Project, ROOT } from "./support/project";

const config = `import { defineConfig } from "tfwright";
import { glueJob, glueTrigger } from "tfwright/glue";
export default defineConfig({ modules: [glueJob, glueTrigger] });
`;

const job = (inputs: object) => JSON.stringify({ role_arn: "arn:aws:iam::111111111111:role/r", ...inputs });
const orders = job({ name: "orders", script_location: "s3://b/s.py", glue_version: "5.0" });

/** The parts of the package as an app gets them. */
const HEAD = `const { App, TerraformStack } = require("cdktf");
const { defineModule, moduleCall, set, string } = require(${JSON.stringify(join(ROOT, "dist/src"))});
const { glueJob, glueTrigger } = require(${JSON.stringify(join(ROOT, "dist/modules"))});
const app = new App({ stackTraces: false });
const stack = new TerraformStack(app, "data");
new (require("@cdktf/provider-aws/lib/provider").AwsProvider)(stack, "aws", { region: "eu-west-1" });
`;

function synthesise(project: Project) {
  const { status, stderr } = spawnSync(process.execPath, ["main.js"], {
    cwd: project.folder,
    env: { PATH: process.env.PATH, NODE_OPTIONS: process.env.NODE_OPTIONS },
    encoding: "utf8",
  });
  return { status, stderr };
}

const projectOf = (body: string) =>
  new Project({ "tfwright.config.ts": config, "main.js": `${HEAD}${body}\napp.synth();\n` });

const calling = `const jobs = defineModule({
  name: "jobs", title: "Jobs", description: "Jobs.", terraform: ">= 1.5.7",
  providers: { aws: { source: "hashicorp/aws", version: ">= 6.0" } },
  variables: { names: set(string()), role: string() },
  build(scope, v) {
    moduleCall(scope, glueJob, "job", (each) => ({ name: each.key, role_arn: v.role, script_location: "s3://b/s.py", glue_version: "5.0" }), { forEach: v.names });
    return {};
  },
});
jobs.inline(stack, "all", { names: ["a"], role: "arn:aws:iam::111111111111:role/r" });`;

describe("a module that was not generated", () => {
  test.each([
    ["that is called", `glueJob.module(stack, "job", ${orders});`, "data/job"],
    ["that a definition calls for each of a set", calling, "data/all/job"],
  ])("%s is refused, with what to run; once it is there it is called", (_title, body, path) => {
    const project = projectOf(body);
    const { status, stderr } = synthesise(project);
    expect(status).toBe(1);
    expect(stderr).toContain(
      `${path}: the module \`glue-job\` is not in generated/modules/glue-job: run \`npx tfwright generate\``,
    );
    expect(project.run(["generate"])).toMatchObject({ code: 0 });
    expect(synthesise(project)).toEqual({ status: 0, stderr: "" });
    project.remove("generated/modules/glue-job");
    expect(synthesise(project).status).toBe(1);
  });

  test("and is inlined, or lies elsewhere, is not looked for", () => {
    const elsewhere = JSON.stringify({
      ...JSON.parse(orders),
      source: "git::https://example.com/modules.git//glue-job",
    });
    const body = `glueJob.module(stack, "job", ${elsewhere});\nglueJob.inline(stack, "own", ${orders});`;
    expect(synthesise(projectOf(body))).toEqual({ status: 0, stderr: "" });
  });
});

describe("an error of an app", () => {
  const wrong = job({ nam: "orders", script_location: 1 });

  test.each(["inline", "module"])("names each problem of %s once, and says nothing of how it is kept", (use) => {
    const { status, stderr } = synthesise(projectOf(`glueJob.${use}(stack, "job", ${wrong});`));
    expect(status).toBe(1);
    for (const message of [
      "glue-job has no variable `nam`",
      "the variable `name` is required",
      "must be string, but was 1",
    ])
      expect([message, stderr.split(message).length - 1]).toEqual([message, 1]);
    expect(stderr).not.toMatch(/problems:|code:|\[cause\]|\[Object\]/);
  });

  test("that a definition of the app throws is printed in the same way", () => {
    const { stderr } = synthesise(
      projectOf(
        'defineModule({ name: "a", title: "A", description: "A.", variables: { x: string() }, build: () => ({}) }).generate();',
      ),
    );
    expect(stderr.split("nothing in the module uses `var.x`")).toHaveLength(2);
    expect(stderr).not.toMatch(/problems:|code:|\[cause\]/);
  });
});
