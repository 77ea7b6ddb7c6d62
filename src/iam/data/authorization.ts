/**
 * What AWS's authorization data says of services, actions, types of resources and condition keys, with our overrides
 * merged in. Names are found whatever their case and come back as AWS spells them.
 */
import { checkArgument } from "../../text/check-argument";
import { Memo, memoizeByObject } from "../../text/memo";
import { intersects, isPlain, literal, pattern } from "../document/pattern";
import { allServices, serviceData } from "./authorization-data";
import { type DataOrigin, dataSource, snapshot } from "./data-source";
import { findGlobalKey, isKeyOf, type KeyType } from "./global-keys";
import { alsoAccepted, extraActions, extraKeys, extraTypes, type Override, overrides } from "./overrides";
import type { ActionData, AwsResourceType } from "./service-data";
import { unlistedArns } from "./unlisted-arns";

export { allServices } from "./authorization-data";
export type { KeyType } from "./global-keys";
export type { AccessLevel, AwsResourceType, TypeUse } from "./service-data";

/**
 * An action. `resourceTypes` is the data as it is; what follows it is the data and the overrides together, all of it
 * names of types, and what a compiler or a linter should go by.
 */
export class ActionInfo implements ActionData {
  readonly service: string;
  /** As AWS spells it: `GetTable`. */
  readonly name: string;
  /** `glue:GetTable`. */
  readonly id: string;
  /** The same where AWS's own sources differ: only for those who ask. */
  readonly childrenOnRequest: readonly string[];
  /** Where there are no ARNs: the resource that AWS checks all the same; what covers it is as good as `*`. */
  readonly checkedOn?: string;
  /** AWS itself writes `*` here although there are ARNs. */
  readonly wildcardIsFine: boolean;
  /** The call names a resource only where it has one of its own; without one AWS checks `*`. */
  readonly arnIsOptional: boolean;
  /** Actions that somebody who deploys needs as well. */
  readonly companions: readonly string[];
  /** Where an override was merged in: why. */
  readonly evidence?: string;
  readonly #data: ActionData;
  readonly #override: Override | undefined;
  #types: TypesOfAction | undefined;

  constructor(data: ActionData, row: Override | undefined) {
    const { service, name } = data;
    this.service = service;
    this.name = name;
    this.id = `${service}:${name}`;
    this.childrenOnRequest = row?.childrenOnRequest ?? NONE;
    this.checkedOn = row?.checkedOn;
    this.wildcardIsFine = row?.wildcardIsFine ?? false;
    this.arnIsOptional = row?.arnIsOptional ?? false;
    this.companions = row?.companions ?? NONE;
    if (row !== undefined) this.evidence = row.evidence;
    this.#data = data;
    this.#override = row;
  }

  get access(): ActionData["access"] {
    return this.#data.access;
  }

  /** Actions that the caller needs as well: `iam:PassRole`. */
  get dependentActions(): readonly string[] {
    return this.#data.dependentActions;
  }

  get resourceTypes(): ActionData["resourceTypes"] {
    return this.#data.resourceTypes;
  }

  /** Keys of the action, whatever its resource. */
  get conditionKeys(): readonly string[] {
    const besides = this.#override?.conditionKeys;
    return besides === undefined ? this.#data.conditionKeys : [...this.#data.conditionKeys, ...besides];
  }

  /**
   * Types that a policy of least privilege names, those above and below included. Empty where nothing is certain: then
   * it is those of `anyOf` that are meant, or `*`.
   */
  get grant(): readonly string[] {
    return this.#typesOfAction().grant;
  }

  /** Types that must all be named, or the action fails; children are not among them. */
  get requires(): readonly string[] {
    return this.#typesOfAction().requires;
  }

  /** Types that should be named: a warning where one is missing. */
  get wants(): readonly string[] {
    return this.#override?.wants ?? NONE;
  }

  /** All types that may be named; an ARN of another type does nothing for this action. */
  get accepts(): readonly string[] {
    return this.#typesOfAction().accepts;
  }

  /** Where nothing is required: types of which at least one must be named. */
  get anyOf(): readonly string[] {
    return this.#typesOfAction().anyOf;
  }

  /** Types below the resource that a delete needs as well: an error where one is missing. */
  get children(): readonly string[] {
    return this.#override?.children ?? NONE;
  }

  /** The action has no ARNs, only `*`; how bad it is to name one. */
  get onlyWildcard(): "error" | "warning" | false {
    return this.#typesOfAction().onlyWildcard;
  }

  /** Many actions are asked for their access alone: what follows from their types is worked out when it is needed. */
  #typesOfAction(): TypesOfAction {
    this.#types ??= typesOfAction(this.id, this.#data, this.#override);
    return this.#types;
  }
}

type TypesOfAction = Pick<ActionInfo, "grant" | "requires" | "accepts" | "anyOf" | "onlyWildcard">;

function typesOfAction(id: string, { service, resourceTypes }: ActionData, row: Override | undefined): TypesOfAction {
  const { children = NONE, wants = NONE } = row ?? {};
  const listed: string[] = [];
  const required: string[] = [];
  const besides: string[] = [];
  for (const use of resourceTypes) {
    listed.push(use.name);
    if (use.required && !children.includes(use.name) && !wants.includes(use.name)) required.push(use.name);
    const also = alsoAccepted[`${service}:${use.name}`];
    if (also !== undefined) besides.push(also);
  }
  const requires = row?.requires ?? required;
  const accepts = unique(
    row === undefined && besides.length === 0 ? listed : [...listed, ...besides, ...(row?.accepts ?? NONE)],
  );
  const onlyWildcard = row?.onlyWildcard ?? (listed.length > 0 ? false : unlistedArns.has(id) ? "warning" : "error");
  return {
    requires,
    grant: row?.grant ?? unique(row === undefined ? required : [...requires, ...wants, ...children]),
    accepts,
    onlyWildcard,
    anyOf: requires.length === 0 && onlyWildcard === false ? accepts : NONE,
  };
}

/** A condition key. */
export interface ConditionKey {
  /** As AWS spells it: `aws:ResourceTag/${TagKey}`. */
  readonly name: string;
  readonly type: KeyType | "";
  /** A request has several values: the operator needs `ForAllValues` or `ForAnyValue`. Absent where the data does not say it. */
  readonly multivalued?: boolean;
  /** Holds in every service. */
  readonly global: boolean;
  /** A global key that holds only where the action or the type of its resource lists it. */
  readonly perService: boolean;
}

const NONE: readonly string[] = [];
/** By name, in lower case and as it is written; AWS has about 20,000. */
const infos = new Memo<string, ActionInfo | undefined>(100_000, 256);
const overrideOf = new Map<string, Override>(
  overrides.flatMap((row) => row.actions.map((action) => [action.toLowerCase(), row] as const)),
);
const spellings = new Memo<string, ReadonlyMap<string, string> | undefined>(2048, 128);

/** Whether AWS has a service of a prefix, in any case of letters. */
export function isService(prefix: string): boolean {
  checkArgument(prefix, "text", "isService(prefix)");
  return dataSource().has(prefix.toLowerCase());
}

/** An action: `glue:GetTable`. */
export function findAction(text: string): ActionInfo | undefined {
  return infos.get(text, readAction);
}

function readAction(text: string): ActionInfo | undefined {
  checkArgument(text, "text", "findAction(text)");
  const id = text.toLowerCase();
  if (id !== text) return infos.get(id, readAction);
  const [service, name] = halves(id);
  const data = name === undefined ? undefined : serviceData(service)?.action(name);
  return data === undefined ? undefined : new ActionInfo(data, overrideOf.get(id));
}

/** An action of any service as AWS spells it, or undefined where there is none of the name. */
export function actionName(text: string): string | undefined {
  checkArgument(text, "text", "actionName(text)");
  const [service, name] = halves(text.toLowerCase());
  if (name === undefined) return undefined;
  const found = spellingsOf(service)?.get(name);
  return found === undefined ? extras.get(`${service}:${name}`) : `${service}:${found}`;
}

const extras = new Map(Object.keys(extraActions).map((id) => [id.toLowerCase(), id]));
const keysBesides = new Map(Object.entries(extraKeys).map(([name, key]) => [name.toLowerCase(), { name, ...key }]));

/** All actions that a pattern allows, of all services, as AWS spells them: `glue:*Table`, `s3:Get*`, `*`. */
export function actionsMatching(text: string): readonly string[] {
  checkArgument(text, "text", "actionsMatching(text)");
  const [service, name] = text === "*" ? ["*", "*"] : halves(text.toLowerCase());
  if (name === undefined) return [];
  const services = pattern(service);
  const candidates = isPlain(services)
    ? [service]
    : allServices().filter((known) => intersects(services, literal(known)));
  return candidates.flatMap((known) => namesMatching(known, name).map((found) => `${known}:${found}`));
}

const typesBesides = new Map(
  Object.entries(extraTypes).map(([id, arn]): [string, AwsResourceType] => {
    const [service, name = ""] = halves(id);
    return [id.toLowerCase(), { service, name, arn, otherArns: [], conditionKeys: [] }];
  }),
);

/** A type of a service, whatever the case of its name. */
export function resourceType(service: string, name: string): AwsResourceType | undefined {
  const found = serviceData(service.toLowerCase())?.types.get(name.toLowerCase());
  return found ?? typesBesides.get(`${service}:${name}`.toLowerCase());
}

/** All types of a service. */
export function resourceTypes(service: string): readonly AwsResourceType[] {
  return [...(serviceData(service.toLowerCase())?.types.values() ?? [])];
}

/** The types of an action that it accepts, as types. */
export function acceptedTypes(action: ActionInfo): readonly AwsResourceType[] {
  return action.accepts.flatMap((name) => resourceType(action.service, name) ?? []);
}

/** Condition keys that an action lists, for some of its types or for all of them; global keys hold besides. */
export function conditionKeysOf(action: ActionInfo, types?: readonly string[]): readonly string[] {
  return types === undefined ? allKeysOf(action) : findKeysOf(action, types);
}

const allKeysOf = memoizeByObject((action: ActionInfo) => findKeysOf(action));

function findKeysOf(action: ActionInfo, types?: readonly string[]): readonly string[] {
  const uses = action.resourceTypes.filter((use) => types === undefined || types.includes(use.name));
  const added = acceptedTypes(action)
    .filter((type) => !action.resourceTypes.some((use) => use.name === type.name))
    .filter((type) => types === undefined || types.includes(type.name));
  return unique([...action.conditionKeys, ...[...uses, ...added].flatMap((entry) => entry.conditionKeys)]);
}

/** Whether a condition on this key can hold when the action is called. */
export function actionHasKey(action: ActionInfo, key: string, types?: readonly string[]): boolean {
  const global = findGlobalKey(key);
  if (global !== undefined && !global.perService) return true;
  if (isClaim(key) || OF_SESSIONS.test(key) || keysBesides.has(key.toLowerCase())) return true;
  if (OF_IOT_POLICIES.test(key)) return action.service === "iot";
  if (conditionKeysOf(action, types).some((listed) => isKeyOf(listed, key))) return true;
  return global === undefined && isOfNoAction(key, action.service);
}

/**
 * A global key, or a key of its service, of one of the given services or of another with keys of the prefix: a request for
 * `ec2-instance-connect:SendSSHPublicKey` has `ec2:osuser`. The providers of identities have theirs under sts.
 */
export function findConditionKey(key: string, services: readonly string[] = []): ConditionKey | undefined {
  checkArgument(key, "text", "findConditionKey(key)");
  const global = findGlobalKey(key);
  if (global !== undefined) return keyOf(global, global.perService ? "per-service" : "everywhere");
  const besides = keysBesides.get(key.toLowerCase());
  if (besides !== undefined) return keyOf(besides, "of-a-service");
  for (const service of [...ownersOf(key, services), "sts"]) {
    const found = serviceKey(service, key);
    if (found !== undefined) return keyOf(found, "of-a-service");
  }
  if (OF_IOT_POLICIES.test(key)) return keyOf({ name: key, type: IS_ATTACHED.test(key) ? "Bool" : "" }, "of-a-service");
  return isClaim(key) ? keyOf({ name: key, type: "String" }, "of-a-service") : undefined;
}

/** The services that may have a key: that of its prefix, and others with such keys. */
function ownersOf(key: string, services: readonly string[]): readonly string[] {
  const prefix = key.slice(0, Math.max(0, key.indexOf(":"))).toLowerCase();
  return unique([prefix, ...services, ...dataSource().servicesOfKey(prefix)]);
}

/** Whether services have the key and none of their actions lists it: then the data does not say which requests have it. */
function isOfNoAction(key: string, service: string): boolean {
  const found = ownersOf(key, [service]).flatMap((owner) => {
    const name = serviceKey(owner, key)?.name;
    return name === undefined ? [] : [serviceData(owner)?.isKeyOfSome(name) === true];
  });
  return found.length > 0 && !found.includes(true);
}

/**
 * Keys that a session keeps from the answer of its identity provider, so that every request has them (IAM User Guide,
 * "Cross-service SAML-based AWS STS federation context keys"; the same is said of the claims of OIDC).
 */
const OF_SESSIONS = /^saml:(namequalifier|sub|sub_type)$/i;

/**
 * Keys of the policies of AWS IoT Core, which the data lacks: what is known of the device, of its thing and of its certificate. AWS IoT Core
 * guide, "Thing policy variables" and "X.509 Certificate AWS IoT Core policy variables".
 */
const OF_IOT_POLICIES =
  /^iot:(?:clientid|certificateid|connection\.thing\.(?:thingname|thingtypename|isattached|attributes\[[^\]]+\])|certificate\.[a-z.\d]+)$/i;
const IS_ATTACHED = /\.isattached$/i;

/** A claim of an identity provider, `token.actions.githubusercontent.com:sub`: any domain, and the data lists few. */
function isClaim(key: string): boolean {
  return /^[\w-]+(\.[\w-]+)+(\/[^:]*)?:[^:]+$/.test(key);
}

/** The day of the data: `2026-09-26`; that of our own where the data in use has none. */
export function dataDate(): string {
  return dataSource().originOf().day ?? snapshot.originOf().day ?? "";
}

/** Where what is known of a service comes from; of services in general where none is given. */
export function dataOrigin(service?: string): DataOrigin {
  return dataSource().originOf(service);
}

/** Package and version of the data. */
export function dataVersion(): string {
  return dataSource().originOf().version;
}

/** Names of a service's actions that a pattern in lower case allows. */
function namesMatching(service: string, text: string): readonly string[] {
  if (text === "*") return serviceData(service)?.actionNames ?? [];
  const allowed = pattern(text);
  if (!isPlain(allowed)) {
    const wild = text.search(/[*?$]/);
    const start = text.slice(0, wild);
    const isPrefix = wild === text.length - 1 && text.endsWith("*");
    const found: string[] = [];
    for (const [lower, name] of spellingsOf(service) ?? []) {
      if (lower.startsWith(start) && (isPrefix || intersects(allowed, literal(lower)))) found.push(name);
    }
    return found;
  }
  const found = spellingsOf(service)?.get(text);
  return found === undefined ? [] : [found];
}

/** Names of a service's actions in lower case, and as AWS spells them. */
function spellingsOf(service: string): ReadonlyMap<string, string> | undefined {
  return spellings.get(service, readSpellings);
}

function readSpellings(service: string): ReadonlyMap<string, string> | undefined {
  const names = serviceData(service)?.actionNames;
  return names === undefined ? undefined : new Map(names.map((name) => [name.toLowerCase(), name]));
}

/** A key that a service lists, as AWS spells it. */
function serviceKey(service: string, key: string): NamedKey | undefined {
  for (const [name, type] of serviceData(service)?.conditionKeys ?? []) {
    if (isKeyOf(name, key)) return { name, type: type as KeyType | "" };
  }
  return undefined;
}

type NamedKey = Pick<ConditionKey, "name" | "type">;

function keyOf({ name, type }: NamedKey, reach: "everywhere" | "per-service" | "of-a-service"): ConditionKey {
  const key = { name, type, global: reach !== "of-a-service", perService: reach === "per-service" };
  return type === "" ? key : { ...key, multivalued: type.startsWith("ArrayOf") };
}

/** Prefix and name of an action. */
function halves(text: string): readonly [string, string | undefined] {
  const colon = text.indexOf(":");
  return colon < 0 ? [text, undefined] : [text.slice(0, colon), text.slice(colon + 1)];
}

function unique(list: readonly string[]): readonly string[] {
  return list.length < 2 ? list : [...new Set(list)];
}
