/** L4 and issue 14: the policies of one principal in a plan are judged as one. */
import { lintFiles } from "../../src/policy-files";

const ACCOUNT = "arn:aws:glue:eu-west-1:123456789012";
const policyOf = (Action: unknown, ...Resource: readonly string[]) =>
  JSON.stringify({ Version: "2012-10-17", Statement: [{ Effect: "Allow", Action, Resource }] });
const TABLE = policyOf("glue:GetTable", `${ACCOUNT}:table/sales/orders`);
const ABOVE = policyOf("glue:GetTable", `${ACCOUNT}:catalog`, `${ACCOUNT}:database/sales`);

interface Given {
  readonly address: string;
  readonly values: Readonly<Record<string, unknown>>;
  /** Attributes that are known only after apply, with what the configuration refers to. */
  readonly refers?: Readonly<Record<string, string>>;
  readonly actions?: readonly string[];
}

const typeOf = (address: string) => address.replace(/^data\./, "").split(".")[0];

function plan(...given: readonly Given[]): string {
  const change = ({ address, values, refers = {}, actions = ["create"] }: Given) => ({
    address,
    mode: address.startsWith("data.") ? "data" : "managed",
    type: typeOf(address),
    name: address.split(".").at(-1),
    provider_name: "registry.terraform.io/hashicorp/aws",
    change: {
      actions,
      before: actions[0] === "create" ? null : values,
      after: actions[0] === "delete" ? null : values,
      after_unknown: Object.fromEntries(Object.keys(refers).map((name) => [name, true])),
    },
  });
  const configured = ({ address, values, refers = {} }: Given) => ({
    address,
    mode: address.startsWith("data.") ? "data" : "managed",
    type: typeOf(address),
    name: address.split(".").at(-1),
    provider_config_key: "aws",
    expressions: {
      ...Object.fromEntries(Object.entries(values).map(([name, value]) => [name, { constant_value: value }])),
      ...Object.fromEntries(
        Object.entries(refers).map(([name, target]) => [name, { references: [target, target.replace(/\.\w+$/, "")] }]),
      ),
    },
  });
  return JSON.stringify({
    format_version: "1.2",
    terraform_version: "1.14.0",
    planned_values: {},
    resource_changes: given.map(change),
    configuration: { root_module: { resources: given.map(configured) } },
  });
}

const ROLE: Given = { address: "aws_iam_role.etl", values: { name: "etl" } };
const inline = (name: string, policy: string, role = "etl"): Given => ({
  address: `aws_iam_role_policy.${name}`,
  values: { name, role, policy },
});
const attach = (name: string, arn: string): Given => ({
  address: `aws_iam_role_policy_attachment.${name}`,
  values: { role: "etl", policy_arn: arn },
});
const GLUE = "arn:aws:iam::aws:policy/service-role/AWSGlueServiceRole";

function found(...given: readonly Given[]) {
  const { findings, problems } = lintFiles([{ path: "plan.json", text: plan(...given) }]);
  expect(problems).toEqual([]);
  return findings
    .filter(({ rule }) => ["missing-ancestor", "privilege-escalation", "policy-too-long"].includes(rule))
    .map(({ rule, address, message }) => ({ code: `${rule} ${address}`, message }));
}

const codes = (...given: readonly Given[]) => found(...given).map(({ code }) => code);
const LACKING = ["missing-ancestor aws_iam_role_policy.table"];

test("a role, an inline policy and an attached policy of AWS; taking the attachment away brings the finding back", () => {
  const own = [ROLE, inline("table", TABLE)];
  expect(codes(...own)).toEqual(LACKING);
  expect(codes(...own, attach("glue", GLUE))).toEqual([]);
  expect(codes(...own, { ...attach("glue", GLUE), actions: ["no-op"] })).toEqual([]);
  expect(codes(...own, { ...attach("glue", GLUE), actions: ["delete"] })).toEqual(LACKING);
  expect(codes(...own, attach("s3", "arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess"))).toEqual(LACKING);
});

test("inline policies, by name and known only after apply", () => {
  expect(codes(ROLE, inline("table", TABLE), inline("above", ABOVE))).toEqual([]);
  expect(codes(ROLE, inline("table", TABLE, "other"), inline("above", ABOVE))).toEqual(LACKING);
  const later = { ...inline("above", ABOVE), values: { policy: ABOVE }, refers: { role: "aws_iam_role.etl.id" } };
  expect(codes(ROLE, inline("table", TABLE), later)).toEqual([]);
});

test("a managed policy whose ARN is known only after apply", () => {
  const managed: Given = { address: "aws_iam_policy.above", values: { name: "above", policy: ABOVE } };
  const attachment: Given = {
    address: "aws_iam_role_policy_attachment.above",
    values: { role: "etl" },
    refers: { policy_arn: "aws_iam_policy.above.arn" },
  };
  expect(codes(ROLE, inline("table", TABLE), managed)).toEqual(LACKING);
  expect(codes(ROLE, inline("table", TABLE), managed, attachment)).toEqual([]);
});

test("a document that is read during apply", () => {
  const document: Given = {
    address: "data.aws_iam_policy_document.above",
    values: {
      statement: [{ actions: ["glue:GetTable"], resources: [`${ACCOUNT}:catalog`, `${ACCOUNT}:database/sales`] }],
    },
    refers: { json: "aws_kms_key.k.arn" },
    actions: ["read"],
  };
  const policy: Given = {
    address: "aws_iam_role_policy.above",
    values: { role: "etl" },
    refers: { policy: "data.aws_iam_policy_document.above.json" },
  };
  expect(codes(ROLE, inline("table", TABLE), document)).toEqual(LACKING);
  expect(codes(ROLE, inline("table", TABLE), document, policy)).toEqual([]);
});

test("inline_policy and managed_policy_arns of the role itself", () => {
  const role = (values: object): Given => ({ ...ROLE, values: { ...ROLE.values, ...values } });
  expect(codes(role({ managed_policy_arns: [GLUE] }), inline("table", TABLE))).toEqual([]);
  const blocks = [
    { name: "above", policy: ABOVE },
    { name: "table", policy: TABLE },
  ];
  expect(codes(role({ inline_policy: blocks }))).toEqual([]);
  expect(codes(role({ inline_policy: [blocks[1]] }))).toEqual(["missing-ancestor aws_iam_role.etl"]);
});

test("an escalation of two policies, and the sum of inline policies", () => {
  const pass = inline("pass", policyOf("iam:PassRole", "*"));
  const create = inline("create", policyOf(["lambda:CreateFunction", "lambda:InvokeFunction"], "*"));
  expect(codes(ROLE, pass)).toEqual([]);
  expect(codes(ROLE, create)).toEqual([]);
  const [finding, ...more] = found(ROLE, pass, create);
  expect(more).toEqual([]);
  expect(finding?.code).toBe("privilege-escalation aws_iam_role_policy.create");
  expect(finding?.message).toContain("together with `aws_iam_role_policy.pass`");
  const long = (name: string) =>
    inline(
      name,
      policyOf(
        "s3:GetObject",
        ...Array.from({ length: 95 }, (_, at) => `arn:aws:s3:::raw-zone-of-sales-${name}/${at}/*`),
      ),
    );
  expect(codes(ROLE, long("a"), long("b"))).toEqual([]);
  expect(codes(ROLE, long("a"), long("b"), long("ccc"))).toEqual(["policy-too-long aws_iam_role_policy.ccc"]);
});

test("users have what their groups have", () => {
  const parts: readonly Given[] = [
    { address: "aws_iam_user.me", values: { name: "me" } },
    { address: "aws_iam_group.team", values: { name: "team" } },
    { address: "aws_iam_user_policy.table", values: { user: "me", policy: TABLE } },
    { address: "aws_iam_group_policy.above", values: { group: "team", policy: ABOVE } },
  ];
  const membership: Given = { address: "aws_iam_user_group_membership.me", values: { user: "me", groups: ["team"] } };
  expect(codes(...parts)).toEqual(["missing-ancestor aws_iam_user_policy.table"]);
  expect(codes(...parts, membership)).toEqual([]);
});

test("a role that the plan does not know may have more policies elsewhere", () => {
  const hintOf = (...given: readonly Given[]) =>
    lintFiles([{ path: "plan.json", text: plan(...given) }]).findings.find(({ rule }) => rule === "missing-ancestor")
      ?.hint;
  expect(hintOf(inline("table", TABLE, "made-elsewhere"))).toContain("another policy");
  expect(hintOf(ROLE, inline("table", TABLE))).not.toContain("another policy");
});

describe("boundaries by their ARNs, where the configuration has a local", () => {
  const ARN = "arn:aws:iam::123456789012:policy/limit";
  const limit: Given = { address: "aws_iam_policy.limit", values: { arn: ARN, policy: policyOf("*", "*") } };
  const limited: Given = { address: "aws_iam_role.etl", values: { name: "etl", permissions_boundary: ARN } };
  const rules = (...given: readonly Given[]) =>
    lintFiles([{ path: "plan.json", text: plan(...given) }]).findings.map(({ rule }) => rule);

  test.each<[string, readonly Given[], readonly string[]]>([
    ["set for a role", [limit, limited], []],
    ["set for a user", [limit, { address: "aws_iam_user.u", values: { name: "u", permissions_boundary: ARN } }], []],
    ["set for nobody", [limit, ROLE], ["full-admin"]],
    [
      "attached too",
      [limit, limited, { address: "aws_iam_user_policy_attachment.a", values: { user: "u", policy_arn: ARN } }],
      ["full-admin"],
    ],
  ])("%s", (_name, given, told) => {
    expect(rules(...given)).toEqual(told);
  });
});
