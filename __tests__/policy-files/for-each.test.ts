/** Policies of instances, and in defaults of variables. */
import { lintFiles, policiesInTerraform } from "../../src/policy-files";

function lint(files: Readonly<Record<string, string>>) {
  const given = Object.entries(files).map(([path, text]) => ({ path, text }));
  const textOf = (path: string) => json(path === "b.json" ? "s3:GetObjekt" : "s3:ListAllMyBuckets");
  const { findings, problems } = lintFiles(given, { today: "2026-09-26", textOf });
  expect(problems).toEqual([]);
  return findings.filter(({ rule }) => rule !== "missing-version" && rule !== "wildcard-resource");
}

const places = (files: Readonly<Record<string, string>>) =>
  lint(files).map(({ rule, file, line, address }) => `${file}:${line} ${rule} ${address}`);

const policy = (action: string) =>
  `jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Action = "${action}", Resource = "*" }] })`;
const json = (action: string) =>
  `{ "Version": "2012-10-17", "Statement": [{ "Effect": "Allow", "Action": "${action}", "Resource": "*" }] }`;

test.each([
  [
    "objects",
    `resource "aws_iam_policy" "p" {
  for_each = {
    a = ${policy("s3:ListAllMyBuckets")}
    b = ${policy("s3:GetObjekt")}
  }
  policy = each.value
}`,
    ["main.tf:4 unknown-action aws_iam_policy.p"],
  ],
  [
    "a local, and an attribute of the value",
    `locals {
  policies = { a = { actions = ["s3:GetObjekt"] }, b = { actions = ["s3:ListAllMyBuckets"] } }
}
data "aws_iam_policy_document" "d" {
  for_each = local.policies
  statement {
    actions   = each.value.actions
    resources = ["*"]
  }
}`,
    ["main.tf:2 unknown-action data.aws_iam_policy_document.d"],
  ],
  [
    "a set of texts, in every instance",
    `resource "aws_iam_role_policy" "p" {
  for_each = toset(["raw", "curated"])
  policy = jsonencode({ Version = "2012-10-17", Statement = [
    { Effect = "Allow", Action = "s3:ListBucket", Resource = "arn:aws:s3:::\${each.key}/*" }] })
}`,
    ["main.tf:4 resource-type-mismatch aws_iam_role_policy.p"],
  ],
  [
    "one instance of several",
    `resource "aws_iam_role_policy" "p" {
  for_each = { a = "arn:aws:s3:::raw", b = "arn:aws:s3:::raw/*" }
  policy = jsonencode({ Version = "2012-10-17", Statement = [
    { Effect = "Allow", Action = "s3:ListBucket", Resource = each.value }] })
}`,
    ["main.tf:4 resource-type-mismatch aws_iam_role_policy.p"],
  ],
  [
    "files by their keys",
    `resource "aws_iam_policy" "p" {
  for_each = toset(["a", "b"])
  policy   = file("\${path.module}/\${each.key}.json")
}`,
    ["b.json:1 unknown-action aws_iam_policy.p"],
  ],
  [
    "modules",
    `module "m" {
  source   = "./m"
  for_each = { a = { policy = ${policy("s3:GetObjekt")} } }
  policy   = each.value.policy
}`,
    ["main.tf:3 unknown-action module.m"],
  ],
  [
    "what is not known may be anything",
    `resource "aws_iam_policy" "p" {
  for_each = var.policies
  policy   = jsonencode({ Version = "2012-10-17", Statement = [
    { Effect = "Allow", Action = each.value.actions, Resource = each.value.arn }] })
}`,
    [],
  ],
])("for_each over %s", (_name, text, expected) => {
  expect(places({ "main.tf": text })).toEqual(expected);
});

test("as many instances as a folder may have take time in proportion", () => {
  const keys = Array.from({ length: 99 }, (_, at) => `"k${at}"`).join(", ");
  const text = `resource "aws_iam_policy" "p" {\n  for_each = toset([${keys}])\n  policy = ${policy("s3:GetObjekt")}\n}\n`;
  expect(places({ "main.tf": text })).toEqual(["main.tf:3 unknown-action aws_iam_policy.p"]);
});

describe("the default of a variable", () => {
  const heredoc = `variable "policy" {\n  default = <<EOT\n${json("s3:GetObjekt")}\nEOT\n}\n`;
  const map = `variable "policies" {\n  default = {\n    a = { text = ${JSON.stringify(json("s3:GetObjekt"))} }\n  }\n}\n`;
  const object = `variable "policy" {\n  default = { Version = "2012-10-17", Statement = [{ Effect = "Allow", Action = "s3:GetObjekt", Resource = "*" }] }\n}\n`;
  const use = 'resource "aws_iam_policy" "p" {\n  policy = var.policy\n}\n';

  test.each([
    ["a heredoc", heredoc + use, 3],
    [
      "a text in a map",
      `${map}resource "aws_iam_policy" "p" {\n  for_each = var.policies\n  policy = each.value.text\n}\n`,
      3,
    ],
    ["an object", `${object}resource "aws_iam_policy" "p" {\n  policy = jsonencode(var.policy)\n}\n`, 2],
  ])("%s: at most a warning that says so", (_name, text, line) => {
    const found = lint({ "main.tf": text });
    expect(found).toMatchObject([
      { rule: "unknown-action", severity: "warning", line, hint: expect.stringMatching(/the default of `var\.polic/) },
    ]);
  });

  test("what uses the variable tells the type", () => {
    const text = '{ "Statement": [{ "Effect": "Allow", "Action": "sqs:SendMessage", "Resource": "*" }] }';
    const main = `variable "policy" {\n  default = ${JSON.stringify(text)}\n}\nresource "aws_sqs_queue" "q" {\n  policy = var.policy\n}\n`;
    const { policies } = policiesInTerraform(new Map([["main.tf", main]]), { defaultCounts: () => true });
    expect(policies).toMatchObject([{ address: "var.policy", variable: "policy", document: { type: "resource" } }]);
  });

  test.each<[string, Readonly<Record<string, string>>]>([
    ["terraform.tfvars", { "terraform.tfvars": 'policy = "x"\n' }],
    ["a file of values in JSON", { "env/prod.tfvars.json": '{ "policy": "x" }' }],
    ["a module that calls the folder", { "../main.tf": 'module "m" {\n  source = "./x"\n}\n' }],
    ["a module in JSON that calls it", { "../main.tf.json": '{ "module": { "m": { "source": "./x" } } }' }],
    ["a file of Terragrunt", { "../live/terragrunt.hcl": 'terraform {\n  source = "../x"\n}\ninputs = {}\n' }],
  ])("set by %s: nothing", (_name, others) => {
    const files = Object.entries(others).map(([path, text]) => [
      path.startsWith("../") ? path.slice(3) : `x/${path}`,
      text,
    ]);
    expect(lint({ "x/main.tf": heredoc + use, ...Object.fromEntries(files) })).toEqual([]);
  });

  test.each<[string, Readonly<Record<string, string>>]>([
    ["a key of another variable", { "x/terraform.tfvars": 'team = {\n  policy = "x"\n}\n' }],
    ["a key of another variable in JSON", { "x/terraform.tfvars.json": '{ "team":\n{ "policy": "x" } }' }],
    ["a line of a text", { "x/terraform.tfvars": "notes = <<EOT\npolicy = x\nEOT\n" }],
    ["a call in a comment", { "main.tf": '# module "m" {\n#   source = "./x"\n# }\nlocals {}\n' }],
    ["the source of something else", { "main.tf": 'resource "a_b" "c" {\n  source = "./x"\n}\n' }],
  ])("not set by %s: still told", (_name, others) => {
    expect(lint({ "x/main.tf": heredoc + use, ...others })).toHaveLength(1);
  });

  test("set for another folder, or another variable: still told", () => {
    const files = {
      "x/main.tf": heredoc + use,
      "y/terraform.tfvars": 'policy = "x"\n',
      "x/terraform.tfvars": "policy2 = 1\n",
    };
    expect(lint(files)).toHaveLength(1);
  });

  test("never both branches of a condition, and nothing of other values", () => {
    const text = `variable "policy" {\n  default = "*"\n}\nvariable "actions" {\n  default = ["s3:GetObjekt"]\n}
resource "aws_iam_policy" "p" {
  policy = var.policy != "" ? var.policy : jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Action = var.actions, Resource = "*" }] })
}
`;
    expect(lint({ "main.tf": text })).toEqual([]);
  });
});

test.each([
  ["a list of a local", 'toset(lookup(local.actions, "a", []))', "each.key"],
  ["an object", 'lookup({ dev = { x = "s3:GetObjekt" } }, "dev", {})', "each.value"],
  ["the default", 'lookup({ dev = { x = "s3:ListAllMyBuckets" } }, "prod", { y = "s3:GetObjekt" })', "each.value"],
  ["inside of another function", 'merge(lookup(local.maps, "a", {}), {})', "each.value"],
])("lookup in for_each: %s", (_name, forEach, action) => {
  const text = `locals {
  actions = { a = ["s3:GetObjekt"], b = ["s3:ListAllMyBuckets"] }
  maps    = { a = { x = "s3:GetObjekt" } }
}
resource "aws_iam_policy" "p" {
  for_each = ${forEach}
  policy   = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Action = ${action}, Resource = "*" }] })
}`;
  expect(lint({ "main.tf": text }).map(({ rule }) => rule)).toEqual(["unknown-action"]);
});

test.each([
  ["an unknown key", 'lookup({ a = { x = "s3:GetObjekt" } }, var.name, { y = "s3:GetObjekt" })'],
  ["an unknown map", 'lookup(var.map, "a", { y = "s3:GetObjekt" })'],
  ["a key of the map that is not known", 'lookup({ (var.name) = { x = "s3:A" } }, "a", { y = "s3:GetObjekt" })'],
])("lookup in for_each is not guessed: %s", (_name, forEach) => {
  const text = `variable "name" {}
variable "map" {}
resource "aws_iam_policy" "p" {
  for_each = ${forEach}
  policy   = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Action = each.value, Resource = "*" }] })
}`;
  expect(lint({ "main.tf": text })).toEqual([]);
});

describe("a count that is known", () => {
  const counted = (count: string, action: string, more = "") => ({
    "main.tf": `locals {
  actions = ["sns:Publish", "sns:Publsh", "sns:Subscribe"]
}
data "aws_iam_policy_document" "d" {
  count = ${count}
  statement {
    actions   = [${action}]
    resources = ["arn:aws:sns:eu-west-1:123456789012:t-\${count.index}"]
  }
}
${more}`,
  });
  const hints = (files: Readonly<Record<string, string>>) => lint(files).map(({ rule, hint }) => `${rule}: ${hint}`);

  test.each<readonly [string, string, string, readonly string[]]>([
    [
      "an element of a local",
      "length(local.actions)",
      "local.actions[count.index]",
      ["unknown-action: did you mean `sns:Publish`? this is so for the `count.index` 1"],
    ],
    [
      "an element of an expression",
      "2",
      "concat(local.actions, [])[count.index]",
      ["unknown-action: did you mean `sns:Publish`? this is so for the `count.index` 1"],
    ],
    ["all instances", "2", '"sns:Publsh"', ["unknown-action: did you mean `sns:Publish`?"]],
    ["one instance", "1", '"sns:Publsh"', ["unknown-action: did you mean `sns:Publish`?"]],
    ["the first alone", "1", "local.actions[count.index]", []],
    [
      "the first alone, which is wrong",
      "1",
      '["sns:Publsh", "sns:Publish"][count.index]',
      ["unknown-action: did you mean `sns:Publish`?"],
    ],
    ["a count that is not known", "var.n", '"sns:Publsh"', ["unknown-action: did you mean `sns:Publish`?"]],
    ["an element of a count that is not known", "var.n", "local.actions[count.index]", []],
    ["none", "0", '"sns:Publsh"', ["unknown-action: did you mean `sns:Publish`?"]],
    ["very many", "1000000", '"sns:Publsh"', ["unknown-action: did you mean `sns:Publish`?"]],
    [
      "a number as text",
      '"2"',
      "local.actions[count.index]",
      ["unknown-action: did you mean `sns:Publish`? this is so for the `count.index` 1"],
    ],
    ["an empty text", '""', '"sns:Publsh"', ["unknown-action: did you mean `sns:Publish`?"]],
    ["no number", '"x"', '"sns:Publsh"', ["unknown-action: did you mean `sns:Publish`?"]],
  ])("%s", (_name, count, action, told) => {
    expect(hints(counted(count, action))).toEqual(told);
  });

  test("a role with count has what its instance attaches", () => {
    const text = `resource "aws_iam_role" "r" {
  count              = 1
  assume_role_policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Principal = { Service = "glue.amazonaws.com" }, Action = "sts:AssumeRole" }] })
}
resource "aws_iam_role_policy" "p" {
  count  = 1
  role   = aws_iam_role.r[count.index].id
  policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Action = "glue:GetTable", Resource = "arn:aws:glue:eu-west-1:123456789012:table/a/b" }] })
}
`;
    const attached = `resource "aws_iam_role_policy_attachment" "a" {
  count      = 1
  role       = aws_iam_role.r[count.index].name
  policy_arn = "arn:aws:iam::aws:policy/service-role/AWSGlueServiceRole"
}
`;
    expect(lint({ "main.tf": text }).map(({ rule }) => rule)).toEqual(["missing-ancestor"]);
    expect(lint({ "main.tf": text + attached })).toEqual([]);
  });
});
