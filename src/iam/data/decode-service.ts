/** Reads the file of a service. Few ask for the keys and for all actions of a service, so those are read when somebody does. */
import { Memo } from "../../text/memo";
import {
  accessLetters,
  type CompactAction,
  type CompactService,
  type CompactType,
  fromWord,
  stemOfKey,
} from "./compact-service";
import type { AccessLevel, ActionData, AwsResourceType, ServiceData, TypeUse } from "./service-data";

/** The service of a file. */
export function decodeService(json: CompactService): ServiceData {
  return new DecodedService(json);
}

const NONE: readonly string[] = [];

const levels: Readonly<Record<string, AccessLevel>> = Object.fromEntries(
  Object.entries(accessLetters).map(([level, letter]) => [letter, level as AccessLevel]),
);

/** Turns a list of shortened keys into keys as AWS spells them. */
type ReadKeys = (text: string | undefined) => readonly string[];

class DecodedService implements ServiceData {
  readonly service: string;
  readonly actionNames: readonly string[];
  readonly types: ReadonlyMap<string, AwsResourceType>;
  readonly conditionKeys: ReadonlyMap<string, string>;
  readonly #json: CompactService;
  readonly #readKeys: ReadKeys;
  readonly #lines: ReadonlyMap<string, CompactAction>;
  readonly #actions = new Memo<string, ActionData>();
  #keysOfSome: ReadonlySet<string> | undefined;

  constructor(json: CompactService) {
    this.#json = json;
    this.#readKeys = keyReader(json);
    this.service = json.service;
    this.actionNames = json.actions.map(([name]) => name);
    this.types = new Map(
      json.resourceTypes.map((line) => [line[0].toLowerCase(), new DecodedType(json.service, line, this.#readKeys)]),
    );
    this.conditionKeys = new Map(json.conditionKeys);
    this.#lines = new Map(json.actions.map((line) => [line[0].toLowerCase(), line]));
  }

  action(name: string): ActionData | undefined {
    const line = this.#lines.get(name);
    return line === undefined ? undefined : this.#actions.get(name, () => this.#decode(line));
  }

  #decode(line: CompactAction): ActionData {
    return new DecodedAction(this.service, line, (action) => this.#usesOf(action), this.#readKeys);
  }

  isKeyOfSome(key: string): boolean {
    this.#keysOfSome ??= this.#findKeysOfSome();
    return this.#keysOfSome.has(key);
  }

  #usesOf([, , , , ...groups]: CompactAction): readonly TypeUse[] {
    return groups.flatMap(([names, keys]) => names.split(" ").map((word) => this.#useOf(word, keys)));
  }

  #useOf(word: string, keys: string | undefined): TypeUse {
    const required = word.endsWith("!");
    const name = fromWord(required ? word.slice(0, -1) : word);
    const type = this.types.get(name.toLowerCase());
    if (type === undefined) throw new Error(`the data of ${this.service} names no type ${name}`);
    return new DecodedUse(type, required, keys, this.#readKeys);
  }

  #findKeysOfSome(): ReadonlySet<string> {
    const lists = new Set<string | undefined>();
    for (const [, , keys, , ...groups] of this.#json.actions) {
      lists.add(keys);
      for (const [, own] of groups) lists.add(own);
    }
    for (const [, , keys] of this.#json.resourceTypes) lists.add(keys);
    return new Set([...lists].flatMap((list) => this.#readKeys(list)));
  }
}

function keyReader(json: CompactService): ReadKeys {
  let long: ReadonlyMap<string, string> | undefined;
  const complete = (word: string) => (word.startsWith(":") ? `${json.service}${word}` : word);
  const readList = (text: string) => {
    long ??= longKeys(json);
    const keys = long;
    return text.split(" ").map((word) => keys.get(complete(word)) ?? word);
  };
  // Few lists differ, so that each is read once.
  const lists = new Memo<string, readonly string[]>();
  return (text) => (text === undefined || text === "" ? NONE : lists.get(text, readList));
}

function longKeys({ conditionKeys }: CompactService): ReadonlyMap<string, string> {
  const long = new Map(conditionKeys.map(([key]) => [stemOfKey(key), key]));
  for (const [key] of conditionKeys) long.set(key, key);
  return long;
}

/** Something of the data with keys. */
class Keyed {
  readonly #keys: string | undefined;
  readonly #readKeys: ReadKeys;

  constructor(keys: string | undefined, readKeys: ReadKeys) {
    this.#keys = keys;
    this.#readKeys = readKeys;
  }

  get conditionKeys(): readonly string[] {
    return this.#readKeys(this.#keys);
  }
}

class DecodedType extends Keyed implements AwsResourceType {
  readonly name: string;
  readonly arn: string;
  readonly otherArns: readonly string[];

  constructor(
    readonly service: string,
    [name, arn, keys, ...otherArns]: CompactType,
    readKeys: ReadKeys,
  ) {
    super(keys, readKeys);
    this.name = name;
    this.arn = arn;
    this.otherArns = otherArns.length === 0 ? NONE : otherArns;
  }
}

class DecodedUse extends Keyed implements TypeUse {
  readonly name: string;

  constructor(
    readonly type: AwsResourceType,
    readonly required: boolean,
    own: string | undefined,
    readKeys: ReadKeys,
  ) {
    super(own, readKeys);
    this.name = type.name;
  }

  override get conditionKeys(): readonly string[] {
    const own = super.conditionKeys;
    return own.length > 0 ? own : this.type.conditionKeys;
  }
}

/** What of the line is not asked for is not read. */
class DecodedAction extends Keyed implements ActionData {
  readonly name: string;
  readonly #line: CompactAction;
  readonly #usesOf: (line: CompactAction) => readonly TypeUse[];
  #access: readonly AccessLevel[] | undefined;
  #uses: readonly TypeUse[] | undefined;

  constructor(
    readonly service: string,
    line: CompactAction,
    usesOf: (line: CompactAction) => readonly TypeUse[],
    readKeys: ReadKeys,
  ) {
    super(line[2], readKeys);
    this.name = line[0];
    this.#line = line;
    this.#usesOf = usesOf;
  }

  get access(): readonly AccessLevel[] {
    this.#access ??= Array.from(this.#line[1], (letter) => levels[letter] ?? "Write");
    return this.#access;
  }

  get dependentActions(): readonly string[] {
    const needs = this.#line[3];
    return needs === undefined || needs === "" ? NONE : needs.split(" ");
  }

  get resourceTypes(): readonly TypeUse[] {
    this.#uses ??= this.#usesOf(this.#line);
    return this.#uses;
  }
}
