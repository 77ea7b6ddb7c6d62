/** Over 400 lines because it is two tables: what follows a replaced resource, and what does not. */
/** Statements that follow a resource that the plan replaces: no change of permissions, and told at the new address. */
import type { Json } from "../../../src/json/json-value";
import { permissionDrafts } from "../../../src/review/permissions/find-permissions";
import { withBackticks } from "../../../src/text/message";
import { changed, configured, kept, planOf, policyText, role } from "./permissions-support";

type Fields = { readonly [name: string]: Json };

const KEY = "arn:aws:kms:eu-west-1:111111111111:key/";
const OLD = `${KEY}old`;
const BUCKET = "arn:aws:s3:::lake";

/** A statement, as it was and as the plan has it: null is a resource that is known only after apply. */
interface GivenStatement {
  readonly sid?: string;
  readonly actions?: readonly string[];
  readonly effect?: string;
  readonly before: readonly string[];
  readonly after: readonly (string | null)[];
  readonly refers: readonly string[];
  readonly actionsAfter?: readonly string[];
}

const replaced = (address: string, arn: string, actions: Json = ["delete", "create"]) =>
  changed(address, { arn }, {}, { actions, unknown: { arn: true } });
const created = (address: string) => changed(address, null, {}, { unknown: { arn: true } });

/** The plan of a role with one policy in a data source. */
function planWith(
  statements: readonly GivenStatement[],
  changes: readonly Fields[],
  { module = "", root = {} }: { readonly module?: string; readonly root?: Fields } = {},
) {
  const at = (name: string) => (module === "" ? name : `${module}.${name}`);
  const before = statements.map(({ sid, actions = ["kms:Decrypt"], effect = "Allow", before: resources }) => ({
    ...(sid === undefined ? {} : { Sid: sid }),
    Effect: effect,
    Action: actions,
    Resource: resources,
  }));
  const value = statements.map(({ sid, actions = ["kms:Decrypt"], effect, after, actionsAfter }) => ({
    sid: sid ?? null,
    effect: effect ?? null,
    actions: actionsAfter ?? actions,
    resources: after,
  }));
  const unknown = statements.map(({ after }) => ({ resources: after.map((one) => one === null) }));
  const document = changed(at("data.aws_iam_policy_document.p"), null, { statement: value } as Json, {
    actions: ["read"],
    unknown: { json: true, statement: unknown },
  });
  const text = { name: "p", role: "job", policy: policyText(...before) };
  const policy = changed(at("aws_iam_role_policy.p"), text, { name: "p", role: "job" }, { unknown: { policy: true } });
  const resources = [
    configured("aws_iam_role_policy.p", {
      policy: ["data.aws_iam_policy_document.p.json", "data.aws_iam_policy_document.p"],
    }),
    {
      ...configured("data.aws_iam_policy_document.p", {}),
      expressions: {
        statement: statements.map(({ sid, refers }) => ({
          ...(sid === undefined ? {} : { sid: { constant_value: sid } }),
          resources: { references: refers },
        })),
      },
    },
  ];
  const inRoot: Json =
    module === "" ? { resources } : { module_calls: { [module.slice(7)]: { source: "./m", module: { resources } } } };
  return planOf({
    changes: [...changes, document, policy],
    prior: [kept("aws_iam_role.job", role("job"))],
    root: merged(inRoot, root),
  });
}

function merged(one: Json, other: Json): Json {
  const isObject = (value: Json | undefined): value is Fields =>
    typeof value === "object" && value !== null && !Array.isArray(value);
  if (!isObject(one) || !isObject(other)) return other;
  const keys = [...new Set([...Object.keys(one), ...Object.keys(other)])];
  return Object.fromEntries(
    keys.map((key) => [
      key,
      key in one && key in other ? merged(one[key] as Json, other[key] as Json) : ((one[key] ?? other[key]) as Json),
    ]),
  );
}

/** The findings as `rule: message`, with the level where it is not that of the rule. */
function told(...given: Parameters<typeof planWith>): readonly string[] {
  return permissionDrafts(planWith(...given)).flatMap(({ drafts }) =>
    drafts.map(
      ({ rule, level, message }) => `${rule}${level === undefined ? "" : ` (${level})`}: ${withBackticks(message)}`,
    ),
  );
}

const LAKE = { before: [OLD], after: [null], refers: ["aws_kms_key.k.arn", "aws_kms_key.k"] };

test.each<[name: string, given: Parameters<typeof planWith>, want: readonly string[]]>([
  [
    "a key",
    [[{ sid: "Key", ...LAKE }], [replaced("aws_kms_key.k", OLD)]],
    [`permission-follows: \`kms:Decrypt\` on the new \`aws_kms_key.k\` instead of \`${OLD}\``],
  ],
  [
    "a key whose new one is made first, in a statement without a Sid",
    [[LAKE], [replaced("aws_kms_key.k", OLD, ["create", "delete"])]],
    [`permission-follows: \`kms:Decrypt\` on the new \`aws_kms_key.k\` instead of \`${OLD}\``],
  ],
  [
    "a Deny",
    [[{ ...LAKE, sid: "No", effect: "Deny" }], [replaced("aws_kms_key.k", OLD)]],
    [`permission-follows: denied: \`kms:Decrypt\` on the new \`aws_kms_key.k\` instead of \`${OLD}\``],
  ],
  [
    "every action on a bucket, which would be an escalation",
    [
      [
        {
          sid: "All",
          actions: ["s3:*"],
          before: [BUCKET, `${BUCKET}/*`],
          after: [null, null],
          refers: ["aws_s3_bucket.b.arn", "aws_s3_bucket.b", "aws_s3_bucket.b.arn", "aws_s3_bucket.b"],
        },
      ],
      [replaced("aws_s3_bucket.b", BUCKET)],
    ],
    [`permission-follows: \`s3:*\` on the new \`aws_s3_bucket.b\` instead of \`${BUCKET}\``],
  ],
  [
    "a path of a bucket: the new path is not known",
    [
      [
        {
          sid: "Read",
          actions: ["s3:GetObject"],
          before: [`${BUCKET}/raw/*`],
          after: [null],
          refers: ["aws_s3_bucket.b.arn", "aws_s3_bucket.b", "var.path"],
        },
      ],
      [replaced("aws_s3_bucket.b", BUCKET)],
    ],
    [
      `permission-follows (attention): \`s3:GetObject\` on the new \`aws_s3_bucket.b\` instead of \`${BUCKET}\`; what follows the new ARN is known only after apply, before it was \`${BUCKET}/raw/*\``,
    ],
  ],
  [
    "two resources, beside one that stays",
    [
      [
        {
          sid: "Keys",
          before: [OLD, `${KEY}other`, `${KEY}kept`],
          after: [null, null, `${KEY}kept`],
          refers: ["aws_kms_key.k.arn", "aws_kms_key.k", "aws_kms_key.o.arn", "aws_kms_key.o"],
        },
      ],
      [replaced("aws_kms_key.k", OLD), replaced("aws_kms_key.o", `${KEY}other`)],
    ],
    [
      `permission-follows: \`kms:Decrypt\` on the new \`aws_kms_key.k\` instead of \`${OLD}\`; \`kms:Decrypt\` on the new \`aws_kms_key.o\` instead of \`${KEY}other\``,
    ],
  ],
  [
    "all instances of a count",
    [
      [{ sid: "Keys", before: [OLD, `${KEY}1`], after: [null, null], refers: ["aws_kms_key.k"] }],
      [replaced("aws_kms_key.k[0]", OLD), replaced("aws_kms_key.k[1]", `${KEY}1`)],
    ],
    [
      `permission-follows: \`kms:Decrypt\` on the new \`aws_kms_key.k[0]\` instead of \`${OLD}\`; \`kms:Decrypt\` on the new \`aws_kms_key.k[1]\` instead of \`${KEY}1\``,
    ],
  ],
  [
    "one instance of a for_each",
    [
      [
        {
          sid: "Key",
          before: [OLD],
          after: [null],
          refers: ['aws_kms_key.k["a"].arn', 'aws_kms_key.k["a"]', "aws_kms_key.k"],
        },
      ],
      [replaced('aws_kms_key.k["a"]', OLD), created('aws_kms_key.k["b"]')],
    ],
    [`permission-follows: \`kms:Decrypt\` on the new \`aws_kms_key.k["a"]\` instead of \`${OLD}\``],
  ],
  [
    "a key of another module",
    [
      [{ sid: "Key", before: [OLD], after: [null], refers: ["module.keys.arn", "module.keys"] }],
      [replaced("module.keys.aws_kms_key.k", OLD)],
      {
        root: {
          module_calls: {
            keys: {
              source: "./keys",
              module: {
                resources: [configured("aws_kms_key.k", {})],
                outputs: { arn: { expression: { references: ["aws_kms_key.k.arn", "aws_kms_key.k"] } } },
              },
            },
          },
        },
      },
    ],
    [`permission-follows: \`kms:Decrypt\` on the new \`module.keys.aws_kms_key.k\` instead of \`${OLD}\``],
  ],
  [
    "a policy in a module that is handed the key",
    [
      [{ sid: "Key", before: [OLD], after: [null], refers: ["var.key"] }],
      [replaced("aws_kms_key.k", OLD)],
      {
        module: "module.role",
        root: {
          module_calls: { role: { expressions: { key: { references: ["aws_kms_key.k.arn", "aws_kms_key.k"] } } } },
        },
      },
    ],
    [`permission-follows: \`kms:Decrypt\` on the new \`aws_kms_key.k\` instead of \`${OLD}\``],
  ],
])("follows: %s", (_name, given, want) => {
  expect(told(...given)).toEqual(want);
});

const NEW = "`${known after apply: aws_kms_key.k.arn}`";

test.each<[name: string, given: Parameters<typeof planWith>, want: readonly string[]]>([
  [
    "another key, which is new",
    [[{ sid: "Key", ...LAKE }], [created("aws_kms_key.k"), replaced("aws_kms_key.old", OLD)]],
    [`permission-widened: \`kms:Decrypt\` on ${NEW} instead of \`${OLD}\``],
  ],
  [
    "another key, which is replaced too",
    [[{ sid: "Key", ...LAKE }], [replaced("aws_kms_key.k", `${KEY}k`), replaced("aws_kms_key.old", OLD)]],
    [`permission-widened: \`kms:Decrypt\` on ${NEW} instead of \`${OLD}\``],
  ],
  [
    "a key whose name begins alike",
    [[{ sid: "Key", ...LAKE, before: [`${OLD}er`] }], [replaced("aws_kms_key.k", OLD)]],
    [`permission-widened: \`kms:Decrypt\` on ${NEW} instead of \`${OLD}er\``],
  ],
  [
    "the new key beside the old ARN, which is written out",
    [[{ sid: "Key", ...LAKE, after: [OLD, null] }], [replaced("aws_kms_key.k", OLD)]],
    [`permission-gained: \`kms:Decrypt\` on ${NEW}`],
  ],
  [
    "one resource more",
    [
      [
        {
          sid: "Key",
          ...LAKE,
          after: [null, null],
          refers: ["aws_kms_key.k.arn", "aws_kms_key.k", "aws_kms_key.k.arn"],
        },
      ],
      [replaced("aws_kms_key.k", OLD)],
    ],
    [`permission-widened: \`kms:Decrypt\` on \`\${known after apply: aws_kms_key.k.arn}\` instead of \`${OLD}\``],
  ],
  [
    "a new bucket in the place of a path of the old one",
    [
      [
        {
          sid: "Read",
          actions: ["s3:GetObject"],
          before: [`${BUCKET}/a/*`, `${BUCKET}/b/*`],
          after: [null, null],
          refers: ["aws_s3_bucket.k.arn", "aws_s3_bucket.k", "aws_s3_bucket.n.arn", "aws_s3_bucket.n"],
        },
      ],
      [replaced("aws_s3_bucket.k", BUCKET), created("aws_s3_bucket.n")],
    ],
    [
      `permission-widened: \`s3:GetObject\` on \`\${known after apply: aws_s3_bucket.k.arn, aws_s3_bucket.n.arn}\` instead of \`${BUCKET}/a/*\`, \`${BUCKET}/b/*\``,
    ],
  ],
  [
    "a local value, which may be anything",
    [
      [{ sid: "Key", ...LAKE, refers: ["aws_kms_key.k.arn", "aws_kms_key.k", "local.key"] }],
      [replaced("aws_kms_key.k", OLD)],
    ],
    [
      `permission-widened: \`kms:Decrypt\` on \`\${known after apply: aws_kms_key.k.arn, local.key}\` instead of \`${OLD}\``,
    ],
  ],
])("does not follow: %s", (_name, given, want) => {
  expect(told(...given)).toEqual(want);
});

test.each<[name: string, given: GivenStatement, want: readonly string[]]>([
  [
    "another action",
    { sid: "Key", ...LAKE, actionsAfter: ["kms:Decrypt", "kms:Encrypt"] },
    [
      "permission-gained: `kms:Encrypt` on `${known after apply: aws_kms_key.k}`",
      `permission-follows: \`kms:Decrypt\` on the new \`aws_kms_key.k\` instead of \`${OLD}\``,
    ],
  ],
  [
    "an action that is gone",
    { sid: "Key", ...LAKE, actions: ["kms:Decrypt", "kms:Encrypt"], actionsAfter: ["kms:Decrypt"] },
    [
      `permission-follows: \`kms:Decrypt\` on the new \`aws_kms_key.k\` instead of \`${OLD}\``,
      "permission-lost: `kms:Encrypt` on `${known after apply: aws_kms_key.k}`",
    ],
  ],
  [
    "another resource",
    { sid: "Key", ...LAKE, after: [null, `${KEY}more`] },
    [
      `permission-gained: \`kms:Decrypt\` on \`${KEY}more\``,
      `permission-follows: \`kms:Decrypt\` on the new \`aws_kms_key.k\` instead of \`${OLD}\``,
    ],
  ],
])("what else changes is told: %s", (_name, given, want) => {
  expect(told([given], [replaced("aws_kms_key.k", OLD)])).toEqual(want);
});

test("another statement with the new ARN is told as new", () => {
  const statements = [
    { sid: "Key", ...LAKE },
    { sid: "More", ...LAKE, actions: ["kms:Encrypt"], before: [`${KEY}x`], after: [`${KEY}x`, null] },
  ];
  expect(told(statements, [replaced("aws_kms_key.k", OLD)])).toEqual([
    `permission-gained: \`kms:Encrypt\` on ${NEW}`,
    `permission-follows: \`kms:Decrypt\` on the new \`aws_kms_key.k\` instead of \`${OLD}\``,
  ]);
});

test("the policy of a bucket that is replaced", () => {
  const anyone = { Principal: { AWS: "arn:aws:iam::111111111111:root" } };
  const before = policyText({ Sid: "Read", Action: "s3:GetObject", Resource: `${BUCKET}/*`, ...anyone });
  const principals = [{ type: "AWS", identifiers: ["arn:aws:iam::111111111111:root"] }];
  const statement = { sid: "Read", effect: null, actions: ["s3:GetObject"], resources: [null], principals };
  const unknown = { json: true, statement: [{ resources: [true] }] };
  const found = permissionDrafts(
    planOf({
      changes: [
        replaced("aws_s3_bucket.b", BUCKET),
        changed("data.aws_iam_policy_document.b", null, { statement: [statement] }, { actions: ["read"], unknown }),
        changed(
          "aws_s3_bucket_policy.b",
          { bucket: "lake", policy: before },
          {},
          { actions: ["delete", "create"], unknown: { bucket: true, policy: true } },
        ),
      ],
      root: {
        resources: [
          configured("aws_s3_bucket.b", {}),
          configured("aws_s3_bucket_policy.b", {
            bucket: ["aws_s3_bucket.b.id", "aws_s3_bucket.b"],
            policy: ["data.aws_iam_policy_document.b.json", "data.aws_iam_policy_document.b"],
          }),
          {
            ...configured("data.aws_iam_policy_document.b", {}),
            expressions: {
              statement: [
                {
                  sid: { constant_value: "Read" },
                  resources: { references: ["aws_s3_bucket.b.arn", "aws_s3_bucket.b"] },
                },
              ],
            },
          },
        ],
      },
    }),
  );
  expect(found.map(({ address, drafts }) => [address, drafts.map(({ rule }) => rule)])).toEqual([
    ["aws_s3_bucket_policy.b", ["permission-follows"]],
  ]);
});

test("what is gained on one path is not hidden by what another path had", () => {
  const at = (name: string) => ({
    sid: name,
    before: [`${BUCKET}/${name}/*`],
    after: [null],
    refers: ["aws_s3_bucket.b.arn", "aws_s3_bucket.b"],
  });
  const statements = [
    { ...at("a"), actions: ["s3:GetObject"], actionsAfter: ["s3:GetObject", "s3:PutObject"] },
    { ...at("b"), actions: ["s3:PutObject"] },
  ];
  const [first] = told(statements, [replaced("aws_s3_bucket.b", BUCKET)]);
  expect(first).toBe(
    `permission-gained: \`s3:PutObject\` on \`\${known after apply: aws_s3_bucket.b, before ${BUCKET}/a/*}\``,
  );
});

test("statements that read alike make one entry", () => {
  const statements = ["A", "B"].map((sid) => ({
    sid,
    ...LAKE,
    actions: [sid === "A" ? "kms:Decrypt" : "kms:Encrypt"],
  }));
  expect(told(statements, [replaced("aws_kms_key.k", OLD)])).toEqual([
    `permission-follows: \`kms:Decrypt\`, \`kms:Encrypt\` on the new \`aws_kms_key.k\` instead of \`${OLD}\``,
  ]);
});
