/** Security groups: who reaches what, in all forms of their rules. Over 400 lines because each form of a rule has its case here. */
import type { Json } from "../../../src/json/json-value";
import { findInPlans } from "../../../src/review/find-in-plans";
import { changeOf, configurationOf, type GivenPlan, planOf } from "../support";
import { block, group, ingressRule, networkOf, rule, web } from "./network-support";

const WORLD = ["0.0.0.0/0", "::/0"];
const KEPT = { action: "no-op", actions: ["no-op"] } as const;
/** Whether the configuration sets `ingress` of the group. */
const inline = configurationOf({});
const setting = (references: readonly string[]) => ({
  ...inline,
  resources: configurationOf({ resources: { "aws_security_group.web": [] } }).resources.map((one) => ({
    ...one,
    references: new Map([["ingress", references]]),
  })),
});

const OPENED = "aws_security_group.web network-opened danger:";

test.each<[name: string, given: GivenPlan, want: readonly string[]]>([
  [
    "SSH opened to all, inline",
    { changes: [web(group([]), group([block(22, WORLD)]))] },
    [`${OPENED} 0.0.0.0/0 and ::/0 reach port 22 (SSH)`],
  ],
  [
    "a new group that is open",
    { changes: [web(undefined, group([block(5432, ["0.0.0.0/0"])]))] },
    [`${OPENED} 0.0.0.0/0 reaches port 5432 (PostgreSQL)`],
  ],
  [
    "a new group of a site",
    { changes: [web(undefined, group([block(443, WORLD), block(80, WORLD)]))] },
    ["aws_security_group.web network-opened attention: 0.0.0.0/0 and ::/0 reach ports 80 (HTTP) and 443 (HTTPS)"],
  ],
  [
    "a rule resource of a group that is in the plan",
    {
      changes: [
        web(group([]), group([]), KEPT),
        { address: "aws_security_group_rule.ssh", after: rule(22, { cidr_blocks: ["0.0.0.0/0"] }) },
      ],
    },
    [`${OPENED} 0.0.0.0/0 reaches port 22 (SSH); by aws_security_group_rule.ssh`],
  ],
  [
    "a rule resource of a group that is in the state alone",
    {
      changes: [{ address: "aws_vpc_security_group_ingress_rule.ssh", after: ingressRule(22, { cidr_ipv6: "::/0" }) }],
      prior: [{ address: "aws_security_group.web", values: group([]) }],
    },
    [`${OPENED} ::/0 reaches port 22 (SSH); by aws_vpc_security_group_ingress_rule.ssh`],
  ],
  [
    "a rule of a group outside of the plan",
    { changes: [{ address: "aws_security_group_rule.ssh", after: rule(3389, { cidr_blocks: ["0.0.0.0/0"] }) }] },
    ["aws_security_group_rule.ssh network-opened danger: 0.0.0.0/0 reaches port 3389 (RDP) of sg-1"],
  ],
  [
    "from an office to all",
    { changes: [web(group([block(22, ["198.51.100.7/32"])]), group([block(22, ["0.0.0.0/0"])]))] },
    [`${OPENED} 0.0.0.0/0 reaches port 22 (SSH)`],
  ],
  [
    "half of the Internet twice is all of it",
    { changes: [web(group([]), group([block(22, ["0.0.0.0/1"]), block(22, ["128.0.0.0/1"])]))] },
    [`${OPENED} 0.0.0.0/1 and 128.0.0.0/1 reach port 22 (SSH)`],
  ],
  [
    "an office",
    { changes: [web(group([]), group([block(22, ["198.51.100.7/32"])]))] },
    ["aws_security_group.web network-widened attention: the single address 198.51.100.7/32 reaches port 22 (SSH)"],
  ],
  [
    "an office beside all: only all is the Internet",
    {
      changes: [
        web(group([]), group([block(22, ["0.0.0.0/0", "198.51.100.7/32", "2001:db9::1/128", "203.0.113.0/24"])])),
      ],
    },
    [
      `${OPENED} 0.0.0.0/0 reaches port 22 (SSH)`,
      "aws_security_group.web network-widened attention: 198.51.100.7/32, 2001:db9::1/128, 203.0.113.0/24 reach port 22 (SSH)",
    ],
  ],
  [
    "one address of IPv6",
    { changes: [web(group([]), group([block(22, ["2001:db9::1/128"])]))] },
    ["aws_security_group.web network-widened attention: the single address 2001:db9::1/128 reaches port 22 (SSH)"],
  ],
  [
    "one address that is replaced by another",
    { changes: [web(group([block(22, ["198.51.100.7/32"])]), group([block(22, ["198.51.100.8/32"])]))] },
    [
      "aws_security_group.web network-widened attention: the single address 198.51.100.8/32 reaches port 22 (SSH)",
      "aws_security_group.web network-closed note: 198.51.100.7/32 no longer reaches port 22 (SSH)",
    ],
  ],
  [
    "one private address",
    { changes: [web(group([]), group([block(22, ["10.0.0.1/32"])]))] },
    ["aws_security_group.web network-inside note: 10.0.0.1/32 reaches port 22 (SSH)"],
  ],
  [
    "many networks that are the Internet together",
    {
      changes: [
        web(
          group([]),
          group([
            block(
              22,
              Array.from({ length: 256 }, (_, index) => `${index < 128 ? 11 : 12}.${(index % 128) * 2}.0.0/15`),
            ),
          ]),
        ),
      ],
    },
    [expect.stringContaining(`${OPENED} 11.0.0.0/15`) as unknown as string],
  ],
  [
    "private ranges",
    { changes: [web(group([]), group([block(22, ["10.0.0.0/8", "100.64.0.0/10", "192.168.1.0/24", "fd00::/8"])]))] },
    [
      "aws_security_group.web network-inside note: 10.0.0.0/8, 100.64.0.0/10, 192.168.1.0/24, fd00::/8 reach port 22 (SSH)",
    ],
  ],
  [
    "another group, and itself",
    { changes: [web(group([]), group([block(5432, [], { security_groups: ["sg-2"], self: true })]))] },
    ["aws_security_group.web network-inside note: aws_security_group.web and sg-2 reach port 5432 (PostgreSQL)"],
  ],
  [
    "every port of every protocol",
    { changes: [web(group([]), group([block(0, ["0.0.0.0/0"], { protocol: "-1" })]))] },
    [`${OPENED} 0.0.0.0/0 reaches every port and protocol`],
  ],
  [
    "ping",
    { changes: [web(group([]), group([block([8, -1], ["0.0.0.0/0"], { protocol: "icmp" })]))] },
    ["aws_security_group.web network-opened note: 0.0.0.0/0 reaches ICMP"],
  ],
  [
    "egress to all is a note",
    { changes: [web(group([]), group([], { egress: [block(0, ["0.0.0.0/0"], { protocol: "-1" })] }))] },
    ["aws_security_group.web network-egress note: can reach every port and protocol of 0.0.0.0/0"],
  ],
  [
    "a rule that goes",
    { changes: [web(group([block(443, ["0.0.0.0/0"])]), group([]))] },
    ["aws_security_group.web network-closed note: 0.0.0.0/0 no longer reaches port 443 (HTTPS)"],
  ],
  [
    "a rule that is narrowed",
    { changes: [web(group([block(22, ["0.0.0.0/0"])]), group([block(22, ["10.0.0.0/8"])]))] },
    ["aws_security_group.web network-closed note: only a part of 0.0.0.0/0 still reaches port 22 (SSH)"],
  ],
  [
    "another order",
    { changes: [web(group([block(22, WORLD), block(443, WORLD)]), group([block(443, WORLD), block(22, WORLD)]))] },
    [],
  ],
  [
    "split ports and ranges",
    {
      changes: [
        web(
          group([block([1000, 2000], ["10.0.0.0/8"])]),
          group([block([1500, 2000], ["10.0.0.0/8"]), block([1000, 1499], ["10.128.0.0/9", "10.0.0.0/9"])]),
        ),
      ],
    },
    [],
  ],
  ["a description", { changes: [web(group([block(22, WORLD)]), group([block(22, WORLD, { description: "x" })]))] }, []],
  [
    "inline rules become resources",
    {
      changes: [
        web(group([block(22, WORLD)]), group([block(22, WORLD)]), KEPT),
        { address: "aws_vpc_security_group_ingress_rule.a", after: ingressRule(22, { cidr_ipv4: "0.0.0.0/0" }) },
        { address: "aws_vpc_security_group_ingress_rule.b", after: ingressRule(22, { cidr_ipv6: "::/0" }) },
      ],
    },
    [],
  ],
  [
    "resources become inline rules",
    {
      configuration: setting([]),
      changes: [
        web(group([block(22, WORLD)]), group([block(22, WORLD)]), KEPT),
        {
          address: "aws_security_group_rule.a",
          before: rule(22, { cidr_blocks: ["0.0.0.0/0"], ipv6_cidr_blocks: ["::/0"] }),
        },
      ],
    },
    [],
  ],
  [
    "one kind of rule resource becomes the other",
    {
      changes: [
        web(group([block(22, WORLD)]), group([block(22, WORLD)]), KEPT),
        {
          address: "aws_security_group_rule.a",
          before: rule(22, { cidr_blocks: ["0.0.0.0/0"], ipv6_cidr_blocks: ["::/0"] }),
        },
        { address: "aws_vpc_security_group_ingress_rule.a", after: ingressRule(22, { cidr_ipv4: "0.0.0.0/0" }) },
        { address: "aws_vpc_security_group_ingress_rule.b", after: ingressRule(22, { cidr_ipv6: "::/0" }) },
      ],
    },
    [],
  ],
  [
    "a rule resource that goes, though the state of the group still shows it",
    {
      changes: [
        web(group([block(22, WORLD)]), group([block(22, WORLD)]), KEPT),
        {
          address: "aws_security_group_rule.a",
          before: rule(22, { cidr_blocks: ["0.0.0.0/0"], ipv6_cidr_blocks: ["::/0"] }),
        },
      ],
    },
    [
      "aws_security_group.web network-closed note: 0.0.0.0/0 and ::/0 no longer reach port 22 (SSH); by aws_security_group_rule.a",
    ],
  ],
  [
    "a rule resource that is widened, though the state of the group still shows the old one",
    {
      changes: [
        web(group([block(22, ["10.0.0.0/8"])]), group([block(22, ["10.0.0.0/8"])]), KEPT),
        {
          address: "aws_security_group_rule.a",
          before: rule(22, { cidr_blocks: ["10.0.0.0/8"] }),
          after: rule(22, { cidr_blocks: ["0.0.0.0/0"] }),
        },
      ],
    },
    [`${OPENED} 0.0.0.0/0 reaches port 22 (SSH); by aws_security_group_rule.a`],
  ],
  [
    "a rule that moves to another address",
    {
      changes: [
        { address: "aws_security_group_rule.a", before: rule(22, { cidr_blocks: WORLD.slice(0, 1) }) },
        { address: "aws_security_group_rule.b", after: rule(22, { cidr_blocks: WORLD.slice(0, 1) }) },
      ],
    },
    [],
  ],
  [
    "a group that is replaced with its rules",
    {
      configuration: configurationOf({}),
      changes: [
        web(
          group([block(22, ["10.0.0.0/8"])]),
          { ingress: [block(22, ["10.0.0.0/8"])], egress: [] },
          {
            action: "replace-delete-first",
            unknown: { id: true },
          },
        ),
      ],
    },
    [],
  ],
  [
    "a rule of a group that is new, by its reference",
    {
      configuration: {
        ...configurationOf({}),
        resources: configurationOf({ resources: { "aws_security_group_rule.ssh": [] } }).resources.map((one) => ({
          ...one,
          references: new Map([["security_group_id", ["aws_security_group.web.id", "aws_security_group.web"]]]),
        })),
      },
      changes: [
        web(undefined, { name: "web" }, { unknown: { id: true, ingress: true, egress: true } }),
        {
          address: "aws_security_group_rule.ssh",
          after: { type: "ingress", protocol: "tcp", from_port: 22, to_port: 22, cidr_blocks: ["0.0.0.0/0"] },
          unknown: { security_group_id: true, id: true },
        },
      ],
    },
    [`${OPENED} 0.0.0.0/0 reaches port 22 (SSH); by aws_security_group_rule.ssh`],
  ],
  [
    "inline rules that nobody knows yet",
    {
      configuration: setting(["var.rules"]),
      changes: [web(group([]), { id: "sg-1" }, { unknown: { ingress: true } })],
    },
    ["aws_security_group.web network-unknown attention: who reaches it cannot be told: its rules cannot be read"],
  ],
  [
    "an address that nobody knows yet",
    {
      changes: [{ address: "aws_security_group_rule.a", after: rule(22, {}), unknown: { cidr_blocks: true } }],
    },
    ["aws_security_group_rule.a network-unknown attention: (known after apply) reaches port 22 (SSH) of sg-1"],
  ],
  [
    "ports that nobody knows yet",
    {
      changes: [
        {
          address: "aws_security_group_rule.a",
          after: { type: "ingress", security_group_id: "sg-1", protocol: "tcp", cidr_blocks: ["0.0.0.0/0"] },
          unknown: { from_port: true, to_port: true },
        },
      ],
    },
    ["aws_security_group_rule.a network-unknown attention: who reaches it cannot be told: its ports cannot be read"],
  ],
  [
    "what the provider computes lets in nobody",
    {
      configuration: configurationOf({ resources: { "aws_security_group_rule.a": [] } }),
      changes: [
        {
          address: "aws_security_group_rule.a",
          after: rule(22, { cidr_blocks: ["10.0.0.0/8"] }),
          unknown: { source_security_group_id: true },
        },
      ],
    },
    ["aws_security_group_rule.a network-inside note: 10.0.0.0/8 reaches port 22 (SSH) of sg-1"],
  ],
  [
    "a prefix list of others",
    { changes: [{ address: "aws_security_group_rule.a", after: rule(443, { prefix_list_ids: ["pl-1"] }) }] },
    ["aws_security_group_rule.a network-widened attention: pl-1 reaches port 443 (HTTPS) of sg-1"],
  ],
  [
    "a range added to a prefix list of the plan",
    {
      changes: [
        {
          address: "aws_ec2_managed_prefix_list.p",
          before: { id: "pl-1", entry: [{ cidr: "10.0.0.0/8" }] },
          after: { id: "pl-1", entry: [{ cidr: "10.0.0.0/8" }, { cidr: "0.0.0.0/0" }] },
        },
      ],
      prior: [{ address: "aws_security_group_rule.a", values: rule(22, { prefix_list_ids: ["pl-1"] }) }],
    },
    ["aws_security_group_rule.a network-opened danger: aws_ec2_managed_prefix_list.p reaches port 22 (SSH) of sg-1"],
  ],
  [
    "the default group",
    {
      changes: [
        {
          address: "aws_default_security_group.d",
          before: group([]),
          after: group([block(22, ["0.0.0.0/0"])]),
        },
      ],
    },
    ["aws_default_security_group.d network-opened danger: 0.0.0.0/0 reaches port 22 (SSH)"],
  ],
  [
    "many ranges in one sentence",
    {
      changes: [
        web(
          group([]),
          group([
            block(
              22,
              [1, 2, 3, 4, 5, 6].map((n) => `198.51.100.${n}/32`),
            ),
          ]),
        ),
      ],
    },
    [
      "aws_security_group.web network-widened attention: 198.51.100.1/32, 198.51.100.2/32, 198.51.100.3/32, 198.51.100.4/32 and 2 more reach port 22 (SSH)",
    ],
  ],
])("%s", (_name, given, want) => {
  expect(networkOf(given)).toEqual(want);
});

test.each([
  ["that stays", "aws_security_group.web"],
  ["of a module", "module.a.aws_security_group.web"],
])("a group %s, opened outside of Terraform", (_name, address) => {
  const change = changeOf({ ...web(group([]), group([block(22, WORLD)])), address });
  const plan = planOf({ drift: [{ ...change, relevant: [] }], changes: [] });
  const found = findInPlans([plan]).filter(({ rule: code }) => code === "network-opened");
  expect(found.map(({ section, level }) => `${section} ${level}`)).toEqual(["drift danger"]);
});

describe("values that are no rule", () => {
  const odd: readonly Json[] = [null, 1, "x", {}, { cidr_blocks: "0.0.0.0/0" }, { cidr_blocks: [null, 3] }];
  test.each(odd.map((value) => [JSON.stringify(value), value] as const))("%s", (_name, value) => {
    expect(() => networkOf({ changes: [web(group([value]), group([value, value]))] })).not.toThrow();
    expect(() => networkOf({ changes: [web(value, group([]))] })).not.toThrow();
  });

  test("a rule that cannot be read and goes says nothing of who reaches it", () => {
    const before = rule(22, { to_port: 99_999, cidr_blocks: ["0.0.0.0/0"] });
    expect(networkOf({ changes: [{ address: "aws_security_group_rule.a", before }] })).toEqual([]);
    const [found] = networkOf({ changes: [{ address: "aws_security_group_rule.a", before, after: before }] });
    expect(found).toContain("network-unknown attention");
  });

  test("a text that is no range is never calm", () => {
    const given = { changes: [web(group([]), group([block(22, ["999.0.0.0/0"]), block(23, ["10.0.0.0/99"])]))] };
    expect(networkOf(given)).toEqual([
      "aws_security_group.web network-unknown attention: 999.0.0.0/0 reaches port 22 (SSH)",
      "aws_security_group.web network-unknown attention: 10.0.0.0/99 reaches port 23 (Telnet)",
    ]);
  });

  test.each([["6"], [6], ["TCP"], ["tcp"]])("protocol %p is TCP", (protocol) => {
    const same = { changes: [web(group([block(22, ["0.0.0.0/0"])]), group([block(22, ["0.0.0.0/0"], { protocol })]))] };
    expect(networkOf(same)).toEqual([]);
  });

  test.each([["-1"], [-1], ["all"]])("protocol %p is all", (protocol) => {
    const opened = { changes: [web(group([]), group([block(0, ["0.0.0.0/0"], { protocol })]))] };
    expect(networkOf(opened)).toEqual([`${OPENED} 0.0.0.0/0 reaches every port and protocol`]);
  });
});
