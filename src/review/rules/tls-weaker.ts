import type { Json, ValuePath } from "../../json/json-value";
import { isUpdateOrReplacement } from "../../terraform/plan/actions";
import { defineRule } from "../rule";
import { changedPairs } from "./resources/changed-pairs";
import { showSetting } from "./resources/risky-settings";
import { matchSettings } from "./resources/settings";
import { tlsRank } from "./resources/tls-versions";

/** Arguments of any type that set the oldest TLS that is accepted. */
const ARGUMENTS: readonly ValuePath[] = [
  ["ssl_policy"],
  ["security_policy"],
  ["security_policy_name"],
  ["min_tls_version"],
  ["minimal_tls_version"],
  ["tls_min_version"],
  ["site_config", 0, "min_tls_version"],
  ["minimum_tls_version"],
  ["tls_version"],
  ["viewer_certificate", 0, "minimum_protocol_version"],
  ["domain_name_configuration", 0, "security_policy"],
  ["domain_endpoint_options", 0, "tls_security_policy"],
  ["endpoint_options", 0, "tls_security_policy"],
  ["tls_config", 0, "security_policy"],
  ["site_config", 0, "minimum_tls_version"],
  ["site_config", 0, "scm_minimum_tls_version"],
  ["site_config", 0, "scm_min_tls_version"],
  ["cdn_managed_https", 0, "tls_version"],
  ["user_managed_https", 0, "tls_version"],
  ["ssl_minimal_tls_version_enforced"],
  ["ssl_policy", 0, "min_protocol_version"],
  ["ssl_policy", 0, "policy_name"],
  ["minimum_protocol_version"],
  ["tls", 0, "minimum_tls_version"],
  ["tls", 0, "minimum_version"],
];

/** A policy that is named after when it was made: `TransferSecurityPolicy-2024-01`. */
const DATED = /^(\w+?Policy)[\w-]*?-(20\d\d-\d\d)$/;

function isOlder(before: Json | undefined, after: Json | undefined): boolean {
  const [from, to] = [before, after].map((text) => DATED.exec(String(text ?? "")));
  return from?.[1] !== undefined && from[1] === to?.[1] && String(to[2]) < String(from[2]);
}

/** Reports TLS policies that accept older versions. */
export const tlsWeaker = defineRule({
  code: "tls-weaker",
  section: "safeguards",
  level: "attention",
  title: "older TLS is accepted",
  what: "A TLS policy or minimum version that is older than before, or that is removed or becomes one that the review does not know: load balancers, CloudFront, API Gateway, OpenSearch, Azure and Google.",
  why: "Old versions of TLS have known attacks.",
  bad: "`ssl_policy` ELBSecurityPolicy-TLS13-1-2-2021-06 → ELBSecurityPolicy-2016-08",
  good: "`min_tls_version` TLS1_0 → TLS1_2",
  source: "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/describe-ssl-policies.html",
  looksAt: "resource",
  types: "every",
  check(change, facts) {
    if (!isUpdateOrReplacement(change)) return [];
    const older = changedPairs(change, ARGUMENTS)
      .filter(({ before, after }) => {
        const [from, to] = [tlsRank(before.value), tlsRank(after.value)];
        if (from === undefined) return isOlder(before.value, after.value);
        if (after.unknown) return change.action === "update";
        return after.value === undefined || (to !== undefined && to < from);
      })
      .map((pair) => ({ message: showSetting(pair) }));
    return [...older, ...matchSettings(change, "tls-weaker", facts)];
  },
});
