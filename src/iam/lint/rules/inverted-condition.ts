import { say, words } from "../../../text/message";
import { operatorName } from "../../document/condition-operator";
import type { Condition } from "../../document/policy";
import { defineRule } from "../define-rule";
import { CONDITION_KEYS } from "../documentation";
import { policyOf } from "../example-policies";

const DENY = { Effect: "Deny", Principal: "*", Action: "s3:*", Resource: "arn:aws:s3:::raw-zone/*" };

/** Rule `inverted-condition`: condition the wrong way round. */
export const invertedCondition = defineRule({
  code: "inverted-condition",
  title: "condition the wrong way round",
  severity: "warning",
  what: "A Deny of what is safe, or an Allow of only what is not: requests over TLS, with MFA, with recent MFA, with a newer version of TLS, with encryption of the volume, the database, the file system or the object, and instances that require tokens for their metadata.",
  why: "The statement does the opposite of what such a condition is for.",
  bad: { policy: policyOf({ ...DENY, Condition: { Bool: { "aws:SecureTransport": "true" } } }), type: "resource" },
  good: { policy: policyOf({ ...DENY, Condition: { Bool: { "aws:SecureTransport": "false" } } }), type: "resource" },
  source: `${CONDITION_KEYS}#condition-keys-securetransport`,
  check: {
    condition({ condition, parsed: { allows, denies, statement } }, { type }) {
      const found = SAFE.find(({ key }) => key.test(condition.key));
      if (found === undefined || !(allows || denies) || statement.conditions.length > 1) return undefined;
      const isSafe = found.isSafe(condition);
      if (isSafe === undefined || isSafe === allows) return undefined;
      // Who has no MFA yet may be allowed to set it up.
      if (allows && found.isOptional && type !== "trust") return undefined;
      return {
        at: condition,
        message: say`${operatorName(condition)} on ${condition.key} ${words(denies ? `denies requests ${found.what}, and no others` : `only allows requests ${found.without}`)}`,
        hint: `write ${denies ? found.ofDeny : found.ofAllow}`,
        about: condition.key,
      };
    },
  },
});

interface SafeKey {
  readonly key: RegExp;
  /** Whether the condition holds for the safe requests, or for the others; undefined where it tells nothing. */
  readonly isSafe: (condition: Condition) => boolean | undefined;
  readonly what: string;
  readonly without: string;
  readonly ofDeny: string;
  readonly ofAllow: string;
  /** Whether requests without it may be allowed on purpose. */
  readonly isOptional?: true;
}

function isTrue({ operator, values }: Condition): boolean | undefined {
  const texts = new Set(values.map(({ value }) => String(value).toLowerCase()));
  if (operator !== "Bool" || texts.size !== 1) return undefined;
  return texts.has("true") ? true : texts.has("false") ? false : undefined;
}

const isAtMost = ({ operator }: Condition) =>
  /^NumericLessThan/.test(operator) ? true : /^NumericGreaterThan/.test(operator) ? false : undefined;

const isAtLeast = (condition: Condition) => {
  const isLess = isAtMost(condition);
  return isLess === undefined ? undefined : !isLess;
};

/** `Null`: whether the request has the key. */
function isThere({ operator, values }: Condition): boolean | undefined {
  const texts = new Set(values.map(({ value }) => String(value).toLowerCase()));
  if (operator !== "Null" || texts.size !== 1) return undefined;
  return texts.has("false") ? true : texts.has("true") ? false : undefined;
}

function requiresTokens({ operator, values }: Condition): boolean | undefined {
  const texts = new Set(values.map(({ value }) => String(value)));
  if (!/^String(?:Not)?Equals$/.test(operator) || texts.size !== 1) return undefined;
  const isRequired = texts.has("required") ? true : texts.has("optional") ? false : undefined;
  return isRequired === undefined ? undefined : isRequired === (operator === "StringEquals");
}

const bool = (key: string) => [`\`"Bool": { "${key}": "false" }\``, `\`"Bool": { "${key}": "true" }\``] as const;
const [TLS_OFF, TLS_ON] = bool("aws:SecureTransport");
const [ENCRYPTED_OFF, ENCRYPTED_ON] = ['`"false"`', '`"true"`'];

/**
 * IAM User Guide, "AWS global condition context keys": `aws:SecureTransport`, `aws:MultiFactorAuthPresent`, `aws:MultiFactorAuthAge`; Amazon S3
 * guide, "Bucket policy examples using condition keys": `s3:TlsVersion`; Amazon EC2, Amazon RDS and Amazon EFS guides, condition keys.
 */
const SAFE: readonly SafeKey[] = [
  {
    key: /^aws:SecureTransport$/i,
    isSafe: isTrue,
    what: "over TLS",
    without: "without TLS",
    ofDeny: TLS_OFF,
    ofAllow: TLS_ON,
  },
  {
    key: /^aws:MultiFactorAuthPresent$/i,
    isSafe: isTrue,
    what: "with MFA",
    without: "without MFA",
    ofDeny: '`"BoolIfExists": { "aws:MultiFactorAuthPresent": "false" }`',
    ofAllow: '`"Bool": { "aws:MultiFactorAuthPresent": "true" }`',
    isOptional: true,
  },
  {
    key: /^aws:MultiFactorAuthAge$/i,
    isSafe: isAtMost,
    what: "shortly after MFA",
    without: "long after MFA",
    ofDeny: "`NumericGreaterThan`",
    ofAllow: "`NumericLessThan`",
  },
  {
    key: /^s3:TlsVersion$/i,
    isSafe: isAtLeast,
    what: "with a newer version of TLS",
    without: "with an older version of TLS",
    ofDeny: "`NumericLessThan`",
    ofAllow: "`NumericGreaterThanEquals`",
  },
  {
    key: /^(?:ec2:Encrypted|rds:StorageEncrypted|elasticfilesystem:Encrypted)$/i,
    isSafe: isTrue,
    what: "with encryption",
    without: "without encryption",
    ofDeny: ENCRYPTED_OFF,
    ofAllow: ENCRYPTED_ON,
  },
  {
    key: /^s3:x-amz-server-side-encryption(?:-aws-kms-key-id)?$/i,
    isSafe: isThere,
    what: "that ask for encryption",
    without: "that do not ask for encryption",
    ofDeny: ENCRYPTED_ON,
    ofAllow: ENCRYPTED_OFF,
    isOptional: true,
  },
  {
    key: /^ec2:MetadataHttpTokens$/i,
    isSafe: requiresTokens,
    what: "for instances that require tokens",
    without: "for instances that do not require tokens",
    ofDeny: '`"StringNotEquals": { "ec2:MetadataHttpTokens": "required" }`',
    ofAllow: '`"StringEquals": { "ec2:MetadataHttpTokens": "required" }`',
  },
];
