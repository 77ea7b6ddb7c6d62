import { words } from "../../../text/message";
import type { PolicyHolder, PolicyType } from "../../document/policy";
import { policyKind } from "../../document/policy-kinds";
import type { Context } from "../context";
import { defineRule } from "../define-rule";
import { allow, JOB } from "../example-policies";
import type { Report } from "../report";

/** How many characters without white space AWS takes. */
interface Limit {
  readonly longest: number;
  /** What has the limit: `a managed policy`. */
  readonly of: string;
}

/**
 * AWS, "IAM and AWS STS quotas": trust and session policies 2,048 characters; S3 takes bucket policies of 20 KB, as PrivateLink
 * takes policies of endpoints; "Quotas and service limits for AWS Organizations" has the policies of organizations.
 */
const LIMITS: Readonly<Record<Exclude<PolicyType, "identity">, number>> = {
  "permission-set": 32_768,
  session: 2048,
  boundary: 6144,
  trust: 2048,
  resource: 20_480,
  "vpc-endpoint": 20_480,
  scp: 5120,
  rcp: 5120,
};

/** The limits of policies of identities; that of a permission set is from "AWS IAM Identity Center quotas". */
const LIMITS_OF_IDENTITIES: Readonly<Record<PolicyHolder, Limit>> = {
  "managed-policy": { longest: 6144, of: "a managed policy" },
  "aws-managed-policy": { longest: Number.POSITIVE_INFINITY, of: "a managed policy of AWS" },
  role: { longest: 10_240, of: "an inline policy of a role" },
  user: { longest: 2048, of: "an inline policy of a user" },
  group: { longest: 5120, of: "an inline policy of a group" },
  "permission-set": { longest: 32_768, of: "the inline policy of a permission set" },
};

/** Rule `policy-too-long`: policy too long. */
export const policyTooLong = defineRule({
  code: "policy-too-long",
  title: "policy too long",
  severity: "error",
  what: "More than 6,144 characters in an identity policy, 2,048 in a trust policy or 20,480 in a resource policy, without white space. The inline policies of a role may have 10,240 together, and the managed policies of AWS itself are exempt: the object around a policy, such as the answer of `get-role-policy`, tells which it is. It is a warning for a trust policy of up to 4,096, the highest quota, and for a policy of up to 10,240 of which nothing tells where it goes. Above 131,072 only the structure is linted.",
  why: "AWS rejects the policy. The quota for trust policies can be raised to 4,096.",
  bad: allow(
    "glue:GetJob",
    Array.from({ length: 200 }, (_, index) => `${JOB}-of-the-sales-department-${index}`),
  ),
  good: allow("glue:GetJob", JOB),
  source: "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html",
  accessAnalyzer: "POLICY_SIZE_EXCEEDS_IDENTITY_POLICY_QUOTA",
  check: {
    document(context) {
      const { document, type, options } = context;
      const { longest: usual, of } = limitOf(type, options.holder);
      const longest = options.maxSize ?? usual;
      if (document.size <= longest) return judgeSum(context);
      const raised = options.maxSize === undefined ? raisedLimit(type, options.holder) : undefined;
      const mayFit = raised !== undefined && document.size <= raised.longest;
      return {
        at: document.place ?? { pointer: "" },
        message: words(
          `the policy has ${document.size} characters without white space, and ${of} has at most ${longest}`,
        ),
        ...(mayFit ? { hint: raised.hint, severity: "warning" } : { hint: isSplittable(type) ? SPLIT : SHORTEN }),
      };
    },
  },
});

const SPLIT = "split it into several policies, as `tfwright grant` does";
const SHORTEN = "shorten it, or ask AWS for a higher quota, if one exists";

/** An identity may have several policies. */
function isSplittable(type: PolicyType): boolean {
  return type === "identity" || type === "permission-set";
}

/** Up to how many characters AWS may take a policy that is longer than the usual limit, and what the user has to do for it. */
interface RaisedLimit {
  readonly longest: number;
  readonly hint: string;
}

/**
 * Of a trust policy the highest quota that an account can have. Of a policy of an identity of which nothing tells where it goes, the
 * limit of a role, which is the highest. Undefined for all others.
 */
function raisedLimit(type: PolicyType, holder: PolicyHolder | undefined): RaisedLimit | undefined {
  if (type === "trust")
    return { longest: HIGHEST_TRUST, hint: `shorten it, or ask AWS to raise the quota, which may be ${HIGHEST_TRUST}` };
  if (type !== "identity" || holder !== undefined) return undefined;
  const { longest, of } = LIMITS_OF_IDENTITIES.role;
  return { longest, hint: `${SPLIT}; ${of} may have ${longest}` };
}

/** AWS, "IAM and AWS STS quotas": the default for the length of a trust policy is 2,048, and the maximum 4,096. */
const HIGHEST_TRUST = 4096;

/** AWS limits the sum of the inline policies of one identity; it is reported at the longest of them. */
function judgeSum({ document, options }: Context): Report | undefined {
  const { holder, beside = [] } = options;
  if (holder !== "role" && holder !== "user" && holder !== "group") return undefined;
  const others = beside.filter((one) => one.holder === holder).map((one) => one.document.size);
  const sum = others.reduce((all, size) => all + size, document.size);
  const { longest } = LIMITS_OF_IDENTITIES[holder];
  if (sum <= longest || others.some((size) => size > document.size)) return undefined;
  return {
    at: document.place ?? { pointer: "" },
    message: words(
      `the inline policies of the ${holder} have ${sum} characters without white space together, and at most ${longest} are allowed`,
    ),
    hint: "make managed policies of some of them: each has a limit of its own",
  };
}

function limitOf(type: PolicyType, holder: PolicyHolder = "managed-policy"): Limit {
  return type === "identity" ? LIMITS_OF_IDENTITIES[holder] : { longest: LIMITS[type], of: policyKind(type).name };
}
