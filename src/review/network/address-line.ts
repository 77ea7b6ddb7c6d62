/** IP addresses as points of one line, so that a set of addresses is a set of intervals. */
import { isIP, isIPv4 } from "node:net";

/** The first and the last point of an interval. */
export type AddressSpan = readonly [first: bigint, last: bigint];

/**
 * The line: first the points of peers that have a name alone (a security group, a service tag), then IPv4, then IPv6.
 * All of IPv4 includes the peers with names: whoever lets in every address lets in the members of each group.
 */
const NAMED_START = -(2n ** 32n);
const IPV6_START = 2n ** 32n;

/** `0.0.0.0/0` */
export const ALL_IPV4: AddressSpan = [NAMED_START, IPV6_START - 1n];
/** `::/0` */
export const ALL_IPV6: AddressSpan = [IPV6_START, IPV6_START + 2n ** 128n - 1n];

/** The point of a peer that has a name alone, by its number from 0. */
export function namedPoint(number: number): AddressSpan {
  const point = -1n - BigInt(number);
  return [point, point];
}

/** `10.0.0.0/8`, `::/0`, `192.0.2.1`; undefined for any other text. */
export function spanOfCidr(text: string): AddressSpan | undefined {
  const [address = "", size, more] = text.trim().split("/");
  const start = pointOf(address);
  if (start === undefined || more !== undefined) return undefined;
  const width = isIPv4(address) ? 32 : 128;
  if (size !== undefined && !/^\d{1,3}$/.test(size)) return undefined;
  const prefix = size === undefined ? width : Number(size);
  if (prefix > width) return undefined;
  if (prefix === 0) return width === 32 ? ALL_IPV4 : ALL_IPV6;
  const count = 2n ** BigInt(width - prefix);
  const base = width === 32 ? 0n : IPV6_START;
  const first = ((start - base) / count) * count + base;
  return [first, first + count - 1n];
}

/** From one address to another; undefined if these are not two addresses of one kind in order. */
export function spanOfRange(from: string, to: string): AddressSpan | undefined {
  const [first, last] = [pointOf(from.trim()), pointOf(to.trim())];
  if (first === undefined || last === undefined || first > last || isIP(from.trim()) !== isIP(to.trim())) {
    return undefined;
  }
  // All of IPv4 also has the peers with names, which lie before its first address.
  return first === 0n && last === ALL_IPV4[1] ? ALL_IPV4 : [first, last];
}

/** The point of an address; undefined if the text is none. */
function pointOf(text: string): bigint | undefined {
  const kind = text.includes("%") ? 0 : isIP(text);
  if (kind === 4) return ipv4(text);
  return kind === 6 ? IPV6_START + ipv6(text) : undefined;
}

function ipv4(text: string): bigint {
  return text.split(".").reduce((sum, part) => sum * 256n + BigInt(part), 0n);
}

function ipv6(text: string): bigint {
  // The last 32 bits may be written as an IPv4 address.
  const tail = /[^:]*\.[^:]*$/.exec(text)?.[0];
  const whole =
    tail === undefined
      ? text
      : `${text.slice(0, -tail.length)}${(ipv4(tail) >> 16n).toString(16)}:${(ipv4(tail) & 0xffffn).toString(16)}`;
  const [left = "", right] = whole.split("::");
  const groupsOf = (part: string) => (part === "" ? [] : part.split(":"));
  const [before, after] = [groupsOf(left), groupsOf(right ?? "")];
  const zeros = Array<string>(8 - before.length - after.length).fill("0");
  return [...before, ...zeros, ...after].reduce((sum, group) => sum * 65536n + BigInt(`0x${group}`), 0n);
}

/**
 * Ranges that are not routed in the Internet.
 *
 * @see https://www.iana.org/assignments/iana-ipv4-special-registry/iana-ipv4-special-registry.xhtml
 */
const NOT_PUBLIC_IPV4 = [
  "0.0.0.0/8",
  "10.0.0.0/8",
  "100.64.0.0/10",
  "127.0.0.0/8",
  "169.254.0.0/16",
  "172.16.0.0/12",
  "192.168.0.0/16",
  "198.18.0.0/15",
  "224.0.0.0/3",
];

/** All public addresses of IPv4 and IPv6. IPv6 addresses outside of `2000::/3` are local, or not in use. */
export const PUBLIC_SPANS: readonly AddressSpan[] = [...publicIpv4(), spanOfCidr("2000::/3") as AddressSpan];

function publicIpv4(): readonly AddressSpan[] {
  const found: AddressSpan[] = [];
  let next = 0n;
  for (const [first, last] of NOT_PUBLIC_IPV4.map((text) => spanOfCidr(text) as AddressSpan)) {
    if (first > next) found.push([next, first - 1n]);
    next = last + 1n;
  }
  return found;
}

/** Where the public addresses begin and end: between two of these points, all addresses are public, or none is. */
export const PUBLIC_BOUNDS: readonly bigint[] = [
  ...new Set([0n, IPV6_START, ...PUBLIC_SPANS.flatMap(([first, last]) => [first, last + 1n])]),
];

/** An interval of this weight and more is a part of the Internet that nobody owns alone: a `/8` of IPv4, a `/16` of IPv6. */
export const INTERNET_WEIGHT = 1;

/** A range of less weight is one network, and not a part of many that make the Internet together: narrower than a `/20` of IPv4. */
export const NARROW_WEIGHT = 2 ** -12;

const WEIGHT_IPV4 = 2 ** 24;
const WEIGHT_IPV6 = 2n ** 80n;

/** How much of the public Internet an interval is, for one between two neighbours of {@link PUBLIC_BOUNDS}. */
export function publicWeight([first, last]: AddressSpan): number {
  if (!PUBLIC_SPANS.some(([from, to]) => from <= first && last <= to)) return 0;
  const count = last - first + 1n;
  if (first < IPV6_START) return Number(count) / WEIGHT_IPV4;
  return count >= WEIGHT_IPV6 ? Number(count / WEIGHT_IPV6) / 2 ** 32 : Number.MIN_VALUE;
}
