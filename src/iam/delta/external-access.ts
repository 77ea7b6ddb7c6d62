/** Who gets access from outside: by the trust of a role, or by the policy of a resource. */

import { hasToken } from "../../text/tokens";
import { issuerOf, limitSubject } from "../data/oidc-subjects";
import { parseOperator } from "../document/condition-operator";
import type { Escalation, EscalationCode } from "./escalation";
import type { GainedAccess } from "./gained-access";
import { limitedTo } from "./limited-to";
import { principalNames } from "./normalized-statement";
import { ANYONE, accountOfPrincipal, type PolicyEntry } from "./policy-entry";
import type { AccessCondition, Layer, NamedDocument, PrincipalPolicies } from "./types";

/** The worst first. */
const ORDER: readonly EscalationCode[] = [
  "trust-opened-to-anyone",
  "trust-opened-to-account",
  "trust-opened-to-identity-provider",
  "opened-to-anyone",
  "opened-to-account",
];

/**
 * Access for principals outside of the account: one escalation for anyone, one for other accounts, one for each identity
 * provider.
 */
export function findExternalAccess(
  list: readonly GainedAccess[],
  account: string | undefined,
  before: PrincipalPolicies | undefined,
): readonly Escalation[] {
  const known = new Set((before?.documents ?? []).flatMap(principalsOf));
  const found = list.flatMap((given) => {
    const { layer, principals, resources, was } = given;
    if (layer !== "trust" && layer !== "resource") return [];
    const own = account ?? accountOfResources(resources);
    const isKnown = knownPrincipals(known, layer, own);
    return externalAccessOf(
      given,
      principals.filter((one) => was || one === ANYONE || !isKnown(one)),
      own,
    );
  });
  return found.sort((a, b) => ORDER.indexOf(a.code) - ORDER.indexOf(b.code));
}

/** Whom the statements of a document allow, each with the layer. */
function principalsOf({ document, layer }: NamedDocument): readonly string[] {
  const allowing = (document?.statements ?? []).filter(({ effect }) => effect?.value === "Allow");
  return allowing.flatMap(({ principals }) => (principalNames(principals) ?? []).map((name) => `${layer} ${name}`));
}

/** Tells whether a principal had access before, itself or by an account that had access as a whole. */
function knownPrincipals(
  known: ReadonlySet<string>,
  layer: Layer,
  own: string | undefined,
): (principal: string) => boolean {
  return (principal) => {
    if (known.has(`${layer} ${principal}`)) return true;
    const account = accountOfPrincipal(principal);
    return account !== undefined && own !== undefined && account !== own && known.has(`${layer} AWS ${account}`);
  };
}

/** The account in the ARNs, where all of them are in one. */
function accountOfResources(resources: readonly PolicyEntry[]): string | undefined {
  const accounts = new Set(resources.map(({ key }) => key.split(":", 6)[4]));
  const [only] = accounts;
  return accounts.size === 1 && only !== undefined && /^\d{12}$/.test(only) ? only : undefined;
}

function externalAccessOf(
  given: GainedAccess,
  principals: readonly string[],
  own: string | undefined,
): readonly Escalation[] {
  const { layer, conditions, from } = given;
  const isTrust = layer === "trust";
  const isConditional = conditions.every((set) => set.length > 0);
  const found: Escalation[] = [];
  const limit = principals.includes(ANYONE) ? limitedTo(conditions) : undefined;
  if (principals.includes(ANYONE) && (limit === undefined || limit.organizations.length > 0)) {
    const code = isTrust ? "trust-opened-to-anyone" : "opened-to-anyone";
    found.push({ code, isConditional, ...(limit && { organizations: limit.organizations }), from });
  }
  const named = [...principals, ...(limit?.names ?? []).map((name) => `AWS ${name}`)];
  const others = named.flatMap((principal) => {
    const account = accountOfPrincipal(principal);
    return account === undefined || account === own ? [] : [{ name: nameOf(principal), account }];
  });
  if (others.length > 0) {
    const code = isTrust ? "trust-opened-to-account" : "opened-to-account";
    const isOfEverybody = limit !== undefined && limit.names.length > 0;
    const isOwnAccountKnown = own !== undefined;
    found.push({
      code,
      principals: others,
      ...(isOfEverybody && { isOfEverybody }),
      isOwnAccountKnown,
      isConditional,
      from,
    });
  }
  const federated = isTrust ? principals.filter((one) => one.startsWith("Federated ")).map(nameOf) : [];
  return [...found, ...federated.map((provider) => signIn(provider, given, isConditional))];
}

function signIn(provider: string, { conditions, from }: GainedAccess, isConditional: boolean): Escalation {
  const opened = { code: "trust-opened-to-identity-provider", provider, isConditional, from } as const;
  return conditions.every((set) => saysWho(provider, set)) ? opened : { ...opened, severe: true };
}

/** Whether conditions say who may sign in at an OpenID Connect provider. True for other providers, and for a provider that is not known. */
function saysWho(provider: string, conditions: readonly AccessCondition[]): boolean {
  const keys = conditions.map(({ key }) => key);
  const issuer = issuerOf(provider, keys);
  if (issuer === undefined || issuer === "" || keys.some(hasToken)) return true;
  return limitSubject(
    conditions.map(({ operator, key, values }) => ({ ...parseOperator(operator), key, values })),
    issuer,
  );
}

function nameOf(principal: string): string {
  return principal.slice(principal.indexOf(" ") + 1);
}
