/** Secrets in policies: what is marked is not shown, also where it is too short to be found elsewhere. */
import type { Json } from "../../../src/json/json-value";
import { createRedactor } from "../../../src/review/redact/redactor";
import { renderJson } from "../../../src/review/report/json";
import { review } from "../../../src/review/review";
import { changed, configured, type PlanParts, planOf, policyText, role } from "./permissions-support";

function printed(parts: PlanParts): string {
  const plans = [planOf(parts)];
  return renderJson(review(plans, { today: "2026-11-01", redactor: createRedactor(plans) }), []);
}

const tagged = (value: string) =>
  policyText({
    Action: "s3:GetObject",
    Resource: "arn:aws:s3:::merger/*",
    Condition: { StringEquals: { "aws:PrincipalTag/x": value } },
  });

test("a policy in a block", () => {
  const of = (...inline_policy: Json[]) => role("r", { inline_policy });
  const marks: readonly Json[] = [[{ policy: true }], true, [{}, { policy: true }]];
  for (const inline_policy of marks) {
    const change = changed("aws_iam_role.r", of(), of({ name: "x", policy: tagged("tok9") }), {
      sensitive: { inline_policy },
    });
    const text = printed({ changes: [change] });
    expect(text).toContain("the policy is marked as sensitive");
    expect(text).not.toMatch(/merger|tok9/);
  }
});

test("an argument of a permission", () => {
  const of = (event_source_token: string) => ({
    function_name: "f",
    principal: "alexa-appkit.amazon.com",
    event_source_token,
  });
  const more = { sensitive: { event_source_token: true } };
  const made = printed({ changes: [changed("aws_lambda_permission.a", null, of("ab12"), more)] });
  expect(made).toContain("sensitive: aws_lambda_permission.a.event_source_token");
  expect(made).not.toContain("ab12");
  const change = changed("aws_lambda_permission.a", of("ab12"), of("cd34"), more);
  const both = { ...change, change: { ...(change.change as object), before_sensitive: { event_source_token: true } } };
  const other = printed({ changes: [both as never] });
  expect(other).toContain("condition-dropped");
  expect(other).not.toMatch(/ab12|cd34/);
});

test("a value of a policy document that is read before apply", () => {
  const statement = [
    {
      actions: ["sts:AssumeRole"],
      principals: [{ type: "AWS", identifiers: ["999999999999"] }],
      condition: [{ test: "StringEquals", variable: "sts:ExternalId", values: ["pin7"] }],
    },
  ];
  const root = {
    resources: [
      configured("aws_iam_role.r", { assume_role_policy: ["data.aws_iam_policy_document.d.json"] }),
      configured("data.aws_iam_policy_document.d", {}),
    ],
  };
  for (const mark of [{ statement: [{ condition: [{ values: true }] }] }, { statement: true }, true]) {
    const changes = [
      changed("aws_iam_role.r", null, { name: "r" }, { unknown: { assume_role_policy: true } }),
      changed(
        "data.aws_iam_policy_document.d",
        null,
        { statement },
        {
          actions: ["read"],
          unknown: { json: true },
          sensitive: mark,
        },
      ),
    ];
    expect(printed({ changes, root })).not.toContain("pin7");
  }
});

test("a value of which the case does not count", () => {
  const trust = policyText({
    Principal: { AWS: "999999999999" },
    Action: "sts:AssumeRole",
    Condition: { StringEqualsIgnoreCase: { "sts:ExternalId": "HuSh-Tiger-Q" } },
  });
  const changes = [
    changed("aws_iam_role.r", role("r"), role("r", { assume_role_policy: trust })),
    changed("aws_ssm_parameter.s", null, { name: "/x", value: "HuSh-Tiger-Q" }, { sensitive: { value: true } }),
  ];
  const text = printed({ changes });
  expect(text).toContain("sts:ExternalId");
  expect(text).not.toMatch(/hush-tiger-q/i);
});

test("the name of a role outside of the plan", () => {
  const change = changed(
    "aws_iam_role_policy.p",
    null,
    { role: "zq7", policy: tagged("x") },
    { sensitive: { role: true } },
  );
  expect(printed({ changes: [change] })).not.toContain("zq7");
});
