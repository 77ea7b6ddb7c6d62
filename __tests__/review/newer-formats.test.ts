/** What Terraform 1.13 to 1.16 and OpenTofu 1.10 to 1.12 write into a plan: actions, deferred changes, forgotten objects, parts left out. */
import type { Json } from "../../src/json/json-value";
import { renderMarkdown } from "../../src/review/report/markdown";
import { renderTerminal } from "../../src/review/report/terminal";
import { readPlan } from "../../src/terraform/plan/read-plan";
import { reviewOf } from "./support";

type Values = Readonly<Record<string, Json>>;

const plan = (more: Values) =>
  readPlan(
    JSON.stringify({ format_version: "1.2", planned_values: {}, terraform_version: "1.16.0", ...more }),
    "p.json",
  );
const change = (address: string, actions: readonly string[], before: Json, after: Json, more: Values = {}) => ({
  address,
  mode: "managed",
  type: address.split(".").at(-2) ?? "",
  name: address.split(".").at(-1) ?? "",
  change: { actions, before, after, after_unknown: {}, ...more },
});
const codes = (more: Values) =>
  reviewOf([plan(more)])
    .rows.map(({ section, rule, level }) => `${section}/${rule} ${level}`)
    .sort();
const text = (more: Values) => renderTerminal(reviewOf([plan(more)]));

describe("an action", () => {
  const action = (config_values: Values, more: Values = {}) => ({
    complete: true,
    applyable: true,
    action_invocations: [
      { address: "action.aws_lambda_invoke.run", type: "aws_lambda_invoke", name: "run", config_values, ...more },
    ],
  });

  test.each<[string, Values, string]>([
    [
      "says what it acts on",
      action({ function_name: "migrate", payload: '{"drop":1}', region: null }),
      'by `-invoke`: `function_name` `migrate`, `payload` `{"drop":1}`',
    ],
    ["says numbers and flags", action({ force: true, timeout: 5, tags: {} }), "`force` `true`, `timeout` `5`"],
    [
      "says what is known later",
      action({ function_name: "migrate" }, { config_unknown: { payload: true } }),
      "`payload` (known after apply)",
    ],
  ])("%s", (_, given, words) => expect(renderMarkdown(reviewOf([plan(given)]))).toContain(words));

  test("does not show its secrets, and hides them elsewhere", () => {
    const given = action({ payload: "hunter2hunter2" }, { config_sensitive: { payload: true } });
    const other = change("aws_sqs_queue.q", ["update"], { name: "a" }, { name: "hunter2hunter2" });
    const shown = text({ ...given, resource_changes: [other] });
    expect(shown).toContain("payload (sensitive value)");
    expect(shown).not.toContain("hunter2");
  });

  test("counts as a change, and is a part of the digest", () => {
    const of = (more: Values) => reviewOf([plan(more)]).plans[0];
    const [none, one, other] = [{ complete: true, applyable: true }, action({ id: "a" }), action({ id: "b" })].map(of);
    expect(new Set([none?.digest, one?.digest, other?.digest]).size).toBe(3);
    expect(text(action({ id: "a" }))).toContain("1 action to run");
    expect(text(action({ id: "a" }))).not.toContain("no changes");
  });
});

describe("a deferred change", () => {
  const deferred = (one: Values, more: Values = {}) => ({
    complete: false,
    applyable: true,
    deferred_changes: [{ reason: "deferred_prereq", resource_change: one }],
    ...more,
  });
  const statement = { Effect: "Allow", Action: "*", Resource: "*" };

  test.each<[string, Values, string]>([
    [
      "that destroys data",
      deferred(change("aws_db_instance.a", ["delete"], { identifier: "a" }, null)),
      "data-loss/data-store-destroyed attention",
    ],
    [
      "that turns encryption off",
      deferred(
        change("aws_ssm_parameter.a", ["update"], { type: "SecureString", name: "a" }, { type: "String", name: "a" }),
      ),
      "encryption/encryption-off attention",
    ],
    [
      "of a policy, read with the role of this run",
      deferred(
        change("aws_iam_role_policy.a", ["create"], null, {
          role: "etl",
          policy: JSON.stringify({ Version: "2012-10-17", Statement: [statement] }),
        }),
        { resource_changes: [change("aws_iam_role.etl", ["no-op"], { name: "etl" }, { name: "etl" })] },
      ),
      "permissions-gained/gains-everything attention",
    ],
    [
      "of a firewall",
      deferred(
        change("aws_vpc_security_group_ingress_rule.a", ["create"], null, {
          security_group_id: "sg-1",
          cidr_ipv4: "0.0.0.0/0",
          ip_protocol: "tcp",
          from_port: 22,
          to_port: 22,
        }),
      ),
      "network/network-opened attention",
    ],
  ])("%s", (_, given, code) => {
    expect(codes(given)).toEqual(expect.arrayContaining(["plan/deferred attention", code]));
    expect(text(given)).toContain("(in a later run)");
  });

  test("repeats nothing that this run does", () => {
    const opened = change("aws_db_instance.now", ["delete"], { identifier: "a" }, null);
    const given = deferred(change("aws_sqs_queue.a", ["create"], null, { name: "a" }), { resource_changes: [opened] });
    expect(codes(given)).toEqual([
      "data-loss/data-store-destroyed danger",
      "plan/deferred attention",
      "plan/plan-incomplete attention",
    ]);
  });

  test.each([
    ["instance_count_unknown", "its creation waits for a later run: `count` or `for_each` is known only after apply"],
    ["absent_prereq", "its creation waits for a later run: what it depends on is not there yet"],
    ["something_new", "its creation waits for a later run: something new"],
  ])("says why: %s", (reason, words) => {
    const one = change("aws_sqs_queue.a", ["create"], null, { name: "a" });
    expect(renderMarkdown(reviewOf([plan({ deferred_changes: [{ reason, resource_change: one }] })]))).toContain(words);
  });
});

describe("an object that is forgotten for a new one", () => {
  test.each<[string, string, Values, Values, string]>([
    [
      "is compared with it",
      "aws_db_instance.a",
      { storage_encrypted: true, engine: "postgres" },
      { storage_encrypted: false, engine: "postgres" },
      "encryption/encryption-off danger",
    ],
    [
      "by settings, too",
      "aws_workspaces_workspace.a",
      { root_volume_encryption_enabled: true },
      { root_volume_encryption_enabled: false },
      "encryption/encryption-off danger",
    ],
    [
      "in other providers, too",
      "google_redis_instance.a",
      { auth_enabled: true },
      { auth_enabled: false },
      "access/guest-access danger",
    ],
  ])("%s", (_, address, before, after, code) => {
    const given = { complete: true, resource_changes: [change(address, ["forget", "create"], before, after)] };
    expect(codes(given)).toEqual(expect.arrayContaining(["plan/forgotten attention", code]));
    expect(codes(given).join()).not.toMatch(/destroyed/);
  });

  test("shows old and new values", () => {
    const one = change("terraform_data.a", ["create", "forget"], { input: "a" }, { input: "b" });
    expect(text({ complete: true, resource_changes: [one] })).toContain("input: a → b");
  });
});

describe("a plan of OpenTofu", () => {
  const queue = { name: "q" };
  const state = (...addresses: readonly string[]) => ({
    values: {
      root_module: {
        resources: addresses.map((address) => ({ address, mode: "managed", type: "aws_sqs_queue", values: queue })),
      },
    },
  });
  const tofu = (more: Values) => ({ terraform_version: "1.12.6", errored: false, ...more });
  const untouched = change("aws_sqs_queue.a", ["no-op"], queue, queue);

  test.each<[string, Values, readonly string[]]>([
    [
      "that leaves a resource of the state out",
      tofu({ resource_changes: [untouched], prior_state: state("aws_sqs_queue.a", "aws_sqs_queue.b") }),
      ["plan/plan-incomplete attention"],
    ],
    ["that has all of it", tofu({ resource_changes: [untouched], prior_state: state("aws_sqs_queue.a") }), []],
    [
      "that has it under another address",
      tofu({
        resource_changes: [{ ...untouched, address: "aws_sqs_queue.new", previous_address: "aws_sqs_queue.a" }],
        prior_state: state("aws_sqs_queue.a"),
      }),
      ["plan/moved note"],
    ],
    ["that only refreshes", tofu({ prior_state: state("aws_sqs_queue.a") }), []],
    [
      "whose Terraform says that it is complete",
      { complete: true, resource_changes: [untouched], prior_state: state("aws_sqs_queue.b") },
      [],
    ],
  ])("%s", (_, given, wanted) => expect(codes(given)).toEqual(wanted));

  test.each<[string, Values, string]>([
    ["since 1.8", tofu({}), "OpenTofu 1.12.6"],
    [
      "before",
      tofu({
        terraform_version: "1.7.1",
        configuration: { provider_config: { aws: { full_name: "registry.opentofu.org/hashicorp/aws" } } },
      }),
      "OpenTofu 1.7.1",
    ],
    ["and not of Terraform", { applyable: false, complete: true }, "Terraform 1.16.0"],
    ["and not of a plan without all fields", { complete: true, errored: false }, "Terraform 1.16.0"],
    ["and not of an older Terraform", { terraform_version: "1.5.7" }, "Terraform 1.5.7"],
  ])("is called so: %s", (_, given, words) => expect(text(given)).toContain(words));

  test("tells that `enabled` is false", () => {
    const one = { ...change("aws_db_instance.a", ["delete"], {}, null), action_reason: "delete_because_enabled_false" };
    expect(text({ resource_changes: [one] })).toContain("destroyed, because enabled is false");
  });
});
