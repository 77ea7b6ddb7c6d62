/** Policies of other clouds, which have the form of those of AWS and another language. */
import { lintFiles } from "../../../src/policy-files";
import { codesOf, findingsIn } from "./field-support";

const WRONG =
  '{ Version = "1", Statement = [{ Effect = "Allow", Action = "oss:ListObjects", Resource = "acs:oss:*:*:a" }] }';

test.each([
  ["alicloud_ram_policy", `policy_document = jsonencode(${WRONG})`],
  [
    "alicloud_ram_role",
    `document = <<EOF\n{ "Version": "1", "Statement": [{ "Effect": "Allow", "Action": "sts:AssumeRole", "Principal": { "RAM": ["acs:ram::1:root"] } }] }\nEOF`,
  ],
  [
    "minio_iam_policy",
    'policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Action = "admin:*", Resource = "arn:aws:s3:::a" }] })',
  ],
  [
    "yandex_storage_bucket",
    'policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Principal = { CanonicalUser = "a" }, Action = "s3:*", Resource = "arn:yc:s3:::a" }] })',
  ],
  [
    "tencentcloud_cam_policy",
    `document = jsonencode({ version = "2.0", statement = [{ effect = "allow", action = ["name/cos:*"], resource = ["*"] }] })`,
  ],
  [
    "huaweicloud_identity_role",
    `policy = jsonencode({ Version = "1.1", Statement = [{ Effect = "Allow", Action = ["obs:bucket:List"] }] })`,
  ],
  [
    "scaleway_object_bucket_policy",
    `policy = jsonencode({ Version = "2023-04-17", Statement = [{ Effect = "Allow", Principal = { SCW = "project_id:a" }, Action = "s3:GetObject", Resource = "a/*" }] })`,
  ],
])("%s", (type, argument) => {
  expect(findingsIn({ "main.tf": `resource "${type}" "a" {\n  ${argument}\n}\n` })).toEqual([]);
});

test("in a data source, and in a local that only another cloud uses", () => {
  expect(findingsIn({ "main.tf": `data "minio_x" "a" {\n  policy = jsonencode(${WRONG})\n}\n` })).toEqual([]);
  const files = {
    "locals.tf": `locals {\n  policy = ${WRONG}\n  text   = jsonencode(${WRONG})\n}\n`,
    "main.tf":
      'resource "alicloud_ram_policy" "a" {\n  policy_document = jsonencode(local.policy)\n}\nresource "alicloud_ram_policy" "b" {\n  policy_document = local.text\n}\n',
  };
  expect(findingsIn(files)).toEqual([]);
});

test("in a plan", () => {
  const policy = JSON.stringify({
    Version: "1",
    Statement: [{ Effect: "Allow", Action: "oss:ListObjects", Resource: "*" }],
  });
  const plan = (type: string) =>
    JSON.stringify({
      format_version: "1.2",
      terraform_version: "1.9.0",
      resource_changes: [
        {
          address: `${type}.a`,
          mode: "managed",
          type,
          name: "a",
          provider_name: "registry.terraform.io/a/b",
          change: {
            actions: ["create"],
            before: null,
            after: { policy },
            after_unknown: {},
            before_sensitive: false,
            after_sensitive: {},
          },
        },
      ],
    });
  const codes = (type: string) => codesOf(lintFiles([{ path: "plan.json", text: plan(type) }]).findings);
  expect(codes("alicloud_ram_policy")).toEqual([]);
  expect(codes("aws_iam_policy")).toContain("error unknown-service");
});

test.each([
  ["a resource of AWS", `resource "aws_iam_policy" "a" {\n  policy = jsonencode(${WRONG})\n}\n`],
  [
    "a resource of Cloud Control",
    `resource "awscc_iam_managed_policy" "a" {\n  policy_document = jsonencode(${WRONG})\n}\n`,
  ],
  ["an input of a module", `module "a" {\n  source = "./a"\n  policy = jsonencode(${WRONG})\n}\n`],
  ["a local", `locals {\n  policy = jsonencode(${WRONG})\n}\n`],
  [
    "the AWS engine of Vault",
    `resource "vault_aws_secret_backend_role" "a" {\n  policy_document = jsonencode(${WRONG})\n}\n`,
  ],
  ["a file", `resource "local_file" "a" {\n  content = jsonencode(${WRONG})\n}\n`],
  [
    "a local that AWS uses too",
    `locals {\n  policy = ${WRONG}\n}\nresource "alicloud_ram_policy" "a" {\n  policy_document = jsonencode(local.policy)\n}\nresource "aws_iam_policy" "a" {\n  policy = jsonencode(local.policy)\n}\n`,
  ],
])("still read: %s", (_, text) => {
  expect(codesOf(findingsIn({ "main.tf": text }))).toContain("error unknown-service");
});
