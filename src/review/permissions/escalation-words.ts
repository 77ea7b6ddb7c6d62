/** Sentences of escalations, and the whole of the lists that a sentence cuts. */
import type { AccountPrincipal, Escalation } from "../../iam/delta";
import type {
  DenyRemoved,
  OpenedToAccount,
  OpenedToAnyone,
  OpenedToIdentityProvider,
  PassesRole,
} from "../../iam/delta/escalation";
import { join, type Message, mergeWords, say, value, withBackticks, words } from "../../text/message";
import { shorten } from "../../text/shorten";
import { uniqueSorted } from "../../text/unique-sorted";
import { listed, ONLY_FUTURE, type Sentence, tellDeniedParts } from "./permission-words";

/** How many of a list a sentence names. */
const MOST = { names: 4, accounts: 6, denies: 3 };

/** The sentence of an escalation. */
export function tellEscalation(escalation: Escalation): Sentence {
  return { text: mergeWords(sentenceOf(escalation)), rest: listed("all of it", cutNames(escalation), 0) };
}

/** What a policy denied whose new version cannot be read. */
export function tellUnreadDenies(denies: DenyRemoved["denies"]): Message {
  const doubt = ({ actions, resources }: DenyRemoved["denies"][number]) =>
    say`${listNames(actions)}${resources.length > 0 ? say` on ${listNames(resources)}` : []}`;
  return say`it denied ${firstDenies(denies, doubt)}, and whether the new one does is not known`;
}

function sentenceOf(escalation: Escalation): Message {
  switch (escalation.code) {
    case "gains-everything": {
      const { allBut } = escalation;
      const but = allBut === undefined ? [] : say` except ${listNames(allBut)}`;
      return say`every action${but} on every resource is allowed now`;
    }
    case "trust-opened-to-anyone":
      return say`${tellAnyone(escalation)} may assume the role${conditionally(escalation)}`;
    case "opened-to-anyone":
      return say`${tellAnyone(escalation)} is let in${conditionally(escalation)}`;
    case "trust-opened-to-account":
    case "opened-to-account":
      return openedToAccount(escalation);
    case "trust-opened-to-identity-provider":
      return openedToProvider(escalation);
    case "pass-role-to-glue":
    case "pass-role":
      return passesRole(escalation);
    case "manages-permissions": {
      const { actions } = escalation;
      return say`${listNames(actions)} ${words(actions.length === 1 ? "changes" : "change")} who may do what`;
    }
    case "gains-wildcard-action": {
      const { actions, resources } = escalation;
      return say`${listNames(actions)} on ${listNames(resources)}: actions that AWS adds later are in it, too`;
    }
    case "gains-wildcard-resource": {
      const { actions, resources } = escalation;
      const on = resources === undefined ? words("every resource") : listNames(resources);
      return say`${listNames(actions)} ${isOrAre(actions)} allowed on ${on}`;
    }
    case "boundary-removed":
      return say`the permissions boundary ${escalation.boundary} is removed`;
    case "deny-removed":
      return firstDenies(escalation.denies, removedDeny);
  }
}

function tellAnyone({ organizations = [] }: OpenedToAnyone): Message {
  if (organizations.length === 0) return words("anyone in any account");
  return say`every account of ${words(organizations.length === 1 ? "the organization" : "the organizations")} ${listNames(organizations)}`;
}

function openedToAccount(escalation: OpenedToAccount): Message {
  const { code, principals, isOwnAccountKnown } = escalation;
  const verb = code === "trust-opened-to-account" ? words("may assume the role") : say`${isOrAre(principals)} let in`;
  const doubt = words(isOwnAccountKnown ? "" : "; the plan does not tell its own account, `--account` does");
  return say`${tellPrincipals(principals, isOwnAccountKnown)} ${verb}${conditionally(escalation)}${doubt}`;
}

/** `another account (222222222222) and role/x of another account (333333333333)` */
function tellPrincipals(principals: readonly AccountPrincipal[], isOwnKnown: boolean): Message {
  const whole = principals.filter(({ name, account }) => name === account).map(({ account }) => account);
  const parts = principals.filter(({ name, account }) => name !== account);
  const accounts = uniqueSorted(parts.map(({ account }) => account));
  const told = [
    ...(whole.length > 0 ? [tellAccounts(whole, isOwnKnown)] : []),
    ...(parts.length > 0
      ? [say`${listNames(parts.map(({ name }) => name))} of ${tellAccounts(accounts, isOwnKnown)}`]
      : []),
  ];
  return join(told, " and ");
}

/** Numbers of accounts are words: they are nothing but twelve digits. */
function tellAccounts(accounts: readonly string[], isOwnKnown: boolean): Message {
  const shown = accounts.slice(0, MOST.accounts).join(", ");
  const names = accounts.length > MOST.accounts ? `${shown} and ${accounts.length - MOST.accounts} more` : shown;
  if (!isOwnKnown) return words(`${accounts.length === 1 ? "account" : "accounts"} ${names}`);
  return words(accounts.length === 1 ? `another account (${names})` : `other accounts (${names})`);
}

function openedToProvider(escalation: OpenedToIdentityProvider): Message {
  const { provider, severe } = escalation;
  if (severe) return say`everyone whom ${provider} signs in may assume the role: no condition limits the subject`;
  return say`who signs in with ${provider} may assume the role${conditionally(escalation)}`;
}

function passesRole({ roles, services }: PassesRole): Message {
  const to = services === undefined ? words("any service, Glue included") : listNames(services);
  return say`${"iam:PassRole"} is allowed on ${listNames(roles)} for ${to}`;
}

/** The first Deny statements, and how many more there are. */
function firstDenies(denies: DenyRemoved["denies"], tell: (deny: DenyRemoved["denies"][number]) => Message): Message {
  const more = denies.length > MOST.denies ? `; and ${denies.length - MOST.denies} more` : "";
  return say`${join(denies.slice(0, MOST.denies).map(tell), "; ")}${words(more)}`;
}

function removedDeny(deny: DenyRemoved["denies"][number]): Message {
  const { actions, resources, layer, partly, onlyFuture, parts } = deny;
  const where = resources.length > 0 ? say` on ${listNames(resources)}` : [];
  const by = words(layer === "boundary" ? " by the boundary" : "");
  if (parts !== undefined) {
    return say`${listNames(actions)}${where} ${isOrAre(actions)} now denied${by} only ${tellDeniedParts(parts)}`;
  }
  const degree = words(partly ? "denied only in part now" : "denied no longer");
  const remark = words(onlyFuture ? ` (${ONLY_FUTURE.allowed})` : "");
  return say`${listNames(actions)}${where} ${isOrAre(actions)} ${degree}${by}${remark}`;
}

function conditionally({ isConditional }: { readonly isConditional: boolean }): Message {
  return words(isConditional ? ", under conditions" : "");
}

function isOrAre(subjects: readonly unknown[]): Message {
  return words(subjects.length === 1 ? "is" : "are");
}

/** `a`, `a and b`, `a, b, c and 3 more`; none that is longer than a line. */
function listNames(names: readonly string[]): Message {
  const isCut = names.length > MOST.names;
  const shown = names.slice(0, isCut ? MOST.names - 1 : MOST.names).map((name) => value(shorten(name)));
  if (isCut) return [...join(shown, ", "), ` and ${names.length - shown.length} more`];
  return shown.length < 2 ? shown.flat() : [...join(shown.slice(0, -1), ", "), " and ", ...shown.slice(-1).flat()];
}

/** All names of the lists that the sentence cuts. Each Deny that it leaves out is one text. */
function cutNames(escalation: Escalation): readonly string[] {
  const left =
    escalation.code === "deny-removed"
      ? escalation.denies.slice(MOST.denies).map((one) => withBackticks(removedDeny(one)))
      : [];
  const lists = listsOf(escalation).filter((list) => list.length > MOST.names);
  return [...left, ...lists.flat()];
}

function listsOf(escalation: Escalation): readonly (readonly string[])[] {
  switch (escalation.code) {
    case "gains-everything":
      return [escalation.allBut ?? []];
    case "trust-opened-to-account":
    case "opened-to-account":
      return [escalation.principals.map(({ name }) => name)];
    case "pass-role-to-glue":
    case "pass-role":
      return [escalation.roles, escalation.services ?? []];
    case "manages-permissions":
      return [escalation.actions];
    case "gains-wildcard-action":
    case "gains-wildcard-resource":
      return [escalation.actions, escalation.resources ?? []];
    case "deny-removed":
      return escalation.denies.flatMap(({ actions, resources }) => [actions, resources]);
    default:
      return [];
  }
}
