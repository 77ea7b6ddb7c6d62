/** Values with a `*` that AWS itself sends, so that a comparison as plain text is right. */

/** A key, the values that it has, and where AWS says so. */
interface LiteralWildcard {
  readonly key: string;
  readonly value: RegExp;
  readonly source: string;
}

const LITERAL: readonly LiteralWildcard[] = [
  {
    key: "aws:sourcearn",
    value: /^arn:[^:]*:cur:[^:]*:[^:*?]*:definition\/\*$/,
    source: "AWS Cost and Usage Reports User Guide, Setting up an Amazon S3 bucket: StringEquals with definition/*",
  },
];

/** Whether AWS sends a value with its wildcard, as a request for a cost report has `arn:aws:cur:us-east-1:ACCOUNT:definition/*`. */
export function isSentWithWildcard(key: string, value: string): boolean {
  const name = key.toLowerCase();
  // A variable in the place of the account may hold colons.
  const text = value.replace(/\$\{[^}]*\}/g, "x");
  return LITERAL.some((one) => one.key === name && one.value.test(text));
}
