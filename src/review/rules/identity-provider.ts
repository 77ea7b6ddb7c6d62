import { isList } from "../../json/json-value";
import { isUpdateOrReplacement } from "../../terraform/plan/actions";
import { jsonText } from "../../terraform/plan/json-text";
import { sameJson } from "../../terraform/plan/same-json";
import { join, say, words } from "../../text/message";
import { blocksDiffer, type Pair, pairAt, show, showPair } from "../field";
import { defineRule } from "../rule";
import { matchSettings, typesWithSettings } from "./resources/settings";

/** What says whom a provider of identities signs in, and whether a new one lets somebody in by itself. */
interface ProviderRow {
  readonly names: readonly string[];
  /** Whether a new one gives somebody an identity that may have permissions. @default false */
  readonly letsIn?: true;
}

const AZURE: ProviderRow = { names: ["issuer", "subject", "audience", "audiences"], letsIn: true };
const POOL = ["attribute_condition", "attribute_mapping", "aws", "oidc", "saml", "x509", "disabled"];

const ROWS: Readonly<Record<string, ProviderRow>> = {
  aws_iam_saml_provider: { names: ["saml_metadata_document"] },
  aws_iam_openid_connect_provider: { names: ["url", "client_id_list"] },
  aws_cognito_identity_provider: { names: ["provider_type", "provider_details", "attribute_mapping"], letsIn: true },
  aws_rolesanywhere_trust_anchor: { names: ["source", "enabled"], letsIn: true },
  aws_ssoadmin_trusted_token_issuer: { names: ["trusted_token_issuer_configuration"], letsIn: true },
  azuread_application_federated_identity_credential: AZURE,
  azuread_application_flexible_federated_identity_credential: {
    names: ["issuer", "audience", "claims_matching_expression"],
    letsIn: true,
  },
  azurerm_federated_identity_credential: AZURE,
  google_iam_workforce_pool_provider: { names: POOL },
  google_iam_workload_identity_pool_provider: { names: POOL, letsIn: true },
};

/** Reports providers of identities that sign in somebody else. */
export const identityProvider = defineRule({
  code: "identity-provider",
  section: "access",
  level: "attention",
  title: "somebody else may sign in",
  what: "A provider of identities (SAML, OIDC, workload identity, trust anchor) whose metadata, issuer, audience, subject or condition changes, and a new federated credential of Azure, trusted token issuer of IAM Identity Center, trust anchor, provider of a user pool or of a workload identity pool of Google Cloud.",
  why: "Whoever it signs in gets the roles that trust it, without a change of these roles.",
  bad: "`saml_metadata_document` of `aws_iam_saml_provider.okta` changes.",
  good: "`thumbprint_list` of `aws_iam_openid_connect_provider.github` changes: AWS checks certificates of well-known providers itself.",
  source: "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers.html",
  looksAt: "resource",
  types: [...Object.keys(ROWS), ...typesWithSettings("identity-provider")],
  check(change, facts) {
    const row = ROWS[change.type];
    if (row === undefined) return matchSettings(change, "identity-provider", facts);
    const { names, letsIn } = row;
    const pairs = names
      .map((name) => pairAt(change, [name]))
      .filter((pair) => blocksDiffer(pair) && !hasSameMembers(pair) && !closes(pair));
    const isNew = change.action === "create" && letsIn === true;
    if (pairs.length === 0 || !(isNew || isUpdateOrReplacement(change))) return [];
    const shown = pairs.map((pair) => {
      const isShort = [pair.before, pair.after].every(({ value }) => jsonText(value ?? null).length < SHORT);
      const name = String(pair.path[0]);
      if (isNew) return isShort ? say`${name} ${show(pair.after)}` : words(name);
      return isShort ? say`${name} ${showPair(pair)}` : say`${name} changes`;
    });
    return [{ message: isNew ? say`${words("a new one: ")}${join(shown, "; ")}` : join(shown, "; ") }];
  },
});

/** Whether a list of texts has the same members in another order. */
function hasSameMembers({ before, after }: Pair): boolean {
  if (after.unknown || !isList(before.value) || !isList(after.value)) return false;
  const [from, to] = [before.value, after.value].map((list) => list.map((item) => jsonText(item)).sort());
  return sameJson(from ?? [], to ?? []);
}

/** Whether the provider is turned off, so that it signs in nobody. */
function closes({ path: [name], after }: Pair): boolean {
  return (name === "enabled" && after.value === false) || (name === "disabled" && after.value === true);
}

/** Longer values, such as the metadata of SAML, are shown as lines below. */
const SHORT = 200;
