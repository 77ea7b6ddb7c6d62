/** Ranges of IP addresses that are not public. */

/**
 * RFC 1918, loopback, link-local, and what network operators share (RFC 6598); RFC 4193 and link-local of IPv6. Requests that reach the
 * public endpoints of AWS come from none of them.
 */
const PRIVATE_V4 = ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "127.0.0.0/8", "169.254.0.0/16", "100.64.0.0/10"];
const PRIVATE_V6: readonly (readonly [from: number, to: number, bits: number])[] = [
  [0xfc00, 0xfdff, 7],
  [0xfe80, 0xfebf, 10],
];

interface RangeV4 {
  readonly start: number;
  readonly bits: number;
}

const ranges = PRIVATE_V4.flatMap((text) => readV4(text) ?? []);

/** Whether all addresses of a range, or the one address, are private; false for what is no address. */
export function isPrivateRange(text: string): boolean {
  if (text.includes(":")) return isPrivateV6(text);
  const given = readV4(text);
  return (
    given !== undefined &&
    ranges.some((range) => given.bits >= range.bits && startOf(given, range.bits) === range.start)
  );
}

function readV4(text: string): RangeV4 | undefined {
  const [, ...parts] = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})(?:\/(\d{1,2}))?$/.exec(text) ?? [];
  if (parts.length === 0) return undefined;
  const [a = 0, b = 0, c = 0, d = 0, bits = 32] = parts.map((part) => (part === undefined ? undefined : Number(part)));
  if ([a, b, c, d].some((byte) => byte > 255) || bits > 32) return undefined;
  return { start: ((a * 256 + b) * 256 + c) * 256 + d, bits };
}

/** The first address of a network with so many bits. */
function startOf({ start }: RangeV4, bits: number): number {
  const size = 2 ** (32 - bits);
  return Math.floor(start / size) * size;
}

function isPrivateV6(text: string): boolean {
  const [address = "", length = "128"] = text.toLowerCase().split("/");
  if (address === "::1") return true;
  const first = Number.parseInt(address.split(":")[0] ?? "", 16);
  return PRIVATE_V6.some(([from, to, bits]) => first >= from && first <= to && Number(length) >= bits);
}

/** The range that AWS reads in a text of IPv4 whose address has more bits than its mask: `203.0.113.0/24` in `203.0.113.7/24`. */
export function rangeWithoutRest(text: string): string | undefined {
  const given = readV4(text);
  if (given === undefined) return undefined;
  const start = startOf(given, given.bits);
  const bytes = [24, 16, 8, 0].map((shift) => Math.floor(start / 2 ** shift) % 256);
  return start === given.start ? undefined : `${bytes.join(".")}/${given.bits}`;
}
