import { planIn, policiesInPlan } from "../../src/policy-files";

const statement = { Effect: "Allow", Action: "s3:GetObject", Resource: "*" };
const plan = {
  format_version: "1.2",
  planned_values: {},
  resource_changes: [
    {
      address: "module.a.aws_iam_role.r[0]",
      mode: "managed",
      type: "aws_iam_role",
      change: {
        actions: ["create"],
        after: {
          assume_role_policy: JSON.stringify({ Statement: { ...statement, Action: "sts:AssumeRole" } }),
          inline_policy: [{ policy: JSON.stringify({ Statement: [statement] }) }],
        },
        after_unknown: { arn: true },
      },
    },
    {
      address: "data.aws_iam_policy_document.d",
      mode: "data",
      type: "aws_iam_policy_document",
      change: {
        actions: ["read"],
        after: {
          override_json: null,
          statement: [
            {
              sid: "Read",
              effect: null,
              actions: ["s3:GetObject"],
              not_actions: null,
              resources: [null, "arn:aws:s3:::a/*"],
              principals: [],
              condition: [{ test: "StringEquals", variable: "aws:SourceAccount", values: [null] }],
            },
            { actions: ["glue:GetJob"] },
          ],
        },
        after_unknown: {
          id: true,
          json: true,
          statement: [{ resources: [true, false], condition: [{ values: [true] }] }, { resources: true }],
        },
      },
    },
    {
      address: "aws_iam_policy.gone",
      mode: "managed",
      type: "aws_iam_policy",
      change: { actions: ["delete"], after: null },
    },
    {
      address: "aws_organizations_policy.o",
      mode: "managed",
      type: "aws_organizations_policy",
      change: { after: { content: JSON.stringify({ Statement: [] }) } },
    },
    {
      address: "aws_iam_policy.bad",
      mode: "managed",
      type: "aws_iam_policy",
      change: { after: { policy: '{"Statement": [' } },
    },
  ],
};

test("policies of a plan, and documents that are read only when it is applied", () => {
  const { policies, problems } = policiesInPlan(planIn(`\ufeff${JSON.stringify(plan)}`) ?? {}, { file: "plan.json" });
  expect(policies.map(({ address, argument, document }) => [address, argument, document.type])).toEqual([
    ["module.a.aws_iam_role.r[0]", "assume_role_policy", "trust"],
    ["module.a.aws_iam_role.r[0]", "inline_policy.0.policy", "identity"],
    ["data.aws_iam_policy_document.d", undefined, "identity"],
    ["aws_organizations_policy.o", "content", "scp"],
  ]);
  const [read, job] = policies[2]!.document.statements;
  expect(read).toMatchObject({
    pointer: "/Statement/0",
    sid: { value: "Read" },
    effect: { value: "Allow" },
    resources: [{ value: "${...}" }, { value: "arn:aws:s3:::a/*" }],
    conditions: [{ operator: "StringEquals", values: [{ value: "${...}" }] }],
    issues: [],
  });
  expect(job).toMatchObject({ actions: [{ value: "glue:GetJob" }], resources: [{ value: "${...}" }] });
  expect(problems).toMatchObject([{ code: "not-json", file: "plan.json", pointer: "aws_iam_policy.bad/policy" }]);
});

test.each(["{}", "[]", '{"format_version":"1"}', '"plan"', '{"format_version":"1.2","resource_changes":[],}'])(
  "no plan: %s",
  (text) => {
    expect(planIn(text)).toBeUndefined();
  },
);

test("a plan with a change that is none says so", () => {
  const { policies, problems } = policiesInPlan({ format_version: "1.2", resource_changes: [{ address: 1 }] });
  expect(policies).toEqual([]);
  expect(problems).toMatchObject([
    { code: "plan-malformed", message: expect.stringContaining("address must be text") },
  ]);
});

describe("policies that are known only after apply are counted", () => {
  const change = (address: string, unknown: object, more: object = {}) => ({
    address,
    mode: address.includes("data.") ? "data" : "managed",
    type: /(?:^|\.)(aws_\w+)\./.exec(address)?.[1],
    change: { actions: ["create"], after: {}, after_unknown: unknown },
    ...more,
  });
  const configured = (address: string, expressions: object) => ({
    address,
    mode: address.startsWith("data.") ? "data" : "managed",
    type: /(aws_\w+)\./.exec(address)?.[1],
    expressions,
  });
  const refers = (...references: readonly string[]) => ({ references });
  const document = change(
    "data.aws_iam_policy_document.d",
    { json: true },
    {
      change: {
        actions: ["read"],
        after: { statement: [{ actions: ["glue:GetJob"] }] },
        after_unknown: { json: true, statement: [{ resources: true }] },
      },
    },
  );
  const unreadOf = (changes: readonly object[], module: object = {}) => {
    const text = { format_version: "1.2", planned_values: {}, resource_changes: changes };
    return policiesInPlan(planIn(JSON.stringify({ ...text, configuration: { root_module: module } })) ?? {}).unread.map(
      ({ message }) => message,
    );
  };
  const afterApply = (name: string) => [`${name} is known only after apply`];

  test.each<[string, readonly object[], object, readonly string[]]>([
    [
      "a policy",
      [change("aws_iam_policy.p", { policy: true, arn: true })],
      {},
      afterApply("`policy` of aws_iam_policy.p"),
    ],
    [
      "the trust policy of an instance",
      [change("aws_iam_role.r[0]", { assume_role_policy: true })],
      {},
      afterApply("`assume_role_policy` of aws_iam_role.r[0]"),
    ],
    [
      "a bucket's, from a text",
      [change("aws_s3_bucket_policy.b", { policy: true })],
      { resources: [configured("aws_s3_bucket_policy.b", { policy: refers("aws_s3_bucket.b.arn") })] },
      afterApply("`policy` of aws_s3_bucket_policy.b"),
    ],
    [
      "in a block",
      [change("aws_iam_role.r", { inline_policy: [{ policy: true }] })],
      {},
      afterApply("`inline_policy.0.policy` of aws_iam_role.r"),
    ],
    [
      "the statements of a document",
      [change("data.aws_iam_policy_document.d", { json: true, statement: true })],
      {},
      afterApply("`statement` of data.aws_iam_policy_document.d"),
    ],
    [
      "an organization's",
      [change("aws_organizations_policy.o", { content: true })],
      {},
      afterApply("`content` of aws_organizations_policy.o"),
    ],
    [
      "what the provider computes",
      [change("aws_sqs_queue.q", { policy: true }), change("aws_kms_key.k", { policy: true })],
      {},
      [],
    ],
    [
      "other arguments",
      [
        change("aws_iam_role_policy_attachment.a", { policy_arn: true }),
        change("aws_iam_role.r", { managed_policy_arns: true }),
      ],
      {},
      [],
    ],
    ["another kind of policy", [change("aws_sns_topic_data_protection_policy.p", { policy: true })], {}, []],
    [
      "from a document that is read",
      [document, change("aws_iam_policy.p", { policy: true })],
      {
        resources: [
          configured("data.aws_iam_policy_document.d", {}),
          configured("aws_iam_policy.p", {
            policy: refers("data.aws_iam_policy_document.d.json", "data.aws_iam_policy_document.d"),
          }),
        ],
      },
      [],
    ],
    [
      "from one that is read, by a variable and an output",
      [
        { ...document, address: "module.a.data.aws_iam_policy_document.d" },
        change('module.b["x"].aws_iam_policy.p', { policy: true }),
      ],
      {
        module_calls: {
          a: { module: { outputs: { json: { expression: refers("data.aws_iam_policy_document.d.json") } } } },
          b: {
            expressions: { given: refers("module.a.json", "module.a") },
            module: { resources: [configured("aws_iam_policy.p", { policy: refers("var.given") })] },
          },
        },
      },
      [],
    ],
    ...(
      [
        ["the output of an instance", ['module.a["x.y"].json', 'module.a["x.y"]', "module.a"], []],
        ["an output that the plan does not name", ["module.a", "each.key"], afterApply("`policy` of aws_iam_policy.p")],
        ["another output", ["module.a.other", "module.a"], afterApply("`policy` of aws_iam_policy.p")],
      ] as const
    ).map(([title, references, expected]): [string, readonly object[], object, readonly string[]] => [
      `from ${title}`,
      [
        { ...document, address: "module.a.data.aws_iam_policy_document.d" },
        change("aws_iam_policy.p", { policy: true }),
      ],
      {
        resources: [configured("aws_iam_policy.p", { policy: refers(...references) })],
        module_calls: {
          a: {
            module: {
              outputs: {
                json: { expression: refers("data.aws_iam_policy_document.d.json") },
                other: { expression: refers("aws_s3_bucket.b.policy") },
              },
            },
          },
        },
      },
      expected,
    ]),
    [
      "from one that is not",
      [change("aws_iam_policy.p", { policy: true })],
      { resources: [configured("aws_iam_policy.p", { policy: refers("data.aws_iam_policy_document.d.json") })] },
      afterApply("`policy` of aws_iam_policy.p"),
    ],
  ])("%s", (_, changes, module, expected) => {
    expect(unreadOf(changes, module)).toEqual(expected);
  });
});
