/** Policies in the inputs of Terragrunt. */
import { lintFiles } from "../../src/policy-files";

function found(files: Readonly<Record<string, string>>) {
  const given = Object.entries(files).map(([path, text]) => ({ path, text }));
  const { findings, problems, policies } = lintFiles(given, { today: "2026-09-26" });
  expect(problems).toEqual([]);
  return { policies, told: findings.map(({ rule, file, line, address }) => `${file}:${line} ${rule} ${address}`) };
}

const statement = (action: string) => `{ Effect = "Allow", Action = "${action}", Resource = "arn:aws:s3:::raw/*" }`;
const encoded = (action: string) => `jsonencode({ Version = "2012-10-17", Statement = [${statement(action)}] })`;
const unit = (inputs: string) => `include "root" {
  path = find_in_parent_folders("root.hcl")
}
locals {
  read = ${statement("s3:GetObjekt")}
}
inputs = ${inputs}
`;

test("an encoded policy", () => {
  const text = unit(`{\n  name = "a"\n  inline_policy = ${encoded("s3:GetObjekt")}\n}`);
  expect(found({ "live/a/terragrunt.hcl": text })).toEqual({
    policies: 1,
    told: ["live/a/terragrunt.hcl:9 unknown-action inputs"],
  });
  expect(
    found({
      "live/a/terragrunt.hcl": text.replace(
        'GetObjekt", Resource = "arn:aws:s3:::raw/*" }] })',
        'GetObject", Resource = "arn:aws:s3:::raw/*" }] })',
      ),
    }).told,
  ).toEqual([]);
});

test.each([
  ["in a map", `{\n sets = { reader = { inline_policy = ${encoded("s3:GetObjekt")} } }\n}`],
  ["with a statement of a local", '{\n policy = jsonencode({ Version = "2012-10-17", Statement = [local.read] })\n}'],
  ["merged", `merge(local.common, { policy = ${encoded("s3:GetObjekt")} })`],
  ["with a quoted name", `{\n "policy" : ${encoded("s3:GetObjekt")}\n}`],
])("%s", (_, inputs) => {
  expect(found({ "terragrunt.hcl": unit(inputs) }).told).toEqual([expect.stringContaining("unknown-action")]);
});

test("the name of the input tells the type, and attached policies are judged", () => {
  const all =
    'jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Action = "*", Resource = "*" }] })';
  expect(found({ "terragrunt.hcl": unit(`{\n scp_policy = ${all}\n}`) }).told).toEqual([]);
  expect(found({ "terragrunt.hcl": unit(`{\n policy = ${all}\n}`) }).told).toEqual([
    expect.stringContaining("full-admin"),
  ]);
  const admin = 'managed_policy_arns = ["arn:aws:iam::aws:policy/AdministratorAccess"]';
  expect(found({ "terragrunt.hcl": unit(`{\n ${admin}\n}`) }).told).toEqual([
    expect.stringContaining("attached-admin inputs"),
  ]);
});

test("the file is no part of the module beside it", () => {
  const main = `locals {\n  read = ${statement("s3:GetObject")}\n}\nresource "aws_iam_policy" "a" {\n  policy = jsonencode({ Version = "2012-10-17", Statement = [local.read] })\n}\n`;
  expect(found({ "a/main.tf": main, "a/terragrunt.hcl": unit("{}") })).toEqual({ policies: 1, told: [] });
});

test("HCL of other programs is passed over", () => {
  const vault = 'path "secret/*" {\n  capabilities = ["read"]\n}\n';
  expect(found({ "vault.hcl": vault, "root.hcl": `locals {\n  a = ${encoded("s3:GetObjekt")}\n}\n` })).toEqual({
    policies: 0,
    told: [],
  });
});
