/** The compiled command: formats, exit codes, several plans, the base branch, the folders of modules. */
import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { Project, ROOT } from "./support/project";

const { samples } = require("../../scripts/review-samples.js") as {
  samples: Record<"harmless" | "dangerous", () => object>;
};

const files = {
  "harmless.json": JSON.stringify(samples.harmless()),
  "dangerous.json": JSON.stringify(samples.dangerous()),
};
const project = (more: Readonly<Record<string, string>> = {}) =>
  new Project({ ...files, ...more }, { packages: false });
const suppression = (rule: string) => JSON.stringify({ suppressions: [{ rule, reason: "a test" }] });

test("text: where, what needs a person, and exit 0 without --fail-on", () => {
  const ran = project().run(["review", "dangerous.json"]);
  expect(ran).toMatchObject({ code: 0, stderr: "" });
  expect(ran.stdout).toMatch(
    /^dangerous\.json · 9 to change, 1 to replace, 2 to destroy · account 123456789012 · region eu-west-1 · Terraform 1\.11\.4\n/,
  );
  expect(ran.stdout).toContain("at most 20 → 80 DPU-hours a run");
});

test.each<[name: string, args: readonly string[], code: number, stderr: RegExp]>([
  [
    "a section that has something",
    ["dangerous.json", "--fail-on", "contract,data-loss"],
    1,
    /^needs a person: data-loss, contract\n$/,
  ],
  [
    "a harmless plan",
    ["harmless.json", "--fail-on", "permissions-gained,permissions-unknown,data-loss,contract,run-cost,encryption"],
    0,
    /^$/,
  ],
  ["both", ["harmless.json", "dangerous.json", "--fail-on", "run-cost"], 1, /run-cost/],
  ["none", ["dangerous.json", "--fail-on", "none"], 0, /^$/],
  ["no plan", [], 2, /there is nothing to review/],
  ["no such file", ["x.json"], 2, /x\.json: there is no such file/],
  ["a folder", ["."], 2, /this is a folder/],
  ["a wrong section", ["harmless.json", "--fail-on", "data"], 2, /no section `data`/],
  ["a wrong section, far from all", ["harmless.json", "--fail-on", "xyzzy"], 2, /known sections: access, .*destroys>N/],
  ["a wrong format", ["harmless.json", "--format", "html"], 2, /no `html`/],
  ["a wrong date", ["harmless.json", "--today", "tomorrow"], 2, /not a date/],
  ["no base", ["harmless.json", "--base", "nowhere"], 2, /no such folder/],
  ["no config", ["harmless.json", "--config", "nowhere.json"], 2, /no such config/],
])("exit code: %s", (_name, args, code, stderr) => {
  const ran = project().run(["review", ...args]);
  expect(ran.code).toBe(code);
  expect(ran.stderr).toMatch(stderr);
  if (code === 2) expect(ran.stdout).toBe("");
});

const REMOVED = `removed {
  from = terraform_data.tool
  lifecycle {
    destroy = true
  }
  provisioner "local-exec" {
    when    = destroy
    command = "./clean-up.sh --all"
  }
}
`;
const destroyed = (address: string, reason: string) => ({
  address,
  mode: "managed",
  type: "terraform_data",
  name: "tool",
  action_reason: reason,
  change: { actions: ["delete"], before: { input: "a" }, after: null, after_unknown: {} },
});
const plan = (configuration: object, ...resource_changes: readonly object[]) =>
  JSON.stringify({ format_version: "1.2", planned_values: {}, resource_changes, configuration });
const GONE = "delete_because_no_resource_config";
const CALL = { root_module: { module_calls: { m: { source: "./m", module: {} } } } };

test.each<[name: string, files: Readonly<Record<string, string>>, told: RegExp]>([
  [
    "in the root module",
    { "plan.json": plan({}, destroyed("terraform_data.tool", GONE)), "main.tf": REMOVED },
    /terraform_data\.tool\n +local-exec runs on the machine that applies the plan: \.\/clean-up\.sh --all/,
  ],
  [
    "in a module, by a command that depends on a value",
    {
      "plan.json": plan(CALL, destroyed('module.m.terraform_data.tool["a"]', GONE)),
      "main.tf": "",
      "m/main.tf": REMOVED.replace("--all", "$" + "{var.name}"),
    },
    /local-exec runs on the machine that applies the plan; its command depends on other values/,
  ],
  [
    "of another resource",
    { "plan.json": plan({}, destroyed("terraform_data.tool", GONE)), "main.tf": REMOVED.replace(".tool", ".other") },
    /^Nothing needs a person/m,
  ],
  [
    "without a provisioner",
    {
      "plan.json": plan({}, destroyed("terraform_data.tool", GONE)),
      "main.tf": "removed {\n  from = terraform_data.tool\n}\n",
    },
    /^Nothing needs a person/m,
  ],
])("a provisioner of a removed block: %s", (_, more, told) => {
  expect(project(more).run(["review", "plan.json"]).stdout).toMatch(told);
});

test("a plan that is given twice is reviewed once", () => {
  const { code, stdout } = project().run(["review", "harmless.json", "dangerous.json", "harmless.json"]);
  expect(code).toBe(0);
  expect(stdout.match(/^harmless\.json · /gm)).toHaveLength(1);
});

test("an account that the plan tells itself counts, and a note says so", () => {
  const ran = project().run(["review", "dangerous.json", "--account", "999999999999"]);
  expect(ran.code).toBe(0);
  expect(ran.stdout).toContain("account 123456789012");
  expect(ran.stdout).not.toContain("999999999999");
  expect(ran.stderr).toBe(
    "note: --account 999999999999 does not count for dangerous.json: the plan tells account 123456789012\n",
  );
  expect(project().run(["review", "dangerous.json", "--account", "12"]).code).toBe(2);
});

test.each([
  ["taken off", 'resource "aws_s3_bucket" "a" {}', "attention  Safeguards: prevent_destroy taken off"],
  ["set to false", 'resource "aws_s3_bucket" "a" { lifecycle { prevent_destroy = false } }', "aws_s3_bucket.a"],
  ["the block removed", "", "a later plan may destroy it"],
  ["in another file", undefined, ""],
])("prevent_destroy: %s", (_, head, told) => {
  const protects = 'resource "aws_s3_bucket" "a" {\n  lifecycle {\n    prevent_destroy = true\n  }\n}\n';
  const files = {
    "base/infra/main.tf": protects,
    "infra/main.tf": head ?? "",
    ...(head === undefined && { "infra/b.tf": protects }),
  };
  const ran = project(files).run([
    "review",
    "harmless.json",
    "--base",
    "base",
    "--root",
    "infra",
    "--fail-on",
    "safeguards",
  ]);
  expect(ran.code).toBe(told === "" ? 0 : 1);
  expect(ran.stdout.includes("prevent-destroy-off")).toBe(told !== "");
  expect(ran.stdout).toContain(told);
});

test("what is no plan is refused, with the file", () => {
  const ran = project({ "no.json": "{}", "state.json": '{"version": 4}' }).run(["review", "no.json", "state.json"]);
  expect(ran.code).toBe(2);
  expect(ran.stderr).toMatch(/no\.json.*\n[\s\S]*state\.json/);
});

test("standard input", () => {
  const { folder } = project();
  const ran = spawnSync(process.execPath, [join(ROOT, "bin", "tfwright.js"), "review", "-", "--format", "json"], {
    cwd: folder,
    input: files["harmless.json"],
    encoding: "utf8",
  });
  expect(ran.status).toBe(0);
  expect(JSON.parse(ran.stdout)).toMatchObject({ version: 1, failed: [], plans: [{ source: "-" }], findings: [] });
});

test("sarif", () => {
  const { stdout } = project().run(["review", "dangerous.json", "--format", "sarif"]);
  const { version, runs } = JSON.parse(stdout) as {
    version: string;
    runs: {
      tool: { driver: { name: string; rules: { id: string }[] } };
      results: { ruleId: string; ruleIndex: number; level: string }[];
    }[];
  };
  expect(version).toBe("2.1.0");
  const { tool, results } = runs[0] as (typeof runs)[0];
  expect(tool.driver.name).toBe("tfwright");
  for (const { ruleId, ruleIndex, level } of results) {
    expect(tool.driver.rules[ruleIndex]?.id).toBe(ruleId);
    expect(["error", "warning", "note"]).toContain(level);
  }
  expect(results.filter(({ ruleId }) => ruleId === "job-capacity")).toHaveLength(4);
});

test("the config beside the plan, and that of the base branch", () => {
  const here = project({
    "tfwright.review.json": suppression("bucket-destroyed"),
    "base/tfwright.review.json": suppression("crawler-deletes"),
  });
  const rules = (args: readonly string[]) => {
    const { findings, suppressed, notices } = JSON.parse(
      here.run(["review", "dangerous.json", "--format", "json", ...args]).stdout,
    ) as { findings: { rule: string }[]; suppressed: { rule: string }[]; notices: string[] };
    return { found: findings.map(({ rule }) => rule), suppressed: suppressed.map(({ rule }) => rule), notices };
  };
  const alone = rules([]);
  expect(alone.suppressed).toEqual(["bucket-destroyed"]);
  expect(alone.found).not.toContain("bucket-destroyed");
  const based = rules(["--base", "base"]);
  expect(based.suppressed).toEqual(["crawler-deletes"]);
  expect(based.found).toContain("bucket-destroyed");
  expect(based.notices).toEqual([
    "this change suppresses bucket-destroyed, because a test: it counts once it is merged",
  ]);
});

test("the definition of a module that lies beside the plan", () => {
  const here = project({
    "live/x.tf": "",
    "generated/modules/glue-job/main.tf":
      "# Generated by tfwright from glue-job: change the definition, not this file.\n",
  });
  const { stdout } = here.run(["review", "dangerous.json", "--root", "live"]);
  expect(stdout).toContain("from module.jobs: ../generated/modules/glue-job, generated by tfwright from glue-job\n");
});

test("loads no cdktf, no handlebars, no esbuild", () => {
  const { folder } = project();
  const script = `require(${JSON.stringify(join(ROOT, "dist", "src", "cli", "main.js"))}).run(["review", "dangerous.json"]).then(() => { process.stderr.write(Object.keys(require.cache).join("\\n")); });`;
  const { stderr, status } = spawnSync(process.execPath, ["-e", script], { cwd: folder, encoding: "utf8" });
  expect(status).toBe(0);
  expect(stderr).not.toMatch(/node_modules\/(?!commander|picocolors|diff\/)/);
});

test("--root has to be a folder", () => {
  const made = project({ "a.txt": "" });
  for (const root of ["nowhere", "a.txt"]) {
    const ran = made.run(["review", "harmless.json", "--root", root]);
    expect(ran).toMatchObject({ code: 2, stdout: "" });
    expect(ran.stderr).toContain(`--root: there is no folder \`${root}\``);
  }
});

test("a plan in UTF-16, as PowerShell writes it, is read", () => {
  const made = project();
  const text = files["dangerous.json"];
  writeFileSync(
    join(made.folder, "dangerous.json"),
    Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, "utf16le")]),
  );
  expect(made.run(["review", "dangerous.json"]).stdout).toBe(project().run(["review", "dangerous.json"]).stdout);
});

test("text: title and rule are told apart", () => {
  const { stdout } = project().run(["review", "dangerous.json"]);
  expect(stdout).toMatch(/^danger {5}[A-Z][\w ]+: [^()\n]+ \([a-z-]+\)$/m);
});
