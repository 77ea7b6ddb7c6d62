import type { Access, Delta } from "../../../src/iam/delta";
import { draftsOf } from "../../../src/review/permissions/permission-drafts";
import type { PrincipalReview } from "../../../src/review/permissions/types";
import { findRule } from "../../../src/review/rules";
import { plainText } from "../../../src/text/message";

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
    [
      "permission-widened: s3:GetObject on a, b, before only on a",
      "permission-lost: s3:GetObject only on a, before on a, b",
    ],
  ],
  [
    "conditions",
    principal({ conditions: [{ ...unconditioned, direction: "dropped", before: [["A", "B"]], after: [[]] }] }),
    ["condition-dropped: s3:GetObject on arn:aws:s3:::raw/*: now without a condition, before where A and B"],
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

const many = (count: number, of: (index: number) => string) => Array.from({ length: count }, (_, index) => of(index));

test("what a sentence leaves out stands below, the worst is told first", () => {
  const actions = [...many(9, (index) => `glue:GetThing${index}`), "sts:AssumeRole", "secretsmanager:GetSecretValue"];
  const resources = many(30, (index) => `arn:aws:s3:::b${index}/*`);
  const principals = many(7, (index) => `AWS ${index}`);
  const conditions = [`StringEquals aws:sourcevpc ${JSON.stringify(many(6, (index) => `vpc-${index}`))}`];
  const [draft] = draftsOf(principal({ gained: [access({ actions, resources, principals, conditions })] }));
  expect(plainText(draft?.message ?? [])).toMatch(
    /^sts:AssumeRole, secretsmanager:GetSecretValue, glue:GetThing0, .* and 5 more on /,
  );
  const below = (draft?.details ?? []).map(plainText).join("\n");
  for (const name of [...actions, ...resources, ...principals, "vpc-5"]) expect(below).toContain(name);
});

test("a principal outside of the plan is named, once", () => {
  const outside = principal(
    { gained: [access()] },
    { change: "outside", address: "aws_iam_role_policy.p", name: "job" },
  );
  expect(draftsOf(outside).map(({ message }) => plainText(message))).toEqual([
    "role job: s3:GetObject on arn:aws:s3:::raw/*",
  ]);
});

test("what brings a change is named, with its module", () => {
  const sources = new Map([
    [
      "aws_iam_role_policy.p",
      ['module.extras["a"].aws_iam_role_policy.p["x"]', 'module.extras["a"].aws_iam_role_policy.p["y"]'],
    ],
    ["arn:aws:iam::aws:policy/AdministratorAccess", ["aws_iam_role_policy_attachment.a"]],
  ]);
  const from = [...sources.keys()].map((document) => ({ document }));
  const [draft] = draftsOf(principal({ gained: [access({ from })] }, { sources }));
  expect(draft?.module).toBe("module.extras");
  expect((draft?.details ?? []).map(plainText)).toEqual([
    "by aws_iam_role_policy_attachment.a: AdministratorAccess of AWS",
    "by module.extras.aws_iam_role_policy.p",
  ]);
});

test("a boundary allows, and keeps out", () => {
  const layer = "boundary" as const;
  const all = access({ layer, actions: ["*"], resources: ["*"] });
  const told = (delta: Partial<Delta>) =>
    draftsOf(principal(delta)).map(({ rule, level, message }) => [rule, level, plainText(message)]);
  expect(told({ gained: [access({ layer })], lost: [access({ layer })] })).toEqual([
    ["boundary-widened", undefined, "the boundary allows s3:GetObject on arn:aws:s3:::raw/*"],
    ["permission-lost", undefined, "the boundary no longer allows s3:GetObject on arn:aws:s3:::raw/*"],
  ]);
  expect(told({ gained: [all] })).toEqual([["boundary-widened", "danger", "the boundary allows * on *"]]);
  expect(told({ gained: [access({ outside: true })] })).toEqual([
    ["permission-gained", "note", "s3:GetObject on arn:aws:s3:::raw/* (the boundary does not allow it)"],
  ]);
});

test.each<[name: string, delta: Partial<Delta>, want: string]>([
  [
    "what stays",
    { lost: [access({ actions: ["s3:*"], partly: true })] },
    "s3:* on arn:aws:s3:::raw/* (some of it stays allowed)",
  ],
  [
    "the future that goes",
    { lost: [access({ actions: ["s3:*"], onlyFuture: true })] },
    "s3:* on arn:aws:s3:::raw/* (only what AWS adds later: all of today stays allowed)",
  ],
  [
    "a trust that loses its condition",
    {
      conditions: [
        {
          ...unconditioned,
          layer: "trust",
          actions: ["sts:AssumeRole"],
          resources: [],
          principals: ["AWS 999999999999"],
          direction: "dropped",
          before: [['StringEquals sts:externalid ["abc"]']],
          after: [[]],
        },
      ],
    },
    "sts:AssumeRole for AWS 999999999999: now without a condition, before where StringEquals sts:externalid abc",
  ],
  [
    "other resources",
    { rescoped: [{ ...unscoped, direction: "other", before: ["a"], after: ["b"] }] },
    "s3:GetObject on b instead of a",
  ],
])("%s", (_name, delta, want) => {
  expect(draftsOf(principal(delta)).map(({ message }) => plainText(message))).toEqual([want]);
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
