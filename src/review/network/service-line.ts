/** Protocols and ports as points of one line: protocol × 65,536 + port. */
import type { Json } from "../../json/json-value";

/** The first and the last point of an interval. */
export type ServiceSpan = readonly [first: number, last: number];

/** Ports of a protocol. */
export const PORTS = 65_536;
const PROTOCOLS = 256;

/** Every port of every protocol. */
export const ALL_SERVICES: ServiceSpan = [0, PROTOCOLS * PORTS - 1];

/** Numbers of IANA. */
export const TCP = 6;
export const UDP = 17;
export const ICMP = 1;
export const ICMPV6 = 58;

/**
 * @see https://www.iana.org/assignments/protocol-numbers/protocol-numbers.xhtml
 */
const NUMBERS: ReadonlyMap<string, number> = new Map([
  ["icmp", ICMP],
  ["tcp", TCP],
  ["udp", UDP],
  ["icmpv6", ICMPV6],
  ["ipv6-icmp", ICMPV6],
  ["esp", 50],
  ["ah", 51],
  ["gre", 47],
  ["ipip", 94],
  ["sctp", 132],
]);

const EVERY_PROTOCOL: ReadonlySet<string> = new Set(["-1", "all", "any", "*"]);

/** `"tcp"`, `6`, `"6"`, `"-1"`; undefined for what is no protocol. */
export function protocolOf(json: Json | undefined): number | "all" | undefined {
  const name = String(json ?? "")
    .trim()
    .toLowerCase();
  if (EVERY_PROTOCOL.has(name)) return "all";
  const number = NUMBERS.get(name) ?? (/^\d{1,3}$/.test(name) ? Number(name) : undefined);
  return number === undefined || number >= PROTOCOLS ? undefined : number;
}

/** A protocol, and its ports as Terraform has them: numbers or texts. */
interface GivenService {
  readonly protocol: Json | undefined;
  readonly from: Json | undefined;
  readonly to: Json | undefined;
}

/** The interval of a protocol and its ports; undefined if there is no such protocol or port. */
export function servicesOf({ protocol, from, to }: GivenService): ServiceSpan | undefined {
  const number = protocolOf(protocol);
  if (number === undefined) return undefined;
  if (number === "all") return ALL_SERVICES;
  const base = number * PORTS;
  const whole: ServiceSpan = [base, base + PORTS - 1];
  const [first, last] = [numberOf(from), numberOf(to)];
  if (Number.isNaN(first) || Number.isNaN(last)) return undefined;
  if (number === ICMP || number === ICMPV6) return icmpSpan(base, first, last);
  if (number !== TCP && number !== UDP && number !== 132) return whole;
  if (first === undefined || first < 0) return whole;
  const end = last ?? first;
  if (first > end || end >= PORTS) return undefined;
  return [base + first, base + end];
}

/** A type of ICMP and its code, of which -1 means all. */
function icmpSpan(base: number, type: number | undefined, code: number | undefined): ServiceSpan {
  if (type === undefined || type < 0 || type > 255) return [base, base + PORTS - 1];
  const first = base + type * 256;
  return code === undefined || code < 0 || code > 255 ? [first, first + 255] : [first + code, first + code];
}

function numberOf(json: Json | undefined): number | undefined {
  if (json === undefined || json === null || json === "") return undefined;
  const number = typeof json === "boolean" ? Number.NaN : Number(json);
  return Number.isInteger(number) ? number : Number.NaN;
}

/** `22`, `8000-9000`, `*`, for a protocol; undefined for what is no port. */
export function servicesOfPorts(protocol: Json | undefined, ports: Json | undefined): ServiceSpan | undefined {
  const text = String(ports ?? "").trim();
  if (text === "*" || text === "") return servicesOf({ protocol, from: undefined, to: undefined });
  const [from = "", to = from] = text.split("-");
  // Of all protocols, a port is one of TCP and of UDP.
  return servicesOf({ protocol, from, to });
}
