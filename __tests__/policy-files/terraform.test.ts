/** Over 400 lines because each way of writing a policy in Terraform has its case here. */
import { plainPolicy } from "../../src/iam/document/plain-policy";
import { lintFiles, policiesInTerraform } from "../../src/policy-files";
import { NOTHING_FOUND } from "../../src/policy-files/found";
import { growth, PROPORTIONAL } from "../growth";

function read(text: string, others: Readonly<Record<string, string>> = {}) {
  return policiesInTerraform(new Map(Object.entries({ "main.tf": text, ...others })));
}

/** The only policy of a text, plainly. */
function only(text: string, others?: Readonly<Record<string, string>>) {
  const { policies, problems } = read(text, others);
  expect(problems).toEqual([]);
  expect(policies).toHaveLength(1);
  const policy = policies[0]!;
  return { ...policy, plain: plainPolicy(policy.document), first: policy.document.statements[0]! };
}

const statement = (inside: string) =>
  only(`resource "aws_iam_policy" "a" {\n  policy = jsonencode({ Statement = [{ Effect = "Allow", ${inside} }] })\n}\n`)
    .first;
const resources = (expression: string, rest = "") =>
  only(
    `locals {\n${rest}\n}\nresource "aws_iam_policy" "a" {\n  policy = jsonencode({ Statement = { Effect = "Allow", Action = "s3:GetObject", Resource = ${expression} } })\n}`,
  ).first.resources?.map(({ value }) => value);

test.each([1, 2, 5, 6, 7])("a policy in %d objects of an input is found down to six of them", (depth) => {
  const policy = `{ Statement = [{ Effect = "Allow", Action = "s3:GetObject", Resource = "*" }] }`;
  const nested = `${"{ inner = ".repeat(depth)}${policy}${" }".repeat(depth)}`;
  expect(read(`module "m" {\n  roles = ${nested}\n}\n`).policies).toHaveLength(depth <= 6 ? 1 : 0);
});

test.each([
  ["true", true],
  ["false", undefined],
  ["var.skip", true],
])("bypass_policy_lockout_safety_check = %s is noted where it may hold", (given, want) => {
  const text = `resource "aws_kms_key" "k" {\n  bypass_policy_lockout_safety_check = ${given}\n  policy = jsonencode({ Statement = [] })\n}\n`;
  expect(only(text).document.skipsLockoutCheck).toBe(want);
});

test("jsonencode: the policy, its address, its places", () => {
  const found = only(`resource "aws_iam_policy" "read" {
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Sid      = "Read"
        Effect   = "Allow"
        Action   = ["s3:GetObject", "s3:ListBucket"]
        Resource = "\${aws_s3_bucket.raw.arn}/*"
        Condition = { StringEquals = { "aws:SourceAccount" = "123456789012" } }
      },
    ]
  })
}
`);
  expect(found).toMatchObject({ file: "main.tf", address: "aws_iam_policy.read", argument: "policy" });
  expect(found.document.type).toBe("identity");
  expect(found.plain).toEqual({
    Version: "2012-10-17",
    Statement: [
      {
        Sid: "Read",
        Effect: "Allow",
        Action: ["s3:GetObject", "s3:ListBucket"],
        Resource: ["${aws_s3_bucket.raw.arn}/*"],
        Condition: { StringEquals: { "aws:SourceAccount": ["123456789012"] } },
      },
    ],
  });
  expect(found.first).toMatchObject({ pointer: "/Statement/0", line: 5, column: 7 });
  expect(found.first.actions?.[1]).toMatchObject({ pointer: "/Statement/0/Action/1", line: 8, column: 37 });
});

test("heredocs: holes inside and outside of strings, places in the file", () => {
  const found = only(`resource "aws_sqs_queue_policy" "q" {
  policy = <<-EOT
    {
      "Statement": [{
        "Effect": "Allow",
        "Principal": "*",
        "Action": "sqs:SendMessage",
        "Resource": \${jsonencode(var.queues)},
        "Condition": { "ArnLike": { "aws:SourceArn": "\${aws_s3_bucket.b["x"].arn}" } }
      }]
    }
  EOT
}
`);
  expect(found.document.type).toBe("resource");
  expect(found.first.resources).toEqual([
    { value: "${var.queues}", pointer: "/Statement/0/Resource", line: 8, column: 21 },
  ]);
  expect(found.first.conditions[0]?.values[0]?.value).toMatch(/^\$\{aws_s3_bucket\.b\[.*\]\.arn\}$/);
  expect(found.first.actions?.[0]).toMatchObject({ line: 7, column: 19 });
});

test("heredoc with slips and with doubles: problems with their places", () => {
  const { policies, problems } = read(
    'resource "aws_iam_policy" "p" {\n  policy = <<EOT\n{"Statement": [],\n "Statement": [],}\nEOT\n}\n',
  );
  expect(policies).toHaveLength(1);
  expect(problems.map(({ code, file, line }) => [code, file, line])).toEqual([
    ["duplicate-key", "main.tf", 4],
    ["not-json", "main.tf", 4],
  ]);
});

test("aws_iam_policy_document: all its arguments, and its type by its use", () => {
  const found = only(`data "aws_iam_policy_document" "trust" {
  statement {
    sid     = "Assume"
    actions = ["sts:AssumeRole"]
    principals {
      type        = "Service"
      identifiers = ["glue.amazonaws.com", "databrew.amazonaws.com"]
    }
    principals {
      type        = "AWS"
      identifiers = [var.account]
    }
    condition {
      test     = "StringEquals"
      variable = "aws:SourceAccount"
      values   = ["1"]
    }
    condition {
      test     = "StringEquals"
      variable = "aws:SourceAccount"
      values   = [data.aws_caller_identity.this.account_id]
    }
  }
  statement {
    effect        = "Deny"
    not_actions   = ["sts:TagSession"]
    not_resources = ["arn:aws:iam::1:role/$\${aws:username}"]
    not_principals {
      type        = "*"
      identifiers = ["*"]
    }
  }
}
resource "aws_iam_role" "r" {
  assume_role_policy = data.aws_iam_policy_document.trust.json
}
`);
  expect(found.address).toBe("data.aws_iam_policy_document.trust");
  expect(found.document.type).toBe("trust");
  expect(found.plain.Statement).toEqual([
    {
      Sid: "Assume",
      Effect: "Allow",
      Action: ["sts:AssumeRole"],
      Principal: { Service: ["glue.amazonaws.com", "databrew.amazonaws.com"], AWS: ["${var.account}"] },
      Condition: { StringEquals: { "aws:SourceAccount": ["1", "${data.aws_caller_identity.this.account_id}"] } },
    },
    {
      Effect: "Deny",
      NotAction: ["sts:TagSession"],
      NotPrincipal: "*",
      NotResource: ["arn:aws:iam::1:role/${aws:username}"],
    },
  ]);
  expect(found.document.statements[1]).toMatchObject({ line: 24, column: 3 });
});

test("dynamic statements: one for each item that is known, or one that stands for all", () => {
  const found = only(`locals { kinds = { a = "x/*", b = "y/*" } }
data "aws_iam_policy_document" "d" {
  dynamic "statement" {
    for_each = local.kinds
    content {
      actions   = ["s3:GetObject"]
      resources = ["arn:aws:s3:::\${statement.value}", aws_s3_bucket.raw[statement.key].arn]
    }
  }
  dynamic "statement" {
    for_each = var.more
    iterator = it
    content {
      actions   = it.value.actions
      resources = ["\${it.value.bucket}/*"]
    }
  }
}`);
  expect(
    found.document.statements.map((one) => [one.actions?.[0]?.value, one.resources?.map(({ value }) => value)]),
  ).toEqual([
    ["s3:GetObject", ["arn:aws:s3:::x/*", "${aws_s3_bucket.raw[each.key].arn}"]],
    ["s3:GetObject", ["arn:aws:s3:::y/*", "${aws_s3_bucket.raw[each.key].arn}"]],
    ["${it.value.actions}", ["${it.value.bucket}/*"]],
  ]);
});

test.each([
  ["a literal", 'var.ids["prod"]', '${var.ids["prod"]}'],
  ["a number", "var.ids[0]", "${var.ids[0]}"],
  ["a literal of instances of a module", 'module.accounts["prod"].id', '${module.accounts["prod"].id}'],
  ["a variable", "var.ids[var.stage]", "${var.ids[var.stage]}"],
  ["the key of an instance", "var.ids[each.key]", "${var.ids[each.key]}"],
  ["a text with a hole", 'var.ids["${var.stage}-x"]', "${var.ids[...]}"],
  ["a function", "var.ids[lower(var.stage)]", "${var.ids[...]}"],
])("an index is shown as it is written: %s", (_, written, shown) => {
  const { policies } = read(`data "aws_iam_policy_document" "a" {
  for_each = var.many
  statement {
    actions   = ["sqs:SendMessage"]
    resources = ["arn:aws:sqs:*:\${${written}}:orders"]
  }
}`);
  expect(policies[0]?.document.statements[0]?.resources?.map(({ value }) => value)).toEqual([
    `arn:aws:sqs:*:${shown}:orders`,
  ]);
});

test("documents that are put together each allow what the others may", () => {
  const { policies } = read(`data "aws_iam_policy_document" "a" {
  statement { actions = ["glue:GetTable"] }
}
data "aws_iam_policy_document" "b" {
  source_policy_documents = [data.aws_iam_policy_document.a.json]
}
resource "aws_iam_role" "r" {
  assume_role_policy = data.aws_iam_policy_document.b.json
}`);
  expect(policies.map(({ document }) => document.type)).toEqual(["trust", "trust"]);
  for (const { document } of policies) {
    expect(document.statements.at(-1)).toMatchObject({
      actions: [{ value: "${...}" }],
      principals: [{ kind: "AWS", values: [{ value: "${...}" }] }],
    });
    expect(document.statements.at(-1)?.resources).toBeUndefined();
  }
});

test.each([
  ["local.arns", 'arns = ["a", "b"]', ["a", "b"]],
  ["concat(local.arns, [local.one.two])", 'arns = ["a"]\none = { two = "b" }', ["a", "b"]],
  ['flatten([["a", "b"], [["c"]], var.x])', "", ["a", "b", "c", "${var.x}"]],
  [
    '[for b in [aws_s3_bucket.a, aws_s3_bucket.b] : "${b.arn}/*"]',
    "",
    ["${aws_s3_bucket.a.arn}/*", "${aws_s3_bucket.b.arn}/*"],
  ],
  ['[for b in var.buckets : "${b}/*"]', "", ["${b}/*"]],
  ['formatlist("%s/*", [aws_s3_bucket.a.arn, "b"])', "", ["${aws_s3_bucket.a.arn}/*", "b/*"]],
  ['toset(["a", "a", local.b])', 'b = "c"', ["a", "c"]],
  ['var.all ? ["a"] : []', "", ["a"]],
  ['var.all ? ["a"] : ["b"]', "", ["${...}"]],
  ['true ? "a" : "b"', "", ["a"]],
  ["var.arns", "", ["${var.arns}"]],
  ["module.a.arns", "", ["${module.a.arns}"]],
  ["aws_s3_bucket.a[*].arn", "", ["${aws_s3_bucket.a[*].arn}"]],
  ["one(aws_s3_bucket.a[*].arn)", "", ["${aws_s3_bucket.a[*].arn}"]],
  ["one(aws_s3_bucket.a.*.arn)", "", ["${aws_s3_bucket.a[*].arn}"]],
  ['"${one(aws_s3_bucket.a[*].arn)}/*"', "", ["${aws_s3_bucket.a[*].arn}/*"]],
  ["element(aws_s3_bucket.a.*.arn, 0)", "", ["${aws_s3_bucket.a[*].arn}"]],
  ["one(local.only)", 'only = ["a"]', ["a"]],
  ['one(["a", "b"])', "", ["${one(...)}"]],
  ["one(var.arns)", "", ["${one(...)}"]],
  ["one([for b in var.buckets : b.arn])", "", ["${one(...)}"]],
  ['element(["a", "b"], var.n)', "", ["${element(...)}"]],
  ["local.loop", "loop = local.pool\npool = local.loop", ["${local.loop}"]],
  ["local.missing", "", ["${local.missing}"]],
  ['coalesce(var.a, "b")', "", ["${coalesce(...)}"]],
  ['"${join("/", ["a", "b"])}-${1}-${true}"', "", ["a/b-1-true"]],
  ["aws_s3_bucket.a[0].arn", "", ["${aws_s3_bucket.a[0].arn}"]],
])("resources = %s", (expression, locals, expected) => {
  expect(resources(expression, locals)).toEqual(expected);
});

test("what is not known is no fault of any element", () => {
  expect(
    statement('Sid = "A${var.x}", Action = var.a, Resource = var.b, Principal = var.c, Condition = var.d'),
  ).toMatchObject({
    sid: undefined,
    actions: [{ value: "${var.a}" }],
    resources: [{ value: "${var.b}" }],
    principals: [{ kind: "AWS", values: [{ value: "${var.c}" }] }],
    conditions: [{ operator: "StringLike", key: "${var.d}" }],
    issues: [],
  });
  expect(statement("Effect = var.x")).toMatchObject({ effect: { value: "Allow" }, issues: [] });
  const whole = only(
    'resource "aws_iam_policy" "a" {\n  policy = jsonencode({ Version = var.v, Statement = var.s })\n}',
  );
  expect(whole.plain).toEqual({
    Version: "2012-10-17",
    Statement: [{ Effect: "Allow", Action: ["${...}"], Resource: ["${...}"] }],
  });
  const some = only(
    'resource "aws_iam_policy" "a" {\n  policy = jsonencode({ Statement = concat([{ Effect = "Deny" }], var.s) })\n}',
  );
  expect(some.document.statements.map(({ effect }) => effect?.value)).toEqual(["Deny", "Allow"]);
});

test("types by place; locals of another file; each policy once", () => {
  const { policies } = read(
    `resource "aws_iam_role" "a" {
  assume_role_policy = local.trust
  inline_policy {
    policy = jsonencode(local.shared)
  }
}
resource "aws_iam_role" "b" {
  assume_role_policy = local.trust
}
resource "aws_kms_key" "k" {
  policy = jsonencode({ Statement = [{ Effect = "Allow", Action = "kms:*", Resource = "*", Principal = { AWS = "x" } }] })
}
module "m" {
  source   = "./m"
  policies = { x = jsonencode({ Statement = [] }) }
}
resource "aws_organizations_policy" "o" {
  content = jsonencode({ Statement = [] })
}
`,
    {
      "locals.tf":
        'locals {\n  trust = jsonencode({ Statement = [{ Effect = "Allow", Action = "sts:AssumeRole" }] })\n  shared = { Statement = [] }\n}\n',
      "other/locals.tf": "locals {\n  trust = 1\n}\n",
    },
  );
  expect(policies.map(({ address, argument, file, document }) => [address, argument, file, document.type])).toEqual([
    ["aws_iam_role.a", "assume_role_policy", "locals.tf", "trust"],
    ["aws_iam_role.a", "inline_policy.policy", "locals.tf", "identity"],
    ["aws_kms_key.k", "policy", "main.tf", "resource"],
    ["module.m", "policies.x", "main.tf", "identity"],
    ["aws_organizations_policy.o", "content", "main.tf", "scp"],
  ]);
  expect(policies[0]?.document.statements[0]).toMatchObject({ line: 2 });
});

test(".tf.json: strings are templates, statements are objects", () => {
  const text = JSON.stringify(
    {
      "//": { metadata: 1 },
      resource: {
        aws_iam_policy: {
          a: {
            "//": {},
            policy: JSON.stringify({
              Statement: [{ Effect: "Allow", Action: "s3:GetObject", Resource: "${aws_s3_bucket.b.arn}/*" }],
            }),
          },
        },
        aws_iam_role: {
          r: { assume_role_policy: "${data.aws_iam_policy_document.t.json}", x: '${jsonencode({ "Statement" = [] })}' },
        },
      },
      data: {
        aws_iam_policy_document: {
          t: { statement: [{ actions: ["sts:AssumeRole"], principals: [{ type: "AWS", identifiers: ["${var.a}"] }] }] },
        },
      },
    },
    null,
    2,
  );
  const { policies, problems } = policiesInTerraform(new Map([["cdk.tf.json", text]]));
  expect(problems).toEqual([]);
  expect(policies.map(({ address, document }) => [address, document.type])).toEqual([
    ["aws_iam_policy.a", "identity"],
    ["aws_iam_role.r", "identity"],
    ["data.aws_iam_policy_document.t", "trust"],
  ]);
  expect(policies[0]?.document.statements[0]).toMatchObject({
    line: 9,
    resources: [{ value: "${aws_s3_bucket.b.arn}/*" }],
  });
  expect(policies[2]?.document.statements[0]?.principals).toMatchObject([
    { kind: "AWS", values: [{ value: "${var.a}" }] },
  ]);
});

test("tfwright:ignore on the last line of a statement is about the whole statement", () => {
  const { suppressions } = read(`resource "aws_iam_policy" "a" {
  policy = jsonencode({
    Statement = [
      {
        Effect = "Allow"
      }, # tfwright:ignore wildcard-resource it is a sandbox
    ]
  })
}
`);
  expect(suppressions).toMatchObject([{ line: 6, from: 4, to: 6 }]);
});

test("tfwright:ignore beside or above a statement, an argument, a block", () => {
  const { suppressions, problems } = read(`# tfwright:ignore wildcard-resource the whole block
resource "aws_iam_policy" "a" {
  policy = jsonencode({
    Statement = [
      # Why this is so.
      # tfwright:ignore missing-ancestor,missing-child because another policy has it
      # And more.
      {
        Effect = "Allow"
      },
      { Action = "s3:*" }, // tfwright:ignore service-wildcard: it is a sandbox
    ]
  })
}
# tfwright:ignore full-admin
`);
  expect(suppressions).toEqual([
    { rule: "wildcard-resource", reason: "the whole block", file: "main.tf", line: 1, column: 1, from: 2, to: 14 },
    {
      rule: "missing-ancestor",
      reason: "because another policy has it",
      file: "main.tf",
      line: 6,
      column: 7,
      from: 8,
      to: 10,
    },
    {
      rule: "missing-child",
      reason: "because another policy has it",
      file: "main.tf",
      line: 6,
      column: 7,
      from: 8,
      to: 10,
    },
    { rule: "service-wildcard", reason: "it is a sandbox", file: "main.tf", line: 11, column: 28, from: 11, to: 11 },
  ]);
  expect(problems).toMatchObject([{ code: "suppression-without-reason", line: 15, column: 1 }]);
});

test("a broken block is a problem, and the others are read", () => {
  const { policies, problems } = read(
    'resource "a" "b" {\n  c = [1 2]\n}\nresource "aws_iam_policy" "p" {\n  policy = jsonencode({ Statement = [] })\n}\n',
  );
  expect(policies).toHaveLength(1);
  expect(problems).toMatchObject([{ code: "not-hcl", file: "main.tf", line: 2, column: 10 }]);
});

const hostile: Readonly<Record<string, (size: number) => string>> = {
  "locals that double": (size) =>
    `locals {\n a0 = ["x"]\n${Array.from({ length: size / 50 }, (_, i) => ` a${i + 1} = concat(local.a${i}, local.a${i})\n`).join("")}}\nresource "x" "y" {\n z = jsonencode({ Statement = local.a${size / 50} })\n}`,
  "locals that nest": (size) =>
    `locals {\n a0 = ["x"]\n${Array.from({ length: 34 }, (_, i) => ` a${i + 1} = [local.a${i}, local.a${i}]\n`).join("")}}\nresource "x" "y" {\n z = jsonencode({ Statement = local.a34 })\n}\n#${"x".repeat(size)}`,
  "loops in loops": (size) =>
    `resource "x" "y" {\n z = ${"[for a in [1,2,3,4,5,6,7,8,9] : ".repeat(20)}1${"]".repeat(20)}\n a = "${"x".repeat(size)}"\n}`,
  "many policies": (size) =>
    'resource "x" "y" {\n  p = jsonencode({ Statement = [{ Effect = "Allow", Action = local.a }] })\n}\n'.repeat(
      size / 50,
    ),
  "one policy": (size) =>
    `locals {\n  a = [${'"s3:GetObject", '.repeat(size)}]\n}\n${'resource "x" "y" {\n  p = jsonencode({ Statement = [{ Action = local.a }] })\n}\n'.repeat(size / 50)}`,
  "text with braces": (size) => `resource "x" "y" {\n  p = "{\\"Statement\\": ${"$${ ".repeat(size)}"\n}`,
};

test.each(Object.entries(hostile))("hostile folders take time in proportion: %s", (_name, make) => {
  expect(growth(make, read, 4_000)).toBeLessThan(PROPORTIONAL);
});

test("what holds a policy, by its place and by the use of a document", () => {
  const text = 'jsonencode({ Statement = [{ Effect = "Allow", Action = "a:B", Resource = "*" }] })';
  const document = (name: string, rest = "") =>
    `data "aws_iam_policy_document" "${name}" {\n  statement {\n    actions = ["a:B"]\n  }\n${rest}}\n`;
  const resource = (type: string, policy: string, argument = "policy") =>
    `resource "${type}" "x${policy.length}" {\n  ${argument} = ${policy}\n}\n`;
  const use = (name: string) => `data.aws_iam_policy_document.${name}.json`;
  const given = [
    resource("aws_iam_policy", text),
    resource("aws_iam_role_policy", text),
    resource("aws_iam_user_policy", text),
    resource("aws_iam_group_policy", text),
    resource("aws_ssoadmin_permission_set_inline_policy", text, "inline_policy"),
    resource("aws_sqs_queue_policy", text),
    document("inline", "  source_policy_documents = [data.aws_iam_policy_document.part.json]\n"),
    document("part"),
    document("both"),
    document("unused"),
    resource("aws_iam_role_policy", use("inline")),
    resource("aws_iam_role_policy", use("both")) + resource("aws_iam_policy", use("both")),
  ];
  expect(read(given.join("")).policies.map(({ address, holder }) => `${address}: ${holder}`)).toEqual([
    "aws_iam_policy.x82: managed-policy",
    "aws_iam_role_policy.x82: role",
    "aws_iam_user_policy.x82: user",
    "aws_iam_group_policy.x82: group",
    "aws_ssoadmin_permission_set_inline_policy.x82: permission-set",
    "aws_sqs_queue_policy.x82: undefined",
    "data.aws_iam_policy_document.inline: role",
    "data.aws_iam_policy_document.part: role",
    "data.aws_iam_policy_document.both: managed-policy",
    "data.aws_iam_policy_document.unused: undefined",
  ]);
});

test("documents in another language are none of ours", () => {
  const protection = 'Statement = [{ Sid = "a", DataIdentifier = ["b"], Operation = { Audit = {} } }]';
  const update = 'Statement = [{ Effect = "Allow", Principal = "*", Action = "Update:*", Resource = "*" }]';
  const given = [
    ["aws_cloudwatch_log_data_protection_policy", "policy_document", protection],
    ["aws_sns_topic_data_protection_policy", "policy", protection],
    ["aws_cloudwatch_log_account_policy", "policy_document", protection],
    ["aws_cloudformation_stack", "policy_body", update],
    ["custom_thing", "policy", protection],
  ].map(([type, argument, inside]) => `resource "${type}" "a" {\n  ${argument} = jsonencode({ ${inside} })\n}\n`);
  expect(read(given.join(""))).toEqual(NOTHING_FOUND);
});

test("%{ if } and %{ for }: the first branch, one round, and a token inside of a string", () => {
  const found = only(`resource "aws_iam_policy" "a" {
  policy = <<-EOT
    {"Statement": [
      %{~ for name in var.names ~}
      {"Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::\${name}/*"},
      %{~ endfor ~}
      {"Effect": "Allow", "Action": [%{ if var.x }"s3:ListBucket"%{ else }"s3:ListAllMyBuckets"%{ endif }],
       "Resource": "arn:aws:s3:::%{ if var.prod }%{ if var.a }a%{ else }c%{ endif }%{ else }b%{ endif }"},
    ]}
  EOT
}
`);
  const { statements } = found.document;
  expect(statements.map(({ resources }) => resources?.map(({ value }) => value))).toEqual([
    ["arn:aws:s3:::${name}/*"],
    ["arn:aws:s3:::${...}"],
  ]);
  expect(statements[1]?.actions).toMatchObject([{ value: "s3:ListBucket", line: 7, column: 51 }]);
});

test("policies that a template makes are told", () => {
  const { policies, problems, unread } = read(`resource "aws_iam_role" "a" {
  assume_role_policy = file("trust.json")
  description        = file("about.txt")
}
resource "aws_iam_policy" "b" {
  policy = templatefile("\${path.module}/policy.json", { bucket = var.bucket })
}
resource "aws_iam_policy" "c" {
  policy = var.policy
}
resource "aws_iam_policy" "d" {
  policy = "%{ if var.x }\${var.one}%{ else }\${var.other}%{ endif }"
}
resource "aws_instance" "e" {
  user_data = templatefile("init.sh", {})
}
`);
  expect([policies, problems]).toEqual([[], []]);
  expect(unread.map(({ line, message }) => `${line}: ${message}`)).toEqual([
    "2: `assume_role_policy` of aws_iam_role.a cannot be read: `file` looks for trust.json, and there is no such file in what was given",
    "6: `policy` of aws_iam_policy.b cannot be read: `templatefile` looks for policy.json, and there is no such file in what was given",
    "12: `policy` of aws_iam_policy.d cannot be read: it comes from `%{ if }` or `%{ for }`",
  ]);
});

describe("policy variables of aws_iam_policy_document", () => {
  const QUEUE = "arn:aws:sqs:eu-west-1:123456789012:orders";
  const found = (statement: string, more = "") =>
    lintFiles(
      [
        {
          path: "a.tf",
          text: `data "aws_iam_policy_document" "d" {\n  ${more}\n  statement {\n${statement}\n  }\n}\n`,
        },
      ],
      { today: "2026-10-01" },
    ).findings.map(({ rule, message }) => `${rule} ${/&\{/.test(message)}`);
  const own = (actions: string, resource: string, more = "") =>
    `actions = [${actions}]\n resources = ["${resource}"]\n ${more}`;
  const when = (test: string, value: string) =>
    `condition {\n test = "${test}"\n variable = "aws:PrincipalTag/team"\n values = ["${value}"]\n }`;

  test.each<readonly [string, string, readonly string[]]>([
    ["its own user", own('"iam:CreateAccessKey"', "arn:aws:iam::*:user/&{aws:username}"), []],
    ["a value", own('"sqs:SendMessage"', QUEUE, when("StringEquals", "&{aws:RequestTag/team}")), []],
    ["no name", own('"s3:PutObject"', "arn:aws:s3:::b/&{}/*"), ["invalid-policy-variable false"]],
    ["a space", own('"s3:PutObject"', "arn:aws:s3:::b/&{ aws:username}/*"), ["invalid-policy-variable false"]],
    ["no such key", own('"s3:PutObject"', "${var.arn}/&{aws:usernam}/*"), ["invalid-policy-variable false"]],
    [
      "no brace, in a value",
      own('"sqs:SendMessage"', QUEUE, when("StringEquals", "&{aws:username")),
      ["invalid-policy-variable false"],
    ],
    [
      "in a principal",
      own(
        '"sqs:SendMessage"',
        QUEUE,
        'principals {\n type = "AWS"\n identifiers = ["arn:aws:iam::123456789012:user/&{aws:username}"]\n }',
      ),
      ["invalid-policy-variable false"],
    ],
  ])("%s", (_name, statement, codes) => {
    expect(found(statement)).toEqual(codes);
  });

  test("an old version of the language has none", () => {
    const statement = own('"s3:PutObject"', "arn:aws:s3:::b/&{aws:username}/*");
    expect(found(statement, 'version = "2008-10-17"')).toEqual(["variable-in-old-version false"]);
  });
});
