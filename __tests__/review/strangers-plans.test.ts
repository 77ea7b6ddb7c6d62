/** What reviews of plans of other teams said wrongly, or did not say. Each plan here is written by hand. */
import type { Json } from "../../src/json/json-value";
import { renderTerminal } from "../../src/review/report/terminal";
import type { ResourceCheck } from "../../src/review/rule";
import { firewallPolicy } from "../../src/review/rules/firewall-policy";
import type { Drift } from "../../src/terraform/plan/plan";
import { readPlan } from "../../src/terraform/plan/read-plan";
import { plainText } from "../../src/text/message";
import { changeOf, type GivenChange, type planOf, reviewOf } from "./support";

const drifted = (given: GivenChange): Drift => ({ ...changeOf(given), relevant: [] });
const terminal = (given: Parameters<typeof planOf>[0]) => renderTerminal(reviewOf([given ?? {}]));
const codes = (given: Parameters<typeof planOf>[0]) =>
  reviewOf([given ?? {}]).rows.map(
    ({ rule, level, section, places }) => `${section}/${rule} ${level}: ${places.map(({ address }) => address).join()}`,
  );
const withDescription = (description: string | null, others: Json) => ({ ...(others as object), description }) as Json;

describe("what was changed outside of Terraform", () => {
  test("stands in no row of what the plan changes, although it says the same", () => {
    const ingress = (cidr: string) => [{ from_port: 22, to_port: 22, protocol: "tcp", cidr_blocks: [cidr] }];
    const opened = (address: string) => ({
      address,
      before: { id: address, ingress: ingress("10.0.0.0/8") },
      after: { id: address, ingress: ingress("0.0.0.0/0") },
    });
    const found = codes({
      changes: [opened("aws_security_group.a")],
      drift: [drifted(opened("aws_security_group.b"))],
    });
    expect(found).toContain("network/network-opened danger: aws_security_group.a");
    expect(found).toContain("drift/network-opened danger: aws_security_group.b");
  });

  test("what is not set and written in another way is no change", () => {
    const text = terminal({
      drift: [
        drifted({
          address: "aws_instance.web",
          before: { id: "i-1", tags: null, root_block_device: [{ tags: null, size: 8 }], user_data: null },
          after: { id: "i-1", tags: {}, root_block_device: [{ tags: {}, size: 8 }], user_data: "" },
        }),
        drifted({
          address: "aws_instance.db",
          before: { id: "i-2", tags: null, ami: "ami-1" },
          after: { id: "i-2", tags: {}, ami: "ami-2" },
        }),
      ],
    });
    expect(text).toContain("aws_instance.web: what is not set is only written in another way\n");
    expect(text).toContain("aws_instance.db (ami): this plan does not touch it\n    ami: ami-1 → ami-2\n");
    expect(text).not.toContain("tags");
  });

  test.each<[string, Json, Json]>([
    ["false", null, false],
    ["zero", null, 0],
    ["an element", [], [null]],
    ["a text that goes", "x", ""],
  ])("%s is a value", (_, before, after) => {
    const text = terminal({
      drift: [drifted({ address: "aws_instance.web", before: { a: before }, after: { a: after } })],
    });
    expect(text).toContain("aws_instance.web (a): this plan does not touch it");
  });

  test("a policy that says the same has no old value of its own", () => {
    const document = { Version: "2012-10-17", Statement: [{ Effect: "Allow", Action: "s3:*", Resource: "*" }] };
    const text = terminal({
      changes: [
        {
          address: "aws_sqs_queue_policy.q",
          before: { policy: JSON.stringify(document, null, 4) },
          after: { policy: JSON.stringify(document) },
        },
      ],
    });
    expect(text).toContain("    policy: (the same, written in another way)\n");
  });

  test.each([
    ["of the root", { index: undefined, module_address: undefined }, "aws_sqs_queue.q"],
    ["of an instance in a module", { index: "a", module_address: "module.m" }, 'module.m.aws_sqs_queue.q["a"]'],
    ["of a counted one", { index: 2, module_address: undefined }, "aws_sqs_queue.q[2]"],
  ])("has an address where Terraform 1.0.0 wrote none: %s", (_, more, address) => {
    const change = { actions: ["update"], before: { delay: 1 }, after: { delay: 2 } };
    const drift = { mode: "managed", type: "aws_sqs_queue", name: "q", provider_name: "aws", ...more, change };
    const plan = { format_version: "0.1", terraform_version: "1.0.0", resource_changes: [], resource_drift: [drift] };
    expect(readPlan(JSON.stringify(plan), "old.json").drift.map((one) => one.address)).toEqual([address]);
  });
});

test("a data source is no server that the plan opens", () => {
  const read = { mode: "data", action: "read", before: undefined, unknown: true } as const;
  const types = ["aws_eks_cluster", "azurerm_storage_account", "google_container_cluster", "azurerm_key_vault"];
  const reads = types.map((type) => ({ ...read, address: `data.${type}.x`, type, name: "x", after: { name: "x" } }));
  const queue = { address: "google_container_cluster.new", after: { name: "n" } };
  expect(codes({ changes: [...reads, queue] })).toEqual([
    "network/network-opened attention: google_container_cluster.new",
  ]);
});

describe("objects of a new bucket", () => {
  const lifecycle_rule = [{ enabled: true, expiration: [{ days: 90 }], noncurrent_version_expiration: [{ days: 9 }] }];
  test("cannot expire sooner", () => {
    const found = codes({ changes: [{ address: "aws_s3_bucket.logs", after: { bucket: "logs", lifecycle_rule } }] });
    expect(found.filter((one) => one.includes("lifecycle"))).toEqual([
      "data-loss/lifecycle-shortened note: aws_s3_bucket.logs",
      "data-loss/lifecycle-shortened note: aws_s3_bucket.logs",
    ]);
  });

  test("those of a bucket that exists can", () => {
    const change = {
      address: "aws_s3_bucket.logs",
      before: { bucket: "logs" },
      after: { bucket: "logs", lifecycle_rule },
    };
    expect(codes({ changes: [change] })).toContain("data-loss/lifecycle-shortened danger: aws_s3_bucket.logs");
  });
});

describe("rules of a firewall between networks", () => {
  const https = { name: "https", destination_ports: ["443"], source_addresses: ["10.0.0.0/8"] };
  const address = "azurerm_firewall_network_rule_collection.web";
  test("do not change with how what is not set is written", () => {
    const change = {
      address,
      before: { rule: [withDescription(null, https)] },
      after: { rule: [withDescription("", https)] },
    };
    expect(codes({ changes: [change] })).toEqual([]);
  });

  test("change with a source", () => {
    const wider = { ...https, source_addresses: ["*"] };
    const change = {
      address,
      before: { rule: [withDescription("", https)] },
      after: { rule: [withDescription("", wider)] },
    };
    expect(codes({ changes: [change] })).toEqual([`network/firewall-policy attention: ${address}`]);
  });

  const isGroup = (type: string) => /_rule_collection|_rule$|_association$|_rule_group$/.test(type);
  test.each([...(firewallPolicy as ResourceCheck).types].filter(isGroup))("are told once where a %s goes", (type) => {
    const found = codes({ changes: [{ address: `${type}.old`, before: { name: "old" } }] });
    expect(found.filter((one) => !one.includes(" note:"))).toEqual([`network/firewall-policy attention: ${type}.old`]);
  });
});

describe("a policy that is marked as sensitive", () => {
  const written = (Action: string) =>
    JSON.stringify({ Version: "2012-10-17", Statement: [{ Effect: "Allow", Action, Resource: "*" }] });
  const told = (change: GivenChange) =>
    reviewOf([{ changes: [change] }]).rows.map(({ rule: code, message }) => `${code}: ${plainText(message)}`);
  const address = "aws_iam_role_policy.p";
  const sides = (before: string, after: string) => ({
    before: { name: "p", role: "app", policy: before },
    after: { name: "p", role: "app", policy: after },
  });

  test("before and after is not gone", () => {
    const change = { address, ...sides(written("s3:GetObject"), written("*")), sensitive: { policy: true } };
    expect(told(change)).toEqual([
      "permission-unknown: role app: the policy is marked as sensitive, in aws_iam_role_policy.p",
    ]);
  });

  test("and goes is gone", () => {
    const { before } = sides(written("s3:GetObject"), "");
    expect(told({ address, before, sensitive: { policy: true } })).toContain(
      "permission-lost: role app: gone: the policy is marked as sensitive, in aws_iam_role_policy.p",
    );
  });

  test("is told once, however many a role has", () => {
    const inline_policy = [
      { name: "a", policy: written("s3:*") },
      { name: "b", policy: written("sqs:*") },
    ];
    const change = {
      address: "aws_iam_role.r",
      after: { name: "r", inline_policy },
      sensitive: { inline_policy: true },
    };
    expect(told(change).filter((one) => one.startsWith("permission-unknown"))).toEqual([
      "permission-unknown: the policy is marked as sensitive, in aws_iam_role.r",
    ]);
  });
});

test.each([
  ["with a slash", "aB3dE5gH7jK9mN1pQ3sT/Kcdkau4k4khH1oXyZ0aBcd=", "(sensitive)"],
  ["with a plus", "Zx8+Vb7Nm6Qw5Er4Ty3Ui2Op1As0Df9Gh8Jk7Lz6Xc5=", "(sensitive)"],
  ["a path of words", "environments/production/eu-central-1/", "environments/production/eu-central-1/"],
])("a digest is hidden whole or not at all: %s", (_, source_code_hash, want) => {
  const after = { source_code_hash };
  const change = { address: "aws_lambda_function.f", before: { source_code_hash: "old" }, after };
  expect(terminal({ changes: [change] })).toContain(`source_code_hash: old → ${want}\n`);
});
