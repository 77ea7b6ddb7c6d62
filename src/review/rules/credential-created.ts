import type { ValuePath } from "../../json/json-value";
import { replaces } from "../../terraform/plan/actions";
import type { ResourceChange } from "../../terraform/plan/plan";
import { say, words } from "../../text/message";
import { differs, fieldAt, pairAt, show } from "../field";
import { defineRule, type RuleMatch } from "../rule";
import { matchSettings, typesWithSettings } from "./resources/settings";

/** Types that are a long-lived credential, and what each is. */
const CREDENTIALS: ReadonlyMap<string, string> = new Map([
  ["aws_iam_access_key", "an access key of a user"],
  ["aws_iam_user_login_profile", "a password of a user for the console"],
  ["aws_iam_service_specific_credential", "a password of a user for one service"],
  ["aws_iam_signing_certificate", "a signing certificate of a user"],
  ["aws_iam_user_ssh_key", "an SSH key of a user"],
  ["aws_lightsail_key_pair", "a key pair"],
  ["aws_appsync_api_key", "an API key"],
  ["aws_grafana_workspace_api_key", "an API key"],
  ["aws_grafana_workspace_service_account_token", "a token of a service account"],
  ["aws_lightsail_bucket_access_key", "an access key of a bucket"],
  ["aws_msk_scram_secret_association", "a password for a cluster"],
  ["aws_msk_single_scram_secret_association", "a password for a cluster"],
  ["aws_ssm_activation", "an activation code for machines"],
  ["aws_transfer_ssh_key", "an SSH key of a user"],
  ["google_service_account_key", "a key of a service account"],
  ["google_storage_hmac_key", "an HMAC key of a service account"],
  ["google_apikeys_key", "an API key"],
  ["azuread_application_password", "a client secret of an application"],
  ["azuread_application_certificate", "a certificate of an application"],
  ["azuread_service_principal_password", "a client secret of a service principal"],
  ["azuread_service_principal_certificate", "a certificate of a service principal"],
]);

const SECRETS = ["kubernetes_secret", "kubernetes_secret_v1"];

/** Reports a long-lived credential that is created. */
export const credentialCreated = defineRule({
  code: "credential-created",
  section: "access",
  level: "attention",
  title: "a credential, new or active again",
  what: "A new access key, a password for the console, a key of a service account, a client secret, or another credential that does not end by itself, and one that is made active again.",
  why: "Who holds it acts as its owner from anywhere, and its secret stands in the state.",
  bad: "`aws_iam_access_key.ci` is created.",
  good: "`aws_iam_access_key.ci` is destroyed.",
  source: "https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html",
  looksAt: "resource",
  types: [...new Set([...CREDENTIALS.keys(), ...SECRETS, ...typesWithSettings("credential-created")])],
  check(change, facts) {
    const { type, action } = change;
    if (SECRETS.includes(type)) return matchServiceAccountToken(change);
    const isMade = CREDENTIALS.has(type) && (action === "create" || replaces(action));
    if (!isMade) return matchSettings(change, "credential-created", facts);
    return [
      { message: words(`${CREDENTIALS.get(type) ?? "a credential"} is ${replaces(action) ? "made anew" : "new"}`) },
    ];
  },
});

/** @see https://kubernetes.io/docs/concepts/configuration/secret/#serviceaccount-token-secrets */
const ACCOUNT: ValuePath = ["metadata", 0, "annotations", "kubernetes.io/service-account.name"];

/** A secret in which Kubernetes writes a token of a service account that does not end. */
function matchServiceAccountToken(change: ResourceChange): readonly RuleMatch[] {
  const account = pairAt(change, ACCOUNT);
  const isToken = fieldAt(change.after, ["type"]).value === "kubernetes.io/service-account-token";
  if (!isToken || !differs(account)) return [];
  return [{ message: say`${words("a token of the service account")} ${show(account.after)} ${words("is new")}` }];
}
