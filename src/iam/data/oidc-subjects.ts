/** Whether a trust in a provider of OpenID Connect says which of those who sign in there are meant. */
import { hasToken, splitOutside } from "../../text/tokens";
import { isPositive, type OperatorParts } from "../document/condition-operator";
import { isOpenSubject, oidcProvider } from "./oidc-providers";

/** A condition of a trust policy. */
export interface ClaimCondition extends OperatorParts {
  readonly key: string;
  readonly values: readonly string[];
}

/**
 * The issuer of a principal without `https://`; undefined for another kind of identity provider. Where only a plan can tell it,
 * the condition keys do, the names in the expression, and what the subjects are like; it is empty if none of them does.
 */
export function issuerOf(
  principal: string,
  keys: readonly string[],
  values: readonly string[] = [],
): string | undefined {
  // In an expression, as one branch of a condition, more stands behind it.
  const named = /:oidc-provider\/([^"'{}\s]+)$/.exec(principal)?.[1];
  if (named !== undefined && !hasToken(named)) return named;
  if (/saml/i.test(principal)) return undefined;
  if (!hasToken(principal)) return /^[\w-]+(\.[\w-]+)+$/.test(principal) ? principal : undefined;
  const ofKey = keys.flatMap((key) => /^([\w-]+(?:\.[\w-]+)+(?:\/[^:]*)?):[^:]+$/.exec(key)?.[1] ?? [])[0];
  return ofKey ?? issuerMeant(principal, values) ?? "";
}

/** Issuers, how expressions of Terraform that stand for one name it, and how subjects of it begin. */
const MEANT: readonly (readonly [issuer: string, name: RegExp, subject: RegExp])[] = [
  ["oidc.eks.REGION.amazonaws.com/id/ID", /(?<![a-z])eks(?![a-z])/i, /^system:serviceaccount:/],
  ["token.actions.githubusercontent.com", /(?<![a-z])github(?![a-z])/i, /^repo:/],
  ["gitlab.com", /(?<![a-z])gitlab(?![a-z])/i, /^project_path:/],
];

function issuerMeant(principal: string, values: readonly string[]): string | undefined {
  const bySubject = MEANT.find(([, , subject]) => values.some((value) => subject.test(value)));
  return (bySubject ?? MEANT.find(([, name]) => name.test(principal)))?.[0];
}

/**
 * The claim of a key whose issuer only a plan knows: `sub` of `${local.issuer}:sub`. Empty if not even the claim is known; undefined for
 * a key that is known as a whole.
 */
export function claimOfUnknown(key: string): string | undefined {
  if (!hasToken(key)) return undefined;
  const parts = splitOutside(key, ":", Number.POSITIVE_INFINITY);
  const [claim = ""] = parts.slice(1).slice(-1);
  return hasToken(claim) ? "" : claim.toLowerCase();
}

/** The claim that a condition is about, in lower case; for a key that is none of the issuer, the whole key. */
export function claimOf(key: string, issuer: string): string {
  const name = key.toLowerCase();
  return name.startsWith(`${issuer.toLowerCase()}:`) ? name.slice(issuer.length + 1) : name;
}

/** Claims that say for whom a token is, and not whose it is. */
const NOT_WHO = ["aud", "amr", "iss", "oaud", "azp"];

/**
 * Whether one of the conditions of a statement limits who signs in at an issuer. All operators on a claim hold together: what demands
 * that the claim is there closes the hole of `ForAllValues`, which also holds for a token without it.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_multi-value-conditions.html
 */
export function limitSubject(conditions: readonly ClaimCondition[], issuer: string): boolean {
  return conditions.some((condition) => {
    if (condition.set !== "ForAllValues") return limitsSubject(condition, issuer);
    const { set: _, ...whole } = condition;
    return isDemanded(condition, conditions) && limitsSubject(whole, issuer);
  });
}

/** Whether another condition on the same claim holds only for a token that has it. */
function isDemanded({ key }: ClaimCondition, conditions: readonly ClaimCondition[]): boolean {
  return conditions.some((other) => {
    if (other.key.toLowerCase() !== key.toLowerCase()) return false;
    if (other.operator === "Null") return other.values.every((value) => value.toLowerCase() === "false");
    return isPositive(other) && !other.ifExists;
  });
}

/**
 * Whether a condition limits who signs in at an issuer. Every token has a subject, so `IfExists` takes nothing from a condition
 * on it.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_oidc_secure-by-default.html
 */
function limitsSubject({ key, operator, set, ifExists, values }: ClaimCondition, issuer: string): boolean {
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
