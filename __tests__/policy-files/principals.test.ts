/** L4 and issue 14: the policies of one principal in Terraform files are judged as one. */
import { lintFiles, policiesInTerraform } from "../../src/policy-files";

const ACCOUNT = "arn:aws:glue:eu-west-1:123456789012";
const ROLE = `resource "aws_iam_role" "etl" {
  name               = "etl"
  assume_role_policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { Service = "glue.amazonaws.com" } }] })
}
`;
const statement = (action: string, ...resources: readonly string[]) =>
  `jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Action = ${JSON.stringify(action)}, Resource = ${JSON.stringify(resources)} }] })`;
const TABLE = statement("glue:GetTable", `${ACCOUNT}:table/sales/orders`);
const ABOVE = statement("glue:GetTable", `${ACCOUNT}:catalog`, `${ACCOUNT}:database/sales`);
const inline = (name: string, policy: string, role = "aws_iam_role.etl.name") =>
  `resource "aws_iam_role_policy" "${name}" {\n  role   = ${role}\n  policy = ${policy}\n}\n`;
const managed = (name: string, policy: string) => `resource "aws_iam_policy" "${name}" {\n  policy = ${policy}\n}\n`;
const attach = (name: string, arn: string, role = "aws_iam_role.etl.name") =>
  `resource "aws_iam_role_policy_attachment" "${name}" {\n  role       = ${role}\n  policy_arn = ${arn}\n}\n`;

const ABOUT_ALL = [
  "missing-ancestor",
  "missing-child",
  "no-resource-of-type",
  "privilege-escalation",
  "policy-too-long",
];

/** The findings about all policies of a principal: rule and address. */
function found(...parts: readonly string[]) {
  const { findings, problems } = lintFiles([{ path: "main.tf", text: parts.join("\n") }]);
  expect(problems).toEqual([]);
  return findings.filter(({ rule }) => ABOUT_ALL.includes(rule));
}

const codes = (...parts: readonly string[]) => found(...parts).map(({ rule, address }) => `${rule} ${address}`);

const LACKING = ["missing-ancestor aws_iam_role_policy.table"];

test("a role, an inline policy and an attached policy of AWS; taking the attachment away brings the finding back", () => {
  const own = [ROLE, inline("table", TABLE)];
  const attached = attach("glue", '"arn:aws:iam::aws:policy/service-role/AWSGlueServiceRole"');
  expect(codes(...own)).toEqual(LACKING);
  expect(codes(...own, attached)).toEqual([]);
});

test.each<[string, readonly string[]]>([
  ["another inline policy", [inline("above", ABOVE)]],
  ["by the role's id", [inline("above", ABOVE, "aws_iam_role.etl.id")]],
  ["by its name as text", [inline("above", ABOVE, '"etl"')]],
  ["an attached managed policy", [managed("above", ABOVE), attach("above", "aws_iam_policy.above.arn")]],
  ["a policy with count", [managed("above", `${ABOVE}\n  count = 1`), attach("above", "aws_iam_policy.above[0].arn")]],
  ["attached by `one`", [managed("above", ABOVE), attach("above", "one(aws_iam_policy.above[*].arn)")]],
  [
    "aws_iam_policy_attachment",
    [
      managed("above", ABOVE),
      'resource "aws_iam_policy_attachment" "all" {\n  name = "all"\n  roles = [aws_iam_role.etl.name]\n  policy_arn = aws_iam_policy.above.arn\n}',
    ],
  ],
  [
    "a list of a for_each",
    [
      managed("above", ABOVE),
      'resource "aws_iam_role_policy_attachment" "all" {\n  for_each = toset([aws_iam_policy.above.arn])\n  role = aws_iam_role.etl.name\n  policy_arn = each.value\n}',
    ],
  ],
  [
    "a document",
    [
      `data "aws_iam_policy_document" "above" {\n  statement {\n    actions = ["glue:GetTable"]\n    resources = ["${ACCOUNT}:catalog", "${ACCOUNT}:database/sales"]\n  }\n}`,
      inline("above", "data.aws_iam_policy_document.above.json"),
    ],
  ],
  [
    "a document that includes another",
    [
      `data "aws_iam_policy_document" "part" {\n  statement {\n    actions = ["glue:GetTable"]\n    resources = ["${ACCOUNT}:catalog", "${ACCOUNT}:database/sales"]\n  }\n}`,
      'data "aws_iam_policy_document" "above" {\n  source_policy_documents = [data.aws_iam_policy_document.part.json]\n}',
      inline("above", "data.aws_iam_policy_document.above.json"),
    ],
  ],
  ["a local", [`locals {\n  above = ${ABOVE}\n}`, inline("above", "local.above")]],
  [
    "a policy of AWS in an unknown partition",
    [attach("glue", '"arn:${data.aws_partition.current.partition}:iam::aws:policy/service-role/AWSGlueServiceRole"')],
  ],
  [
    "a policy of AWS that is looked up",
    [
      'data "aws_iam_policy" "glue" {\n  name = "AWSGlueServiceRole"\n}',
      attach("glue", "data.aws_iam_policy.glue.arn"),
    ],
  ],
])("what a policy lacks, another of the role has: %s", (_, parts) => {
  expect(codes(ROLE, inline("table", TABLE))).toEqual(LACKING);
  expect(codes(ROLE, inline("table", TABLE), ...parts)).toEqual([]);
});

test("inline_policy and managed_policy_arns of the role itself", () => {
  const role = (inside: string) => ROLE.replace(/\}\n$/, `${inside}\n}\n`);
  const block = `  inline_policy {\n    name   = "above"\n    policy = ${ABOVE}\n  }`;
  expect(codes(role(block), inline("table", TABLE))).toEqual([]);
  const arns = '  managed_policy_arns = ["arn:aws:iam::aws:policy/service-role/AWSGlueServiceRole"]';
  expect(codes(role(arns), inline("table", TABLE))).toEqual([]);
  const both = `${block}\n  inline_policy {\n    name   = "table"\n    policy = ${TABLE}\n  }`;
  expect(codes(role(both))).toEqual([]);
});

test.each<[string, readonly string[]]>([
  ["a policy of another role", [inline("above", ABOVE, "aws_iam_role.other.name")]],
  ["a managed policy that nobody attaches", [managed("above", ABOVE)]],
  ["a policy attached to another role", [managed("above", ABOVE), attach("above", "aws_iam_policy.above.arn", '"x"')]],
  ["a policy of AWS without the actions", [attach("s3", '"arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess"')]],
])("the finding stays: %s", (_, parts) => {
  expect(codes(ROLE, inline("table", TABLE), ...parts)).toEqual(expect.arrayContaining(LACKING));
});

test("roles of one for_each have the policies of their own key", () => {
  const roles = ROLE.replace("{\n", '{\n  for_each = toset(["a", "b"])\n');
  const of = (key: string) => `aws_iam_role.etl["${key}"].name`;
  expect(codes(roles, inline("table", TABLE, of("a")), inline("above", ABOVE, of("a")))).toEqual([]);
  expect(codes(roles, inline("table", TABLE, of("a")), inline("above", ABOVE, of("b")))).toEqual(
    expect.arrayContaining(LACKING),
  );
  const each = "aws_iam_role.etl[each.key].name";
  const everywhere = inline("above", ABOVE, each).replace("{\n", "{\n  for_each = aws_iam_role.etl\n");
  expect(codes(roles, inline("table", TABLE, of("a")), everywhere)).toEqual([]);
});

test("a policy that two roles have is judged for each of them", () => {
  const other = ROLE.replaceAll("etl", "other");
  const parts = [
    ROLE,
    other,
    managed("table", TABLE),
    attach("a", "aws_iam_policy.table.arn"),
    attach("b", "aws_iam_policy.table.arn", "aws_iam_role.other.name"),
    inline("above", ABOVE),
  ];
  const [finding, ...more] = found(...parts);
  expect(more).toEqual([]);
  expect(finding?.address).toBe("aws_iam_policy.table");
  expect(finding?.hint).toMatch(/this is so for `aws_iam_role\.other`$/);
});

test("of very many roles the last are not forgotten", () => {
  const roles = Array.from({ length: 14 }, (_, at) => `r${at}`).flatMap((name) => [
    ROLE.replaceAll("etl", name),
    attach(name, "aws_iam_policy.table.arn", `aws_iam_role.${name}.name`),
    // Each has other policies beside it, and all but the last have what the table needs.
    inline(`own_${name}`, statement("s3:GetObject", `arn:aws:s3:::${name}/*`), `aws_iam_role.${name}.name`),
    ...(name === "r13" ? [] : [inline(`above_${name}`, ABOVE, `aws_iam_role.${name}.name`)]),
  ]);
  const [finding] = found(managed("table", TABLE), ...roles).filter(
    ({ address }) => address === "aws_iam_policy.table",
  );
  expect(finding?.rule).toBe("missing-ancestor");
  expect(finding?.hint).toMatch(/this is so for the other principals$/);
});

test("users have what their groups have", () => {
  const parts = [
    'resource "aws_iam_user" "me" {\n  name = "me"\n}\nresource "aws_iam_group" "team" {\n  name = "team"\n}',
    `resource "aws_iam_user_policy" "table" {\n  user = aws_iam_user.me.name\n  policy = ${TABLE}\n}`,
    `resource "aws_iam_group_policy" "above" {\n  group = aws_iam_group.team.name\n  policy = ${ABOVE}\n}`,
  ];
  const membership =
    'resource "aws_iam_user_group_membership" "me" {\n  user = aws_iam_user.me.name\n  groups = [aws_iam_group.team.name]\n}';
  expect(codes(...parts)).toContain("missing-ancestor aws_iam_user_policy.table");
  expect(codes(...parts, membership)).not.toContain("missing-ancestor aws_iam_user_policy.table");
});

test("an attachment that is not known leaves the finding, and says so", () => {
  const own = [ROLE, inline("table", TABLE)];
  expect(found(...own)[0]?.hint).not.toContain("another policy");
  const [finding] = found(...own, attach("x", "var.policy_arn"));
  expect(finding?.hint).toContain("if another policy of the same role or user allows it");
  expect(found(managed("table", TABLE))[0]?.hint).toContain("if another policy of the same role or user allows it");
});

test("an escalation of two policies is reported once, and names the other", () => {
  const pass = inline("pass", statement("iam:PassRole", "*"));
  const create = inline(
    "create",
    statement("lambda:CreateFunction", "*").replace(
      '"lambda:CreateFunction"',
      '["lambda:CreateFunction", "lambda:InvokeFunction"]',
    ),
  );
  expect(codes(ROLE, pass)).toEqual([]);
  expect(codes(ROLE, create)).toEqual([]);
  const [finding, ...more] = found(ROLE, pass, create);
  expect(more).toEqual([]);
  expect(finding?.address).toBe("aws_iam_role_policy.create");
  expect(finding?.message).toContain("together with `aws_iam_role_policy.pass`");
  expect(codes(ROLE, pass, create.replaceAll("etl.name", "other.name"))).toEqual([]);
});

test("the inline policies of a role have one limit", () => {
  const long = (name: string) =>
    inline(
      name,
      statement(
        "s3:GetObject",
        ...Array.from({ length: 70 }, (_, at) => `arn:aws:s3:::raw-zone-of-sales-${name}/${at}/*`),
      ),
    );
  expect(codes(ROLE, long("a"), long("b"))).toEqual([]);
  const [finding, ...more] = codes(ROLE, long("a"), long("b"), long("c"), long("dd"));
  expect(finding).toBe("policy-too-long aws_iam_role_policy.dd");
  expect(more).toEqual([]);
});

test("the principals of a folder, as data", () => {
  const text = [
    ROLE,
    inline("table", TABLE),
    attach("x", "var.policy_arn"),
    attach("s3", '"arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess"'),
  ];
  const { principals } = policiesInTerraform(new Map([["main.tf", text.join("\n")]]));
  expect(
    principals.map(({ kind, name, hasUnknown, policies }) => [kind, name, hasUnknown, policies.map((one) => one.name)]),
  ).toEqual([["role", "aws_iam_role.etl", true, ["aws_iam_role_policy.table", "AmazonS3ReadOnlyAccess"]]]);
});

test.each([
  [["lambda:CreateFunction", "lambda:InvokeFunction", "glue:CreateJob", "glue:StartJobRun"], 2, "both"],
  [
    ["lambda:CreateFunction", "lambda:InvokeFunction", "glue:CreateJob", "glue:StartJobRun", "ec2:RunInstances"],
    3,
    "all",
  ],
])("what several escalations need of another policy is named once: %j", (making, count, words) => {
  const anything = (...actions: readonly string[]) =>
    `jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Action = ${JSON.stringify(actions)}, Resource = "*" }] })`;
  const { findings } = lintFiles([
    { path: "main.tf", text: ROLE + inline("pass", anything("iam:PassRole")) + inline("make", anything(...making)) },
  ]);
  const [message = ""] = findings.filter(({ rule }) => rule === "privilege-escalation").map((one) => one.message);
  expect(message.match(/`iam:PassRole`/g)).toHaveLength(count);
  expect(message.match(/together with/g)).toHaveLength(1);
  expect(message).toMatch(new RegExp(`, ${words} together with \`aws_iam_role_policy\\.pass\`$`));
});

const DOCUMENT_ABOVE = `data "aws_iam_policy_document" "above" {\n  statement {\n    actions = ["glue:GetTable"]\n    resources = ["${ACCOUNT}:catalog", "${ACCOUNT}:database/sales"]\n  }\n}\n`;
const OTHER_ROLE = ROLE.replaceAll("etl", "other");

test.each<[string, readonly string[]]>([
  ["nobody", []],
  ["another role", [OTHER_ROLE, inline("above", "data.aws_iam_policy_document.above.json", "aws_iam_role.other.name")]],
  [
    "another role, as a managed policy",
    [
      OTHER_ROLE,
      managed("above", "data.aws_iam_policy_document.above.json"),
      attach("above", "aws_iam_policy.above.arn", "aws_iam_role.other.name"),
    ],
  ],
])("a document that stands behind an inline policy and that %s has is none of the role's", (_name, others) => {
  expect(codes(ROLE, inline("table", TABLE), DOCUMENT_ABOVE, ...others)).toEqual(expect.arrayContaining(LACKING));
});

test("a role that is made elsewhere may have more policies there", () => {
  const [elsewhere] = found(inline("table", TABLE, '"made-elsewhere"'));
  expect(elsewhere?.hint).toContain("another policy");
  const [here] = found(ROLE, inline("table", TABLE));
  expect(here?.hint).not.toContain("another policy");
});
