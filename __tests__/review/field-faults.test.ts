/** Faults that reviews of strangers' plans had, each by its id. R1 and R2 are in `loss`, R4 and R6 in `redact`, R9 in `access`, R13 in `iam/managed`. Over 400 lines because each fault that strangers' plans showed has its case here. */
import type { Json } from "../../src/json/json-value";
import { renderJson } from "../../src/review/report/json";
import { renderMarkdown } from "../../src/review/report/markdown";
import { renderTerminal } from "../../src/review/report/terminal";
import { reviewToTextAndFailures } from "../../src/review/review-to-text";
import type { Drift, OutputChange, Plan } from "../../src/terraform/plan/plan";
import { readPlan } from "../../src/terraform/plan/read-plan";
import { readPlanLines } from "../../src/terraform/plan/read-plan-lines";
import { changeOf, type GivenChange, planOf, reviewOf } from "./support";

const drifted = (given: GivenChange, relevant: readonly string[] = []): Drift => ({ ...changeOf(given), relevant });
const policy = (...statements: readonly Json[]) => JSON.stringify({ Version: "2012-10-17", Statement: statements });
const allow = (Action: Json, Resource: Json = "*") => ({ Effect: "Allow", Action, Resource });
const markdown = (given: Parameters<typeof planOf>[0], options = {}) =>
  renderMarkdown(reviewOf([given ?? {}], options));
const codes = (given: Parameters<typeof planOf>[0], options = {}) =>
  reviewOf([given ?? {}], options).rows.map(({ rule, level, section }) => `${section}/${rule} ${level}`);

describe("R3 drift", () => {
  const role = (Action: string) => ({ name: "etl", role: "etl", policy: policy(allow(Action, "arn:aws:s3:::a/*")) });
  const opened = drifted({
    address: "aws_s3_bucket_public_access_block.lake",
    before: { bucket: "lake", block_public_acls: true },
    after: { bucket: "lake", block_public_acls: false },
  });
  const widened = drifted({
    address: "aws_iam_role_policy.etl",
    before: role("s3:GetObject"),
    after: { ...role("s3:GetObject"), policy: policy(allow("*")) },
  });
  const gone = drifted({ address: "aws_glue_job.orders", before: { name: "orders", timeout: 5 } });
  const refreshOnly = { drift: [opened, widened, gone] };

  test("a refresh-only plan tells addresses, attributes and values, and the rules run", () => {
    const text = markdown(refreshOnly);
    expect(text).not.toContain("Nothing needs a person");
    expect(text).toContain("Changed outside of Terraform (3 resources)");
    expect(text).toContain(
      "- `aws_s3_bucket_public_access_block.lake` (`block_public_acls`): this plan does not touch it",
    );
    expect(text).toContain("  - `block_public_acls`: `true` → `false`");
    expect(text).toContain("- `aws_glue_job.orders`: deleted elsewhere; this plan does not make it again");
    expect(codes(refreshOnly)).toContain("drift/gains-everything danger");
    expect(codes(refreshOnly)).toContain("drift/public-access danger");
    expect(renderTerminal(reviewOf([refreshOnly]))).toContain("Changed outside of Terraform:");
    const json = JSON.parse(renderJson(reviewOf([refreshOnly]), [])) as { drift: { fate: string }[] };
    expect(json.drift.map(({ fate }) => fate)).toEqual(["gone", "kept", "kept"]);
  });

  const undoing = (after: Json) => ({
    drift: [opened],
    changes: [{ address: opened.address, before: opened.after.value as Json, after }],
  });
  test.each<[string, Parameters<typeof planOf>[0], string, readonly string[]]>([
    ["undone", undoing({ bucket: "lake", block_public_acls: true }), "this plan undoes it", []],
    [
      "kept",
      undoing({ bucket: "lake", block_public_acls: false, ignore_public_acls: true }),
      "this plan does not touch it",
      ["drift/public-access danger"],
    ],
    [
      "made again",
      { drift: [gone], changes: [{ address: "aws_glue_job.orders", after: { name: "orders" } }] },
      "deleted elsewhere; this plan makes it again",
      [],
    ],
    [
      "destroyed",
      { drift: [opened], changes: [{ address: opened.address, before: opened.after.value as Json }] },
      "this plan destroys the resource",
      [],
    ],
  ])("%s", (_, given, words, found) => {
    expect(markdown(given)).toContain(words);
    expect(codes(given).filter((code) => code.startsWith("drift/"))).toEqual(found);
  });

  test("a part of it", () => {
    const both = drifted({ address: "aws_glue_job.j", before: { a: 1, b: 1 }, after: { a: 2, b: 2 } });
    const given = {
      drift: [both],
      changes: [{ address: "aws_glue_job.j", before: { a: 2, b: 2 }, after: { a: 1, b: 2 } }],
    };
    expect(markdown(given)).toContain("this plan undoes a part of it");
  });

  test("any drift fails a pipeline that asks for it, and no other", () => {
    const plan = planOf({
      drift: [drifted({ address: "aws_glue_job.j", before: { timeout: 1 }, after: { timeout: 2 } })],
    });
    const failed = (...failOn: readonly ("drift" | "data-loss")[]) =>
      reviewToTextAndFailures([plan], { format: "text", failOn, today: "2026-11-01" }).failed;
    expect(failed("drift")).toEqual(["drift"]);
    expect(failed("data-loss")).toEqual([]);
  });

  test("plans of other drift have other digests", () => {
    const digest = (plan: Pick<Partial<Plan>, "drift">) => reviewOf([planOf(plan)]).plans[0]?.digest;
    expect(digest({ drift: [opened] })).not.toBe(digest({}));
    expect(digest({ drift: [opened] })).not.toBe(digest({ drift: [widened] }));
    expect(digest({ drift: [opened, widened] })).toBe(digest({ drift: [widened, opened] }));
  });
});

describe("R5 the plan's own account", () => {
  const key = (principal: string) => ({
    changes: [
      {
        address: "aws_kms_key.k",
        after: { policy: policy({ ...allow("kms:*"), Principal: { AWS: principal } }) },
      },
    ],
  });
  const root = "arn:aws:iam::111111111111:root";

  test("an account that may be the own one is to be looked at, and the text says how to tell", () => {
    expect(codes(key(root))).toContain("permissions-gained/opened-to-account attention");
    expect(markdown(key(root))).toContain("the plan does not tell its own account, `--account` does");
    expect(codes(key("222222222222"))).toContain("permissions-gained/opened-to-account attention");
  });
  test("a trust policy too", () => {
    const trust = {
      changes: [
        {
          address: "aws_iam_role.r",
          after: {
            name: "r",
            assume_role_policy: JSON.stringify({
              Statement: [{ Effect: "Allow", Action: "sts:AssumeRole", Principal: { AWS: root } }],
            }),
          },
        },
      ],
    };
    expect(codes(trust)).toContain("permissions-gained/trust-opened-to-account attention");
    expect(codes({ ...trust, account: "222222222222" })).toContain("permissions-gained/trust-opened-to-account danger");
  });
  test("where the caller tells it, the own account is nobody else, and another one is a danger", () => {
    expect(codes({ ...key(root), account: "111111111111" }).join()).not.toContain("opened-to-account");
    expect(codes({ ...key(root), account: "222222222222" })).toContain("permissions-gained/opened-to-account danger");
    expect(reviewOf([{ ...key(root), account: "111111111111" }]).plans[0]?.where.accounts).toEqual(["111111111111"]);
  });
});

describe("R7 every address stands somewhere", () => {
  const NAMES = ["alpha", "beta", "delta", "epsilon", "gamma"];
  test.each([
    ["five adds", NAMES.map((name) => ({ address: `aws_iam_role.${name}`, after: { name } }))],
    [
      "300 adds",
      Array.from({ length: 300 }, (_, index) => ({ address: `aws_sqs_queue.q${index}`, after: { name: `q${index}` } })),
    ],
    [
      "200 tag changes",
      Array.from({ length: 200 }, (_, index) => ({
        address: `aws_sqs_queue.t${index}`,
        before: { tags: { a: "1" } },
        after: { tags: { a: "2" } },
      })),
    ],
    ["instances", NAMES.map((name) => ({ address: `aws_iam_role.r["${name}"]`, after: { name } }))],
  ])("%s", (_, changes) => {
    const text = markdown({ changes });
    expect(text.length).toBeLessThanOrEqual(60_000);
    for (const { address } of changes) expect(text).toContain(`\`${address}\``);
    const terminal = renderTerminal(reviewOf([{ changes }]));
    for (const { address } of changes) expect(terminal).toContain(address);
  });

  test("by module, with counts by type; modules in which the same happens share an entry", () => {
    const changes = ["a", "b"].flatMap((key) =>
      ["x", "y"].map((name) => ({ address: `module.m["${key}"].aws_sqs_queue.${name}`, after: {} })),
    );
    const text = markdown({ changes: [...changes, { address: "aws_sns_topic.t", after: {} }] });
    expect(text).toContain("- `aws_sqs_queue` 4 to add; `aws_sns_topic` 1 to add");
    expect(text).toContain("- root module\n  - add: `aws_sns_topic.t`");
    expect(text).toContain('- `module.m["a"]`, `module.m["b"]`\n  - add: `aws_sqs_queue.x`, `aws_sqs_queue.y`');
  });
  test("several plans: an address stands with its plan", () => {
    const of = (source: string) => planOf({ source, changes: [{ address: "aws_sns_topic.t", after: {} }] });
    expect(renderMarkdown(reviewOf([of("a.json"), of("b.json")]))).toContain(
      "- root module in `a.json`, root module in `b.json`\n  - add: `aws_sns_topic.t`",
    );
  });
  test("what only changes tags is counted", () => {
    const changes: readonly GivenChange[] = [
      {
        address: "aws_sqs_queue.a",
        before: { tags: null, tags_all: {} },
        after: { tags: { x: "1" }, tags_all: { x: "1" } },
      },
      { address: "google_storage_bucket.b", before: { labels: {} }, after: { labels: { x: "1" } } },
      {
        address: "aws_sqs_queue.c",
        before: { tags: {}, delay_seconds: 1 },
        after: { tags: { x: "1" }, delay_seconds: 2 },
      },
    ];
    expect(markdown({ changes })).toContain("3 to change (2 only tags)");
    expect(markdown({ changes: changes.slice(0, 2) })).toContain("2 to change (only tags)");
    expect(markdown({ changes })).toContain("  - change only tags: ");
  });
});

describe("R8 outputs", () => {
  const output = (
    name: string,
    before: Json | undefined,
    after: Json | undefined,
    more: Partial<Record<"was" | "is" | "unknown", true>> = {},
  ): OutputChange => ({
    name,
    action: before === undefined ? "create" : after === undefined ? "delete" : "update",
    before: { value: before, unknown: undefined, sensitive: more.was },
    after: { value: after, unknown: more.unknown, sensitive: more.is },
  });
  test("names, and what happens to them", () => {
    const text = markdown({
      outputs: [
        output("arn", "a", "b"),
        output("url", undefined, "u"),
        output("old", "o", undefined),
        output("id", "1", undefined, { unknown: true }),
      ],
    });
    for (const line of [
      "- change `arn`\n  - value: `a` → `b`",
      "- add `url`\n  - value: (none) → `u`",
      "- remove `old`",
    ])
      expect(text).toContain(line);
  });
  test.each<[string, OutputChange, boolean]>([
    ["no longer sensitive", output("p", "hunter22", "hunter22", { was: true }), true],
    [
      "a part of it",
      {
        ...output("p", { a: "hunter22" }, { a: "hunter22" }),
        before: { value: { a: "hunter22" }, unknown: undefined, sensitive: { a: true } },
      },
      true,
    ],
    ["still sensitive", output("p", "hunter22", "hunter33", { was: true, is: true }), false],
    ["removed", output("p", "hunter22", undefined, { was: true }), false],
    ["never sensitive", output("p", "a", "b"), false],
  ])("%s", (_, one, isFound) => {
    expect(codes({ outputs: [one] }).includes("safeguards/output-exposed attention")).toBe(isFound);
    expect(markdown({ outputs: [one] })).not.toContain("hunter");
  });
});

describe("R10 formats of newer versions", () => {
  const plan = (more: object) =>
    readPlan(JSON.stringify({ format_version: "1.2", planned_values: {}, resource_changes: [], ...more }), "p.json");
  const action = (more: object) => ({
    address: "action.aws_lambda_invoke.notify",
    type: "aws_lambda_invoke",
    name: "notify",
    ...more,
  });
  const trigger = (action_trigger_event: string) => ({
    lifecycle_action_trigger: { triggering_resource_address: "aws_db_instance.orders", action_trigger_event },
  });

  test.each([
    [
      "after an update",
      { action_invocations: [action(trigger("AfterUpdate"))] },
      "`aws_lambda_invoke` runs after the update of `aws_db_instance.orders`",
    ],
    [
      "before a creation",
      { action_invocations: [action(trigger("BeforeCreate"))] },
      "runs before the creation of `aws_db_instance.orders`",
    ],
    ["by -invoke", { action_invocations: [action({ invoke_action_trigger: {} })] }, "runs by `-invoke`"],
    [
      "later",
      { deferred_action_invocations: [{ reason: "unknown", action_invocation: action(trigger("AfterCreate")) }] },
      "in a later run",
    ],
  ])("an action %s", (_, more, words) => {
    const review = reviewOf([plan(more)]);
    expect(review.rows.map(({ rule, section }) => `${section}/${rule}`)).toEqual(["code/action-runs"]);
    expect(renderMarkdown(review)).toContain(words);
    expect(renderMarkdown(review)).toContain("`action.aws_lambda_invoke.notify`");
  });
  test("schemas of providers are no news", () => {
    expect(plan({ provider_schemas: { a: {} }, provider_format_version: "1.0" }).unknown).toEqual([]);
  });
  test("conditions as Terraform 1.2 wrote them are checks", () => {
    const condition_results = [
      { address: "aws_s3_bucket.a", condition_type: "ResourcePostcondition", result: false, error_message: "no logs" },
      { address: "aws_s3_bucket.b", condition_type: "ResourcePrecondition", result: true },
      { address: "aws_s3_bucket.c", condition_type: "ResourcePrecondition", result: false, unknown: true },
    ];
    const { checks, unknown } = plan({ condition_results });
    expect(unknown).toEqual([]);
    expect(checks.map(({ status }) => status)).toEqual(["fail", "pass", "unknown"]);
    expect(renderMarkdown(reviewOf([plan({ condition_results })]))).toContain("no logs");
  });
  test("what is still unknown is told", () => {
    expect(plan({ future_field: [1] }).unknown).toEqual(["field future_field (1 of it)"]);
  });
});

describe("R11 one row with its reasons", () => {
  const attached = (Action: Json, Resource: Json = "*") => ({
    changes: [{ address: "aws_iam_role_policy.p", after: { role: "etl", policy: policy(allow(Action, Resource)) } }],
    prior: [{ address: "aws_iam_role.etl", values: { name: "etl" } }],
  });
  test.each([
    ["iam:*", "manages-permissions"],
    ["*", "gains-everything"],
    ["s3:*", undefined],
    [["iam:*", "s3:*"], "manages-permissions"],
  ] as const)("%s on everything", (action, rule) => {
    const rows = reviewOf([attached(action as Json)]).rows.filter(({ section }) => section === "permissions-gained");
    expect(rows).toHaveLength(1);
    if (rule !== undefined) expect(rows[0]?.rule).toBe(rule);
    expect(rows[0]?.details.length).toBeGreaterThan(0);
  });
  test("named actions stay findings of their own", () => {
    const rules = reviewOf([attached(["iam:PassRole", "s3:PutObject"], "arn:aws:s3:::a/*")]).rows.map(
      ({ rule }) => rule,
    );
    expect(rules).toContain("permission-gained");
  });
  test("an attached ReadOnlyAccess does not print what is in it", () => {
    const text = renderTerminal(
      reviewOf([
        {
          changes: [
            {
              address: "aws_iam_role_policy_attachment.r",
              after: { role: "x", policy_arn: "arn:aws:iam::aws:policy/ReadOnlyAccess" },
            },
          ],
        },
      ]),
    );
    expect(text).not.toMatch(/all of it|all actions/);
    expect(text.split("\n").length).toBeLessThan(40);
  });
});

describe("R12 headings", () => {
  test("a fault of a new policy is no lost permission", () => {
    const given = {
      changes: [
        {
          address: "aws_iam_role_policy.p",
          after: { role: "r", policy: policy(allow("s3:GetObjekt", "arn:aws:s3:::a/*")) },
        },
      ],
    };
    expect(codes(given)).toContain("policies/policy-lint attention");
    expect(markdown(given)).toContain("**Policies: policy has a lint finding**");
  });
});

test("R15 numbers are written in one way", () => {
  const changes = Array.from({ length: 1_200 }, (_, index) => ({
    address: `aws_s3_bucket.b[${index}]`,
    before: { bucket: `x${index}` },
  }));
  const text = renderTerminal(reviewOf([{ changes }]));
  expect(text).toContain("1,200 to destroy");
  expect(text).not.toMatch(/(?<![\w[])1200\b/);
});

describe("R14, R16 inputs", () => {
  const one = (address: string) =>
    `{"format_version":"1.2","planned_values":{},"resource_changes":[{"address":"${address}","mode":"managed","type":"a","name":"b","provider_name":"p","change":{"actions":["create"],"before":null,"after":{}}}]}`;
  test("several plans, one a line", () => {
    const plans = readPlanLines(`${one("a.b")}\n\n${one("c.d")}\n`, "plans.jsonl");
    expect(plans.map(({ source, resources }) => `${source} ${resources[0]?.address}`)).toEqual([
      "plans.jsonl:1 a.b",
      "plans.jsonl:3 c.d",
    ]);
  });
  test("one plan keeps its name, in one line or in many", () => {
    expect(readPlanLines(`${one("a.b")}\n`, "p.json")[0]?.source).toBe("p.json");
    expect(readPlanLines(JSON.stringify(JSON.parse(one("a.b")), null, 2), "p.json")[0]?.source).toBe("p.json");
  });
  test("a line that is no plan is refused", () => {
    expect(() => readPlanLines(`${one("a.b")}\n{"x":1}\n`, "p.json")).toThrow("is not JSON");
  });
  test.each(["0.1", "0.2"])("format %s is read with a note", (version) => {
    const plan = readPlan(one("a.b").replace("1.2", version), "old.json");
    expect(reviewOf([plan]).rows.map(({ rule, level }) => `${rule} ${level}`)).toContain("old-format note");
  });
});

describe("more destroyed resources than a number", () => {
  const plan = planOf({
    changes: [1, 2, 3].map((index) => ({ address: `aws_sns_topic_policy.p${index}`, before: { a: 1 } })),
  });
  const failed = (...failOn: readonly string[]) =>
    reviewToTextAndFailures([plan], { format: "json", failOn: failOn as never, today: "2026-11-01" }).failed;
  test("fails", () => {
    expect(failed("destroys>2")).toEqual(["destroys>2"]);
    expect(failed("destroys>3")).toEqual([]);
    expect(failed("destroys>0", "drift")).toEqual(["destroys>0"]);
  });
  test.each(["destroys", "destroys>", "destroys>x", "destroys>-1", "destroys>1.5"])("%s is refused", (name) => {
    expect(() => failed(name)).toThrow("write a number behind `destroys>`");
  });
});

test("a resource that loses `prevent_destroy` and is destroyed is a danger", () => {
  const changes = [{ address: 'aws_s3_bucket.a["x"]', before: { bucket: "a" } }];
  expect(codes({ changes, unprotected: ["aws_s3_bucket.a"] })).toContain("safeguards/prevent-destroy-off danger");
  expect(codes({ unprotected: ["aws_s3_bucket.a"] })).toEqual(["safeguards/prevent-destroy-off attention"]);
});

describe("what a reviewer stumbled over", () => {
  test("addresses of IPv6 at the start of a line", () => {
    const ingress = [
      {
        from_port: 443,
        to_port: 443,
        protocol: "tcp",
        cidr_blocks: [],
        ipv6_cidr_blocks: ["::/0"],
        self: false,
        security_groups: [],
        prefix_list_ids: [],
        description: "",
      },
    ];
    const changes: readonly GivenChange[] = [
      {
        address: "aws_security_group.web",
        before: { id: "sg-1", ingress: [], egress: [] },
        after: { id: "sg-1", ingress, egress: [] },
      },
    ];
    const text = renderTerminal(reviewOf([{ changes }]));
    expect(text).toMatch(/^ *::\/0 reach/m);
    expect(text).not.toContain("\\u{3a}");
  });
  test.each([
    [{ skip_final_snapshot: false, final_snapshot_identifier: "last" }, "a final snapshot is made: last"],
    [{ skip_final_snapshot: true }, "without a final snapshot"],
  ])("the final snapshot of a database: %j", (before, told) => {
    const rows = reviewOf([{ changes: [{ address: "aws_db_instance.d", before }] }]).rows;
    expect(
      JSON.stringify(
        rows.map(({ message }) => message.map((part) => (typeof part === "string" ? part : part.value)).join("")),
      ),
    ).toContain(told);
  });
  test("a public access block that blocks nothing", () => {
    const after = {
      block_public_acls: false,
      block_public_policy: false,
      ignore_public_acls: false,
      restrict_public_buckets: false,
    };
    expect(markdown({ changes: [{ address: "aws_s3_bucket_public_access_block.b", after }] })).toContain(
      "a new block that blocks nothing",
    );
  });
  test("a change with nothing to show says so", () => {
    expect(markdown({ changes: [{ address: "aws_db_instance.d", before: { a: 1 }, after: { a: 1 } }] })).toContain(
      "change, nothing that the plan shows",
    );
  });
  test("a new sensitive output has no old value", () => {
    const secret = { unknown: undefined, sensitive: true as const };
    const output = {
      name: "p",
      action: "create" as const,
      before: { value: undefined, ...secret },
      after: { value: "hunter2", ...secret },
    };
    expect(markdown({ outputs: [output] })).toContain("value: (none) → (sensitive)");
  });
  test("conditions of --fail-on may have blanks; what is no condition is explained", () => {
    const failed = (name: string) =>
      reviewToTextAndFailures([planOf({})], { format: "json", failOn: [name as never], today: "2026-11-01" }).failed;
    expect(failed("destroys > 1")).toEqual([]);
    expect(() => failed("permissions-lost")).toThrow("its findings are notes, which never fail");
  });
});

test("principals are told by name beside the address", () => {
  const prior = [{ address: "aws_iam_role.etl", values: { name: "etl-orders" } }];
  const changes = [
    {
      address: "aws_iam_role_policy.p",
      after: { role: "etl-orders", policy: policy(allow("s3:GetObject", "arn:aws:s3:::a/*")) },
    },
  ];
  expect(markdown({ changes, prior })).toContain("`aws_iam_role.etl` (`etl-orders`)");
  const same = {
    changes: [
      {
        ...changes[0],
        after: { role: "etl", policy: policy(allow("s3:GetObject", "arn:aws:s3:::a/*")) },
      } as GivenChange,
    ],
    prior: [{ address: "aws_iam_role.etl", values: { name: "etl" } }],
  };
  expect(markdown(same)).not.toContain("(`etl`)");
});
