/** Types that hold nothing by their names. Types of the tables do not come here, so a name may have exceptions there. */
import type { Loss } from "./loss";

const empty = (lost: string): Loss => ({ kind: "empty", level: "note", lost });

const LINK = empty("it only links things that stay");
const POLICY = empty("it is only a policy, which is in the configuration");
const GRANT = empty("it only grants access");
const RULE = empty("it is only a rule, which is in the configuration");
const SETTING = empty("it is only a setting of something that stays");
const SIGNAL = empty("it only watches or counts");
const DEFINITION = empty("it is only a definition, which is in the configuration");

/** The provider's `*_exclusive` types only remove what is not in the configuration; to destroy one changes nothing in AWS. */
const FORGOTTEN = empty("Terraform only forgets it");

type NameRow = readonly [name: RegExp, loss: Loss];

const AWS_NAMES: readonly NameRow[] = [
  [/_exclusive$/, FORGOTTEN],
  [/_attachment$/, LINK],
  [/_(?:association|association_proposal|membership|member|assignment)$/, LINK],
  [/_policy$/, POLICY],
  [/_(?:permissions?|allowed_principal|authorization)$/, GRANT],
  [/_(?:rule|rule_group)$/, RULE],
  [/^aws_(?:waf|wafregional|wafv2)_/, RULE],
  [/_(?:configurations?|config|settings|options|preferences|defaults|logging|tag)$/, SETTING],
  [/_(?:parameter_group|subnet_group|option_group)$/, SETTING],
  [/_(?:alarm|notifications?|subscription)$/, SIGNAL],
  [/_(?:template|definition|dashboard)$/, DEFINITION],
];

const AZURE_NAMES: readonly NameRow[] = [
  [/^azurerm_data_factory_(?:custom_dataset|dataset_|linked_(?:custom_)?service)/, DEFINITION],
  [/_role_definition$/, DEFINITION],
  [/_(?:role|principal|access_policy)_assignment$/, GRANT],
  [/_customer_managed_key$/, SETTING],
  [/_(?:firewall|virtual_network)_rule$/, RULE],
];

const GOOGLE_NAMES: readonly NameRow[] = [[/_iam_(?:member|binding|policy|audit_config)$/, GRANT]];

/** What a name tells, by the provider's part of it. */
const NAMES: readonly (readonly [prefix: string, names: readonly NameRow[]])[] = [
  ["aws_", AWS_NAMES],
  ["azurerm_", AZURE_NAMES],
  ["google_", GOOGLE_NAMES],
];

/** Providers of which every resource is only a value in the state, or a file beside the configuration. */
const EMPTY_PROVIDERS = /\/(?:null|random|time|tls|local|archive|external|http|cloudinit|template|terraform)$/;

const STATE = empty("it is only a value in the state");

/** Why a type holds nothing, by its name or its provider; undefined if they do not tell. */
export function lossByName(type: string, provider: string): Loss | undefined {
  if (type === "terraform_data" || EMPTY_PROVIDERS.test(provider)) return STATE;
  const names = NAMES.find(([prefix]) => type.startsWith(prefix))?.[1];
  return names?.find(([name]) => name.test(type))?.[1];
}
