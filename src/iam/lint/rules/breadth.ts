/** Rules of statements that give more than anybody means. */
import type { Rule } from "../rule";
import { allow, JOB, policyOf } from "./examples";

const PRACTICES = "https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege";
const ELEMENTS = "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements";
const good = allow("glue:GetJob", JOB);

export const breadthRules: readonly Rule[] = [
  {
    code: "full-admin",
    title: "full administrator",
    severity: "security",
    what: "All actions on all resources. What else could be said of the statement is in that.",
    why: "Whoever has the policy, or runs code with its role, owns the account.",
    bad: allow("*", "*"),
    good,
    source: PRACTICES,
  },
  {
    code: "service-wildcard",
    title: "all actions of a service",
    severity: "security",
    what: "`glue:*` and the like in an Allow of an identity policy, whatever the resources.",
    why: "It holds deletes, resource policies and all actions that AWS will add.",
    bad: allow("glue:*", JOB),
    good,
    source: PRACTICES,
  },
  {
    code: "wildcard-resource",
    title: "action on every resource",
    severity: "security",
    what: "Actions that take ARNs on `*`, in an identity policy and without a condition that narrows the resources. Not: actions that take only `*` or for which AWS itself writes it, Describe actions, single reads beside the plural that shows the same, and what another security rule names.",
    why: "The statement reaches every bucket, table and key there is and will be.",
    bad: allow("s3:GetObject", "*"),
    good: allow("s3:GetObject", "arn:aws:s3:::raw-zone/*"),
    source: PRACTICES,
  },
  {
    code: "allow-not-action",
    title: "Allow with NotAction",
    severity: "security",
    what: "NotAction in a statement that allows. In a Deny it is fine.",
    why: "It allows everything that is not named, new services included.",
    bad: { policy: policyOf({ Effect: "Allow", NotAction: "iam:*", Resource: "*" }) },
    good,
    source: `${ELEMENTS}_notaction.html`,
    accessAnalyzer: "ALLOW_WITH_NOT_ACTION",
  },
  {
    code: "allow-not-resource",
    title: "Allow with NotResource",
    severity: "security",
    what: "NotResource in a statement that allows. In a Deny it is fine.",
    why: "It allows the actions on every resource that is not named, those of tomorrow included.",
    bad: { policy: policyOf({ Effect: "Allow", Action: "s3:GetObject", NotResource: "arn:aws:s3:::secret-zone/*" }) },
    good,
    source: `${ELEMENTS}_notresource.html`,
    accessAnalyzer: "ALLOW_WITH_NOT_RESOURCE",
  },
  {
    code: "write-on-read-only",
    title: "writing on what is only read",
    severity: "info",
    what: "Actions that write, on resources that are said to be only read (`--reads-only` or the config). Without that nothing is known of it.",
    why: "A role that reads a source and can also write it can destroy it.",
    bad: { ...allow(["s3:GetObject", "s3:PutObject"], "arn:aws:s3:::raw-zone/*"), readsOnly: ["s3://raw-zone"] },
    good: { ...allow("s3:GetObject", "arn:aws:s3:::raw-zone/*"), readsOnly: ["s3://raw-zone"] },
    source: PRACTICES,
  },
];
