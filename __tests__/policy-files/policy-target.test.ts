/** What is known of the resource that sets a policy: the policy of a registry of images names repositories, that of a repository does not. */
import { lintFiles } from "../../src/policy-files";

const told = (path: string, text: string) =>
  lintFiles([{ path, text }], { today: "2026-10-01" }).findings.map(({ rule, severity }) => `${severity} ${rule}`);

const IMAGES = "arn:aws:ecr:eu-west-1:123456789012:repository/*";
const statement = (more: object) => ({
  Version: "2012-10-17",
  Statement: [
    {
      Effect: "Allow",
      Principal: { AWS: "arn:aws:iam::444455556666:root" },
      Action: ["ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"],
      ...more,
    },
  ],
});
const WITH = statement({ Resource: IMAGES });

const resource = (type: string, argument: string, value: string) => `resource "${type}" "a" {
  ${argument} = ${value}
}
`;
const document = `data "aws_iam_policy_document" "a" {
  statement {
    actions   = ["ecr:BatchGetImage"]
    resources = ["${IMAGES}"]
    principals {
      type        = "AWS"
      identifiers = ["arn:aws:iam::444455556666:root"]
    }
  }
}
`;
const template = (Type: string, property: string) =>
  JSON.stringify({ Resources: { A: { Type, Properties: { [property]: WITH } } } });

const REFUSED = ["error refused-by-service"];

test.each([
  ["Terraform", "main.tf", resource("aws_ecr_registry_policy", "policy", `jsonencode(${JSON.stringify(WITH)})`)],
  [
    "a document",
    "main.tf",
    document + resource("aws_ecr_registry_policy", "policy", "data.aws_iam_policy_document.a.json"),
  ],
  ["a template", "a.json", template("AWS::ECR::RegistryPolicy", "PolicyText")],
])("the policy of a registry has Resource: %s", (_, path, text) => {
  expect(told(path, text)).toEqual([]);
});

test.each([
  ["Terraform", "main.tf", resource("aws_ecr_repository_policy", "policy", `jsonencode(${JSON.stringify(WITH)})`)],
  [
    "a document",
    "main.tf",
    document + resource("aws_ecr_repository_policy", "policy", "data.aws_iam_policy_document.a.json"),
  ],
  ["a template", "a.json", template("AWS::ECR::Repository", "RepositoryPolicyText")],
])("the policy of a repository has none: %s", (_, path, text) => {
  expect(told(path, text)).toEqual(REFUSED);
});

test("where nothing tells which it is, Resource is a warning", () => {
  expect(told("a.json", JSON.stringify(WITH))).toEqual(["warning refused-by-service"]);
  expect(told("a.json", JSON.stringify(statement({})))).toEqual([]);
});

test("statements that a module makes a policy of have no Resource, and may get one", () => {
  const statements = (more: string) => `module "ecr" {
  source = "terraform-aws-modules/ecr/aws"
  repository_policy_statements = {
    lambda = {
      effect     = "Allow"
      actions    = ["ecr:BatchGetImage"]
      principals = [{ type = "AWS", identifiers = ["arn:aws:iam::444455556666:root"] }]
      ${more}
    }
  }
}
`;
  expect(told("main.tf", statements(""))).toEqual([]);
  expect(told("main.tf", statements(`resources = ["${IMAGES}"]`))).toEqual(["warning refused-by-service"]);
});

test("a plan tells it by the type", () => {
  const plan = (type: string) =>
    JSON.stringify({
      format_version: "1.2",
      terraform_version: "1.11.4",
      resource_changes: [
        {
          address: `${type}.a`,
          mode: "managed",
          type,
          name: "a",
          provider_name: "registry.terraform.io/hashicorp/aws",
          change: { actions: ["create"], before: null, after: { policy: JSON.stringify(WITH) }, after_unknown: {} },
        },
      ],
    });
  expect(told("plan.json", plan("aws_ecr_registry_policy"))).toEqual([]);
  expect(told("plan.json", plan("aws_ecr_repository_policy"))).toEqual(REFUSED);
});
