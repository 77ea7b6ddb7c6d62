/** Findings of the linter on new policies: only what the plan introduces. */
import type { Json } from "../../../src/json/json-value";
import { reviewPermissions } from "../../../src/review/permissions";
import { changed, planOf, policyText } from "./permissions-support";

type Statement = { readonly [name: string]: Json };

const on = (Action: string | readonly string[], Resource: string | readonly string[] = "*"): Statement => ({
  Action: Action as Json,
  Resource: Resource as Json,
});

/** Rules of findings of severity security, of the second policy in place of the first. */
function introduced(before: readonly Statement[], after: readonly Statement[], kept: readonly Statement[] = []) {
  const policy = (list: readonly Statement[]) => ({ name: "p", role: "job", policy: policyText(...list) });
  const changes = [
    changed("aws_iam_role_policy.p", policy(before), policy(after)),
    changed("aws_iam_role_policy.kept", policy(kept), policy(kept), { actions: ["no-op"] }),
  ];
  return reviewPermissions([planOf({ changes })])
    .flatMap(({ findings }) => findings)
    .filter(({ finding }) => finding.severity === "security")
    .map(({ finding }) => finding.rule);
}

const READ = ["s3:GetObject", "s3:PutObject", "kms:Decrypt"];
const PASS = on("iam:PassRole", "arn:aws:iam::111111111111:role/a");

test.each<[name: string, before: readonly Statement[], after: readonly Statement[]]>([
  ["another order", [on(READ)], [on([...READ].reverse())]],
  ["another case", [on("s3:GetObject")], [on("S3:getobject")]],
  ["a statement that is cut up", [on(READ)], [on(READ.slice(0, 2)), on("kms:Decrypt")]],
  ["an action less", [on(READ)], [on(READ.slice(1))]],
  ["services in place of everything", [on("*")], [on(["s3:*", "glue:*"])]],
  ["names in place of a wildcard", [on("glue:Get*")], [on(["glue:GetTable*", "glue:GetDatabase*"])]],
  ["more that is left out", [{ NotAction: "iam:*", Resource: "*" }], [{ NotAction: ["s3:*", "iam:*"], Resource: "*" }]],
  [
    "roles in two statements",
    [on("iam:PassRole", ["arn:aws:iam::1:role/a", "arn:aws:iam::1:role/b"])],
    [on("iam:PassRole", "arn:aws:iam::1:role/a"), on("iam:PassRole", "arn:aws:iam::1:role/b")],
  ],
])("%s introduces nothing", (_name, before, after) => {
  expect(introduced(before, after)).toEqual([]);
});

test.each<[name: string, before: readonly Statement[], after: readonly Statement[], want: readonly string[]]>([
  ["an action more", [on("s3:GetObject")], [on(["s3:GetObject", "kms:Decrypt"])], ["wildcard-resource"]],
  ["a wider wildcard", [on("glue:GetTable*")], [on("glue:Get*")], ["wildcard-resource"]],
  [
    "less that is left out",
    [{ NotAction: ["s3:*", "iam:*"], Resource: "*" }],
    [{ NotAction: "iam:*", Resource: "*" }],
    ["allow-not-action"],
  ],
  [
    "the other half of a way to more",
    [on("glue:CreateJob", "arn:aws:glue:eu-west-1:111111111111:job/*"), PASS],
    [
      on("glue:CreateJob", "arn:aws:glue:eu-west-1:111111111111:job/*"),
      on("glue:StartJobRun", "arn:aws:glue:eu-west-1:111111111111:job/*"),
      PASS,
    ],
    ["privilege-escalation"],
  ],
])("%s is told", (_name, before, after, want) => {
  expect(introduced(before, after)).toEqual(want);
});

test("a finding that stays in another document does not account for a new one in the same words", () => {
  expect(introduced([], [on("iam:PassRole", "arn:aws:iam::111111111111:role/b")], [PASS])).toEqual([
    "pass-role-without-service",
  ]);
});
