/** Security groups that are attached to what exists, and taken from it. */
import type { Json } from "../../../src/json/json-value";
import { findInPlans } from "../../../src/review/find-in-plans";
import { groupArguments } from "../../../src/review/network/group-arguments";
import { processorTime } from "../../growth";
import { configurationOf, type GivenChange, type GivenPlan, planOf } from "../support";
import { block, group, networkOf, rule } from "./network-support";

const KEPT = { action: "no-op", actions: ["no-op"] } as const;
const OPEN = "aws_security_group.open";
const PRIOR = [
  { address: "aws_security_group.web", values: group([block(443, ["10.0.0.0/8"])], { id: "sg-web" }) },
  { address: OPEN, values: group([block(22, ["0.0.0.0/0"])], { id: "sg-open", name: "open" }) },
  { address: "aws_security_group.same", values: group([block(443, ["10.0.0.0/8"])], { id: "sg-same" }) },
];
const SSH = `network-opened danger: 0.0.0.0/0 reaches port 22 (SSH); by ${OPEN}`;

/** A value with something at the end of a path, in one block for each step before. */
function at(path: readonly string[], value: Json): Json {
  const [first = "", ...rest] = path;
  return { [first]: rest.length === 0 ? value : [at(rest, value)] };
}

const moved = (type: string, path: readonly string[], before: Json, after: Json): GivenPlan => ({
  changes: [{ address: `${type}.x`, before: at(path, before), after: at(path, after) }],
  prior: PRIOR,
});

describe.each(
  [...groupArguments].flatMap(([type, { paths, isReached }]) => paths.map((path) => [type, path, isReached] as const)),
)("%s by %p", (type, path, isReached) => {
  test("an open group more", () => {
    const found = networkOf(moved(type, path, ["sg-web"], ["sg-web", "sg-open"]));
    expect(found).toEqual(isReached ? [`${type}.x ${SSH}`] : []);
  });
  test("a group that the plan does not have", () => {
    const [found = ""] = networkOf(moved(type, path, ["sg-web"], ["sg-web", "sg-far"]));
    expect(found).toBe(
      isReached
        ? `${type}.x network-unknown attention: who reaches it cannot be told: the plan does not have the rules of sg-far`
        : `${type}.x network-unknown note: what it can reach cannot be told: the plan does not have the rules of sg-far`,
    );
  });
  test("another order", () => {
    expect(networkOf(moved(type, path, ["sg-web", "sg-open"], ["sg-open", "sg-web"]))).toEqual([]);
  });
  test("the review looks at it", () => {
    const found = findInPlans([planOf(moved(type, path, ["sg-web"], ["sg-far"]))]);
    expect(found.filter(({ rule: code }) => code === "network-unknown")).toHaveLength(1);
  });
});

const instance = (before: readonly string[], after: readonly string[] | null, more: Partial<GivenChange> = {}) => ({
  address: "aws_instance.x",
  before: { vpc_security_group_ids: [...before] },
  after: { vpc_security_group_ids: after === null ? null : [...after] },
  ...more,
});
const referring = (...references: readonly string[]) => ({
  ...configurationOf({}),
  resources: configurationOf({ resources: { "aws_instance.x": [] } }).resources.map((one) => ({
    ...one,
    references: new Map([["vpc_security_group_ids", references]]),
  })),
});
const UNKNOWN = { after: {}, unknown: { vpc_security_group_ids: true } };
const NEW_OPEN = {
  address: "aws_security_group.new",
  after: { ingress: [block(22, ["0.0.0.0/0"])], egress: [] },
  unknown: { id: true },
};
const eni = (after: Json | undefined, before?: Json, more: Partial<GivenChange> = {}): GivenChange => ({
  address: "aws_network_interface_sg_attachment.a",
  before,
  after,
  ...more,
});

test.each<[name: string, given: GivenPlan, want: readonly string[]]>([
  ["one group for another with the same rules", { changes: [instance(["sg-web"], ["sg-same"])], prior: PRIOR }, []],
  [
    "an open group taken away",
    { changes: [instance(["sg-web", "sg-open"], ["sg-web"])], prior: PRIOR },
    ["aws_instance.x network-closed note: 0.0.0.0/0 no longer reaches port 22 (SSH); by aws_security_group.open"],
  ],
  [
    "all groups taken away",
    { changes: [instance(["sg-open"], [])], prior: PRIOR },
    [
      "aws_instance.x network-closed note: 0.0.0.0/0 no longer reaches port 22 (SSH); by aws_security_group.open",
      "aws_instance.x network-unknown attention: who reaches it cannot be told: it loses all its security groups",
    ],
  ],
  [
    "a group that the plan does not have is taken away",
    { changes: [instance(["sg-web", "sg-far"], ["sg-web"])], prior: PRIOR },
    ["aws_instance.x network-closed note: loses the rules of sg-far, which the plan does not have"],
  ],
  [
    "a group of a data source, which does not have its rules",
    {
      changes: [instance(["sg-web"], ["sg-data"])],
      prior: [
        ...PRIOR,
        { address: "data.aws_security_group.d", mode: "data", type: "aws_security_group", values: { id: "sg-data" } },
      ],
    },
    [
      "aws_instance.x network-closed note: 10.0.0.0/8 no longer reaches port 443 (HTTPS); by aws_security_group.web",
      "aws_instance.x network-unknown attention: who reaches it cannot be told: the plan does not have the rules of data.aws_security_group.d",
    ],
  ],
  [
    "a group that the plan makes, and that is told itself",
    {
      configuration: referring("aws_security_group.new.id", "aws_security_group.new"),
      changes: [NEW_OPEN, instance(["sg-web"], null, UNKNOWN)],
      prior: PRIOR,
    },
    [
      "aws_security_group.new network-opened danger: 0.0.0.0/0 reaches port 22 (SSH)",
      "aws_instance.x network-opened danger: 0.0.0.0/0 reaches port 22 (SSH); by aws_security_group.new",
      "aws_instance.x network-closed note: 10.0.0.0/8 no longer reaches port 443 (HTTPS); by aws_security_group.web",
    ],
  ],
  [
    "a group from elsewhere, known only after apply",
    {
      configuration: referring("module.far.id"),
      changes: [instance(["sg-web"], null, UNKNOWN)],
      prior: PRIOR,
    },
    [
      "aws_instance.x network-closed note: 10.0.0.0/8 no longer reaches port 443 (HTTPS); by aws_security_group.web",
      "aws_instance.x network-unknown attention: who reaches it cannot be told: it gets a security group that is known only after apply",
    ],
  ],
  [
    "groups that the provider computes, of an instance that is replaced",
    {
      configuration: configurationOf({ resources: { "aws_instance.x": [] } }),
      changes: [instance(["sg-open"], null, { ...UNKNOWN, action: "replace-delete-first" })],
      prior: PRIOR,
    },
    [],
  ],
  [
    "a group that is replaced stays the same group",
    {
      configuration: referring("aws_security_group.open.id"),
      changes: [
        {
          address: OPEN,
          action: "replace-create-first",
          before: group([block(22, ["0.0.0.0/0"])], { id: "sg-open" }),
          after: { ingress: [block(22, ["0.0.0.0/0"])], egress: [] },
          unknown: { id: true },
        },
        instance(["sg-open"], null, UNKNOWN),
      ],
    },
    [],
  ],
  [
    "a new instance is not told",
    { changes: [{ address: "aws_instance.n", after: { vpc_security_group_ids: ["sg-open"] } }], prior: PRIOR },
    [],
  ],
  [
    "by the name of the group",
    {
      changes: [{ address: "aws_elb.x", before: { security_groups: [] }, after: { security_groups: ["open"] } }],
      prior: PRIOR,
    },
    [`aws_elb.x ${SSH}`],
  ],
  [
    "a group whose rules are resources",
    {
      changes: [instance(["sg-web"], ["sg-web", "sg-1"])],
      prior: [
        ...PRIOR,
        { address: "aws_security_group.r", values: { id: "sg-1", ingress: [], egress: [] } },
        { address: "aws_security_group_rule.r", values: rule(3306, { cidr_blocks: ["0.0.0.0/0"] }) },
      ],
    },
    ["aws_instance.x network-opened danger: 0.0.0.0/0 reaches port 3306 (MySQL); by aws_security_group.r"],
  ],
  [
    "a load balancer with 80 and 443 for all",
    {
      changes: [{ address: "aws_lb.x", before: { security_groups: [] }, after: { security_groups: ["sg-1"] } }],
      prior: [{ address: "aws_security_group.r", values: group([block(443, ["0.0.0.0/0"])]) }],
    },
    ["aws_lb.x network-opened attention: 0.0.0.0/0 reaches port 443 (HTTPS); by aws_security_group.r"],
  ],
  [
    "attached to an interface outside of the plan",
    { changes: [eni({ network_interface_id: "eni-1", security_group_id: "sg-open" })], prior: PRIOR },
    ["aws_network_interface_sg_attachment.a network-opened danger: 0.0.0.0/0 reaches port 22 (SSH) of eni-1"],
  ],
  [
    "attached to an interface of the plan",
    {
      changes: [
        {
          address: "aws_network_interface.i",
          before: { id: "eni-1", security_groups: ["sg-web"] },
          after: { id: "eni-1", security_groups: ["sg-web"] },
          ...KEPT,
        },
        eni({ network_interface_id: "eni-1", security_group_id: "sg-open" }),
      ],
      prior: PRIOR,
    },
    [
      "aws_network_interface.i network-opened danger: 0.0.0.0/0 reaches port 22 (SSH); by aws_network_interface_sg_attachment.a",
    ],
  ],
  [
    "taken from an interface of the plan, whose state lists it still",
    {
      changes: [
        {
          address: "aws_network_interface.i",
          before: { id: "eni-1", security_groups: ["sg-web", "sg-open"] },
          after: { id: "eni-1", security_groups: ["sg-web", "sg-open"] },
          ...KEPT,
        },
        eni(undefined, { network_interface_id: "eni-1", security_group_id: "sg-open" }),
      ],
      prior: PRIOR,
    },
    [
      "aws_network_interface.i network-closed note: 0.0.0.0/0 no longer reaches port 22 (SSH); by aws_network_interface_sg_attachment.a",
    ],
  ],
  [
    "attached to a new interface",
    {
      configuration: {
        ...configurationOf({}),
        resources: configurationOf({ resources: { "aws_network_interface_sg_attachment.a": [] } }).resources.map(
          (one) => ({
            ...one,
            references: new Map([["network_interface_id", ["aws_network_interface.i.id"]]]),
          }),
        ),
      },
      changes: [
        { address: "aws_network_interface.i", after: {}, unknown: { id: true, security_groups: true } },
        eni({ security_group_id: "sg-open" }, undefined, { unknown: { network_interface_id: true } }),
      ],
      prior: PRIOR,
    },
    [],
  ],
  [
    "attached to an endpoint, a group that the plan does not have",
    {
      changes: [
        {
          address: "aws_vpc_endpoint_security_group_association.a",
          after: { vpc_endpoint_id: "vpce-1", security_group_id: "sg-far" },
        },
      ],
    },
    [
      "aws_vpc_endpoint_security_group_association.a network-unknown attention: who reaches it cannot be told: the plan does not have the rules of sg-far",
    ],
  ],
])("%s", (_name, given, want) => {
  expect(networkOf(given)).toEqual(want);
});

test("500 instances that get the same groups are compared once", () => {
  const many = {
    address: "aws_security_group.m",
    values: group(
      Array.from({ length: 1000 }, (_, index) => block(index + 1, ["10.0.0.0/8"])),
      { id: "sg-m" },
    ),
  };
  const changes = Array.from({ length: 500 }, (_, index) => ({
    ...instance(["sg-web"], ["sg-m"]),
    address: `aws_instance.x[${index}]`,
  }));
  const time = processorTime(() => expect(networkOf({ changes, prior: [...PRIOR, many] })).toHaveLength(500));
  expect(time / 1e6).toBeLessThan(5);
});

test.each<[value: Json]>([[null], ["x"], [1], [{}], [[null, 3, {}]], [[[["sg-open"]]]]])("odd values %j", (odd) => {
  for (const [type, { paths }] of groupArguments) {
    for (const path of paths) {
      expect(() => networkOf(moved(type, path, odd, ["sg-web"]))).not.toThrow();
      expect(() => networkOf(moved(type, path, ["sg-web"], odd))).not.toThrow();
    }
  }
});
