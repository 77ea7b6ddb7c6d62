/** States, and what else Terraform writes, are read or refused with what to do. */
import { lintFiles } from "../../src/policy-files";

const policy = (action: string) =>
  JSON.stringify({
    Version: "2012-10-17",
    Statement: [{ Effect: "Allow", Action: action, Resource: "arn:aws:s3:::raw/*" }],
  });
const bad = policy("s3:ListBucket");
const block = (more: object, ...instances: readonly object[]) => ({
  mode: "managed",
  type: "aws_iam_policy",
  name: "p",
  instances,
  ...more,
});
const file = (...resources: readonly object[]) =>
  JSON.stringify({ version: 4, terraform_version: "1.11.4", serial: 3, lineage: "a", outputs: {}, resources });
const shown = (rootModule: object) =>
  JSON.stringify({ format_version: "1.0", terraform_version: "1.11.4", values: { root_module: rootModule } });
const resource = (address: string, values: object, more: object = {}) => ({
  address,
  mode: "managed",
  type: "aws_iam_policy",
  name: "p",
  values,
  ...more,
});

const lint = (text: string, path = "terraform.tfstate", named = true) =>
  lintFiles([{ path, text, named }], { today: "2026-10-01" });
const placesIn = (text: string) => lint(text).findings.map(({ rule, address, pointer }) => [rule, address, pointer]);

test("the file of a state", () => {
  const made = file(
    block({}, { attributes: { policy: bad } }),
    block({ module: 'module.a["x"]', name: "q" }, { index_key: "k", attributes: { policy: bad } }),
    block({ name: "r" }, { index_key: 1, attributes: { policy: bad } }, { index_key: 0, attributes: {} }),
    block({ mode: "data", name: "of_others" }, { attributes: { policy: bad } }),
    block(
      { type: "aws_organizations_policy", name: "scp" },
      { attributes: { content: policy("*"), type: "SERVICE_CONTROL_POLICY" } },
    ),
  );
  const at = "/Statement/0/Action";
  expect(placesIn(made)).toEqual([
    ["resource-type-mismatch", "aws_iam_policy.p", `aws_iam_policy.p.policy${at}`],
    [
      "resource-type-mismatch",
      'module.a["x"].aws_iam_policy.q["k"]',
      `module.a["x"].aws_iam_policy.q["k"].policy${at}`,
    ],
    ["resource-type-mismatch", "aws_iam_policy.r[1]", `aws_iam_policy.r[1].policy${at}`],
  ]);
});

test("keys of instances stand in addresses as Terraform writes them", () => {
  const keys = ["${a}", "two words", "emoji \u{1f3ff}", "line\nbreak", 2, "\u2028"];
  const made = file(block({}, ...keys.map((key) => ({ index_key: key, attributes: { policy: bad } }))));
  expect(lint(made).findings.map(({ address }) => address)).toEqual([
    'aws_iam_policy.p["$${a}"]',
    'aws_iam_policy.p["two words"]',
    'aws_iam_policy.p["emoji \u{1f3ff}"]',
    'aws_iam_policy.p["line\\nbreak"]',
    "aws_iam_policy.p[2]",
    'aws_iam_policy.p["\\u2028"]',
  ]);
});

test("`terraform show -json` of a state", () => {
  const made = shown({
    resources: [
      resource("aws_iam_policy.p", { policy: bad }),
      resource("data.aws_iam_policy.of_others", { policy: bad }, { mode: "data" }),
    ],
    child_modules: [
      {
        address: "module.a",
        child_modules: [{ resources: [resource("module.a.module.b.aws_iam_policy.p", { policy: bad })] }],
      },
    ],
  });
  expect(placesIn(made).map(([, address]) => address)).toEqual([
    "aws_iam_policy.p",
    "module.a.module.b.aws_iam_policy.p",
  ]);
  expect(lint(shown({}))).toMatchObject({ findings: [], problems: [], unread: [] });
});

test.each([
  ["an older state", '{"version": 3, "serial": 1, "lineage": "a", "modules": []}', "is a state of an older Terraform"],
  [
    "an encrypted state",
    '{"version": 4, "serial": 1, "lineage": "a", "encrypted_data": "x"}',
    "is a state whose resources cannot be read, as in an encrypted one",
  ],
  ["a binary plan", "PK\u0003\u0004x", "is a binary plan file, and only its Terraform can read it"],
  [
    "a log",
    '{"@level":"info","@message":"Terraform 1.11"}\n{"@level":"info"}\n',
    "is the log of `terraform plan -json`, one message a line; it has no values in it",
  ],
  [
    "what people read of a plan",
    "Terraform used the selected providers to generate the following execution plan.\n\nPlan: 1 to add, 0 to change.\n",
    "is not JSON, but what `terraform plan` prints for people",
  ],
])("%s is refused with what to run, and passed over in a folder", (_, text, message) => {
  const { findings, problems } = lint(text);
  expect(findings).toEqual([]);
  expect(problems).toMatchObject([{ message, file: "terraform.tfstate", hint: expect.stringContaining("show -json") }]);
  expect(lint(text, "x/state.json", false)).toMatchObject({ findings: [], problems: [] });
});

test("JSON with fields of the same names is no state", () => {
  const other = JSON.stringify({
    serial: 1,
    lineage: "Asplenium",
    resources: [],
    Statement: JSON.parse(bad).Statement,
  });
  expect(lint(other, "fern.json").findings.map(({ rule, line }) => [rule, line])).toContainEqual([
    "resource-type-mismatch",
    1,
  ]);
});
