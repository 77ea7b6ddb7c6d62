/** The oldest TLS version that a policy or a setting accepts, for comparing. */
import type { Json } from "../../../json/json-value";

/** Policies of AWS whose name has no version: the oldest version that each accepts, as 10, 11, 12 or 13. */
const NAMED: readonly (readonly [pattern: RegExp, version: number])[] = [
  [/^ELBSecurityPolicy-TLS13-1-([0-3])/, 0],
  [/^ELBSecurityPolicy-TLS-1-([0-3])/, 0],
  [/^ELBSecurityPolicy-FS-1-([0-3])/, 0],
  [/^ELBSecurityPolicy-(2016-08|2015-05|FS-2018-06|2011-08|2014-)/, 10],
  [/^(SSLv3|TLSv1$|TLSv1_2016|Tls$)/, 10],
  [/^AppGwSslPolicy(20150501)$/, 10],
  [/^AppGwSslPolicy(20170401|20170401S)$/, 11],
  [/^AppGwSslPolicy(20220101|20220101S)$/, 12],
];

/** A version in any common form: `TLSv1.2_2021`, `TLS_1_2`, `TLS1_2`, `TLS12`, `1.2`, `Policy-Min-TLS-1-2-2019-07`. */
const VERSION = /(?:^|tls|ssl)[-_]?v?[-_]?1[-_.]?([0-3])(?![0-9])/i;

/** 10 for TLS 1.0 to 13 for TLS 1.3; undefined if the text names no version that is known. */
export function tlsRank(value: Json | undefined): number | undefined {
  if (typeof value !== "string" || value === "") return undefined;
  for (const [pattern, version] of NAMED) {
    const found = pattern.exec(value);
    if (found !== null) return version === 0 ? 10 + Number(found[1]) : version;
  }
  const found = VERSION.exec(value);
  return found === null ? undefined : 10 + Number(found[1]);
}
