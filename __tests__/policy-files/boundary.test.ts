/** Policies in Terraform that are called a boundary, or compared with one. */
import { policiesInTerraform } from "../../src/policy-files";

const policy =
  'jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Action = "s3:*", Resource = "*" }] })';
const managed = (name: string, head = "", value = policy) =>
  `resource "aws_iam_policy" "${name}" {\n  ${head}\n  policy = ${value}\n}\n`;

function types(main: string, path = "main.tf") {
  const textOf = () =>
    '{ "Version": "2012-10-17", "Statement": [{ "Effect": "Allow", "Action": "s3:*", "Resource": "*" }] }';
  const { policies, problems } = policiesInTerraform(new Map([[path, main]]), { textOf });
  expect(problems).toEqual([]);
  return policies.map(({ document }) => document.type);
}

test.each([
  ["its address", managed("boundary")],
  ["a word of its address", managed("deploy_boundary")],
  ["its name", managed("a", 'name = "${var.prefix}-boundary"')],
  ["its name with capitals", managed("a", 'name = "DeployBoundary"')],
  ["the start of its name", managed("a", 'name_prefix = "boundary-"')],
  ["the file that it reads", managed("a", "", 'templatefile("${path.module}/policies/boundary.json", {})')],
  [
    "what it is compared with",
    `${managed("a")}${managed("b", "", 'jsonencode({ Statement = [{ Effect = "Deny", Action = "iam:CreateRole", Resource = "*", Condition = { StringNotEquals = { "iam:PermissionsBoundary" = aws_iam_policy.a.arn } } }] })')}`,
  ],
  [
    "what a document compares it with",
    `${managed("a")}data "aws_iam_policy_document" "d" {
  statement {
    actions   = ["iam:CreateRole"]
    resources = ["*"]
    condition {
      test     = "StringEquals"
      variable = "iam:PermissionsBoundary"
      values   = [aws_iam_policy.a.arn]
    }
  }
}
`,
  ],
])("a boundary by %s", (_name, main) => {
  expect(types(main)[0]).toBe("boundary");
});

test("a boundary by the name of the file", () => {
  expect(types(managed("a"), "iam/boundary.tf")).toEqual(["boundary"]);
  expect(types(managed("a"), "boundary/iam.tf")).toEqual(["identity"]);
});

const document = (name: string, principals = "") =>
  `data "aws_iam_policy_document" "${name}" {\n  statement {\n    actions = ["s3:*"]\n    resources = ["*"]\n    ${principals}\n  }\n}\n`;

test("a document whose use is not known, by its name", () => {
  expect(types(document("poweruser_boundary_policy"))).toEqual(["boundary"]);
  expect(types(document("poweruser"))).toEqual(["identity"]);
  const inline = `${document("boundary")}resource "aws_iam_role_policy" "a" {\n  policy = data.aws_iam_policy_document.boundary.json\n}\n`;
  expect(types(inline)).toEqual(["identity"]);
  const principals = 'principals {\n      type = "AWS"\n      identifiers = ["*"]\n    }';
  expect(types(document("boundary", principals))).toEqual(["resource"]);
});

describe("a document that a managed policy has, and that is called a boundary", () => {
  const limits = `resource "aws_iam_policy" "limits" {\n  policy = data.aws_iam_policy_document.deploy_boundary.json\n}\n`;
  const ofMap = `locals {
  policies = { limits = { policy = data.aws_iam_policy_document.deploy_boundary }, read = { policy = data.aws_iam_policy_document.read } }
}
resource "aws_iam_policy" "all" {
  for_each = local.policies
  policy   = each.value.policy.json
}
`;
  test("that nothing attaches", () => {
    expect(types(document("deploy_boundary") + limits)).toEqual(["boundary"]);
    expect(types(limits + document("deploy_boundary"))).toEqual(["boundary"]);
    expect(types(document("deploy_boundary") + document("read") + ofMap)).toEqual(["boundary", "identity"]);
  });

  test("that something attaches, or that an inline policy has too", () => {
    const attachment = (policy: string) =>
      `resource "aws_iam_role_policy_attachment" "a" {\n  policy_arn = ${policy}.arn\n}\n`;
    expect(types(document("deploy_boundary") + limits + attachment("aws_iam_policy.limits"))).toEqual(["identity"]);
    expect(types(document("deploy_boundary") + ofMap + attachment('aws_iam_policy.all["read"]'))[0]).toBe("identity");
    const inline = limits.replace("aws_iam_policy", "aws_iam_role_policy").replace("limits", "b");
    expect(types(document("deploy_boundary") + limits + inline)).toEqual(["identity"]);
  });
});

test.each([
  [
    "it is attached",
    `${managed("boundary")}resource "aws_iam_role_policy_attachment" "a" {\n  policy_arn = aws_iam_policy.boundary.arn\n}\n`,
  ],
  [
    "a module attaches it",
    `${managed("boundary")}module "m" {\n  source = "x"\n  policy_arns = [aws_iam_policy.boundary.arn]\n}\n`,
  ],
  ["the word is another", managed("boundaryless")],
  ["another argument has the word", managed("a", 'description = "no boundary"')],
  [
    "it is compared with something else",
    `${managed("a")}${managed("b", "", 'jsonencode({ Statement = [{ Effect = "Deny", Action = "iam:AttachRolePolicy", Resource = "*", Condition = { StringEquals = { "iam:PolicyARN" = aws_iam_policy.a.arn } } }] })')}`,
  ],
])("no boundary: %s", (_name, main) => {
  expect(types(main)[0]).toBe("identity");
});

const ROLE =
  'resource "aws_iam_role" "r" {\n  permissions_boundary = VALUE\n  assume_role_policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Principal = { Service = "ec2.amazonaws.com" }, Action = "sts:AssumeRole" }] })\n}\n';
const limited = (value: string) => ROLE.replace("VALUE", value);
const locals = (text: string) => `locals {\n  ${text}\n}\n`;
const attach = (head: string, arn: string) =>
  `resource "aws_iam_role_policy_attachment" "a" {\n  ${head}\n  role = aws_iam_role.r.name\n  policy_arn = ${arn}\n}\n`;

test.each<[string, string]>([
  ["a local", locals("edge = aws_iam_policy.a.arn") + limited("local.edge")],
  ["a local of a local", locals("edge = local.b\n  b = aws_iam_policy.a.arn") + limited("local.edge")],
  [
    "an entry of a local",
    locals("arns = { edge = aws_iam_policy.a.arn, own = aws_iam_policy.b.arn }") + limited("local.arns.edge"),
  ],
  ["an entry by its key", locals('arns = { "edge" = aws_iam_policy.a.arn }') + limited('local.arns["edge"]')],
])("a boundary that a role has through %s", (_name, rest) => {
  expect(types(managed("a") + rest)[0]).toBe("boundary");
});

test.each<[string, string]>([
  ["through a local", locals("own = aws_iam_policy.a.arn") + attach("", "local.own")],
  ["through a list", locals("own = [aws_iam_policy.a.arn]") + attach("for_each = toset(local.own)", "each.value")],
  ["through its instances", attach('for_each = { "x" = aws_iam_policy.a.arn }', "each.value")],
])("a boundary that is attached too grants: %s", (_name, rest) => {
  expect(types(managed("a") + locals("edge = aws_iam_policy.a.arn") + limited("local.edge") + rest)[0]).toBe(
    "identity",
  );
});

describe("a map of roles", () => {
  const roles = locals("roles = { x = { edge = aws_iam_policy.a.arn, own = aws_iam_policy.b.arn } }");
  const each = (value: string) => limited(value).replace("{\n", "{\n  for_each = local.roles\n");
  const own = attach("for_each = local.roles", "each.value.own");

  test("its boundary is one, also where another entry is attached", () => {
    expect(types(managed("a") + managed("b") + roles + each("each.value.edge") + own)[0]).toBe("boundary");
    expect(types(managed("b") + managed("a") + roles + each("each.value.edge") + own)[0]).toBe("identity");
  });

  test("it is none where it is attached too", () => {
    const both = each("each.value.edge") + attach("for_each = local.roles", "each.value.edge");
    expect(types(managed("a") + managed("b") + roles + both)[0]).toBe("identity");
    const loop = attach("for_each = { for k, v in local.roles : k => v }", 'each.value["edge"]');
    expect(types(managed("a") + managed("b") + roles + each("each.value.edge") + loop)[0]).toBe("identity");
  });
});

test("another entry of the local is no boundary", () => {
  const arns = locals("arns = { edge = aws_iam_policy.a.arn, own = aws_iam_policy.b.arn }");
  expect(types(managed("b") + managed("a") + arns + limited("local.arns.edge"))[0]).toBe("identity");
});

describe("the name of what a module or a local gets", () => {
  const call = (argument: string, value: string) => `module "m" {\n  source = "./m"\n  ${argument} = ${value}\n}\n`;
  const json = "data.aws_iam_policy_document.a.json";

  test.each([
    ["scp_policy", "scp"],
    ["service_control_policy_content", "scp"],
    ["permissions_boundary_policy", "boundary"],
    ["permission_set_inline_policy", "permission-set"],
    ["policy", "identity"],
    ["description", "identity"],
    ["scripts_policy", "identity"],
  ])("%s", (argument, type) => {
    expect(types(document("a") + call(argument, json))).toEqual([type]);
    expect(types(call(argument, policy))).toEqual([type]);
  });

  test("a local", () => {
    expect(types(`locals {\n  scp_of_sandbox = ${policy}\n  reader = ${policy}\n}\n`)).toEqual(["scp", "identity"]);
  });

  test("a use that tells the type counts, and a principal", () => {
    const attached = 'resource "aws_iam_role_policy" "r" {\n  policy = data.aws_iam_policy_document.a.json\n}\n';
    expect(types(document("a") + call("scp_policy", json) + attached)).toEqual(["identity"]);
    const principals = 'principals {\n      type = "AWS"\n      identifiers = ["*"]\n    }';
    expect(types(document("a", principals) + call("scp_policy", json))).toEqual(["resource"]);
  });
});
