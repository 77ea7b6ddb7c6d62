/** Rules of trust policies and resource policies. */
import type { Rule } from "../rule";
import { trust } from "./examples";

const PRINCIPAL = "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html";
const good = trust();

export const principalRules: readonly Rule[] = [
  {
    code: "invalid-principal",
    title: "invalid principal",
    severity: "error",
    what: "Principals that AWS refuses or that do not exist: kinds and forms it does not know, wildcards in ARNs, groups, service principals of the Glue family other than glue and databrew; a trust policy without a principal or with NotPrincipal; an identity policy with one; an identity provider with sts:AssumeRole.",
    why: "AWS refuses the policy, or nobody can assume the role.",
    bad: trust({ Principal: { Service: "crawler.glue.amazonaws.com" } }),
    good,
    source: PRINCIPAL,
    accessAnalyzer: "INVALID_SERVICE_PRINCIPAL_FORMAT",
  },
  {
    code: "resource-in-trust",
    title: "Resource in a trust policy",
    severity: "error",
    what: "Resource or NotResource in a trust policy.",
    why: "AWS refuses it: the role is the resource.",
    bad: trust({ Resource: "*" }),
    good,
    source: "https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html",
    accessAnalyzer: "ROLE_TRUST_POLICY_SYNTAX_ERROR_RESOURCE",
  },
  {
    code: "trust-account-mismatch",
    title: "accounts do not agree",
    severity: "error",
    what: "aws:SourceAccount and aws:SourceArn with different accounts, and a source account other than that of the role where that is known. Having neither is no finding.",
    why: "No request fulfils both, so nobody can assume the role.",
    bad: trust({
      Condition: {
        StringEquals: { "aws:SourceAccount": "111111111111" },
        ArnLike: { "aws:SourceArn": "arn:aws:glue:us-east-1:222222222222:job/orders" },
      },
    }),
    good: trust({
      Condition: {
        StringEquals: { "aws:SourceAccount": "111111111111" },
        ArnLike: { "aws:SourceArn": "arn:aws:glue:us-east-1:111111111111:job/orders" },
      },
    }),
    source: "https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html",
  },
  {
    code: "open-trust",
    title: "anybody may come in",
    severity: "security",
    what: "A trust policy or a policy of the Data Catalog for `*` without a condition that says who, and Allow with NotPrincipal in a resource policy. A condition that anybody fits, or that holds without its key, says nothing.",
    why: "Every account of AWS can use the role and all it may do, or the catalog.",
    bad: trust({ Principal: { AWS: "*" } }),
    good,
    source: PRINCIPAL,
  },
];
