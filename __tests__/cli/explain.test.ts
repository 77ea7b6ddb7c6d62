/** A finding names its rule: the command explains it, whether `lint` or `review` has found it. */
import { explain } from "../../src/cli/explain";
import { lintRules } from "../../src/iam/lint";
import { rules } from "../../src/review/rules";

/** Codes of two rules, one of each command. */
const BOTH = lintRules.flatMap(({ code }) => (rules.some((rule) => rule.code === code) ? [code] : []));

test.each(rules.map(({ code }) => code).filter((code) => !BOTH.some((one) => one === code)))(
  "%s of a review has a page",
  (code) => {
    expect(explain(code)).toMatch(
      /^.+\n[a-z-]+, (?:\w+)(?:, section [\w-]+ of `tfwright review`)?\n\n.*\n\nWhy: .*\n\nBad:.*Good:/s,
    );
  },
);

test("a rule of the review is told as one", () => {
  expect(explain("bucket-destroyed")).toMatch(
    /^bucket destroyed\nbucket-destroyed, danger, section data-loss of `tfwright review`\n\nA bucket /,
  );
});

test.each(lintRules.map(({ code }) => code).filter((code) => !BOTH.includes(code)))(
  "%s of the linter keeps its page",
  (code) => {
    expect(explain(code)).not.toContain("of `tfwright review`");
  },
);

test.each([
  ["bucket-destroyd", "did you mean `bucket-destroyed`?"],
  ["missing-ancestr", "did you mean `missing-ancestor`?"],
  ["escalation-kms-grants", "the nearest is `privilege-escalation`; `tfwright explain` lists all rules"],
  ["nope", "`tfwright explain` lists all rules"],
])("%s is no rule", (name, hint) => {
  expect(() => explain(name)).toThrow(hint);
});

test("a code of two rules: both pages, each under its heading", () => {
  expect(BOTH).toContain("unknown-action");
  for (const code of BOTH) {
    const page = explain(code);
    expect(page).toContain(`\`${code}\` is a rule of \`tfwright lint\`, and another one of \`tfwright review\`.`);
    expect(page).toMatch(
      /Rule of `tfwright lint`\n=+\n\n.+\n[a-z-]+, \w+\n\n[\s\S]*Rule of `tfwright review`\n=+\n\n.+\n[a-z-]+, \w+, section /,
    );
  }
});

test("the list has the rules of both commands, and says which codes are of both", () => {
  const list = explain(undefined);
  const [lint = "", review = ""] = list.split("Rules of `tfwright review`");
  for (const { code } of lintRules) expect(lint).toContain(`  ${code} `);
  for (const { code } of rules) expect(review).toContain(`  ${code} `);
  expect(list).toContain(
    `Two rules have the code ${BOTH.map((code) => `\`${code}\``).join(", ")}, one of each command`,
  );
});

describe("actions", () => {
  test("the resources that all must be named, those that may be, and the condition keys", () => {
    const page = explain("glue:gettable");
    expect(page).toMatch(/^glue:GetTable\naccess: Read\n\nResources, all of them:\n {2}database {5}arn:/);
    expect(page).toContain("\n  rootcatalog  arn:${Partition}:glue:${Region}:${Account}:catalog\n");
    expect(page).toContain("Resources that may be named:\n  catalog  arn:");
    expect(page).toContain("\n  glue:LakeFormationPermissions\n");
    expect(page).toMatch(/\nSource: @cloud-copilot\/iam-data \S+, data of \d{4}-\d\d-\d\d$/);
  });

  test.each([
    ["s3:GetObject", "Resources, at least one of them:\n  accesspointobject"],
    ["s3:ListAllMyBuckets", "Resource: `*` alone, because the action has no resources\n"],
    ["glue:DeleteDatabase", "Evidence: ARN page: all delete operations require permission on all children"],
    ["glue:GetTags", "Actions that are needed as well:\n  glue:GetConnection\n"],
  ])("%s", (action, part) => {
    expect(explain(action)).toContain(part);
  });

  test("a pattern lists the actions that it matches", () => {
    expect(explain("glue:*Crawler")).toMatch(/^6 actions\n\n {2}glue:CreateCrawler {2}Write\n/);
    expect(explain("sts:GetCallerIdentit?")).toMatch(/^1 action\n/);
  });

  test.each([
    ["glue:GetTabel", "did you mean `glue:GetTable`?"],
    ["kms:ReEncrypt", "did you mean `kms:ReEncryptFrom` or `kms:ReEncryptTo`?"],
    ["nowhere:Nothing", "write it as in a policy: `glue:GetTable`"],
    ["glue:Nothing*", "knows no action `glue:Nothing*`"],
  ])("%s is none", (action, told) => {
    expect(() => explain(action)).toThrow(told);
  });
});
