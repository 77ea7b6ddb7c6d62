import type { Json } from "../../../src/json/json-value";
import { hasMark } from "../../../src/terraform/plan/marks";
import type { Plan, ResourceChange } from "../../../src/terraform/plan/plan";
import { readPlan, readPlanValue } from "../../../src/terraform/plan/read-plan";
import { change, readable, readScenario, smallPlan } from "./fixtures";

/** What is read of a plan, a line for each thing. */
function summarise(plan: Plan): readonly string[] {
  const state = [
    plan.complete ? "" : "incomplete",
    plan.errored ? "errored" : "",
    plan.applyable ? "" : "not applyable",
  ];
  const changes = plan.resources.filter(
    ({ action, previousAddress, importing }) => action !== "no-op" || previousAddress || importing,
  );
  const still = plan.resources.length - changes.length;
  return [
    `${plan.formatVersion} ${plan.terraformVersion} ${state.filter((word) => word !== "").join(", ")}`.trim(),
    ...firstLines(changes.map(summariseChange)),
    ...(still > 0 ? [`no-op: ${still}`] : []),
    ...plan.drift.map((drift) => `drift: ${summariseChange(drift)} relevant: ${drift.relevant.join(" ")}`),
    ...plan.outputs.map(
      ({ name, action, after }) => `output.${name} ${action}${hasMark(after.sensitive) ? " secret" : ""}`,
    ),
    ...plan.deferred.map((deferred) => `deferred (${deferred.reason}): ${summariseChange(deferred.change)}`),
    ...plan.checks.map(
      ({ address, kind, status, problems }) => `${kind} ${address}: ${[status, ...problems].join("; ")}`,
    ),
    ...plan.configuration.calls.map(({ address, source, version }) => `${address}: ${source} ${version ?? ""}`.trim()),
    ...plan.providers.map(
      ({ name, constants }) => `provider ${name}: ${JSON.stringify(Object.fromEntries(constants))}`,
    ),
    ...(plan.prior.size > 0 ? [`prior: ${plan.prior.size}`] : []),
    ...plan.unknown.map((text) => `unknown: ${text}`),
  ];
}

function firstLines(lines: readonly string[]): readonly string[] {
  return lines.length <= 20 ? lines : [...lines.slice(0, 2), `and ${lines.length - 2} more`];
}

function summariseChange(of: ResourceChange): string {
  const unknown = Object.keys((of.after.unknown as object | undefined) ?? {}).filter((key) =>
    hasMark((of.after.unknown as { [key: string]: Json })[key]),
  );
  const more = [
    of.reason,
    of.previousAddress && `from ${of.previousAddress}`,
    of.deposed && `deposed ${of.deposed}`,
    of.importing && `imports ${JSON.stringify(of.importing)}`,
    of.generatedConfig && "configuration written",
    of.replacePaths.length > 0 && `because of ${of.replacePaths.map((path) => path.join(".")).join(" ")}`,
    unknown.length > 0 && `after apply: ${unknown.join(" ")}`,
    hasMark(of.before.sensitive) && "secret before",
    hasMark(of.after.sensitive) && "secret after",
  ];
  return [`${of.address} ${of.action}`, ...more.filter((text) => typeof text === "string")].join(", ");
}

describe("the scenarios", () => {
  test.each(readable)("%s", (name) => {
    expect(summarise(readScenario(name))).toMatchSnapshot();
  });

  test("are at least 25", () => expect(readable.length).toBeGreaterThanOrEqual(25));
});

describe("what Terraform wrote is told apart", () => {
  const actions = [
    [["no-op"], "no-op"],
    [["create"], "create"],
    [["read"], "read"],
    [["update"], "update"],
    [["delete"], "delete"],
    [["delete", "create"], "replace-delete-first"],
    [["create", "delete"], "replace-create-first"],
    [["forget"], "forget"],
    [["create", "forget"], "forget-create"],
    [["forget", "create"], "forget-create"],
    [["open"], "unknown"],
    [["update", "delete"], "unknown"],
    [[], "unknown"],
    [["create delete"], "unknown"],
  ] as const;

  test.each(actions)("%j is %s", (given, want) => {
    const plan = readPlanValue(smallPlan({ resource_changes: [change("a.b", { actions: [...given] })] }), "p");
    expect(plan.resources[0]).toMatchObject({ action: want, actions: given });
    expect(plan.unknown).toHaveLength(want === "unknown" ? 1 : 0);
  });

  test("unknown fields are ignored where they say nothing, and named where they do", () => {
    const plan = readPlanValue(
      smallPlan({ empty: {}, none: null, no: false, list: [], future: [1, 2], other: { a: 1 } }),
      "p",
    );
    expect(plan.unknown).toEqual(["field future (2 of it)", "field other"]);
  });

  test("values are not copied", () => {
    const before = { big: ["value"] };
    const plan = readPlanValue(smallPlan({ resource_changes: [change("a.b", { before })] }), "p");
    expect(plan.resources[0]?.before.value).toBe(before);
  });

  test("null, false and absent", () => {
    const fields = { before: null, after: false, before_sensitive: false, after_unknown: {} };
    const [read] = readPlanValue(smallPlan({ resource_changes: [change("a.b", fields)] }), "p").resources;
    expect(read?.before).toEqual({ value: null, unknown: undefined, sensitive: undefined });
    expect(read?.after).toEqual({ value: false, unknown: {}, sensitive: undefined });
  });

  test("a byte order mark, and a plan with nothing in it", () => {
    expect(readPlan(`\ufeff${JSON.stringify(smallPlan())}`, "p").resources).toEqual([]);
  });
});

describe("the configuration", () => {
  test("references, constants and repeats, at all depths", () => {
    const inner = {
      outputs: { arn: { expression: { references: ["aws_iam_policy.this[0].arn", "aws_iam_policy.this[0]"] } } },
      resources: [
        {
          address: "aws_iam_policy.this",
          mode: "managed",
          type: "aws_iam_policy",
          name: "this",
          expressions: {
            name: { constant_value: "x" },
            policy: { references: ["var.policy"] },
            statement: [
              { actions: { constant_value: ["s3:*"] }, condition: [{ values: { references: ["each.key"] } }] },
            ],
            now: {},
          },
          count_expression: { references: ["var.on"] },
        },
      ],
    };
    const middle = {
      module_calls: { b: { source: "./b", module: inner, for_each_expression: { references: ["local.all"] } } },
    };
    const root_module = {
      module_calls: {
        a: {
          source: "acme/a/aws",
          version_constraint: "~> 1.0",
          module: middle,
          expressions: { p: { references: ["var.p"] }, n: { constant_value: 1 } },
        },
      },
      outputs: { x: { expression: { references: ["module.a"] } } },
      variables: { p: { sensitive: true }, q: {} },
    };
    const { configuration } = readPlanValue(smallPlan({ configuration: { root_module } }), "p");
    const [a, b] = configuration.calls;
    expect(a).toMatchObject({ address: "module.a", source: "acme/a/aws", version: "~> 1.0", repeats: [] });
    expect([...(a?.references ?? [])]).toEqual([["p", ["var.p"]]]);
    expect([...(a?.constants ?? [])]).toEqual([["n", 1]]);
    expect(b).toMatchObject({ address: "module.a.module.b", source: "./b", repeats: ["local.all"] });
    expect(b?.outputs.get("arn")).toEqual(["aws_iam_policy.this[0].arn", "aws_iam_policy.this[0]"]);
    const [policy] = configuration.resources;
    expect(policy).toMatchObject({
      address: "module.a.module.b.aws_iam_policy.this",
      module: "module.a.module.b",
      repeats: ["var.on"],
    });
    expect([...(policy?.references ?? [])]).toEqual([
      ["policy", ["var.policy"]],
      ["statement.0.condition.0.values", ["each.key"]],
    ]);
    expect([...(policy?.constants ?? [])]).toEqual([
      ["name", "x"],
      ["statement.0.actions", ["s3:*"]],
    ]);
    expect(configuration.outputs.get("x")).toEqual(["module.a"]);
    expect(configuration.sensitiveVariables).toEqual(["p"]);
  });

  test("attachments are joined to policies by references and keys", () => {
    const { configuration } = readScenario("attachments-joined");
    const references = (address: string) =>
      configuration.resources.find((of) => of.address === address)?.references.get("policy_arn");
    expect(references("aws_iam_role_policy_attachment.team")).toContain("aws_iam_policy.team");
    expect(references("module.attach.aws_iam_role_policy_attachment.this")).toEqual(["var.policy_arn"]);
    expect(configuration.calls[0]?.references.get("policy_arn")).toContain("aws_iam_policy.shared.arn");
  });
});

describe("outputs that no longer say `sensitive`", () => {
  const losing = (actions: readonly string[], declared: Json = {}, sensitive: Json = true) => {
    const output = { actions, before: "a", after: "b", before_sensitive: sensitive, after_sensitive: true };
    const configuration = { root_module: { outputs: { host: declared } } };
    const { outputs } = readPlanValue(smallPlan({ output_changes: { host: output }, configuration }), "p");
    return outputs[0]?.losesSensitive ?? false;
  };

  test.each([
    ["its configuration does not say it", losing(["update"]), true],
    ["its configuration says it", losing(["update"], { sensitive: true }), false],
    ["it does not change", losing(["no-op"]), false],
    ["it is destroyed", losing(["delete"]), false],
    ["it was not sensitive before", losing(["update"], {}, false), false],
  ])("%s", (_, given, want) => {
    expect(given).toBe(want);
  });
});

describe("drift", () => {
  test("of Terraform 1.0.0, which writes no addresses, gets them from their parts", () => {
    const { address: _, ...queue } = change("aws_sqs_queue.q");
    const parts = { ...queue, index: "a", module_address: "module.m" };
    const data = { ...queue, mode: "data" };
    const plan = readPlanValue(smallPlan({ resource_drift: [queue, parts, { ...queue, index: 0 }, data] }), "p");
    expect(plan.drift.map(({ address }) => address)).toEqual([
      "aws_sqs_queue.q",
      'module.m.aws_sqs_queue.q["a"]',
      "aws_sqs_queue.q[0]",
      "data.aws_sqs_queue.q",
    ]);
  });

  const drift = change('a.b["x.y"]', { before: { p: "1", q: { r: 1 }, s: 1 }, after: { p: "2", q: { r: 2 }, s: 1 } });
  const cases: readonly (readonly [string, Json, readonly string[]])[] = [
    ["an attribute that changed", { resource: 'a.b["x.y"]', attribute: ["p"] }, ["p"]],
    ["by an address without a key", { resource: "a.b", attribute: ["q", "r"] }, ["q.r"]],
    ["the whole resource", { resource: 'a.b["x.y"]', attribute: [] }, ["*"]],
    ["an attribute that did not change", { resource: 'a.b["x.y"]', attribute: ["s"] }, []],
    ["another resource", { resource: "a.c", attribute: ["p"] }, []],
  ];
  test.each(cases)("%s", (_, relevant, want) => {
    const plan = readPlanValue(smallPlan({ resource_drift: [drift], relevant_attributes: [relevant] }), "p");
    expect(plan.drift[0]?.relevant).toEqual(want);
  });
});
