/** iam:PassRole is told once: by the escalation, which says which roles go to which services. */

import { escalationsOf, permissionDelta } from "../../../src/iam/delta";
import { readPolicyText } from "../../../src/iam/document/read-policy";
import type { Json } from "../../../src/json/json-value";
import { permissionDrafts } from "../../../src/review/permissions/find-permissions";
import { withBackticks } from "../../../src/text/message";
import { changed, kept, planOf, policyText, role } from "./permissions-support";

type Fields = { readonly [name: string]: Json };

const ROLE = "arn:aws:iam::111111111111:role/job";
const TO_GLUE = { StringEquals: { "iam:PassedToService": "glue.amazonaws.com" } };
const PASS = { Sid: "Pass", Action: "iam:PassRole", Resource: ROLE, Condition: TO_GLUE };

/** The findings of a policy of a role, each with its details. */
function drafts(before: readonly Fields[], after: readonly Fields[], boundary?: string) {
  const policy = (list: readonly Fields[]) => ({ name: "p", role: "deployer", policy: policyText(...list) });
  const more: Fields = boundary === undefined ? {} : { permissions_boundary: boundary };
  return permissionDrafts(
    planOf({
      changes: [changed("aws_iam_role_policy.p", policy(before), policy(after))],
      prior: [kept("aws_iam_role.deployer", role("deployer", more))],
    }),
  ).flatMap((one) => one.drafts);
}

function told(...given: Parameters<typeof drafts>): readonly string[] {
  return drafts(...given).flatMap(({ rule, message, details = [] }) => [
    `${rule}: ${withBackticks(message)}`,
    ...details.filter((line) => !withBackticks(line).startsWith("by ")).map((line) => `- ${withBackticks(line)}`),
  ]);
}

const OTHER = { Sid: "Old", Action: "s3:GetObject", Resource: "arn:aws:s3:::lake/*" };
const START = {
  Sid: "Start",
  Action: ["glue:CreateJob", "glue:StartJobRun"],
  Resource: "arn:aws:glue:*:111111111111:job/*",
};
const TO_GLUE_ROW = `pass-role-to-glue: \`iam:PassRole\` is allowed on \`${ROLE}\` for \`glue.amazonaws.com\``;
const WIDEST =
  "`iam:PassRole` is allowed on `*`: whoever has it can pass any role, including an administrator's (`pass-role-wildcard`, in `aws_iam_role_policy.p`)";
const WIDE =
  "`iam:PassRole` is allowed on `*`: whoever has it can pass any role that trusts `glue.amazonaws.com` (`pass-role-wildcard`, in `aws_iam_role_policy.p`)";
const ANY =
  "`iam:PassRole` is allowed without a condition on `iam:PassedToService`, so the role can go to any service (`pass-role-without-service`, in `aws_iam_role_policy.p`)";

test.each<[name: string, before: readonly Fields[], after: readonly Fields[], want: readonly string[]]>([
  ["a statement of its own", [OTHER], [OTHER, PASS], [TO_GLUE_ROW]],
  ["without a Sid", [OTHER], [OTHER, { Action: ["iam:PassRole"], Resource: ROLE, Condition: TO_GLUE }], [TO_GLUE_ROW]],
  [
    "any role to any service",
    [OTHER],
    [OTHER, { Sid: "Pass", Action: "iam:PassRole", Resource: "*" }],
    ["pass-role-to-glue: `iam:PassRole` is allowed on `*` for any service, Glue included", `- ${ANY}`, `- ${WIDEST}`],
  ],
  [
    "to another service",
    [OTHER],
    [OTHER, { ...PASS, Condition: { StringEquals: { "iam:PassedToService": "lambda.amazonaws.com" } } }],
    [`pass-role: \`iam:PassRole\` is allowed on \`${ROLE}\` for \`lambda.amazonaws.com\``],
  ],
  [
    "two statements for two services",
    [OTHER],
    [
      OTHER,
      PASS,
      { ...PASS, Sid: "Lambda", Condition: { StringEquals: { "iam:PassedToService": "lambda.amazonaws.com" } } },
    ],
    [TO_GLUE_ROW, `pass-role: \`iam:PassRole\` is allowed on \`${ROLE}\` for \`lambda.amazonaws.com\``],
  ],
  [
    "under a further condition",
    [OTHER],
    [OTHER, { ...PASS, Condition: { ...TO_GLUE, StringLike: { "aws:PrincipalTag/team": "data" } } }],
    [
      TO_GLUE_ROW,
      `- \`iam:PassRole\` on \`${ROLE}\`, where \`StringEquals iam:PassedToService\` \`glue.amazonaws.com\` and \`StringLike aws:PrincipalTag/team\` \`data\``,
    ],
  ],
  [
    "with other actions in its statement",
    [OTHER],
    [OTHER, { Sid: "Pass", Action: ["iam:PassRole", "iam:GetRole"], Resource: ROLE, Condition: TO_GLUE }],
    [
      TO_GLUE_ROW,
      `permission-gained: \`iam:GetRole\` on \`${ROLE}\`, where \`StringEquals iam:PassedToService\` \`glue.amazonaws.com\``,
      "policy-lint: no request for `iam:GetRole` has the key `iam:PassedToService`, so the condition keeps it from being allowed (`unsupported-condition-key`, in `aws_iam_role_policy.p`)",
    ],
  ],
  [
    "for more roles than before",
    [PASS],
    [{ ...PASS, Resource: "arn:aws:iam::111111111111:role/job*" }],
    [
      "pass-role-to-glue: `iam:PassRole` is allowed on `arn:aws:iam::111111111111:role/job*` for `glue.amazonaws.com`",
      `- \`iam:PassRole\`, where \`StringEquals iam:PassedToService\` \`glue.amazonaws.com\` on \`arn:aws:iam::111111111111:role/job*\`, before only on \`${ROLE}\``,
    ],
  ],
  [
    "without its condition",
    [PASS],
    [{ Sid: "Pass", Action: "iam:PassRole", Resource: ROLE }],
    [
      `pass-role-to-glue: \`iam:PassRole\` is allowed on \`${ROLE}\` for any service, Glue included`,
      `- \`iam:PassRole\` on \`${ROLE}\`: now without a condition, before where \`StringEquals iam:PassedToService\` \`glue.amazonaws.com\``,
      `- ${ANY}`,
    ],
  ],
  [
    "the path that it opens with actions that were allowed before",
    [START],
    [START, { Sid: "Pass", Action: "iam:PassRole", Resource: "*", Condition: TO_GLUE }],
    [
      "pass-role-to-glue: `iam:PassRole` is allowed on `*` for `glue.amazonaws.com`",
      "- whoever has `iam:PassRole`, `glue:CreateJob` and `glue:StartJobRun` runs a script with any role (`privilege-escalation`, in `aws_iam_role_policy.p`)",
      `- ${WIDE}`,
    ],
  ],
  [
    "a wildcard gives more, and stays",
    [OTHER],
    [OTHER, { Sid: "Pass", Action: "iam:Pass*", Resource: ROLE, Condition: TO_GLUE }],
    [
      TO_GLUE_ROW,
      `permission-gained: \`iam:Pass*\` on \`${ROLE}\`, where \`StringEquals iam:PassedToService\` \`glue.amazonaws.com\``,
    ],
  ],
  [
    "a role that goes",
    [OTHER, PASS],
    [OTHER],
    [
      `permission-lost: \`iam:PassRole\` on \`${ROLE}\`, where \`StringEquals iam:PassedToService\` \`glue.amazonaws.com\``,
    ],
  ],
])("%s", (_name, before, after, want) => {
  expect(told(before, after)).toEqual(want);
});

test("what a boundary does not allow is no escalation, and stays", () => {
  const readOnly = "arn:aws:iam::aws:policy/ReadOnlyAccess";
  expect(told([OTHER], [OTHER, PASS], readOnly)).toEqual([
    `permission-gained: \`iam:PassRole\` on \`${ROLE}\`, where \`StringEquals iam:PassedToService\` \`glue.amazonaws.com\` (the boundary does not allow it)`,
  ]);
});

test("the library tells the gain and the escalation", () => {
  const documents = (...statements: readonly Fields[]) => ({
    documents: readPolicyText(policyText(...statements)).policies.map(({ document }) => ({
      name: "p",
      layer: "identity" as const,
      document,
    })),
  });
  const delta = permissionDelta(documents(OTHER), documents(OTHER, PASS));
  expect(delta.gained.map(({ actions }) => actions)).toEqual([["iam:PassRole"]]);
  expect(escalationsOf(delta).map(({ code }) => code)).toEqual(["pass-role-to-glue"]);
});
