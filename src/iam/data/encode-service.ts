/** Writes what a source says of a service in the form of `compact-service.ts`, sorted, so that two snapshots can be compared. */
import { fail } from "../../errors";
import { compareTexts } from "../../text/compare-texts";
import {
  accessLetters,
  type CompactAction,
  type CompactService,
  type CompactType,
  type CompactUse,
  stemOfKey,
  toWord,
} from "./compact-service";
import type { AccessLevel } from "./service-data";

/** A service as a source has it. */
interface ServiceFacts {
  readonly service: string;
  readonly conditionKeys: readonly KeyFacts[];
  readonly resourceTypes: readonly TypeFacts[];
  readonly actions: readonly ActionFacts[];
}

/** A condition key; its type is empty where the source does not say it. */
interface KeyFacts {
  readonly key: string;
  readonly type: string;
}

/** A type of resources. */
interface TypeFacts {
  readonly name: string;
  /** At least one. */
  readonly arns: readonly string[];
  readonly conditionKeys: readonly string[];
}

/** An action. */
export interface ActionFacts {
  readonly name: string;
  readonly access: readonly AccessLevel[];
  readonly conditionKeys: readonly string[];
  readonly dependentActions: readonly string[];
  readonly resourceTypes: readonly UseFacts[];
}

/** A type that an action works on. */
interface UseFacts {
  readonly name: string;
  readonly required: boolean;
  readonly conditionKeys: readonly string[];
}

/** The file of a service. @throws TfwrightError `bad-data` where an action names a type that there is not */
export function encodeService(facts: ServiceFacts): CompactService {
  const keys = allKeys(facts);
  const short = shortKeys(
    facts.service,
    keys.map(({ key }) => key),
  );
  const words = (list: readonly string[]) =>
    sorted(list.filter((key) => short.has(key)))
      .map((key) => short.get(key))
      .join(" ");
  const counting = typesWithOwnKeys(facts);
  return {
    service: facts.service,
    conditionKeys: keys.map(({ key, type }) => [key, type] as const),
    resourceTypes: byName(facts.resourceTypes).map(({ name, arns, conditionKeys }) => {
      const [arn = "", ...others] = arns;
      const line = [name, arn, counting.has(name) ? words(conditionKeys) : "", ...others];
      return withoutTail(line) as unknown as CompactType;
    }),
    actions: byName(facts.actions).map((action) => encodeAction(facts, action, words)),
  };
}

/** The keys of the service, and those that its actions and types name besides; a name with a space is none. */
function allKeys({ conditionKeys, resourceTypes, actions }: ServiceFacts): readonly KeyFacts[] {
  const used = [...resourceTypes, ...actions, ...actions.flatMap((action) => action.resourceTypes)];
  const names = [...conditionKeys.map(({ key }) => key), ...used.flatMap((one) => one.conditionKeys)];
  const types = new Map(conditionKeys.map(({ key, type }) => [key, type]));
  const keys = sorted(new Set(names)).filter((key) => key.includes(":") && !/\s/.test(key));
  return keys.map((key) => ({ key, type: types.get(key) ?? "" }));
}

/** Text up to the placeholder, own prefix left out: `s3:BucketTag/${TagKey}` is `:BucketTag/` in s3. */
function shortKeys(service: string, keys: readonly string[]): ReadonlyMap<string, string> {
  const own = (key: string) => (key.startsWith(`${service}:`) ? key.slice(service.length) : key);
  const times = new Map<string, number>();
  for (const key of keys) times.set(stemOfKey(key), (times.get(stemOfKey(key)) ?? 0) + 1);
  return new Map(keys.map((key) => [key, own(times.get(stemOfKey(key)) === 1 ? stemOfKey(key) : key)]));
}

/** The types whose own condition keys count: those that some action, or no action, names without keys of that use. */
function typesWithOwnKeys({ resourceTypes, actions }: ServiceFacts): ReadonlySet<string> {
  const uses = actions.flatMap((action) => action.resourceTypes);
  const bare = new Set(uses.filter((use) => use.conditionKeys.length === 0).map((use) => use.name.toLowerCase()));
  const used = new Set(uses.map((use) => use.name.toLowerCase()));
  const names = resourceTypes.map(({ name }) => name);
  return new Set(names.filter((name) => bare.has(name.toLowerCase()) || !used.has(name.toLowerCase())));
}

type Words = (keys: readonly string[]) => string;

/** Types of one list of keys stand together. */
function encodeAction(facts: ServiceFacts, action: ActionFacts, words: Words): CompactAction {
  const names = new Map(facts.resourceTypes.map(({ name }) => [name.toLowerCase(), name]));
  const groups = new Map<string, readonly string[]>();
  for (const use of [...action.resourceTypes].sort((a, b) =>
    compareTexts(a.name.toLowerCase(), b.name.toLowerCase()),
  )) {
    const name = names.get(use.name.toLowerCase());
    if (name === undefined || /[!+]/.test(name)) {
      const path = `${facts.service}:${action.name}`;
      fail({ code: "bad-data", path, message: `the data does not describe its resource type \`${use.name}\`` });
    }
    const keys = words(use.conditionKeys);
    groups.set(keys, [...(groups.get(keys) ?? []), toWord(name) + (use.required ? "!" : "")]);
  }
  const uses = [...groups].map(([keys, list]) => withoutTail([list.join(" "), keys]) as unknown as CompactUse);
  const access = action.access.map((level) => accessLetters[level]).join("");
  const needs = sorted(new Set(action.dependentActions)).join(" ");
  const head = [action.name, access, words(action.conditionKeys), needs] as const;
  return uses.length > 0 ? [...head, ...uses] : (withoutTail(head) as unknown as CompactAction);
}

function withoutTail(list: readonly string[]): readonly string[] {
  const end = list.findLastIndex((text) => text !== "");
  return list.slice(0, end + 1);
}

function sorted(texts: Iterable<string>): readonly string[] {
  return [...texts].sort(compareTexts);
}

function byName<T extends { readonly name: string }>(list: readonly T[]): readonly T[] {
  return [...list].sort((a, b) => compareTexts(a.name, b.name));
}
