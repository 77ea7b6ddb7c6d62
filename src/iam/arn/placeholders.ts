/**
 * What an author left to be filled in: `<ACCOUNT_ID>`, `_S3_BUCKET_ARN_`, `account-ID-without-hyphens`, `{bucket_arn}`, and `%s` of a format.
 */
import { arnFields } from "./arn";

/** The text that replaces a placeholder: an unknown text. */
const ANYTHING = "${...}";

/** A name between signs that no ARN has; what AWS itself begins with `$`, such as the route `$connect`, is none. */
const MARKED =
  /<[^<>]*>|\{\{[^{}]*\}\}|\[[A-Za-z][\w -]*\]|%{1,2}[A-Za-z]\w*%{1,2}|%(?:\[\d+\]|\d+\$|\([\w.]+\))?[sdv](?![A-Za-z0-9])|@{1,2}[A-Za-z]\w*@{1,2}|##[A-Za-z]\w*##|#\{[^{}]*\}#?|%\{[^{}]*\}|(?<![$#%{])\{[A-Za-z_][\w.-]*\}(?!\})|(?<![A-Za-z0-9])__[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)*__(?![A-Za-z0-9])|\$(?!(?:aws|connect|default|disconnect|LATEST)\b)[A-Za-z]\w*/g;

/** API Gateway has the parameters of a path in the ARN of a method: `API/STAGE/GET/orders/{id}`. */
const OF_API = /^arn:(?:\$\{[^}]*\}|[^:])*:execute-api:|^\$\{[^}]*\bexecution_arn\}/;

/** Words in capitals, of several parts or with the word ARN; what follows belongs to the resource. */
const CAPITALS = /^_*(?:[A-Z][A-Z0-9]*(?:[_-]+[A-Z0-9]+)+|ARN)_*(?=[/:*]|$)/;

/**
 * Words that cannot be the value of a field, by the number of the field: words in capitals; for the account also words that contain
 * `account`. Other words for a Region are mistakes: AWS Glue's pages have `aws-region`, and people forget to replace it.
 */
const IN_FIELDS: readonly (readonly [field: number, word: RegExp])[] = [
  [1, /^[A-Z_][A-Z_-]+$|[Pp]artition/],
  [3, /^[A-Z_][A-Z0-9_-]+$/],
  [4, /^[A-Z_][A-Z0-9_-]+$|^\d*[xX]+\d*$|[Aa][Cc][Cc](?:[Oo][Uu][Nn])?[Tt]/],
];

/** The text with `${...}` in place of what is to be filled in; the text itself where there is nothing. */
export function fillPlaceholders(text: string): string {
  const isOfApi = OF_API.test(text);
  const filled = text.replace(MARKED, (marked) => (isOfApi && /^\{[^{]/.test(marked) ? marked : ANYTHING));
  if (!filled.startsWith("arn:")) return filled.replace(CAPITALS, ANYTHING);
  const fields = [...arnFields(filled)];
  for (const [field, word] of IN_FIELDS) {
    const value = fields[field] ?? "";
    if (word.test(value) && !value.includes("${")) fields[field] = ANYTHING;
  }
  return fields.join(":");
}

/** Whether the name of an action has something to be filled in: `<action>`, `s3:{{ACTION}}`. Such a name may be in capitals. */
export function hasMarkedPlaceholder(text: string): boolean {
  return text.replace(MARKED, ANYTHING) !== text;
}

/** Whether a name has letters and digits alone beside what is to be filled in. Brackets are no sign of that in a name: `[prod]Read`. */
export function isNameToFillIn(text: string): boolean {
  const rest = text.replace(MARKED, (marked) => (marked.startsWith("[") ? marked : ""));
  return rest !== text && /^[A-Za-z0-9]*$/.test(rest);
}

/** Whether a text has something to be filled in. */
export function hasPlaceholder(text: string): boolean {
  return fillPlaceholders(text) !== text;
}
