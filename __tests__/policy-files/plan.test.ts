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
