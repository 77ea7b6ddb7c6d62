/** Who is let in: by the trust of a role, or by the policy of a resource. */

import { type Given, said } from "./given";
import { listOf } from "./list-of";
import { principalNames } from "./normalized-statement";
import { ANYONE, accountOfPrincipal, type PolicyEntry } from "./policy-entry";
import { limitsSubject } from "./sign-in";
import type { Escalation, EscalationCode, Layer, NamedDocument, PrincipalPolicies } from "./types";

/** The worst first. */
const ORDER: readonly EscalationCode[] = [
  "trust-opened-to-anyone",
  "trust-opened-to-account",
  "trust-opened-to-identity-provider",
  "opened-to-anyone",
  "opened-to-account",
];

/** Doors that open, one for each kind of guest. */
export function findExternalAccess(
  list: readonly Given[],
  account: string | undefined,
  before: PrincipalPolicies | undefined,
): readonly Escalation[] {
  const inside = new Set((before?.documents ?? []).flatMap(guestsOf));
  const found = list.flatMap((given) => {
    const { layer, principals, resources, was } = given;
    if (layer !== "trust" && layer !== "resource") return [];
    const own = account ?? accountOfResources(resources);
    const news = principals.filter((one) => was || one === ANYONE || !isInside(inside, layer, one, own));
    return externalAccessOf(given, news, own);
  });
  return found.sort((a, b) => ORDER.indexOf(a.code) - ORDER.indexOf(b.code));
}

/** Whom the statements of a document let in, each with the layer. */
function guestsOf({ document, layer }: NamedDocument): readonly string[] {
  const open = (document?.statements ?? []).filter(({ effect }) => effect?.value === "Allow");
  return open.flatMap(({ principals }) => (principalNames(principals) ?? []).map((name) => `${layer} ${name}`));
}

/** Also where all of another account was let in: its users and roles are part of it. */
function isInside(inside: ReadonlySet<string>, layer: Layer, principal: string, own: string | undefined): boolean {
  if (inside.has(`${layer} ${principal}`)) return true;
  const account = accountOfPrincipal(principal);
  return account !== undefined && own !== undefined && account !== own && inside.has(`${layer} AWS ${account}`);
}

/** The account in the ARNs, where all of them are in one. */
function accountOfResources(resources: readonly PolicyEntry[]): string | undefined {
  const accounts = new Set(resources.map(({ key }) => key.split(":", 6)[4]));
  const [only] = accounts;
  return accounts.size === 1 && only !== undefined && /^\d{12}$/.test(only) ? only : undefined;
}

function externalAccessOf(given: Given, principals: readonly string[], own: string | undefined): readonly Escalation[] {
  const { layer, conditions, from } = given;
  const isTrust = layer === "trust";
  const suffix = conditions.some((set) => set.length === 0) ? "" : ", under conditions";
  const found: Escalation[] = [];
  if (principals.includes(ANYONE)) {
    const code = isTrust ? "trust-opened-to-anyone" : "opened-to-anyone";
    found.push(said(code, `anyone in any account ${isTrust ? "may assume the role" : "is let in"}${suffix}`, from));
  }
  const others = principals.filter((one) => {
    const account = accountOfPrincipal(one);
    return account !== undefined && account !== own;
  });
  if (others.length > 0) {
    const does = isTrust ? "may assume the role" : others.length > 1 ? "are let in" : "is let in";
    const code = isTrust ? "trust-opened-to-account" : "opened-to-account";
    found.push(said(code, `${tellAccounts(others, own !== undefined)} ${does}${suffix}`, from, [others.map(nameOf)]));
  }
  const federated = isTrust ? principals.filter((one) => one.startsWith("Federated ")).map(nameOf) : [];
  return [...found, ...federated.map((name) => signIn(name, given, suffix))];
}

function signIn(name: string, { conditions, from }: Given, suffix: string): Escalation {
  const code = "trust-opened-to-identity-provider";
  if (conditions.every((set) => limitsSubject(name, set))) {
    return said(code, `who signs in with \`${name}\` may assume the role${suffix}`, from);
  }
  const message = `everyone whom \`${name}\` signs in may assume the role: no condition limits the subject`;
  return { ...said(code, message, from), severe: true };
}

function nameOf(principal: string): string {
  return principal.slice(principal.indexOf(" ") + 1);
}

/** `another account (222222222222)`, `other accounts (222222222222, 333333333333)`, with their roles and users. */
function tellAccounts(principals: readonly string[], isOwnKnown: boolean): string {
  const whole = principals.map(nameOf).filter((name) => /^\d{12}$/.test(name));
  const parts = principals.map(nameOf).filter((name) => !/^\d{12}$/.test(name));
  const ofParts = [...new Set(parts.map((name) => accountOfPrincipal(`AWS ${name}`) ?? ""))].sort();
  const told = [];
  if (whole.length > 0) told.push(tellNumbers(whole, isOwnKnown));
  if (parts.length > 0) told.push(`${listOf(parts)} of ${tellNumbers(ofParts, isOwnKnown)}`);
  return told.join(" and ");
}

/** So many are named. */
const MOST = 6;

function tellNumbers(accounts: readonly string[], isOwnKnown: boolean): string {
  const shown = accounts.slice(0, MOST).join(", ");
  const names = accounts.length > MOST ? `${shown} and ${accounts.length - MOST} more` : shown;
  if (!isOwnKnown) return `${accounts.length === 1 ? "account" : "accounts"} ${names}`;
  return accounts.length === 1 ? `another account (${names})` : `other accounts (${names})`;
}
