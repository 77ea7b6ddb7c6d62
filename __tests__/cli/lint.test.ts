/** Over 400 lines because each option and input of the command has its case here. */
import { spawnSync } from "node:child_process";
import { readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { lintRules } from "../../src/iam/lint";
import { Project, ROOT } from "./support/project";

const policy = (action: string, resource: string, sid = "A") =>
  JSON.stringify(
    { Version: "2012-10-17", Statement: [{ Sid: sid, Effect: "Allow", Action: action, Resource: resource }] },
    null,
    2,
  );
const TODAY = ["--today", "2026-10-01"];
const good = policy("glue:GetJob", "arn:aws:glue:us-east-1:123456789012:job/a");
const bad = policy("s3:ListBucket", "arn:aws:s3:::raw/*");
const terraform = `resource "aws_iam_policy" "p" {
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "s3:ListBucket", Resource = "\${aws_s3_bucket.x.arn}/*" }]
  })
}
`;

const project = (files: Readonly<Record<string, string>>) => new Project(files, { packages: false });
const codes = (stdout: string) => (JSON.parse(stdout) as { rule: string }[]).map(({ rule }) => rule);

/** A policy with a misspelt action. */
const WRONG = JSON.stringify({
  Version: "2012-10-17",
  Statement: [{ Effect: "Allow", Action: "glue:GetTabel", Resource: "*" }],
});

test("text: title, place, statement, hint, summary", () => {
  const ran = project({ "a.json": bad }).run(["lint", "a.json", ...TODAY]);
  expect(ran).toMatchObject({ code: 1, stderr: "" });
  expect(ran.stdout).toMatch(
    /^error: .+ \(resource-type-mismatch\)\n {2}a\.json:7:17, statement A\n {2}.+\n {2}hint: .+\n\n1 finding: 1 error; 1 policy in 1 file\n$/,
  );
});

test("a clean policy", () => {
  expect(project({ "a.json": good }).run(["lint", "a.json", ...TODAY])).toEqual({
    code: 0,
    stdout: "nothing found; 1 policy in 1 file\n",
    stderr: "",
  });
});

test("JSON: every key, always", () => {
  const { stdout, code } = project({ "a.json": bad }).run(["lint", "a.json", "--format", "json", ...TODAY]);
  expect(code).toBe(1);
  const [finding] = JSON.parse(stdout) as Record<string, unknown>[];
  expect(Object.keys(finding ?? {})).toEqual(
    "rule severity message file pointer line column statement statementNumber address hint".split(" "),
  );
  expect(finding).toMatchObject({
    rule: "resource-type-mismatch",
    severity: "error",
    file: "a.json",
    pointer: "/Statement/0/Action",
    line: 7,
    column: 17,
    statement: "A",
    statementNumber: 1,
    address: null,
  });
});

test("JSON: which statement, counted in both ways, and of which resource", () => {
  const two = terraform.replace("[{", '[{ Effect = "Deny", Action = "glue:*", Resource = "*" }, {');
  const { stdout } = project({ "a.tf": two }).run(["lint", "a.tf", "--format", "json", ...TODAY]);
  expect(JSON.parse(stdout)).toMatchObject([{ statement: 1, statementNumber: 2, address: "aws_iam_policy.p" }]);
  const text = project({ "a.tf": two }).run(["lint", "a.tf", ...TODAY]).stdout;
  expect(text).toContain("a.tf:4:103, statement 2, aws_iam_policy.p");
});

test("what `terraform plan` prints for people is refused where it is named", () => {
  const printed = "\u001b[1mTerraform will perform the following actions:\n\n  # aws_iam_policy.p\n\nPlan: 1 to add\n";
  const ran = project({ "plan.txt": printed, "notes.txt": "We plan: Terraform it." }).run([
    "lint",
    "plan.txt",
    ...TODAY,
  ]);
  expect(ran.code).toBe(2);
  expect(ran.stderr).toContain(
    "error: plan.txt: is not JSON, but what `terraform plan` prints for people\n  run `terraform plan -out",
  );
  expect(project({ "notes.txt": "We plan: Terraform it." }).run(["lint", "notes.txt", ...TODAY])).toMatchObject({
    code: 1,
    stdout: expect.stringContaining("(not-json)"),
  });
});

test("an ignore comment of a rule that does not exist has its column, and the nearest rules", () => {
  const text = terraform.replace('/*" }]', '/*" }] # tfwright:ignore table-escalation old');
  const ran = project({ "a.tf": text }).run(["lint", "a.tf", ...TODAY]);
  expect(ran.stderr).toMatch(
    /^error: a\.tf:4:105: there is no rule `table-escalation`\n {2}the nearest is `privilege-escalation`; /,
  );
});

test("SARIF: rules with addresses, places, fingerprints", () => {
  const { stdout } = project({ "a b.tf": terraform }).run(["lint", "a b.tf", "--format", "sarif", ...TODAY]);
  const log = JSON.parse(stdout) as {
    version: string;
    runs: { tool: { driver: { rules: unknown[] } }; results: unknown[] }[];
  };
  expect(log.version).toBe("2.1.0");
  expect(log.runs[0]?.tool.driver.rules).toMatchObject([
    { id: "resource-type-mismatch", helpUri: expect.stringMatching(/^https:/) },
  ]);
  expect(log.runs[0]?.results).toMatchObject([
    {
      ruleId: "resource-type-mismatch",
      ruleIndex: 0,
      level: "error",
      locations: [{ physicalLocation: { artifactLocation: { uri: "a%20b.tf" }, region: { startLine: 4 } } }],
    },
  ]);
});

test("folders: Terraform, JSON and plans; other files, .terraform and loops are passed over", () => {
  const made = project({
    "b/main.tf": terraform,
    "b/main.tofu": terraform.replace('"p"', '"q"'),
    "b/cdk.tf.json": JSON.stringify({ resource: { aws_iam_policy: { p: { policy: bad } } } }),
    "a/policy.json": bad,
    "a/package.json": '{ "name": "a" }',
    "a/plan.json": JSON.stringify({
      format_version: "1.2",
      resource_changes: [
        { address: "aws_iam_policy.p", mode: "managed", type: "aws_iam_policy", change: { after: { policy: bad } } },
      ],
    }),
    "b/.terraform/x.tf": terraform,
    "b/terragrunt.hcl": `inputs = {\n  policy = ${JSON.stringify(bad)}\n}\n`,
    "b/.terraform.lock.hcl": `inputs = {\n  policy = ${JSON.stringify(bad)}\n}\n`,
    "node_modules/x/policy.json": bad,
    "venv/lib/python3.12/site-packages/a/policy.json": bad,
    "layer/python/botocore/data/policy.json": bad,
  });
  symlinkSync("..", join(made.folder, "a", "loop"));
  symlinkSync("self.tf", join(made.folder, "a", "self.tf"));
  symlinkSync("gone.tf", join(made.folder, "a", "dangling.tf"));
  const { stdout, stderr, code } = made.run(["lint", ".", "--format", "json", ...TODAY]);
  expect({ stderr, code }).toEqual({ stderr: "", code: 1 });
  const found = JSON.parse(stdout) as { file: string; pointer: string }[];
  expect(found.map(({ file }) => file).sort()).toEqual([
    "a/plan.json",
    "a/policy.json",
    "b/cdk.tf.json",
    "b/main.tf",
    "b/main.tofu",
    "b/terragrunt.hcl",
  ]);
  expect(found.find(({ file }) => file === "a/plan.json")?.pointer).toBe("aws_iam_policy.p.policy/Statement/0/Action");
  expect(made.run(["lint", "."]).stdout).toBe(made.run(["lint", "."]).stdout);
});

test("standard input: JSON and HCL", () => {
  for (const input of [bad, terraform]) {
    const { stdout, status } = spawnSync(
      process.execPath,
      [join(ROOT, "bin/tfwright.js"), "lint", "-", "--format", "json", ...TODAY],
      { input, encoding: "utf8" },
    );
    expect(status).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject([{ rule: "resource-type-mismatch", file: "<stdin>" }]);
  }
});

test("suppressions beside the statement, with a reason", () => {
  const made = project({
    "a.tf": terraform.replace(
      "    Statement",
      "    # tfwright:ignore resource-type-mismatch a test of ours\n    Statement",
    ),
    "b.tf": terraform.replace("    Statement", "    # tfwright:ignore resource-type-mismatch\n    Statement"),
    "c.tf": terraform.replace("    Statement", "    # tfwright:ignore resource-type-mismatc because\n    Statement"),
  });
  expect(made.run(["lint", "a.tf"])).toMatchObject({ code: 0 });
  expect(made.run(["lint", "b.tf"])).toMatchObject({
    code: 2,
    stderr: expect.stringContaining("b.tf:4:5: `resource-type-mismatch` is ignored without a reason"),
  });
  expect(made.run(["lint", "c.tf"])).toMatchObject({
    code: 2,
    stderr: expect.stringContaining("did you mean `resource-type-mismatch`?"),
  });
});

test("a comment that suppresses nothing is told, one that does is not", () => {
  const comment = (code: string) =>
    terraform.replace("    Statement", `    # tfwright:ignore ${code} a test of ours\n    Statement`);
  const made = project({
    "a.tf": comment("resource-type-mismatch"),
    "b.tf": comment("resource-type-mismatch, wildcard-resource"),
    "c.yaml": `# tfwright:ignore unknown-action old\nStatement: [{ Effect: Allow, Action: "glue:GetJobs", Resource: "*" }]\n`,
  });
  expect(made.run(["lint", "a.tf", ...TODAY])).toMatchObject({ code: 0, stderr: "" });
  expect(made.run(["lint", "b.tf", "c.yaml", ...TODAY])).toMatchObject({
    code: 0,
    stderr:
      "b.tf:4:5: the comment ignores `wildcard-resource`, which is not found there; take it out\n" +
      "c.yaml:1:1: the comment ignores `unknown-action`, which is not found there; take it out\n",
  });
  const unread = comment("wildcard-resource").replace(/jsonencode\(\{[\s\S]*\}\)/, "templatefile(var.x, {})");
  expect(
    project({ "d.tf": unread.replace("  policy", "  # tfwright:ignore unknown-action old\n  policy") }).run([
      "lint",
      "d.tf",
      ...TODAY,
    ]).stderr,
  ).toBe("1 policy or file was not read; `--verbose` lists it\n");
});

test("suppressions of the config and entries of a baseline that match nothing are told", () => {
  const config = {
    rules: { "missing-version": { severity: "off", reason: "old" } },
    suppressions: [
      { rule: "resource-type-mismatch", reason: "known" },
      { rule: "unknown-action", statement: "B", reason: "gone" },
      { rule: "full-admin", file: "other.json", reason: "elsewhere" },
      { rule: "resource-type-mismatch", until: "2026-09-01", reason: "over" },
    ],
  };
  const made = project({ "a.json": bad, "tfwright.lint.json": JSON.stringify(config) });
  expect(made.run(["lint", "a.json", ...TODAY])).toEqual({
    code: 0,
    stdout: "nothing found; 1 policy in 1 file\n",
    stderr:
      "tfwright.lint.json: suppressions[1]: `unknown-action` is suppressed in statement `B`, and is not found there; take it out, or mend its place\n" +
      "tfwright.lint.json: suppressions[3]: the suppression of `resource-type-mismatch` ended on 2026-09-01, so that its findings are reported again; take it out, or give a later date\n",
  });
  const findings = ["resource-type-mismatch:0", "missing-ancester:1", "missing-ancester:2"];
  const based = project({ "a.json": good, "base.json": JSON.stringify({ version: 1, findings }) });
  expect(based.run(["lint", "a.json", "--baseline", "base.json", ...TODAY])).toMatchObject({
    code: 0,
    stderr:
      "base.json: 3 entries of it match no finding: `resource-type-mismatch`; `missing-ancester` (2), which is no rule: " +
      "did you mean `missing-ancestor`?; `--write-baseline base.json` writes it anew\n",
  });
  based.write({ "tfwright.lint.json": JSON.stringify({ baseline: "base.json" }) });
  expect(based.run(["lint", "a.json", ...TODAY]).stderr).toBe("");
  expect(based.run(["lint", ".", ...TODAY]).stderr).toMatch(/^base.json: 3 entries/);
});

test("a Terraform file that is broken: told, and exit 2", () => {
  const ran = project({ "a.tf": `x = ]\n${terraform}` }).run(["lint", "a.tf", "--format", "json", ...TODAY]);
  expect(ran).toMatchObject({ code: 2, stderr: "error: a.tf:1:5: expected a value, found `]`\n" });
  expect(codes(ran.stdout)).toEqual(["resource-type-mismatch"]);
});

test("baseline: only what is new", () => {
  const made = project({ "a.json": bad });
  expect(made.run(["lint", "a.json", "--write-baseline", "base.json"])).toEqual({
    code: 0,
    stdout: "1 finding stored; 1 policy in 1 file\n",
    stderr: "",
  });
  expect(made.run(["lint", "a.json", "--baseline", "base.json"])).toMatchObject({ code: 0 });
  made.write({ "a.json": `\n\n${bad}`, "b.json": bad });
  expect(made.run(["lint", "a.json", "--baseline", "base.json"])).toMatchObject({ code: 0 });
  expect(made.run(["lint", "b.json", "--baseline", "base.json"])).toMatchObject({ code: 1 });
  // As an editor of Windows writes it.
  made.write({ "base.json": `\ufeff${made.read("base.json")}` });
  expect(made.run(["lint", "a.json", "--baseline", "base.json"])).toMatchObject({ code: 0 });
  made.write({ "base.json": "[]" });
  expect(made.run(["lint", "a.json", "--baseline", "base.json"])).toMatchObject({
    code: 2,
    stderr: expect.stringContaining("this is not a baseline"),
  });
});

test("--fail-on and --type", () => {
  const made = project({ "a.json": bad });
  expect(made.run(["lint", "a.json", "--fail-on", "security"]).code).toBe(0);
  expect(made.run(["lint", "a.json", "--fail-on", "warning,error"]).code).toBe(1);
  const trust = made.run(["lint", "a.json", "--type", "trust", "--format", "json"]);
  expect(codes(trust.stdout)).toContain("resource-in-trust");
  const admin = { Version: "2012-10-17", Statement: [{ Effect: "Allow", Action: "*", Resource: "*" }] };
  const limits = project({ "a.json": JSON.stringify(admin) });
  expect(limits.run(["lint", "a.json"]).code).toBe(1);
  for (const type of ["scp", "boundary", "session"])
    expect(limits.run(["lint", "a.json", "--type", type])).toMatchObject({ code: 0 });
  expect(limits.run(["lint", "a.json", "--type", "permission-set"]).code).toBe(1);
});

test("the config: rules, suppressions, what is only read, baseline, what to fail on", () => {
  const made = project({ "a.json": bad });
  const config = (content: object) => {
    made.write({ "tfwright.lint.json": JSON.stringify(content) });
    return made.run(["lint", "a.json", "--format", "json", ...TODAY]);
  };
  expect(config({ rules: { "resource-type-mismatch": "info" } })).toMatchObject({
    code: 0,
    stdout: expect.stringContaining('"info"'),
  });
  expect(config({ rules: { "resource-type-mismatch": { severity: "off", reason: "a test" } } })).toMatchObject({
    code: 0,
    stdout: "[]\n",
  });
  expect(
    config({ suppressions: [{ rule: "resource-type-mismatch", reason: "a test", statement: "A" }] }),
  ).toMatchObject({
    stdout: "[]\n",
  });
  expect(
    config({ suppressions: [{ rule: "resource-type-mismatch", reason: "a test", statement: "B" }] }),
  ).toMatchObject({
    code: 1,
  });
  expect(config({ failOn: ["security"] })).toMatchObject({ code: 0 });
  expect(config({ rules: { "resource-type-mismatch": "off" } })).toMatchObject({
    code: 2,
    stderr: expect.stringContaining("off without a reason"),
  });
  expect(config({ rules: { "resource-type": "error" } })).toMatchObject({
    code: 2,
    stderr: expect.stringContaining("no rule `resource-type`"),
  });
  expect(config({ readOnly: [] })).toMatchObject({
    code: 2,
    stderr: expect.stringContaining("did you mean `readsOnly`?"),
  });
  expect(config({ constructor: [] })).toMatchObject({
    code: 2,
    stderr: expect.stringContaining("there is no such setting"),
  });
  expect(config({ actions: "x" })).toMatchObject({
    code: 2,
    stderr: expect.stringContaining("a list of texts is expected"),
  });
});

test.each([
  [["lint"], "there is nothing to lint"],
  [["lint", "gone.json"], "there is no such file"],
  [["lint", "a.json", "--format", "sarf"], "did you mean `sarif`?"],
  [["lint", "a.json", "--fail-on", "eror"], "did you mean `error`?"],
  [["lint", "a.json", "--type", "identiy"], "did you mean `identity`?"],
  [["lint", "a.json", "--type", "service-control"], "vpc-endpoint"],
  [["lint", "--reads-only", "arn:aws:s3:::x", "a.json"], "give the files before it"],
  [["lint", "a.json", "--today", "x"], "`x` is not a date"],
  [["lint", "a.json", "--config", "gone.json"], "there is no such config"],
  [["lint", "a.json", "--baseline", "gone.json"], "there is no such baseline"],
  [["explain", "missing-ancestr"], "did you mean `missing-ancestor`?"],
])("bad input: %j", (args, message) => {
  const ran = project({ "a.json": good }).run(args);
  expect(ran).toMatchObject({ code: 2, stdout: "", stderr: expect.stringContaining(message) });
  expect(ran.stderr).not.toContain("nothing was written");
});

test("--fix prints the article's policy as it was meant", () => {
  const text =
    "{“Version”:“2012-10-17”,“Statement”:[{“Effect”:“Allow”,“Action”:[“s3:GetObject”,“s3:PutObject”,“s3:List*”],“Resource”:[“arn:aws:s3:::source/*”,“arn:aws:s3::target/*”]}]}";
  const made = project({ "a.json": text });
  const reads = ["--reads-only", "arn:aws:s3:::source", ...TODAY];
  expect(codes(made.run(["lint", "a.json", "--format", "json", ...reads]).stdout).sort()).toEqual([
    "malformed-arn",
    "not-json",
    "resource-type-mismatch",
    "write-on-read-only",
  ]);
  const { stdout, code } = made.run(["lint", "a.json", "--fix", ...reads]);
  expect(code).toBe(0);
  expect(JSON.parse(stdout)).toEqual({
    Version: "2012-10-17",
    Statement: [
      { Effect: "Allow", Action: "s3:ListBucket", Resource: ["arn:aws:s3:::source", "arn:aws:s3:::target"] },
      { Effect: "Allow", Action: "s3:GetObject", Resource: "arn:aws:s3:::source/*" },
      { Effect: "Allow", Action: ["s3:GetObject", "s3:PutObject"], Resource: "arn:aws:s3:::target/*" },
    ],
  });
});

test("explain: the list, a page, the actors", () => {
  const made = project({});
  const list = made.run(["explain"]).stdout;
  for (const { code } of lintRules) expect(list).toContain(code);
  expect(made.run(["explain", "missing-ancestor"]).stdout).toMatch(
    /^missing ancestor\nmissing-ancestor, error\n\n.*Why: .*Bad:\n.*Good:\n.*Source: https:/s,
  );
  expect(made.run(["explain", "actors"]).stdout).toMatch(/Take a role:\n.*crawler.*Take none:\n.*Data Catalog/s);
});

test.each([
  [
    "a.json",
    /cdktf|cdktn|constructs|typescript|esbuild|handlebars|yaml|dist.src.(hcl|policy-files.(?!lint|found)|terraform|generate|render|workspace)./,
  ],
  ["a.tf", /cdktf|cdktn|constructs|typescript|esbuild|handlebars|yaml|dist.src.(generate|render|workspace)./],
])("lint of %s loads nothing else", (file, unwanted) => {
  const made = project({ "a.json": good, "a.tf": terraform });
  const script = `require(${JSON.stringify(join(ROOT, "dist/src/cli/main.js"))}).run(["lint", ${JSON.stringify(file)}]).then(() =>
    console.error(JSON.stringify(Object.keys(require.cache).map((path) => path.slice(${ROOT.length})))));`;
  // Without the alias that the tests on cdktn run under: it is the tests' own.
  const env = { ...process.env, NODE_OPTIONS: "" };
  const { stderr } = spawnSync(process.execPath, ["-e", script], { cwd: made.folder, encoding: "utf8", env });
  expect((JSON.parse(stderr) as string[]).filter((path) => unwanted.test(path))).toEqual([]);
});

test("a comment anywhere in a statement suppressions it, also where what is wrong stands in a local, and nothing else", () => {
  const project = new Project({ "main.tf": COMMENTED });
  const { code, stdout } = project.run(["lint", "main.tf", "--format", "json"]);
  const found = (JSON.parse(stdout) as readonly { rule: string; statement: unknown }[]).map(({ rule, statement }) => [
    rule,
    statement,
  ]);
  expect([code, found]).toEqual([1, [["missing-ancestor", "D"]]]);
});

const COMMENTED = `locals {
  reads = ["glue:GetTable"]
}
data "aws_iam_policy_document" "a" {
  # tfwright:ignore missing-ancestor elsewhere
  statement {
    actions   = local.reads
    resources = ["arn:aws:glue:us-east-1:123456789012:table/x/*"]
  }
  statement {
    # tfwright:ignore missing-ancestor elsewhere
    sid       = "B"
    actions   = ["glue:GetTable"]
    resources = ["arn:aws:glue:us-east-1:123456789012:table/y/*"]
  }
  statement {
    sid       = "C"
    actions   = ["glue:GetTable"]
    resources = ["arn:aws:glue:us-east-1:123456789012:table/z/*"] # tfwright:ignore missing-ancestor elsewhere
  }
  statement {
    sid       = "D"
    actions   = local.reads
    resources = ["arn:aws:glue:us-east-1:123456789012:table/w/*"]
  }
}
resource "aws_iam_policy" "p" {
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      # tfwright:ignore missing-ancestor elsewhere
      { Effect = "Allow", Action = local.reads, Resource = "arn:aws:glue:us-east-1:123456789012:table/v/*" },
      {
        Effect   = "Allow"
        # tfwright:ignore missing-ancestor elsewhere
        Action   = ["glue:GetTable"]
        Resource = "arn:aws:glue:us-east-1:123456789012:table/u/*"
      },
    ]
  })
}
`;

test("a policy that cannot be read is counted, listed with --verbose, and no fault", () => {
  const text = 'resource "aws_iam_policy" "p" {\n  policy = templatefile("gone.json", {})\n}\n';
  const made = project({ "main.tf": text, "helm.yaml": "{{ if .x }}\nStatement: [{ Effect: Allow }]\n" });
  expect(made.run(["lint", ".", ...TODAY])).toEqual({
    code: 0,
    stdout: "no policy found in 2 files\n",
    stderr: "2 policies or files were not read; `--verbose` lists them\n",
  });
  expect(made.run(["lint", "main.tf", ...TODAY]).stderr).toBe("1 policy or file was not read; `--verbose` lists it\n");
  expect(made.run(["lint", "main.tf", "--verbose", ...TODAY]).stderr).toBe(
    "main.tf:2:12: `policy` of aws_iam_policy.p cannot be read: `templatefile` looks for gone.json, and there is no such file in what was given; " +
      "give its folder too, or mend the path, which counts from the folder of the module\n1 policy or file was not read\n",
  );
});

test("policies of a plan that are known only after apply are counted, and listed with --verbose", () => {
  const change = (address: string, after_unknown: object) => ({
    address,
    mode: "managed",
    type: address.split(".")[0],
    change: { actions: ["create"], after: {}, after_unknown },
  });
  const resource_changes = [
    change("aws_iam_policy.p", { policy: true }),
    change("aws_iam_role.r[0]", { assume_role_policy: true }),
  ];
  const made = project({
    "plan.json": JSON.stringify({ format_version: "1.2", planned_values: {}, resource_changes }),
  });
  expect(made.run(["lint", "plan.json", ...TODAY])).toEqual({
    code: 0,
    stdout: "no policy found in 1 file\n",
    stderr: "2 policies or files were not read; `--verbose` lists them\n",
  });
  expect(made.run(["lint", "plan.json", "--verbose", ...TODAY]).stderr).toBe(
    "plan.json: `policy` of aws_iam_policy.p is known only after apply; lint the Terraform files too\n" +
      "plan.json: `assume_role_policy` of aws_iam_role.r[0] is known only after apply; lint the Terraform files too\n" +
      "2 policies or files were not read\n",
  );
});

test("a state is read, and what else Terraform writes is refused with what to run", () => {
  const attributes = { policy: bad };
  const block = { mode: "managed", type: "aws_iam_policy", name: "p", instances: [{ attributes }] };
  const state = { version: 4, serial: 1, lineage: "a", resources: [block] };
  const made = project({ "terraform.tfstate": JSON.stringify(state), "plan.out": "PK\u0003\u0004x" });
  const ran = made.run(["lint", "terraform.tfstate", "plan.out", "--format", "json", ...TODAY]);
  expect(ran.code).toBe(2);
  expect(ran.stderr).toBe(
    "error: plan.out: is a binary plan file, and only its Terraform can read it\n" +
      "  run `terraform show -json plan.bin > plan.json` where the plan was made, and give plan.json\n",
  );
  expect(JSON.parse(ran.stdout)).toMatchObject([
    { rule: "resource-type-mismatch", pointer: "aws_iam_policy.p.policy/Statement/0/Action" },
  ]);
});

test("files that Terraform reads, in the folder and nowhere else", () => {
  const read = (path: string) => `resource "aws_iam_policy" "p" {\n  policy = file("\${path.module}/${path}")\n}\n`;
  const made = project({
    "x/a/main.tf": read("p/a.tftpl"),
    "x/b/main.tf": read("../c/b.policy"),
    "x/d/main.tf": read("../../outside.json"),
    "x/e/main.tf": read("link.tftpl"),
    "x/c/other.json": "{}",
    "x/a/p/a.tftpl": bad,
    "x/c/b.policy": bad,
    "outside.json": bad,
  });
  symlinkSync("../../outside.json", join(made.folder, "x", "e", "link.tftpl"));
  const found = ({ stdout }: { stdout: string }) =>
    (JSON.parse(stdout) as { file: string; line: number }[]).map(({ file, line }) => `${file}:${line}`);
  const ran = made.run(["lint", "x/a", "x/b", "x/c", "--format", "json", ...TODAY]);
  expect([found(ran), ran.stderr]).toEqual([["x/a/p/a.tftpl:7", "x/c/b.policy:7"], ""]);
  const alone = made.run(["lint", "x/a/main.tf", "x/d", "x/e", "--format", "json", ...TODAY]);
  expect([found(alone), alone.stderr]).toEqual([
    ["x/a/p/a.tftpl:7"],
    "2 policies or files were not read; `--verbose` lists them\n",
  ]);
  expect(made.run(["lint", "x/b", ...TODAY]).stderr).toBe("1 policy or file was not read; `--verbose` lists it\n");
});

test("a named file of a module is judged beside the others, of which nothing is told", () => {
  const statement = (resources: readonly string[]) =>
    `jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Action = "glue:GetTable", Resource = ${JSON.stringify(resources)} }] })`;
  const held = (name: string, policy: string) =>
    `resource "aws_iam_role_policy" "${name}" {\n  role   = aws_iam_role.etl.id\n  policy = ${policy}\n}\n`;
  const glue = (path: string) => `arn:aws:glue:eu-west-1:123456789012:${path}`;
  const folder = project({
    "m/above.tf": held("above", statement([glue("catalog"), glue("database/sales")])),
    "m/table.tf": held("table", statement([glue("table/sales/orders")])),
    "m/used.tf": held("used", "local.typo"),
    "m/locals.tofu": `locals {\n  typo = ${statement(["*"]).replace("GetTable", "GetTabel")}\n}\n`,
    "m/default.tf": `variable "more" {\n  default = ${JSON.stringify(WRONG)}\n}\n${held("more", "var.more")}`,
    "m/terraform.tfvars": "more = null\n",
    "m/broken.tf": "resource {",
    "m/broken.json": "{",
    "above.tf": held("above", statement([glue("table/sales/orders")])),
  });
  const rulesOf = (...files: readonly string[]) => {
    const { code, stdout } = folder.run(["lint", ...files, "--format", "json"]);
    const findings = JSON.parse(stdout) as { rule: string; file: string }[];
    return [code, ...findings.map(({ rule, file }) => `${file} ${rule}`)];
  };
  expect(rulesOf("m/table.tf")).toEqual([0]);
  expect(rulesOf("./m/above.tf", "m/table.tf")).toEqual([0]);
  expect(rulesOf("m/used.tf")).toEqual([0]);
  expect(rulesOf("m/default.tf")).toEqual([0]);
  expect(rulesOf("m/locals.tofu", "m/used.tf")).toEqual([1, "m/locals.tofu unknown-action"]);
  expect(rulesOf("above.tf")).toEqual([1, "above.tf missing-ancestor"]);
  expect(folder.run(["lint", "m/table.tf"]).stdout).toBe("nothing found; 1 policy in 1 file\n");
});

test("a named file that another file of the module reads is linted as what it is there, and not without it", () => {
  const reads = (comment: string) =>
    `resource "aws_iam_policy" "p" {\n  ${comment}\n  policy = file("\${path.module}/p.json")\n}\n`;
  const folder = project({
    "m/named.tf": terraform.replace("/*", ""),
    "m/reads.tf": reads("# the policy"),
    "m/p.json": WRONG,
    "n/named.tf": terraform.replace("/*", ""),
    "n/reads.tf": reads("# tfwright:ignore unknown-action it is new"),
    "n/p.json": WRONG,
  });
  const rulesOf = (...files: readonly string[]) => codes(folder.run(["lint", ...files, "--format", "json"]).stdout);
  expect(rulesOf("m/named.tf", "m/p.json")).toEqual(["unknown-action"]);
  expect(rulesOf("m/named.tf")).toEqual([]);
  expect(rulesOf("m/reads.tf")).toEqual(["unknown-action"]);
  expect(folder.run(["lint", "n/named.tf", "n/p.json"])).toMatchObject({ code: 0, stderr: "" });
});

test("the commands of the guide for a hook and for CI", () => {
  const guide = readFileSync(join(ROOT, "docs/lint-policies.md"), "utf8");
  const commands = [...guide.matchAll(/```sh\n(.*\btfwright lint\b.*)\n```/g)].map(([, line]) => line as string);
  const [hook = "", github = "", gitlab = "", sarif = ""] = commands;
  expect(commands).toHaveLength(4);
  const folder = project({ "old.tf": terraform, "new file.tf": terraform, "notes.json": "{}" });
  const tool = `${process.execPath} ${join(ROOT, "bin/tfwright.js")}`;
  const shell = (line: string) =>
    spawnSync("sh", ["-c", line.replace("npx tfwright", tool)], { cwd: folder.folder, encoding: "utf8" });
  for (const line of ["git init -q", "git -c user.name=a -c user.email=a@a.test commit -q --allow-empty -m a"])
    expect(shell(line)).toMatchObject({ status: 0 });
  expect(shell(hook)).toMatchObject({ status: 0, stdout: "" });
  shell("git add 'new file.tf' notes.json");
  const changed = shell(hook);
  expect(changed).toMatchObject({ status: 123, stderr: "" });
  expect(folder.run(["lint", "notes.json", ...TODAY])).toMatchObject({ code: 1 });
  expect(changed.stdout).toContain("new file.tf:4");
  expect(changed.stdout).toContain("1 policy in 2 files");
  expect(shell(github)).toMatchObject({ status: 1, stdout: expect.stringContaining("::error title=") });
  expect(shell(gitlab)).toMatchObject({ status: 1, stdout: "" });
  expect(JSON.parse(folder.read("codequality.json"))).toHaveLength(2);
  expect(shell(sarif)).toMatchObject({ status: 1, stdout: "" });
  const report = JSON.parse(folder.read("policies.sarif")) as { runs: { results: [] }[] };
  expect(report.runs[0]?.results).toHaveLength(2);
});

test("YAML, and templates of CloudFormation", () => {
  const made = project({
    "a.yaml": "Statement:\n  - Effect: Allow\n    Action: s3:ListBucket\n    Resource: arn:aws:s3:::raw/*\n",
    "t.yml":
      "Resources:\n  P:\n    Type: AWS::IAM::ManagedPolicy\n    Properties:\n      PolicyDocument:\n        Statement:\n" +
      "          - { Effect: Allow, Action: s3:ListBucket, Resource: !Sub 'arn:aws:s3:::${Raw}/*' }\n",
    "other.yaml": "a: [b\n",
    "x.tfvars": 'a = "Statement"\n',
  });
  const ran = made.run(["lint", ".", "--format", "json", ...TODAY]);
  const found = (JSON.parse(ran.stdout) as { rule: string; file: string; line: number }[]).filter(
    ({ rule }) => rule === "resource-type-mismatch",
  );
  expect(found.map(({ file, line }) => `${file}:${line}`)).toEqual(["a.yaml:3", "t.yml:7"]);
  expect([ran.code, ran.stderr]).toEqual([1, ""]);
  expect(made.run(["lint", "other.yaml", "a.yaml", ...TODAY])).toMatchObject({
    code: 2,
    stdout: expect.stringContaining("a.yaml:3"),
    stderr: expect.stringMatching(/^error: other\.yaml:2:1: this is not YAML that can be read: /),
  });
});

test("a file that cannot be read is told, and the others are linted", () => {
  const made = project({ "a.json": bad });
  expect(made.run(["lint", "gone.json", "a.json", "gone.yaml", "--format", "json", ...TODAY])).toMatchObject({
    code: 2,
    stdout: expect.stringContaining("resource-type-mismatch"),
    stderr: "error: gone.json: there is no such file or folder\nerror: gone.yaml: there is no such file or folder\n",
  });
  expect(made.run(["lint", "gone.json", "gone.yaml"])).toMatchObject({ code: 2, stdout: "" });
});

test.each([
  [
    "a misspelled condition",
    {
      Action: "s3:GetObject",
      Resource: "arn:aws:s3:::a/*",
      Conditions: { StringEquals: { "aws:SourceVpc": "vpc-1" } },
    },
    "Condition",
  ],
  ["misspelled actions", { Effect: "Deny", Actions: "s3:GetObject", Resource: "arn:aws:s3:::a/*" }, "Action"],
  ["misspelled resources", { Action: "s3:GetObject", Resources: "arn:aws:s3:::a/*" }, "Resource"],
])("--fix does not leave out %s: the policy could allow more", (_, statement, meant) => {
  const text = JSON.stringify({ Version: "2012-10-17", Statement: [{ Effect: "Allow", ...statement }] });
  const ran = new Project({ "a.json": text }, { packages: false }).run(["lint", "a.json", "--fix", ...TODAY]);
  expect(ran.code).toBe(2);
  expect(ran.stdout).toBe("");
  expect(ran.stderr).toContain("a corrected policy without it could allow more");
  expect(ran.stderr).toContain(`did you mean \`${meant}\`?`);
});

describe("files that are left out", () => {
  const listing = (made: Project, ...args: readonly string[]) => {
    const ran = made.run(["lint", ...args, "--format", "json", ...TODAY]);
    return (JSON.parse(ran.stdout) as { file: string }[]).map(({ file }) => file);
  };
  const files = {
    "a.json": bad,
    "fixtures/b.json": bad,
    "deep/er/fixtures/c.json": bad,
    "deep/d.json": bad,
    "m/main.tf": `data "aws_iam_policy_document" "d" {\n  statement {\n    actions   = local.actions\n    resources = ["*"]\n  }\n}\n`,
    "m/locals.tf": 'locals {\n  actions = ["iam:PassRole", "s3:GetObjet"]\n}\n',
  };

  test("by options", () => {
    const made = project(files);
    expect(listing(made, ".", "--exclude", "fixtures/", "--exclude", "/a.json", "--exclude", "m/")).toEqual([
      "deep/d.json",
    ]);
  });

  test("by the config, also where a hook names them, which --verbose tells", () => {
    const made = project({ ...files, "tfwright.lint.json": JSON.stringify({ exclude: ["fixtures/", "deep"] }) });
    expect(listing(made, "a.json", "fixtures", "fixtures/b.json", "deep/d.json")).toEqual(["a.json"]);
    const { stderr } = made.run(["lint", "a.json", "fixtures/b.json", "--verbose", ...TODAY]);
    expect(stderr).toContain("fixtures/b.json: it is excluded, by `exclude` in the config or `--exclude`\n");
    expect(made.run(["lint", "fixtures/b.json", ...TODAY])).toMatchObject({
      code: 0,
      stdout: "no policy found in 0 files\n",
    });
  });

  test("a file of a module still says what the others refer to", () => {
    const made = project(files);
    expect(listing(made, "m")).toContain("m/locals.tf");
    expect(listing(made, "m", "--exclude", "locals.tf")).toEqual(["m/main.tf"]);
    expect(listing(made, "m", "--exclude", "main.tf")).toEqual([]);
  });

  test("a file that one of a module reads", () => {
    const made = project({
      "m/main.tf": 'resource "aws_iam_policy" "p" {\n  policy = file("${path.module}/p.json")\n}\n',
      "m/p.json": bad,
    });
    expect(listing(made, "m")).toEqual(["m/p.json"]);
    expect(listing(made, "m", "--exclude", "*.json")).toEqual([]);
  });

  test("patterns of a config in another folder are relative to it", () => {
    const made = project({ ...files, "deep/lint.json": JSON.stringify({ exclude: ["/d.json"] }) });
    expect(listing(made, "deep", "--config", "deep/lint.json")).toEqual(["deep/er/fixtures/c.json"]);
  });

  test.each([
    [["--exclude", "./a"], "write `/a`"],
    [["--config", "lint.json"], "exclude: a list of texts is expected"],
  ])("bad input: %j", (args, message) => {
    const made = project({ "a.json": bad, "lint.json": '{ "exclude": "a" }' });
    expect(made.run(["lint", "a.json", ...args])).toMatchObject({ code: 2, stderr: expect.stringContaining(message) });
  });
});

test("the hook of pre-commit in the guide", () => {
  const guide = readFileSync(join(ROOT, "docs/lint-policies.md"), "utf8");
  const [, config = ""] = /```yaml\n(repos:[\s\S]*?)```/.exec(guide) ?? [];
  const { version } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")) as { version: string };
  const { entry, additional_dependencies, files } = parse(config).repos[0].hooks[0];
  expect(additional_dependencies).toEqual([`tfwright@${version}`]);
  expect(
    ["a/main.tf", "b.tofu", "p.json", "t.yml", "t.yaml", "a.md"].filter((name) => new RegExp(files).test(name)),
  ).toHaveLength(5);
  const [tool, ...args] = (entry as string).split(" ");
  expect(tool).toBe("tfwright");
  const made = project({ "package.json": "{}", "a.json": good });
  expect(made.run([...args, "package.json", "a.json"])).toMatchObject({
    code: 0,
    stdout: "nothing found; 1 policy in 2 files\n",
  });
});

test("--only-policies passes over named files without a policy, and no others", () => {
  const made = project({
    "package.json": "{}",
    "values.yaml": "a: [b\n",
    "bad.json": bad,
    "role.yaml": "Statement:\n  - Effect: Allow\n    Action: s3:ListBucket\n    Resource: arn:aws:s3:::raw/*\n",
    "broken.tf": "resource {",
  });
  const named = ["package.json", "values.yaml", "bad.json", "role.yaml"];
  const ran = made.run(["lint", "--only-policies", "--format", "json", ...named, ...TODAY]);
  const mismatches = (JSON.parse(ran.stdout) as { rule: string; file: string }[]).filter(
    ({ rule }) => rule === "resource-type-mismatch",
  );
  expect(mismatches.map(({ file }) => file)).toEqual(["bad.json", "role.yaml"]);
  expect(ran).toMatchObject({ code: 1, stderr: "" });
  expect(made.run(["lint", "package.json", "--only-policies", ...TODAY])).toMatchObject({
    code: 0,
    stdout: "no policy found in 1 file\n",
  });
  expect(made.run(["lint", "broken.tf", "--only-policies", ...TODAY])).toMatchObject({ code: 2 });
});

test("formats for GitHub and GitLab, with paths from the root that their runners name", () => {
  const made = project({ "in/a.json": WRONG });
  const github = made.run(["lint", "in", "--format", "github", ...TODAY], {
    GITHUB_WORKSPACE: join(made.folder, "in"),
  });
  expect(github.stdout).toMatch(/^::error title=unknown action \(unknown-action\),file=a\.json,line=1,col=\d+::/);
  expect(github.code).toBe(1);
  const gitlab = made.run(["lint", "in", "--format", "gitlab", ...TODAY], { CI_PROJECT_DIR: made.folder });
  const issues = JSON.parse(gitlab.stdout) as readonly { location: { path: string } }[];
  expect(issues.map(({ location }) => location.path)).toEqual(["in/a.json"]);
});

test("--fix --write changes files where they stand, and lists what is left", () => {
  const made = project({ "a.tf": terraform.replace("s3:ListBucket", "s3:ListBuket"), "b/c.json": WRONG });
  const ran = made.run(["lint", ".", "--fix", "--write", "--format", "json", ...TODAY]);
  expect(codes(ran.stdout)).toEqual(["resource-type-mismatch", "wildcard-resource"]);
  expect(ran.stderr).toBe(
    "corrected: a.tf:4:47: `s3:ListBuket` is `s3:ListBucket` now\ncorrected: b/c.json:1:65: `glue:GetTabel` is `glue:GetTable` now\n2 values in 2 files corrected\n",
  );
  expect(ran.code).toBe(1);
  expect(made.read("a.tf")).toBe(terraform);
  expect(made.read("b/c.json")).toBe(WRONG.replace("GetTabel", "GetTable"));
  const again = made.run(["lint", ".", "--fix", "--write", "--format", "json", ...TODAY]);
  expect(again.stdout).toBe(ran.stdout);
  expect(again.stderr).toContain("nothing was corrected");
});

test.each([
  [["lint", "a.json", "--write"], "write `--fix --write`"],
  [["lint", "-", "--fix", "--write"], "standard input cannot be written"],
])("bad input: %j", (args, message) => {
  const ran = project({ "a.json": WRONG }).run(args);
  expect(ran).toMatchObject({ code: 2, stdout: "", stderr: expect.stringContaining(message) });
});

test("--fix says where nothing is left", () => {
  const made = project({ "a.json": policy("s3:DeleteObject", "arn:aws:s3:::raw/*") });
  const ran = made.run(["lint", "a.json", "--fix", ...TODAY, "--reads-only", "s3://raw"]);
  expect([ran.code, ran.stdout]).toEqual([2, ""]);
  expect(ran.stderr).toMatch(/the corrected policy would be empty/);
});

test("a template of JSON is told from a slip", () => {
  const text = '{ "Statement": [{ "Effect": "Allow", "Action": "s3:GetObject", "Resource": ${arn} }] }';
  const { stdout } = project({ "a.json": text }).run(["lint", "a.json", ...TODAY]);
  expect(stdout).toMatch(/\(not-json\)[\s\S]*hint: this is a template and no JSON yet/);
});

/** Rules, lines and the first name in each message. */
function foundIn(text: string) {
  const { stdout } = project({ "a.tf": text }).run(["lint", "a.tf", "--format", "json", ...TODAY]);
  const found = JSON.parse(stdout) as readonly { rule: string; line: number; message: string }[];
  return found.map(({ rule, line, message }) => `${line} ${rule} ${/`[^`]*`/.exec(message)?.[0] ?? ""}`);
}

const rolePolicy = (policy: string) => `resource "aws_iam_role_policy" "r" {\n  role = "x"\n  policy = ${policy}\n}\n`;

test.each([
  [
    "values of a loop",
    `jsonencode({ Version = "2012-10-17", Statement = [for n in ["raw", "curated"] : {
    Sid = n == "raw" ? "Raw" : "Curated", Effect = "Allow", Action = "s3:GetObject"
    Resource = startswith(n, "r") ? "arn:aws:s3:::raw/*" : "arn:aws:s3:::\${n}/*" }] })`,
  ],
  [
    "two values that are not known are not the same",
    `jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow"
    Action = [for n in ["a", "b"] : startswith(n, "a") ? "s3:GetObject" : "s3:PutObject"]
    Resource = [for n in ["a", "b"] : startswith(n, "a") ? "arn:aws:s3:::raw/*" : "arn:aws:s3:::\${n}/*"] }] })`,
  ],
  [
    "what a condition brings, and what is there without it",
    `jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow"
    Action = concat(["s3:ListAllMyBuckets"], var.pass ? ["iam:PassRole"] : [])
    Resource = var.pass ? "arn:aws:iam::123456789012:role/glue/job" : "*"
    Condition = { StringEquals = { "iam:PassedToService" = "glue.amazonaws.com" } } }] })`,
  ],
  [
    "conditions that exclude each other",
    `jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow"
    Action = var.env == "dev" ? "*" : "s3:GetObject"
    Resource = var.env == "prod" ? "*" : "arn:aws:s3:::raw/*" }] })`,
  ],
  [
    "statements of which only one is there",
    `jsonencode({ Version = "2012-10-17", Statement = concat(
    var.a ? [{ Sid = "Env", Effect = "Allow", Action = "s3:GetObject", Resource = "arn:aws:s3:::a/*" }] : [{ Sid = "Other", Effect = "Allow", Action = "s3:GetObject", Resource = "arn:aws:s3:::b/*" }],
    !var.a && var.b ? [{ Sid = "Env", Effect = "Allow", Action = "s3:GetObject", Resource = "arn:aws:s3:::c/*" }] : []) })`,
  ],
])("no fault of a case that Terraform cannot make: %s", (_name, policy) => {
  const info = ["unsupported-condition-key"];
  const found = foundIn(rolePolicy(policy)).filter((one) => !info.some((rule) => one.includes(rule)));
  expect(found).toEqual([]);
});

test("a file that an expression reads and that is not there: the place of the call, and the path that was looked for", () => {
  const made = project({
    "infra/main.tf":
      'resource "aws_iam_policy" "p" {\n  name = "p"\n  policy = file("${path.module}/../policies/gone.json")\n}\n' +
      'locals {\n  trust = file("./trust.json")\n}\nresource "aws_iam_role" "r" {\n  assume_role_policy = local.trust\n}\n',
  });
  const { stderr, stdout } = made.run(["lint", "infra", "--verbose", ...TODAY]);
  expect(stdout).toBe("no policy found in 1 file\n");
  expect(stderr).toContain(
    "infra/main.tf:3:12: `policy` of aws_iam_policy.p cannot be read: `file` looks for policies/gone.json",
  );
  expect(stderr).toContain(
    "infra/main.tf:6:11: `assume_role_policy` of aws_iam_role.r cannot be read: `file` looks for infra/trust.json",
  );
});

test("a binary file is refused where it is named, and skipped in a folder; UTF-16 is read if it has its mark", () => {
  const made = project({});
  const write = (name: string, bytes: Buffer) => writeFileSync(join(made.folder, name), bytes);
  const utf16 = Buffer.from(good, "utf16le");
  write("image.json", Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3]));
  write("le.json", Buffer.concat([Buffer.from([0xff, 0xfe]), utf16]));
  write("be.json", Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from(utf16).swap16()]));
  write("unmarked.json", utf16);
  for (const name of ["image.json", "unmarked.json"]) {
    const ran = made.run(["lint", name, ...TODAY]);
    expect(ran).toMatchObject({ code: 2, stdout: "" });
    expect(ran.stderr).toContain(`error: ${name}: is a binary file\n  if it is text in UTF-16, write it as UTF-8`);
  }
  expect(made.run(["lint", "le.json", "be.json", ...TODAY])).toEqual({
    code: 0,
    stdout: "nothing found; 2 policies in 2 files\n",
    stderr: "",
  });
  const folder = made.run(["lint", ".", "--verbose", ...TODAY]);
  expect(folder).toMatchObject({ code: 0, stdout: "nothing found; 2 policies in 2 files\n" });
  expect(folder.stderr).toContain("image.json: the file is skipped, because it is binary");
});

test("how many policies were judged is told, and where there was none", () => {
  const made = project({ "a.json": `[${good},${good}]`, "empty.json": "{}", "b/none.tf": "locals {}\n" });
  for (const [args, told] of [
    [["a.json"], "nothing found; 2 policies in 1 file\n"],
    [["b"], "no policy found in 1 file\n"],
    [["."], "nothing found; 2 policies in 3 files\n"],
  ] as const)
    expect(made.run(["lint", ...args, ...TODAY]).stdout).toBe(told);
});

test("a suppression holds at an address; an expired one says until when, and that its findings are back", () => {
  const attach = (name: string) =>
    `resource "aws_iam_role_policy_attachment" "${name}" {\n  role = "x"\n  policy_arn = "arn:aws:iam::aws:policy/AdministratorAccess"\n}\n`;
  const one = { rule: "attached-admin", address: "aws_iam_role_policy_attachment.a", reason: "break glass" };
  const config = (suppression: object) => JSON.stringify({ suppressions: [suppression] });
  const made = project({ "main.tf": attach("a") + attach("b"), "tfwright.lint.json": config(one) });
  const found = (stdout: string) => stdout.match(/aws_iam_role_policy_attachment\.\w/g);
  const kept = made.run(["lint", "main.tf", ...TODAY]);
  expect([found(kept.stdout), kept.stderr]).toEqual([["aws_iam_role_policy_attachment.b"], ""]);
  made.write({ "tfwright.lint.json": config({ ...one, until: "2026-01-31" }) });
  const expired = made.run(["lint", "main.tf", ...TODAY]);
  expect(found(expired.stdout)).toHaveLength(2);
  expect(expired.stderr).toBe(
    "tfwright.lint.json: suppressions[0]: the suppression of `attached-admin` at aws_iam_role_policy_attachment.a ended on 2026-01-31, so that its findings are reported again; take it out, or give a later date\n",
  );
  made.write({ "tfwright.lint.json": '{\n  "rules": {},\n  "account": 1 2\n}' });
  expect(made.run(["lint", "main.tf"])).toMatchObject({
    code: 2,
    stderr: expect.stringContaining("tfwright.lint.json:3:16: the config is not JSON: "),
  });
});
