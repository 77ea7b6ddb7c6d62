/** Plans with firewalls, and what the review says of them. */
import type { Json } from "../../../src/json/json-value";
import { networkDrafts } from "../../../src/review/network/find-network";
import { findRule } from "../../../src/review/rules";
import type { Configuration } from "../../../src/terraform/plan/plan";
import { plainText } from "../../../src/text/message";
import { configurationOf, type GivenChange, type GivenPlan, planOf } from "../support";

/** The findings of a plan as `address rule level: message`, each with its causes. */
export function networkOf(given: GivenPlan): readonly string[] {
  return networkDrafts(planOf(given)).flatMap(({ address, drafts }) =>
    drafts.map(({ rule, level, message, details = [] }) =>
      [`${address} ${rule} ${level ?? findRule(rule).level}: ${plainText(message)}`, ...details.map(plainText)].join(
        "; ",
      ),
    ),
  );
}

/** A configuration that sets these arguments of a resource. */
export function configured(address: string, ...names: readonly string[]): Configuration {
  const given = configurationOf({ resources: { [address]: [] } });
  const constants = new Map(names.map((name) => [name, "x"]));
  return { ...given, resources: given.resources.map((one) => ({ ...one, constants })) };
}

type Values = Readonly<Record<string, Json>>;

/** An inline block of a security group, as a state has it. */
export function block(port: number | readonly [number, number], cidrs: readonly string[], more: Values = {}): Json {
  const [from_port, to_port] = typeof port === "number" ? [port, port] : port;
  return {
    from_port,
    to_port,
    protocol: "tcp",
    cidr_blocks: cidrs.filter((cidr) => !cidr.includes(":")),
    ipv6_cidr_blocks: cidrs.filter((cidr) => cidr.includes(":")),
    prefix_list_ids: [],
    security_groups: [],
    self: false,
    description: "",
    ...more,
  };
}

/** A security group with these inline rules. */
export const group = (ingress: readonly Json[], more: Values = {}): Json => ({
  id: "sg-1",
  ingress,
  egress: [],
  ...more,
});

/** A change of the group `web`. */
export const web = (
  before: Json | undefined,
  after: Json | undefined,
  more: Partial<GivenChange> = {},
): GivenChange => ({
  address: "aws_security_group.web",
  before,
  after,
  ...more,
});

/** The values of an `aws_security_group_rule` of `sg-1`. */
export const rule = (port: number, more: Values): Json => ({
  type: "ingress",
  security_group_id: "sg-1",
  protocol: "tcp",
  from_port: port,
  to_port: port,
  self: false,
  ...more,
});

/** The values of an `aws_vpc_security_group_ingress_rule` of `sg-1`. */
export const ingressRule = (port: number, more: Values): Json => ({
  security_group_id: "sg-1",
  ip_protocol: "tcp",
  from_port: port,
  to_port: port,
  ...more,
});
