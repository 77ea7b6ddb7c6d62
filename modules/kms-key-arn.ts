/** The rule for ARNs of KMS keys. */
import { shapeOf } from "./rules";

const KMS_KEY = "^arn:[^:]+:kms:[^:]+:[^:]+:key/[^*?$]+$";

/** An element of a list of keys. In a policy AWS resolves neither key IDs nor aliases. */
export const kmsKeyArns = (name: string) =>
  shapeOf(
    KMS_KEY,
    `${name} takes ARNs of KMS keys: arn:aws:kms:REGION:ACCOUNT:key/ID. No key ID, no alias, and no *, ? or $: AWS does not resolve key IDs and aliases in a policy.`,
  );

/** The key of an argument. An alias can later point to another key, to which no role has access. */
export const kmsKeyArn = (name: string) =>
  shapeOf(
    KMS_KEY,
    `${name} takes the ARN of a KMS key, not its ID and not an alias: "arn:aws:kms:REGION:ACCOUNT:key/ID".`,
  );
