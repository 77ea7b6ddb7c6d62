/** Rules of names of actions. */
import type { Rule } from "../rule";
import { allow, JOB, ORDERS } from "./examples";

const CHECKS = "https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html";

export const actionRules: readonly Rule[] = [
  {
    code: "unknown-action",
    title: "unknown action",
    severity: "error",
    what: "Names that the authorization data does not have, and patterns that match none, in Deny too. A warning once the data is older than 60 days; names listed under `actions` in the config are fine.",
    why: "AWS stores such a policy without a word, and the name allows nothing. Pages of AWS have some: glue:BatchCreatePartitions.",
    bad: allow("glue:BatchCreatePartitions", ORDERS),
    good: allow("glue:BatchCreatePartition", ORDERS),
    source: "https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsglue.html",
    accessAnalyzer: "INVALID_ACTION",
  },
  {
    code: "unknown-service",
    title: "unknown service",
    severity: "error",
    what: "Actions whose prefix no service of AWS has, and actions without a prefix.",
    why: "They allow nothing; without a prefix AWS refuses the policy.",
    bad: allow("gleu:GetJob", JOB),
    good: allow("glue:GetJob", JOB),
    source: CHECKS,
    accessAnalyzer: "INVALID_SERVICE_IN_ACTION",
  },
];
