/** Which kind of policy each resource of Terraform files and plans holds. */
import { lintFiles, policiesInPlan, policiesInTerraform } from "../../src/policy-files";

const policy = (action = "s3:GetObject") =>
  `jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Action = "${action}", Resource = "*" }] })`;

function kindsOf(text: string): readonly (readonly [string | undefined, string])[] {
  const { policies, problems } = policiesInTerraform(new Map([["main.tf", text]]));
  expect(problems).toEqual([]);
  return policies.map(({ address, document }) => [address, document.type]);
}

function codesOf(text: string, path = "main.tf"): readonly string[] {
  const { findings } = lintFiles([{ path, text }], { today: "2026-10-01" });
  return findings.filter(({ severity }) => severity !== "info").map(({ rule }) => rule);
}

test.each<readonly [string, string, string]>([
  ["aws_iam_policy", "policy", "identity"],
  ["awscc_iam_managed_policy", "policy_document", "identity"],
  ["aws_ssoadmin_permission_set_inline_policy", "inline_policy", "permission-set"],
  ["awscc_sso_permission_set", "inline_policy", "permission-set"],
  ["aws_vpc_endpoint", "policy", "vpc-endpoint"],
  ["aws_vpc_endpoint_policy", "policy", "vpc-endpoint"],
  ["awscc_ec2_vpc_endpoint", "policy_document", "vpc-endpoint"],
  ["aws_transfer_user", "policy", "session"],
  ["aws_rolesanywhere_profile", "session_policy", "session"],
  ["aws_organizations_policy", "content", "scp"],
  ["awscc_organizations_policy", "content", "scp"],
  ["aws_codeartifact_domain_permissions_policy", "policy_document", "resource"],
  ["awscc_kms_key", "key_policy", "resource"],
  ["aws_oam_sink_policy", "policy", "resource"],
  ["aws_prometheus_resource_policy", "policy_document", "resource"],
  ["aws_sagemaker_model_package_group_policy", "resource_policy", "resource"],
  ["aws_s3control_access_grants_instance_resource_policy", "policy", "resource"],
  ["aws_s3vectors_vector_bucket_policy", "policy", "resource"],
  ["aws_api_gateway_domain_name", "policy", "resource"],
  ["aws_bedrockagentcore_resource_policy", "policy", "resource"],
  ["aws_glacier_vault_lock", "policy", "resource"],
  ["aws_ssm_resource_policy", "policy", "resource"],
  ["aws_iot_policy", "policy", "identity"],
  ["awscc_bedrock_resource_policy", "policy_document", "resource"],
  ["awscc_eventschemas_registry_policy", "policy", "resource"],
  ["awscc_eks_pod_identity_association", "policy", "session"],
  ["aws_eks_pod_identity_association", "policy", "session"],
  ["aws_odb_network", "s3_policy_document", "vpc-endpoint"],
  ["aws_lambda_resource_policy", "policy", "resource"],
  ["aws_dsql_cluster_policy", "policy", "resource"],
  ["aws_osis_resource_policy", "policy", "resource"],
  ["aws_pinpointsmsvoicev2_resource_policy", "policy", "resource"],
  ["aws_s3files_file_system_policy", "policy", "resource"],
  ["awscc_omics_sequence_store", "s3_access_policy", "resource"],
  ["awscc_redshift_cluster", "namespace_resource_policy", "resource"],
  ["aws_cloudwatch_log_delivery_destination_policy", "delivery_destination_policy", "resource"],
  ["aws_ecr_repository_creation_template", "repository_policy", "resource"],
  ["awscc_oam_sink", "policy", "resource"],
  ["awscc_logs_delivery_destination", "delivery_destination_policy", "resource"],
  ["awscc_sagemaker_model_package_group", "model_package_group_policy", "resource"],
  ["awscc_iam_role", "assume_role_policy_document", "trust"],
])("%s.%s: %s", (type, argument, kind) => {
  expect(kindsOf(`resource "${type}" "a" {\n  ${argument} = ${policy()}\n}\n`)).toEqual([[`${type}.a`, kind]]);
});

test("the role that a provider assumes has a session policy", () => {
  expect(kindsOf(`provider "aws" {\n  assume_role {\n    policy = ${policy("*")}\n  }\n}\n`)).toEqual([
    ["provider.aws", "session"],
  ]);
});

describe("policies of organizations", () => {
  const organization = (rest: string, content = policy()) =>
    `resource "aws_organizations_policy" "o" {\n  ${rest}\n  content = ${content}\n}\n`;
  const deny = `jsonencode({ Statement = [{ Effect = "Deny", Principal = "*", Action = "s3:*", Resource = "*" }] })`;

  test.each<readonly [string, readonly string[]]>([
    ["", ["scp"]],
    ['type = "SERVICE_CONTROL_POLICY"', ["scp"]],
    ['type = "RESOURCE_CONTROL_POLICY"', ["rcp"]],
    ['type = "TAG_POLICY"', []],
    ["type = var.type", ["scp"]],
  ])("%s: %j", (type, kinds) => {
    expect(kindsOf(organization(type)).map(([, kind]) => kind)).toEqual(kinds);
  });

  test("the elements tell the kind where the argument does not", () => {
    expect(kindsOf(organization("type = each.value.type", deny))).toEqual([["aws_organizations_policy.o", "rcp"]]);
  });

  test("a typing error is found as in a managed policy", () => {
    expect(codesOf(organization("", policy("s3:GetObjekt")))).toEqual(["unknown-action"]);
    expect(codesOf(`resource "aws_iam_policy" "o" {\n  policy = ${policy("s3:GetObjekt")}\n}\n`)).toEqual([
      "unknown-action",
    ]);
  });

  test.each(["", 'type = "SERVICE_CONTROL_POLICY"', "type = var.type"])("a document of an SCP, %s", (type) => {
    const document = `data "aws_iam_policy_document" "d" {
  statement {
    actions   = ["*"]
    resources = ["*"]
  }
}
`;
    expect(codesOf(document + organization(type, "data.aws_iam_policy_document.d.json"))).toEqual([]);
    const attached = `resource "aws_iam_policy" "p" {\n  policy = data.aws_iam_policy_document.d.json\n}\n`;
    expect(codesOf(document + attached)).toEqual(["full-admin"]);
  });
});

describe("permissions boundaries", () => {
  const boundary = `resource "aws_iam_policy" "b" {\n  policy = ${policy("*")}\n}\n`;
  const role = (argument: string) => `resource "aws_iam_role" "r" {\n  ${argument}\n}\n`;

  test.each([
    "permissions_boundary = aws_iam_policy.b.arn",
    "permissions_boundary = var.bounded ? aws_iam_policy.b.arn : null",
    "permissions_boundary = one(aws_iam_policy.b[*].arn)",
    "permissions_boundary = aws_iam_policy.b[0].arn",
  ])("%s", (argument) => {
    expect(kindsOf(boundary + role(argument))).toEqual([["aws_iam_policy.b", "boundary"]]);
    expect(codesOf(boundary + role(argument))).toEqual([]);
  });

  test("as an input of a module, as a local, of a permission set, and as a document", () => {
    const module = `module "r" {\n  source = "./r"\n  permissions_boundary_arn = aws_iam_policy.b.arn\n}\n`;
    const local = `locals {\n  boundary = aws_iam_policy.b.arn\n}\n`;
    const set = `resource "aws_ssoadmin_permissions_boundary_attachment" "a" {
  permissions_boundary {
    customer_managed_policy_reference {
      name = aws_iam_policy.b.name
    }
  }
}
`;
    for (const use of [module, local, set]) expect(codesOf(boundary + use)).toEqual([]);
    const document = `data "aws_iam_policy_document" "d" {\n  statement {\n    actions = ["*"]\n    resources = ["*"]\n  }\n}
resource "aws_iam_policy" "b" {\n  policy = data.aws_iam_policy_document.d.json\n}\n`;
    expect(codesOf(document + module)).toEqual([]);
  });

  test("one that is attached too grants what it says", () => {
    const attached = `resource "aws_iam_role_policy_attachment" "a" {\n  policy_arn = aws_iam_policy.b.arn\n}\n`;
    expect(codesOf(boundary + role("permissions_boundary = aws_iam_policy.b.arn") + attached)).toEqual(["full-admin"]);
    expect(codesOf(boundary + role("managed_policy_arns = [aws_iam_policy.b.arn]"))).toEqual(["full-admin"]);
    expect(codesOf(boundary)).toEqual(["full-admin"]);
  });
});

describe("the same in a plan", () => {
  const content = (Action: string) =>
    JSON.stringify({ Version: "2012-10-17", Statement: [{ Effect: "Allow", Action, Resource: "*" }] });
  const change = (address: string, after: object) => ({
    address,
    mode: "managed",
    type: address.replace(/^(module\.\w+\.)*/, "").split(".")[0],
    change: { actions: ["create"], before: null, after, after_unknown: {} },
  });
  const plan = (changes: readonly object[], configuration: object = { root_module: {} }) => ({
    format_version: "1.2",
    resource_changes: changes,
    configuration,
  });
  const kinds = (given: ReturnType<typeof plan>) =>
    policiesInPlan(given as Parameters<typeof policiesInPlan>[0]).policies.map(({ document }) => document.type);

  test("policies of organizations", () => {
    const given = (after: object) => plan([change("aws_organizations_policy.o", { content: content("*"), ...after })]);
    expect(kinds(given({}))).toEqual(["scp"]);
    expect(kinds(given({ type: "RESOURCE_CONTROL_POLICY" }))).toEqual(["rcp"]);
    expect(kinds(given({ type: "BACKUP_POLICY" }))).toEqual([]);
    expect(codesOf(JSON.stringify(given({})), "plan.json")).toEqual([]);
  });

  test("boundaries", () => {
    const changes = [change("module.m.aws_iam_policy.b[0]", { policy: content("*") })];
    const resource = (address: string, argument: string) => ({
      address,
      mode: "managed",
      type: address.split(".")[0],
      expressions: {
        [argument]: { references: ["aws_iam_policy.b[0].arn", "aws_iam_policy.b[0]", "aws_iam_policy.b"] },
      },
    });
    const inside = (...resources: readonly object[]) => ({
      root_module: { module_calls: { m: { source: "./m", module: { resources } } } },
    });
    const bounded = resource("aws_iam_role.r", "permissions_boundary");
    const attached = resource("aws_iam_role_policy_attachment.a", "policy_arn");
    expect(kinds(plan(changes, inside(bounded)))).toEqual(["boundary"]);
    expect(kinds(plan(changes, inside(bounded, attached)))).toEqual(["identity"]);
    expect(kinds(plan(changes, inside()))).toEqual(["identity"]);
  });
});

describe("the same in a template of CloudFormation", () => {
  const policy = (Action: string, rest: object = {}) => ({
    Version: "2012-10-17",
    Statement: [{ Effect: "Allow", Action, Resource: "*", ...rest }],
  });
  const codes = (Resources: object) => codesOf(JSON.stringify({ Resources }), "template.json");
  const organization = (Type: unknown, Content: object) => ({
    P: { Type: "AWS::Organizations::Policy", Properties: { Type, Content } },
  });

  test("policies of organizations are linted as such, and those that are not of permissions are passed over", () => {
    expect(codes(organization("SERVICE_CONTROL_POLICY", policy("*")))).toEqual([]);
    expect(codes(organization("SERVICE_CONTROL_POLICY", policy("s3:GetObjekt")))).toEqual(["unknown-action"]);
    expect(codes(organization("RESOURCE_CONTROL_POLICY", policy("s3:*", { Principal: "*" })))).toEqual([
      "invalid-effect",
    ]);
    expect(codes(organization("TAG_POLICY", policy("s3:GetObjekt")))).toEqual([]);
  });

  test("endpoints, permission sets and sessions", () => {
    const one = (Type: string, name: string, given: object) => codes({ R: { Type, Properties: { [name]: given } } });
    expect(one("AWS::EC2::VPCEndpoint", "PolicyDocument", policy("s3:PutObject", { Principal: "*" }))).toEqual([]);
    expect(one("AWS::SSO::PermissionSet", "InlinePolicy", policy("*"))).toEqual(["full-admin"]);
    expect(one("AWS::Transfer::User", "Policy", policy("*"))).toEqual([]);
    expect(one("AWS::RolesAnywhere::Profile", "SessionPolicy", policy("*"))).toEqual([]);
  });

  test.each([
    { Ref: "B" },
    { "Fn::GetAtt": ["B", "PolicyArn"] },
    { "Fn::If": ["C", { Ref: "B" }, { Ref: "AWS::NoValue" }] },
  ])("a boundary: %j", (PermissionsBoundary) => {
    const B = { Type: "AWS::IAM::ManagedPolicy", Properties: { PolicyDocument: policy("*") } };
    const role = (rest: object) => ({ Type: "AWS::IAM::Role", Properties: { PermissionsBoundary, ...rest } });
    expect(codes({ B, R: role({}) })).toEqual([]);
    expect(codes({ B, R: role({ ManagedPolicyArns: [{ Ref: "B" }] }) })).toEqual(["full-admin"]);
    const attached = { ...B, Properties: { ...B.Properties, Roles: ["r"] } };
    expect(codes({ B: attached, R: role({}) })).toEqual(["full-admin"]);
    expect(codes({ B })).toEqual(["full-admin"]);
  });
});

describe("documents that a resource has through a local", () => {
  const document = (name: string, more = "") =>
    `data "aws_iam_policy_document" "${name}" {\n  statement {\n    actions   = ["s3:*"]\n    resources = ["*"]\n    ${more}\n  }\n}\n`;
  const locals = (text: string) => `locals {\n  ${text}\n}\n`;
  const scp = (head: string, content: string) =>
    `resource "aws_organizations_policy" "o" {\n  ${head}\n  content = ${content}\n}\n`;
  const A = "data.aws_iam_policy_document.a.json";
  const B = "data.aws_iam_policy_document.b.json";

  test.each<readonly [string, string, readonly string[]]>([
    ["by name", locals(`deny = ${A}`) + scp("", "local.deny"), ["scp"]],
    ["an entry", locals(`all = { a = ${A}, b = ${B} }`) + scp("", "local.all.a"), ["scp"]],
    ["each entry", locals(`all = { a = ${A} }`) + scp("for_each = local.all", "each.value"), ["scp"]],
    ["an entry that only a plan knows", locals(`all = { a = ${A} }`) + scp("", "local.all[var.name]"), ["scp"]],
    [
      "a part of it",
      locals(`all = ${A}`) +
        document("w", "").replace("statement", "source_policy_documents = [local.all]\n  statement") +
        scp("", "data.aws_iam_policy_document.w.json"),
      ["scp", "scp"],
    ],
    [
      "the policy of an endpoint",
      `${locals(`s3 = ${A}`)}resource "aws_vpc_endpoint" "s3" {\n  policy = local.s3\n}\n`,
      ["vpc-endpoint"],
    ],
    [
      "what a role has too",
      `${locals(`all = ${A}`)}${scp("", "local.all")}resource "aws_iam_role_policy" "r" {\n  role = "r"\n  policy = local.all\n}\n`,
      ["identity"],
    ],
    ["another entry", locals(`all = { a = ${B}, b = ${A} }`) + scp("", "local.all.a"), ["identity"]],
    [
      "an entry of a local of a local",
      locals(`x = { a = ${A}, b = ${B} }\n  all = local.x`) + scp("", "local.all.a"),
      ["scp"],
    ],
    [
      "the other of a local of a local",
      locals(`x = { a = ${B}, b = ${A} }\n  all = local.x`) + scp("", "local.all.a"),
      ["identity"],
    ],
    [
      "the other, by way of an entry",
      locals(`x = { y = { a = ${B}, b = ${A} } }\n  all = local.x.y`) + scp("", 'local.all["a"]'),
      ["identity"],
    ],
    ["an item of a list", locals(`all = [${B}, ${A}]`) + scp("", "local.all[1]"), ["scp"]],
    ["another item of a list", locals(`all = [${B}, ${A}]`) + scp("", "local.all[0]"), ["identity"]],
    ["an entry of a local that is its own entry", locals("a = local.a.b") + scp("", "local.a.b.c"), ["identity"]],
    ["the value of each", scp(`for_each = { x = ${A} }`, "each.value"), ["scp"]],
    ["an entry of each", scp(`for_each = { x = { own = ${A}, other = ${B} } }`, "each.value.own"), ["scp"]],
    ["another entry of each", scp(`for_each = { x = { own = ${B}, other = ${A} } }`, "each.value.own"), ["identity"]],
    [
      "another entry of each of a local",
      locals(`all = { x = { own = ${B}, other = ${A} } }`) + scp("for_each = local.all", "each.value.own"),
      ["identity"],
    ],
    [
      "another entry of a loop",
      locals(`all = { x = { own = ${B}, other = ${A} } }`) +
        scp("for_each = { for k, v in local.all : k => v }", "each.value.own"),
      ["identity"],
    ],
    [
      "an entry of a loop",
      locals(`all = { x = { own = ${A}, other = ${B} } }`) +
        scp("for_each = { for k, v in local.all : k => v if k != 1 }", "each.value.own"),
      ["scp"],
    ],
    [
      "another entry of two maps",
      locals(`l = { own = ${B} }\n  m = { other = ${A} }\n  all = merge(local.l, local.m)`) + scp("", "local.all.own"),
      ["identity"],
    ],
    [
      "another entry of a choice",
      locals(`all = var.on ? { own = ${B}, other = ${A} } : null`) + scp("", "local.all.own"),
      ["identity"],
    ],
    ["an entry that nobody wrote", locals(`all = merge({ x = ${A} }, var.more)`) + scp("", "local.all.own"), ["scp"]],
    ["a loop over itself", locals(`all = { for k, v in local.all : k => v }`) + scp("", "local.all.own"), ["identity"]],
    ["what has instances itself", scp("for_each = data.aws_iam_policy_document.a", "each.value.json"), ["scp"]],
    ["the key of a set", scp(`for_each = toset([${A}])`, "each.key"), ["scp"]],
    [
      "the trust policy of each role",
      `resource "aws_iam_role" "r" {\n  for_each = { x = ${A} }\n  assume_role_policy = each.value\n}\n`,
      ["trust"],
    ],
    [
      "the trust policy of each role that a local describes",
      `${locals(`all = { x = { trust = ${A}, policy = ${B} } }`)}resource "aws_iam_role" "r" {\n  for_each = local.all\n  assume_role_policy = each.value.trust\n}\nresource "aws_iam_role_policy" "p" {\n  for_each = local.all\n  role = each.key\n  policy = each.value.policy\n}\n`,
      ["trust"],
    ],
    ["a local that is itself", locals("a = local.b\n  b = local.a") + scp("", "local.a"), ["identity"]],
  ])("%s", (_name, rest, kinds) => {
    expect(kindsOf(document("a") + rest).map(([, kind]) => kind)).toEqual(kinds);
  });
});
