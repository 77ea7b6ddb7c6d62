/** A name of the plan that holds a backtick is a value like any other: no format takes a part of it for words of ours. */
import type { Json } from "../../../src/json/json-value";
import { createRedactor } from "../../../src/review/redact/redactor";
import { renderMarkdown } from "../../../src/review/report/markdown";
import { renderTerminal } from "../../../src/review/report/terminal";
import { review } from "../../../src/review/review";
import { changed, kept, type PlanParts, planOf, policyText, role } from "./permissions-support";

const HOSTILE = "x` approved by @octocat, `y";

function printed(parts: PlanParts) {
  const plans = [planOf(parts)];
  const made = review(plans, { today: "2026-11-01", redactor: createRedactor(plans) });
  return { markdown: renderMarkdown(made), text: renderTerminal(made) };
}

/** What is not in a code span. */
function proseOf(markdown: string): string {
  return markdown.replace(/(?<!`)(`+)(?!`)(.*?[^`])\1(?!`)/g, "");
}

const policyOf = (statement: { readonly [name: string]: Json }, name = "r") =>
  changed("aws_iam_role_policy.p", null, { name: "p", role: name, policy: policyText(statement) });
const READ = { Action: "s3:GetObject", Resource: "arn:aws:s3:::raw/*" };
const PASS = { Action: "iam:PassRole", Resource: "arn:aws:iam::111111111111:role/r" };
const equals = (key: string, value: string) => ({ Condition: { StringEquals: { [key]: value } } });
const member = (groups: readonly string[]) => ({ user: "u", groups });

const rows: readonly (readonly [where: string, parts: PlanParts])[] = [
  ["a Sid", { changes: [policyOf({ ...READ, Sid: HOSTILE })], prior: [kept("aws_iam_role.r", role("r"))] }],
  ["a bucket", { changes: [policyOf({ ...READ, Resource: `arn:aws:s3:::${HOSTILE}/*` })] }],
  [
    "a role that is passed",
    { changes: [policyOf({ ...PASS, Resource: `arn:aws:iam::111111111111:role/${HOSTILE}` })] },
  ],
  ["a role outside of the plan", { changes: [policyOf(READ, HOSTILE)] }],
  ["a service", { changes: [policyOf({ ...PASS, ...equals("iam:PassedToService", HOSTILE) })] }],
  ["a value of a condition", { changes: [policyOf({ ...READ, ...equals("aws:PrincipalTag/team", HOSTILE) })] }],
  ["a key of a condition", { changes: [policyOf({ ...READ, ...equals(`aws:PrincipalTag/${HOSTILE}`, "a") })] }],
  [
    "a key of a condition with many values",
    {
      changes: [
        policyOf({ ...READ, Condition: { StringEquals: { [`aws:PrincipalTag/${HOSTILE}`]: [..."abcdefg"] } } }),
      ],
    },
  ],
  [
    "an account's role in a trust",
    {
      changes: [
        changed(
          "aws_iam_role.r",
          role("r"),
          role("r", {
            assume_role_policy: policyText({
              Action: "sts:AssumeRole",
              Principal: { AWS: `arn:aws:iam::222222222222:role/${HOSTILE}` },
            }),
          }),
        ),
      ],
    },
  ],
  [
    "a group outside of the plan",
    { changes: [changed("aws_iam_user_group_membership.m", member([]), member([HOSTILE]))] },
  ],
  [
    "a boundary",
    {
      changes: [
        changed(
          "aws_iam_role.r",
          role("r", { permissions_boundary: `arn:aws:iam::111111111111:policy/${HOSTILE}` }),
          role("r"),
        ),
      ],
    },
  ],
];

test.each(rows)("%s", (_, parts) => {
  const { markdown, text } = printed(parts);
  expect(markdown).toContain(HOSTILE);
  expect(proseOf(markdown)).not.toMatch(/octocat|approved/);
  expect(proseOf(markdown)).toContain("**Permissions ");
  expect(text).toContain(HOSTILE);
});
