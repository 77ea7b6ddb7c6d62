/**
 * Keys in addresses, read back: `aws_s3_bucket.b["a"]`, `module.job[0]`.
 *
 * Terraform quotes them as HCL does, not as JSON: `\U000e0067` beyond the first plane, and `$${` for `${`.
 *
 * @see https://github.com/hashicorp/terraform/blob/main/internal/addrs/instance_key.go toHCLQuotedString
 */

export type InstanceKey = string | number;

const ESCAPE = /\\(?:u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|([\s\S]))|([$%])\4\{/g;
const LETTERS: Readonly<Record<string, string>> = { n: "\n", r: "\r", t: "\t" };

/** The key that is written between brackets: `"a"` or `0`. */
export function readKey(written: string): InstanceKey {
  if (!written.startsWith('"')) return Number(written);
  return written.slice(1, -1).replace(ESCAPE, (...[, four, eight, letter, sign]) => {
    if (sign !== undefined) return `${sign}{`;
    if (letter !== undefined) return LETTERS[letter] ?? letter;
    const code = Number.parseInt(four ?? eight, 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : "\ufffd";
  });
}

const WRITTEN: Readonly<Record<string, string>> = { "\n": "\\n", "\r": "\\r", "\t": "\\t", '"': '\\"', "\\": "\\\\" };

/** The key as Terraform writes it between brackets: what no eye can see is escaped. */
export function writeKey(key: InstanceKey): string {
  if (typeof key === "number") return String(key);
  const inside = key.replace(/["\\\n\r\t]|[$%](?=\{)|[^\p{L}\p{M}\p{N}\p{P}\p{S} ]/gu, (found) => {
    if (found === "$" || found === "%") return found + found;
    const code = found.codePointAt(0) ?? 0;
    const hex = code.toString(16).padStart(code > 0xffff ? 8 : 4, "0");
    return WRITTEN[found] ?? `\\${code > 0xffff ? "U" : "u"}${hex}`;
  });
  return `"${inside}"`;
}

const KEY = /\[(\d+|"(?:[^"\\]|\\.)*")\]/gs;

/** The keys of an address, from the left. */
export function keysOf(address: string): readonly InstanceKey[] {
  if (!address.includes("[")) return [];
  return [...address.matchAll(KEY)].map(([, written = ""]) => readKey(written));
}
