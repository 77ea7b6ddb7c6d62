/**
 * Unknown parts of a text. For the delta `${...}` equals only itself, and only a `*` covers it. (`pattern.ts` lets it match
 * whatever is compared with it, which is right for a linter and wrong here.)
 */

import { splitOutside, tokenEnd } from "../../text/tokens";
import { tokenMeaning } from "../document/pattern-tokens";

/** Start of the private use area: no name in AWS has such characters. */
const PRIVATE = 0xe000;
/** No policy has that many `?` in a row. */
const LEAST = 32;

/** Replaces each `${...}` by a run of characters that represents only this token. `?` never matches a whole run. */
export function opaqueText(text: string): string {
  if (!text.includes("${")) return text;
  let made = "";
  for (let at = 0; at < text.length; at++) {
    const end = text[at] === "$" && text[at + 1] === "{" ? tokenEnd(text, at) : undefined;
    if (end === undefined) made += text[at];
    else {
      made += tokenText(text.slice(at + 2, end - 1));
      at = end - 1;
    }
  }
  return made;
}

/** The same for an ARN. An unknown partition is taken for `aws`, as policies write it: a plan is of one partition. */
export function opaqueArn(text: string): string {
  if (!text.includes("${")) return text;
  const fields = splitOutside(text, ":", 6);
  const isArn = fields[0] === "arn" && fields.length === 6 && fields[1]?.startsWith("${");
  return opaqueText(isArn ? ["arn", "aws", ...fields.slice(2)].join(":") : text);
}

/** `${aws_s3_bucket.raw.arn}` is known to be an ARN of S3 with a name that is not known. */
function tokenText(inside: string): string {
  const meaning = tokenMeaning(inside);
  // A literal `*` or `?` of IAM stays a token of its own: that covers less, and never too much.
  if (meaning.kind !== "arn") return run(inside);
  let holes = 0;
  const parts = [...meaning.format].map((char) => (char === "%" || char === "*" ? run(`${++holes} ${inside}`) : char));
  return parts.join("").replace(`arn:${run(`1 ${inside}`)}:`, "arn:aws:");
}

function run(text: string): string {
  const codes = Array.from(text, (char) => PRIVATE + ((char.codePointAt(0) ?? 0) % 0x1800));
  return String.fromCharCode(...codes, ...Array<number>(Math.max(1, LEAST - codes.length)).fill(PRIVATE + 0x18ff));
}
