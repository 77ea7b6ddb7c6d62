/** Parts of a text that look like credentials, whatever they are called. */
import { isCredentialName } from "./credential-names";
import { isName, outsideNames } from "./natural-names";
import type { Range } from "./ranges";
import { SIGNATURE, TOKEN, WEBHOOK } from "./token-shapes";

/** Credentials that can be recognised by their form. The group `secret` is what is hidden. */
const SURE: readonly { readonly sign: string | RegExp; readonly pattern: RegExp }[] = [
  { sign: /A(?:KI|SI|BI|CC)A/, pattern: /(?<secret>\b(?:AKIA|ASIA|ABIA|ACCA)[A-Z2-7]{16}\b)/dg },
  {
    sign: "-----BEGIN",
    pattern:
      /(?<secret>-----BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----(?:[\s\S]*?-----END [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----|[\s\S]*))/dg,
  },
  { sign: /[A-Za-z0-9]{14}/, pattern: TOKEN },
  { sign: "/", pattern: WEBHOOK },
  { sign: "=", pattern: SIGNATURE },
  { sign: ".eyJ", pattern: /(?<secret>\beyJ[\w-]{8,}\.eyJ[\w-]{8,}\.[\w-]*)/dg },
  // A token may stand in place of the user's name, so only a plain name before a password is shown, and the user of Git over SSH.
  { sign: "://", pattern: /:\/\/(?!git@)(?:[a-z][a-z_-]{0,20}:)?(?<secret>[^\s/@"'`<>?#]{1,700})@/dg },
  { sign: "jdbc:oracle:", pattern: /jdbc:oracle:[a-z0-9]{1,10}:[^\s/@"']{1,200}\/(?<secret>[^\s@"']{1,500})@/dg },
];

/** Without one of these a text names no credential. */
const NAMES = /pass|pwd|secret|token|jwt|bearer|cred|key|auth|connectionstring|dsn|sas|pat/i;

/** Whether the names in a text are worth a closer look. */
export function mayNameCredential(text: string): boolean {
  return NAMES.test(text);
}

/** The value that is assigned to a name: a quoted string, or the text up to a separator. */
const VALUE =
  String.raw`(?:(?:Bearer|Basic)\s{1,3})?(?:"(?<quoted>[^"]{1,2000})"|'(?<single>[^']{1,2000})'|(?<bare>[^\s"'` +
  "`" +
  String.raw`;,&<>|{}()[\]]{1,2000}))`;

/** `password=...`, `"secret": "..."`, `Authorization: Bearer ...`; `--token ...` by itself, because `--conf a.token=...` has both. */
const GIVEN: readonly RegExp[] = [
  new RegExp(
    String.raw`(?<![\w.:/-])-{0,2}(?<name>[A-Za-z][\w.-]{0,80})(?:["']?\s{0,3}=\s{0,3}|:\s{1,3}|["']\s{0,3}:\s{0,3})${VALUE}`,
    "dg",
  ),
  new RegExp(String.raw`(?<![\w-])--(?<name>[A-Za-z][\w.-]{0,80})\s{1,3}${VALUE}`, "dg"),
];

/** Where a random string may be: letters and digits without a break. */
const RUN = /[A-Za-z0-9+/=]{20,}/g;

/** Base64 that says itself where it ends. */
const BASE64 = /^(?:[A-Za-z0-9+/]{4}){5,}(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)$/;

/** Credentials that can be recognised by their form: keys of AWS, private keys, tokens of known services, passwords in URLs. */
export function sureShapes(text: string): readonly Range[] {
  return SURE.flatMap(({ sign, pattern }) => {
    if (typeof sign === "string" ? !text.includes(sign) : !sign.test(text)) return [];
    return [...text.matchAll(pattern)].flatMap((match) => rangeOf(match, "secret"));
  });
}

/**
 * Everything that looks like a credential, uncertain matches included: values assigned to the name of a credential, and long
 * random strings.
 */
export function likelyShapes(text: string): readonly Range[] {
  return [...sureShapes(text), ...givenShapes(text), ...randomShapes(text)];
}

function givenShapes(text: string): readonly Range[] {
  if (!/[=:]|--/.test(text) || !mayNameCredential(text)) return [];
  return GIVEN.flatMap((pattern) => [...text.matchAll(pattern)].flatMap((match) => givenIn(text, match)));
}

function givenIn(text: string, match: RegExpExecArray): readonly Range[] {
  if (!isCredentialName(match.groups?.name ?? "", "provider")) return [];
  const ranges = ["quoted", "single", "bare"].flatMap((group) => rangeOf(match, group));
  return ranges.filter(({ start, end }) => !isHarmless(text.slice(start, end)));
}

function rangeOf(match: RegExpExecArray, group: string): readonly Range[] {
  const range = match.indices?.groups?.[group];
  return range === undefined ? [] : [{ start: range[0], end: range[1] }];
}

function randomShapes(text: string): readonly Range[] {
  return [...outsideNames(text).matchAll(RUN)].flatMap(({ 0: run, index }) => {
    const parts = run.split(/(?<=[/=+])|(?=[/=+])/);
    // A digest or a key in base64 is random as a whole: half of it tells nobody anything, and is half of a secret.
    const isWhole = run.length === 40 || (BASE64.test(run) && parts.some(isRandom));
    const pieces = isWhole ? [run] : parts;
    let at = index;
    return pieces.flatMap((piece) => {
      const range = { start: at, end: at + piece.length };
      at = range.end;
      return isRandom(piece) || (isWhole && parts.some(isRandom)) ? [range] : [];
    });
  });
}

/** Whether a string is long, of all kinds of characters, changes between them often, and is not made of words. */
function isRandom(text: string): boolean {
  if (text.length < 20 || !/[a-z]/.test(text) || !/[A-Z]/.test(text) || !/\d/.test(text)) return false;
  let changes = 0;
  for (let index = 1; index < text.length; index++) {
    if (classOf(text.charCodeAt(index)) !== classOf(text.charCodeAt(index - 1))) changes++;
  }
  return changes >= text.length * 0.3 && !isName(text);
}

function classOf(code: number): number {
  if (code >= 0x61 && code <= 0x7a) return 0;
  if (code >= 0x41 && code <= 0x5a) return 1;
  return code >= 0x30 && code <= 0x39 ? 2 : 3;
}

/** Whether a value under a credential's name cannot be one: a flag, a blank, a way to sign in, the ARN of what holds the secret, a reference. */
export function isHarmless(value: string): boolean {
  return /^(?:|true|false|null|none|yes|no|0|1|enabled|disabled|required|custom|jwt|aws_iam|cognito_user_pools|arn:aws[a-z-]*:[a-z0-9-]*:[^\s]*|\(sensitive\)|\$\{[^}]*\}|\{\{[^}]*\}\})$/i.test(
    value.trim(),
  );
}
