import type { ResourceChange } from "../../terraform/plan/plan";
import { join, listValues, say, words } from "../../text/message";
import { managesVault, vaultGains } from "../access/vault-policy";
import { differs, pairAt } from "../field";
import { defineRule, type RuleMatch } from "../rule";
import { changedAccess, changesMore, decidesByName, tellArguments, tellNamed } from "./resources/judged-by-name";

const VAULT_POLICY = "vault_policy";
const MOST_PATHS = 3;

/** What a policy of Vault gives and did not give; undefined if its text cannot be read. */
function matchVaultPolicy(change: ResourceChange): readonly RuleMatch[] | undefined {
  const { before, after } = pairAt(change, ["policy"]);
  const isNew = change.action === "create";
  if (typeof after.value !== "string" || after.secret || before.secret) return undefined;
  if (!isNew && (typeof before.value !== "string" || differs(pairAt(change, ["name"])))) return undefined;
  const gains = vaultGains(isNew ? "" : String(before.value), after.value);
  if (gains === undefined || (isNew && gains.length === 0)) return undefined;
  if (gains.length === 0) return [];
  const isManager = gains.some(managesVault);
  const sorted = [...gains].sort((a, b) => Number(managesVault(b)) - Number(managesVault(a)));
  const told = sorted
    .slice(0, MOST_PATHS)
    .map(({ path, capabilities }) => say`${path} ${words(capabilities.join(", "))}`);
  const more = gains.length > MOST_PATHS ? words(` and ${gains.length - MOST_PATHS} more paths`) : [];
  const title = isManager ? "changes who may do what in Vault" : "more is allowed in Vault";
  const lead = words(isManager ? "it may write policies, and so get everything: " : "it may now: ");
  return [{ message: say`${lead}${join(told, "; ")}${more}`, level: isManager ? "danger" : "attention", title }];
}

/** Reports what decides who may do what in a provider whose access the review does not compare. */
export const accessNotCompared = defineRule({
  code: "access-not-compared",
  section: "access",
  level: "attention",
  title: "access changes, and is not compared",
  what: "A role, permission, membership, token, policy or another resource that by its name decides who may do what, new or changed, of a provider whose access the review does not compare, in one row for each type; and what roles, users, groups and permission sets of awscc attach, and policies in resources of Cloud Control. What a new one says stands in the details. What by its names only takes away is not reported. Policies of Vault are compared; it is a danger if one lets its holder write policies.",
  why: "The review cannot tell whether it gives little or everything.",
  bad: '`okta_user_admin_roles.support` is new: `admin_roles` `["SUPER_ADMIN"]`.',
  good: "`description` of `vault_policy.ci` changes.",
  looksAt: "resource",
  types: "every",
  check(change) {
    const policy = change.type === VAULT_POLICY ? matchVaultPolicy(change) : undefined;
    if (policy !== undefined) return policy;
    if (decidesByName(change) !== "access") {
      const names = decidesByName(change) === undefined ? changedAccess(change) : [];
      if (names.length === 0) return [];
      return [{ message: say`${listValues(names, 4)}: read who may do more`, details: tellNamed(change, names) }];
    }
    if (!changesMore(change)) return [];
    return [{ message: words("it decides who may do what: read it"), details: tellArguments(change) }];
  },
});
