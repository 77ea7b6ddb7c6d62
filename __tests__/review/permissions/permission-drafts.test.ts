import type { Access, Delta } from "../../../src/iam/delta";
import { draftsOf } from "../../../src/review/permissions/permission-drafts";
import type { PrincipalReview } from "../../../src/review/permissions/types";
import { findRule } from "../../../src/review/rules";
import { plainText, say, words } from "../../../src/text/message";

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
  followed: [],
  escalations: [],
  findings: [],
  ...rest,
});

const from = { document: "aws_iam_policy.x" };
const secure = { operator: "Bool", key: "aws:SecureTransport", values: ["true"] };
const team = { operator: "StringEquals", key: "aws:PrincipalTag/team", values: ["data"] };

test.each<[name: string, given: PrincipalReview, want: readonly string[]]>([
  ["nothing", principal({}), []],
  ["gained", principal({ gained: [access()] }), ["permission-gained: s3:GetObject on arn:aws:s3:::raw/*"]],
  [
    "gained under a condition, for a principal",
    principal({ gained: [access({ conditions: [secure], principals: ["AWS *"] })] }),
    ["permission-gained: s3:GetObject on arn:aws:s3:::raw/* for AWS *, where Bool aws:SecureTransport true"],
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
    principal({ conditions: [{ ...unconditioned, direction: "dropped", before: [[secure, team]], after: [[]] }] }),
    [
      "condition-dropped: s3:GetObject on arn:aws:s3:::raw/*: now without a condition, before where Bool aws:SecureTransport true and StringEquals aws:PrincipalTag/team data",
    ],
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
    "a Deny that becomes wider",
    principal({
      denies: [
        {
          ...access({ resources: ["*"], partly: true }),
          direction: "added",
          parts: [
            { actions: [], resources: ["arn:aws:s3:::raw/*"], principals: [], conditions: [] },
            { actions: ["s3:GetObject"], resources: [], principals: ["AWS 222222222222"], conditions: [secure] },
          ],
        },
      ],
    }),
    [
      "permission-lost: now denied: s3:GetObject on *, before only on arn:aws:s3:::raw/*, and for s3:GetObject for AWS 222222222222 where Bool aws:SecureTransport true",
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
          { code: "boundary-removed", boundary: "a", from: [] },
          { code: "deny-removed", denies: [{ ...access(), direction: "removed" }], from: [] },
        ],
      },
    ),
    [
      "boundary-removed: the permissions boundary a is removed",
      "deny-removed: s3:GetObject on arn:aws:s3:::raw/* is denied no longer",
    ],
  ],
  [
    "cannot tell",
    principal({
      cannotTell: [
        { side: "after", layer: "identity", reason: words("known only after apply"), from },
        { side: "before", layer: "identity", reason: words("not in the plan"), from },
      ],
    }),
    [
      "permission-unknown: known only after apply, in aws_iam_policy.x",
      "permission-lost: gone: not in the plan, in aws_iam_policy.x",
    ],
  ],
  [
    "the same of two policies, which is said once, and something else",
    principal({
      cannotTell: ["known only after apply", "known only after apply", "not in the plan"].map((reason) => ({
        side: "after",
        layer: "identity",
        reason: words(reason),
        from,
      })),
    }),
    ["permission-unknown: known only after apply, in aws_iam_policy.x; not in the plan, in aws_iam_policy.x"],
  ],
  [
    "a Deny of a policy whose new version cannot be read, which is told with it, and one of another policy",
    principal(
      {
        cannotTell: [{ side: "after", layer: "identity", reason: words("known only after apply"), from }],
        denies: [
          { ...access(), from: [from], direction: "removed" },
          { ...access(), direction: "removed" },
          { ...access(), from: [from], direction: "added" },
        ],
      },
      {
        escalations: [
          {
            code: "deny-removed",
            denies: [
              { ...access(), from: [from], direction: "removed" },
              { ...access(), direction: "removed" },
            ],
            from: [],
          },
        ],
      },
    ),
    [
      "deny-removed: s3:GetObject on arn:aws:s3:::raw/* is denied no longer",
      "permission-unknown: known only after apply, in aws_iam_policy.x; it denied s3:GetObject on arn:aws:s3:::raw/*, and whether the new one does is not known",
      "permission-lost: now denied: s3:GetObject on arn:aws:s3:::raw/*",
    ],
  ],
  [
    "the same where no escalation names it",
    principal({
      cannotTell: [{ side: "after", layer: "identity", reason: words("known only after apply"), from }],
      denies: [{ ...access(), from: [from], direction: "removed" }],
    }),
    [
      "permission-unknown: known only after apply, in aws_iam_policy.x; it denied s3:GetObject on arn:aws:s3:::raw/*, and whether the new one does is not known",
    ],
  ],
  [
    "nothing but a Deny of a policy whose new version cannot be read",
    principal(
      {
        cannotTell: [{ side: "after", layer: "identity", reason: words("known only after apply"), from }],
        denies: [{ ...access(), from: [from], direction: "removed" }],
      },
      {
        escalations: [
          { code: "deny-removed", denies: [{ ...access(), from: [from], direction: "removed" }], from: [] },
        ],
      },
    ),
    [
      "permission-unknown: known only after apply, in aws_iam_policy.x; it denied s3:GetObject on arn:aws:s3:::raw/*, and whether the new one does is not known",
    ],
  ],
  [
    "a Deny that is gone beside an Allow that cannot be compared",
    principal(
      {
        cannotTell: [
          {
            side: "after",
            layer: "identity",
            reason: words("NotAction"),
            from,
            allows: { actions: ["a"], resources: ["*"], principals: [], conditions: [] },
          },
        ],
      },
      {
        escalations: [
          { code: "deny-removed", denies: [{ ...access(), from: [from], direction: "removed" }], from: [] },
        ],
      },
    ),
    [
      "deny-removed: s3:GetObject on arn:aws:s3:::raw/* is denied no longer",
      "permission-unknown: NotAction, in aws_iam_policy.x",
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
  const vpcs = many(6, (index) => `vpc-${index}`);
  const conditions = [{ operator: "StringEquals", key: "aws:SourceVpc", values: vpcs }];
  const [draft] = draftsOf(principal({ gained: [access({ actions, resources, principals, conditions })] }));
  expect(plainText(draft?.message ?? [])).toMatch(
    /^sts:AssumeRole, secretsmanager:GetSecretValue, glue:GetThing0, .* and 5 more on /,
  );
  const below = (draft?.details ?? []).map(plainText).join("\n");
  for (const name of [...actions, ...resources, ...principals, "vpc-5"]) expect(below).toContain(name);
  expect(below).toContain("all values of StringEquals aws:SourceVpc: vpc-0, ");
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

test("the actions of a policy of AWS are not listed: its name says them", () => {
  const detailsFrom = (document: string) => {
    const [draft] = draftsOf(
      principal({ gained: [access({ actions: many(30, (index) => `s3:Get${index}`), from: [{ document }] })] }),
    );
    return (draft?.details ?? []).map(plainText).join("\n");
  };
  expect(detailsFrom("aws_iam_role_policy.p")).toContain("s3:Get29");
  expect(detailsFrom("arn:aws:iam::aws:policy/AdministratorAccess")).not.toContain("s3:Get29");
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
  const but = { side: "after", layer, reason: words("NotAction"), from, allBut: ["iam:*"] } as const;
  expect(told({ gained: [access({ layer })], cannotTell: [but] })[0]).toEqual([
    "boundary-widened",
    "danger",
    "the boundary allows s3:GetObject on arn:aws:s3:::raw/*",
  ]);
  expect(told({ gained: [access({ layer })], cannotTell: [{ ...but, side: "before" }] })[0]?.[1]).toBeUndefined();
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
          before: [[{ operator: "StringEquals", key: "sts:ExternalId", values: ["abc"] }]],
          after: [[]],
        },
      ],
    },
    "sts:AssumeRole for AWS 999999999999: now without a condition, before where StringEquals sts:ExternalId abc",
  ],
  [
    "other resources",
    { rescoped: [{ ...unscoped, direction: "other", before: ["a"], after: ["b"] }] },
    "s3:GetObject on b instead of a",
  ],
])("%s", (_name, delta, want) => {
  expect(draftsOf(principal(delta)).map(({ message }) => plainText(message))).toEqual([want]);
});

test("what a reason, an escalation or a condition names stays a value", () => {
  const hostile = "x`@octocat` #1";
  const condition = {
    operator: "StringEquals",
    key: `aws:${hostile}`,
    values: many(5, (index) => `${index}${hostile}`),
  };
  const drafts = draftsOf(
    principal(
      {
        gained: [access({ conditions: [condition] })],
        cannotTell: [{ side: "after", layer: "identity", reason: say`the group ${hostile}`, from }],
      },
      {
        escalations: [
          { code: "pass-role", roles: [hostile], services: [hostile], from: [] },
          { code: "boundary-removed", boundary: hostile, from: [] },
        ],
      },
    ),
  );
  expect(drafts[0]?.message).toEqual([
    { value: "iam:PassRole" },
    " is allowed on ",
    { value: hostile },
    " for ",
    { value: hostile },
  ]);
  const parts = drafts.flatMap(({ message, details = [] }) => [...message, ...details.flat()]);
  expect(parts.filter((part) => typeof part === "string" && /octocat|`/.test(part))).toEqual([]);
});

test("all escalations have a rule", () => {
  const codes =
    "gains-everything trust-opened-to-anyone trust-opened-to-account trust-opened-to-identity-provider opened-to-anyone opened-to-account pass-role-to-glue pass-role manages-permissions gains-wildcard-action gains-wildcard-resource boundary-removed deny-removed";
  for (const code of codes.split(" ")) expect(findRule(code)?.section).toBe("permissions-gained");
});
