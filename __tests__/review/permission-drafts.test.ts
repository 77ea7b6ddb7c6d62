import type { Access, Delta } from "../../src/iam/delta";
import { draftsOf } from "../../src/review/permission-drafts";
import type { PrincipalReview } from "../../src/review/permissions/types";
import { findRule } from "../../src/review/rules";
import { plainText } from "../../src/review/text";

const EMPTY: Delta = {
  gained: [],
  lost: [],
  rescoped: [],
  conditions: [],
  denies: [],
  cannotTell: [],
  withoutEffect: [],
};
const access = (rest: Partial<Access> = {}) =>
  ({
    layer: "identity",
    actions: ["s3:GetObject"],
    resources: ["arn:aws:s3:::raw/*"],
    principals: [],
    conditions: [],
    from: [{ document: "aws_iam_role_policy.p", sid: "A" }],
    wildcards: [],
    onlyFuture: false,
    ...rest,
  }) as Access;
const { resources: _, ...unscoped } = access();
const { conditions: __, ...unconditioned } = access();

const principal = (delta: Partial<Delta>, rest: Partial<PrincipalReview> = {}): PrincipalReview => ({
  kind: "role",
  address: "aws_iam_role.r",
  name: "r",
  type: "aws_iam_role",
  plan: "plan.json",
  change: "kept",
  changes: [],
  sources: new Map(),
  delta: { ...EMPTY, ...delta },
  escalations: [],
  findings: [],
  ...rest,
});

const from = { document: "aws_iam_policy.x" };

test.each<[name: string, given: PrincipalReview, want: readonly string[]]>([
  ["nothing", principal({}), []],
  ["gained", principal({ gained: [access()] }), ["permission-gained: s3:GetObject on arn:aws:s3:::raw/*"]],
  [
    "gained under a condition, for a principal",
    principal({ gained: [access({ conditions: ["Bool aws:securetransport"], principals: ["AWS *"] })] }),
    ["permission-gained: s3:GetObject on arn:aws:s3:::raw/* for AWS *, where Bool aws:securetransport"],
  ],
  [
    "much",
    principal({ gained: ["a", "b", "c"].map((name) => access({ actions: [`s3:${name}`], resources: [] })) }),
    ["permission-gained: s3:a; s3:b; and 1 more"],
  ],
  [
    "rescoped",
    principal({
      rescoped: [
        { ...unscoped, direction: "wider", before: ["a"], after: ["a", "b"] },
        { ...unscoped, direction: "narrower", before: ["a", "b"], after: ["a"] },
      ],
    }),
    ["permission-widened: s3:GetObject on wider: a → a, b", "permission-lost: s3:GetObject on narrower: a, b → a"],
  ],
  [
    "conditions",
    principal({ conditions: [{ ...unconditioned, direction: "dropped", before: [["A", "B"]], after: [[]] }] }),
    ["condition-dropped: s3:GetObject on arn:aws:s3:::raw/*: A and B → no condition"],
  ],
  [
    "denies",
    principal({
      denies: [
        { ...access(), direction: "removed" },
        { ...access(), direction: "added" },
      ],
    }),
    [
      "deny-removed: no longer denied: s3:GetObject on arn:aws:s3:::raw/*",
      "permission-lost: now denied: s3:GetObject on arn:aws:s3:::raw/*",
    ],
  ],
  [
    "boundary",
    principal({ boundary: { direction: "replaced", before: "a", after: "b" } }),
    ["boundary-replaced: a → b"],
  ],
  [
    "an escalation says it once",
    principal(
      { boundary: { direction: "removed", before: "a" }, denies: [{ ...access(), direction: "removed" }] },
      {
        escalations: [
          { code: "boundary-removed", message: "the boundary `a` is gone", from: [] },
          { code: "deny-removed", message: "a Deny is gone", from: [] },
        ],
      },
    ),
    ["boundary-removed: the boundary a is gone", "deny-removed: a Deny is gone"],
  ],
  [
    "cannot tell",
    principal({
      cannotTell: [
        { side: "after", layer: "identity", reason: "known only after apply", from },
        { side: "before", layer: "identity", reason: "not in the plan", from },
      ],
    }),
    [
      "permission-unknown: known only after apply, in aws_iam_policy.x",
      "permission-lost: gone: not in the plan, in aws_iam_policy.x",
    ],
  ],
  [
    "without effect",
    principal({ withoutEffect: [{ ...access(), direction: "gained" }] }),
    ["permission-without-effect: gained: s3:GetObject on arn:aws:s3:::raw/*"],
  ],
])("%s", (_name, given, want) => {
  const drafts = draftsOf(given);
  expect(drafts.map(({ rule, message }) => `${rule}: ${plainText(message)}`)).toEqual(want);
  for (const { rule } of drafts) expect(findRule(rule)).toBeDefined();
});

test("what a reason or an escalation quotes stays a value", () => {
  const [draft] = draftsOf(
    principal({}, { escalations: [{ code: "pass-role", message: "may pass `x`@octocat` #1", from: [] }] }),
  );
  expect(draft?.message).toEqual([{ value: "may pass `x`@octocat` #1" }]);
});

test("all escalations have a rule", () => {
  const codes =
    "gains-everything trust-opened-to-anyone trust-opened-to-account trust-opened-to-identity-provider opened-to-anyone opened-to-account pass-role-to-glue pass-role manages-permissions gains-wildcard-action gains-wildcard-resource boundary-removed deny-removed";
  for (const code of codes.split(" ")) expect(findRule(code)?.section).toBe("permissions-gained");
});
