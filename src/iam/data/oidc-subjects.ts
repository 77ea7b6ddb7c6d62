/** Whether a trust in a provider of OpenID Connect says which of those who sign in there are meant. */
import { hasToken } from "../../text/tokens";
import { isPositive, type OperatorParts } from "../document/condition-operator";
import { isOpenSubject, oidcProvider } from "./oidc-providers";

/** A condition of a trust policy. */
export interface ClaimCondition extends OperatorParts {
  readonly key: string;
  readonly values: readonly string[];
}

/**
 * The issuer of a principal without `https://`; undefined for another kind of identity provider. Where only a plan can tell it,
 * the condition keys do, and it is empty if there are none.
 */
export function issuerOf(principal: string, keys: readonly string[]): string | undefined {
  const named = /:oidc-provider\/(.+)$/.exec(principal)?.[1];
  if (named !== undefined && !hasToken(named)) return named;
  if (/saml/i.test(principal)) return undefined;
  if (!hasToken(principal)) return /^[\w-]+(\.[\w-]+)+$/.test(principal) ? principal : undefined;
  return keys.flatMap((key) => /^([\w-]+(?:\.[\w-]+)+(?:\/[^:]*)?):[^:]+$/.exec(key)?.[1] ?? [])[0] ?? "";
}

/** The claim that a condition is about, in lower case; for a key that is none of the issuer, the whole key. */
export function claimOf(key: string, issuer: string): string {
  const name = key.toLowerCase();
  return name.startsWith(`${issuer.toLowerCase()}:`) ? name.slice(issuer.length + 1) : name;
}

/** Claims that say for whom a token is, and not whose it is. */
const NOT_WHO = ["aud", "amr", "iss", "oaud", "azp"];

/**
 * Whether a condition limits who signs in at an issuer. Every token has a subject, so `IfExists` takes nothing from a condition
 * on it.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_oidc_secure-by-default.html
 */
export function limitsSubject({ key, operator, set, ifExists, values }: ClaimCondition, issuer: string): boolean {
  if (!isPositive({ operator, set })) return false;
  const provider = oidcProvider(issuer);
  const claim = claimOf(key, issuer);
  const isLike = /like$/i.test(operator);
  if (claim === "sub") return !isLike || !values.some((value) => isOpenSubject(provider, value));
  if (ifExists || (isLike && values.some((value) => /^[*?]*$/.test(value)))) return false;
  if (claim.startsWith("aws:requesttag/")) return true;
  if (provider !== undefined) return provider.claims?.some((one) => one.toLowerCase() === claim) === true;
  return key.toLowerCase() !== claim && !NOT_WHO.includes(claim);
}
