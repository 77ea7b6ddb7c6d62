/** What of a delta a person has to look at, in words: ways to more permissions, and doors that open. */
import { findAction } from "../authorization";
import { membersOf } from "./action-names";
import { ANYONE, type Atom, accountOfPrincipal, atomCovers, atomOf } from "./atom";
import { principalNames } from "./clause";
import { sortOrigins, unique } from "./gather";
import { listOf } from "./list-of";
import { permissionActions } from "./permission-actions";
import type {
  Access,
  Delta,
  Escalation,
  EscalationCode,
  Layer,
  NamedDocument,
  Origin,
  PrincipalPolicies,
} from "./types";

export interface EscalationOptions {
  /** The account of the plan, twelve digits. @default not known: then every account may be another one */
  readonly account?: string;
  /** What was there before: who was let in then is not let in now, whatever else it gains. @default not known */
  readonly before?: PrincipalPolicies;
}

/** Something that is allowed and was not. */
interface Given {
  readonly layer: Layer;
  readonly actions: readonly Atom[];
  /** Wildcards that bring the actions. */
  readonly wildcards: readonly Atom[];
  /** What is new; where conditions changed, all of it. */
  readonly resources: readonly Atom[];
  readonly principals: readonly string[];
  /** One of these sets of conditions has to hold. */
  readonly conditions: readonly (readonly string[])[];
  readonly from: readonly Origin[];
  /** It was allowed before, under other conditions. */
  readonly was: boolean;
}

/** The escalations of a delta, the worst first. */
export function escalationsOf(delta: Delta, options: EscalationOptions = {}): readonly Escalation[] {
  const given = givenBy(delta);
  const mine = given.filter(({ layer }) => layer === "identity");
  const rest = mine.filter((one) => !isAll(one));
  return [
    ...everything(mine),
    ...doors(given, options),
    ...passRole(rest),
    ...managing(rest),
    ...wildcardActions(rest),
    ...wildcardResources(rest),
    ...boundary(delta),
    ...removedDenies(delta),
  ];
}

function givenBy({ gained, rescoped, conditions }: Delta): readonly Given[] {
  return [
    ...gained.map((access) => given(access, access.resources, [access.conditions], false)),
    ...rescoped
      .filter(({ direction }) => direction !== "narrower")
      .map((change) => given(change, change.after, [change.conditions], false)),
    ...conditions
      .filter(({ direction }) => direction !== "added")
      .map((change) => given(change, change.resources, change.after, true)),
  ];
}

function given(
  { layer, actions, wildcards, principals, from }: Omit<Access, "resources" | "conditions">,
  resources: readonly string[],
  conditions: Given["conditions"],
  was: boolean,
): Given {
  return {
    layer,
    actions: actions.map((text) => atomOf("action", text)),
    wildcards: wildcards.map((text) => atomOf("action", text)),
    resources: resources.map((text) => atomOf("resource", text)),
    principals,
    conditions,
    from,
    was,
  };
}

function isAll({ actions, resources }: Given): boolean {
  return actions.some(({ everything }) => everything) && resources.some(({ everything }) => everything);
}

function everything(list: readonly Given[]): readonly Escalation[] {
  return list
    .filter(isAll)
    .map(({ from }) => said("gains-everything", "every action on every resource is allowed now", from));
}

/** Who is let in: by the trust of a role, or by the policy of a resource. */
function doors(list: readonly Given[], { account, before }: EscalationOptions): readonly Escalation[] {
  const inside = new Set((before?.documents ?? []).flatMap(guestsOf));
  const found = list.flatMap(({ layer, resources, principals, conditions, from, was }) => {
    if (layer !== "trust" && layer !== "resource") return [];
    const own = account ?? accountOfResources(resources);
    const suffix = conditions.some((set) => set.length === 0) ? "" : ", under conditions";
    return principals.flatMap((principal) => {
      const door = doorOf(layer, principal, own);
      if (door === undefined) return [];
      if (!was && principal !== ANYONE && isInside(inside, layer, principal, own)) return [];
      return [said(door.code, `${door.words}${suffix}`, from)];
    });
  });
  return found.sort((a, b) => doorOrder.indexOf(a.code) - doorOrder.indexOf(b.code));
}

/** Also where all of another account was let in: its users and roles are part of it. */
function isInside(inside: ReadonlySet<string>, layer: Layer, principal: string, own: string | undefined): boolean {
  if (inside.has(`${layer} ${principal}`)) return true;
  const account = accountOfPrincipal(principal);
  return account !== undefined && own !== undefined && account !== own && inside.has(`${layer} AWS ${account}`);
}

/** Whom the statements of a document let in, each with the layer. */
function guestsOf({ document, layer }: NamedDocument): readonly string[] {
  const open = (document?.statements ?? []).filter(({ effect }) => effect?.value === "Allow");
  return open.flatMap(({ principals }) => (principalNames(principals) ?? []).map((name) => `${layer} ${name}`));
}

/** The account in the ARNs, where all of them are in one. */
function accountOfResources(resources: readonly Atom[]): string | undefined {
  const accounts = new Set(resources.map(({ key }) => key.split(":", 6)[4]));
  const [only] = accounts;
  return accounts.size === 1 && only !== undefined && /^\d{12}$/.test(only) ? only : undefined;
}

const doorOrder: readonly EscalationCode[] = [
  "trust-opened-to-anyone",
  "trust-opened-to-account",
  "trust-opened-to-identity-provider",
  "opened-to-anyone",
  "opened-to-account",
];

function doorOf(
  layer: Layer,
  principal: string,
  own: string | undefined,
): { readonly code: EscalationCode; readonly words: string } | undefined {
  const [kind, name] = principal.split(/ (.*)/s) as [string, string];
  const what = layer === "trust" ? "may assume the role" : "is let in";
  if (principal === ANYONE) {
    return {
      code: layer === "trust" ? "trust-opened-to-anyone" : "opened-to-anyone",
      words: `anyone in any account ${what}`,
    };
  }
  if (kind === "Federated" && layer === "trust") {
    return { code: "trust-opened-to-identity-provider", words: `who signs in with \`${name}\` ${what}` };
  }
  const account = kind === "AWS" ? accountOf(name) : undefined;
  if (account === undefined || account === own) return undefined;
  const whose = own === undefined ? `account ${account}` : `another account (${account})`;
  const who = name === account ? whose : `\`${name}\` of ${whose}`;
  return {
    code: layer === "trust" ? "trust-opened-to-account" : "opened-to-account",
    words: `${who} ${what}`,
  };
}

function accountOf(name: string): string | undefined {
  return /^(\d{12})$/.exec(name)?.[1] ?? /^arn:[^:]*:(?:iam|sts)::(\d{12}):/.exec(name)?.[1];
}

const PASS_ROLE = atomOf("action", "iam:PassRole");
const SERVICE = "iam:passedtoservice";
const GLUE = /^(glue|databrew)\.amazonaws\.com/;

function passRole(list: readonly Given[]): readonly Escalation[] {
  return list.flatMap(({ actions, resources, conditions, from }) => {
    if (!actions.some((action) => atomCovers(action, PASS_ROLE))) return [];
    const roles = listOf(resources.map(({ text }) => text));
    const services = conditions.map(passedTo);
    if (services.some((set) => set === undefined)) {
      return [
        said("pass-role-to-glue", `\`iam:PassRole\` is allowed on ${roles} for any service, Glue included`, from),
      ];
    }
    const named = [...new Set(services.flatMap((set) => set ?? []))].sort();
    const toGlue = named.some((name) => GLUE.test(name) || /[*?$]/.test(name));
    const message = `\`iam:PassRole\` is allowed on ${roles} for ${listOf(named)}`;
    return [said(toGlue ? "pass-role-to-glue" : "pass-role", message, from)];
  });
}

/** The services of a condition that has to hold; undefined where there is none. */
function passedTo(conditions: readonly string[]): readonly string[] | undefined {
  const found = conditions.flatMap((text) => {
    const [, operator = "", key, values = "[]"] = /^(\S+) (\S+) (.*)$/s.exec(text) ?? [];
    const holds = key === SERVICE && /^(For\w+:)?String(Equals|Like|EqualsIgnoreCase)$/.test(operator);
    return holds ? [JSON.parse(values) as readonly string[]] : [];
  });
  return found[0];
}

function managing(list: readonly Given[]): readonly Escalation[] {
  return list.flatMap(({ actions, from }) => {
    const found = permissionActions.filter((name) => {
      const one = atomOf("action", name);
      return actions.some((action) => !action.everything && atomCovers(action, one));
    });
    if (found.length === 0) return [];
    const verb = found.length === 1 ? "changes" : "change";
    return [said("manages-permissions", `${listOf(found)} ${verb} who may do what`, from)];
  });
}

function wildcardActions(list: readonly Given[]): readonly Escalation[] {
  return list.flatMap(({ actions, wildcards, resources, from }) => {
    const wide = unique(
      [...actions, ...wildcards].filter(({ key }) => /^\*|^[^:]+:\*$/.test(key)).map(({ text }) => text),
    );
    if (wide.length === 0) return [];
    const where = listOf(resources.map(({ text }) => text));
    return [
      said("gains-wildcard-action", `${listOf(wide)} on ${where}: actions that AWS adds later are in it, too`, from),
    ];
  });
}

/** One for all: what can be passed or managed is told by itself. */
function wildcardResources(list: readonly Given[]): readonly Escalation[] {
  const wide = list.filter(({ resources }) => resources.some(({ everything }) => everything));
  const found = wide.map(({ actions, from }) => ({ names: actions.filter(takesArns).map(({ text }) => text), from }));
  const names = unique(found.flatMap((one) => one.names)).filter((name) => name !== PASS_ROLE.text);
  if (names.length === 0) return [];
  const from = sortOrigins(found.filter((one) => one.names.length > 0).flatMap((one) => one.from));
  const message = `${listOf(names)} ${names.length === 1 ? "is" : "are"} allowed on every resource`;
  return [said("gains-wildcard-resource", message, from)];
}

/** Whether `*` is more than the action needs: it works on things that have ARNs, and AWS does not write `*` itself. */
function takesArns(action: Atom): boolean {
  if (action.everything || mayMeetNoService(action)) return true;
  const names = action.plain ? [action.key] : membersOf(action.key);
  return names.some((name) => {
    const info = findAction(name);
    if (info === undefined) return false;
    return info.onlyWildcard === false && !info.wildcardIsFine && info.resourceTypes.length > 0;
  });
}

function mayMeetNoService({ key }: Atom): boolean {
  return /^[^:]*[*?]/.test(key);
}

function boundary({ boundary: change }: Delta): readonly Escalation[] {
  if (change?.direction !== "removed") return [];
  return [said("boundary-removed", `the permissions boundary \`${change.before}\` is removed`, [])];
}

function removedDenies({ denies }: Delta): readonly Escalation[] {
  return denies
    .filter(({ direction }) => direction === "removed")
    .map(({ actions, resources, from }) => {
      const where = resources.length > 0 ? ` on ${listOf(resources)}` : "";
      return said("deny-removed", `${listOf(actions)}${where} is denied no longer`, from);
    });
}

function said(code: EscalationCode, message: string, from: readonly Origin[]): Escalation {
  return { code, message, from };
}
