/** Time and bounds: large and hostile lists, and plans without a network. */
import type { Json } from "../../../src/json/json-value";
import { findInPlans } from "../../../src/review/find-in-plans";
import { processorTime } from "../../growth";
import { planOf } from "../support";
import { block, group, networkOf, rule, web } from "./network-support";

/** Of a processor; generous for a slow one. */
const MOST_SECONDS = 10;

function timed<T>(run: () => T): { readonly result: T; readonly seconds: number } {
  const results: T[] = [];
  const seconds = processorTime(() => results.push(run())) / 1e6;
  return { result: results[0] as T, seconds };
}

const numbers = (count: number) => Array.from({ length: count }, (_, index) => index);
const host = (index: number) => `198.${18 + (index >> 16)}.${(index >> 8) & 255}.${index & 255}/32`;

test("2,000 rules on one port, one of them new", () => {
  const blocks = numbers(2000).map((index) => block(22, [host(index)]));
  const added = block(22, ["203.0.113.1/32"]);
  const { result, seconds } = timed(() => networkOf({ changes: [web(group(blocks), group([...blocks, added]))] }));
  expect(result).toEqual([
    "aws_security_group.web network-widened attention: the single address 203.0.113.1/32 reaches port 22 (SSH)",
  ]);
  expect(seconds).toBeLessThan(MOST_SECONDS);
});

test("2,000 new rules, each on a port of its own", () => {
  const blocks = numbers(2000).map((index) => block(index + 1, ["0.0.0.0/0"]));
  const { result, seconds } = timed(() => networkOf({ changes: [web(group([]), group(blocks))] }));
  expect(result).toEqual(["aws_security_group.web network-opened danger: 0.0.0.0/0 reaches ports 1-2000"]);
  expect(seconds).toBeLessThan(MOST_SECONDS);
});

test("5,000 rules within each other are compared, or told as too many", () => {
  const blocks = numbers(5000).map((index) => block([index, 60_000 - index], [host(index)]));
  const { result, seconds } = timed(() => networkOf({ changes: [web(group([]), group(blocks))] }));
  expect(result.length).toBeGreaterThan(0);
  expect(seconds).toBeLessThan(MOST_SECONDS);
});

test("too many rules are never calm", () => {
  const blocks = numbers(20_000).map((index) => block([index, 60_000 - index], [host(index)]));
  const { result, seconds } = timed(() => networkOf({ changes: [web(group([]), group(blocks))] }));
  expect(result).toEqual(["aws_security_group.web network-unknown attention: it has too many rules to compare them"]);
  expect(seconds).toBeLessThan(MOST_SECONDS);
});

test("2,000 rule resources of 200 groups", () => {
  const changes = numbers(2000).map((index) => ({
    address: `aws_security_group_rule.r${index}`,
    after: rule(index % 10, { security_group_id: `sg-${index % 200}`, cidr_blocks: ["10.0.0.0/8"] }),
  }));
  const { result, seconds } = timed(() => networkOf({ changes }));
  expect(result).toHaveLength(200);
  expect(seconds).toBeLessThan(MOST_SECONDS);
});

test("500 firewalls of Google Cloud, each with a tag of its own, behind 500 of the network", () => {
  const firewall = (more: Readonly<Record<string, Json>>): Json => ({
    network: "default",
    priority: 1000,
    allow: [{ protocol: "tcp", ports: ["22"] }],
    source_ranges: ["10.0.0.0/8"],
    ...more,
  });
  const changes = numbers(500).map((index) => ({
    address: `google_compute_firewall.f${index}`,
    after: firewall({ target_tags: [`t${index}`], source_ranges: ["203.0.113.0/24"] }),
  }));
  const prior = numbers(500).map((index) => ({
    address: `google_compute_firewall.p${index}`,
    values: firewall({ source_ranges: [host(index)] }),
  }));
  const { result, seconds } = timed(() => networkOf({ changes, prior }));
  expect(result).toHaveLength(500);
  expect(seconds).toBeLessThan(MOST_SECONDS);
});

test("a plan without a network does not load the comparison", () => {
  jest.isolateModules(() => {
    const load = jest.fn();
    jest.doMock("../../../src/review/network/find-network", () => {
      load();
      return { networkDrafts: () => [] };
    });
    const { findInPlans: find } = require("../../../src/review/find-in-plans") as { findInPlans: typeof findInPlans };
    find([planOf({ changes: [{ address: "aws_sqs_queue.q", after: { name: "q" } }] })]);
    expect(load).not.toHaveBeenCalled();
    find([planOf({ changes: [web(group([]), group([block(22, ["10.0.0.0/8"])]))] })]);
    expect(load).toHaveBeenCalledTimes(1);
  });
  jest.dontMock("../../../src/review/network/find-network");
});

test("a finding of the network stands in a review with its section and module", () => {
  const change = { ...web(group([]), group([block(22, ["0.0.0.0/0"])])), address: "module.a.aws_security_group.web" };
  const [found] = findInPlans([planOf({ changes: [change] })]).filter(({ section }) => section === "network");
  expect(found).toMatchObject({
    rule: "network-opened",
    level: "danger",
    module: "module.a",
    kind: "aws_security_group",
    address: "module.a.aws_security_group.web",
  });
});
