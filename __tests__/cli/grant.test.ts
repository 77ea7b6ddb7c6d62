import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { lintText } from "../../src/iam/lint";
import { Project, ROOT } from "./support/project";

const project = new Project({}, { packages: false });
const grant = (...args: string[]) => project.run(["grant", ...args]);
const HERE = ["--account", "111111111111", "--region", "eu-west-1"];
const GLUE = "arn:aws:glue:eu-west-1:111111111111";

test("the policy as AWS prints it", () => {
  expect(grant("--read", "s3://data-in/orders/")).toEqual({
    code: 0,
    stderr: "",
    stdout: `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Sid": "ListBucket",
      "Effect": "Allow",
      "Action": "s3:ListBucket",
      "Resource": "arn:aws:s3:::data-in",
      "Condition": {
        "StringLike": {
          "s3:prefix": "orders/*"
        }
      }
    },
    {
      "Sid": "GetObject",
      "Effect": "Allow",
      "Action": "s3:GetObject",
      "Resource": "arn:aws:s3:::data-in/orders/*"
    }
  ]
}
`,
  });
});

test("--json: policies, reasons and notes", () => {
  const { code, stdout, stderr } = grant(
    "--action",
    "glue:GetJob",
    "glue:GetJobs",
    "--resource",
    "job/a",
    "--sid",
    "Look",
    ...HERE,
    "--json",
  );
  expect([code, stderr]).toEqual([0, ""]);
  expect(JSON.parse(stdout)).toEqual({
    policies: [
      {
        Version: "2012-10-17",
        Statement: [
          { Sid: "Look", Effect: "Allow", Action: ["glue:GetJob"], Resource: [`${GLUE}:job/a`] },
          { Sid: "LookOnAll", Effect: "Allow", Action: ["glue:GetJobs"], Resource: ["*"] },
        ],
      },
    ],
    reasons: [
      { sid: "Look", reason: "glue:GetJob, glue:GetJobs" },
      { sid: "LookOnAll", reason: "glue:GetJob, glue:GetJobs" },
    ],
    notes: ["`glue:GetJobs` accepts no ARN: it is granted on `*`"],
  });
});

test.each([
  ["s3:GetObject", "write --action s3:GetObject, and --resource with what it works on"],
  [
    "secret:Orders",
    "write --read secret:Orders, --write secret:Orders or --delete secret:Orders; with --action, --resource secret:Orders",
  ],
  [
    "arn:aws:s3:::data-in/*",
    "write --read arn:aws:s3:::data-in/*, --write arn:aws:s3:::data-in/* or --delete arn:aws:s3:::data-in/*; with --action, --resource arn:aws:s3:::data-in/*",
  ],
])("`%s` without an option is refused with the options that take it", (text, hint) => {
  const { code, stdout, stderr } = grant(text);
  expect([code, stdout, stderr]).toEqual([2, "", `error: ${text}: no option says what this is\n  ${hint}\n`]);
});

test("what is granted on `*` in place of an ARN is said", () => {
  const { stderr } = grant("--action", "glue:GetJobs", "--resource", "job/a", ...HERE);
  expect(stderr).toBe("`glue:GetJobs` accepts no ARN: it is granted on `*`\n");
});

test("everything together lints clean, and '*' is any account", () => {
  const { stdout, code } = grant(
    ...["--read", "sales", "sales.orders", "connection:db", "key:k1", "secret:db", "log-group:/aws-glue/jobs/output"],
    ...["--write", "lake.*", "s3://lake/out/", "network:subnet-1+sg-1", "--delete", "staging", "s3://lake/tmp/"],
    ...["--account", "*", "--region", "eu-west-1"],
  );
  expect(code).toBe(0);
  const found = lintText(stdout, { today: "2026-10-01" }).filter(({ severity }) => severity !== "info");
  expect(found).toEqual([]);
  expect(stdout).toContain('"arn:aws:glue:eu-west-1:*:table/lake/*"');
});

test("several policies, one after the other, where one would be too long", () => {
  const tables = Array.from({ length: 200 }, (_, index) => `sales.a_table_with_a_long_name_${index}`);
  const { stdout, code } = grant("--read", ...tables, ...HERE);
  expect(code).toBe(0);
  const policies = stdout.trim().split(/\n(?=\{)/);
  expect(policies.length).toBeGreaterThan(2);
  for (const text of policies) expect(JSON.stringify(JSON.parse(text)).length).toBeLessThanOrEqual(6144);
});

test.each<readonly [readonly string[], RegExp]>([
  [[], /^error: grant: no action or resource is given\n/],
  [
    ["--read", "sales.orders"],
    /contains the account, and none[\s\S]*--account '\*'[\s\S]*contains the region, and none/,
  ],
  [["--resource", "*"], /no action/],
  [["--read", "sales", "--format", "hlc", ...HERE], /there is no `hlc`\n.*did you mean `hcl`\?/],
  [["--read", "sales", "--format", "hcl", "--json", ...HERE], /leave out one of the two/],
  [["--read", "sales", "--sid", "A", ...HERE], /--sid works only with --action/],
  [["--action", "glue:GetTabel", "--resource", "table/a/b", ...HERE], /did you mean `glue:GetTable`\?/],
  [
    ["--action", "glue:GetTable", "--resource", "table/lake.orders"],
    /^error: table\/lake.orders: .*\n.*`table\/lake\/orders`\n$/,
  ],
  [["--action", "glue:GetTable", "--resource", "table/orders", ...HERE], /write `table\/DATABASE\/orders`/],
  [["--action", "glue:GetJob", "--resource", "job/a.b"], /^error: job\/a.b: .*contains the account/],
  [["--action", "glue:GetTable", "--resource", "table/*"], /^error: table\/\*: .*contains the account/],
  [["--action", "glue:GetJob", "--resource", "jobs/a", ...HERE], /an ARN, `\*`, or a resource of Glue/],
  [
    ["--action", "glue:GetJob", "--resource", "job/a", "--resource", "jobs/b"],
    /^error: job\/a: .*contains the account.*\n.*--account 111111111111.*\nerror: job\/a: .*contains the region.*\n.*--region eu-west-1.*\nerror: jobs\/b: /,
  ],
  [["--read", "sales", "--account", "1"], /`1` is not an account/],
  [["--read", "sales", "--account", "111111111111", "--region", "Ireland"], /`Ireland` is not a region/],
  [["--read", "s3://data-in", "--partition", "azure"], /no partition `azure`/],
  [["--read", "s3://b/x.csv"], /`b` is no name of a bucket[\s\S]*3 to 63/],
  [["--read", "s3:///x.csv"], /names no bucket/],
  [["--read", "key:alias/lake", ...HERE], /an alias grants nothing[\s\S]*ID or ARN/],
  [["--read", "key:arn:aws:kms:eu-west-1:111111111111:alias/lake"], /an alias grants nothing/],
  [["--read", "secret:arn:aws:kms:eu-west-1:111111111111:key/k1"], /is no secret[\s\S]*the ARN alone/],
])("refuses %j", (args, message) => {
  const { code, stdout, stderr } = grant(...args);
  expect([code, stdout]).toEqual([2, ""]);
  expect(stderr).toMatch(message);
  expect(stderr).not.toContain("nothing was written");
});

test("loads neither cdktf nor the files of other commands", () => {
  const script = `
    const { Module } = require("node:module");
    const loaded = []; const load = Module._load;
    Module._load = (id, ...rest) => { loaded.push(id); return load(id, ...rest); };
    const { run } = require(${JSON.stringify(join(ROOT, "dist/src/cli/main.js"))});
    run(["grant", "--read", "s3://data-in"]).then(() => process.stderr.write(loaded.filter((id) => /cdktf|constructs|esbuild|lint/.test(id)).join()));`;
  const { stderr, status } = spawnSync(process.execPath, ["-e", script], { encoding: "utf8" });
  expect([status, stderr]).toEqual([0, ""]);
});

test("HCL: a data source with the reasons above its statements", () => {
  const { stdout, code } = grant("--read", "s3://data-in/orders/", "--format", "hcl");
  expect(code).toBe(0);
  expect(stdout).toBe(`data "aws_iam_policy_document" "grant" {
  # read s3://data-in/orders/
  statement {
    sid       = "ListBucket"
    actions   = ["s3:ListBucket"]
    resources = ["arn:aws:s3:::data-in"]

    condition {
      test     = "StringLike"
      variable = "s3:prefix"
      values   = ["orders/*"]
    }
  }

  # read s3://data-in/orders/
  statement {
    sid       = "GetObject"
    actions   = ["s3:GetObject"]
    resources = ["arn:aws:s3:::data-in/orders/*"]
  }
}
`);
});

test("--help tells every option", () => {
  const { stdout, code } = project.run(["grant", "--help"]);
  expect(code).toBe(0);
  for (const option of [
    "read",
    "write",
    "delete",
    "action",
    "resource",
    "sid",
    "account",
    "region",
    "partition",
    "format",
    "json",
  ])
    expect(stdout).toContain(`--${option}`);
});

test.each([
  ["secret", "arn:aws:secretsmanager:eu-west-1:111111111111:secret:db-AbCdEf"],
  ["connection", `${GLUE}:connection/db`],
  ["log-group", "arn:aws:logs:eu-west-1:111111111111:log-group:/aws-glue/jobs"],
  ["key", "arn:aws:kms:eu-west-1:111111111111:key/k1"],
])("%s:ARN is the ARN", (kind, arn) => {
  const { code, stdout } = grant("--read", `${kind}:${arn}`);
  expect([code, stdout]).toEqual([0, grant("--read", arn).stdout]);
});

test("a PassRole for every service is told", () => {
  const { code, stderr } = grant("--action", "iam:PassRole", "--resource", "arn:aws:iam::111111111111:role/a");
  expect(code).toBe(0);
  expect(stderr).toContain("`iam:PassRole` is granted for every service: add a condition on `iam:PassedToService`");
});

test("tags of what the data lacks for GetTags", () => {
  expect(grant("--action", "glue:GetTags", "--resource", "registry/r", ...HERE)).toMatchObject({ code: 0 });
});
