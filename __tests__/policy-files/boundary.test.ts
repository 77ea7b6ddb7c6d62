/** W13: policies in Terraform that are called a boundary, or compared with one. */
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
