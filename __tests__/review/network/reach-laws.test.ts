/** The laws of reach: of the comparison itself, and of the forms in which Terraform writes rules. */
import fc from "fast-check";
import type { Json } from "../../../src/json/json-value";
import { type AddressSpan, spanOfCidr } from "../../../src/review/network/address-line";
import { ComparisonBudget, compareReach } from "../../../src/review/network/compare-reach";
import type { ReachChange, ReachRule } from "../../../src/review/network/reach";
import { type ServiceSpan, servicesOf } from "../../../src/review/network/service-line";
import { block, group, ingressRule, networkOf, rule, web } from "./network-support";

/** More of them with `REACH_RUNS=20`. */
const runs = (count: number) => ({ numRuns: count * Number(process.env.REACH_RUNS ?? 1) });

const CIDRS = [
  "0.0.0.0/0",
  "0.0.0.0/1",
  "128.0.0.0/1",
  "10.0.0.0/8",
  "10.1.0.0/16",
  "10.1.2.3/32",
  "198.51.100.0/24",
  "198.51.100.128/25",
  "::/0",
  "2001:db8::/32",
  "fd00::/8",
  "100.64.0.0/10",
  "8.0.0.0/7",
];
const POINTS = [
  "10.1.2.3",
  "10.1.9.9",
  "10.200.0.1",
  "198.51.100.1",
  "198.51.100.200",
  "8.8.8.8",
  "9.9.9.9",
  "200.1.1.1",
  "2001:db8::1",
  "2600::1",
  "fd00::1",
  "100.64.0.1",
].map((text) => (spanOfCidr(text) as AddressSpan)[0]);
const PORTS = [0, 21, 22, 23, 80, 443, 1000, 65_535];

const given = fc.record({
  protocol: fc.constantFrom("tcp", "tcp", "udp", "-1", "icmp"),
  ports: fc
    .tuple(fc.constantFrom(...PORTS), fc.constantFrom(...PORTS))
    .map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const),
  cidrs: fc.uniqueArray(fc.constantFrom(...CIDRS), { minLength: 1, maxLength: 3 }),
  allow: fc.constantFrom(true, true, false),
  priority: fc.integer({ min: 1, max: 4 }),
});
type GivenRule = typeof given extends fc.Arbitrary<infer T> ? T : never;

function ruleOf({ protocol, ports: [from, to], cidrs, allow, priority }: GivenRule): ReachRule {
  const services = [servicesOf({ protocol, from, to }) as ServiceSpan];
  const peers = cidrs.map((name) => ({ name, nature: "addresses" as const, spans: [spanOfCidr(name) as AddressSpan] }));
  return { services, peers, allow, priority, from: "r", changes: true, own: true };
}

const rules = fc.array(given.map(ruleOf), { maxLength: 6 });
/** Half of the sides share rules, so that changes are small as in life. */
const sides = fc.tuple(rules, rules, rules).map(
  ([shared, one, other]) =>
    [
      [...shared, ...one],
      [...other, ...shared],
    ] as const,
);

function compare(before: readonly ReachRule[], after: readonly ReachRule[]): ReachChange {
  return compareReach(before, after, new ComparisonBudget()) as ReachChange;
}

const SERVICE_POINTS = PORTS.flatMap((port) => [
  port + 6 * 65_536,
  port + 17 * 65_536,
  port + 65_536,
  port + 200 * 65_536,
]);

/** The verdict as the documentation of firewalls has it: the rules in order, the first that matches. */
function lets(all: readonly ReachRule[], service: number, address: bigint): boolean {
  const sorted = [...all].sort((a, b) => a.priority - b.priority || Number(a.allow) - Number(b.allow));
  const first = sorted.find(
    ({ services, peers }) =>
      services.some(([from, to]) => from <= service && service <= to) &&
      peers.some(({ spans }) => spans.some(([from, to]) => from <= address && address <= to)),
  );
  return first?.allow === true;
}

function tells(reaches: ReachChange["gained"], service: number, address: bigint): boolean {
  return reaches.some(
    ({ services, peer }) =>
      services.some(([from, to]) => from <= service && service <= to) &&
      peer.spans.some(([from, to]) => from <= address && address <= to),
  );
}

/**
 * Services by scope: what a comparison says, whatever the ranges are that the rules are written in. The part of a range that is
 * private is told as such once the range is split, so `inside` is left out.
 */
function scopesOf(reaches: ReachChange["gained"]): readonly string[] {
  const open = new Set<string>();
  for (const { scope, services } of reaches) {
    if (scope === "inside") continue;
    for (const point of SERVICE_POINTS) {
      if (services.some(([from, to]) => from <= point && point <= to)) open.add(`${scope} ${point}`);
    }
  }
  return [...open].sort();
}

test("a firewall compared with itself, in any order, is no change", () => {
  fc.assert(
    fc.property(rules, (all) => {
      const turned = [...all].reverse();
      expect(compare(all, turned)).toEqual({ gained: [], lost: [] });
    }),
    runs(300),
  );
});

test("the way back is the mirror", () => {
  fc.assert(
    fc.property(sides, ([before, after]) => {
      const [there, back] = [compare(before, after), compare(after, before)];
      expect(back.gained).toEqual(there.lost);
      expect(back.lost).toEqual(there.gained);
    }),
    runs(300),
  );
});

test("what is newly let through is told, and nothing is told without a cause", () => {
  fc.assert(
    fc.property(sides, ([before, after]) => {
      const { gained } = compare(before, after);
      let told = false;
      for (const service of SERVICE_POINTS) {
        for (const address of POINTS) {
          const isNew = lets(after, service, address) && !lets(before, service, address);
          if (isNew) expect(tells(gained, service, address)).toBe(true);
          told ||= isNew;
        }
      }
      if (after.every((one) => before.includes(one)) && before.every((one) => after.includes(one)))
        expect(told).toBe(false);
      for (const { services, scope } of gained) {
        expect(services.length).toBeGreaterThan(0);
        expect(["internet", "public", "inside"]).toContain(scope);
      }
    }),
    runs(300),
  );
});

/** Splits a range of ports or of addresses in two, wherever that is possible. */
function split(one: ReachRule, seed: number): readonly ReachRule[] {
  const [[first, last]] = one.services as readonly [ServiceSpan];
  if (seed % 3 === 0 && last > first) {
    const middle = first + (seed % (last - first));
    return [
      { ...one, services: [[middle + 1, last]] },
      { ...one, services: [[first, middle]] },
    ];
  }
  if (seed % 3 === 1) {
    const peers = one.peers.flatMap((peer) => {
      const [[from, to]] = peer.spans as readonly [AddressSpan];
      if (from < 0n || to === from) return [peer];
      const middle = (from + to) / 2n;
      return [
        { ...peer, name: `${peer.name} b`, spans: [[middle + 1n, to]] as const },
        { ...peer, name: `${peer.name} a`, spans: [[from, middle]] as const },
      ];
    });
    return [{ ...one, peers }];
  }
  return one.peers.map((peer) => ({ ...one, peers: [peer] }));
}

test("splits change nothing, and are told as what they are split from", () => {
  fc.assert(
    fc.property(sides, fc.array(fc.nat(), { minLength: 12, maxLength: 12 }), ([before, after], seeds) => {
      const parts = after.flatMap((one, index) => split(one, seeds[index % 12] as number)).reverse();
      expect(compare(after, parts)).toEqual({ gained: [], lost: [] });
      expect(scopesOf(compare(before, parts).gained)).toEqual(scopesOf(compare(before, after).gained));
    }),
    runs(300),
  );
});

describe("forms of the rules of a security group", () => {
  const simple = fc.array(
    fc.record({
      port: fc.constantFrom(22, 80, 443, 5432),
      cidrs: fc.uniqueArray(fc.constantFrom(...CIDRS), { minLength: 1, maxLength: 3 }),
    }),
    { maxLength: 5 },
  );
  type Simple = readonly { readonly port: number; readonly cidrs: readonly string[] }[];
  const KEPT = { action: "no-op", actions: ["no-op"] } as const;
  const isIpv6 = (cidr: string) => cidr.includes(":");
  const inline = (all: Simple): Json => group(all.map(({ port, cidrs }) => block(port, cidrs)));
  const standing = (all: Simple) =>
    all.map(({ port, cidrs }, index) => ({
      address: `aws_security_group_rule.r${index}`,
      values: rule(port, { cidr_blocks: cidrs.filter((one) => !isIpv6(one)), ipv6_cidr_blocks: cidrs.filter(isIpv6) }),
    }));
  const single = (all: Simple) =>
    all.flatMap(({ port, cidrs }, index) =>
      cidrs.map((cidr, at) => ({
        address: `aws_vpc_security_group_ingress_rule.s${index}_${at}`,
        values: ingressRule(port, isIpv6(cidr) ? { cidr_ipv6: cidr } : { cidr_ipv4: cidr }),
      })),
    );

  test("to move rules between their forms is no change", () => {
    fc.assert(
      fc.property(simple, (all) => {
        const was = web(inline(all), inline(all), KEPT);
        const added = single(all).map(({ address, values }) => ({ address, after: values }));
        const removed = standing(all).map(({ address, values }) => ({ address, before: values }));
        expect(networkOf({ changes: [was, ...added] })).toEqual([]);
        expect(networkOf({ changes: [was, ...removed, ...added] })).toEqual([]);
        expect(networkOf({ changes: [web(group([]), inline(all)), ...removed] })).toEqual([]);
      }),
      runs(100),
    );
  });

  test("every form tells the same", () => {
    const sentences = (found: readonly string[]) => found.map((one) => one.split("; by ")[0]);
    fc.assert(
      fc.property(simple, simple, (before, after) => {
        const kept = web(inline(before), inline(before), KEPT);
        const removed = standing(before).map(({ address, values }) => ({ address, before: values }));
        const added = single(after).map(({ address, values }) => ({ address, after: values }));
        const asResources = networkOf({ changes: [kept, ...removed, ...added] });
        expect(sentences(asResources)).toEqual(sentences(networkOf({ changes: [web(inline(before), inline(after))] })));
      }),
      runs(100),
    );
  });
});

test("what a wider target lets through is told there, and not for each of its parts", () => {
  const all = { protocol: "tcp", ports: [22, 22], cidrs: ["0.0.0.0/0"], allow: true, priority: 1 } as const;
  const open = ruleOf({ ...all, ports: [22, 22], cidrs: ["0.0.0.0/0"] });
  const budget = () => new ComparisonBudget();
  expect(compareReach([], [open], budget())?.gained).toHaveLength(1);
  expect(compareReach([], [{ ...open, own: false }], budget())?.gained).toEqual([]);
  expect(compareReach([{ ...open, own: false }], [], budget())?.lost).toEqual([]);
  // The part's own rule is told beside it, with its own peer alone.
  const inside = ruleOf({ ...all, ports: [22, 22], cidrs: ["10.0.0.0/8"] });
  const gained = compareReach([], [{ ...open, own: false }, inside], budget())?.gained ?? [];
  expect(gained.map(({ peer }) => peer.name)).toEqual(["10.0.0.0/8"]);
});
